import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { rules } from "../rules/index.ts";
import { readCharter, type Revision } from "./core/charter.ts";
import { evaluate } from "./core/evaluate.ts";
import { known, unknown, type Facts } from "./core/facts.ts";
import {
  mint,
  purposes,
  type AccountId,
  type PersonId,
  type Purpose,
  type SpaceId,
  type WorkspaceId,
  type WrittenEvent,
} from "./core/model.ts";
import type { AnyRule } from "./core/rule.ts";

/** One message of a set, with what people decided about it. Borderline ones are counted apart. */
const labelled = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.string().min(1),
  text: z.string(),
  category: z.string().min(1),
  decision: z.enum(["allow", "nudge", "borderline"]),
  /** An allowed message with a word or shape that naive filters flag. */
  hard: z.boolean().default(false),
  space: z.enum(purposes).default("internal"),
});
type Labelled = z.infer<typeof labelled>;

/** A share with its 95 % Wilson interval; null where there was nothing to count. */
interface Share {
  readonly of: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
interface Scores {
  readonly count: number;
  readonly precision: Share;
  readonly recall: Share;
  /** Of allowed messages, of hard allowed ones, and of borderline ones: the share flagged. */
  readonly falseAlarms: Share;
  readonly hardFlagged: Share;
  readonly borderlineFlagged: Share;
}
interface Mistake {
  readonly id: string;
  readonly kind: "flagged" | "missed";
  readonly lang: string;
  readonly category: string;
  readonly hard: boolean;
  /** "rule/code" of what was found; empty where nothing was. */
  readonly found: readonly string[];
  readonly text: string;
}
/** What judging a set gave. Speeds are messages a second; sums run over languages, categories and codes. */
export interface Evaluation {
  readonly all: Scores;
  readonly languages: Readonly<Record<string, Scores>>;
  readonly categories: Readonly<Record<string, Scores>>;
  readonly codes: Readonly<Record<string, { readonly flagged: number; readonly precision: Share }>>;
  readonly perSecond: number;
  readonly mistakes: readonly Mistake[];
  readonly badLines: readonly { readonly line: number; readonly problem: string }[];
  /** Rules that threw, by name and error, and how often. */
  readonly failures: Readonly<Record<string, number>>;
}

interface Options {
  readonly rules: readonly AnyRule[];
  /** Milliseconds on any scale. */
  readonly clock: () => number;
}

/** Judges every line of a set (JSON lines) as a staff member's message in working hours, and counts. A bad line is named and left out. */
export function evaluateSet(lines: readonly string[], { rules: judging, clock }: Options): Evaluation {
  const { messages, badLines } = readLines(lines);
  const revision = revisionOf(judging);
  const failures: Record<string, number> = {};
  const events = messages.map((message) => ({
    message,
    event: eventOf(message),
    facts: factsOf(revision, message.space),
  }));
  const before = clock();
  const verdicts = events.map(({ message, event, facts }) => ({ message, verdict: evaluate(revision, event, facts) }));
  const seconds = (clock() - before) / 1000;
  const judged = verdicts.map(({ message, verdict }): Judged => {
    for (const { clause, error } of verdict.failures) add(failures, `${clause}: ${error}`);
    return { message, found: verdict.found.map(({ clause, findings }) => `${clause.rule.id}/${findings[0].code}`) };
  });
  return {
    all: scoresOf(judged),
    languages: by(judged, ({ message }) => message.lang),
    categories: by(judged, ({ message }) => message.category),
    codes: codesOf(judged),
    perSecond: seconds > 0 ? Math.round(messages.length / seconds) : 0,
    mistakes: judged.flatMap(mistakeOf).toSorted(worstFirst),
    badLines,
    failures,
  };
}

interface Judged {
  readonly message: Labelled;
  readonly found: readonly string[];
}
const add = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

function readLines(lines: readonly string[]) {
  const messages: Labelled[] = [];
  const badLines: { line: number; problem: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (typeof read === "string") badLines.push({ line: index + 1, problem: read });
    else messages.push(read);
  }
  return { messages, badLines };
}
function readLine(line: string): Labelled | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is not JSON";
  }
  const read = labelled.safeParse(value);
  if (read.success) return read.data;
  return read.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; ");
}

