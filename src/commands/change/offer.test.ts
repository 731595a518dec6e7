import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, type Desk } from "../../../test/desk.ts";
import type { Command } from "../../core/command.ts";
import type { Form, Reply } from "../../core/view.ts";
import { plain } from "../../core/view.ts";
import { audiences } from "../audiences.ts";
import { pause } from "../pause.ts";
import { set } from "../set.ts";
import { space } from "../space.ts";
import { stage } from "../stage.ts";
import { steward } from "../steward.ts";
import { term } from "../term.ts";

const clause = (id: string, but: object) => ({
  id,
  title: { en: `The ${id}`, fr: `La ${id}` },
  prose: { en: "So be it.", fr: "Ainsi soit-il." },
  ...but,
});
const written = {
  organisation: { name: "Lisière", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  stewards: { admins: ["local:camille", "local:lea"], moderators: ["local:emma"] },
  spaces: { "local:union": "sanctuary" },
  promotion: { shadowDays: 0 },
  clauses: [
    clause("words", { rule: "watched-terms", settings: { terms: [{ term: "Falcon" }] } }),
    clause("rest", { rule: "resting-hours", stage: "nudge" }),
  ],
};

/** A mistake in the table of commands. */
const open: Command = { ...pause, name: "open", role: "employee" };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    charter: written,
    members: ["local:camille", "local:lea", "local:emma", "local:eve"],
    spaces: ["local:union", "local:cafe"],
    tools: { commands: [audiences, pause, set, space, stage, steward, term, open] },
  });
});
afterAll(() => desk.close());

const formOf = (reply: Reply): Form => {
  if (reply.kind !== "form") throw new Error(`not a form: ${JSON.stringify(reply)}`);
  return reply.form;
};
const ask = async (line: string): Promise<Form> => formOf(await desk.ask("local:camille", line));
const about = ({ about: blocks = [] }: Form): string => plain({ blocks });
const newest = async () => desk.store.revisions.current();
const apply = (form: Form, reason = "We agreed on it.", by = "local:camille"): Promise<string> =>
  desk.words(by, form.line, { fields: { reason } });

