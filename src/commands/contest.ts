import { deciders, type Case } from "../core/case.ts";
import { caseTitle } from "../core/case-view.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Localised, NoticeId } from "../core/model.ts";
import type { Notice } from "../core/store.ts";
import { strong, text, viewOf, type Form, type Reply } from "../core/view.ts";
import { tellWaiting } from "./review/told.ts";

const longest = 500;

const words = {
  none: {
    en: "There is no notice that Charter remembers as yours. To one about rest you can object by its own button only.",
    fr: "Charter ne garde en mémoire aucun avis à votre nom. Un avis sur le repos ne se conteste que par son propre bouton.",
  },
  gone: {
    en: "This notice is no longer there, or was not for you.",
    fr: "Cet avis n’existe plus, ou ne vous était pas destiné.",
  },
  stale: {
    en: "This no longer applies: there is nothing left to object to.",
    fr: "Cela ne s’applique plus\u00a0: il n’y a plus rien à contester.",
  },
  already: { en: "You have objected already: it is case ", fr: "Vous avez déjà contesté\u00a0: c’est le dossier " },
  see: { en: "See it", fr: "Le voir" },
  title: { en: "I object", fr: "Je conteste" },
  submit: { en: "Send", fr: "Envoyer" },
  cancel: { en: "Close", fr: "Fermer" },
  about: {
    en: "A steward of the charter will see your name, the clause, what is still kept of the message, and your reason.",
    fr: "Une personne chargée de la charte verra votre nom, la clause, ce qui est encore conservé du message, et votre raison.",
  },
  untraced: {
    en: "Nothing is kept of this notice that says whose it is. If you object, the case will name you: a steward of the charter sees your name, the clause and your reason, until the case is over.",
    fr: "Rien de ce qui est conservé de cet avis ne dit à qui il s’adresse. Si vous contestez, le dossier vous nommera\u00a0: une personne chargée de la charte verra votre nom, la clause et votre raison, jusqu’à la fin du dossier.",
  },
  reason: { en: "Why it is not right", fr: "Pourquoi ce n’est pas juste" },
  empty: { en: "Please write your reason.", fr: "Veuillez écrire votre raison." },
  tooLong: {
    en: `Please shorten it to ${longest} characters.`,
    fr: `Veuillez ramener le texte à ${longest} caractères.`,
  },
  received: {
    en: "Received. Somebody will look at it with care, and you will hear what they decide. It is case ",
    fr: "C’est bien reçu. Quelqu’un l’examinera avec soin, et vous saurez ce qui est décidé. C’est le dossier ",
  },
  nobody: {
    en: "Received. The charter names nobody else yet who could decide it: an admin can name somebody. It is case ",
    fr: "C’est bien reçu. La charte ne nomme encore personne d’autre qui puisse en décider\u00a0: l’administration peut désigner quelqu’un. C’est le dossier ",
  },
} as const satisfies Record<string, Localised>;

/** An objection to a notice, for somebody else to decide: to the last one, or from the notice's own button. */
export const contest: Command = {
  name: "contest",
  summary: { en: "objects to the last notice you were given", fr: "conteste le dernier avis que vous avez reçu" },
  usage: { en: "<reason>", fr: "<raison>" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { call, rest, reader } = asked;
    const { locale } = reader;
    const [, id, typed = ""] = /^(?:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=\s|$))?\s*([^]*)$/.exec(rest) ?? [];
    const { notices, cases } = tools.store;
    const notice = id === undefined ? await notices.lastFor(call.by) : await notices.findFor(id as NoticeId, call.by);
    if (!notice) return viewOf(text(words[id === undefined ? "none" : "gone"][locale]));
    const before = (await cases.listOf(call.by, 100)).find((each) => each.notice === notice.id);
    if (before) return already(before, locale);
    if (!notice.holds) return viewOf(text(words.stale[locale]));
    const written = call.fields === undefined ? typed : (call.fields["reason"] ?? "");
    const reason = written.trim();
    // Whoever would give up being nameless reads so first, and then decides.
    const asks = call.fields === undefined && (reason === "" || notice.trace === "none");
    if (asks) return { kind: "form", form: formFor(asked, tools, { notice, typed: reason }) };
    const problem = reason === "" ? words.empty : reason.length > longest ? words.tooLong : null;
    if (problem) return { kind: "problems", problems: [{ field: "reason", text: problem[locale] }] };
    return open(asked, tools, { notice, reason });
  },
};

const already = ({ number }: Case, locale: keyof Localised): Reply =>
  viewOf(text(words.already[locale], `${number}.`), {
    kind: "buttons",
    buttons: [{ label: words.see[locale], line: `case ${number}` }],
  });

function formFor(
  { reader: { locale } }: Asked,
  tools: CommandTools,
  { notice, typed }: { notice: Notice; typed: string },
): Form {
  const sources = { charter: tools.revision().charter, rules: tools.rules };
  const about = words[notice.trace === "none" ? "untraced" : "about"][locale];
  return {
    title: words.title[locale],
    submit: words.submit[locale],
    cancel: words.cancel[locale],
    line: `contest ${notice.id}`,
    about: [text(strong(caseTitle(notice, sources, locale))), text(about)],
    fields: [
      {
        kind: "text",
        name: "reason",
        label: words.reason[locale],
        multiline: true,
        maxLength: longest,
        ...(typed !== "" && { initial: typed.slice(0, longest) }),
      },
    ],
  };
}

async function open(
  { call, reader: { locale } }: Asked,
  tools: CommandTools,
  { notice, reason }: { notice: Notice; reason: string },
): Promise<Reply> {
  const { id, clause, rule, code, data, excerpt, place } = notice;
  const opened = await tools.store.cases.open(
    {
      ...{ clause, rule, code, data, excerpt },
      origin: "contest",
      platform: call.platform,
      workspace: call.workspace,
      space: place?.space ?? null,
      message: place?.message ?? null,
      author: call.by,
      reporter: null,
      notice: id,
      note: reason,
      key: `contest ${id}`,
    },
    tellWaiting(tools),
  );
  const able = deciders(tools.revision().charter, opened);
  return viewOf(text(words[able.length > 0 ? "received" : "nobody"][locale], `${opened.number}.`));
}
