import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sign } from "../slack/delivery.ts";
import { recordingDoor, type RecordingDoor } from "../slack/door.ts";
import { blockActions, eventCallback, messagePosted, slashCommand, type Payload } from "../slack/payloads.ts";
import { signingSecret, startRig, type SlackRig } from "../slack/rig.ts";

let rig: SlackRig;
let door: RecordingDoor;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig("http", door);
});
afterEach(() => rig.stop());

const json = "application/json";
const form = "application/x-www-form-urlencoded";
const now = (): number => Math.floor(Date.now() / 1000);
interface Spelling {
  readonly type?: string;
  readonly timestamp?: string;
  readonly signature?: string;
  readonly signedAt?: number;
}
/** Signs a body as Slack does, and sends it with whatever the attacker changes afterwards. */
function post(body: string, { type = json, signedAt = now(), ...spelling }: Spelling = {}): Promise<Response> {
  const headers = {
    "content-type": type,
    "x-slack-request-timestamp": spelling.timestamp ?? String(signedAt),
    "x-slack-signature": spelling.signature ?? sign(signingSecret, signedAt, body),
  };
  return fetch(rig.url, { method: "POST", headers, body });
}
const said = (text: string, changes: Payload = {}): Payload => {
  const { state } = rig.double;
  const message = {
    channel: "C0GENERAL",
    user: "U0ALICE",
    text,
    blocks: [],
    thread: null,
    edited: null,
    deleted: false,
  };
  return { ...messagePosted({ ...message, ts: state.nextTs() }), ...changes };
};
const event = (inner: Payload, outer: Payload = {}): string =>
  JSON.stringify({ ...eventCallback(rig.double.state, inner), ...outer });
/** Nobody answers at this response URL. */
const nowhere = "http://127.0.0.1:9/";
const opener = { user: "U0ALICE", channel: "C0GENERAL", responseUrl: nowhere, trigger: "trigger" };
const encoded = (fields: Payload): string =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();
const command = (changes: Payload = {}): string =>
  encoded({ ...slashCommand(rig.double.state, opener, "why"), ...changes });
const press = (line: string, responseUrl = nowhere): string => {
  const seen = {
    user: "U0ALICE",
    channel: "C0GENERAL",
    how: "ephemeral",
    text: "",
    blocks: [],
    thread: null,
    message: null,
  } as const;
  const button = { type: "button", action_id: "charter:0:0", value: line };
  return encoded({
    payload: JSON.stringify({
      ...blockActions(rig.double.state, { ...opener, responseUrl }, { seen, view: null, button }),
    }),
  });
};
const nothingHappened = (): void => {
  expect([door.events, door.calls, door.learned]).toEqual([[], [], []]);
  expect(rig.double.state.journal.map(({ method }) => method)).toEqual(["auth.test"]);
};

describe("what is signed stays what it was signed as", () => {
  // A message of anybody may hold all the fields of a command, and the type of the content is not under the signature.
  test("an event that is replayed as a form is no command of the person whom its author names", async () => {
    const words = "&command=/charter&user_id=U0BOB&team_id=T0HOME&channel_id=C0GENERAL&text=why&trigger_id=1&x=";
    const response = await post(event(said(words)), { type: form });
    expect(await response.text()).not.toContain("Understood");
    expect(door.calls).toEqual([]);
  });

  test("an event that is replayed as a form is no press of a button either", async () => {
    const inside = encodeURIComponent(new URLSearchParams(press("why")).get("payload") ?? "");
    await post(event(said(`&payload=${inside}&x=`)), { type: form });
    expect(door.calls).toEqual([]);
  });

  test.each<[string, (signedAt: number, body: string) => Spelling]>([
    ["a time with a sign", (at) => ({ timestamp: `+${at}` })],
    ["a time with a zero before it", (at) => ({ timestamp: `0${at}` })],
    ["a time with white space", (at) => ({ timestamp: `${at}\t` })],
    ["a time as a fraction", (at) => ({ timestamp: `${at}.0` })],
    ["a time in another base", (at) => ({ timestamp: `0x${at.toString(16)}` })],
    ["a signature in capitals", (at, body) => ({ signature: sign(signingSecret, at, body).toUpperCase() })],
    ["two signatures", (at, body) => ({ signature: `${sign(signingSecret, at, body)}, v0=00` })],
  ])("a command replayed with %s does not run again", async (_, how) => {
    const [body, signedAt] = [command(), now()];
    expect((await post(body, { type: form, signedAt })).status).toBe(200);
    expect([200, 401]).toContain((await post(body, { type: form, signedAt, ...how(signedAt, body) })).status);
    expect(door.calls).toHaveLength(1);
  });

  test("a button that was pressed is not pressed again by a replay", async () => {
    const listening = createServer((_request, response) => response.end("ok")).listen(0, "127.0.0.1");
    await once(listening, "listening");
    const { port } = listening.address() as AddressInfo;
    const [body, signedAt] = [press("help", `http://127.0.0.1:${port}/`), now()];
    expect((await post(body, { type: form, signedAt })).status).toBe(200);
    expect((await post(body, { type: form, signedAt })).status).toBe(401);
    expect(door.calls).toHaveLength(1);
    listening.close();
    listening.closeAllConnections();
  });

  // The line has run by then: what it did must not be done again because its answer was lost.
  test("a button whose answer finds nobody is not pressed again by a replay either", async () => {
    const [body, signedAt] = [press("help"), now()];
    await post(body, { type: form, signedAt });
    await post(body, { type: form, signedAt });
    expect(door.calls).toHaveLength(1);
  });

  test("two replays at once run a command once", async () => {
    const [body, signedAt] = [command(), now()];
    const statuses = await Promise.all([0, 1, 2].map(async () => (await post(body, { type: form, signedAt })).status));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 401, 401]);
    expect(door.calls).toHaveLength(1);
  });
});

