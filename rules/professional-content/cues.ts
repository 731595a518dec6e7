import type { Span, Text } from "../../src/core/model.ts";
import type { TermMatch } from "../../src/core/terms.ts";
import type { Category, ContentJudge, Opinion } from "./judge.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { compileCues, useless, type CompiledCues, type Pattern, type Uses } from "./patterns.ts";
import { signsOf } from "./signs.ts";

/** UTF-16 units between cues that follow each other, and between those that only stand in one passage. */
const step = 16;
const passage = 160;
/** More marks than these would tell the author nothing new. */
const mostSpans = 20;
/** Nobody writes more of one category in earnest; a text made to cost time stops costing it here. */
const mostEvidence = 400;

interface Evidence {
  readonly category: Category;
  readonly spans: readonly Span[];
}
interface Cue extends Span {
  readonly uses: Uses;
}

/** Compiles lexica into a judge. */
export function judgeByCues(lexica: readonly (readonly [Category, Lexicon])[]): ContentJudge {
  const compiled = compileCues(lexica);
  return (text) => {
    const matches = compiled.find(text);
    return matches.length === 0 ? [] : opinionsOf(collect(text.plain, withSigns(compiled, text, matches)));
  };
}

function withSigns({ uses, usesOfSigns }: CompiledCues, text: Text, matches: readonly TermMatch[]): readonly Cue[] {
  const cues = matches.map(({ term, start, end }) => ({ start, end, uses: uses[term] ?? useless }));
  if (!cues.some((cue) => cue.uses.signed)) return cues;
  const found = signsOf(text);
  if (found.length === 0) return cues;
  const ofSigns = found.map(({ sign, start, end }) => ({ start, end, uses: usesOfSigns.get(sign) ?? useless }));
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
  const found: Evidence[] = [];
  for (const cue of cues) {
    for (const { pattern, place } of cue.uses.places) {
      const count = counts.get(pattern.category) ?? 0;
      if (count >= mostEvidence) continue;
      let track = tracks.get(pattern);
      if (!track) {
        // An ordered pattern has not begun, and this is not its beginning: so it is with most cues of most messages.
        if (pattern.ordered && place > 0) continue;
        tracks.set(pattern, (track = { plain, pattern, places: [] }));
      }
      const spans = pattern.ordered ? follow(track, cue, place) : accompany(track, cue, place);
      if (!spans) continue;
      counts.set(pattern.category, count + 1);
      found.push({ category: pattern.category, spans: spans.map(({ start, end }) => ({ start, end })) });
      track.places.length = 0;
    }
  }
  const own = found.length > 0 ? unquoted(plain, found) : found;
  return own.length > 0 ? unsilenced(own, silencesOf(cues)) : own;
}

// Bounded, so that the search is linear.
const quotation = /«[^»\n]{1,300}»|“[^”\n]{1,300}”|"[^"\n]{1,300}"/gu;
/** What does not stand wholly between quotation marks in a longer text: that is somebody else's, or about the words. */
function unquoted(plain: string, found: readonly Evidence[]): readonly Evidence[] {
  const quotations = [...plain.matchAll(quotation)]
    .map(({ index, 0: quoted }) => ({ start: index, end: index + quoted.length }))
    .filter(({ start, end }) => end - start < plain.trim().length);
  if (quotations.length === 0) return found;
  return found.filter(
    ({ spans }) =>
      !quotations.some((around) => spans.every(({ start, end }) => start > around.start && end < around.end)),
  );
}
/** By category, what is a reason to be silent about it, in order. */
function silencesOf(cues: readonly Cue[]): ReadonlyMap<Category, readonly Span[]> {
  const silences = new Map<Category, Span[]>();
  for (const cue of cues) {
    for (const category of cue.uses.silences) {
      const spans = silences.get(category);
      if (spans) spans.push(cue);
      else silences.set(category, [cue]);
    }
  }
  return silences;
}

/** The whole span, where the cue completes an ordered pattern. */
function follow({ plain, pattern, places }: Track, cue: Span, place: number): readonly Span[] | null {
  const before = places[place - 1];
  if (place > 0 && (!before || !goesOn(plain, before, cue))) return null;
  const span = { start: before?.start ?? cue.start, end: cue.end };
  if (place === pattern.length - 1) return [span];
  places[place] = span;
  return null;
}
const breaks = /[.!?;\n]|(?:^|[^\p{L}])(?:not|never|no|nor|isn|aren|wasn|pas|jamais|aucun)(?![\p{L}])/iu;
/** The second may begin inside the first, as "a joke" does in "you are a". */
const goesOn = (plain: string, before: Span, cue: Span): boolean =>
  cue.start > before.start &&
  cue.end > before.end &&
  cue.start - before.end <= step &&
  !breaks.test(plain.slice(before.end, cue.start));

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
