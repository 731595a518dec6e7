import { expect, test } from "vitest";
import { mint, type Reader, type SpaceId } from "../../src/core/model.ts";
import { text } from "../../src/core/view.ts";
import { recordingDoor } from "./door.ts";
import { startLocalRig } from "./rig.ts";

const reader: Reader = { locale: "en", zone: "Europe/Paris" };

test("the rig says, edits, deletes and sends again through the playground's routes", async () => {
  const door = recordingDoor();
  const rig = await startLocalRig(door);
  const { alice } = rig.people;
  const { id } = await rig.say(alice, "one");
  door.broken = true;
  expect(await rig.edit(alice, id, "two")).toEqual({ id, acknowledged: false });
  door.broken = false;
  expect(await rig.again()).toEqual({ id, acknowledged: true });
  await rig.remove(alice, id);
  await rig.again();
  expect(door.events.map((event) => [event.kind, "message" in event && event.message.version])).toEqual([
    ["message.posted", 0],
    ["message.edited", 1],
    ["message.deleted", 2],
    ["message.deleted", 2],
  ]);
  await rig.stop();
});

test("the rig brings people in and out, and reports a message with the form that follows", async () => {
  const door = recordingDoor();
  const rig = await startLocalRig(door);
  const { alice, bob } = rig.people;
  const studio = mint<SpaceId>("local", "studio");
  const { outsider } = rig.people;
  door.broken = true;
  expect((await rig.join(studio, outsider, alice)).acknowledged).toBe(false);
  door.broken = false;
  expect((await rig.again()).acknowledged).toBe(true);
  expect(await rig.adapter.members(studio)).toContain(outsider);
  await rig.leave(studio, outsider);
  await rig.join(studio, outsider, null);
  expect(door.events.map((event) => event.kind === "space.composed" && event.cause)).toEqual([
    { kind: "joined", account: outsider, invitedBy: alice },
    { kind: "left", account: outsider },
    { kind: "joined", account: outsider, invitedBy: null },
  ]);
  const { id } = await rig.say(alice, "one & two");
  const field = { kind: "text", name: "why", label: "Say why", multiline: true, maxLength: 99 } as const;
  const about = [{ kind: "preformatted", text: "- a\n+ b" }] as const;
  const form = { title: "Report", submit: "Send", cancel: "Cancel", line: "report m", about, fields: [field] };
  door.answer = { kind: "form", form };
  const shown = await rig.report(bob, id);
  expect(shown.text).toContain("- a\n+ b");
  door.answer = { kind: "form", form: { ...form, title: "Really?", line: "report really" } };
  expect((await rig.submit(bob, { why: "x" })).text).toContain("Really?");
  await rig.submit(bob, { why: "y" });
  const reported = { author: alice, text: "one & two", message: { space: rig.space, id, version: 0 } };
  expect(door.calls.map(({ line, about: on }) => [line, on])).toEqual([
    ["report", reported],
    ["report m", reported],
    ["report really", reported],
  ]);
  await rig.stop();
});

test("the rig sees what is told as its addressee does, presses its buttons and fills in its forms", async () => {
  const door = recordingDoor();
  const rig = await startLocalRig(door);
  const { alice, bob } = rig.people;
  const place = { workspace: rig.workspace, space: rig.space, thread: null, message: null };
  const view = { blocks: [text("a & b"), { kind: "buttons", buttons: [{ label: "Why?", line: "why n1" }] }] } as const;
  const tell = { do: "tell", how: "inPlace", to: alice, place, view, key: "k" } as const;
  rig.fail("limited");
  await expect(rig.adapter.perform(tell, reader)).rejects.toMatchObject({ code: "limited", retryAfter: 1 });
  const receipt = await rig.adapter.perform(tell, reader);
  expect(rig.told).toMatchObject([{ to: alice, how: "inPlace", privately: true, buttons: ["Why?"], withdrawn: false }]);
  expect(rig.told[0]?.text).toContain("a & b");
  door.answer = {
    kind: "form",
    form: {
      title: "Appeal",
      submit: "Send",
      cancel: "Cancel",
      line: "appeal n1",
      fields: [{ kind: "text", name: "why", label: "Say why", multiline: true, maxLength: 99 }],
    },
  };
  expect(await rig.press(alice, "Why?")).toMatchObject({ kind: "form", text: expect.stringContaining("Say why") });
  door.answer = { kind: "problems", problems: [{ field: "why", text: "Too short." }] };
  expect(await rig.submit(alice, { why: "" })).toEqual({
    kind: "problems",
    text: "Too short.",
    problemFields: ["why"],
  });
  await rig.submit(alice, { why: "because" });
  await expect(rig.press(bob, "Why?")).rejects.toThrow("no button");
  await rig.adapter.perform({ do: "withdraw", to: alice, place, receipt: receipt?.receipt ?? "" }, reader);
  expect(rig.told[0]?.withdrawn).toBe(true);
  expect(door.calls.map(({ line, fields }) => [line, fields])).toEqual([
    ["why n1", undefined],
    ["appeal n1", { why: "" }],
    ["appeal n1", { why: "because" }],
  ]);
  await rig.stop();
});
