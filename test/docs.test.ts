import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rules } from "../rules/index.ts";
import { commands } from "../src/commands/index.ts";
import { readCharter } from "../src/core/charter.ts";
import { purposes, stages } from "../src/core/model.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...globSync("docs/**/*.md", { cwd: root })];

/** What stands under a heading, up to the next of the same depth. */
function under(heading: string): string {
  const [, section] = readme.split(`\n## ${heading}\n`);
  expect(section, `the README has no heading "${heading}"`).toBeDefined();
  return section?.split("\n## ")[0] ?? "";
}
/** The first cells of a table's rows, without their backticks. */
const firstCells = (section: string): string[] =>
  [...section.matchAll(/^\| *`([^`]+)` *\|/gm)].map(([, cell = ""]) => cell);
/** Every piece of code in running text. */
const codeIn = (markdown: string): string[] =>
  [...markdown.replaceAll(/^```[^]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

test("the settings of the README are the keys that src/config.ts reads", () => {
  const [, written = ""] = /const environment = z\.object\(\{\n([^]*?)^\}\);/m.exec(read("src/config.ts")) ?? [];
  const keys = [...written.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, key = ""]) => key);
  expect(keys.length).toBeGreaterThan(0);
  expect(firstCells(under("Settings")).toSorted()).toEqual(keys.toSorted());
});

test("the defaults of the README are those of src/config.ts", () => {
  const defaults = [...read("src/config.ts").matchAll(/^ {2}([A-Z_]+): .*\.default\("?([^")]+)"?\)/gm)];
  expect(defaults.length).toBeGreaterThan(0);
  const rows = under("Settings").split("\n");
  for (const [, key = "", value = ""] of defaults) {
    const row = rows.find((line) => line.startsWith(`| \`${key}\``));
    expect(row?.split("|")[2], key).toContain(`\`${value}\``);
  }
});

