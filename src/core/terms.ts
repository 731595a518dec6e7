import { foldText, isStretched, type Word } from "./fold.ts";
import type { Span, Text } from "./model.ts";

/** Where a term stands in a text: the term's index in what was compiled, and its span in what was written. */
export interface TermMatch extends Span {
  readonly term: number;
}
interface Node {
  readonly next: Map<string, Node>;
  /** The same children by their words without doubled letters, for words that somebody stretched. */
  readonly squeezed: Map<string, string[]>;
  readonly ends: number[];
  /** Whether the term itself has a sign before this word ("node.js"). */
  apart: boolean;
}
const emptyNode = (): Node => ({ next: new Map(), squeezed: new Map(), ends: [], apart: false });

/**
 * Compiles terms of one or more words. What it gives finds them as whole words, however they are disguised or
 * spaced, in the order of their beginnings; matches may overlap. A term without a word never matches.
 */
export function compileTerms(terms: readonly string[]): (text: Text) => readonly TermMatch[] {
  const root = emptyNode();
  const sieve = new Uint8Array(sieveSize);
  for (const [index, term] of terms.entries()) addTerm(root, term, index);
  for (const form of root.next.keys()) sieve[place(form)] = 1;
  return (text) => {
    const words = foldText(text);
    const matches: TermMatch[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (word && (sieve[place(word.form)] === 1 || hasMoreReadings(word))) walk({ words, matches }, root, index, -1);
    }
    return matches.length > 1
      ? matches.toSorted((one, other) => one.start - other.start || one.end - other.end)
      : matches;
  };
}

function addTerm(root: Node, term: string, index: number): void {
  const words = foldText({ plain: term, marks: [] });
  let node = root;
  for (const { form, gap } of words) {
    let child = node.next.get(form);
    if (!child) {
      child = emptyNode();
      node.next.set(form, child);
      const squeezed = squeeze(form);
      node.squeezed.set(squeezed, [...(node.squeezed.get(squeezed) ?? []), form]);
    }
    child.apart ||= gap === "apart";
    node = child;
  }
  if (words.length > 0) node.ends.push(index);
}

interface Search {
  readonly words: readonly Word[];
  readonly matches: TermMatch[];
}
/** Most words begin no term: their first and last letters and their length show it for less than a look-up costs. */
const sieveSize = 4096;
const place = (form: string): number =>
  (form.charCodeAt(0) * 131 + form.charCodeAt(form.length - 1) * 31 + form.length) % sieveSize;
const hasMoreReadings = (word: Word): boolean => word.stretched || word.readings.length > 0 || word.disguised !== null;

/** Follows every reading of the word at `index` from a node; `start` is where the match began, -1 at its first word. */
function walk(search: Search, node: Node, index: number, start: number): void {
  const word = search.words[index];
  if (!word) return;
  const arrive = (child: Node, reading: Span & { readonly gap: Word["gap"] }, next: number): void => {
    if (start >= 0 && reading.gap !== "near" && !child.apart) return;
    const begin = start < 0 ? reading.start : start;
    for (const term of child.ends) search.matches.push({ term, start: begin, end: reading.end });
    if (child.next.size > 0 && search.words[next]?.gap !== "cut") walk(search, child, next, begin);
  };
  for (const child of childrenOf(node, word.form, word.stretched)) arrive(child, word, index + 1);
  for (const form of word.readings) {
    for (const child of childrenOf(node, form, isStretched(form))) arrive(child, word, index + 1);
  }
  const { disguised } = word;
  if (!disguised) return;
  for (const form of disguised.readings) {
    for (const child of childrenOf(node, form, isStretched(form))) arrive(child, disguised, disguised.next);
  }
}
const childless: readonly Node[] = [];
function childrenOf(node: Node, form: string, stretched: boolean): readonly Node[] {
  if (!stretched) {
    const child = node.next.get(form);
    return child ? [child] : childless;
  }
  const candidates = node.squeezed.get(squeeze(form)) ?? [];
  return candidates.flatMap((word) => (stretches(form, word) ? (node.next.get(word) ?? []) : []));
}

function squeeze(form: string): string {
  let squeezed = "";
  let before = "";
  for (const char of form) {
    if (char !== before) squeezed += char;
    before = char;
  }
  return squeezed;
}
/** Whether `form` is `word` with letters repeated: a run of three or more stands for any shorter one. */
function stretches(form: string, word: string): boolean {
  const runs = form.match(/(.)\1*/gsu) ?? [];
  const wanted = word.match(/(.)\1*/gsu) ?? [];
  return runs.every((run, index) => {
    const length = wanted[index]?.length ?? 0;
    return run.length === length || (run.length > length && Array.from(run).length > 2);
  });
}