describe("a change of the charter", () => {
  test("is shown in words and as a difference, and nothing changes until its reason is given", async () => {
    const form = await ask("set rest graceMinutes 30");
    expect(about(form)).toContain("The rest: graceMinutes becomes 30; it is 15 now.");
    expect(about(form)).toContain("+      graceMinutes: 30");
    expect(form.line).toBe("set rest graceMinutes 30 --from 1");
    expect(form.fields.map(({ name }) => name)).toEqual(["reason"]);
    expect((await newest())?.number).toBe(1);
  });
  test("is applied with who, why and what, and holds at once", async () => {
    expect(await apply(await ask("set rest graceMinutes 30"), "  Trains\nare late. ")).toContain("revision 2");
    const stored = await newest();
    expect([stored?.number, stored?.by, stored?.reason]).toEqual([2, "local:camille", "Trains are late."]);
    expect(desk.tools.revision().charter.clauses[1]?.settings).toEqual({ graceMinutes: 30 });
    // Only what was asked for has changed.
    expect(stored?.charter).toEqual({
      ...written,
      clauses: [written.clauses[0], { ...written.clauses[1], settings: { graceMinutes: 30 } }],
    });
  });
  test("asks the same again when its line is run without fields", async () => {
    const form = await ask("term add words Aurora");
    expect(await ask(form.line)).toEqual(form);
    expect(await ask(`/charter ${form.line}`)).toEqual(form);
  });
  test.each([
    ["", "say why"],
    ["  ", "say why"],
    ["x".repeat(301), "300 characters"],
  ])("needs a reason of at most 300 characters: case %#", async (reason, expected) => {
    const before = await newest();
    expect(await apply(await ask("term add words Aurora"), reason)).toContain(`reason: `);
    expect(await apply(await ask("term add words Aurora"), reason)).toContain(expected);
    expect(await newest()).toEqual(before);
  });
  test("is never applied by what is typed alone", async () => {
    const before = await newest();
    const number = before?.number ?? 0;
    expect(await desk.words("local:camille", `stage words nudge --reason "Quick" --from ${number}`)).toContain(
      "the reason is asked for",
    );
    // With a reason and without the revision that was shown, it is only shown.
    const reply = await desk.ask("local:camille", "stage words nudge", { fields: { reason: "Quick" } });
    expect(reply.kind).toBe("form");
    expect(await newest()).toEqual(before);
  });
  test("is shown again where the charter has changed meanwhile, and is not lost", async () => {
    const first = await ask("term add words Aurora");
    const second = await ask("set words allowance 1");
    expect(await apply(second)).toContain("Applied");
    const again = formOf(await desk.ask("local:camille", first.line, { fields: { reason: "Names." } }));
    expect(about(again)).toContain("The charter has changed meanwhile");
    expect(again.fields[0]).toMatchObject({ name: "reason", initial: "Names." });
    expect(await apply(again)).toContain("Applied");
    const { clauses } = desk.tools.revision().charter;
    expect(clauses[0]).toMatchObject({ allowance: 1, settings: { terms: [{ term: "Falcon" }, { term: "Aurora" }] } });
  });
  test("of two at the same moment only one is applied, and the other is shown anew", async () => {
    const [one, other] = [await ask("set words allowance 5"), await ask("set words allowance 6")];
    const before = (await newest())?.number ?? 0;
    const replies = await Promise.all(
      [one, other].map((form) => desk.ask("local:camille", form.line, { fields: { reason: "Both." } })),
    );
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(["form", "view"]);
    expect((await newest())?.number).toBe(before + 1);
    const lost = replies.find((reply) => reply.kind === "form");
    expect(lost && about(formOf(lost))).toContain("meanwhile");
    expect(lost && formOf(lost).fields[0]).toMatchObject({ initial: "Both." });
  });
  test("is for admins only, even where a command says that anybody may run it", async () => {
    const before = await newest();
    for (const line of ["open rest 2 days", `open rest 2 days --from ${before?.number}`]) {
      expect(await desk.words("local:emma", line, { fields: { reason: "Mine." } })).toContain("Only admins change");
      expect(await desk.words("local:eve", line)).toContain("Only admins change");
    }
    expect(await newest()).toEqual(before);
  });
  test("says so where nothing would change", async () => {
    expect(await desk.words("local:camille", "stage rest nudge")).toContain("It is so already");
    expect(await desk.words("local:camille", "pause off")).toContain("It is so already");
  });
  test("tells all that is wrong with it, in the reader's language", async () => {
    expect(await desk.words("local:camille", "set rest graceMinutes 900")).toBe("value: graceMinutes: At most 240.");
    expect(await desk.words("local:camille", "set rest graceMinutes 900", { locale: "fr" })).toContain("Au plus 240");
    const submitted = await desk.ask("local:camille", "set rest graceMinutes", { fields: { value: "900" } });
    expect(submitted).toEqual({ kind: "problems", problems: [{ field: "value", text: "At most 240." }] });
  });
  test("warns of what a difference does not say", async () => {
    expect(about(await ask("stage words nudge"))).toContain("“The words” speaks as soon as this is applied");
    expect(about(await ask("pause rest 2 days"))).toContain("“The rest” falls silent");
    expect(about(await ask("space #cafe is sanctuary"))).toContain("nothing that is written there is looked at");
    expect(about(await ask("space #union is internal"))).toContain("is no longer a sanctuary");
    expect(about(await ask("steward remove @camille"))).toContain("You give up your own rights of this role: admin");
    expect(about(await ask("steward add @emma as admin"))).toMatch(
      /local:emma gains the rights of this role: admin[^]*local:emma loses the rights of this role: moderator/,
    );
  });
  test("is in French where the reader is", async () => {
    const form = formOf(await desk.ask("local:camille", "stage words nudge", { locale: "fr" }));
    expect(about(form)).toContain("La words passe au stade «\u00a0nudge\u00a0»");
    expect(form.submit).toBe("Appliquer");
  });
  test("that is too long for a chat is for the command line", async () => {
    const long = Array.from({ length: 200 }, (_, index) => `phrase number ${index}`).join(", ");
    expect(await desk.words("local:camille", `set rest urgentMarkers "${long}"`)).toContain("At most 50 entries");
    const names = Array.from({ length: 45 }, (_, index) => `${"x".repeat(50)}${index}`).join(", ");
    expect(await desk.words("local:camille", `set rest urgentMarkers "${names}"`)).toContain(
      "npm run charter -- apply",
    );
  });
  test("holds nothing that a store cannot keep", async () => {
    const form = await ask("term add words Nim\0bus");
    expect(await apply(form, "A\0B\ud800")).toContain("Applied");
    expect((await newest())?.reason).toBe("AB\ufffd");
  });
});
