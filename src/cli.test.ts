import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import type { Terminal } from "./cli/subcommand.ts";
import { runCommandLine } from "./cli.ts";
import type { SpaceId, WorkspaceId } from "./core/model.ts";
import type { KnownAccount, RevisionAuthor, Revisions, StoredRevision } from "./core/store.ts";

const start = Temporal.Instant.from("2026-11-02T10:00:00Z");
const charter = (
  rest = "",
  stage = "shadow",
): string => `organisation: { name: X, zone: Europe/Paris, week: { mon: ["09:00-17:00"] } }
stewards: { admins: ["slack:U1"] }
audiences: [{ is: staff, standing: member }]
spaces: { "slack:C1": sanctuary }
clauses:
  - id: data
    title: { en: Data, fr: Données }
    prose: { en: a, fr: b }
    rule: confidential-data
    stage: ${stage}
${rest}`;
const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "charter-cli-")), "charter.yaml");
  writeFileSync(path, text);
  return path;
};
const fileIn = (name: string): string => join(mkdtempSync(join(tmpdir(), "charter-cli-")), name);

/** A terminal that remembers, over revisions in memory; a day passes with each look at the clock's `days`. */
function terminal() {
  const all: StoredRevision[] = [];
  const clock = { days: 0, raced: false };
  const now = (): Temporal.Instant => start.add({ hours: 24 * clock.days });
  const revisions: Revisions = {
    current: () => Promise.resolve(all.at(-1) ?? null),
    find: (number) => Promise.resolve(all[number - 1] ?? null),
    list: (limit) => Promise.resolve(all.toReversed().slice(0, limit)),
    add(written, by, reason, from) {
      if (from !== all.length || clock.raced) return Promise.resolve(null);
      all.push({ number: all.length + 1, charter: written, at: now(), by, reason });
      return Promise.resolve(all.length);
    },
  };
  const directory = {
    spaces: () =>
      Promise.resolve([{ id: "slack:C1" as SpaceId, workspace: "slack:T1" as WorkspaceId, name: "works-council" }]),
    page: () => Promise.resolve<readonly KnownAccount[]>([]),
    accounts: () => Promise.resolve(new Map<never, never>()),
  };
  const lines = { out: [] as string[], err: [] as string[] };
  const tools: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    rules,
    now,
    withStore: (use) => use({ revisions, directory }),
  };
  const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    lines.out = [];
    lines.err = [];
    const code = await runCommandLine(args, tools);
    return { code, out: lines.out.join("\n"), err: lines.err.join("\n") };
  };
  return { run, all, clock, revisions };
}

