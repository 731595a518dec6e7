import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Form } from "../../src/core/view.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { messageAction } from "./payloads.ts";
import { startRig, type SlackRig } from "./rig.ts";

let rig: SlackRig;
let door: RecordingDoor;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig("http", door);
});
afterEach(async () => rig.stop());

const form: Form = {
  title: "Report",
  submit: "Send",
  cancel: "Back",
  line: "report",
  fields: [{ kind: "text", name: "note", label: "Note", multiline: true, maxLength: 100 }],
};
const secret = "Project Falcon at noon";
const opened = () => rig.double.state.views.get("U0BOB");

it("what was typed reaches the door as it was typed, though Slack escapes three of its signs", async () => {
  await rig.command(rig.people.bob, "audience tassin.example is supplier of Tassin & Fils <SA>");
  expect(door.calls.at(-1)?.line).toBe("audience tassin.example is supplier of Tassin & Fils <SA>");
});

describe("a command in the menu of a message of Slack", () => {
  it("keeps the message's ids through the forms that follow, and nothing of its words", async () => {
    door.onRun = async ({ fields }) =>
      fields?.["note"] === "done"
        ? { kind: "view", view: { blocks: [{ kind: "buttons", buttons: [{ label: "More", line: "more" }] }] } }
        : { kind: "form", form };
    const { id } = await rig.say(rig.people.alice, secret);
    expect((await rig.report(rig.people.bob, id)).kind).toBe("form");
    expect(opened()?.modal.private_metadata).toContain(id);
    expect(JSON.stringify(opened())).not.toContain("Falcon");
    expect((await rig.submit(rig.people.bob, { note: "first" })).kind).toBe("form");
    await rig.submit(rig.people.bob, { note: "done" });
    await rig.press(rig.people.bob, "More");
    const about = { message: { space: rig.space, id, version: 0 }, author: rig.people.alice };
    expect(door.calls).toMatchObject([
      { line: "report", by: rig.people.bob, space: rig.space, about: { ...about, text: secret } },
      { line: "report", space: rig.space, about: { ...about, text: "" }, fields: { note: "first" } },
      { line: "report", space: rig.space, about: { ...about, text: "" }, fields: { note: "done" } },
      { line: "more", space: rig.space, about: { ...about, text: "" } },
    ]);
    expect(JSON.stringify(rig.logged)).not.toContain("Falcon");
  });

  it("says which version it is about, where the message was edited", async () => {
    const { id } = await rig.say(rig.people.alice, "one");
    await rig.edit(rig.people.alice, id, "two");
    await rig.report(rig.people.bob, id);
    expect(door.calls.at(-1)?.about).toMatchObject({ text: "two" });
    expect(door.calls.at(-1)?.about?.message.version).toBeGreaterThan(0);
  });

  it("may be a check as well, and is answered in a modal", async () => {
    const { message } = await rig.double.post({ user: "U0ALICE", channel: "C0GENERAL", text: "hello" });
    await rig.double.choose("U0BOB", "check", message);
    expect(door.calls).toMatchObject([{ line: "check", about: { author: rig.people.alice, text: "hello" } }]);
    expect(rig.double.state.seen.at(-1)).toMatchObject({ how: "modal", user: "U0BOB" });
  });

  it("is not run where it is another app's word, or the message has no author", async () => {
    const { message } = await rig.double.post({ user: "U0ALICE", channel: "C0GENERAL", text: "hello" });
    await rig.double.choose("U0BOB", "erase-all", message);
    const opener = { user: "U0BOB", channel: "C0GENERAL", responseUrl: "http://127.0.0.1:9/", trigger: "none" };
    const action = messageAction(rig.double.state, opener, { callbackId: "report", message });
    const payload = { ...action, message: { type: "message", ts: message.ts, text: secret } };
    expect(await rig.double.send({ type: "interactive", payload, attempt: 0 })).toMatchObject({ acknowledged: true });
    expect(door.calls).toEqual([]);
    expect(rig.logged).toEqual([
      { event: "slack.unreadable", fields: {} },
      { event: "slack.unreadable", fields: {} },
    ]);
  });

  it("is not acknowledged while the store is gone", async () => {
    door.onRun = () => Promise.reject(new Error("no store"));
    const { id } = await rig.say(rig.people.alice, "hello");
    await expect(rig.report(rig.people.bob, id)).rejects.toThrow("not acknowledged");
  });
});
