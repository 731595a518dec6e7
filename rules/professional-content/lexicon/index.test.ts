import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/core/fold.ts";
import { locales } from "../../../src/core/model.ts";
import { compileTerms } from "../../../src/core/terms.ts";
import { categories } from "../judge.ts";
import { entriesOf, gap, phrasesOf } from "../notation.ts";
import { signs } from "../signs.ts";
import { lexica } from "./index.ts";
import type { Lexicon } from "./lexicon.ts";

const all = locales.flatMap((locale) =>
  categories.map((category) => ({ locale, category, lexicon: lexica[locale][category] })),
);
const folded = (phrase: string): string =>
  foldText({ plain: phrase, marks: [] })
    .map(({ form }) => form)
    .join(" ");
const listsOf = ({ cues, unless }: Lexicon): [string, string][] => [...Object.entries(cues), ["unless", unless]];
/** Phrases as they are looked for: the pieces of one with gaps are looked for apart. */
const soughtIn = (written: string): string[] =>
  phrasesOf(
    entriesOf(written)
      .flatMap((entry) => entry.split(gap))
      .join("\n"),
  );

describe.each(all)("what $locale says of $category", ({ locale, lexicon }) => {
  it("has words that can be found, in every list", () => {
    for (const [name, written] of listsOf(lexicon)) {
      const phrases = soughtIn(written);
      expect(phrases.length, name).toBeGreaterThan(0);
      const find = compileTerms(phrases);
      const lost = phrases.filter((plain) => find({ plain, marks: [] }).length === 0);
      expect(lost, name).toEqual([]);
    }
  });

  it("says no phrase twice in a list", () => {
    for (const [name, written] of listsOf(lexicon)) {
      const seen = new Set<string>();
      const twice = entriesOf(written).filter((entry) => {
        const key = entry.split(gap).map(folded).join(gap);
        return seen.size === seen.add(key).size;
      });
      expect(twice, name).toEqual([]);
    }
  });

  it("names only cues that it has, uses each of them, and leaves gaps to phrases that stand alone", () => {
    const names = lexicon.combinations.flatMap((combination) =>
      "next" in combination ? combination.next : combination.near,
    );
    expect(names.filter((name) => !(name in lexicon.cues) && !signs.some((sign) => sign === name))).toEqual([]);
    expect(Object.keys(lexicon.cues).filter((name) => !names.includes(name))).toEqual([]);
    const alone = new Set(
      lexicon.combinations.flatMap((combination) =>
        "next" in combination && combination.next.length === 1 ? combination.next : [],
      ),
    );
    const gapped = listsOf(lexicon).filter(([name, written]) => !alone.has(name) && written.includes(gap));
    expect(gapped.map(([name]) => name)).toEqual([]);
  });

  it("is not silenced by a word that every message has", () => {
    const small =
      "ce, ça, le, la, les, un, une, je, tu, on, et, de, à, pas, the, a, an, i, you, it, is, to, and, of, my, we".split(
        ", ",
      );
    const silencing = new Set(phrasesOf(lexicon.unless).map(folded));
    expect(small.filter((word) => silencing.has(folded(word)))).toEqual([]);
  });

  it("writes no phrase that stands for more than seven hundred forms", () => {
    const pieces = listsOf(lexicon).flatMap(([, written]) => entriesOf(written).flatMap((entry) => entry.split(gap)));
    expect(
      pieces.filter((piece) => phrasesOf(piece).length > 700),
      locale,
    ).toEqual([]);
  });
});
