import type { Flaw } from "./parse.ts";
import { sentences } from "./sentences.ts";

/** Five thousand lines of audiences fit, with three lines each; the library takes a second for about twice as many. */
const mostLines = 16_000;
/** Five thousand lines of audiences fit, with a dozen signs and as many quotation marks each. */
const mostSigns = 60_000;
const mostQuotes = 80_000;

/** What would take the library seconds or minutes to read, and no charter is: told before it begins. Null for all others. */
export function tooMuch(text: string): Flaw | null {
  if (countOf(text, /\n/g) >= mostLines) return { at: null, text: sentences.tooManyLines(mostLines) };
  const isDense = countOf(text, /[,[\]{}&*!:@`%|>]/g) > mostSigns || countOf(text, /["'\\]/g) > mostQuotes;
  if (isDense) return { at: null, text: sentences.tooManySigns };
  const run = properties.exec(text);
  if (run) return { at: run.index, text: sentences.unreadable };
  const deep = deepAt(text);
  return deep === null ? null : { at: deep, text: sentences.tooDeep };
}

function countOf(text: string, sign: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(sign)) count += 1;
  return count;
}

/** Anchors, aliases, tags and opened quotations in a row: all of them are mistakes, and each is told to nobody. */
const properties = /(?:(?:[&!*]{1,2}[^\s&!*]{0,99}|["'])[ \t]+){100}/;
/** Each of these signs nests what follows it. */
const nesting = /(?:(?:[-?:]|[&!]{1,2}[^\s&!*]{0,99})[ \t]+){100}/;

/** Where brackets or signs nest as no charter does. Null where they do not. */
function deepAt(text: string): number | null {
  const signs = nesting.exec(text);
  if (signs) return signs.index;
  let depth = 0;
  for (const { index, 0: bracket } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > 100) return index;
  }
  return null;
}
