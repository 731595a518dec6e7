import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publicIssuer } from "../../adapters/teams/config.ts";
import { guard } from "../../adapters/teams/guard.ts";
import { signerFor } from "../../adapters/teams/signed.ts";
import { mint, type AccountId } from "../../src/core/model.ts";
import { text } from "../../src/core/view.ts";
import { activityOf, chosenOn, inThread, invokeOf, messageOf, type WireActivity } from "../teams/activities.ts";
import { cardOf, readCard } from "../teams/cards.ts";
import { recordingDoor, type RecordingDoor } from "../teams/door.ts";
import { startRig, type TeamsRig } from "../teams/rig.ts";

let door: RecordingDoor;
let rig: TeamsRig;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig(door);
});
afterEach(() => rig.stop());

const base = (who: "alice" | "bob" = "alice"): WireActivity => {
  const { clientId, tenantId, serviceUrl } = rig.double;
  return activityOf({ clientId, tenantId, serviceUrl }, rig.somebody[who], inThread(rig.channel, "1795289204963"));
};
const message = (changes: WireActivity = {}): WireActivity => ({
  ...messageOf(base(), "1795289204963", "hello"),
  ...changes,
});
const handle = async (request: Request): Promise<Response> => {
  const [route] = rig.adapter.routes;
  if (!route) throw new Error("no route");
  return route.handle(request);
};
/** Any body under a token that nobody signed, but that names the right issuer. */
function forged(body: string, kid = "double"): Promise<Response> {
  const { endpoints, clientId, serviceUrl } = rig.double;
  const claims = { iss: endpoints["issuer"], aud: clientId, serviceurl: serviceUrl, exp: 9_999_999_999 };
  const parts = [{ alg: "RS256", kid }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const headers = { authorization: `Bearer ${parts.join(".")}.AAAA`, "content-type": "application/json" };
  return handle(new Request("http://localhost/teams/messages", { method: "POST", headers, body }));
}

describe("a serviceUrl that leads elsewhere is refused under a good token, and nothing is sent", () => {
  const host = (): string => new URL(rig.double.serviceUrl).host;
  test.each<[string, () => string]>([
    ["names somebody before the host", () => `http://${host()}@evil.example/teams`],
    ["names the host as somebody", () => `http://evil@${host()}/teams`],
    ["has another port", () => "http://127.0.0.1:1/teams"],
    ["has no port", () => "http://127.0.0.1/teams"],
    ["goes on behind the host", () => `http://${host()}.evil.example/teams`],
    ["hides a tab in the host", () => `http://${host()}\t.evil.example/teams`],
    ["turns its slashes", () => `http:\\\\evil.example\\@${host()}/teams`],
    ["writes the host in wide letters", () => "http://ｅｖｉｌ.example/teams"],
    ["writes the host as a number", () => `http://2130706434:${new URL(rig.double.serviceUrl).port}/teams`],
    ["speaks another protocol", () => `ftp://${host()}/teams`],
    ["is a script", () => "javascript:alert(1)"],
    ["is data", () => "data:text/plain,x"],
    ["is a file", () => "file:///etc/passwd"],
    ["is relative", () => "//evil.example/teams"],
    ["is nothing", () => ""],
  ])("where it %s", async (_, serviceUrl) => {
    const response = await rig.deliver(message({ serviceUrl: serviceUrl(), text: "charter help" }));
    expect([400, 401]).toContain(response.status);
    expect([door.judged, door.calls, rig.double.sent()]).toEqual([[], [], []]);
  });
});

describe("of the service's public hosts", () => {
  const check = guard({ clientId: "c", clientSecret: "s", tenantId: "t", log: () => undefined });
  const claims = Buffer.from(JSON.stringify({ iss: publicIssuer })).toString("base64url");
  const passes = (serviceUrl: string): boolean =>
    check(
      `Bearer x.${claims}.x`,
      JSON.stringify({ type: "typing", serviceUrl, conversation: { id: "19:x", tenantId: "t" } }),
    ).passed;

  test("the one that we know passes", () => expect(passes("https://smba.trafficmanager.net/emea/")).toBe(true));

  test.each([
    "http://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net./emea/",
    "https://smba.trafficmanager.net:8443/emea/",
    "https://smba.trafficmanager.net.evil.example/emea/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://evil.example/https://smba.trafficmanager.net/",
    "https://evil.example\\@smba.trafficmanager.net/",
    "https://x.smba.trafficmanager.net/",
    "https://smba.trafficmanager.net%2eevil.example/",
    "https://smba.trafficmanager.net\u3002evil.example/",
    "https://ѕmba.trafficmanager.net/",
    "https://:x@smba.trafficmanager.net/",
  ])("%s does not", (serviceUrl) => expect(passes(serviceUrl)).toBe(false));
});

describe("before a token is checked", () => {
  // Reading a megabyte of entities costs a second: nobody may ask for that who has not shown a token.
  test("no more of a request is read than its envelope", async () => {
    const malformed = JSON.stringify(message({ from: 7, entities: Array(1000).fill(0) }));
    expect((await forged(malformed)).status).toBe(401);
    expect([door.judged, door.calls, rig.double.sent()]).toEqual([[], [], []]);
  });

  test("strangers cannot make us ask for the keys again and again", async () => {
    expect((await rig.deliver(message())).status).toBe(200);
    const before = rig.double.journal.length;
    for (let count = 0; count < 30; count += 1) await forged(JSON.stringify(message()), `key-${count}`);
    const asked = rig.double.journal.slice(before).filter(({ kind }) => kind === "keys");
    expect(asked.length).toBeLessThanOrEqual(10);
    expect((await rig.deliver(message())).status).toBe(200);
  });

  test.each(["", "{", "[]", "null", "7", '"x"', '{"__proto__":{"type":"message"}}'])(
    "junk is refused: %.40j",
    async (body) => {
      expect([400, 401]).toContain((await forged(body)).status);
      expect([door.judged, door.calls]).toEqual([[], []]);
      expect("type" in {}).toBe(false);
    },
  );
});

describe("what an activity says of other people", () => {
  const mentionOfBob = (): WireActivity => ({
    type: "mention",
    text: "<at>Bob</at>",
    mentioned: { id: rig.somebody.alice.id, name: "Words of Alice", aadObjectId: rig.somebody.bob.aadObjectId },
  });
  const tellBob = () =>
    rig.adapter.perform(
      {
        do: "tell",
        how: "direct",
        to: mint<AccountId>("teams", rig.somebody.bob.aadObjectId),
        place: { workspace: rig.workspace, space: rig.space, thread: null, message: null },
        view: { blocks: [text("For you, ", { kind: "person", account: rig.people.bob })] },
        key: "k",
      },
      { locale: "en", zone: "UTC" },
    );

  test("does not lead their private notices to its author", async () => {
    await rig.say(rig.people.bob, "hello");
    await rig.deliver(message({ entities: [mentionOfBob()] }));
    await tellBob();
    expect(rig.told.map(({ to }) => to)).not.toContain(rig.people.alice);
    expect(JSON.stringify(rig.double.posted.at(-1)?.conversation)).not.toContain(rig.somebody.alice.id);
  });

  test("does not decide how they are called", async () => {
    await rig.say(rig.people.bob, "hello");
    await rig.deliver(message({ entities: [mentionOfBob()] }));
    await tellBob();
    expect(rig.told.at(-1)?.text).not.toContain("Words of Alice");
  });
});

describe("a button whose data the client wrote itself", () => {
  test("runs as whoever pressed it and as nobody else", async () => {
    const data = { action: "run", line: "status", by: "admin", from: rig.somebody.alice, aadObjectId: "admin" };
    await rig.deliver(invokeOf(base("bob"), "adaptiveCard/action", { action: { type: "Action.Execute", data } }));
    expect(door.calls).toMatchObject([{ by: rig.people.bob, line: "status" }]);
    expect(door.calls[0]?.fields).toBeUndefined();
  });

  test("names fields like members of every object without harm", async () => {
    const data = `{"action":"submit","line":"report","field:__proto__":"x","field:constructor":"y","field:reason":"z"}`;
    await rig.deliver(invokeOf(base("bob"), "task/submit", { data: JSON.parse(data) }));
    expect(Object.entries(door.calls[0]?.fields ?? {})).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
      ["reason", "z"],
    ]);
    expect("reason" in {}).toBe(false);
  });

  test("may not carry more than a line", async () => {
    const data = { action: "run", line: "x".repeat(4001) };
    const response = await rig.deliver(invokeOf(base(), "adaptiveCard/action", { action: { data } }));
    expect(response.status).toBe(400);
    expect(door.calls).toEqual([]);
  });
});