const day = ["09:00-18:00"];
/** A Tuesday morning, in working time. */
const at = Temporal.Instant.from("2026-11-24T10:00:00Z");
const author = mint<AccountId>("set", "author");
const space = mint<SpaceId>("set", "space");

function revisionOf(judging: readonly AnyRule[]): Revision {
  const organisation = { name: "Set", zone: "UTC", week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
  const title = { en: "Rule", fr: "Règle" };
  const clauses = judging.map(({ id }) => ({ id, title, prose: title, rule: id, stage: "nudge" }));
  const read = readCharter({ organisation, clauses }, 1, judging);
  if (!read.ok)
    throw new Error(
      `the rules do not compile with their default settings: ${read.problems.map(({ field }) => field).join(", ")}`,
    );
  return read.revision;
}
function eventOf({ id, text }: Labelled): WrittenEvent {
  return {
    kind: "message.posted",
    platform: "set",
    workspace: mint<WorkspaceId>("set", "workspace"),
    at,
    message: { space, id, version: 0 },
    author,
    text: { plain: text, marks: [] },
    mentions: [],
    thread: null,
  };
}
const colleague = { audience: "staff", standing: "member", party: null, groups: [], host: null, absences: [] } as const;
function factsOf({ charter: { organisation } }: Revision, purpose: Purpose): Facts {
  const { zone, week, holidays } = organisation;
  const person = author as string as PersonId;
  return {
    author: known({ ...colleague, account: author, person, zone, week, holidays }),
    mentioned: known([]),
    space: known({ purpose }),
    members: unknown("not asked"),
  };
}

const isFlagged = ({ found }: Judged): boolean => found.length > 0;

function scoresOf(judged: readonly Judged[]): Scores {
  const decided = (decision: Labelled["decision"]) => judged.filter(({ message }) => message.decision === decision);
  const [nudge, allow] = [decided("nudge"), decided("allow")];
  const right = nudge.filter(isFlagged).length;
  return {
    count: judged.length,
    precision: shareOf(right, right + allow.filter(isFlagged).length),
    recall: shareOf(right, nudge.length),
    falseAlarms: flaggedOf(allow),
    hardFlagged: flaggedOf(allow.filter(({ message }) => message.hard)),
    borderlineFlagged: flaggedOf(decided("borderline")),
  };
}
const flaggedOf = (judged: readonly Judged[]): Share => shareOf(judged.filter(isFlagged).length, judged.length);

/** Wilson's score interval for a share (E. B. Wilson, 1927), at 95 %. */
function shareOf(hits: number, of: number): Share {
  if (of === 0) return { of, share: null, low: null, high: null };
  const z2 = 1.959964 ** 2;
  const share = hits / of;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Math.sqrt(z2) / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function by(judged: readonly Judged[], keyOf: (one: Judged) => string): Record<string, Scores> {
  const groups = Map.groupBy(judged, keyOf);
  return Object.fromEntries(
    [...groups].toSorted(([one], [other]) => one.localeCompare(other)).map(([key, ones]) => [key, scoresOf(ones)]),
  );
}
function codesOf(judged: readonly Judged[]): Evaluation["codes"] {
  const flagged = judged.flatMap(({ message, found }) => found.map((code) => ({ code, decision: message.decision })));
  return Object.fromEntries(
    [...Map.groupBy(flagged, ({ code }) => code)]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([code, ones]) => {
        const decided = ones.filter(({ decision }) => decision !== "borderline");
        const right = decided.filter(({ decision }) => decision === "nudge").length;
        return [code, { flagged: ones.length, precision: shareOf(right, decided.length) }];
      }),
  );
}

function mistakeOf({ message, found }: Judged): Mistake[] {
  const { id, lang, category, hard, text, decision } = message;
  if (decision === "borderline" || (decision === "nudge") === found.length > 0) return [];
  return [{ id, kind: decision === "allow" ? "flagged" : "missed", lang, category, hard, found, text }];
}
/** People are disturbed for nothing by false alarms, so these come first, and of them those that no naive filter would raise. */
const worstFirst = (one: Mistake, other: Mistake): number => weight(one) - weight(other);
const weight = ({ kind, hard }: Mistake): number => (kind === "missed" ? 2 : hard ? 1 : 0);

const mostMistakes = 40;

/** An evaluation as lines for a terminal. */
export function report(result: Evaluation): string {
  const { all, languages, categories, codes, perSecond, mistakes, badLines, failures } = result;
  const named = (prefix: string, scores: Readonly<Record<string, Scores>>) =>
    Object.entries(scores).map(([name, one]) => rowOf(`${prefix}${name}`, one));
  return [
    ...badLines.map(({ line, problem }) => `line ${line} is left out: ${problem}`),
    `${all.count} messages, ${badLines.length} bad lines, ${perSecond} messages a second. Shares have 95 % intervals; borderline messages are in neither precision nor recall.`,
    "",
    ...table([
      ["", "count", "precision", "recall", "allowed flagged", "hard flagged", "borderline flagged"],
      rowOf("all", all),
      ...named("", languages),
      ...named("  ", categories),
    ]),
    "",
    ...table([
      ["found", "count", "precision"],
      ...Object.entries(codes).map(([code, { flagged, precision }]) => [code, String(flagged), percent(precision)]),
    ]),
    ...Object.entries(failures).map(([failure, times]) => `a rule threw, ${times} times: ${failure}`),
    "",
    `${mistakes.length} mistakes${mistakes.length > mostMistakes ? `, of which the worst ${mostMistakes}` : ""}:`,
    ...mistakes.slice(0, mostMistakes).map(lineOf),
  ].join("\n");
}
const rowOf = (name: string, scores: Scores): string[] => [
  name,
  String(scores.count),
  percent(scores.precision),
  percent(scores.recall),
  percent(scores.falseAlarms),
  percent(scores.hardFlagged),
  percent(scores.borderlineFlagged),
];
function percent({ share, low, high, of }: Share): string {
  if (share === null || low === null || high === null) return "-";
  const [written, from, to] = [share, low, high].map((part) => (part * 100).toFixed(high < 0.01 ? 3 : 1));
  return `${written} % (${from} to ${to}, of ${of})`;
}
const lineOf = ({ id, kind, lang, category, hard, found, text }: Mistake): string =>
  `${kind} ${id} (${lang}, ${category}${hard ? ", hard" : ""})${found.length > 0 ? ` by ${found.join(", ")}` : ""}: ${JSON.stringify(text.slice(0, 160))}`;
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

interface Ran {
  readonly exitCode: 0 | 1;
  readonly output: string;
}
const usage = "Usage: npm run evaluate -- --set FILE.jsonl [--json]";

/** What the command line asks for: the exit code, and what to print. `judging` are the rules to try. */
export function run(args: readonly string[], judging: readonly AnyRule[] = rules): Ran {
  const asked = readArguments(args);
  if (asked === null) return { exitCode: 1, output: usage };
  const written = readSet(asked.set);
  if (written === null) return { exitCode: 1, output: `The set ${asked.set} cannot be read. ${usage}` };
  const result = evaluateSet(written.split("\n"), { rules: judging, clock: () => performance.now() });
  if (result.all.count === 0) {
    const bad = result.badLines.map(({ line, problem }) => `\nline ${line}: ${problem}`).join("");
    return { exitCode: 1, output: `The set ${asked.set} holds no message that can be judged.${bad}` };
  }
  return { exitCode: 0, output: asked.json ? JSON.stringify(result, null, 2) : report(result) };
}
function readArguments(args: readonly string[]): { set: string; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { set: { type: "string" }, json: { type: "boolean", default: false } },
    });
    return values.set === undefined ? null : { set: values.set, json: values.json };
  } catch {
    return null;
  }
}
function readSet(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const { exitCode, output } = run(process.argv.slice(2));
  (exitCode === 0 ? process.stdout : process.stderr).write(`${output}\n`);
  process.exitCode = exitCode;
}
