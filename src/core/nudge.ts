import type { Charter, Clause } from "./charter.ts";
import type { Excerpt } from "./excerpt.ts";
import type { AccountId, Locale, Localised, NoticeId, SpaceId } from "./model.ts";
import type { AnyRule, Finding, Wording } from "./rule.ts";
import { strong, text, type Block, type Button, type Inline, type View } from "./view.ts";

const words = {
  onlyYou: {
    en: "A word from your charter, visible to you only",
    fr: "Un mot de votre charte, visible par vous uniquement",
  },
  why: { en: "Why?", fr: "Pourquoi\u00a0?" },
  again: { en: "Check a new wording", fr: "Vérifier une autre formulation" },
  object: { en: "I object", fr: "Je conteste" },
  case: {
    en: "Somebody will look at it with care, and you will hear what they decide.",
    fr: "Quelqu’un l’examinera avec soin, et vous saurez ce qui est décidé.",
  },
  outsider: {
    en: ["Somebody whom the charter does not know as staff wrote in ", " something that this clause speaks of: "],
    fr: [
      "Une personne que la charte ne connaît pas comme membre du personnel a écrit dans ",
      " un message que cette clause concerne\u00a0: ",
    ],
  },
  outsiderElsewhere: {
    en: ["Somebody whom the charter does not know as staff did something that this clause speaks of: "],
    fr: [
      "Une personne que la charte ne connaît pas comme membre du personnel a fait quelque chose que cette clause concerne\u00a0: ",
    ],
  },
  meeting: {
    en: ["Who meets in ", ": "],
    fr: ["Qui se côtoie dans ", "\u00a0: "],
  },
  meetingWhy: {
    en: "You are told because you brought somebody there or look after the charter. Nobody else has been told.",
    fr: "Vous recevez ceci parce que vous y avez fait venir quelqu’un ou que vous veillez sur la charte. Personne d’autre n’a été prévenu.",
  },
  howTo: {
    en: "They are not told by Charter. Speak with whoever invited them.",
    fr: "Charter ne lui dit rien. Parlez-en avec la personne qui l’a invitée.",
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[]>>;

/** What a nudge or an answer about it says: the clause, the rule's words for what was found, and the words found, where they are kept. */
export interface Told {
  readonly clause: Clause;
  readonly rule: AnyRule;
  readonly code: string;
  readonly data: NonNullable<Finding["data"]> | Readonly<Record<string, string | number | boolean>>;
  readonly excerpt: Excerpt | null;
}

/** The private nudge to the author: clause, marked words, reason, a better way, and what one can do. `opensCase`: somebody will look at it too. */
export function nudgeView(told: Told, notice: NoticeId, { locale, opensCase }: Nudging): View {
  const wording = wordingOf(told, locale);
  return {
    blocks: [
      text(strong(told.clause.title[locale]), " · ", words.onlyYou[locale]),
      ...excerptBlocks(told.excerpt),
      text(wording.reason),
      text(wording.better),
      ...(opensCase ? [text(words.case[locale])] : []),
      { kind: "buttons", buttons: nudgeButtons(told.rule, notice, locale) },
    ],
  };
}
export interface Nudging {
  readonly locale: Locale;
  readonly opensCase: boolean;
}

function nudgeButtons({ on }: AnyRule, notice: NoticeId, locale: Locale): Button[] {
  const why = { label: words.why[locale], line: `why ${notice}` };
  const object = { label: words.object[locale], line: `contest ${notice}` };
  // Only what was written can be worded otherwise.
  return on.includes("message.posted") ? [why, { label: words.again[locale], line: "check" }, object] : [why, object];
}

/** What stewards, or whoever invited them, are told of a breach by somebody whom the charter does not let us tell. */
export function stewardView(told: Told, place: { author: AccountId; space: SpaceId | null }, locale: Locale): View {
  const [before, after = ""] = words[place.space === null ? "outsiderElsewhere" : "outsider"][locale];
  const where: Inline[] = place.space === null ? [] : [{ kind: "space", space: place.space }, after];
  return {
    blocks: [
      text({ kind: "person", account: place.author }, " · ", strong(told.clause.title[locale])),
      text(before, ...where, wordingOf(told, locale).reason),
      ...excerptBlocks(told.excerpt),
      text(words.howTo[locale]),
    ],
  };
}

/** What the inviter or the stewards are told of audiences that meet in a space: nobody's own breach. */
export function conditionView(told: Told, space: SpaceId, { locale, notice, charter }: Telling): View {
  const { reason, better } = wordingOf(told, locale);
  const [before, after] = words.meeting[locale];
  const mixture = told.data["mixture"];
  const who = typeof mixture === "string" ? [strong(partiesIn(mixture, charter, locale))] : [];
  return {
    blocks: [
      text(strong(told.clause.title[locale]), " · ", words.onlyYou[locale]),
      text(before, { kind: "space", space }, after, ...who),
      text(reason),
      text(better),
      text(words.meetingWhy[locale]),
      { kind: "buttons", buttons: nudgeButtons(told.rule, notice, locale) },
    ],
  };
}
export interface Telling {
  readonly locale: Locale;
  readonly notice: NoticeId;
  readonly charter: Pick<Charter, "furtherAudiences">;
}

/** A mixture in words: "client:Nordvik + staff" is "Nordvik (client), staff". A party that nobody has named is written "?". */
export function partiesIn(mixture: string, { furtherAudiences }: Telling["charter"], locale: Locale): string {
  const names: Readonly<Record<string, Localised>> = { ...furtherAudiences, ...audienceWords };
  return mixture
    .split(" + ")
    .map((party) => {
      const [audience = "", ...of] = party.split(":");
      const name = (Object.hasOwn(names, audience) ? names[audience]?.[locale] : null) ?? audience;
      const whom = of.join(":");
      return whom === "" || whom === "?" ? name : `${whom} (${name})`;
    })
    .join(", ");
}
const audienceWords: Readonly<Record<string, Localised>> = {
  staff: { en: "staff", fr: "personnel" },
  client: { en: "client", fr: "client" },
  supplier: { en: "supplier", fr: "fournisseur" },
  unknown: { en: "not classified yet", fr: "pas encore classé" },
};

/** The rule's words for what it found, filled in. */
export function wordingOf({ rule, code, data }: Pick<Told, "rule" | "code" | "data">, locale: Locale): Wording {
  const wording = rule.messages[locale][code] ?? { reason: rule.title[locale], better: "" };
  return { reason: fill(wording.reason, data), better: fill(wording.better, data) };
}

/** Fills `{name}` from data; a value that is not known, because it was not kept, becomes an ellipsis. */
const fill = (template: string, data: Told["data"]): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? "…"));

/** The excerpt as a quotation with the found words marked; nothing where none is kept. */
export function excerptBlocks(excerpt: Excerpt | null): Block[] {
  if (!excerpt) return [];
  const inlines: Inline[] = [];
  let at = 0;
  for (const { start, end } of excerpt.spans.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) inlines.push(excerpt.text.slice(at, start));
    inlines.push({ kind: "mark", text: excerpt.text.slice(start, end) });
    at = end;
  }
  if (at < excerpt.text.length) inlines.push(excerpt.text.slice(at));
  return [{ kind: "quote", inlines }];
}
