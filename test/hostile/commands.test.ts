import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import type { AccountId } from "../../src/core/model.ts";
import type { Reply } from "../../src/core/view.ts";
import { openDesk, wordsOf, type Asking, type Desk } from "../desk.ts";

const clause = (id: string, but: object) => ({
  id,
  title: { en: `The ${id}`, fr: `La ${id}` },
  prose: { en: "So be it.", fr: "Ainsi soit-il." },
  ...but,
});
const charter = {
  organisation: { name: "Lisière", zone: "Europe/Paris", week: { mon: ["09:00-17:00"], tue: ["09:00-17:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  stewards: { admins: ["local:camille", "local:noor"], moderators: ["local:lea"], ambassadors: ["local:emma"] },
  promotion: { shadowDays: 0 },
  clauses: [
    clause("words", { rule: "watched-terms", settings: { terms: [{ term: "Falcon" }] } }),
    clause("rest", { rule: "resting-hours", stage: "nudge" }),
    clause("content", { rule: "professional-content" }),
    clause("connections", { rule: "outside-connection", stage: "draft" }),
    clause("people", { rule: null }),
  ],
};
const everybody = ["local:camille", "local:noor", "local:lea", "local:emma", "local:eve"] as const;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ charter, members: everybody, guests: ["local:paolo"], spaces: ["local:cafe"] });
});
afterAll(() => desk.close());

/** What somebody could type in the place of any argument. */
const odd = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202e\u2066x",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "words constructor 1",
  "words __proto__ 1",
  "words terms.__proto__ 1",
  "words terms.0.constructor 1",
  "words terms [{}]",
  "words binds constructor",
  "words allowance 1e400",
  "words allowance -1",
  "words allowance 99999999999999999999",
  "content harassment constructor",
  "add words constructor",
  "add local:eve as constructor",
  "zone constructor",
  "week constructor",
  "week constructor 9-17",
  "leave constructor",
  "oncall constructor constructor",
  "--from 1",
  "--from -1",
  "--from 99999999999999999999",
  "-1",
  "0",
  "99999999999999999999",
  "1e400",
  '"',
  "«",
  "\\",
  "'; drop table claim; --",
  "<@U1>",
  "<@U1|x>",
  "<!subteam^S1>",
  "slack:U1",
  "teams:19:x@thread.v2",
  "local:",
  ":",
  "00000000-0000-0000-0000-000000000000",
  "drop 00000000-0000-0000-0000-000000000000",
  "1 uphold x",
  "local:cafe m\u0000 x",
  "local:\u0000 m x",
  "local:cafe \ud800 x",
  "words until +275760-09-13",
  "words until 2026-02-30",
  "9999 days",
  "after \u0000",
  "import 0",
  "FR constructor",
  "here constructor",
] as const;
const huge = [
  "x".repeat(40_000),
  "漢".repeat(20_000),
  '"'.repeat(40_000),
  " a".repeat(20_000),
  "--from 1 ".repeat(4000),
];
const fieldNames = [
  ...["act", "clause", "setting", "value", "stage", "term", "allow", "locale", "space", "purpose", "who", "is", "of"],
  ...["role", "name", "zone", "domains", "country", "region", "until", "reason-of", "csv", "reason", "matter", "text"],
  ...[
    "draft",
    "confirm",
    "language",
    "week",
    "from",
    "kind",
    "note",
    "what",
    "part",
    "calendar",
    "address",
    "__proto__",
  ],
];
const allFields = (value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(fieldNames.map((name) => [name, value]));

/** What shows of the machine in an answer, or null: it is for somebody to read. */
function unreadable(reply: Reply): string | null {
  const said = wordsOf(reply);
  if (said.trim() === "" || said.length > 100_000) return `an answer of ${said.length} characters`;
  return /.{0,30}(?:\[native code\]|\[object |undefined|\bNaN\b|Error:).{0,30}/.exec(said)?.[0] ?? null;
}

// Reports come last: each opens a case, which others would then show.
/** An admin, whom every command answers, and somebody whom the directory does not know. */
const inOrder = commands.toSorted((one, other) => Number(one.name === "report") - Number(other.name === "report"));
const askers = inOrder.flatMap(({ name, role }) => [
  [name, "local:camille"] as const,
  ...(role === "employee" ? [[name, "local:nobody"] as const] : []),
]);

test.each(askers)(
  "%s answers %s, whatever stands after it or in its form",
  async (name, by) => {
    const failures: string[] = [];
    const asked = async (line: string, asking: Asking = {}): Promise<void> => {
      const wrong = await desk.ask(by, line, asking).then(unreadable, String);
      const told = JSON.stringify([line.slice(0, 60), asking.fields?.["reason"]?.slice(0, 60), asking.locale]);
      if (wrong !== null) failures.push(`${told}: ${wrong}`);
    };
    // Each command takes every second of them, another half from one to the next: what one misses its neighbour meets.
    for (const [index, argument] of odd.entries()) {
      if ((index + name.length) % 2 === 1) continue;
      await asked(`${name} ${argument}`, { space: "local:cafe", locale: index % 2 === 0 ? "en" : "fr" });
    }
    for (const argument of ["a\u0000b\ud800", "__proto__", "constructor", "99999999999999999999", ...huge]) {
      await asked(`${name} ${argument}`, { fields: allFields(argument) });
      await asked(name, { fields: allFields(argument) });
    }
    await asked(name, { fields: {} });
    expect(failures).toEqual([]);
  },
  60_000,
);

/** Types a line that changes the charter, and confirms the form that it is answered with. */
async function confirm(by: string, line: string): Promise<string> {
  const shown = await desk.ask(by, line);
  if (shown.kind !== "form") return wordsOf(shown);
  return desk.words(by, shown.form.line, { fields: { reason: "We agreed on it." } });
}
const adminsNow = async (): Promise<readonly string[]> => {
  const stored = (await desk.store.revisions.current())?.charter as typeof charter;
  return stored.stewards.admins;
};

test("whoever is no admin any more changes nothing through an instance that has not heard of it yet", async () => {
  const stored = await desk.store.revisions.current();
  const from = stored?.number ?? 0;
  const without = { ...charter, stewards: { ...charter.stewards, admins: ["local:camille"] } };
  await desk.store.revisions.add(without, "command line", "Noor left.", from);
  expect(desk.tools.revision().charter.stewards.admins).toContain("local:noor");
  const fields = { reason: "Back." };
  const words = await desk.words("local:noor", `steward add local:noor as admin --from ${from + 1}`, { fields });
  expect(words).toContain("Only admins");
  expect(await adminsNow()).toEqual(["local:camille"]);
  const by = "local:camille" as AccountId;
  expect(await desk.tools.revise(charter, { by, reason: "Back.", from: from + 1 })).toBe(from + 2);
});

test("two admins who end each other's role at once leave one of them", async () => {
  await Promise.all([
    confirm("local:camille", "steward remove local:noor"),
    confirm("local:noor", "steward remove local:camille"),
  ]);
  const [left = "", ...others] = await adminsNow();
  expect(others).toEqual([]);
  expect(await confirm(left, `steward remove ${left}`)).toContain("the only admin");
  expect(await confirm(left, `steward add ${left} as moderator`)).toContain("the only admin");
  expect(await adminsNow()).toEqual([left]);
});
