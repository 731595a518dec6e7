import type { Locale } from "../../../src/core/model.ts";
import type { Category } from "../judge.ts";
import { english } from "./en/index.ts";
import { french } from "./fr/index.ts";
import type { Lexicon } from "./lexicon.ts";

/** How people speak of each category in each language. The cues of one language never combine with another's. */
export const lexica: Readonly<Record<Locale, Readonly<Record<Category, Lexicon>>>> = { en: english, fr: french };
