import { z } from "zod";
import type { Locale, Localised, Problem } from "./model.ts";

/**
 * A message of a schema in both languages. Schemas hold one string, so both stand in it, and `problemsOf` takes the
 * reader's. Use it wherever a schema has words of its own: `error: said("…", "…")`.
 */
export const said = (en: string, fr: string): string => `${en}${between}${fr}`;
const between = "\u001f";

/** What somebody wrote, short enough to be quoted in a sentence. */
export const clipped = (written: string): string =>
  written.length > mostQuoted
    ? `${written
        .slice(0, mostQuoted)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`
    : written;
const mostQuoted = 60;

/** Options for `safeParse`, so that what a schema has no words of its own for is said in the reader's language too. */
export const messagesIn = (locale: Locale): { readonly error: z.core.$ZodErrorMap } => ({
  error: (issue) => plainly(issue)?.[locale] ?? catalogues[locale](issue),
});
const catalogues: Readonly<Record<Locale, z.core.$ZodErrorMap>> = {
  en: z.locales.en().localeError,
  fr: z.locales.fr().localeError,
};

/** Everything that a schema refused, in the reader's language; `field` is the path joined by dots, "" for the whole. */
export const problemsOf = (error: z.ZodError | undefined, locale: Locale): Problem[] =>
  (error?.issues ?? []).flatMap((issue) => {
    const field = issue.path.join(".");
    // Each key has a place of its own, and so a problem of its own.
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ field: joinField(field, key), text: words.noSuchKey(clipped(key))[locale] }));
    }
    const inner = issue.code === "invalid_key" ? issue.issues : [issue];
    return inner.map(({ message }) => ({ field, text: inLocale(message, locale) }));
  });

/** One of the two languages of a message that `said` made; any other message as it is. */
export function inLocale(message: string, locale: Locale): string {
  const [en = "", fr = en] = message.split(between);
  return { en, fr }[locale];
}

export const joinField = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(".");

/** The frequent mistakes in words that ask for no knowledge of schemas; null for the others. */
function plainly(issue: z.core.$ZodRawIssue): Localised | null {
  if (issue.code === "invalid_type") {
    return issue.input === undefined ? words.missing : words.otherKind(issue.expected, kindOf(issue.input));
  }
  if (issue.code === "invalid_value") return words.oneOf(issue.values.map(String).join(", "));
  if (issue.code === "too_small") return tooFew(issue);
  return issue.code === "too_big" ? tooMany(issue) : null;
}

function tooFew({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): Localised | null {
  if (origin === "string" && minimum === 1) return words.empty;
  if (origin === "array") return words.atLeast(`${minimum}`, minimum === 1 ? "entry" : "entries");
  if (origin === "string") return words.atLeast(`${minimum}`, "characters");
  return origin === "number" || origin === "int" ? words.atLeast(`${minimum}`) : null;
}
function tooMany({ origin, maximum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): Localised | null {
  if (origin === "array") return words.atMost(`${maximum}`, "entries");
  if (origin === "string") return words.atMost(`${maximum}`, "characters");
  return origin === "number" || origin === "int" ? words.atMost(`${maximum}`) : null;
}

const kindOf = (input: unknown): string => {
  if (input === null) return "null";
  return Array.isArray(input) ? "array" : typeof input;
};
const kinds: Readonly<Record<string, Localised>> = {
  string: { en: "a text", fr: "un texte" },
  number: { en: "a number", fr: "un nombre" },
  int: { en: "a whole number", fr: "un nombre entier" },
  boolean: { en: "true or false", fr: "true ou false" },
  array: { en: "a list", fr: "une liste" },
  object: { en: "names with their values", fr: "des noms avec leurs valeurs" },
  record: { en: "names with their values", fr: "des noms avec leurs valeurs" },
  null: { en: "nothing", fr: "rien" },
};
const frenchUnits = { entry: "élément", entries: "éléments", characters: "caractères" } as const;
const unit = (name: keyof typeof frenchUnits | undefined): Localised =>
  name === undefined ? { en: "", fr: "" } : { en: ` ${name}`, fr: `\u00a0${frenchUnits[name]}` };

const words = {
  missing: { en: "This is missing.", fr: "Cet élément manque." },
  empty: { en: "This must not be empty.", fr: "Ce texte ne peut pas être vide." },
  noSuchKey: (key: string) => ({ en: `There is no "${key}" here.`, fr: `Il n’y a pas de «\u00a0${key}\u00a0» ici.` }),
  oneOf: (values: string) => ({
    en: `Write one of these: ${values}.`,
    fr: `Écrivez l’une de ces valeurs\u00a0: ${values}.`,
  }),
  otherKind(expected: string, received: string) {
    const wanted = kinds[expected];
    const found = kinds[received];
    if (!wanted || !found || wanted === found) return null;
    // 1.5 is a number already: "not a number" would be wrong of it.
    if (expected === "int" && received === "number") {
      return { en: "Write a whole number here.", fr: "Écrivez ici un nombre entier." };
    }
    return { en: `Write ${wanted.en} here, not ${found.en}.`, fr: `Écrivez ici ${wanted.fr}, et non ${found.fr}.` };
  },
  atLeast: (minimum: string, of?: keyof typeof frenchUnits) => ({
    en: `At least ${minimum}${unit(of).en}.`,
    fr: `Au moins ${minimum}${unit(of).fr}.`,
  }),
  atMost: (maximum: string, of?: keyof typeof frenchUnits) => ({
    en: `At most ${maximum}${unit(of).en}.`,
    fr: `Au plus ${maximum}${unit(of).fr}.`,
  }),
} as const;