describe("the command line", () => {
  test("helps with everything, and with what was mistyped", async () => {
    const { run } = terminal();
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const name of ["validate", "plan", "apply", "export", "revisions", "print", "schema", "steward", "replay"]) {
      expect(out).toMatch(new RegExp(`^ +${name} `, "m"));
    }
    expect((await run("apply", "--help")).out).toContain("--reason");
    expect(await run("aply")).toMatchObject({ code: 1, err: 'There is no "aply". Did you mean "apply"?' });
    expect((await run("apply", "x", "--reson", "y")).err).toBe(
      'There is no option "--reson". Did you mean "--reason"?',
    );
    expect((await run("apply", "x", "--reason")).err).toBe("--reason needs a value after it.");
    expect((await run("apply")).err).toContain("Usage: npm run charter -- apply FILE");
    expect((await run("print", "--lang", "de")).err).toBe("--lang is en or fr.");
  });

  test("validates a file: all mistakes with their places, in the reader's language", async () => {
    const { run } = terminal();
    const good = file(charter());
    expect(await run("validate", good)).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 clauses, of which 1"),
    });
    const bad = file(charter("    exeptions: []\n", "shadw"));
    const { code, err } = await run("validate", bad, "--lang", "fr");
    expect(code).toBe(1);
    expect(err.split("\n")).toEqual([
      expect.stringMatching(/charter\.yaml:10:12 clauses\.0\.stage: .*«\u00a0shadow\u00a0»\u00a0\?$/),
      expect.stringMatching(/charter\.yaml:11:5 clauses\.0\.exeptions: .*«\u00a0exceptions\u00a0»\u00a0\?$/),
    ]);
    expect((await run("validate", "/no/such/file")).err).toBe("/no/such/file cannot be read (ENOENT).");
  });

  test("plans without changing anything: 0 for nothing, 2 for changes, 1 for mistakes", async () => {
    const { run, all } = terminal();
    await run("apply", file(charter()));
    expect(await run("plan", file(charter()))).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing changes"),
    });
    const { code, out } = await run("plan", file(charter("    allowance: 3\n")));
    expect(code).toBe(2);
    expect(out).toContain("+    allowance: 3");
    expect(out).not.toMatch(/^-(?!--)/m);
    expect((await run("plan", file("clauses: []"))).code).toBe(1);
    expect(all).toHaveLength(1);
  });

  test("warns of a clause that speaks too early, of one that leaves, of audiences, of a sanctuary that ends", async () => {
    const { run, clock } = terminal();
    await run("apply", file(charter()));
    clock.days = 13;
    expect((await run("plan", file(charter("", "nudge")))).err).toContain('"data" would speak after 13 days in shadow');
    clock.days = 14;
    expect((await run("plan", file(charter("", "nudge")))).err).toBe("");
    const other = charter().replace("id: data", "id: other").replace("standing: member", "standing: guest");
    const { err } = await run("plan", file(other.replace("sanctuary", "internal")));
    expect(err).toContain('"data" leaves the charter');
    expect(err).toContain("Audiences change");
    expect(err).toContain("slack:C1 is no longer a sanctuary");
    expect((await run("plan", file(charter().replace('admins: ["slack:U1"]', "")))).err).toContain("no admin any more");
  });

  test("counts the days in shadow from when the clause last entered it with the same rule", async () => {
    const { run, clock } = terminal();
    await run("apply", file(charter()));
    clock.days = 10;
    await run("apply", file(charter("", "draft")));
    await run("apply", file(charter()));
    clock.days = 20;
    expect((await run("plan", file(charter("", "nudge")))).err).toContain("after 10 days");
    await run("apply", file(charter("", "nudge")));
    expect((await run("plan", file(charter("    allowance: 1\n", "nudge")))).err).toBe("");
  });

  test("applies a file as a new revision by the command line, and refuses one with mistakes", async () => {
    const { run, all, clock } = terminal();
    expect((await run("apply", file(charter()), "--reason", "We begin.")).code).toBe(0);
    expect(all.map(({ by, reason }) => [by, reason])).toEqual([["command line", "We begin."]]);
    expect(await run("apply", file("clauses: []"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nothing was changed."),
    });
    expect((await run("apply", file(charter()))).code).toBe(0);
    expect(all).toHaveLength(1);
    clock.raced = true;
    expect((await run("apply", file(charter("    allowance: 1\n")))).err).toContain(
      "Somebody else changed the charter",
    );
    expect((await run("apply", file(charter()), "--reason", "x".repeat(301))).code).toBe(1);
  });

  test("exports any revision so that it can be applied again, and lists them all", async () => {
    const { run, revisions, all } = terminal();
    expect((await run("export")).err).toBe("There is no charter yet.");
    await run("apply", file(charter()));
    await revisions.add(all[0]?.charter, "slack:U1" as RevisionAuthor, "two\nlines", 1);
    const path = fileIn("out.yaml");
    expect((await run("export", "--revision", "1", "--out", path)).code).toBe(0);
    expect((await run("plan", path)).code).toBe(0);
    expect((await run("export")).out).toContain("name: X");
    expect((await run("export", "--revision", "7")).err).toBe("There is no revision 7.");
    expect((await run("export", "--revision", "one")).code).toBe(1);
    expect((await run("revisions")).out.split("\n")).toEqual([
      expect.stringMatching(/^ +2 {2}2026-11-02T10:00Z {2}slack:U1: two lines$/),
      expect.stringMatching(/^ +1 {2}2026-11-02T10:00Z {2}command line: /),
    ]);
  });

  test("gives and takes roles, the way back in, and never the last admin's", async () => {
    const { run, all } = terminal();
    expect((await run("steward", "add", "slack:U2")).err).toContain("There is no charter yet");
    await run("apply", file(charter()));
    await run("steward", "add", "slack:U2");
    await run("steward", "add", "slack:U3", "--as", "ambassador");
    expect(all.at(-1)?.charter).toMatchObject({
      stewards: { admins: ["slack:U1", "slack:U2"], ambassadors: ["slack:U3"] },
    });
    await run("steward", "remove", "slack:U1");
    expect((await run("steward", "remove", "slack:U2")).err).toContain("last admin");
    expect((await run("steward", "add", "U2")).err).toContain("Write the platform before the id");
    expect((await run("steward", "add", "slack:U2")).out).toContain("Nothing changes");
    expect((await run("steward", "ad", "slack:U2")).code).toBe(1);
    expect(all.map(({ reason }) => reason)).toEqual([
      "a charter file was applied",
      "admin added",
      "ambassador added",
      "admin removed",
    ]);
  });

  test("prints what holds or a file, with spaces by name, and writes the schema", async () => {
    const { run } = terminal();
    expect((await run("print")).code).toBe(1);
    await run("apply", file(charter()));
    const path = fileIn("charter.html");
    expect(await run("print", "--lang", "fr", "--out", path)).toMatchObject({ code: 0, err: `Written: ${path}` });
    expect(readFileSync(path, "utf8")).toContain("ni les personnes présentes\u00a0: works-council.");
    expect((await run("print", "--file", file(charter()))).out).toMatch(/Draft\b[^<]* · printed on/);
    expect(JSON.parse((await run("schema")).out)).toHaveProperty("properties.clauses");
    expect((await run("schema", "--out", "/no/such/folder/x.json")).err).toBe(
      "/no/such/folder/x.json cannot be written (ENOENT).",
    );
  });

  test("shows control characters of a file, a reason and a name as what they are", async () => {
    const { run } = terminal();
    const bell = charter().replace("en: Data", String.raw`en: "\e]0;owned\a\u202eData"`);
    expect((await run("plan", file(bell))).out).toContain(String.raw`\u202eData`);
    await run("apply", file(bell), "--reason", "\u001b[2Jtwo\nlines\u009b");
    const { out } = await run("revisions");
    expect(out).toContain(String.raw`command line: \u{1b}[2Jtwo lines\u{9b}`);
    expect((await run("export", "\u001b[31m")).err).not.toContain("\u001b");
    const obeyed = /[^\P{Cc}\t\n]|\u202e/u;
    const exported = await run("export");
    for (const told of [out, (await run("plan", file(bell))).out, exported.out, (await run("print")).out]) {
      expect(told).not.toMatch(obeyed);
    }
    expect((await run("plan", file(`${exported.out}\n`))).code).toBe(0);
  });

  test("shows no words of an error that is not its own", async () => {
    const { run, revisions } = terminal();
    revisions.current = () => Promise.reject(new TypeError("select 'secret words'"));
    expect(await run("export")).toMatchObject({ code: 1, err: "This failed (TypeError)." });
  });
});
