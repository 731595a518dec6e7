import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands/index.ts";
import { locales } from "../src/core/model.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).filter((file) => !file.endsWith(".test.ts") && !file.endsWith("/index.ts"));

describe("nothing is left out", () => {
  test.each(filesOf("src/commands/*.ts"))("%s is in the index of commands", (file) => {
    const name = basename(file, ".ts");
    // "case" is a word of the language.
    const exported = name === "case" ? "caseCommand" : name;
    const line = `import { ${exported} } from "./${name}.ts";`;
    expect(read("src/commands/index.ts"), `add to src/commands/index.ts: ${line}`).toContain(line);
    expect(commands.map((command) => command.name)).toContain(name);
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    "the command %s says what it does in every language",
    (_, command) => {
      for (const locale of locales) expect(command.summary[locale].length).toBeGreaterThan(5);
      expect(command.name).toMatch(/^[a-z][a-z-]*$/);
    },
  );

  const adapters = globSync("adapters/*", { cwd: root });
  test.each(adapters)("%s runs the contract of adapters, and reads like the others", (folder) => {
    const platform = basename(folder);
    expect(read("test/contracts/adapter.test.ts")).toContain(`from "../${platform}/rig.ts"`);
    const names = new Set(globSync(`${folder}/*.ts`, { cwd: root }).map((file) => basename(file)));
    const shared = ["index.ts", "normalise.ts", "perform.ts", "read.ts", "receive.ts", "render.ts"];
    expect(shared.filter((name) => !names.has(name))).toEqual([]);
    expect(read("src/main.ts")).toContain(`from "../adapters/${platform}/index.ts"`);
  });

  test("French is written with accents, and with a space that does not break before its signs", () => {
    const files = globSync("{src,rules,adapters}/**/*.ts", { cwd: root }).filter((file) => !file.includes(".test."));
    const wrong = files.flatMap((file) =>
      [...read(file).matchAll(/\bfr: (?:\[)?["`]([^"`]*)["`]/g)].flatMap(([, words = ""]) =>
        /[^\s\\] [:;!?](?:\s|$)/.test(words) ? [`${file}: ${words}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});
