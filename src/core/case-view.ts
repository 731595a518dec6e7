import { appealDays, mayAppeal, mayDecide, type Asker, type Case, type Part } from "./case.ts";
import type { Charter } from "./charter.ts";
import type { Locale, Localised } from "./model.ts";
import { excerptBlocks, partiesIn, wordingOf } from "./nudge.ts";
import type { AnyRule } from "./rule.ts";
import { code, heading, strong, text, type Block, type Button, type Inline } from "./view.ts";

type Pair = Record<Locale, readonly [string, string]>;
const words = {
  case: { en: "Case", fr: "Dossier" },
  noClause: { en: "No clause in particular", fr: "Aucune clause en particulier" },
  stage: { en: "Noticed by the clause itself.", fr: "Relevé par la clause elle-même." },
  report: { en: "Reported by ", fr: "Signalé par " },
  somebody: {
    en: "somebody; moderators and admins know who",
    fr: "une personne que seules la modération et l’administration connaissent",
  },
  contest: { en: "Objection by ", fr: "Objection de " },
  writtenBy: { en: "Written by ", fr: "Écrit par " },
  in: { en: " in ", fr: " dans " },
  where: { en: "Where: ", fr: "Où\u00a0: " },
  message: { en: ", message ", fr: ", message " },
  meet: { en: "Who meets: ", fr: "Qui se côtoie\u00a0: " },
  note: { en: "What was said about it:", fr: "Ce qui en a été dit\u00a0:" },
  wordsGone: { en: "The words of this case are gone.", fr: "Les mots de ce dossier ont disparu." },
  first: {
    upheld: { en: "First it was upheld:", fr: "Il a d’abord été retenu\u00a0:" },
    dismissed: { en: "First it was dismissed:", fr: "Il a d’abord été classé\u00a0:" },
  },
  appealed: { en: "The appeal:", fr: "Le recours\u00a0:" },
  reason: { en: "Why:", fr: "Pourquoi\u00a0:" },
  claim: { en: "Take it", fr: "M’en charger" },
  release: { en: "Give it back", fr: "Le rendre" },
  uphold: { en: "Uphold", fr: "Retenir" },
  dismiss: { en: "Dismiss", fr: "Classer" },
  rightNotice: { en: "The notice is right", fr: "L’avis est juste" },
  rightObjection: { en: "The objection is right", fr: "L’objection est juste" },
  appeal: { en: "Appeal", fr: "Faire un recours" },
  notYou: {
    en: "You decided this case first, so somebody else decides now. Where there is nobody else, an admin can name another steward.",
    fr: "Vous avez décidé ce dossier en premier\u00a0: quelqu’un d’autre décide maintenant. S’il n’y a personne d’autre, l’administration peut nommer une autre personne.",
  },
  appealTime: {
    en: `If you see it differently, you can appeal within ${appealDays} days: somebody else then decides.`,
    fr: `Si vous voyez les choses autrement, vous pouvez faire un recours sous ${appealDays}\u00a0jours\u00a0: quelqu’un d’autre décidera.`,
  },
} as const satisfies Record<string, Localised | Record<string, Localised>>;

const states = {
  open: { en: "It waits for somebody to look at it.", fr: "Il attend que quelqu’un l’examine." },
  held: { en: "Somebody is looking at it.", fr: "Quelqu’un l’examine." },
  with: { en: ["It is with ", "."], fr: ["", " s’en charge."] } satisfies Pair,
  upheld: { en: ["Upheld by ", "."], fr: ["Retenu par ", "."] } satisfies Pair,
  dismissed: { en: ["Dismissed by ", "."], fr: ["Classé par ", "."] } satisfies Pair,
  /** Where the steward was erased since. */
  decided: { en: "It is decided.", fr: "Il est décidé." },
} as const;

/** What those whom it concerns read of a decision: the one who wrote, or objected, and the one who reported. */
const outcomes = {
  author: {
    upheld: {
      en: "It was looked at with care: this is what the clause speaks of. Thank you for minding it next time.",
      fr: "Votre message a été examiné avec soin\u00a0: c’est bien ce dont parle la clause. Merci d’y veiller la prochaine fois.",
    },
    dismissed: {
      en: "It was looked at with care, and nothing remains of it.",
      fr: "Votre message a été examiné avec soin, et il n’en reste rien.",
    },
  },
  objector: {
    upheld: {
      en: "Your objection was looked at with care. The notice stands.",
      fr: "Votre objection a été examinée avec soin. L’avis est maintenu.",
    },
    dismissed: {
      en: "Your objection was looked at and is right. The notice no longer holds.",
      fr: "Votre objection a été examinée, et elle est juste. L’avis ne tient plus.",
    },
  },
  reporter: {
    upheld: {
      en: "Thank you. What you reported was looked at with care and upheld.",
      fr: "Merci. Votre signalement a été examiné avec soin et retenu.",
    },
    dismissed: {
      en: "Thank you. What you reported was looked at with care: the charter does not speak against it.",
      fr: "Merci. Votre signalement a été examiné avec soin\u00a0: la charte ne s’y oppose pas.",
    },
  },
} as const satisfies Record<string, Record<"upheld" | "dismissed", Localised>>;

/** Who reads a case, and in what language. */
export interface CaseReader extends Asker {
  readonly part: Part;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}
