import type { Clause } from "../core/charter.ts";
import { charterSchema } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { stages, type Stage } from "../core/model.ts";
import { stageNames } from "../core/names.ts";
import type { Revisions } from "../core/store.ts";
import { strong, text, viewOf, type Inline, type Reply } from "../core/view.ts";
import { ask, choice, oneOf } from "./change/asking.ts";
import { clauseField, clauseNamed, ruleOf, withClause } from "./change/clauses.ts";
import { argument, atDesk, type Desk } from "./change/desk.ts";
import { offer } from "./change/offer.ts";

/** Says how far a clause may go. One that has not been in shadow long enough may not speak yet. */
export const stage: Command = {
  name: "stage",
  summary: { en: "says how far a clause may go", fr: "dit jusqu’où une clause peut aller" },
  usage: { en: `<clause> <${stages.join("|")}>`, fr: `<clause> <${stages.join("|")}>` },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const typed = argument(desk, 0, "clause");
    if (typed === "") {
      const fields = [clauseField(desk, ({ rule }) => rule !== null), stageField(desk)];
      return ask(desk, { title: words.title, line: "stage", fields });
    }
    const clause = clauseNamed(desk, typed);
    if ("reply" in clause) return clause.reply;
    const wanted = argument(desk, 1, "stage");
    if (wanted === "") {
      return ask(desk, {
        title: words.title,
        line: `stage ${clause.got.id}`,
        fields: [stageField(desk, clause.got.stage)],
      });
    }
    const to = oneOf(wanted, stages, { field: "stage", what: words.what, locale });
    if ("reply" in to) return to.reply;
    return (await refusal(desk, clause.got, to.got)) ?? change(desk, clause.got, to.got);
  }),
};

const stageField = ({ locale }: Desk, initial?: Stage) =>
  choice("stage", words.label[locale], {
    options: stages.map((value) => ({ value, label: `${value} — ${stageNames[value][locale]}`.slice(0, 75) })),
    initial,
  });

const change = (desk: Desk, { id, title }: Clause, to: Stage): Promise<Reply> =>
  offer(desk, {
    line: `stage ${id} ${to}`,
    says: [strong(title[desk.locale]), words.becomes[desk.locale](to, stageNames[to][desk.locale])],
    change: (written) => withClause(written, id, (clause) => ({ ...clause, stage: to })),
    fieldOf: () => "stage",
  });

/** Why a clause may not go so far, or not yet; null where it may. */
async function refusal(desk: Desk, clause: Clause, to: Stage): Promise<Reply | null> {
  const { locale, charter } = desk;
  const says = (...inlines: Inline[]): Reply => viewOf(text(strong(clause.title[locale]), ...inlines));
  if (clause.rule === null) return says(words.forPeople[locale]);
  if (to === "case" && ruleOf(desk, clause)?.trace === "none") return says(words.nameless[locale]);
  const speaks = (one: Stage): boolean => one === "nudge" || one === "case";
  const { shadowDays } = charter.promotion;
  if (!speaks(to) || speaks(clause.stage) || shadowDays === 0) return null;
  if (clause.stage === "draft") return says(words.firstShadow[locale](shadowDays));
  const now = desk.asked.call.at;
  const enough = now.subtract({ hours: 24 * shadowDays });
  const since = await inShadowSince(desk.tools.store.revisions, { clause, newest: desk.number, enough });
  if (Temporal.Instant.compare(since, enough) <= 0) return null;
  const [before, between, after] = words.notYet[locale];
  const from = since.add({ hours: 24 * shadowDays });
  return says(before, { kind: "time", at: since }, between(shadowDays), { kind: "time", at: from }, after);
}

interface Shadow {
  readonly clause: Clause;
  readonly newest: number;
  /** No need to look further back than this. */
  readonly enough: Temporal.Instant;
}
/** When a clause last entered shadow with the rule that it has now: the earliest of the newest revisions that all say so. */
async function inShadowSince(revisions: Revisions, { clause, newest, enough }: Shadow): Promise<Temporal.Instant> {
  let since: Temporal.Instant | null = null;
  for (let number = newest; number > 0; number--) {
    const revision = await revisions.find(number);
    const clauses = charterSchema.safeParse(revision?.charter).data?.clauses;
    const then = clauses?.find(({ id }) => id === clause.id);
    if (!revision || then?.stage !== "shadow" || then.rule !== clause.rule) break;
    since = revision.at;
    if (Temporal.Instant.compare(since, enough) <= 0) break;
  }
  // The newest revision is always there; were it gone, nothing would be proven.
  return since ?? enough.add({ hours: 24 });
}

const words = {
  title: { en: "Stage of a clause", fr: "Stade d’une clause" },
  label: { en: "How far may it go?", fr: "Jusqu’où peut-elle aller\u00a0?" },
  what: { en: "stage", fr: "de stade" },
  becomes: {
    en: (to: string, does: string) => ` goes to “${to}”: ${does}.`,
    fr: (to: string, does: string) => ` passe au stade «\u00a0${to}\u00a0»\u00a0: ${does}.`,
  },
  forPeople: {
    en: " is a matter for people: no rule enforces it, so it has no stage.",
    fr: " est l’affaire de chacun\u00a0: aucune règle ne la fait respecter, elle n’a donc pas de stade.",
  },
  nameless: {
    en: " may speak, and may not open cases: of what its rule notices nothing may be kept that names somebody, and a case would have to.",
    fr: " peut s’exprimer, mais pas ouvrir de dossier\u00a0: de ce que sa règle remarque, rien de nominatif ne peut être conservé, et un dossier en aurait besoin.",
  },
  firstShadow: {
    en: (days: number) =>
      ` has not been tried yet. Let it be in shadow for ${days} days first: then you know what it would have said, and to how many.`,
    fr: (days: number) =>
      ` n’a pas encore été essayée. Laissez-la d’abord ${days}\u00a0jours au stade «\u00a0shadow\u00a0»\u00a0: vous saurez alors ce qu’elle aurait dit, et à combien de personnes.`,
  },
  notYet: {
    en: [
      " has been tried in silence since ",
      (days: number) => `. This charter asks for ${days} days, so it may speak from `,
      " on. In a space declared for trials it speaks already.",
    ],
    fr: [
      " est en observation silencieuse depuis le ",
      (days: number) => `. Cette charte demande ${days}\u00a0jours\u00a0: elle pourra s’exprimer à partir du `,
      ". Dans un espace pilote, elle s’exprime déjà.",
    ],
  },
} as const;
