import type { Charter, Clause } from "../../core/charter.ts";
import { stageOf } from "../../core/decide.ts";
import type { AccountId, Locale, Purpose, Role, SpaceId } from "../../core/model.ts";
import { purposeNames, roleNames, stageNames } from "../../core/names.ts";
import type { Inline } from "../../core/view.ts";

/** What somebody should know before they apply a change, and cannot be expected to read in a difference. */
export interface Changed {
  readonly before: Charter;
  readonly after: Charter;
  readonly by: AccountId;
  /** The day of the organisation. */
  readonly today: string;
  readonly locale: Locale;
}
type Warning = readonly Inline[];

export const warningsOf = (changed: Changed): readonly Warning[] => [
  ...stewardWarnings(changed),
  ...clauseWarnings(changed),
  ...spaceWarnings(changed),
];

const stewardRoles = ["admin", "moderator", "ambassador"] as const satisfies readonly Role[];
type StewardRole = (typeof stewardRoles)[number];
const stewardsAs = ({ stewards }: Charter, role: StewardRole): readonly string[] => stewards[`${role}s`];

function stewardWarnings({ before, after, by, locale }: Changed): Warning[] {
  return stewardRoles.flatMap((role) => {
    const had = new Set(stewardsAs(before, role));
    const has = new Set(stewardsAs(after, role));
    const sentence = (who: string, gains: boolean): Warning => {
      const right = roleNames[role][locale];
      if (who === by) return [(gains ? words.youGain : words.youLose)[locale](right)];
      return [{ kind: "person", account: who as AccountId }, (gains ? words.gains : words.loses)[locale](right)];
    };
    return [
      ...[...has.difference(had)].map((who) => sentence(who, true)),
      ...[...had.difference(has)].map((who) => sentence(who, false)),
    ];
  });
}

function clauseWarnings(changed: Changed): Warning[] {
  const { before, after, locale } = changed;
  const stageIn = (charter: Charter, clause: Clause) =>
    clause.rule === null ? "draft" : stageOf(charter, clause, { today: changed.today, purpose: "undeclared" });
  const speaks = (charter: Charter, clause: Clause): boolean => ["nudge", "case"].includes(stageIn(charter, clause));
  return after.clauses.flatMap((clause) => {
    const earlier = before.clauses.find(({ id }) => id === clause.id);
    const spoke = earlier !== undefined && speaks(before, earlier);
    const title = clause.title[locale];
    if (!spoke && speaks(after, clause)) {
      return [[words.speaks[locale](title, stageNames[stageIn(after, clause)][locale])]];
    }
    return spoke && !speaks(after, clause) ? [[words.falls[locale](title)]] : [];
  });
}

function spaceWarnings({ before, after, locale }: Changed): Warning[] {
  const spaces = new Set([...Object.keys(before.spaces), ...Object.keys(after.spaces)]);
  return [...spaces].flatMap((space) => {
    const was = before.spaces[space] ?? "undeclared";
    const is = after.spaces[space] ?? "undeclared";
    const told = was === is ? null : toldOf(was, is);
    return told ? [[{ kind: "space", space: space as SpaceId }, told[locale]] as const] : [];
  });
}

function toldOf(was: Purpose, is: Purpose) {
  if (is === "sanctuary") return words.sanctuary;
  if (was === "sanctuary") return words.noSanctuary;
  if (is === "trial") return words.trial;
  return null;
}

const words = {
  gains: {
    en: (role: string) => ` gains the rights of this role: ${role}.`,
    fr: (role: string) => ` reçoit les droits de ce rôle\u00a0: ${role}.`,
  },
  loses: {
    en: (role: string) => ` loses the rights of this role: ${role}.`,
    fr: (role: string) => ` perd les droits de ce rôle\u00a0: ${role}.`,
  },
  youGain: {
    en: (role: string) => `You gain the rights of this role: ${role}.`,
    fr: (role: string) => `Vous recevez les droits de ce rôle\u00a0: ${role}.`,
  },
  youLose: {
    en: (role: string) => `You give up your own rights of this role: ${role}. Only others can give them back.`,
    fr: (role: string) =>
      `Vous renoncez à vos propres droits de ce rôle\u00a0: ${role}. Seuls d’autres pourront vous les rendre.`,
  },
  speaks: {
    en: (title: string, stage: string) => `“${title}” speaks as soon as this is applied: it ${stage}.`,
    fr: (title: string, stage: string) => `«\u00a0${title}\u00a0» s’exprimera dès l’application\u00a0: elle ${stage}.`,
  },
  falls: {
    en: (title: string) => `“${title}” falls silent as soon as this is applied.`,
    fr: (title: string) => `«\u00a0${title}\u00a0» se taira dès l’application.`,
  },
  sanctuary: {
    en: ` becomes ${purposeNames.sanctuary.en}: nothing that is written there is looked at, whatever the clauses say.`,
    fr: ` devient ${purposeNames.sanctuary.fr}\u00a0: rien de ce qui s’y écrit n’est regardé, quoi que disent les clauses.`,
  },
  noSanctuary: {
    en: " is no longer a sanctuary: from now on the clauses hold there too. Please tell those who write there.",
    fr: " n’est plus un sanctuaire\u00a0: les clauses y valent désormais aussi. Merci de prévenir les personnes qui y écrivent.",
  },
  trial: {
    en: " becomes a trial: clauses in shadow speak there at once. Please tell those who write there.",
    fr: " devient un espace pilote\u00a0: les clauses en observation s’y expriment aussitôt. Merci de prévenir les personnes qui y écrivent.",
  },
} as const;
