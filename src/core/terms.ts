import { foldText, hashOf, isStretched, type Word } from "./fold.ts";
import type { Span, Text } from "./model.ts";
import { emptyTrie, type Trie } from "./trie.ts";
import { emptyVocabulary, type Vocabulary } from "./vocabulary.ts";

/** Where a term stands in a text: the term's index in what was compiled, and its span in what was written. */
export interface TermMatch extends Span {
  readonly term: number;
}

interface Terms {
  readonly trie: Trie;
  readonly vocabulary: Vocabulary;
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
  const terms: Terms = { trie: emptyTrie(), vocabulary: emptyVocabulary(), firstEnd: [], nextEnd: [], apart: [] };
  for (const [index, term] of written.entries()) addTerm(terms, term, index);
  return (text) => {
    const search: Search = { terms, words: foldText(text), matches: [] };
    for (let index = 0; index < search.words.length; index++) walk(search, 0, index, -1);
    const { matches } = search;
    return matches.length > 1 ? matches.toSorted(byStart) : matches;
  };
}
const byStart = (one: Span, other: Span): number => one.start - other.start || one.end - other.end;

function addTerm({ trie, vocabulary, firstEnd, nextEnd, apart }: Terms, term: string, index: number): void {
  let node = 0;
  for (const { form, gap } of foldText({ plain: term, marks: [] })) {
    const id = vocabulary.add(form);
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

interface Search {
  readonly terms: Terms;
  readonly words: readonly Word[];
  readonly matches: TermMatch[];
}

/** Follows every reading of the word at `index` from a node; `start` is where the match began, -1 at its first word. */
function walk(search: Search, node: number, index: number, start: number): void {
  const word = search.words[index];
  if (!word) return;
  const { vocabulary } = search.terms;
  const id = word.stretched ? 0 : vocabulary.idOf(word.form, word.hash);
  if (id !== 0) arrive(search, id, { node, start, reading: word, next: index + 1 });
  if (!word.stretched && word.readings.length === 0 && word.disguised === null) return;
  const arrival = { node, start, reading: word, next: index + 1 };
  if (word.stretched) arriveBy(search, word.form, arrival);
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
  const { vocabulary } = search.terms;
  if (!isStretched(form)) return arrive(search, vocabulary.idOf(form, hashOf(form)), arrival);
  for (const id of vocabulary.stretchedInto(form)) arrive(search, id, arrival);
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