/** Where the titles of clauses and the words of rules come from. */
export interface Sources {
  readonly charter: Pick<Charter, "clauses" | "furtherAudiences">;
  readonly rules: readonly AnyRule[];
}

/** What a case is about: its clause's title, or that it is about none. */
export const caseTitle = ({ clause }: Pick<Case, "clause">, { charter }: Sources, locale: Locale): string =>
  charter.clauses.find(({ id }) => id === clause)?.title[locale] ?? words.noClause[locale];

/** How a case stands, for a steward: who holds it, or who decided. */
export function stateLine({ state, claimedBy, decidedBy }: Case, locale: Locale): Inline[] {
  const who = state === "claimed" ? claimedBy : decidedBy;
  if (state === "open") return [states.open[locale]];
  if (who === null) return [states[state === "claimed" ? "held" : "decided"][locale]];
  const [before, after] = states[state === "claimed" ? "with" : state][locale];
  return [before, { kind: "person", account: who }, after];
}

/** A case for whoever reads it: a steward sees what it takes to decide; those whom it concerns, how it stands and why. */
export function caseView(each: Case, sources: Sources, reader: CaseReader): Block[] {
  const { locale } = reader;
  const title = heading(`${words.case[locale]} ${each.number} · ${caseTitle(each, sources, locale)}`);
  return reader.part === "steward"
    ? [title, ...file(each, sources, reader), ...buttons(stewardButtons(each, reader))]
    : [title, ...outcome(each, reader)];
}

function file(each: Case, { charter, rules }: Sources, { locale, role, account }: CaseReader): Block[] {
  const rule = rules.find(({ id }) => id === each.rule);
  const mixture = each.data["mixture"];
  return [
    text(...stateLine(each, locale)),
    text(...origin(each, locale, role === "moderator" || role === "admin")),
    ...place(each, locale),
    ...(typeof mixture === "string" ? [text(words.meet[locale], strong(partiesIn(mixture, charter, locale)))] : []),
    ...(rule && each.code !== null ? [text(wordingOf({ rule, code: each.code, data: each.data }, locale).reason)] : []),
    ...excerptBlocks(each.excerpt),
    ...said(words.note[locale], each.note),
    ...(each.first ? said(words.first[each.first.state][locale], each.first.reason) : []),
    ...said(words.appealed[locale], each.appeal),
    ...(each.closed ? said(words.reason[locale], each.reason ?? words.wordsGone[locale]) : []),
    ...(each.closed === null && each.barred === account ? [text(words.notYou[locale])] : []),
  ];
}

function origin({ origin: kind, author, reporter }: Case, locale: Locale, seesReporter: boolean): Inline[] {
  if (kind === "contest") return author ? [words.contest[locale], { kind: "person", account: author }, "."] : [];
  if (kind === "stage") return [words.stage[locale]];
  const who: Inline = seesReporter && reporter ? { kind: "person", account: reporter } : words.somebody[locale];
  return [words.report[locale], who, "."];
}

function place({ origin: kind, author, space, message, excerpt }: Case, locale: Locale): Block[] {
  const where: Inline[] = space ? [{ kind: "space", space }] : [];
  // Without the words, the platform's own id is what a steward can look the message up by.
  if (message !== null && excerpt === null) where.push(words.message[locale], code(message));
  if (kind !== "contest" && author) {
    const who: Inline = { kind: "person", account: author };
    return [text(words.writtenBy[locale], who, ...(where.length > 0 ? [words.in[locale], ...where] : []), ".")];
  }
  return where.length > 0 ? [text(words.where[locale], ...where, ".")] : [];
}

const said = (title: string, what: string | null): Block[] =>
  what === null || what === "" ? [] : [text(title), { kind: "quote", inlines: [what] }];

function stewardButtons(each: Case, { account, role, locale }: CaseReader): Button[] {
  const button = (label: Localised, verb: string): Button => ({
    label: label[locale],
    line: `case ${each.number} ${verb}`,
  });
  if (!mayDecide(account, each)) return [];
  if (each.state === "open") return [{ ...button(words.claim, "claim"), style: "primary" }];
  if (each.state !== "claimed") return [];
  if (each.claimedBy !== account) return role === "admin" ? [button(words.release, "release")] : [];
  const [uphold, dismiss] =
    each.origin === "contest" ? [words.rightNotice, words.rightObjection] : [words.uphold, words.dismiss];
  return [button(uphold, "uphold"), button(dismiss, "dismiss"), button(words.release, "release")];
}

/** What those whom it concerns may know: no name of a steward, nobody else's words but the reason. */
function outcome(each: Case, { part, locale, account, now }: CaseReader): Block[] {
  const { state, number } = each;
  const excerpt = part === "author" ? excerptBlocks(each.excerpt) : [];
  if (state === "open" || state === "claimed")
    return [text(states[state === "open" ? "open" : "held"][locale]), ...excerpt];
  const who = part === "reporter" ? "reporter" : each.origin === "contest" ? "objector" : "author";
  const line = `case ${number} appeal`;
  return [
    text(outcomes[who][state][locale]),
    ...excerpt,
    ...said(words.reason[locale], each.reason),
    ...(mayAppeal(account, each, now)
      ? [text(words.appealTime[locale]), ...buttons([{ label: words.appeal[locale], line }])]
      : []),
  ];
}

const buttons = (all: readonly Button[]): Block[] => (all.length > 0 ? [{ kind: "buttons", buttons: all }] : []);
