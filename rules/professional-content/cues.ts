import { compileTerms, type TermMatch } from "../../src/core/terms.ts";
import type { Span, Text } from "../../src/core/model.ts";
import type { Category, ContentJudge, Opinion } from "./judge.ts";
import type { Combination, Lexicon } from "./lexicon/lexicon.ts";
import { entriesOf, gap, phrasesOf } from "./notation.ts";
import { signs, signsOf, type Sign } from "./signs.ts";

/** UTF-16 units between cues that follow each other, and between those that only stand in one passage. */
const step = 16;
const passage = 160;
/** More marks than these would tell the author nothing new. */
const mostSpans = 20;
/** Nobody writes more of one category in earnest; a text made to cost time stops costing it here. */
const mostEvidence = 400;

interface Pattern {
  readonly category: Category;
  readonly ordered: boolean;
  readonly length: number;
}
/** What a cue is good for: a place in a pattern, or a reason to be silent about a category. */
type Use = { readonly pattern: Pattern; readonly place: number } | { readonly silences: Category };
interface Evidence {
  readonly category: Category;
  readonly spans: readonly Span[];
}
interface Cue extends Span {
  readonly uses: readonly Use[];
}

/** Compiles lexica into a judge. */
export function judgeByCues(lexica: readonly (readonly [Category, Lexicon])[]): ContentJudge {
  const compiled = compileCues(lexica);
  return (text) => {
    const matches = compiled.find(text);
    return matches.length === 0 ? [] : opinionsOf(collect(text.plain, withSigns(compiled, text, matches)));
  };
}

interface CompiledCues {
  readonly find: (text: Text) => readonly TermMatch[];
  readonly uses: readonly (readonly Use[])[];
  readonly usesOfSigns: ReadonlyMap<Sign, readonly Use[]>;
}
function compileCues(lexica: readonly (readonly [Category, Lexicon])[]): CompiledCues {
  const uses = new Map<string, Use[]>();
  const usesOfSigns = new Map<Sign, Use[]>(signs.map((sign) => [sign, []]));
  const addUse = (written: string, use: Use): void => {
    for (const phrase of phrasesOf(written)) uses.set(phrase, [...(uses.get(phrase) ?? []), use]);
  };
  for (const [category, { cues, combinations, unless }] of lexica) {
    addUse(unless, { silences: category });
    for (const { ordered, places } of combinations.flatMap((combination) => shapesOf(combination, cues))) {
      const pattern: Pattern = { category, ordered, length: places.length };
      for (const [place, written] of places.entries()) {
        const sign = signs.find((one) => one === written);
        if (sign) usesOfSigns.get(sign)?.push({ pattern, place });
        else addUse(written, { pattern, place });
      }
    }
  }
  return { find: compileTerms([...uses.keys()]), uses: [...uses.values()], usesOfSigns };
}

interface Shape {
  readonly ordered: boolean;
  /** For each place the name of a sign or a list of phrases. */
  readonly places: readonly string[];
}
/** A phrase with gaps in it is a pattern of its own. */
function shapesOf(combination: Combination, cues: Lexicon["cues"]): readonly Shape[] {
  if ("near" in combination) return [{ ordered: false, places: combination.near.map((name) => cues[name] ?? name) }];
  const places = combination.next.map((name) => cues[name] ?? name);
  const [written = "", ...more] = places;
  if (more.length > 0) return [{ ordered: true, places }];
  const entries = entriesOf(written);
  const whole = entries.filter((entry) => !entry.includes(gap));
  return [[whole.join("\n")], ...entries.filter((entry) => entry.includes(gap)).map((entry) => entry.split(gap))].map(
    (parts) => ({ ordered: true, places: parts }),
  );
}

