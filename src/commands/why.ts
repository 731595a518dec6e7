import type { Command } from "../core/command.ts";
import type { Charter } from "../core/charter.ts";
import type { Locale, Localised, NoticeId } from "../core/model.ts";
import { excerptBlocks, partiesIn, wordingOf } from "../core/nudge.ts";
import type { Notice } from "../core/store.ts";
import { strong, text, viewOf, type Block } from "../core/view.ts";

const words = {
  none: {
    en: "There is no notice that Charter remembers as yours. One about rest is never kept under your name: its own button explains it.",
    fr: "Charter ne garde en mémoire aucun avis à votre nom. Un avis sur le repos n’est jamais conservé sous votre nom\u00a0: son propre bouton l’explique.",
  },
  gone: {
    en: "This notice is no longer there, or was not for you.",
    fr: "Cet avis n’existe plus, ou ne vous était pas destiné.",
  },
  stale: {
    en: "This no longer applies: the message was changed or deleted since, or the notice was taken back. Thank you.",
    fr: "Cela ne s’applique plus\u00a0: le message a été modifié ou supprimé depuis, ou l’avis a été retiré. Merci.",
  },
  message: { en: "It was about a message in ", fr: "Il s’agissait d’un message dans " },
  meet: { en: "It was about who meets in ", fr: "Il s’agissait des personnes qui se côtoient dans " },
  object: { en: "I object", fr: "Je conteste" },
  held: { en: "What is held about me", fr: "Ce qui est conservé sur moi" },
  keptNothing: {
    en: "What is kept: nothing that says who you are, what you wrote or when. Only a count for this week, which cannot be read back and goes with the week.",
    fr: "Ce qui est conservé\u00a0: rien qui dise qui vous êtes, ce que vous avez écrit ou quand. Seulement un décompte pour cette semaine, qui ne peut être relu et disparaît avec elle.",
  },
  keptExcerpt: {
    en: [
      "What is kept: the words above, sealed, until ",
      ". Then who wrote, where and in which message, but no words, for 30 days.",
    ],
    fr: [
      "Ce qui est conservé\u00a0: les mots ci-dessus, scellés, jusqu’au ",
      ". Ensuite, qui a écrit, où et dans quel message, sans aucun mot, pendant 30\u00a0jours.",
    ],
  },
  keptFact: {
    en: "What is kept: who wrote, where and in which message, for 30 days. The words are gone.",
    fr: "Ce qui est conservé\u00a0: qui a écrit, où et dans quel message, pendant 30\u00a0jours. Les mots ont disparu.",
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[]>>;

/** Explains a notice to whom it was told: the clause in full, the reason, and what is kept for how long. */
export const why: Command = {
  name: "why",
  summary: { en: "explains the last notice you were given", fr: "explique le dernier avis que vous avez reçu" },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  async run({ call, rest, reader: { locale } }, { store, revision, rules }) {
    const notice =
      rest === "" ? await store.notices.lastFor(call.by) : await store.notices.findFor(rest as NoticeId, call.by);
    if (!notice) return viewOf(text(rest === "" ? words.none[locale] : words.gone[locale]));
    if (!notice.holds) return viewOf(text(words.stale[locale]));
    const clause = revision().charter.clauses.find(({ id }) => id === notice.clause);
    const rule = rules.find(({ id }) => id === notice.rule);
    if (!clause || !rule) return viewOf(text(words.gone[locale]));
    const blocks: Block[] = [
      text(strong(clause.title[locale])),
      text(clause.prose[locale]),
      ...placeBlocks(notice, revision().charter, locale),
    ];
    if (notice.trace !== "none") {
      const { reason, better } = wordingOf({ rule, code: notice.code, data: notice.data }, locale);
      blocks.push(...excerptBlocks(notice.excerpt), text(reason), text(better));
    }
    return viewOf(...blocks, keptBlock(notice, locale), {
      kind: "buttons",
      buttons: [
        { label: words.object[locale], line: `contest ${notice.id}` },
        { label: words.held[locale], line: "me" },
      ],
    });
  },
};

/** The space, where that is kept; of audiences that meet, which ones. */
function placeBlocks({ place, data }: Notice, charter: Charter, locale: Locale): Block[] {
  if (!place || place.space === null) return [];
  const mixture = data["mixture"];
  const parties = typeof mixture === "string" ? [` (${partiesIn(mixture, charter, locale)})`] : [];
  const what = words[place.message === null ? "meet" : "message"][locale];
  return [text(what, { kind: "space", space: place.space }, ...parties, ".")];
}

function keptBlock({ trace, keptUntil }: Notice, locale: Locale): Block {
  if (trace === "none") return text(words.keptNothing[locale]);
  if (!keptUntil) return text(words.keptFact[locale]);
  const [before, after] = words.keptExcerpt[locale];
  return text(before, { kind: "time", at: keptUntil }, after);
}