describe("a dialog about a message", () => {
  type Data = Readonly<Record<string, unknown>>;
  const opened = async (): Promise<Data> => {
    const chosen = chosenOn(message(), rig.somebody.alice, "report");
    const response = await rig.deliver(invokeOf(base("bob"), "composeExtension/fetchTask", chosen));
    const data = readCard(cardOf(await response.json())).buttons.find(({ title }) => title === "Send")?.data;
    if (!data) throw new Error("no dialog has opened");
    door.forget();
    return data;
  };
  const submit = async (who: "alice" | "bob", data: Data, name = "composeExtension/submitAction") => {
    const response = await rig.deliver(invokeOf(base(who), name, { data: { "field:reason": "x", ...data } }));
    expect(response.status).toBe(200);
    return response.text();
  };
  const changed = (data: Data, changes: object): Data => ({ ...data, about: { ...Object(data["about"]), ...changes } });
  const innocent = "77777777-0000-4000-8000-000000000007";

  test.each(["composeExtension/submitAction", "task/submit", "task/fetch"])(
    "says who wrote it where it comes back by %s as it went",
    async (name) => {
      await submit("bob", await opened(), name);
      const about = { message: { space: rig.space, id: "1795289204963", version: 0 }, author: rig.people.alice };
      expect(door.calls).toMatchObject([{ by: rig.people.bob, line: "report", about }]);
    },
  );

  test.each<[string, object]>([
    ["another author", { author: innocent }],
    ["another message", { id: "1795289204964" }],
    ["another version", { version: 1 }],
    ["another space", { space: "19:elsewhere@thread.tacv2" }],
    ["a later end", { until: 9_999_999_999_999 }],
    ["parts that have moved", { space: "19:general@thread.tacv21", id: "795289204963" }],
    ["no signature", { signature: undefined }],
    ["an empty signature", { signature: "" }],
    ["a signature of its own", { signature: "A".repeat(43) }],
    ["a signature that is no text", { signature: Array(43).fill("A") }],
  ])("names nobody where the client has given it %s", async (_, changes) => {
    const data = changed(await opened(), changes);
    for (const name of ["composeExtension/submitAction", "task/submit", "task/fetch"]) {
      const answer = await submit("bob", data, name);
      expect(answer).not.toContain(innocent);
    }
    expect(door.calls).toMatchObject(Array.from({ length: 3 }, () => ({ by: rig.people.bob, line: "report" })));
    expect(door.calls.map(({ about }) => about)).toEqual([undefined, undefined, undefined]);
  });

  test("names nobody for anybody but the one who opened it", async () => {
    await submit("alice", await opened());
    expect(door.calls).toMatchObject([{ by: rig.people.alice, line: "report", fields: { reason: "x" } }]);
    expect(door.calls[0]?.about).toBeUndefined();
  });

  test("names nobody after an hour, however often it was sent before", async () => {
    const data = await opened();
    const hour = 3_600_000;
    rig.ahead = hour - 60_000;
    const again = cardOf(JSON.parse(await submit("bob", { ...data, "field:reason": "" })));
    rig.ahead = hour;
    const sent = readCard(again).buttons.find(({ title }) => title === "Send");
    await submit("bob", sent?.data ?? {});
    expect(door.calls.map(({ about }) => about?.author)).toEqual([rig.people.alice, rig.people.alice, undefined]);
  });

  test("is taken by every instance that has the app's secret, and by no other", async () => {
    const { tenantId, clientId } = rig.double;
    const log = () => undefined;
    const signer = (clientSecret: string, by = rig.people.bob) =>
      signerFor(by, { clientId, clientSecret, tenantId, log, now: () => 0 });
    const about = { space: "19:x", id: "1", version: 0, author: "alice" };
    const carried = signer("secret").sign(about);
    expect(signer("secret").holds(carried)).toBe(true);
    expect(signer("another").holds(carried)).toBe(false);
    expect(signer("secret", rig.people.alice).holds(carried)).toBe(false);
  });
});

describe("an id that leads out of its path", () => {
  test.each(["..", ".", "../v3/attachments", "x/../../y", "a?b=c", "a#b", "%2e%2e"])(
    "stays one part of it: %j",
    async (id) => {
      const conversation = { id, conversationType: "personal", tenantId: rig.double.tenantId };
      await rig.deliver(message({ conversation, text: "help" }));
      await rig.adapter.stop();
      const paths = rig.double.sent().map(({ path }) => path);
      expect(paths.filter((path) => !path.startsWith("/teams/v3/conversations/") && !path.endsWith("/token"))).toEqual(
        [],
      );
    },
  );
});
