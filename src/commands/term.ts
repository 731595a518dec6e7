import type { Clause } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { foldText } from "../core/fold.ts";
import { strong, text, viewOf, type Reply } from "../core/view.ts";
import { memberOf } from "../document/schema.ts";
import { ask, choice, oneOf, textField } from "./change/asking.ts";
import { clauseField, clauseNamed, withClause } from "./change/clauses.ts";
import { argument, atDesk, refuse, remainder, type Desk } from "./change/desk.ts";
import { typeable } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import { partAt, settingsOf } from "./change/settings.ts";

const acts = ["add", "remove"] as const;

/** Adds a term to a clause that watches for terms, or takes one out. */
export const term: Command = {
  name: "term",
  summary: { en: "adds or removes a term that a clause watches for", fr: "ajoute ou retire un terme surveillé" },
  usage: { en: "add|remove <clause> <term>", fr: "add|remove <clause> <terme>" },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const act = argument(desk, 0, "act");
    const typed = argument(desk, 1, "clause");
    const wanted = remainder(desk, 2, "term");
    if (act === "" || typed === "" || wanted === "") return askFor(desk);
    const chosen = oneOf(act, acts, { field: "act", what: words.what, locale });
    if ("reply" in chosen) return chosen.reply;
    const clause = clauseNamed(desk, typed);
    if ("reply" in clause) return clause.reply;
    if (!hasTerms(desk, clause.got)) return refuse("clause", words.noTerms[locale](clause.got.id)).reply;
    return chosen.got === "add" ? add(desk, clause.got, wanted) : remove(desk, clause.got, wanted);
  }),
};

/** Whether the rule of a clause has a list of terms, whichever rule it is. */
function hasTerms(desk: Desk, clause: Clause): boolean {
  const terms = settingsOf(desk, clause).find(({ name, of }) => name === "terms" && of === "rule");
  return terms !== undefined && memberOf(memberOf(terms.schema, "0"), "term") !== null;
}

function askFor(desk: Desk): Reply {
  const { locale } = desk;
  const options = acts.map((value) => ({ value, label: words.acts[value][locale] }));
  const fields = [
    choice("act", words.act[locale], { options }),
    clauseField(desk, (clause) => hasTerms(desk, clause)),
    textField("term", words.term[locale], { maxLength: 100, hint: words.hint[locale] }),
  ];
  const first = acts.find((one) => one === desk.words[0]?.text);
  const known = desk.words.length > 1 ? desk.words.slice(0, 2).map(({ text: word }) => word) : first ? [first] : [];
  // What the line says already is not asked for again.
  return ask(desk, { title: words.title, line: ["term", ...known].join(" "), fields: fields.slice(known.length) });
}

const termsOf = (clause: Pick<Clause, "settings">): readonly unknown[] => {
  const terms = clause.settings["terms"];
  return Array.isArray(terms) ? (terms as unknown[]) : [];
};
/** Two spellings of the same words are found alike, and so are one term. */
const folded = (plain: string): string =>
  foldText({ plain, marks: [] })
    .map(({ start, end }) => plain.slice(start, end).toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""))
    .join(" ");
const isSame = (entry: unknown, wanted: string): boolean => {
  const written = partAt(entry, ["term"]);
  return (
    typeof written === "string" && (written === wanted || (folded(wanted) !== "" && folded(written) === folded(wanted)))
  );
};

function add(desk: Desk, clause: Clause, wanted: string): Reply | Promise<Reply> {
  const { locale } = desk;
  if (termsOf(clause).some((entry) => isSame(entry, wanted))) {
    return viewOf(text(words.already[locale](wanted, clause.title[locale])));
  }
  return offer(desk, {
    line: `term add ${clause.id} ${typeable(wanted)}`,
    says: [strong(clause.title[locale]), words.watches[locale](wanted)],
    change: (written) =>
      withClause(written, clause.id, (one) => ({
        ...one,
        settings: { ...one.settings, terms: [...termsOf(clause), { term: wanted }] },
      })),
    fieldOf: () => "term",
  });
}

function remove(desk: Desk, clause: Clause, wanted: string): Reply | Promise<Reply> {
  const { locale } = desk;
  const terms = termsOf(clause);
  if (!terms.some((entry) => isSame(entry, wanted))) {
    const names = terms.map((entry) => partAt(entry, ["term"])).filter((name) => typeof name === "string");
    const found = oneOf(wanted, names, { field: "term", what: words.termHere, locale });
    return "reply" in found ? found.reply : remove(desk, clause, found.got);
  }
  return offer(desk, {
    line: `term remove ${clause.id} ${typeable(wanted)}`,
    says: [strong(clause.title[locale]), words.drops[locale](wanted)],
    change: (written) =>
      withClause(written, clause.id, (one) => ({
        ...one,
        settings: { ...one.settings, terms: terms.filter((entry) => !isSame(entry, wanted)) },
      })),
    fieldOf: () => "term",
  });
}

const words = {
  title: { en: "Watched terms", fr: "Termes surveillés" },
  act: { en: "What to do", fr: "Que faire" },
  acts: { add: { en: "Add a term", fr: "Ajouter un terme" }, remove: { en: "Remove a term", fr: "Retirer un terme" } },
  term: { en: "Term", fr: "Terme" },
  hint: {
    en: "Found as whole words whatever their case and accents. Plural and feminine are terms of their own.",
    fr: "Trouvé en mots entiers, quels que soient la casse et les accents. Pluriel et féminin sont des termes à part.",
  },
  what: { en: "such thing to do:", fr: "d’action" },
  termHere: { en: "term", fr: "de terme" },
  noTerms: {
    en: (id: string) => `The clause “${id}” watches for no terms.`,
    fr: (id: string) => `La clause «\u00a0${id}\u00a0» ne surveille pas de termes.`,
  },
  already: {
    en: (wanted: string, title: string) => `“${wanted}” is watched for already under “${title}”.`,
    fr: (wanted: string, title: string) => `«\u00a0${wanted}\u00a0» est déjà surveillé sous «\u00a0${title}\u00a0».`,
  },
  watches: {
    en: (wanted: string) => ` watches for “${wanted}” too, whoever it binds.`,
    fr: (wanted: string) => ` surveille aussi «\u00a0${wanted}\u00a0», pour toutes les personnes qu’elle lie.`,
  },
  drops: {
    en: (wanted: string) => ` no longer watches for “${wanted}”.`,
    fr: (wanted: string) => ` ne surveille plus «\u00a0${wanted}\u00a0».`,
  },
} as const;
