import type { Command } from "../core/command.ts";
import { locales, type Locale, type Localised } from "../core/model.ts";
import { text, viewOf, type Form } from "../core/view.ts";
import { nearest } from "../nearest.ts";

const words = {
  title: { en: "Language", fr: "Langue" },
  label: {
    en: "In which language should Charter write to you?",
    fr: "Dans quelle langue Charter doit-il vous écrire\u00a0?",
  },
  auto: { en: "the language of my chat", fr: "celle de ma messagerie" },
  submit: { en: "Save", fr: "Enregistrer" },
  cancel: { en: "Cancel", fr: "Annuler" },
  english: { en: "Charter writes to you in English from now on.", fr: "Charter vous écrira désormais en anglais." },
  french: { en: "Charter writes to you in French from now on.", fr: "Charter vous écrira désormais en français." },
  followed: {
    en: "Charter follows the language of your chat from now on.",
    fr: "Charter suivra désormais la langue de votre messagerie.",
  },
  unknown: {
    en: "Charter speaks English and French: please choose en, fr or auto.",
    fr: "Charter parle anglais et français\u00a0: choisissez en, fr ou auto.",
  },
  stranger: {
    en: "The directory does not know you yet, so nothing can be kept for you. Please try again in a while.",
    fr: "L’annuaire ne vous connaît pas encore\u00a0: rien ne peut être conservé pour vous. Réessayez un peu plus tard.",
  },
} as const satisfies Record<string, Localised>;

/** What people may type for each choice. */
const typed: Readonly<Record<string, Locale | "auto">> = {
  en: "en",
  english: "en",
  anglais: "en",
  fr: "fr",
  french: "fr",
  français: "fr",
  francais: "fr",
  auto: "auto",
};

/** Chooses the language in which Charter writes to whoever asks. */
export const language: Command = {
  name: "language",
  summary: {
    en: "chooses the language Charter writes to you in",
    fr: "choisit la langue dans laquelle Charter vous écrit",
  },
  usage: { en: "<en|fr|auto>", fr: "<en|fr|auto>" },
  role: "employee",
  public: false,
  async run({ call, rest, reader: { locale } }, { store }) {
    const account = (await store.directory.accounts([call.by])).get(call.by);
    const wanted = (call.fields?.["language"] ?? rest).trim().toLowerCase();
    if (wanted === "") return { kind: "form", form: formIn(locale, account?.language ?? "auto") };
    const known = Object.hasOwn(typed, wanted) ? wanted : nearest(wanted, Object.keys(typed));
    const chosen = typed[known ?? ""];
    if (chosen === undefined)
      return { kind: "problems", problems: [{ field: "language", text: words.unknown[locale] }] };
    if (!account) return viewOf(text(words.stranger[locale]));
    await store.people.set(account.person, { language: chosen === "auto" ? null : chosen });
    if (chosen === "auto") return viewOf(text(words.followed[locale]));
    // Said in the language that was chosen.
    return viewOf(text({ en: words.english, fr: words.french }[chosen][chosen]));
  },
};

const formIn = (locale: Locale, initial: Locale | "auto"): Form => ({
  title: words.title[locale],
  submit: words.submit[locale],
  cancel: words.cancel[locale],
  line: "language",
  fields: [
    {
      kind: "choice",
      name: "language",
      label: words.label[locale],
      initial,
      options: [
        { value: "auto", label: words.auto[locale] },
        ...locales.map((value) => ({ value, label: { en: "English", fr: "Français" }[value] })),
      ],
    },
  ],
});
