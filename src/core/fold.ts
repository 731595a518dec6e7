import type { Span, Text } from "./model.ts";

/**
 * A word of prose as people read it: case, accents, look-alikes and invisible characters folded away.
 * Its span is what was written; it never splits a code point.
 */
export interface Word extends Span {
  /** The word folded. */
  readonly form: string;
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

const edge = 1;
const soft = 2;
const sign = 3;
const nothing = 4;
const accent = 5;
const letter = 6;
const digit = 7;
const alone = 8;
type Kind = number;

/** Capitals decide where a small letter has another look: the Greek "Ν" is an N, though "ν" is nearer to a v. */
const looksLike = new Map(
  [
    ["авгекмнпорстухіјѕһӏԁԛԝҽ", "abrekmhnopctyxijshldqwe"],
    ["αβεζηικμνορτυχωγ", "abezhikmnoptyxwy"],
    ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
    ["øđðłıħŋɑɡɩƒɛɔʋʃ", "oddlihnagifeovs"],
  ].flatMap(([from = "", to = ""]) => Array.from(from, (char, index): [string, string] => [char, to[index] ?? char])),
)
  .set("æ", "ae")
  .set("œ", "oe")
  .set("ß", "ss")
  .set("þ", "th");

const foldsToNothing = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t-\r\x85])\p{Cc})$/u;
const softGap = /^[\p{White_Space}\p{Pd}\p{Pc}'‘’ʼ′`´＇]$/u;
const accents =
  /^(?![\u3099\u309a])(?:(?=\p{Mn})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]|\p{Me})$/u;
const wordPart = /^[\p{L}\p{M}\p{N}]$/u;
const partsOfWords = /^(?:(?!ʼ)[\p{L}\p{M}\p{N}])+$/u;
const han = /\p{Script=Han}/u;
const signs = "@$!";

// What is known of each code point, filled when first met: classifying costs a microsecond, looking up a nanosecond.
const kinds = new Uint8Array(0x110000);
// No letter has been given a place beyond the third plane.
const folded = Array<string>(0x40000).fill("");

function kindOf(point: number): Kind {
  const kind = kinds[point] ?? edge;
  return kind === 0 ? classify(point) : kind;
}
function classify(point: number): Kind {
  const written = String.fromCodePoint(point);
  const kind = kindOfWritten(point, written);
  kinds[point] = kind;
  return kind;
}
function kindOfWritten(point: number, written: string): Kind {
  if (point >= 0xd800 && point < 0xf900) return edge; // lone surrogates and private use
  const ideograph = (point >= 0x4e00 && point < 0xa000) || (point >= 0x20000 && point < 0x2f800);
  if (ideograph || (point >= 0xac00 && point < 0xd7a4)) {
    folded[point] = written.normalize("NFD"); // two thirds of the plane, and no other question to ask of them
    return ideograph ? alone : letter;
  }
  if (foldsToNothing.test(written)) return nothing;
  if (softGap.test(written)) return soft;
  if (accents.test(written)) return accent;
  if (signs.includes(written.normalize("NFKD"))) {
    folded[point] = written.normalize("NFKD");
    return sign;
  }
  const fold = foldPoint(point);
  // Enclosed and squared letters are signs by their category and letters to the eye; other signs are not words.
  if (fold === "" || !(wordPart.test(written) || /^[a-z]$/.test(fold))) return edge;
  folded[point] = fold;
  // Languages that write Han put no spaces between words, so each of its characters stands for itself.
  if (han.test(fold)) return Array.from(fold).length === 1 ? alone : edge;
  return /^\p{N}+$/u.test(fold) ? digit : letter;
}

/** Repeated until it changes nothing, so that folding what was folded is the same. */
function foldPoint(point: number): string {
  let fold = String.fromCodePoint(enclosedLetter(point));
  for (let round = 0; round < 4; round++) {
    const parts = Array.from(fold.normalize("NFKD").toLowerCase().normalize("NFKD"));
    if (parts.includes("\u2044")) return ""; // a fraction is not a number with more digits
    const next = parts.flatMap((part) => (accents.test(part) ? [] : [looksLike.get(part) ?? part]));
    const kept = next.filter((part) => partsOfWords.test(part)).join("");
    if (kept === fold) break;
    fold = kept;
  }
  return fold;
}
/** White letters on black discs and squares, which Unicode does not decompose. */
function enclosedLetter(point: number): number {
  if (point >= 0x1f150 && point <= 0x1f169) return point - 0x1f150 + 0x61;
  return point >= 0x1f170 && point <= 0x1f189 ? point - 0x1f170 + 0x61 : point;
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

function readWord(plain: string, start: number, limit: number): Draft {
  let end = start;
  let seen = 0;
  let folds = false;
  let last = 0;
  let run = 1;
  let longest = 1;
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
  }
  const form = folds ? foldOf(plain, start, end) : plain.slice(start, end);
  const mixed = seen === ((1 << letter) | (1 << digit)) && form.length > 2;
  return {
    start,
    end,
    form,
    readings: mixed ? readingsOf(form) : none,
    stretched: folds ? isStretched(form) : longest > 2,
    gap: "cut",
    disguised: null,
  };
}

/** The folded letters and digits of a range, and its signs as they are. */
function foldOf(plain: string, start: number, end: number): string {
  let fold = "";
  for (let at = start; at < end;) {
    const point = plain.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    if (kind >= letter || kind === sign) fold += folded[point] ?? "";
    at += point > 0xffff ? 2 : 1;
  }
  return fold;
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
  const candidates = node.squeezed.get(squeeze(form)) ?? none;
  return candidates.flatMap((word) => (stretches(form, word) ? (node.next.get(word) ?? []) : []));
}

/** Whether a letter stands three times or more in a row. */
function isStretched(form: string): boolean {
  let run = 1;
  for (let at = 1; at < form.length; at++) {
    run = form.charCodeAt(at) === form.charCodeAt(at - 1) ? run + 1 : 1;
    if (run === 3) return true;
  }
  return false;
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
