import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AdapterError, type Act } from "../../src/core/adapter.ts";
import { mint, type AccountId, type Reader, type SpaceId } from "../../src/core/model.ts";
import { text, type View } from "../../src/core/view.ts";
import { readCard, cardOf } from "./cards.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { startRig, type TeamsRig } from "./rig.ts";

let door: RecordingDoor;
let rig: TeamsRig;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig(door);
});
afterEach(() => rig.stop());

const reader: Reader = { locale: "en", zone: "Europe/Paris" };
const nudge: View = {
  blocks: [
    text("Your message says ", { kind: "mark", text: "*you fool*" }, "."),
    { kind: "buttons", buttons: [{ label: "Why?", line: "why 7", style: "primary" }] },
  ],
};
const tell = (how: "inPlace" | "direct", to: AccountId = rig.people.alice): Act => ({
  do: "tell",
  how,
  to,
  place: { workspace: rig.workspace, space: rig.space, thread: "1795289204000", message: null },
  view: nudge,
  key: "one",
});
const connectorCalls = () => rig.double.journal.filter(({ kind }) => kind === "connector");

describe("a nudge", () => {
  test("in place is a targeted message beside what it is about, with its button", async () => {
    const receipt = await rig.adapter.perform(tell("inPlace"), reader);
    expect(receipt?.how).toBe("inPlace");
    const call = connectorCalls().at(-1);
    expect(call).toMatchObject({
      method: "POST",
      path: "/teams/v3/conversations/19:general@thread.tacv2;messageid=1795289204000/activities",
      query: { isTargetedActivity: "true" },
      body: { type: "message", recipient: { id: "29:alice", isTargeted: true } },
    });
    expect(readCard(cardOf(call?.body)).buttons).toEqual([
      { title: "Why?", type: "Action.Execute", data: { action: "run", line: "why 7" } },
    ]);
    expect(rig.told).toEqual([
      {
        to: rig.people.alice,
        how: "inPlace",
        privately: true,
        text: "Your message says \n*you fool*\n.",
        buttons: ["Why?"],
        withdrawn: false,
      },
    ]);
  });

  test("asks for the person's id in the place once, and learns it from traffic without asking", async () => {
    await rig.adapter.perform(tell("inPlace"), reader);
    await rig.adapter.perform(tell("inPlace"), reader);
    expect(connectorCalls().filter(({ method }) => method === "GET")).toHaveLength(1);
    await rig.command(rig.people.bob, "help");
    await rig.adapter.perform(tell("inPlace", rig.people.bob), reader);
    expect(connectorCalls().filter(({ path }) => path.includes("/members/"))).toHaveLength(1);
  });

  test("direct opens the chat with the person once, and reaches them alone", async () => {
    await rig.adapter.perform(tell("direct"), reader);
    await rig.adapter.perform(tell("direct"), reader);
    const opened = connectorCalls().filter(({ path }) => path === "/teams/v3/conversations");
    expect(opened).toMatchObject([{ method: "POST", body: { isGroup: false, tenantId: rig.double.tenantId } }]);
    expect(rig.told).toMatchObject([
      { to: rig.people.alice, how: "direct", privately: true },
      { to: rig.people.alice, how: "direct", privately: true },
    ]);
  });

  test.each(["inPlace", "direct"] as const)("told %s can be taken back by its receipt", async (how) => {
    const act = tell(how);
    const receipt = await rig.adapter.perform(act, reader);
    await rig.adapter.perform(
      { do: "withdraw", to: act.to, place: act.place, receipt: receipt?.receipt ?? "" },
      reader,
    );
    expect(rig.told.map(({ withdrawn }) => withdrawn)).toEqual([true]);
    expect(connectorCalls().at(-1)?.query).toEqual(how === "inPlace" ? { isTargetedActivity: "true" } : {});
  });

  test("answers its button with a card for whoever pressed", async () => {
    await rig.adapter.perform(tell("inPlace"), reader);
    const shown = await rig.press(rig.people.alice, "Why?");
    expect(shown.text).toContain("why 7");
    expect(door.calls).toMatchObject([{ by: rig.people.alice, line: "why 7", privately: true, space: rig.space }]);
  });

  test("can be told in place only where others are", () => {
    const at = (space: SpaceId) =>
      [...rig.adapter.abilities({ workspace: rig.workspace, space, thread: null, message: null })].toSorted();
    expect(at(rig.space)).toEqual(["tell.direct", "tell.inPlace", "withdraw.direct", "withdraw.inPlace"]);
    expect(at(mint<SpaceId>("teams", "a:alone"))).toEqual(["tell.direct", "withdraw.direct", "withdraw.inPlace"]);
  });
});

