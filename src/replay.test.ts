import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { writeDocument } from "./document.ts";
import { replayCommand } from "./replay.ts";
import { openSample, shares } from "./replay/sample.ts";

let root = "";
let made = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "replay-"));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

type Files = Readonly<Record<string, unknown>>;
function write(files: Files): string {
  const folder = join(root, String(made++));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

const users = [
  { id: "U0ADA", team_id: "T0HERE", tz: "Europe/Paris" },
  { id: "U0BEN", team_id: "T0HERE", tz: "America/Los_Angeles" },
  { id: "U0GUEST", team_id: "T0HERE", is_restricted: true, profile: { email: "g@client.example" } },
];
const channels = ["aaa", "zzz", "council"].map((name) => ({ id: `C0${name.toUpperCase()}`, name }));

let stamp = 0;
/** A message of the Monday 2026-11-16, or of another day, at a time in UTC. */
function said(user: string, clock: string, text: string, date = "2026-11-16") {
  const seconds = Temporal.Instant.from(`${date}T${clock}:00Z`).epochMilliseconds / 1000;
  return { type: "message", user, ts: `${seconds}.${String(++stamp).padStart(6, "0")}`, text };
}
const exportOf = (messages: Files): string => write({ "users.json": users, "channels.json": channels, ...messages });

const day = ["08:00-18:00"];
const title = (word: string) => ({ en: word, fr: word });
const clause = (id: string, rule: string | null, more: object = {}) => ({
  id,
  title: title(id),
  prose: title(id),
  rule,
  ...more,
});
const terms = (id: string, ...words: string[]) =>
  clause(id, "watched-terms", { settings: { terms: words.map((term) => ({ term })) } });
function charter(clauses: readonly object[], more: object = {}): string {
  const organisation = {
    name: "Nordvik",
    zone: "Europe/Paris",
    week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  };
  const place = join(root, `${made++}.yaml`);
  writeFileSync(place, writeDocument({ organisation, ...more, clauses }));
  return place;
}

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const exitCode = await replayCommand(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { exitCode, out: out.join("\n"), err: err.join("\n") };
}

const count = z.record(z.string(), z.number());
const example = z.object({ space: z.string(), day: z.string(), code: z.string(), excerpt: z.string() });
const rehearsal = z.object({
  messages: z.number(),
  findings: z.number(),
  nudges: z.number(),
  nudgesPerDay: z.number(),
  messagesPerSecond: z.number(),
  days: z.number(),
  spaces: z.number(),
  people: z.number(),
  audiences: count,
  leftOut: count,
  notJudged: z.array(z.object({ clause: z.string() })),
  skipped: z.array(z.object({ file: z.string(), why: z.string() })),
  byClause: z.record(
    z.string(),
    z.object({
      messages: z.number(),
      findings: z.number(),
      people: z.number(),
      nudges: z.number(),
      nudgesPerDay: z.number(),
      byCode: count,
      outcomes: count,
      undecided: count,
      examples: z.array(example),
    }),
  ),
});
async function replayed(place: string, file: string, ...args: readonly string[]) {
  const { exitCode, out, err } = await run(place, "--charter", file, "--json", ...args);
  expect(err).toBe("");
  expect(exitCode).toBe(0);
  return rehearsal.parse(JSON.parse(out));
}

describe("a replay counts what a charter would have meant", () => {
  test("over all clauses, spaces, people and days", async () => {
    const result = await replayed(
      exportOf({
        "aaa/2026-11-16.json": [said("U0ADA", "09:00", "project falcon"), said("U0BEN", "17:00", "hello")],
        "aaa/2026-11-17.json": [said("U0ADA", "09:00", "falcon again", "2026-11-17")],
        "zzz/2026-11-20.json": [said("U0BEN", "17:00", "falcon", "2026-11-20")],
      }),
      charter([terms("names", "falcon")]),
    );
    expect(result).toMatchObject({ messages: 4, findings: 3, nudges: 3, nudgesPerDay: 1 });
    expect(result).toMatchObject({ days: 3, spaces: 2, people: 2, audiences: { staff: 2 } });
    expect(result.byClause["names"]).toMatchObject({ messages: 4, findings: 3, people: 2, nudges: 3, nudgesPerDay: 1 });
    expect(result.byClause["names"]?.byCode).toEqual({ "watched-term": 3 });
  });

  test("with the caps of a day over all spaces, in the order of time and not of names", async () => {
    const result = await replayed(
      exportOf({
        "aaa/2026-11-16.json": [said("U0ADA", "10:00", "heron")],
        "zzz/2026-11-16.json": [said("U0ADA", "09:00", "falcon"), said("U0ADA", "09:30", "falcon")],
      }),
      charter([terms("one", "falcon"), terms("other", "heron")], { caps: { day: 1, dayAndClause: 1 } }),
    );
    expect(result.byClause["one"]?.outcomes).toEqual({ told: 1, capped: 1 });
    expect(result.byClause["other"]?.outcomes).toEqual({ capped: 1 });
  });

  test("with the allowance of each week, which begins anew on Monday", async () => {
    const messages = [16, 17, 18, 23, 24].map((date) => [
      `aaa/2026-11-${date}.json`,
      [said("U0ADA", "09:00", "falcon", `2026-11-${date}`)],
    ]);
    const result = await replayed(
      exportOf(Object.fromEntries(messages) as Files),
      charter([{ ...terms("names", "falcon"), allowance: 2 }]),
    );
    expect(result.byClause["names"]?.outcomes).toEqual({ allowed: 4, told: 1 });
  });

  test("with everybody's own time zone", async () => {
    const late = said("U0ADA", "20:00", "still here");
    const early = said("U0BEN", "20:00", "good morning");
    const result = await replayed(
      exportOf({ "aaa/2026-11-16.json": [late, early] }),
      charter([clause("rest", "resting-hours")]),
    );
    expect(result.byClause["rest"]).toMatchObject({ findings: 1, people: 1 });
  });

  test("as if each clause spoke, whatever its stage and even if it is paused or not in force yet", async () => {
    const clauses = ["draft", "shadow", "nudge", "case"].map((stage) => ({ ...terms(stage, "falcon"), stage }));
    const paused = { ...terms("paused", "falcon"), pausedUntil: "2030-01-01" };
    const result = await replayed(
      exportOf({ "aaa/2026-11-16.json": [said("U0ADA", "09:00", "falcon")] }),
      charter([...clauses, paused], { inForceFrom: "2030-01-01", caps: { day: 9, dayAndClause: 1 } }),
    );
    for (const one of Object.values(result.byClause)) expect(one.outcomes).toEqual({ told: 1 });
    expect(Object.keys(result.byClause)).toHaveLength(5);
  });
});

describe("a replay judges nobody by a guess", () => {
  const files = {
    "aaa/2026-11-16.json": [said("U0GUEST", "09:00", "falcon"), said("U0NOBODY", "09:00", "falcon")],
  };

  test("guests and people whom no table names are undecided, and said to be", async () => {
    const place = exportOf(files);
    const file = charter([terms("names", "falcon")]);
    const result = await replayed(place, file);
    expect(result.audiences).toEqual({ unknown: 1, "": 1 });
    expect(result.byClause["names"]).toMatchObject({ messages: 0, findings: 0 });
    expect(result.byClause["names"]?.undecided).toEqual({ "author: not classified": 1, "author: not synced": 1 });
    const { out } = await run(place, "--charter", file);
    expect(out).toContain("messages by guests and others whom the charter does not place (1)");
    expect(out).toContain("messages by people in no table of the export (1)");
  });

  test("the charter's own lines come first: what a client writes goes to the stewards, and is no nudge", async () => {
    const audiences = [
      { is: "client", domains: ["client.example"] },
      { is: "unknown", accounts: ["slack:U0BEN"] },
    ];
    const result = await replayed(
      exportOf({ "aaa/2026-11-16.json": ["U0GUEST", "U0BEN", "U0ADA"].map((user) => said(user, "17:00", "falcon")) }),
      charter([{ ...terms("names", "falcon"), binds: ["staff", "client"] }], {
        audiences,
        stewards: { moderators: ["slack:U0MOD"] },
      }),
    );
    expect(result.audiences).toEqual({ client: 1, unknown: 1, staff: 1 });
    expect(result.byClause["names"]).toMatchObject({ findings: 2, nudges: 1, outcomes: { told: 2 } });
  });

  test("a sanctuary is not looked at", async () => {
    const result = await replayed(
      exportOf({
        "council/2026-11-16.json": [said("U0ADA", "09:00", "falcon"), said("U0ADA", "09:01", "falcon")],
        "aaa/2026-11-16.json": [said("U0ADA", "09:00", "hello")],
      }),
      charter([terms("names", "falcon")], { spaces: { "slack:C0COUNCIL": "sanctuary" } }),
    );
    expect(result).toMatchObject({ messages: 1, findings: 0, spaces: 1, leftOut: { sanctuary: 2 } });
  });
});

describe("examples", () => {
  const card = "4111 1111 1111 1111";
  const place = () =>
    exportOf({
      "aaa/2026-11-16.json": [said("U0ADA", "09:00", `falcon pays with ${card}\nand \u001b[2J falcon`)],
      "zzz/2026-11-17.json": [said("U0ADA", "20:00", "heron", "2026-11-17")],
    });
  const clauses = [terms("names", "falcon", "heron"), clause("rest", "resting-hours")];

  test("are masked, and name the space, the day and the code", async () => {
    const { byClause } = await replayed(place(), charter(clauses), "--examples", "5");
    expect(byClause["names"]?.examples).toEqual([
      expect.objectContaining({ space: "aaa", day: "2026-11-16", code: "watched-term" }),
      expect.objectContaining({ space: "zzz", day: "2026-11-17", excerpt: "heron" }),
    ]);
    expect(byClause["names"]?.examples[0]?.excerpt).toContain("falcon pays with •••• •••• •••• ••••");
  });

  test("are not given where no trace may be kept, nor to a machine that did not ask", async () => {
    const [export_, file] = [place(), charter(clauses)];
    expect((await replayed(export_, file, "--examples", "5")).byClause["rest"]).toMatchObject({
      findings: 1,
      examples: [],
    });
    expect((await replayed(export_, file)).byClause["names"]?.examples).toEqual([]);
  });

  test("move nothing on a terminal, and show what was found", async () => {
    const { out } = await run(place(), "--charter", charter(clauses));
    expect(out).toContain("2026-11-16 #aaa watched-term: ⟦falcon⟧ pays with •••• •••• •••• •••• and  [2J ⟦falcon⟧");
    expect(out).not.toContain("\u001b");
    expect(out).toContain("Nothing of such a message may be kept, so none is shown.");
  });

  test("are spread over all that went by, in their order", () => {
    const sample = openSample<number>(3);
    for (let item = 0; item < 1000; item++) sample.add(item);
    const taken = sample.take(3);
    expect(taken).toEqual(taken.toSorted((one, other) => one - other));
    expect(taken[0]).toBeLessThan(400);
    expect(taken[2]).toBeGreaterThan(600);
    expect(taken).toHaveLength(3);
    expect(sample.take(100).length).toBeLessThanOrEqual(6);
  });

  test("show the rare codes too", () => {
    expect(shares([100, 1, 2], 4)).toEqual([2, 1, 1]);
    expect(shares([1, 1], 10)).toEqual([1, 1]);
  });
});

describe("the command", () => {
  const files = () => exportOf({ "aaa/2026-11-16.json": [said("U0ADA", "09:00", "falcon")] });

  test("prints a table by clause and what a replay cannot judge, in English and French", async () => {
    const place = files();
    const file = charter([terms("names", "falcon"), clause("apart", "audience-separation"), clause("kind", null)]);
    const { exitCode, out, err } = await run(place, "--charter", file);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain(
      "Messages: 1. People who wrote: 1. Spaces: 1. Days with messages: 1, from 2026-11-16 to 2026-11-16.",
    );
    expect(out).toMatch(/^names +1 +1 +1 +1 +1\.00 +0$/m);
    expect(out).toContain("Members of the workspace counted as staff");
    expect(out).toContain("Not judged: apart.");
    const french = await run(place, "--charter", file, "--lang", "fr");
    expect(french.out).toMatch(/^names +1 +1 +1 +1 +1,00 +0$/m);
    expect(french.out).toContain("Les membres de l’espace de travail ont été comptés avec le personnel");
    expect(french.out).toContain("Non examinées\u00a0: apart.");
  });

  test("tries the starter charter where none is named", async () => {
    const { exitCode, out } = await run(files());
    expect(exitCode).toBe(0);
    expect(out).toContain("nobody was told");
  });

  test("names the files that it left out, and never what is in them", async () => {
    const place = exportOf({
      "aaa/2026-11-16.json": [said("U0ADA", "09:00", "falcon")],
      "aaa/2026-11-17.json": '[{"text": "SECRETWORDS',
    });
    const { exitCode, out, err } = await run(place, "--charter", charter([terms("names", "falcon")]));
    expect(exitCode).toBe(0);
    expect(out).toContain("Files that were left out: 1.\n  aaa/2026-11-17.json: not JSON, or cut off");
    expect(out + err).not.toContain("SECRETWORDS");
  });

  test("says so where nothing can be judged", async () => {
    const place = exportOf({ "aaa/2026-11-16.json": "[" });
    const { exitCode, out, err } = await run(place, "--charter", charter([terms("names", "falcon")]));
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain("no message that can be judged");
    expect(err).toContain("aaa/2026-11-16.json: not JSON, or cut off");
  });

  test("says where a charter is wrong, with lines", async () => {
    const file = join(root, "wrong.yaml");
    writeFileSync(file, "organisation: 7\nclauses: []\n");
    const { exitCode, err } = await run(files(), "--charter", file, "--lang", "fr");
    expect(exitCode).toBe(1);
    expect(err).toContain("ne peut pas être utilisée");
    expect(err).toContain("ligne 1");
    expect((await run(files(), "--charter", join(root, "none.yaml"))).err).toContain("cannot be read");
  });

  test.each([
    [[], 1, "Name one export"],
    [["one", "two"], 1, "Name one export"],
    [["one", "--examples", "many"], 1, "Name one export"],
    [["one", "--frobnicate"], 1, "Name one export"],
    [["one", "--lang", "de"], 1, "Name one export"],
    [["--lang", "fr"], 1, "Indiquez un export"],
    [["--help"], 0, "Usage:"],
    [["/nowhere/export.zip"], 1, "There is no export at /nowhere/export.zip."],
  ] as const)("%s: a clear word, and %i", async (args, exitCode, words) => {
    const ran = await run(...args);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.out + ran.err).toContain(words);
  });
});