function withSigns({ uses, usesOfSigns }: CompiledCues, text: Text, matches: readonly TermMatch[]): readonly Cue[] {
  const cues = matches.map(({ term, start, end }) => ({ start, end, uses: uses[term] ?? [] }));
  const found = signsOf(text);
  if (found.length === 0) return cues;
  const ofSigns = found.map(({ sign, start, end }) => ({ start, end, uses: usesOfSigns.get(sign) ?? [] }));
  return [...cues, ...ofSigns].toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** How far one pattern has come in a text. */
interface Track {
  readonly plain: string;
  readonly pattern: Pattern;
  /** The last span at each place; in an ordered pattern, it begins where the pattern began. */
  readonly places: (Span | undefined)[];
}
/** Follows all patterns at once. */
function collect(plain: string, cues: readonly Cue[]): readonly Evidence[] {
  const tracks = new Map<Pattern, Track>();
  const counts = new Map<Category, number>();
  const silences = new Map<Category, Span[]>();
  const found: Evidence[] = [];
  for (const cue of cues) {
    for (const use of cue.uses) {
      if ("silences" in use) {
        const spans = silences.get(use.silences);
        if (spans) spans.push(cue);
        else silences.set(use.silences, [cue]);
        continue;
      }
      const { pattern, place } = use;
      const count = counts.get(pattern.category) ?? 0;
      if (count >= mostEvidence) continue;
      let track = tracks.get(pattern);
      if (!track) tracks.set(pattern, (track = { plain, pattern, places: [] }));
      const spans = pattern.ordered ? follow(track, cue, place) : accompany(track, cue, place);
      if (!spans) continue;
      counts.set(pattern.category, count + 1);
      found.push({ category: pattern.category, spans: spans.map(({ start, end }) => ({ start, end })) });
      track.places.length = 0;
    }
  }
  return found.length > 0 ? unsilenced(found, silences) : found;
}

/** The whole span, where the cue completes an ordered pattern. */
function follow({ plain, pattern, places }: Track, cue: Span, place: number): readonly Span[] | null {
  const before = places[place - 1];
  if (place > 0 && (!before || !goesOn(plain, before.end, cue.start))) return null;
  const span = { start: before?.start ?? cue.start, end: cue.end };
  if (place === pattern.length - 1) return [span];
  places[place] = span;
  return null;
}
const breaks = /[.!?;\n]|(?:^|[^\p{L}])(?:not|never|no|nor|isn|aren|wasn|pas|jamais|aucun)(?![\p{L}])/iu;
const goesOn = (plain: string, start: number, end: number): boolean =>
  end >= start && end - start <= step && !breaks.test(plain.slice(start, end));

/** The spans of all cues, where the cue completes a pattern in one passage. */
function accompany({ pattern, places }: Track, cue: Span, place: number): readonly Span[] | null {
  places[place] = cue;
  const from = cue.start - passage * (pattern.length - 1);
  for (let index = 0; index < pattern.length; index++) if ((places[index]?.end ?? -Infinity) < from) return null;
  const spans = places.flatMap((span) => (span ? [span] : [])).toSorted(byStart);
  const together = spans.every(({ start }, index) => {
    const before = spans[index - 1];
    return !before || (start >= before.end && start - before.end <= passage);
  });
  return together ? spans : null;
}
const byStart = (one: Span, other: Span): number => one.start - other.start || one.end - other.end;

/** The evidence with nothing beside it that silences its category. */
function unsilenced(found: readonly Evidence[], silences: ReadonlyMap<Category, readonly Span[]>): Evidence[] {
  const next = new Map<Category, number>();
  const ends = ({ spans }: Evidence): number => spans.at(-1)?.end ?? 0;
  return found
    .toSorted((one, other) => ends(one) - ends(other))
    .filter(({ category, spans }) => {
      const around = silences.get(category) ?? [];
      const from = (spans[0]?.start ?? 0) - passage;
      const until = (spans.at(-1)?.end ?? 0) + passage;
      let index = next.get(category) ?? 0;
      while ((around[index]?.end ?? Infinity) < from) index++;
      next.set(category, index);
      return (around[index]?.start ?? Infinity) > until;
    });
}

/** One opinion for each category, with its evidence counted and its spans joined. */
function opinionsOf(found: readonly Evidence[]): readonly Opinion[] {
  const spansBy = new Map<Category, Span[]>();
  for (const { category, spans } of found) {
    const all = spansBy.get(category);
    if (all) all.push(...spans);
    else spansBy.set(category, [...spans]);
  }
  return [...spansBy].map(([category, spans]) => {
    const apart = joined(spans.toSorted(byStart));
    return { category, score: apart.length, spans: apart.slice(0, mostSpans) };
  });
}

/** Joins spans that overlap. They come in order. */
function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { start, end } of spans) {
    const before = apart.at(-1);
    if (before && start < before.end) apart[apart.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    else apart.push({ start, end });
  }
  return apart;
}
