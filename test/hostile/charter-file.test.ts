import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { runCommandLine } from "../../src/cli.ts";
import type { Terminal } from "../../src/cli/subcommand.ts";
import type { Store } from "../../src/core/store.ts";
import { newPlace, type Place } from "../database.ts";

const good = 'organisation: { name: T, zone: UTC, week: { mon: ["09:00-17:00"] } }\nclauses: []\n';
const withPattern = (pattern: string): string => `organisation: { name: T, zone: UTC, week: { mon: ["09:00-17:00"] } }
clauses:
  - id: words
    title: { en: a, fr: b }
    prose: { en: a, fr: b }
    rule: watched-terms
    settings: { patterns: [{ pattern: ${JSON.stringify(pattern)} }] }
`;
const audiences = (...lines: readonly string[]): string =>
  `${good}audiences:\n${lines.map((line) => `  - ${line}\n`).join("")}`;

const files: readonly (readonly [what: string, content: string | Uint8Array, says: RegExp])[] = [
  ["of two megabytes", `# ${"a".repeat(2_000_000)}\n${good}`, /: The file has 1954 KiB/],
  ["in UTF-16", Buffer.from(good, "utf16le"), /UTF-16/],
  ["in Latin-1", Buffer.from(`# é\n${good}`, "latin1"), /:1:3 .*UTF-8/],
  ["with a NUL", `${good}# \0`, /:3:3 /],
  ["with half a character", `${good}furtherAudiences: { ab: { en: "\\ud800", fr: b } }`, /:3:\d+ /],
  ["that merges", `${good}<<: &a { spaces: {} }\n`, /:3:1 .*<</],
  ["with a key twice", `${good}clauses: []\n`, /:3:1 .*clauses/],
  ["indented with tabs", "organisation:\n\tname: T\n", /:2:1 .*tab/],
  ["with anchors of anchors", bomb(), /anchors/],
  ["with an anchor that holds itself", `${good}spaces: &a { "slack:C1": *a }\n`, /anchors/],
  ["nested in brackets", `a: ${"[".repeat(10_000)}`, /:1:\d+ .*nested/],
  ["nested in dashes", "- ".repeat(10_000), /nested/],
  ["with code in a tag", `${good}spaces: !!js/function "() => 1"\n`, /:3:9 .*tag/],
  ["with bytes in a tag", `${good}spaces: !!binary aGk=\n`, /:3:9 .*tag/],
  ["with a set in a tag", `${good}spaces: !!set { a }\n`, /:3:9 .*tag/],
  ["with an object's own member as a part", `${good}__proto__: { admin: true }\n`, /:3:1 .*__proto__/],
  ["with an object's constructor as a part", `${good}constructor: { prototype: 1 }\n`, /:3:1 .*constructor/],
  ["with a number without end", `${good}caps: { day: 1e400, dayAndClause: 1 }\n`, /:3:14 /],
  ["with a number that is no whole one", `${good}promotion: { shadowDays: 1e-7 }\n`, /:3:26 .*whole/],
  ["with a day that no month has", `${good}inForceFrom: 2026-02-30\n`, /:3:14 .*2026-12-01/],
  ["with a reference backwards", withPattern("(a)\\1"), /:7:\d+ .*escape/],
  ["with a pattern that looks ahead", withPattern("(?=a)b"), /:7:\d+ .*Perl/],
  ["with a pattern of patterns of patterns", withPattern("(((a{99}){99}){99}){99}"), /:7:\d+ .*repeat/],
  ["with a pattern that finds nothing everywhere", withPattern("(a|b*)*"), /:7:\d+ .*nothing/],
  [
    "whose domain is two clients'",
    audiences("{ is: client, of: A, domains: [a.example] }", "{ is: client, of: B, domains: [a.example] }"),
    /:5:5 .*a\.example.*already/,
  ],
  [
    "whose own domain is a supplier's",
    audiences("{ is: supplier, of: A, domains: [own.example] }").replace("name: T", "name: T, domains: [own.example]"),
    /:4:5 .*own\.example.*staff/,
  ],
  ["whose audience nobody named", audiences("{ is: constructor, standing: guest }"), /:4:\d+ .*constructor/],
];
/** Each is smaller than 256 KiB, and would take a reader that compares, nests or tells without end from seconds to minutes. */
const filledWith = (line: string, before = ""): string => `${before}${line.repeat(Math.floor(250_000 / line.length))}`;
const fifteen = (line: string, before = ""): string => `${before}${line.repeat(14_900)}`;
const heavy: readonly (readonly [what: string, content: string, says: RegExp])[] = [
  ["with aliases of a long list", filledWith("- *a\n", `a: &a [${"1,".repeat(2000)}1]\nb:\n`), /more lines/],
  ["with aliases between anchors", `a: [${"&a x,*a,".repeat(5000)}]\n`, /more entries|anchors/],
  ["with aliases of wrong values", aliased(), /anchors/],
  ["of a hundred thousand entries", filledWith("- {}\n", "c:\n"), /more lines/],
  ["of fifteen thousand entries", fifteen("- {}\n", "c:\n"), /more entries/],
  ["of values that cannot begin so", filledWith("a: @b\n"), /more lines/],
  ["of fewer values that cannot begin so", fifteen("a: @b\n"), /And 14700 more mistakes/],
  ["of one key again and again", filledWith("a: 1\n"), /more lines/],
  ["of one key less often", "a: 1\n".repeat(9000), /And \d+ more mistakes/],
  ["of numbers without end", fifteen("- .inf\n", "a:\n"), /more entries/],
  ["of fewer numbers without end", "a:\n" + "- .inf\n".repeat(9000), /And \d+ more mistakes/],
  ["indented with tabs throughout", fifteen("\ta: 1\n", "a:\n"), /And 14700 more mistakes/],
  ["of a hundred thousand clauses", filledWith("1,", "clauses: [").replace(/,$/, "]\n"), /far more/],
  ["of nine thousand clauses", good.replace("[]", `[${"1,".repeat(9000)}1]`), /:2:10 .*9001.*at most 100/],
  ["of ten thousand audiences", `${good}audiences: [${"{},".repeat(9998)}{}]\n`, /:3:12 .*9999.*at most 5000/],
  ["of texts without a line", fifteen("a: |\n"), /more entries/],
  ["of commas", `a: [${",".repeat(250_000)}`, /far more/],
  ["of fewer commas", `a: [${",".repeat(59_000)}`, /YAML/],
  ["of brackets that close nothing", `a: ${"]".repeat(59_000)}`, /YAML/],
  ["of anchors in a row", "&a\t".repeat(50_000), /YAML/],
  ["of aliases in a row", filledWith("*a "), /far more|YAML/],
  ["of tags in a row", "!a ".repeat(50_000), /YAML/],
  ["of quotation marks", filledWith('" '), /far more/],
  ["nested in dashes and tabs", filledWith("-\t"), /nested/],
  ["nested in dashes and anchors", "- &a ".repeat(40_000), /nested/],
  ["of backslashes", `a: "${"\\x".repeat(100_000)}"`, /far more/],
  ["of zones that are none", zones(9000), /:7:5 .*9000.*at most 1000|:6:3 .*9000.*at most 1000/],
  ["with a name of a hundred thousand letters", `? ${"z".repeat(100_000)}\n: 1\n${good}`, /:1:3 .*300 characters/],
];
function aliased(): string {
  const line = "{ is: staff, accounts: *x },";
  return `x: &x [${"1,".repeat(4900)}1]\n${good}audiences: [${line.repeat(95)}]\n`;
}
function zones(count: number): string {
  const all = Array.from({ length: count }, (_, at) => `    z${at}: {}\n`).join("");
  return `clauses: []\norganisation:\n  name: T\n  zone: UTC\n  week: {}\n  holidaysByZone:\n${all}`;
}
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, at) => {
    const inner = at === 0 ? "x" : `*a${at - 1}`;
    return `p${at}: &a${at} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
  });
  return `${lines.join("\n")}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "charter-files-"));
