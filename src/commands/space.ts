import type { Command } from "../core/command.ts";
import { purposes, type Purpose, type SpaceId } from "../core/model.ts";
import { purposeNames } from "../core/names.ts";
import type { Field } from "../core/view.ts";
import { ask, choice, oneOf, textField } from "./change/asking.ts";
import { argument, atDesk, type Desk } from "./change/desk.ts";
import { typeable } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import { spaceInline, spaceNamed } from "./change/who.ts";

/** Declares what a space is for. */
export const space: Command = {
  name: "space",
  summary: { en: "declares what a space is for", fr: "déclare à quoi sert un espace" },
  usage: {
    en: `<here|#name> is <${purposes.join("|")}>`,
    fr: `<ici|#nom> est <${purposes.join("|")}>`,
  },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const typed = argument(desk, 0, "space");
    if (typed === "") {
      return ask(desk, { title: words.title, line: "space", fields: [spaceField(desk), purposeField(desk)] });
    }
    const found = await spaceNamed(desk, typed);
    if ("reply" in found) return found.reply;
    const at = isVerb(desk.words[1]?.text) ? 2 : 1;
    const named = argument(desk, at, "purpose");
    if (named === "") {
      const initial = desk.charter.spaces[found.got] ?? "undeclared";
      const about = [{ kind: "text", inlines: [await spaceInline(desk, found.got)] }] as const;
      const line = `space ${typeable(found.got)}`;
      return ask(desk, { title: words.title, line, about, fields: [purposeField(desk, initial)] });
    }
    const meant = Object.hasOwn(synonyms, named.toLowerCase()) ? synonyms[named.toLowerCase()] : undefined;
    const purpose = oneOf(meant ?? named, purposes, { field: "purpose", what: words.what, locale });
    return "reply" in purpose ? purpose.reply : change(desk, found.got, purpose.got);
  }),
};

const isVerb = (word: string | undefined): boolean => ["is", "est", "="].includes(word?.toLowerCase() ?? "");

/** What French readers call the purposes. */
const synonyms: Readonly<Record<string, Purpose>> = {
  interne: "internal",
  fournisseur: "supplier",
  convivial: "social",
  essai: "trial",
  sanctuaire: "sanctuary",
};

const spaceField = ({ asked, locale }: Desk): Field =>
  textField("space", words.space[locale], {
    hint: words.spaceHint[locale],
    ...(asked.call.space === null ? {} : { initial: words.here[locale] }),
  });
const purposeField = ({ locale }: Desk, initial?: Purpose): Field =>
  choice("purpose", words.purpose[locale], {
    options: purposes.map((value) => ({ value, label: `${value} — ${purposeNames[value][locale]}` })),
    initial,
  });

async function change(desk: Desk, id: SpaceId, purpose: Purpose) {
  const { charter, locale } = desk;
  const name = await spaceInline(desk, id);
  const before = charter.spaces[id] ?? "undeclared";
  return offer(desk, {
    line: `space ${typeable(id)} is ${purpose}`,
    says: [
      words.space[locale],
      " ",
      name,
      words.becomes[locale](purposeNames[before][locale], purposeNames[purpose][locale]),
    ],
    change: (written) => {
      const { [id]: _, ...others } = written.spaces ?? {};
      return { ...written, spaces: purpose === "undeclared" ? others : { ...others, [id]: purpose } };
    },
    fieldOf: () => "purpose",
  });
}

const words = {
  title: { en: "What a space is for", fr: "À quoi sert un espace" },
  space: { en: "Space", fr: "Espace" },
  here: { en: "here", fr: "ici" },
  spaceHint: { en: "“here”, its name with #, or its id", fr: "«\u00a0ici\u00a0», son nom avec #, ou son identifiant" },
  purpose: { en: "What is it for?", fr: "À quoi sert-il\u00a0?" },
  what: { en: "purpose", fr: "de destination" },
  becomes: {
    en: (before: string, after: string) => `: from now on ${after}; until now ${before}.`,
    fr: (before: string, after: string) => `\u00a0: désormais ${after}\u00a0; jusqu’ici ${before}.`,
  },
} as const;