describe("a refusal of the service", () => {
  const cases = [
    [{ status: 429, retryAfter: "7" }, "limited", 7],
    [{ status: 403 }, "forbidden", null],
    [{ status: 404 }, "missing", null],
    [{ status: 412 }, "unreachable", null],
    [{ status: 502 }, "unreachable", null],
  ] as const;
  test.each(cases)("%o is told as what it means, and tried once", async (failure, code, retryAfter) => {
    rig.double.fail(failure);
    await expect(rig.adapter.perform(tell("direct"), reader)).rejects.toMatchObject({ code, retryAfter });
    expect(connectorCalls()).toHaveLength(1);
    await rig.adapter.perform(tell("direct"), reader);
    expect(rig.told).toHaveLength(1);
  });

  test("carries nothing of what was said", async () => {
    rig.double.fail({ status: 403 });
    const refusal: unknown = await rig.adapter.perform(tell("inPlace"), reader).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AdapterError);
    expect(JSON.stringify([refusal, String(refusal), Object(refusal).cause, rig.logged])).not.toContain("fool");
  });

  test("is unreachable where nobody answers", async () => {
    await rig.double.stop();
    await expect(rig.adapter.perform(tell("direct"), reader)).rejects.toMatchObject({ code: "unreachable" });
  });
});

describe("a command", () => {
  test.each(["personal", "targeted"] as const)("is answered privately as it came: %s", async (way) => {
    rig.way = way;
    const shown = await rig.command(rig.people.alice, "check you fool");
    expect(shown).toMatchObject({ kind: "view", text: expect.stringContaining("check you fool") });
    expect(door.calls).toMatchObject([
      {
        platform: "teams",
        by: rig.people.alice,
        line: "check you fool",
        privately: true,
        space: way === "personal" ? null : rig.space,
        reader: { locale: "en", zone: "Europe/Paris" },
      },
    ]);
    expect(rig.double.posted.map(({ onlyFor }) => onlyFor)).toEqual(["29:alice"]);
    expect(door.judged).toEqual([]);
  });

  test("before everybody is judged as a message, and answered to all", async () => {
    rig.way = "mention";
    const shown = await rig.command(rig.people.alice, "help");
    expect(shown.text).toContain("help");
    expect(door.calls).toMatchObject([{ line: "help", privately: false }]);
    expect(door.judged).toMatchObject([{ text: { plain: "Charter help" } }]);
    expect(rig.double.posted.map(({ onlyFor }) => onlyFor)).toEqual([null]);
  });

  test("that is wrong is answered with what is wrong", async () => {
    const shown = await rig.command(rig.people.alice, "wrong word");
    expect(shown).toMatchObject({ kind: "problems", text: "There is no such word." });
  });

  test("whose answer does not get through is not run again", async () => {
    rig.double.fail({ status: 403 });
    await expect(rig.command(rig.people.alice, "help")).resolves.toMatchObject({ text: "" });
    expect(rig.logged).toEqual([{ event: "teams.answer.lost", fields: { code: "forbidden" } }]);
    expect(door.calls).toHaveLength(1);
  });
});

describe("a form", () => {
  test.each(["personal", "targeted", "mention"] as const)("opens as a dialog from a card for one: %s", async (way) => {
    rig.way = way;
    const shown = await rig.command(rig.people.alice, "report");
    expect(shown).toEqual({ kind: "form", text: "Reason\nUrgency", problemFields: [] });
    expect(rig.double.posted.map(({ onlyFor }) => onlyFor)).toEqual(["29:alice"]);
  });

  test("that is wrong comes again with the error under its field and what was typed", async () => {
    await rig.command(rig.people.alice, "report");
    const again = await rig.submit(rig.people.alice, { reason: "", urgency: "high" });
    expect(again).toEqual({ kind: "problems", text: "Reason\nSay why.\nUrgency", problemFields: ["reason"] });
    const done = await rig.submit(rig.people.alice, { reason: "it is late" });
    expect(done).toMatchObject({ kind: "view", text: "Thank you." });
    expect(door.calls.at(-1)).toMatchObject({
      by: rig.people.alice,
      line: "report",
      fields: { reason: "it is late", urgency: "high" },
    });
  });

  test("can be reached by a button", async () => {
    await rig.command(rig.people.alice, "help");
    const shown = await rig.press(rig.people.alice, "Report");
    expect(shown.kind).toBe("form");
  });
});

describe("reading", () => {
  test("gives everybody of the places seen, page by page, under the same ids as in traffic", async () => {
    await rig.say(rig.people.alice, "hello");
    const pages = await Array.fromAsync(rig.adapter.people());
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(pages.flat().map(({ id }) => id)).toEqual([rig.people.alice, rig.people.bob, rig.people.outsider]);
    expect((await Array.fromAsync(rig.adapter.spaces())).flat()).toEqual([
      { id: rig.space, workspace: rig.workspace, name: "General" },
    ]);
  });

  test("does not count a chat with the bot as a place", async () => {
    await rig.command(rig.people.alice, "help");
    expect((await Array.fromAsync(rig.adapter.spaces())).flat()).toEqual([]);
    expect((await Array.fromAsync(rig.adapter.people())).flat()).toEqual([]);
  });
});
