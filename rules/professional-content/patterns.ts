import type { Text } from "../../src/core/model.ts";
import { compileTerms, type TermMatch } from "../../src/core/terms.ts";
import type { Category } from "./judge.ts";
import type { Combination, Lexicon } from "./lexicon/lexicon.ts";
import { entriesOf, gap, phrasesOf } from "./notation.ts";
import { signs, type Sign } from "./signs.ts";

/** Cues that make a finding together: in this order, or in any. */
export interface Pattern {
  readonly category: Category;
  readonly ordered: boolean;
  readonly length: number;
}
/** What a cue is good for: places in patterns, and categories about which it is a reason to be silent. */
export interface Uses {
  readonly places: readonly { readonly pattern: Pattern; readonly place: number }[];
  /** Whether one of the patterns has a sign too: only then are signs looked for. */
  readonly signed: boolean;
  readonly silences: readonly Category[];
}
export const useless: Uses = { places: [], signed: false, silences: [] };

/** What finds cues, and by term and by sign what each is good for. */
export interface CompiledCues {
  readonly find: (text: Text) => readonly TermMatch[];
  readonly uses: readonly Uses[];
  readonly usesOfSigns: ReadonlyMap<Sign, Uses>;
}
/** Compiles the lists and combinations of lexica into patterns. */
export function compileCues(lexica: readonly (readonly [Category, Lexicon])[]): CompiledCues {
  // By list and not by phrase: a list of a thousand phrases is of use in the same places with each of them.
  const usesOf = new Map<string, { places: Uses["places"][number][]; signed: boolean; silences: Category[] }>();
  const usesOfList = (written: string) => {
    const uses = usesOf.get(written) ?? { places: [], signed: false, silences: [] };
    usesOf.set(written, uses);
    return uses;
  };
  for (const [category, { cues, combinations, unless }] of lexica) {
    usesOfList(unless).silences.push(category);
    for (const { ordered, places } of combinations.flatMap((combination) => shapesOf(combination, cues))) {
      const pattern: Pattern = { category, ordered, length: places.length };
      const signed = places.some((place) => signs.some((sign) => sign === place));
      for (const [place, written] of places.entries()) {
        const uses = usesOfList(written);
        uses.places.push({ pattern, place });
        uses.signed ||= signed;
      }
    }
  }
  const usesOfSigns = new Map(signs.map((sign) => [sign, usesOfList(sign)]));
  for (const sign of signs) usesOf.delete(sign);
  const usesOfPhrases = new Map<string, Uses>();
  for (const [written, uses] of usesOf) {
    for (const phrase of phrasesOf(written)) usesOfPhrases.set(phrase, both(usesOfPhrases.get(phrase), uses));
  }
  return { find: compileTerms([...usesOfPhrases.keys()]), uses: [...usesOfPhrases.values()], usesOfSigns };
}
const both = (one: Uses | undefined, other: Uses): Uses =>
  one
    ? {
        places: [...one.places, ...other.places],
        signed: one.signed || other.signed,
        silences: [...one.silences, ...other.silences],
      }
    : other;

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
