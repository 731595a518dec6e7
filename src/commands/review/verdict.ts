import { deciders, mayAppeal } from "../../core/case.ts";
import { caseTitle } from "../../core/case-view.ts";
import type { Localised } from "../../core/model.ts";
import { text, viewOf, type Form, type Reply } from "../../core/view.ts";
import { showCase, type Handling } from "./handling.ts";
import { tellDecided, tellWaiting } from "./told.ts";

const longest = 1000;

const words = {
  notHeld: { en: "Please take the case first.", fr: "Veuillez d’abord vous charger du dossier." },
  stale: {
    en: "That could not be done: the case has changed since. This is how it stands now.",
    fr: "Cela n’a pas pu se faire\u00a0: le dossier a changé entre-temps. Voici où il en est.",
  },
  done: {
    en: "It is decided, and those whom it concerns are being told.",
    fr: "C’est décidé, et les personnes concernées en sont informées.",
  },
  uphold: { en: "Uphold", fr: "Retenir" },
  dismiss: { en: "Dismiss", fr: "Classer" },
  appeal: { en: "Appeal", fr: "Faire un recours" },
  cancel: { en: "Close", fr: "Fermer" },
  case: { en: "Case", fr: "Dossier" },
  reason: { en: "Your reason", fr: "Votre raison" },
  hint: {
    en: "Those whom it concerns read this: please be kind and exact, and name nobody.",
    fr: "Les personnes concernées le liront\u00a0: merci d’écrire avec bienveillance et précision, et de ne nommer personne.",
  },
  appealHint: {
    en: "Whoever decides now reads this: somebody else than the first time.",
    fr: "La personne qui décidera maintenant le lira\u00a0: ce sera quelqu’un d’autre que la première fois.",
  },
  upholdAbout: {
    en: "What was noticed, reported or told was right.",
    fr: "Ce qui a été relevé, signalé ou dit était juste.",
  },
  dismissAbout: {
    en: "Nothing remains of it: a notice that was given no longer holds, and is taken back where the platform can.",
    fr: "Il n’en reste rien\u00a0: un avis déjà donné ne tient plus, et il est retiré là où la plateforme le permet.",
  },
  empty: { en: "Please write a reason.", fr: "Veuillez écrire une raison." },
  tooLong: {
    en: `Please shorten it to ${longest.toLocaleString("en")} characters.`,
    fr: `Veuillez ramener le texte à ${longest.toLocaleString("fr")} caractères.`,
  },
  noAppeal: {
    en: "There is nothing to appeal: it is not decided yet, was appealed before, or the time for it is over.",
    fr: "Aucun recours n’est possible\u00a0: le dossier n’est pas encore décidé, a déjà fait l’objet d’un recours, ou le délai est passé.",
  },
  appealed: {
    en: "Received. Somebody else will look at it, and you will hear what they decide.",
    fr: "C’est bien reçu. Quelqu’un d’autre l’examinera, et vous saurez ce qui est décidé.",
  },
  nobodyElse: {
    en: "Received. For now the charter names nobody else who could decide it: the admins are told, and can name somebody.",
    fr: "C’est bien reçu. Pour l’instant, la charte ne nomme personne d’autre qui puisse décider\u00a0: l’administration en est informée et peut désigner quelqu’un.",
  },
} as const satisfies Record<string, Localised>;

/** Decides a case that the asker holds, with a reason; asks for the reason where there is none. */
export async function decide(handling: Handling, verb: "uphold" | "dismiss"): Promise<Reply> {
  const { asked, tools, each, reader } = handling;
  const { locale } = reader;
  if (each.state === "open") return showCase(handling, words.notHeld);
  if (each.state !== "claimed" || each.claimedBy !== asked.call.by) return showCase(handling, words.stale);
  const about = words[verb === "uphold" ? "upholdAbout" : "dismissAbout"][locale];
  const reason = reasonIn(handling, { verb, about, hint: words.hint[locale] });
  if (typeof reason !== "string") return reason;
  const state = verb === "uphold" ? "upheld" : "dismissed";
  const tell = await tellDecided(tools, each);
  const isDone = await tools.store.cases.decide(each.id, asked.call.by, { state, reason }, tell);
  return showCase(handling, isDone ? words.done : words.stale);
}

/** Opens a decided case again, once, for somebody else; for those whom it concerns. */
export async function appeal(handling: Handling): Promise<Reply> {
  const { asked, tools, each, reader } = handling;
  const { locale } = reader;
  if (reader.part === "steward" || !mayAppeal(asked.call.by, each, reader.now))
    return viewOf(text(words.noAppeal[locale]));
  const reason = reasonIn(handling, { verb: "appeal", about: null, hint: words.appealHint[locale] });
  if (typeof reason !== "string") return reason;
  const isDone = await tools.store.cases.appeal(each.id, asked.call.by, reason, tellWaiting(tools));
  if (!isDone) return viewOf(text(words.noAppeal[locale]));
  const others = deciders(tools.revision().charter, { ...each, barred: each.decidedBy });
  return viewOf(text(words[others.length > 0 ? "appealed" : "nobodyElse"][locale]));
}

interface Asking {
  readonly verb: "uphold" | "dismiss" | "appeal";
  readonly about: string | null;
  readonly hint: string;
}

/** The reason that was typed or filled in; else the form that asks for it, or what is wrong with it. */
function reasonIn(handling: Handling, asking: Asking): string | Reply {
  const { asked, reader, typed } = handling;
  const written = asked.call.fields === undefined ? typed : (asked.call.fields["reason"] ?? "");
  const reason = written.trim();
  const problem = (sentence: string): Reply => ({ kind: "problems", problems: [{ field: "reason", text: sentence }] });
  if (reason.length > longest) return problem(words.tooLong[reader.locale]);
  if (reason !== "") return reason;
  return asked.call.fields === undefined
    ? { kind: "form", form: formFor(handling, asking) }
    : problem(words.empty[reader.locale]);
}

function formFor({ each, reader, tools }: Handling, { verb, about, hint }: Asking): Form {
  const { locale } = reader;
  const sources = { charter: tools.revision().charter, rules: tools.rules };
  const title = text(`${words.case[locale]} ${each.number} · ${caseTitle(each, sources, locale)}`);
  return {
    title: words[verb][locale],
    submit: words[verb][locale],
    cancel: words.cancel[locale],
    line: `case ${each.number} ${verb}`,
    about: about === null ? [title] : [title, text(about)],
    fields: [{ kind: "text", name: "reason", label: words.reason[locale], hint, multiline: true, maxLength: longest }],
  };
}
