import { foldText } from "../../src/core/fold.ts";
import type { Locale, Text } from "../../src/core/model.ts";

const functionWords: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: new Set("the and of to is in for with you we this that it are have be not from our your i at my".split(" ")),
  fr: new Set(
    "le la les des du de un une est dans pour que qui sur avec vous nous ce cette je il et au aux l d".split(" "),
  ),
};
/** The language a text is clearly written in, by its small words; null where that is not clear. */
export function languageOf(text: Text): Locale | null {
  const words = foldText(text);
  const count = (language: Locale) => words.filter(({ form }) => functionWords[language].has(form)).length;
  const [en, fr] = [count("en"), count("fr")];
  if (en > 2 * fr) return "en";
  return fr > 2 * en ? "fr" : null;
}
