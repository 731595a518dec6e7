import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sign } from "./delivery.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { eventCallback, messagePosted, slashCommand } from "./payloads.ts";
import { signingSecret, startRig, type SlackRig } from "./rig.ts";

let rig: SlackRig;
let door: RecordingDoor;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig("http", door);
});
afterEach(async () => rig.stop());

const seconds = (): number => Math.floor(Date.now() / 1000);
interface Signed {
  readonly timestamp?: number;
  readonly secret?: string;
  readonly signature?: string;
  readonly type?: string;
  readonly without?: string;
}
function post(
  body: string,
  { timestamp = seconds(), secret = signingSecret, ...rest }: Signed = {},
): Promise<Response> {
  const headers = new Headers({
    "content-type": rest.type ?? "application/json",
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": rest.signature ?? sign(secret, timestamp, body),
  });
  if (rest.without) headers.delete(rest.without);
  return fetch(rig.url, { method: "POST", headers, body });
}
function message(): string {
  const said = { channel: "C0GENERAL", user: "U0ALICE", text: "hello", blocks: [], thread: null, edited: null };
  const { state } = rig.double;
  return JSON.stringify(eventCallback(state, messagePosted({ ...said, ts: state.nextTs(), deleted: false })));
}
function command(): string {
  const opener = { user: "U0ALICE", channel: "C0GENERAL", responseUrl: "http://127.0.0.1:9/", trigger: "trigger" };
  const fields = Object.entries(slashCommand(rig.double.state, opener, "help"));
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
}
const form = "application/x-www-form-urlencoded";

describe("a request to Slack's route", () => {
  it("is taken when its signature is right", async () => {
    expect((await post(message())).status).toBe(200);
    expect(door.events).toHaveLength(1);
  });

  it.each<[string, () => Signed]>([
    ["made with another secret", () => ({ secret: "another" })],
    ["of another body", () => ({ signature: sign(signingSecret, seconds(), "another") })],
    ["missing", () => ({ without: "x-slack-signature" })],
    ["without a time", () => ({ without: "x-slack-request-timestamp" })],
    ["of another version", () => ({ signature: `v1=${"0".repeat(64)}` })],
    ["more than five minutes old", () => ({ timestamp: seconds() - 301 })],
    ["more than five minutes ahead", () => ({ timestamp: seconds() + 330 })],
  ])("is refused with 401 when its signature is %s, and nothing happens", async (_, how) => {
    expect((await post(message(), how())).status).toBe(401);
    expect(door.events).toEqual([]);
  });

  it("may come again as an event, which the ledger claims once", async () => {
    const body = message();
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
  });

  it("may not come again as a command that was acknowledged, however its signature is spelled", async () => {
    const [body, timestamp] = [command(), seconds()];
    const signature = sign(signingSecret, timestamp, body);
    expect((await post(body, { timestamp, signature, type: form })).status).toBe(200);
    expect((await post(body, { timestamp, signature, type: form })).status).toBe(401);
    expect((await post(body, { timestamp, signature: `${signature}=again`, type: form })).status).toBe(401);
    expect(door.calls).toHaveLength(1);
  });

  it("may come again as a command that was not acknowledged", async () => {
    const [body, timestamp, run] = [command(), seconds(), door.onRun];
    door.onRun = () => Promise.reject(new Error("no store"));
    expect((await post(body, { timestamp, type: form })).status).toBe(503);
    door.onRun = run;
    expect((await post(body, { timestamp, type: form })).status).toBe(200);
  });

  it("may not come again as a command whose form could not be opened", async () => {
    door.onRun = async () => ({ kind: "form", form: { title: "t", submit: "s", cancel: "c", line: "x", fields: [] } });
    rig.double.fail({ how: "forbidden", method: "views.open" });
    const [body, timestamp] = [command(), seconds()];
    expect((await post(body, { timestamp, type: form })).status).toBe(500);
    expect((await post(body, { timestamp, type: form })).status).toBe(401);
    expect(door.calls).toHaveLength(1);
    expect(rig.logged[0]).toEqual({ event: "slack.failed", fields: { error: "AdapterError" } });
  });

  it.each(["{", "", '{"type":'])("is refused with 400 when it is signed, but is not JSON: %j", async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it("is refused with 400 when its form holds a payload that is not JSON", async () => {
    expect((await post("payload=%7B", { type: form })).status).toBe(400);
  });

  it("answers the challenge by which Slack verifies a URL", async () => {
    const response = await post(JSON.stringify({ type: "url_verification", challenge: "a challenge", token: "t" }));
    expect(await response.json()).toEqual({ challenge: "a challenge" });
  });

  it.each([
    { type: "app_rate_limited", team_id: "T0HOME", minute_rate_limited: 1518467820 },
    { type: "something_new" },
    { type: "event_callback", event: null },
    { type: "event_callback", event: { type: "reaction_added", user: "U0ALICE", item: { type: "message" } } },
    { type: "block_actions", actions: [] },
    { type: "view_submission", view: {} },
    { command: "/charter" },
    { type: "event_callback", team_id: "T0HOME", event: { type: "message", channel: "C0GENERAL" } },
    { type: "message_action", callback_id: "x" },
    { type: "event_callback", team_id: "T0HOME", event: { type: "message", channel: "C0GENERAL", user: 7 } },
    { type: "event_callback", team_id: "T0HOME", authorizations: [null], event: { type: "team_join", user: null } },
    { type: "event_callback", team_id: "T0HOME", event: { type: "channel_created", channel: { id: "C\u0000" } } },
    { type: "event_callback", team_id: "T0HOME", event: { type: "member_joined_channel", channel: null, user: [] } },
    {
      type: "block_actions",
      team: { id: "T0HOME" },
      user: { id: "U\u0000" },
      actions: [{ type: "button", value: "x" }],
    },
    { command: "/charter", team_id: "T0HOME", user_id: "U0BOB> <!channel", channel_id: "C0GENERAL", trigger_id: "x" },
    [],
    null,
    7,
  ])("is answered with 200 and left alone when there is nothing to do about it: %j", async (body) => {
    expect((await post(JSON.stringify(body))).status).toBe(200);
    expect([door.events, door.calls, door.learned]).toEqual([[], [], []]);
  });

  it("logs no word that somebody else chose", async () => {
    await post(JSON.stringify({ type: "a_secret_word" }));
    await post(JSON.stringify({ type: "shortcut", callback_id: "a secret word" }));
    expect(rig.logged.map(({ fields }) => fields)).toEqual([{ type: "other" }, { type: "shortcut" }]);
  });

  it("is read as what its first byte says, whatever type it claims", async () => {
    expect((await post(message(), { type: form })).status).toBe(200);
    expect((await post(command(), { type: "application/json" })).status).toBe(200);
    expect([door.events.length, door.calls.length]).toEqual([1, 1]);
  });

  it("tells operators when Slack holds events back", async () => {
    await post(JSON.stringify({ type: "app_rate_limited", team_id: "T0HOME", minute_rate_limited: 1518467820 }));
    expect(rig.logged).toEqual([{ event: "slack.rate_limited", fields: { type: "app_rate_limited" } }]);
  });

  it("is answered with 503 before the start and after the stop", async () => {
    await rig.adapter.stop();
    expect((await post(message())).status).toBe(503);
  });
});