const path = join(folder, "charter.yaml");
let place: Place;
let store: Store;
beforeAll(async () => {
  place = await newPlace("pglite", "");
  store = await place.open();
});
afterAll(async () => {
  await store.close();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function charter(...args: readonly string[]): Promise<{ code: number; told: string }> {
  const lines: string[] = [];
  const terminal: Terminal = {
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
    rules,
    now: () => Temporal.Now.instant(),
    withStore: (use) => use(store),
  };
  return { code: await runCommandLine(args, terminal), told: lines.join("\n") };
}

describe("a charter file", () => {
  test.each(files)(
    "%s is refused with a sentence at its place, and nothing of it is applied",
    async (_, content, says) => {
      writeFileSync(path, good);
      await charter("apply", path);
      const before = await store.revisions.current();
      expect(before).not.toBeNull();
      writeFileSync(path, content);
      const began = performance.now();
      const validated = await charter("validate", path);
      // A file that is refused at once takes milliseconds, one that explodes takes minutes.
      expect(performance.now() - began).toBeLessThan(3000);
      expect(validated.code).toBe(1);
      expect(validated.told).toMatch(says);
      expect((await charter("validate", path, "--lang", "fr")).told).not.toBe(validated.told);
      expect((await charter("plan", path)).code).toBe(1);
      expect((await charter("apply", path)).told).toContain("Nothing was changed.");
      expect(await store.revisions.current()).toEqual(before);
      expect("admin" in {}).toBe(false);
    },
  );

  test.each(heavy)("%s is refused within a second and a half, in few sentences", async (_, content, says) => {
    expect(content.length).toBeLessThanOrEqual(256 * 1024);
    writeFileSync(path, content);
    const began = process.cpuUsage();
    const { code, told } = await charter("validate", path);
    const { user, system } = process.cpuUsage(began);
    expect(code).toBe(1);
    expect(told).toMatch(says);
    expect(told.split("\n").length).toBeLessThanOrEqual(201);
    expect(told.length).toBeLessThan(100_000);
    expect((user + system) / 1000).toBeLessThan(1500);
  });

  test("without the keys of somebody who could change it is applied with a warning", async () => {
    writeFileSync(path, `${good}stewards: { admins: ["slack:U1"] }\n`);
    expect((await charter("apply", path)).code).toBe(0);
    writeFileSync(path, good);
    expect((await charter("plan", path)).told).toContain("no admin any more");
  });

  test("whose reason is endless is not applied", async () => {
    writeFileSync(path, `${good}spaces: { "slack:C1": social }\n`);
    const before = await store.revisions.current();
    expect((await charter("apply", path, "--reason", "x".repeat(100_000))).code).toBe(1);
    expect(await store.revisions.current()).toEqual(before);
  });

  test.each(["0", "-1", "1e9", "99999999999", "9007199254740993", "constructor"])(
    "of revision %s is not there, and that is said",
    async (number) => {
      const { code, told } = await charter("export", "--revision", number);
      expect(code).toBe(1);
      expect(told).not.toContain("failed");
    },
  );
});
