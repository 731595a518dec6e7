import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Call } from "../src/core/adapter.ts";
import { mayUse, type CommandTools } from "../src/core/command.ts";
import { mint, roles, type AccountId, type PersonId, type Role } from "../src/core/model.ts";
import { dispatch } from "../src/dispatch.ts";
import { commands } from "../src/commands/index.ts";
import { openDesk, type Desk } from "./desk.ts";

const clause = (id: string, but: object) => ({
  id,
  title: { en: `The ${id}`, fr: `La ${id}` },
  prose: { en: "So be it.", fr: "Ainsi soit-il." },
  ...but,
});
const charter = {
  organisation: { name: "Lisière", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  stewards: { admins: ["local:camille"], moderators: ["local:lea"], ambassadors: ["local:emma"] },
  promotion: { shadowDays: 0 },
  clauses: [
    clause("words", { rule: "watched-terms", settings: { terms: [{ term: "Falcon" }] } }),
    clause("rest", { rule: "resting-hours", stage: "nudge" }),
  ],
};
const people: Readonly<Record<Exclude<Role, "admin">, string>> = {
  employee: "local:eve",
  ambassador: "local:emma",
  moderator: "local:lea",
};
/** Whoever is not an admin: in each role, from outside, and unknown to the directory. */
const others = [...Object.values(people), "local:paolo", "local:nobody"];

/** Lines that an admin confirms, with which the charter would change. */
const confirmed = [
  "set words allowance 9",
  "stage words case",
  "term add words Aurora",
  "space here is sanctuary",
  "audience local:eve is client",
  "audiences import 0123456789ab",
  "steward add local:eve as admin",
  "steward add local:lea as admin",
  'organisation name "Ours"',
  "holidays FR",
  "except words local:eve for health until 10 days",
  "pause 10 days",
];
/** What one might type after a command's name: what an admin would, what was confirmed, and what was forged. */
const rests = [
  "",
  "x",
  "words",
  "words nudge",
  "words nudge --from 1",
  "words allowance 9 --from 1",
  "add words Aurora --from 1",
  "here is sanctuary --from 1",
  "local:eve is staff --from 1",
  "add local:eve as admin --from 1",
  "remove local:camille --from 1",
  'name "Ours" --from 1',
  "FR --from 1",
  "words local:eve for health until 10 days --from 1",
  "words until 2026-12-01 --from 1",
  "import --from 1",
  "csv",
  '"--from" 1 --reason "Now" --role admin',
];
const forms: readonly (Readonly<Record<string, string>> | undefined)[] = [
  undefined,
  { reason: "We agreed on it." },
  {
    reason: "We agreed on it.",
    ...{ act: "add", clause: "words", setting: "allowance", value: "9", stage: "nudge", term: "Aurora", space: "here" },
    ...{ purpose: "sanctuary", who: "local:eve", is: "staff", of: "", role: "admin", name: "Ours", zone: "UTC" },
    ...{
      country: "FR",
      region: "",
      until: "2026-12-01",
      "reason-of": "health",
      csv: "account,audience\nlocal:eve,client",
    },
  },
];

const callOf = (by: string, line: string, but: Partial<Call> = {}): Call => ({
  platform: "local",
  workspace: mint("local", "w"),
  by: by as AccountId,
  space: mint("local", "cafe"),
  privately: true,
  line,
  reader: { locale: null, zone: null },
  at: Temporal.Instant.from("2026-11-24T09:00:00Z"),
  ...but,
});

let desk: Desk;
let revised = 0;
beforeAll(async () => {
  desk = await openDesk({
    charter,
    members: ["local:camille", ...Object.values(people)],
    guests: ["local:paolo"],
    spaces: ["local:cafe"],
  });
  const { revise } = desk.tools;
  Object.assign(desk.tools, {
    revise: (...change: Parameters<CommandTools["revise"]>) => {
      revised += 1;
      return revise(...change);
    },
  });
});
afterAll(() => desk.close());

/** All that nobody but an admin may change: every revision, and what the admin chose for themselves. */
async function held(): Promise<unknown> {
  const { revisions, people: persons } = desk.store;
  const camille = "local:camille" as PersonId;
  return {
    revised,
    revisions: await revisions.list(1000),
    settings: await persons.settings(camille),
    signature: await persons.signature(camille),
  };
}

const restricted = commands.flatMap((command) =>
  roles
    .filter((role): role is keyof typeof people => role !== "admin" && !mayUse(role, command.role))
    .map((role) => [command.name, role] as const),
);

describe("who may", () => {
  test("the table has commands for each role", () => {
    expect(new Set(commands.map(({ role }) => role))).toEqual(new Set(roles));
    expect(restricted.length).toBeGreaterThan(30);
  });

  test.each(restricted)("%s does not exist for somebody in the role of %s, however they ask", async (name, role) => {
    const before = await held();
    const without = { ...desk.tools, commands: commands.filter((command) => command.name !== name) };
    for (const rest of rests) {
      for (const fields of forms) {
        const call = callOf(people[role], `${name} ${rest}`, fields && { fields });
        expect(await dispatch(desk.tools, call)).toEqual(await dispatch(without, call));
      }
    }
    expect(await held()).toEqual(before);
  });

  test.each(confirmed.filter((line) => !line.startsWith("audiences")))(
    "an admin may: %s changes the charter, with its form",
    async (line) => {
      const before = (await desk.store.revisions.current())?.number ?? 0;
      const shown = await dispatch(desk.tools, callOf("local:camille", line));
      if (shown.kind !== "form") throw new Error("nothing to confirm");
      const fields = { reason: "We agreed on it." };
      await dispatch(desk.tools, callOf("local:camille", shown.form.line, { fields }));
      const after = await desk.store.revisions.current();
      expect(after?.number).toBe(before + 1);
      await desk.tools.revise(charter, { by: "local:camille" as AccountId, reason: "Back.", from: before + 1 });
    },
  );

  test("nothing that anybody else types, presses or submits changes the charter", async () => {
    // Whoever forges a confirmation knows the number: it is no secret.
    const newest = (await desk.store.revisions.current())?.number ?? 0;
    const name = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...commands.map((command) => command.name)) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
    );
    const word = fc.oneof(
      fc.constantFrom("words", "rest", "nudge", "case", "add", "remove", "import", "csv", "here", "is", "sanctuary"),
      fc.constantFrom("local:eve", "local:camille", "@lea", "as", "admin", "for", "until", "10", "days", "off", "1"),
      fc.constantFrom("--from", "--from 1", "--from 2", "--reason", '"', "allowance", "organisation", "name", "erase"),
      fc.string({ maxLength: 8 }),
    );
    const field = fc.constantFrom(...Object.keys(forms[2] ?? {}), "confirm", "language", "text", "note");
    const fields = fc.option(
      fc.oneof(
        fc.constantFrom(...forms.filter((form) => form !== undefined)),
        fc.dictionary(field, fc.oneof(word, fc.constantFrom(...Object.values(forms[2] ?? {}))), { maxKeys: 4 }),
      ),
      { nil: undefined },
    );
    const rest = fc.oneof(
      fc.constantFrom(...rests),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
    );
    const forged = fc.constantFrom(...confirmed).map((line) => `${line} --from ${newest}`);
    const line = fc.oneof(
      forged,
      fc.tuple(name, rest).map((words) => words.join(" ")),
    );
    const call = fc.record({ by: fc.constantFrom(...others), line, fields, privately: fc.boolean() });
    const before = await held();
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 6 }), async (calls) => {
        for (const each of calls) {
          const but = { privately: each.privately, ...(each.fields && { fields: each.fields }) };
          await dispatch(desk.tools, callOf(each.by, each.line, but));
        }
        expect(await held()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
