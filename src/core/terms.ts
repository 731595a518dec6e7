import { foldText, isStretched, type Word } from "./fold.ts";
import type { Span, Text } from "./model.ts";
import { emptyTrie, type Trie } from "./trie.ts";

/** Where a term stands in a text: the term's index in what was compiled, and its span in what was written. */
export interface TermMatch extends Span {
  readonly term: number;
}

interface Terms {
  readonly trie: Trie;
  /** The words of the terms as numbers from 1 on; 0 stands for all others. */
  readonly vocabulary: Map<string, number>;
  /** By node: the first term that ends there, counted from 1; and by term the next one with the same end. */
  readonly firstEnd: number[];
  readonly nextEnd: number[];
  /** By node, whether the term itself has a sign before this word ("node.js"). */
  readonly apart: boolean[];
}

/**
 * Compiles terms of one or more words. What it gives finds them as whole words, however they are disguised or
 * spaced, in the order of their beginnings; matches may overlap. A term without a word never matches.
 */
export function compileTerms(written: readonly string[]): (text: Text) => readonly TermMatch[] {
  const terms: Terms = { trie: emptyTrie(), vocabulary: new Map(), firstEnd: [], nextEnd: [], apart: [] };
  for (const [index, term] of written.entries()) addTerm(terms, term, index);
  const sieve = sieveOf(terms.vocabulary);
  const stretchedLike = stretchedIndex(terms.vocabulary);
  return (text) => {
    const words = foldText(text);
    const search: Search = { terms, words, ids: idsOf(words, terms.vocabulary, sieve), stretchedLike, matches: [] };
    for (let index = 0; index < words.length; index++) walk(search, 0, index, -1);
    const { matches } = search;
    return matches.length > 1 ? matches.toSorted(byStart) : matches;
  };
}
const byStart = (one: Span, other: Span): number => one.start - other.start || one.end - other.end;

function addTerm({ trie, vocabulary, firstEnd, nextEnd, apart }: Terms, term: string, index: number): void {
  let node = 0;
  for (const { form, gap } of foldText({ plain: term, marks: [] })) {
    let id = vocabulary.get(form);
    if (id === undefined) vocabulary.set(form, (id = vocabulary.size + 1));
    node = trie.child(node, id) || trie.add(node, id);
    if (gap === "apart") apart[node] = true;
  }
  nextEnd[index] = 0;
  if (node === 0) return;
  let last = firstEnd[node] ?? 0;
  if (last === 0) firstEnd[node] = index + 1;
  else {
    while (nextEnd[last - 1]) last = nextEnd[last - 1] ?? 0;
    nextEnd[last - 1] = index + 1;
  }
}

/** Most words are in no term: their first and last letters and their length show it for less than a look-up costs. */
const sieveSize = 4096;
const place = (form: string): number =>
  (form.charCodeAt(0) * 131 + form.charCodeAt(form.length - 1) * 31 + form.length) % sieveSize;
function sieveOf(vocabulary: ReadonlyMap<string, number>): Uint8Array {
  const sieve = new Uint8Array(sieveSize);
  for (const form of vocabulary.keys()) sieve[place(form)] = 1;
  return sieve;
}
const idsOf = (words: readonly Word[], vocabulary: ReadonlyMap<string, number>, sieve: Uint8Array): readonly number[] =>
  words.map(({ form }) => (sieve[place(form)] === 1 ? (vocabulary.get(form) ?? 0) : 0));

interface Search {
  readonly terms: Terms;
  readonly words: readonly Word[];
  readonly ids: readonly number[];
  readonly stretchedLike: (form: string) => readonly number[];
  readonly matches: TermMatch[];
}

/** Follows every reading of the word at `index` from a node; `start` is where the match began, -1 at its first word. */
function walk(search: Search, node: number, index: number, start: number): void {
  const word = search.words[index];
  if (!word) return;
  const id = search.ids[index] ?? 0;
  const arrival = { node, start, reading: word, next: index + 1 };
  if (word.stretched) for (const like of search.stretchedLike(word.form)) arrive(search, like, arrival);
  else if (id !== 0) arrive(search, id, arrival);
  for (const form of word.readings) arriveBy(search, form, arrival);
  const { disguised } = word;
  if (!disguised) return;
  const disguise = { node, start, reading: disguised, next: disguised.next };
  for (const form of disguised.readings) arriveBy(search, form, disguise);
}
/** One way to read the words from a node on: as what, and which word comes after. */
interface Arrival {
  readonly node: number;
  readonly start: number;
  readonly reading: Span & { readonly gap: Word["gap"] };
  readonly next: number;
}
function arriveBy(search: Search, form: string, arrival: Arrival): void {
  if (isStretched(form)) for (const like of search.stretchedLike(form)) arrive(search, like, arrival);
  else arrive(search, search.terms.vocabulary.get(form) ?? 0, arrival);
}
function arrive(search: Search, id: number, { node, start, reading, next }: Arrival): void {
  const { trie, firstEnd, nextEnd, apart } = search.terms;
  const child = trie.child(node, id);
  if (child === 0 || (start >= 0 && reading.gap !== "near" && apart[child] !== true)) return;
  const begin = start < 0 ? reading.start : start;
  for (let end = firstEnd[child] ?? 0; end !== 0; end = nextEnd[end - 1] ?? 0) {
    search.matches.push({ term: end - 1, start: begin, end: reading.end });
  }
  if (trie.isParent(child) && search.words[next]?.gap !== "cut") walk(search, child, next, begin);
}

/** Gives what finds the words that somebody stretched into a form. Hardly any text needs it, so it is made when one does. */
function stretchedIndex(vocabulary: ReadonlyMap<string, number>): (form: string) => readonly number[] {
  let index: Map<string, [string, number][]> | undefined;
  return (form) => {
    index ??= Map.groupBy(vocabulary, ([word]) => squeeze(word));
    return (index.get(squeeze(form)) ?? []).flatMap(([word, id]) => (stretches(form, word) ? [id] : []));
  };
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