describe("whoever is not of this workspace", () => {
  const theirs = { team_id: "T0EVIL", context_team_id: "T0EVIL", authorizations: [{ team_id: "T0EVIL" }] };

  test("is not judged as the account of ours with the same id", async () => {
    await post(event(said("hello"), theirs));
    expect(door.events).toEqual([]);
  });

  test("runs no command as the account of ours with the same id", async () => {
    await post(command({ team_id: "T0EVIL" }), { type: form });
    expect(door.calls).toEqual([]);
  });
});

describe("junk with a good signature", () => {
  const nested = (depth: number): string => {
    const deep = `${'{"type":"rich_text_section","elements":['.repeat(depth)}${"]}".repeat(depth)}`;
    return event(said("x", { blocks: "HERE" })).replace('"HERE"', `[{"type":"rich_text","elements":[${deep}]}]`);
  };
  test.each<[string, () => string]>([
    ["brackets in brackets", () => `{"type":"x","a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
    ["an event of brackets", () => event({ type: "x", a: [] }).replace("[]", "[".repeat(9e4) + "]".repeat(9e4))],
    ["two of each key", () => `{"type":"event_callback","type":"block_actions","event":{"type":"a","type":"b"}}`],
    ["members of every object", () => `{"type":"event_callback","event":{"type":"x","__proto__":{"polluted":1}}}`],
    ["rich text in rich text", () => nested(15_000)],
  ])("%s is answered with 200 and judged as nothing", async (_, body) => {
    expect((await post(body())).status).toBe(200);
    expect(door.events.every((heard) => "text" in heard && heard.text.plain.length < 10)).toBe(true);
    expect("polluted" in {}).toBe(false);
  });

  test.each(["NaN", "-1.000000", "1e9.000000", "99999999999.000000", "١٢.٣٤٥٦٧٨", "", 7, null, {}])(
    "a message at %j is none",
    async (ts) => {
      expect((await post(event(said("hello", { ts, event_ts: ts })))).status).toBe(200);
      nothingHappened();
    },
  );

  // The store takes no NUL: it would answer as if it were away, and the message would come again and again.
  test.each([
    ["with a NUL", "U\u0000"],
    ["with markup in it", "U0BOB> <!channel"],
    ["without an end", "U".repeat(5000)],
    ["in no script of Slack's", "Ü"],
    ["that is empty", ""],
  ])("an id %s is not taken for one", async (_, id) => {
    await post(event(said("hello", { user: id })));
    await post(event(said("hello", { channel: id })));
    await post(event(said(`hello <@${id}>`, { blocks: [] })));
    const ids = door.events.flatMap((heard) =>
      "author" in heard ? [heard.author, heard.message.space, ...heard.mentions] : [],
    );
    expect(ids.filter((minted) => !/^slack:[\w-]{1,64}$/.test(minted))).toEqual([]);
  });
});

test("strangers' requests leave nothing but a line of their reason, and reach nobody", async () => {
  const words = "a canary of words";
  const bodies = [event(said(words)), command({ text: words }), press(words), words];
  for (const body of bodies) {
    for (const type of [json, form, "text/plain", words]) {
      expect((await post(body, { type, signature: `v0=${"0".repeat(64)}` })).status).toBe(401);
    }
  }
  nothingHappened();
  expect(new Set(rig.logged.map((line) => JSON.stringify(line)))).toEqual(
    new Set([JSON.stringify({ event: "slack.refused", fields: { status: 401, reason: "signature" } })]),
  );
});
