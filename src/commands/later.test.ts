import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import type { AccountId, DraftId, PersonId } from "../core/model.ts";
import type { Button, Reply } from "../core/view.ts";
import { later } from "./later.ts";

const office = ["09:00-12:00", "13:00-18:00"];
const charter = {
  organisation: {
    name: "Atelier",
    zone: "Europe/Paris",
    week: { mon: office, tue: office, wed: office, thu: office, fri: office },
    holidays: { country: "FR" },
  },
  clauses: [],
};
const tuesdayEvening = "2026-11-24T19:30:00Z";
const tuesdayMorning = "2026-11-24T09:30:00Z";
const wednesday = "2026-11-25T08:00:00Z";

let now = Temporal.Instant.from(tuesdayEvening);
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    charter,
    members: ["local:ann", "local:bob", "local:cat", "local:dan", "local:eve"],
    now: () => now,
    tools: { commands: [later] },
  });
});
afterAll(() => desk.close());

const ask = (by: string, line: string, at: string, fields?: Record<string, string>): Promise<Reply> => {
  now = Temporal.Instant.from(at);
  return desk.ask(by, line, { at, space: "local:general", ...(fields && { fields }) });
};
const buttonsOf = (reply: Reply): readonly Button[] =>
  reply.kind === "view" ? reply.view.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])) : [];
const dropLine = (reply: Reply): string => buttonsOf(reply)[0]?.line ?? "";
const draftOf = (reply: Reply) => desk.store.drafts.find(dropLine(reply).replace("later drop ", "") as DraftId);

