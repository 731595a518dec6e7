import type { Charter, Clause } from "../core/charter.ts";
import { stageOf } from "../core/decide.ts";
import type { Locale, Localised } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import { judgedBy } from "./judged.ts";

/** What every part of the page is printed with. `today` is a day of the organisation, "2026-12-01". */
export interface Printing {
  readonly charter: Charter;
  readonly rules: readonly AnyRule[];
  readonly locale: Locale;
  readonly today: string;
  /** What a space or group is called; null where nobody knows. */
  readonly nameOf: (reference: string) => string | null;
}

const standings = ["silence", "note", "case", "unused", "draft", "people"] as const;
/** How a clause stands today, outside of trial spaces. */
export type Standing = (typeof standings)[number];

export const ruleOf = ({ rule }: Clause, { rules }: Printing): AnyRule | undefined =>
  rules.find(({ id }) => id === rule);

export function standingOf(clause: Clause, printing: Printing): Standing {
  const { charter, today, locale } = printing;
  const rule = ruleOf(clause, printing);
  if (!rule) return "people";
  const stage = stageOf(charter, clause, { today, purpose: "internal" });
  if (stage === "draft") return "draft";
  if (judgedBy(rule, clause.settings, { organisation: charter.organisation, locale }).length === 0) return "unused";
  return stage === "nudge" ? "note" : stage === "shadow" ? "silence" : "case";
}

/** The numbers, from 1, of the clauses that stand so. */
export const numbersOf = (printing: Printing, wanted: (standing: Standing, clause: Clause) => boolean): number[] =>
  printing.charter.clauses.flatMap((clause, index) =>
    wanted(standingOf(clause, printing), clause) ? [index + 1] : [],
  );

/** How many clauses stand how: "7 tried in silence, 5 matters for people". */
export function standingsIn(printing: Printing): string {
  const { locale } = printing;
  return standings
    .flatMap((standing) => {
      const count = numbersOf(printing, (each) => each === standing).length;
      const [one, many] = names[standing];
      return count === 0 ? [] : [`${count} ${(count === 1 ? one : many)[locale]}`];
    })
    .join(", ");
}
const names: Readonly<Record<Standing, readonly [one: Localised, many: Localised]>> = {
  silence: same("tried in silence", "en observation silencieuse"),
  note: [
    { en: "gives notes", fr: "donne des rappels" },
    { en: "give notes", fr: "donnent des rappels" },
  ],
  case: [
    { en: "gives notes and opens cases", fr: "donne des rappels et ouvre des dossiers" },
    { en: "give notes and open cases", fr: "donnent des rappels et ouvrent des dossiers" },
  ],
  unused: same("not in use", "pas en service"),
  draft: same("in draft", "à l’état de projet"),
  people: [
    { en: "a matter for people", fr: "relève de chacun" },
    { en: "matters for people", fr: "relèvent de chacun" },
  ],
};
function same(en: string, fr: string): readonly [Localised, Localised] {
  return [
    { en, fr },
    { en, fr },
  ];
}

/** What is said of a clause whose rule has nothing to look for yet. */
export const unusedIn = ({ id }: AnyRule, locale: Locale): string => (unused[id] ?? anyUnused)[locale];
const anyUnused: Localised = {
  en: "Not in use: it looks for nothing until it is set.",
  fr: "Pas en service\u00a0: elle ne cherche rien tant qu’elle n’est pas réglée.",
};
const unused: Readonly<Record<string, Localised>> = {
  "outside-connection": {
    en: "Not in use: it looks for nothing until the organisation names its networks or countries.",
    fr: "Pas en service\u00a0: elle ne cherche rien tant que l’organisation n’a pas nommé ses réseaux ou ses pays.",
  },
  "watched-terms": {
    en: "Not in use: it looks for nothing until the organisation lists its words.",
    fr: "Pas en service\u00a0: elle ne cherche rien tant que l’organisation n’a pas listé ses mots.",
  },
};
