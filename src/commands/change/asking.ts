import type { Locale, Localised } from "../../core/model.ts";
import type { Block, Field, Reply } from "../../core/view.ts";
import { nearest } from "../../nearest.ts";
import { refuse, type Desk, type Got } from "./desk.ts";

/** What a form asks for before a change can be shown. */
interface Question {
  readonly title: Localised;
  /** The command, and the arguments that are known already. */
  readonly line: string;
  readonly about?: readonly Block[];
  readonly fields: readonly Field[];
}

/** Asks for the arguments that are missing; nothing changes yet. */
export const ask = ({ locale }: Desk, { title, ...form }: Question): Reply => ({
  kind: "form",
  form: { ...form, title: title[locale], submit: words.next[locale], cancel: words.cancel[locale] },
});

export interface Option {
  readonly value: string;
  readonly label: string;
}
/** A choice; the first option where none stands for the present value. */
export const choice = (
  name: string,
  label: string,
  { options, initial }: { readonly options: readonly Option[]; readonly initial?: string | undefined },
): Field => ({
  kind: "choice",
  name,
  label,
  options,
  initial: initial ?? options[0]?.value ?? "",
});

interface TextQuestion {
  readonly hint?: string;
  readonly initial?: string;
  readonly multiline?: boolean;
  readonly maxLength?: number;
}
export const textField = (
  name: string,
  label: string,
  { multiline = false, maxLength = 200, ...rest }: TextQuestion = {},
): Field => ({ kind: "text", name, label, multiline, maxLength, ...rest });

/** One of several names, whatever its case; or a sentence with the nearest one, or with all of them where they are few. */
export function oneOf<Name extends string>(
  typed: string,
  names: readonly Name[],
  { field, what, locale }: { readonly field: string; readonly what: Localised; readonly locale: Locale },
): Got<Name> {
  const same = names.find((name) => name === typed) ?? names.find((name) => name.toLowerCase() === typed.toLowerCase());
  if (same !== undefined) return { got: same };
  const sentence = words.none[locale](what[locale], typed);
  const inLowerCase = names.map((name) => name.toLowerCase());
  const near = names[inLowerCase.indexOf(nearest(typed.toLowerCase(), inLowerCase) ?? "")];
  if (near !== undefined) return refuse(field, `${sentence} ${words.didYouMean[locale](near)}`);
  const few = names.length > 0 && names.length <= 15;
  return refuse(field, few ? `${sentence} ${words.thereAre[locale](names.join(", "))}` : sentence);
}

const words = {
  next: { en: "Continue", fr: "Continuer" },
  cancel: { en: "Cancel", fr: "Annuler" },
  none: {
    en: (what: string, typed: string) => `There is no ${what} “${typed}”.`,
    fr: (what: string, typed: string) => `Il n’y a pas ${what} «\u00a0${typed}\u00a0».`,
  },
  didYouMean: {
    en: (name: string) => `Did you mean “${name}”?`,
    fr: (name: string) => `Vouliez-vous dire «\u00a0${name}\u00a0»\u00a0?`,
  },
  thereAre: { en: (names: string) => `There are: ${names}.`, fr: (names: string) => `Il y a\u00a0: ${names}.` },
} as const;
