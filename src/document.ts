import { LineCounter } from "yaml";
import { readCharter, type Revision } from "./core/charter.ts";
import type { Locale, Problem } from "./core/model.ts";
import type { AnyRule } from "./core/rule.ts";
import { countLines, decode, parse, type Flaw, type Parsed } from "./document/parse.ts";
import { findField } from "./document/places.ts";
import { didYouMean, more } from "./document/sentences.ts";
import { slipAt } from "./document/suggest.ts";
import { visiblyInLine } from "./document/visible.ts";

export { charterJsonSchema } from "./document/schema.ts";
export { writeDocument } from "./document/write.ts";

/** A mistake in a charter file. Lines and columns count from 1; null where it is the file as a whole. */
export interface PlacedProblem extends Problem {
  readonly line: number | null;
  readonly column: number | null;
}
export type ReadDocument =
  | { readonly ok: true; readonly written: unknown; readonly revision: Revision }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** More than anybody mends at once; a file that is no charter at all could have thousands. */
const mostProblems = 200;

/**
 * Reads a charter file: what it holds as plain JSON, and the revision that it makes (numbered 0 until it is stored);
 * or everything that is wrong with it, with places, in the reader's language. Never throws for what a file holds.
 */
export function readDocument(
  bytes: Uint8Array | string,
  rules: readonly AnyRule[],
  locale: Locale = "en",
): ReadDocument {
  const lines = new LineCounter();
  const decoded = decode(bytes);
  if (!decoded.ok) {
    countLines(decoded.text, lines);
    return { ok: false, problems: placed([decoded.flaw], lines, locale) };
  }
  const parsed = parse(decoded.text, lines);
  if (!parsed.ok) return { ok: false, problems: capped(placed(parsed.flaws, lines, locale), 0, locale) };
  const read = readCharter(parsed.written, 0, rules, locale);
  const own = placed(parsed.flaws, lines, locale);
  if (read.ok && own.length === 0) return { ok: true, written: parsed.written, revision: read.revision };
  const merged = parsed.flaws.some(({ field }) => field === "<<");
  const problems = (read.ok ? [] : read.problems)
    // What merging would have brought is told once, as merging.
    .filter(({ field }) => !merged || !/(^|\.)<<(\.|$)/.test(field));
  const told = problems
    .slice(0, mostProblems)
    .map((problem) => placeOf(problem, parsed, { lines, rules, locale }))
    .concat(own)
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return { ok: false, problems: capped(told, Math.max(0, problems.length - mostProblems), locale) };
}

/** The first of them, and a sentence about how many others there are, with those that were left out before. */
function capped(problems: readonly PlacedProblem[], leftOut: number, locale: Locale): readonly PlacedProblem[] {
  const untold = leftOut + Math.max(0, problems.length - mostProblems);
  if (untold === 0) return problems;
  const closing = { line: null, column: null, field: "", text: more(untold)[locale] };
  return [...problems.slice(0, mostProblems), closing];
}

function placed(flaws: readonly Flaw[], lines: LineCounter, locale: Locale): PlacedProblem[] {
  const problems = flaws.map(({ at, field = "", text }) => {
    const place = at === null ? null : lines.linePos(at);
    return { line: place?.line ?? null, column: place?.col ?? null, field, text: text[locale] };
  });
  // What follows on the same line is mostly the same mistake again.
  const seen = new Set<number>();
  return problems.filter(({ line }) => {
    if (line === null) return true;
    const isFirst = !seen.has(line);
    seen.add(line);
    return isFirst;
  });
}

interface Reading {
  readonly lines: LineCounter;
  readonly rules: readonly AnyRule[];
  readonly locale: Locale;
}
function placeOf(
  { field, text }: Problem,
  { document, targets, written }: Extract<Parsed, { ok: true }>,
  { lines, rules, locale }: Reading,
): PlacedProblem {
  const { path, nameAt, valueAt } = findField(document, targets, field);
  const { of, meant } = slipAt(rules, written, path);
  const { line, col: column } = lines.linePos(of === "name" ? nameAt : valueAt);
  return { line, column, field, text: meant === null ? text : `${text} ${didYouMean(meant)[locale]}` };
}

/** A problem in a line for a terminal: place, field, sentence; control characters of the file become visible. */
export function problemLine({ line, column, field, text }: PlacedProblem): string {
  const place = line === null ? "" : `${line}:${column ?? 1} `;
  return visiblyInLine(`${place}${field === "" ? "" : `${field}: `}${text}`);
}