test("the README names every command and every rule there is, and no other", () => {
  const today = under("What works today");
  const row = (kind: string): string => new RegExp(`^\\| ${kind} .*$`, "m").exec(today)?.[0] ?? "";
  const named = codeIn(row("commands")).map((line) => line.replace("/charter ", ""));
  expect(named.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  expect(codeIn(row("rules")).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

test("the README explains every stage and every purpose that a charter may declare", () => {
  const rows = under("The charter file").split("\n");
  const row = (part: string): string => rows.find((line) => line.startsWith(`| \`${part}\``)) ?? "";
  for (const stage of stages) expect(row("stage")).toContain(`\`${stage}\``);
  for (const purpose of purposes) if (purpose !== "undeclared") expect(row("spaces")).toContain(`\`${purpose}\``);
});

test("the README says of every table how long it is kept", () => {
  const tables = [...read("drizzle/schema.ts").matchAll(/pgTable\(\s*"(\w+)"/g)].map(([, name = ""]) => name);
  expect(tables.length).toBeGreaterThan(0);
  const kept = codeIn(under("What is kept"));
  expect(tables.filter((name) => !kept.includes(name))).toEqual([]);
});

test("every part of the charter in the README's table is one that a charter has", () => {
  const parts = firstCells(under("The charter file")).filter((part) => part !== "stage");
  const keys = /const charterSchema = z\.strictObject\(\{\n([^]*?)^\}\);/m.exec(read("src/core/charter.ts"))?.[1] ?? "";
  const known = ["organisation", ...[...keys.matchAll(/^ {2}(\w+)[:,]/gm)].map(([, key = ""]) => key)];
  expect(parts.toSorted()).toEqual([...new Set(known)].toSorted());
});

test("the starter charter can be used as it is, and every clause begins in shadow", () => {
  const charter = readCharter(parse(read("charters/starter.en.yaml")), 1, rules);
  expect(charter.ok ? [] : charter.problems).toEqual([]);
  const clauses = charter.ok ? charter.revision.charter.clauses : [];
  expect(clauses.length).toBeGreaterThan(0);
  expect(clauses.filter(({ stage }) => stage !== "shadow")).toEqual([]);
});

test("the npm scripts that documents name are there, and so is what they run", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = documents.flatMap((file) =>
    [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test))\b/g)].map(([, run, short]) => run ?? short ?? ""),
  );
  expect(named).toContain("start");
  for (const name of new Set(named)) {
    expect(Object.keys(scripts), `npm run ${name}`).toContain(name);
    const file = /^node (\S+\.ts)/.exec(scripts[name] ?? "")?.[1];
    if (file !== undefined) expect(existsSync(join(root, file)), file).toBe(true);
  }
});

describe.each(documents)("%s", (document) => {
  const text = read(document);

  test("links to what exists", () => {
    const prose = text.replaceAll(/`[^`\n]*`/g, "");
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const own = links.filter((target) => !/^(?:https?:|mailto:|#)/.test(target));
    const missing = own.filter((target) => !existsSync(join(root, dirname(document), target.replace(/#.*$/, ""))));
    expect(missing).toEqual([]);
    const anchors = new Set(
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, "")
          .replaceAll(" ", "-"),
      ),
    );
    expect(links.filter((target) => target.startsWith("#") && !anchors.has(target.slice(1)))).toEqual([]);
  });

  test("names files and folders that exist", () => {
    expect(filesNamed(text).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

/** What stands in the documents like a file and is none of the repository's: parts of an adapter, and a file of the reader's. */
const notOurs = new Set([
  "receive.ts",
  "normalise.ts",
  "perform.ts",
  "render.ts",
  "read.ts",
  "index.ts",
  "index.test.ts",
  "file.ts",
  "my-charter.yaml",
]);
const likeFile = /^(?:[\w@.<>-]+\/)*[\w.<>-]+\.(?:ts|yaml|json|sql|md|png|css)$|^(?:[\w<>-]+\/)+$/;
function filesNamed(markdown: string): string[] {
  return codeIn(markdown)
    .flatMap((code) => code.split(/\s+/))
    .filter((code) => likeFile.test(code) && !notOurs.has(code))
    .flatMap((file) =>
      file.includes("<platform>")
        ? ["slack", "teams", "local"].map((platform) => file.replace("<platform>", platform))
        : file,
    );
}

test("the files that documents name are found in them", () => {
  expect(filesNamed(readme).length).toBeGreaterThan(20);
  expect(
    filesNamed("`src/gone.ts`, `rules/`, `adapters/<platform>/read.ts`, `ledger.record`, `npx vitest run a.ts`"),
  ).toEqual([
    "src/gone.ts",
    "rules/",
    "adapters/slack/read.ts",
    "adapters/teams/read.ts",
    "adapters/local/read.ts",
    "a.ts",
  ]);
});

test("decisions are numbered from 1 without gaps, in their names and their titles", () => {
  const files = readdirSync(join(root, "docs/decisions")).toSorted();
  expect(files.length).toBeGreaterThan(0);
  for (const [index, file] of files.entries()) {
    expect(file).toMatch(new RegExp(`^${String(index + 1).padStart(4, "0")}-[a-z0-9-]+\\.md$`));
    const decision = read(`docs/decisions/${file}`);
    expect(decision, file).toMatch(new RegExp(`^# ${index + 1}\\. \\S`));
    for (const part of ["Context", "Choice", "What it costs"]) expect(decision, file).toContain(`**${part}.**`);
  }
});

test("the changelog has a place for what is not released yet, and only kinds of changes that its form knows", () => {
  const changelog = read("CHANGELOG.md");
  expect(changelog).toMatch(/^## \[Unreleased\]$/m);
  const kinds = [...changelog.matchAll(/^### (.+)$/gm)].map(([, kind = ""]) => kind);
  const known = new Set(["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]);
  expect(kinds.filter((kind) => !known.has(kind))).toEqual([]);
});
