import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/**
 * Who may import whom. Each folder names the folders of ours and the packages it may import; "node" is Node's own library.
 * Everything points to src/core. Adapters never meet rules, SQL or each other; only src/main.ts and src/cli.ts know all.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "src/core": ["zod"],
  "src/facts": ["src/core"],
  "src/commands": [
    "src/core",
    "src/facts",
    "src/document.ts",
    "src/document",
    "src/nearest.ts",
    "src/audiences-csv.ts",
    "src/classification.ts",
    "node",
    "diff",
  ],
  "src/jobs": ["src/core", "src/log.ts", "node-cron"],
  "src/calendar": ["src/core", "node", "ical.js", "ipaddr.js"],
  "src/calendar.ts": ["src/core", "src/calendar", "node"],
  "src/document": ["src/core", "src/nearest.ts", "yaml", "zod"],
  "src/document.ts": ["src/core", "src/document", "yaml"],
  "src/print": ["src/core"],
  "src/print.ts": ["src/core", "src/print"],
  "src/cli": [
    "src/core",
    "src/document.ts",
    "src/print.ts",
    "src/nearest.ts",
    "src/audiences-csv.ts",
    "src/classification.ts",
    "node",
    "diff",
  ],
  "src/nearest.ts": ["fastest-levenshtein"],
  "src/audiences-csv.ts": ["src/core", "src/facts", "src/classification.ts", "papaparse"],
  "src/classification.ts": ["src/core", "src/facts"],
  "src/replay": ["src/core", "src/facts", "adapters/slack"],
  "src/replay.ts": ["src/core", "src/replay", "src/document.ts", "adapters/slack", "rules", "node"],
  "src/console": ["src/core", "node", "hono"],
  "src/pipeline.ts": ["src/core", "src/facts"],
  "src/dispatch.ts": ["src/core", "src/nearest.ts"],
  "src/door.ts": ["src/core", "src/pipeline.ts", "src/dispatch.ts", "src/log.ts", "src/metrics.ts"],
  "src/log.ts": [],
  "src/metrics.ts": ["prom-client"],
  "src/config.ts": ["src/core", "node", "zod"],
  "src/revision.ts": ["src/core", "src/document.ts", "node"],
  "src/scoring.ts": ["src/core", "rules", "node", "zod"],
  "src/server.ts": ["src/core", "node", "hono", "@hono/node-server"],
  "adapters/slack": [
    "src/core",
    "node",
    "zod",
    "yauzl",
    "@slack/bolt",
    "@slack/web-api",
    "@slack/socket-mode",
    "@slack/types",
  ],
  "adapters/teams": [
    "src/core",
    "node",
    "zod",
    "@microsoft/teams.apps",
    "@microsoft/teams.api",
    "@microsoft/teams.cards",
    "@microsoft/teams.common",
  ],
  "adapters/local": ["src/core", "src/console", "node", "zod"],
  rules: ["src/core", "zod", "re2js", "date-holidays", "stdnum", "libphonenumber-js", "ipaddr.js"],
  drizzle: ["src/core", "node", "drizzle-orm", "@electric-sql/pglite", "postgres", "pg-boss"],
};
/** The composition roots: the product, and its command line. */
const knowAll = ["src/main.ts", "src/cli.ts"];

const files = globSync("{src,adapters,rules,drizzle}/**/*.ts", { cwd: root }).filter(
  (file) => !file.endsWith(".test.ts"),
);
const folderOf = (file: string): string => {
  const folders = Object.keys(mayImport).filter((folder) => file === folder || file.startsWith(`${folder}/`));
  return folders.toSorted((one, other) => other.length - one.length)[0] ?? file;
};
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /(?:^|\n)(?:import|export)\b[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/g,
    ),
  ].map(([, named, dynamic]) => named ?? dynamic ?? "");
const targetOf = (file: string, imported: string): string => {
  if (imported.startsWith("node:")) return "node";
  if (imported.startsWith(".")) return folderOf(relative(root, join(root, dirname(file), imported)));
  return imported
    .split("/")
    .slice(0, imported.startsWith("@") ? 2 : 1)
    .join("/");
};

describe("the direction of imports", () => {
  test.each(files.filter((file) => !knowAll.includes(file)))("%s imports only what its folder may", (file) => {
    const folder = folderOf(file);
    const allowed = mayImport[folder];
    expect(allowed, `"${folder}" is not in the table of test/architecture.test.ts: add its line`).toBeDefined();
    const foreign = importsOf(file).filter(
      (imported) => ![folder, ...(allowed ?? [])].includes(targetOf(file, imported)),
    );
    expect(foreign, `${folder} may import only ${allowed?.join(", ")}`).toEqual([]);
  });

  test("the table has no line for a folder that is gone", () => {
    for (const folder of Object.keys(mayImport)) {
      expect(
        files.some((file) => folderOf(file) === folder),
        folder,
      ).toBe(true);
    }
  });

  test("nothing pure looks at a clock, a random number or the environment", () => {
    const impure = /Temporal\.Now|Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|globalThis/;
    const pure = files.filter((file) => file.startsWith("src/core/") || file.startsWith("rules/"));
    expect(pure.filter((file) => impure.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });

  test("only the composition roots read the environment", () => {
    const readers = files.filter((file) => readFileSync(join(root, file), "utf8").includes("process.env"));
    expect(readers.toSorted()).toEqual(knowAll.toSorted());
  });

  test("there is no attic", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|types|services?|common)(\/|\.ts$)/.test(file))).toEqual([]);
  });
});
