import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { activityOf, chosenOn, invokeOf, messageOf, type Conversation } from "./activities.ts";
import { cardOf, readCard } from "./cards.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { startRig, type TeamsRig } from "./rig.ts";

let door: RecordingDoor;
let rig: TeamsRig;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig(door);
});
afterEach(() => rig.stop());

const secret = "Project Falcon at noon";
const home = () => {
  const { clientId, tenantId, serviceUrl } = rig.double;
  return { clientId, tenantId, serviceUrl };
};
const choose = async (where: Conversation, commandId: string, changes: object = {}) => {
  const base = activityOf(home(), rig.somebody.bob, where);
  const message = messageOf(base, "1795289204963", secret);
  const value = { ...chosenOn(message, rig.somebody.alice, commandId), ...changes };
  return rig.deliver(invokeOf(base, "composeExtension/fetchTask", value));
};

describe("a command in the menu of a message of Teams", () => {
  test("keeps the message's ids through the dialog, and nothing of its words", async () => {
    const { id } = await rig.say(rig.people.alice, secret);
    await rig.report(rig.people.bob, id);
    await rig.submit(rig.people.bob, { reason: "" });
    await rig.submit(rig.people.bob, { reason: "it is a secret" });
    const about = { message: { space: rig.space, id, version: 0 }, author: rig.people.alice };
    expect(door.calls).toMatchObject([
      { line: "report", by: rig.people.bob, privately: true, about: { ...about, text: secret } },
      { line: "report", about: { ...about, text: "" }, fields: { reason: "" } },
      { line: "report", about: { ...about, text: "" } },
      { line: "report", about: { ...about, text: "" }, fields: { reason: "it is a secret" } },
    ]);
    expect(JSON.stringify(rig.logged)).not.toContain("Falcon");
  });

  test("puts no word of the message into the dialog's data", async () => {
    const response = await choose(rig.channel, "report");
    const body = await response.text();
    expect(body).toContain("1795289204963");
    expect(body).not.toContain("Falcon");
  });

  test("may be a check as well, and is answered in the dialog", async () => {
    const response = await choose(rig.channel, "check");
    expect(readCard(cardOf(await response.json())).text).toContain("check");
    expect(door.calls).toMatchObject([{ line: "check", about: { text: secret, author: rig.people.alice } }]);
  });

  test("works where the bot is not, and does not take that for a place of its own", async () => {
    const theirs: Conversation = { id: "19:alice_bob@unq.gbl.spaces", conversationType: "personal", name: "" };
    expect((await choose(theirs, "report")).status).toBe(200);
    expect(door.calls).toMatchObject([{ space: null, about: { message: { space: `teams:${theirs.id}` } } }]);
    const place = { workspace: rig.workspace, space: null, thread: null, message: null };
    const view = { blocks: [] };
    const tell = { do: "tell", how: "direct", to: rig.people.bob, place, view, key: "one" } as const;
    await rig.adapter.perform(tell, { locale: "en", zone: "UTC" });
    expect(rig.double.posted.map(({ conversation }) => conversation)).not.toContain(theirs.id);
    expect((await Array.fromAsync(rig.adapter.spaces())).flat()).toEqual([]);
  });

  test("tells an app's message from somebody's", async () => {
    const from = { user: null, application: { id: "7e7e7e7e-0000-4000-8000-000000000007" } };
    await choose(rig.channel, "report", {
      messagePayload: { id: "1", from, body: { contentType: "text", content: "x" } },
    });
    expect(door.calls.at(-1)?.about).toMatchObject({
      author: "teams:28:7e7e7e7e-0000-4000-8000-000000000007",
      text: "x",
    });
  });

  test.each([
    ["another app's word", "erase-all", {}],
    ["no message", "report", { messagePayload: undefined }],
    ["no author", "report", { messagePayload: { id: "1", from: null, body: null } }],
  ])("is not run with %s", async (_, commandId, changes) => {
    expect((await choose(rig.channel, commandId, changes)).status).toBe(400);
    expect(door.calls).toEqual([]);
  });
});
