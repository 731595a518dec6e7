import { existsSync, readFileSync } from "node:fs";
import { Session, type Profiler } from "node:inspector";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { rules } from "../rules/index.ts";
import type { StartRig } from "./contracts/rig.ts";
import { startLocalRig } from "./local/rig.ts";
import { startProduct, type Product } from "./product.ts";
import { startSlackRig } from "./slack/rig.ts";
import { startTeamsRig } from "./teams/rig.ts";

const root = join(import.meta.dirname, "..");
const platforms = { slack: startSlackRig("http"), teams: startTeamsRig, local: startLocalRig } as const;
type Platform = keyof typeof platforms;
const names = Object.keys(platforms) as Platform[];
/** How the table names a platform behind a function that only its adapter has. */
const shownAs: Readonly<Record<Platform, string>> = { slack: "Slack", teams: "Teams", local: "playground" };

/** A row of the table under "The way of a message": a file, and the functions of it that a message goes through. */
interface Step {
  readonly file: string;
  readonly functions: readonly { readonly name: string; readonly only: string | null }[];
}
const readme = readFileSync(join(root, "README.md"), "utf8");
const section = /^## The way of a message\n([^]*?)(?=^## )/m.exec(readme)?.[1] ?? "";
const steps: readonly Step[] = section
  .split("\n")
  .filter((line) => /^\| *\d/.test(line))
  .map((line) => {
    const [, , file = "", functions = ""] = line.split("|");
    return {
      file: /`([^`]+)`/.exec(file)?.[1] ?? "",
      functions: [...functions.matchAll(/`(\w+)`(?: \((\w+)\))?/g)].map(([, name = "", only]) => ({
        name,
        only: only ?? null,
      })),
    };
  });
const fileOf = ({ file }: Step, platform: Platform): string => file.replace("<platform>", platform);
const functionsOf = ({ functions }: Step, platform: Platform): string[] =>
  functions.filter(({ only }) => only === null || only === shownAs[platform]).map(({ name }) => name);

const defines = (source: string, name: string): boolean =>
  new RegExp(`\\b(?:function|const) ${name}\\b|^ +(?:async )?${name}\\(.*\\{$`, "m").test(source);

test("the way of a message is told in nine files at the most", () => {
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.length).toBeLessThanOrEqual(9);
  const onlyOnce = new Set(steps.map(({ file }) => file));
  expect(onlyOnce.size).toBe(steps.length);
  for (const { functions } of steps) {
    for (const { only } of functions) expect([null, ...Object.values(shownAs)]).toContain(only);
  }
});

describe.each(names)("on %s", (platform) => {
  test.each(steps)("$file is there and holds what the README names", (step) => {
    const path = join(root, fileOf(step, platform));
    expect(existsSync(path), path).toBe(true);
    const functions = functionsOf(step, platform);
    expect(functions, "the README names no function").not.toEqual([]);
    const source = readFileSync(path, "utf8");
    expect(functions.filter((name) => !defines(source, name))).toEqual([]);
  });

  describe("a breach that is told, and its correction", () => {
    let travelled: Journey;
    beforeAll(async () => {
      travelled = await travel(platforms[platform]);
    });
    afterAll(() => vi.restoreAllMocks());

    test.each(steps)("go through what the README names of $file", (step) => {
      const ran = travelled.ran.get(fileOf(step, platform)) ?? new Set();
      expect(functionsOf(step, platform).filter((name) => !ran.has(name))).toEqual([]);
    });

    test("reach the rule in the order of the README", () => {
      const listed = steps.map((step) => fileOf(step, platform));
      const passed = travelled.stack.filter((file) => listed.includes(file));
      const rule = listed.indexOf("src/core/evaluate.ts");
      const beforeRule = listed.slice(0, rule + 1).filter((file) => !file.endsWith("/normalise.ts"));
      expect([...new Set(passed)]).toEqual(beforeRule);
      expect([...travelled.ran.keys()]).toContain("rules/watched-terms/index.ts");
    });
  });
});

interface Journey {
  /** The functions that ran, by file. */
  readonly ran: ReadonlyMap<string, ReadonlySet<string>>;
  /** The files on the stack when the rule judged, from the outermost to the innermost. */
  readonly stack: readonly string[];
}

/** Sends one breach and its correction through the whole product, watching which functions run. */
async function travel(startRig: StartRig): Promise<Journey> {
  const stacks = listenInsideRules();
  const product = await startProduct(startRig);
  const profiler = new Session();
  profiler.connect();
  try {
    profiler.post("Profiler.enable");
    profiler.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    stacks.length = 0;
    await breachAndMend(product);
    return { ran: functionsRun(coverageOf(profiler)), stack: stacks[0] ?? [] };
  } finally {
    profiler.disconnect();
    await product.stop();
  }
}

async function breachAndMend({ rig, settled }: Product): Promise<void> {
  const { alice } = rig.people;
  const { id } = await rig.say(alice, "Project Falcon ships on Monday");
  await settled();
  expect(rig.told).toHaveLength(1);
  await rig.edit(alice, id, "It ships on Monday");
  await settled();
}

/** Wraps every rule so that each look at a message also looks at its own stack, over all awaits. */
function listenInsideRules(): string[][] {
  const stacks: string[][] = [];
  for (const rule of rules) {
    const compile = rule.compile.bind(rule);
    vi.spyOn(rule, "compile").mockImplementation((...given) => {
      const compiled = compile(...given);
      if (!compiled.ok) return compiled;
      return {
        ok: true,
        judge: (...asked) => {
          stacks.push(filesOnStack());
          return compiled.judge(...asked);
        },
      };
    });
  }
  return stacks;
}

/** The project's own files on the stack, outermost first; this one is left out. */
function filesOnStack(): string[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 200;
  const { stack = "" } = new Error("where am I?");
  Error.stackTraceLimit = limit;
  return stack
    .split("\n")
    .flatMap((line) => /\(?((?:file:\/\/)?\/[^():]+\.ts)[^()]*\)?$/.exec(line)?.[1] ?? [])
    .map(ownPath)
    .filter((file) => /^(?:src|adapters|rules|drizzle)\//.test(file))
    .toReversed();
}

const ownPath = (url: string): string =>
  relative(root, url.startsWith("file:") ? fileURLToPath(url) : url.replace(/\?.*$/, ""));

function coverageOf(profiler: Session): readonly Profiler.ScriptCoverage[] {
  let result: readonly Profiler.ScriptCoverage[] = [];
  // The inspector of the own thread answers before `post` returns.
  profiler.post("Profiler.takePreciseCoverage", (error, answer) => {
    if (error) throw error;
    result = answer.result;
  });
  return result;
}

function functionsRun(scripts: readonly Profiler.ScriptCoverage[]): Map<string, Set<string>> {
  const ran = new Map<string, Set<string>>();
  for (const { url, functions } of scripts) {
    if (!url.startsWith("file:") && !url.startsWith("/")) continue;
    const file = ownPath(url);
    const here = ran.get(file) ?? new Set<string>();
    ran.set(file, here);
    for (const { functionName, ranges } of functions) {
      if ((ranges[0]?.count ?? 0) > 0) here.add(functionName);
    }
  }
  return ran;
}
