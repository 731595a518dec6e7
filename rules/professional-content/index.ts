import type { Purpose, Text } from "../../src/core/model.ts";
import { defineRule } from "../../src/core/rule.ts";
import { compileTerms } from "../../src/core/terms.ts";
import { judgeByCues } from "./cues.ts";
import { examples } from "./examples.ts";
import { categories, type Category, type ContentJudge, type Opinion } from "./judge.ts";
import { lexica } from "./lexicon/index.ts";
import { categoriesOf, settings, type Settings } from "./settings.ts";
import { wording } from "./wording.ts";

/** What hurts people, or takes them in, does so in a social space too. */
const judgedEverywhere: ReadonlySet<Category> = new Set(["harassment", "hate", "sexual", "spam"]);

// The lexica are the same in every revision, and compiling them takes longer than reading a charter should.
let compiled: ContentJudge | undefined;
const judgeContent = (): ContentJudge =>
  (compiled ??= remembering(
    judgeByCues(
      Object.values(lexica).flatMap((lexicon) => categories.map((category) => [category, lexicon[category]] as const)),
    ),
  ));

/** Several clauses of a charter ask of the same message, one after the other; each takes its own categories. */
function remembering(judge: ContentJudge): ContentJudge {
  let last: { readonly text: Text; readonly opinions: readonly Opinion[] } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, opinions: judge(text) };
    return last.opinions;
  };
}

/** Content that is not professional, by what people say of it in English and French. */
export const professionalContent = defineRule({
  id: "professional-content",
  title: { en: "Professional content", fr: "Contenu professionnel" },
  trace: "excerpt",
  on: ["message.posted", "message.edited"],
  needs: ["space"],
  settings,
  messages: wording,
  examples,
  prepare(chosen: Settings) {
    const on = categoriesOf(chosen);
    const judge = judgeContent();
    const except = exceptionsOf(chosen.allow);
    return ({ text }, { space }) =>
      judge(except(text))
        .filter(({ category }) => on.has(category) && isJudgedIn(category, space.purpose))
        .toSorted(byWeight)
        .map(({ category, spans }) => ({ code: category, spans }));
  },
});

const isJudgedIn = (category: Category, purpose: Purpose): boolean =>
  purpose !== "social" || judgedEverywhere.has(category);

/** Only the first is told: the one with more reasons, and of two with as many the graver one. */
const byWeight = (one: Opinion, other: Opinion): number =>
  other.score - one.score || categories.indexOf(one.category) - categories.indexOf(other.category);

/** Gives what takes the allowed phrases out of a text's prose. */
function exceptionsOf(allow: readonly string[]): (text: Text) => Text {
  if (allow.length === 0) return (text) => text;
  const find = compileTerms(allow);
  return (text) => {
    const allowed = find(text).map(({ start, end }) => ({ kind: "code" as const, start, end }));
    return allowed.length === 0 ? text : { plain: text.plain, marks: [...text.marks, ...allowed] };
  };
}