describe("later", () => {
  test("keeps a text typed in the evening until the next morning, and says when", async () => {
    const reply = await ask("local:ann", "later Ask Léo\nfor the plans", tuesdayEvening);
    expect(wordsOf(reply)).toContain(`when you work next: ${wednesday}`);
    expect(await draftOf(reply)).toMatchObject({
      text: "Ask Léo\nfor the plans",
      due: Temporal.Instant.from(wednesday),
    });
    expect(
      buttonsOf(reply)
        .map(({ line }) => line)
        .join(),
    ).not.toContain("Léo");
  });

  test.each([
    ["over the weekend", "2026-11-27T18:00:00Z", "2026-11-30T08:00:00Z"],
    ["over a public holiday", "2026-11-10T18:00:00Z", "2026-11-12T08:00:00Z"],
    ["over lunch only", "2026-11-24T11:30:00Z", "2026-11-24T12:00:00Z"],
  ])("waits %s", async (_, at, due) => {
    const reply = await ask("local:ann", "later x", at);
    expect((await draftOf(reply))?.due.toString()).toBe(due);
  });

  test("in working time says that now is fine, and keeps it until the next day only when told so", async () => {
    const before = (await desk.store.drafts.list("local:bob" as PersonId)).length;
    const reply = await ask("local:bob", "later Ask Léo", tuesdayMorning);
    expect(wordsOf(reply)).toContain("now is fine");
    expect(reply).toMatchObject({ kind: "form", form: { line: "later", fields: [{ initial: "Ask Léo" }] } });
    expect(await desk.store.drafts.list("local:bob" as PersonId)).toHaveLength(before);
    const kept = await ask("local:bob", "later", tuesdayMorning, { text: "Ask Léo" });
    expect(await draftOf(kept)).toMatchObject({ text: "Ask Léo", due: Temporal.Instant.from(wednesday) });
  });

  test("follows one's own zone, week and leave, and does not wake who is on call", async () => {
    const person = "local:cat" as PersonId;
    await desk.store.people.set(person, { zone: "America/Toronto", week: [[[600, 900]], [], [], [], [], [], []] });
    await desk.store.directory.setAbsences(person, "leave", [
      {
        kind: "leave",
        from: Temporal.Instant.from("2026-11-28T05:00:00Z"),
        until: Temporal.Instant.from("2026-12-05T05:00:00Z"),
      },
    ]);
    await desk.store.directory.setAbsences(person, "on-call", [
      {
        kind: "on-call",
        from: Temporal.Instant.from("2026-11-24T18:00:00Z"),
        until: Temporal.Instant.from("2026-11-25T18:00:00Z"),
      },
    ]);
    const kept = await ask("local:cat", "later", tuesdayEvening, { text: "x" });
    expect((await draftOf(kept))?.due.toString()).toBe("2026-12-07T15:00:00Z");
    expect(wordsOf(await ask("local:cat", "later", tuesdayEvening))).toBeTruthy();
    expect((await ask("local:cat", "later y", tuesdayEvening)).kind).toBe("form");
  });

  test("without a text asks for one", async () => {
    const reply = await ask("local:ann", "later", tuesdayEvening);
    expect(reply).toMatchObject({ kind: "form", form: { line: "later", fields: [{ name: "text", maxLength: 4000 }] } });
    expect(wordsOf(reply)).toContain(wednesday);
    expect(wordsOf(await ask("local:ann", "later", tuesdayEvening, { text: " \n" }))).toContain("Please write");
  });

  test("takes 4,000 characters and not one more", async () => {
    expect((await ask("local:ann", `later ${"x".repeat(4000)}`, tuesdayEvening)).kind).toBe("view");
    expect(wordsOf(await ask("local:ann", `later ${"x".repeat(4001)}`, tuesdayEvening))).toContain("4,000 characters");
  });

  test("lists what is put aside, each with its own way out, and to nobody else", async () => {
    expect(wordsOf(await ask("local:dan", "later list", tuesdayEvening))).toContain("nothing aside");
    await ask("local:dan", "later the first thing", tuesdayEvening);
    await ask("local:dan", `later ${"🌳 ".repeat(200)}`, tuesdayEvening);
    const reply = await ask("local:dan", "later list", tuesdayEvening);
    expect(wordsOf(reply)).toContain(`${wednesday} — the first thing`);
    expect(buttonsOf(reply)).toHaveLength(2);
    expect(wordsOf(await ask("local:eve", "later list", tuesdayEvening))).not.toContain("first thing");
    // Somebody else who learns the id can do nothing with it.
    expect(wordsOf(await ask("local:eve", dropLine(reply), tuesdayEvening))).toContain("no longer there");
    expect(await desk.store.drafts.list("local:dan" as PersonId)).toHaveLength(2);
    expect(wordsOf(await ask("local:dan", dropLine(reply), tuesdayEvening))).toContain("gone");
    expect(await draftOf(reply)).toBeNull();
    expect(await desk.store.drafts.list("local:dan" as PersonId)).toHaveLength(1);
  });

  test("keeps twenty at most", async () => {
    for (let count = 1; count <= 20; count += 1) await ask("local:eve", `later ${count}`, tuesdayEvening);
    expect(wordsOf(await ask("local:eve", "later 21", tuesdayEvening))).toContain("drop one first");
    expect(await desk.store.drafts.list("local:eve" as PersonId)).toHaveLength(20);
    const lines = wordsOf(await ask("local:eve", "later list", tuesdayEvening)).split("\n");
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(lines).toContain("And 15 more.");
  });

  test("what is over is listed no longer", async () => {
    now = Temporal.Instant.from("2026-12-31T09:00:00Z");
    expect(await desk.store.drafts.list("local:eve" as PersonId)).toEqual([]);
  });

  test("says so where no working time is known, and keeps nothing", async () => {
    const person = "local:bob" as PersonId;
    await desk.store.directory.setAbsences(person, "leave", [
      { kind: "leave", from: now, until: now.add({ hours: 24 * 300 }) },
    ]);
    const at = now.add({ hours: 1 }).toString();
    expect(wordsOf(await ask("local:bob", "later x", at))).toContain("60 days");
    expect(await desk.store.drafts.list(person)).toEqual([]);
  });

  test("also serves whom the directory has not heard of", async () => {
    const reply = await ask("local:zed", "later x", tuesdayEvening);
    expect(await draftOf(reply)).toMatchObject({ text: "x" });
    expect(wordsOf(await ask("local:zed", "later liste", tuesdayEvening))).toContain("— x");
    expect((await desk.store.directory.accounts(["local:zed" as AccountId])).size).toBe(0);
  });
});
