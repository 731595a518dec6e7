import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineRule } from "./core/rule.ts";
import { evaluateSet, report, run } from "./scoring.ts";

const wording = { red: { reason: "Red.", better: "Blue." }, rude: { reason: "Rude.", better: "Kind." } };
/** Finds "red", and "rude" before clients; throws on "crash". */
const colours = defineRule({
  id: "colours",
  title: { en: "Colours", fr: "Couleurs" },
  trace: "excerpt",
  on: ["message.posted"],
  needs: ["space", "author"],
  settings: z.strictObject({}),
  messages: { en: wording, fr: wording },
  examples: [],
  prepare:
    () =>
    ({ text: { plain } }, { space, author }) => {
      if (plain.includes("crash")) throw new TypeError(plain);
      if (plain.includes("red") && author.audience === "staff") return [{ code: "red" as const, spans: [] }];
      return plain.includes("rude") && space.purpose === "client" ? [{ code: "rude" as const, spans: [] }] : [];
    },
});
const line = (id: number, text: string, decision: string, more: object = {}): string =>
  JSON.stringify({ id: `m${id}`, lang: "en", text, category: "colour", decision, ...more });
function judge(...lines: string[]) {
  let ticks = 0;
  return evaluateSet(lines, { rules: [colours], clock: () => ticks++ * 500 });
}

describe("an evaluation", () => {
  it("counts precision and recall with Wilson intervals, and leaves borderline messages out of both", () => {
    const { all } = judge(
      line(1, "red", "nudge"),
      line(2, "red", "nudge"),
      line(3, "red", "nudge"),
      line(4, "blue", "nudge"),
      line(5, "red", "allow"),
      line(6, "blue", "allow"),
      line(7, "red", "borderline"),
      line(8, "blue", "borderline"),
    );
    expect(all.count).toBe(8);
    expect(all.precision).toMatchObject({ of: 4, share: 0.75 });
    expect(all.recall).toMatchObject({ of: 4, share: 0.75 });
    expect(all.falseAlarms).toMatchObject({ of: 2, share: 0.5 });
    expect(all.borderlineFlagged).toMatchObject({ of: 2, share: 0.5 });
    // Three of four: the published interval is 0.301 to 0.954.
    expect(all.recall.low).toBeCloseTo(0.301, 3);
    expect(all.recall.high).toBeCloseTo(0.954, 3);
  });

  it("tells hard negatives, languages, categories and codes apart", () => {
    const { all, languages, categories, codes } = judge(
      line(1, "red", "allow", { hard: true }),
      line(2, "blue", "allow", { hard: true }),
      line(3, "red", "allow"),
      line(4, "rude", "nudge", { lang: "fr", category: "tone", space: "client" }),
      line(5, "rude", "nudge", { lang: "fr", category: "tone" }),
      line(6, "red", "borderline"),
    );
    expect(all.hardFlagged).toMatchObject({ of: 2, share: 0.5 });
    expect(languages["fr"]?.recall).toMatchObject({ of: 2, share: 0.5 });
    expect(categories["tone"]?.count).toBe(2);
    expect(codes["colours/red"]).toMatchObject({ flagged: 3, precision: { of: 2, share: 0 } });
    expect(codes["colours/rude"]).toMatchObject({ flagged: 1, precision: { of: 1, share: 1 } });
  });

  it("has no share where there is nothing to count", () => {
    expect(judge(line(1, "blue", "nudge")).all.precision).toEqual({ of: 0, share: null, low: null, high: null });
  });

  it("names bad lines with their number and the reason, and goes on", () => {
    const { all, badLines } = judge("{", "", line(3, "red", "perhaps"), line(4, "red", "nudge"), '{"id": 5}');
    expect(all.count).toBe(1);
    expect(badLines.map((bad) => bad.line)).toEqual([1, 3, 5]);
    expect(badLines[0]?.problem).toBe("it is not JSON");
    expect(badLines[1]?.problem).toContain("decision");
  });

  it("lists false alarms before misses, with what found them", () => {
    const { mistakes } = judge(
      line(1, "blue", "nudge"),
      line(2, "red", "allow", { hard: true }),
      line(3, "red", "allow"),
    );
    expect(mistakes.map(({ id, kind, found }) => [id, kind, found])).toEqual([
      ["m3", "flagged", ["colours/red"]],
      ["m2", "flagged", ["colours/red"]],
      ["m1", "missed", []],
    ]);
  });

  it("reports a rule that throws, without what it threw", () => {
    const result = judge(line(1, "crash at Ann's", "allow"), line(2, "crash", "allow"));
    expect(result.failures).toEqual({ "colours: TypeError": 2 });
    expect(report(result)).toContain("a rule threw, 2 times: colours: TypeError");
  });

  it("measures speed by its clock", () => {
    expect(judge(line(1, "blue", "allow"), line(2, "blue", "allow")).perSecond).toBe(4);
  });
});

describe("the command", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "charter-evaluate-"));
    writeFileSync(join(folder, "set.jsonl"), `${line(1, "red", "nudge")}\n${line(2, "red", "allow")}\n{\n`);
    writeFileSync(join(folder, "empty.jsonl"), "\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const ran = (...args: string[]) => run(args, [colours]);
  const set = (name: string): string[] => ["--set", join(folder, name)];

  it("prints shares with intervals, bad lines and the worst mistakes", () => {
    const { exitCode, output } = ran(...set("set.jsonl"));
    expect(exitCode).toBe(0);
    expect(output).toContain("line 3 is left out: it is not JSON");
    expect(output).toMatch(/^all\s+2\s+50\.0 % \(9\.5 to 90\.5, of 2\)\s+100\.0 % \(20\.7 to 100\.0, of 1\)/m);
    expect(output).toContain('flagged m2 (en, colour) by colours/red: "red"');
  });

  it("gives the same as one object", () => {
    const { output } = ran(...set("set.jsonl"), "--json");
    expect(JSON.parse(output)).toMatchObject({
      all: { count: 2, precision: { share: 0.5 } },
      badLines: [{ line: 3 }],
      mistakes: [{ id: "m2" }],
    });
  });

  it("says what is wrong with a set that is missing or empty, and with its own arguments", () => {
    expect(ran(...set("none.jsonl"))).toMatchObject({ exitCode: 1 });
    expect(ran(...set("none.jsonl")).output).toContain("cannot be read");
    expect(ran(...set("empty.jsonl"))).toMatchObject({ exitCode: 1 });
    expect(ran(...set("empty.jsonl")).output).toContain("holds no message that can be judged");
    expect(ran()).toEqual({ exitCode: 1, output: "Usage: npm run evaluate -- --set FILE.jsonl [--json]" });
    expect(ran("--unknown").exitCode).toBe(1);
  });

  it("tries the rules of the product where none are given", () => {
    expect(run(set("set.jsonl"))).toMatchObject({ exitCode: 0 });
  });
});
