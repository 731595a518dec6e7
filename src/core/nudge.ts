import type { Clause } from "./charter.ts";
import type { Excerpt } from "./excerpt.ts";
import type { AccountId, Locale, Localised, NoticeId, SpaceId } from "./model.ts";
import type { AnyRule, Finding, Wording } from "./rule.ts";
import { strong, text, type Block, type Inline, type View } from "./view.ts";

const words = {
  onlyYou: {
    en: "A word from your charter, visible to you only",
    fr: "Un mot de votre charte, visible par vous uniquement",
  },
  why: { en: "Why?", fr: "Pourquoi\u00a0?" },
  again: { en: "Check a new wording", fr: "Vérifier une autre formulation" },
  outsider: {
    en: ["Somebody whom the charter does not know as staff wrote in ", " something that this clause speaks of: "],
    fr: [
      "Une personne que la charte ne connaît pas comme membre du personnel a écrit dans ",
      " un message que cette clause concerne\u00a0: ",
    ],
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

/** The private nudge to the author: clause, marked words, reason, a better way, and what one can do. */
export function nudgeView(told: Told, notice: NoticeId, locale: Locale): View {
  const wording = wordingOf(told, locale);
  return {
    blocks: [
      text(strong(told.clause.title[locale]), " · ", words.onlyYou[locale]),
      ...excerptBlocks(told.excerpt),
      text(wording.reason),
      text(wording.better),
      {
        kind: "buttons",
        buttons: [
          { label: words.why[locale], line: `why ${notice}` },
          { label: words.again[locale], line: "check" },
        ],
      },
    ],
  };
}

/** What stewards are told of a breach by somebody whom the charter does not let us tell. */
export function stewardView(told: Told, place: { author: AccountId; space: SpaceId }, locale: Locale): View {
  const [before, after] = words.outsider[locale];
  return {
    blocks: [
      text({ kind: "person", account: place.author }, " · ", strong(told.clause.title[locale])),
      text(before, { kind: "space", space: place.space }, after, wordingOf(told, locale).reason),
      ...excerptBlocks(told.excerpt),
      text(words.howTo[locale]),
    ],
  };
}

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
