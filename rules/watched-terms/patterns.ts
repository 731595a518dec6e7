import { RE2JS, RE2JSException, RE2Set } from "re2js";
import { proseOf } from "../../src/core/fold.ts";
import type { Span, Text } from "../../src/core/model.ts";
import { said } from "../../src/core/problem.ts";

/** Where a pattern matches: its index in what was compiled, and its span in what was written. */
interface PatternMatch extends Span {
  readonly pattern: number;
}

/** Why a pattern cannot be used, as a schema holds its messages; null where it can. */
export function patternProblem(written: string): string | null {
  try {
    const compiled = RE2JS.compile(written, RE2JS.CASE_INSENSITIVE);
    const empty = ["", "a", "A b", "1\n2 é."].some((probe) => spansOf(compiled, probe).some(isEmpty));
    return empty
      ? said(
          `The pattern "${written}" can match nothing at all, so it would be found everywhere.`,
          `Le motif «\u00a0${written}\u00a0» peut correspondre à rien du tout\u00a0: il serait trouvé partout.`,
        )
      : null;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const [, reason = "it cannot be compiled"] = /^error parsing regexp: (.*?)(?:: `|$)/s.exec(error.message) ?? [];
    return said(
      `The pattern "${written}" is not valid: ${reason}.`,
      `Le motif «\u00a0${written}\u00a0» n’est pas valable\u00a0: ${reason}.`,
    );
  }
}
const isEmpty = ({ start, end }: Span): boolean => start === end;

/**
 * How many characters the searches of one pattern may look at in one piece of prose. One search is linear, but each
 * match begins another, and a pattern that looks ahead to the end would make them quadratic.
 */
const patience = 200_000;

function spansOf(compiled: RE2JS, written: string): Span[] {
  const spans: Span[] = [];
  const matcher = compiled.matcher(written);
  for (let left = patience; left > 0 && matcher.find(); left -= written.length - matcher.start()) {
    spans.push({ start: matcher.start(), end: matcher.end() });
  }
  return spans;
}

/**
 * Compiles patterns to what finds their matches in prose, never empty and never over a mark. One set tests all
 * patterns at once; only those that it names are then searched for their places.
 */
export function compilePatterns(patterns: readonly string[]): (text: Text) => readonly PatternMatch[] {
  if (patterns.length === 0) return () => [];
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE);
  for (const written of patterns) set.add(written);
  const compiled = patterns.map((written) => RE2JS.compile(written, RE2JS.CASE_INSENSITIVE));
  const search = (part: string, from: number): PatternMatch[] =>
    set.match(part).flatMap((pattern) => {
      const found = compiled[pattern];
      const spans = found ? spansOf(found, part).filter((span) => !isEmpty(span)) : [];
      return spans.map(({ start, end }) => ({ pattern, start: start + from, end: end + from }));
    });
  return (text) => proseOf(text).flatMap(({ start, end }) => search(text.plain.slice(start, end), start));
}
