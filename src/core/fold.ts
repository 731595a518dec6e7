import { alone, digit, foldOf, kindOf, letter, nothing, sign, soft, type Kind } from "./letters.ts";
import type { Span, Text } from "./model.ts";

/**
 * A word of prose as people read it: case, accents, look-alikes and invisible characters folded away.
 * Its span is what was written; it never splits a code point.
 */
export interface Word extends Span {
  /** The word folded. */
  readonly form: string;
  /** What `hashOf` makes of the form: it is looked up in many lists, and hashed once. */
  readonly hash: number;
  /** Where digits stand between letters: the readings in which they are letters. */
  readonly readings: readonly string[];
  /** Whether a letter stands three times or more in a row, as in "seeeecret". */
  readonly stretched: boolean;
  /**
   * What lies between it and the word before. "near": spaces, hyphens, apostrophes. "apart": other signs.
   * "cut": the beginning of the text, or something that is not prose.
   */
  readonly gap: "near" | "apart" | "cut";
  /** The reading in which signs are letters too ("$ecr@t"); it ends before the word with the index `next`. */
  readonly disguised: Disguise | null;
}
interface Disguise extends Span {
  readonly readings: readonly string[];
  readonly gap: Word["gap"];
  readonly next: number;
}

// Several rules read the same message, one after the other; a map of many would cost more than folding again.
let lastFolded: { readonly text: Text; readonly words: readonly Word[] } | null = null;

/** The words of a text's prose, in order. Code, links and mentions are not prose. Any string is fine; time is linear. */
export function foldText(text: Text): readonly Word[] {
  if (lastFolded?.text === text) return lastFolded.words;
  const words: Word[] = [];
  for (const segment of proseOf(text)) foldSegment(text.plain, segment, words);
  lastFolded = { text, words };
  return words;
}

/** The ranges of a text that are prose: all but its marks, which may come in any order and overlap. */
export function proseOf({ plain, marks }: Text): readonly Span[] {
  if (marks.length === 0) return [{ start: 0, end: plain.length }];
  const prose: Span[] = [];
  let start = 0;
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    if (mark.end <= mark.start) continue;
    if (mark.start > start) prose.push({ start, end: pairEdge(plain, mark.start) });
    start = Math.max(start, pairEdge(plain, mark.end));
  }
  if (start < plain.length) prose.push({ start, end: plain.length });
  return prose;
}
const pairEdge = (plain: string, index: number): number =>
  index > 0 && (plain.codePointAt(index - 1) ?? 0) > 0xffff ? index + 1 : Math.min(index, plain.length);

type Draft = { -readonly [Key in keyof Word]: Word[Key] };

function foldSegment(plain: string, { start, end }: Span, words: Word[]): void {
  const first = words.length;
  let gap: Word["gap"] = "cut";
  let at = start;
  let disguises = false;
  while (at < end) {
    const point = plain.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    if (kind >= letter) {
      const word = readWord(plain, at, end);
      word.gap = gap;
      words.push(word);
      at = word.end;
      gap = "near";
      continue;
    }
    const after = at + (point > 0xffff ? 2 : 1);
    if (kind === sign) disguises ||= touchesWord(plain, at, after, end);
    if (gap === "near" && kind < nothing && kind !== soft) gap = "apart";
    at = after;
  }
  if (disguises) addDisguises(plain, { start, end }, words, first);
}

/** Whether a sign may be read as a letter: before a word always, after one only where it is not punctuation. */
function touchesWord(plain: string, at: number, after: number, end: number): boolean {
  if (after < end && kindOf(plain.codePointAt(after) ?? 0) >= letter) return true;
  return plain[at] !== "!" && at > 0 && kindOf(plain.charCodeAt(at - 1)) >= letter;
}

const none: readonly string[] = [];

const hashWith = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;
/** A number of 32 bits; of the same forms the same. */
export function hashOf(form: string): number {
  let hash = 0;
  for (let at = 0; at < form.length; at++) hash = hashWith(hash, form.charCodeAt(at));
  return hash;
}

function readWord(plain: string, start: number, limit: number): Draft {
  let end = start;
  let seen = 0;
  let folds = false;
  let last = 0;
  let run = 1;
  let longest = 1;
  let hash = 0;
  for (let at = start; at < limit;) {
    const point = plain.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    if (kind < nothing || (kind === alone && end > start)) break;
    at += point > 0xffff ? 2 : 1;
    if (point > 0x7a || point < 0x61) folds ||= point > 0x7f || point < 0x30 || point > 0x39;
    if (kind === nothing) continue;
    end = at; // invisible characters after a word are not part of it
    seen |= 1 << kind;
    if (kind === alone) break;
    run = point === last ? run + 1 : 1;
    if (run > longest) longest = run;
    last = point;
    hash = hashWith(hash, point);
  }
  const form = folds ? foldOf(plain, start, end) : plain.slice(start, end);
  const mixed = seen === ((1 << letter) | (1 << digit)) && form.length > 2;
  return {
    start,
    end,
    form,
    hash: folds ? hashOf(form) : hash,
    readings: mixed ? readingsOf(form) : none,
    stretched: folds ? isStretched(form) : longest > 2,
    gap: "cut",
    disguised: null,
  };
}

const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};
/** How a word reads when its digits and signs are letters; "1" and "!" are an i or an l. */
function readingsOf(form: string): string[] {
  const read = form.replace(/[03457@$]/g, (char) => leet[char] ?? char);
  if (!/[1!]/.test(read)) return read === form ? [] : [read];
  return [read.replace(/[1!]/g, "i"), read.replace(/[1!]/g, "l")];
}

/** Reads runs of words and signs, with nothing else between them, as single words. */
function addDisguises(plain: string, segment: Span, words: Word[], first: number): void {
  for (let from = first, next = first; from < words.length; from = next) {
    const head = words[from];
    if (!head) return;
    const start = signsBefore(plain, segment.start, head.start);
    let end = head.end;
    next = from + 1;
    for (let word = words[next]; word && onlySigns(plain, end, word.start); word = words[++next]) end = word.end;
    while (end < segment.end && /[@$]/.test(plain.charAt(end))) end++;
    if (start === head.start && end === head.end) continue;
    const form = foldOf(plain, start, end);
    if (form.length < 3 || !/\p{L}/u.test(form)) continue;
    const before = from > first ? words[from - 1] : undefined;
    const gap = before && onlySoft(plain, before.end, start) ? "near" : head.gap;
    words[from] = { ...head, disguised: { start, end, readings: readingsOf(form), gap, next } };
  }
}
const onlySoft = (plain: string, start: number, end: number): boolean => everyKind(plain, { start, end }, soft);
const onlySigns = (plain: string, start: number, end: number): boolean =>
  end > start && everyKind(plain, { start, end }, sign);
function signsBefore(plain: string, limit: number, index: number): number {
  let start = index;
  while (start > limit && kindOf(plain.charCodeAt(start - 1)) === sign) start--;
  return start;
}
function everyKind(plain: string, { start, end }: Span, kind: Kind): boolean {
  for (let at = start; at < end; at++) if (kindOf(plain.charCodeAt(at)) !== kind) return false;
  return true;
}

/** Whether a letter stands three times or more in a row. */
export function isStretched(form: string): boolean {
  let run = 1;
  for (let at = 1; at < form.length; at++) {
    run = form.charCodeAt(at) === form.charCodeAt(at - 1) ? run + 1 : 1;
    if (run === 3) return true;
  }
  return false;
}
