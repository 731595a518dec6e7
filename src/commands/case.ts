import { mayDecide, type Case } from "../core/case.ts";
import { caseTitle } from "../core/case-view.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Localised } from "../core/model.ts";
import { heading, text, viewOf, type Inline, type Reply } from "../core/view.ts";
import { askerOf, readerOf } from "./review/asker.ts";
import { showCase, type Handling } from "./review/handling.ts";
import { appeal, decide } from "./review/verdict.ts";

const words = {
  mine: { en: "Cases that concern you", fr: "Les dossiers qui vous concernent" },
  none: { en: "There is no case that concerns you.", fr: "Aucun dossier ne vous concerne." },
  noSuch: {
    en: "There is no such case that you could see.",
    fr: "Il n’existe pas de tel dossier que vous puissiez voir.",
  },
  verbs: {
    en: "After the number you can write: claim, release, uphold, dismiss or appeal.",
    fr: "Après le numéro, vous pouvez écrire\u00a0: claim (m’en charger), release (le rendre), uphold (retenir), dismiss (classer) ou appeal (faire un recours).",
  },
  notYours: {
    en: "This case concerns you, or you decided it before: somebody else decides.",
    fr: "Ce dossier vous concerne, ou vous l’avez déjà décidé\u00a0: quelqu’un d’autre décide.",
  },
  yours: { en: "It is yours now.", fr: "Vous vous en chargez désormais." },
  released: { en: "It waits for somebody else now.", fr: "Il attend désormais quelqu’un d’autre." },
  stale: {
    en: "That could not be done: the case has changed since. This is how it stands now.",
    fr: "Cela n’a pas pu se faire\u00a0: le dossier a changé entre-temps. Voici où il en est.",
  },
  case: { en: "Case", fr: "Dossier" },
  held: { en: "somebody looks at it", fr: "quelqu’un l’examine" },
  open: { en: "it waits", fr: "il attend" },
  decided: { en: "it is decided", fr: "il est décidé" },
} as const satisfies Record<string, Localised>;

/** One case: how it stands, and what whoever asks may do with it. Without a number, the cases that concern them. */
export const caseCommand: Command = {
  name: "case",
  summary: {
    en: "shows a case, to decide it or to appeal",
    fr: "montre un dossier, pour en décider ou faire un recours",
  },
  usage: {
    en: "[<number> [claim | release | uphold | dismiss | appeal]]",
    fr: "[<numéro> [claim | release | uphold | dismiss | appeal]]",
  },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { locale } = asked.reader;
    const [, number, verb = "", typed = ""] = /^(?:#?(\d{1,9})(?=\s|$))?\s*(\S*)\s*([^]*)$/.exec(asked.rest) ?? [];
    if (number === undefined) return mine(asked, tools);
    const each = await tools.store.cases.find(Number(number));
    const reader = each && readerOf(each, await askerOf(asked, tools), asked);
    // Whoever may learn nothing of a case hears the same as where there is none.
    if (!each || !reader) return viewOf(text(words.noSuch[locale]));
    const handling: Handling = { asked, tools, reader, each, typed };
    switch (verb.toLowerCase()) {
      case "":
        return showCase(handling);
      case "claim":
        return claim(handling);
      case "release":
        return release(handling);
      case "uphold":
        return asSteward(handling) ?? decide(handling, "uphold");
      case "dismiss":
        return asSteward(handling) ?? decide(handling, "dismiss");
      case "appeal":
        return appeal(handling);
      default:
        return showCase(handling, words.verbs);
    }
  },
};

/** A refusal for whom the case concerns, or who decided it before; null for those who may decide. */
function asSteward({ asked: { reader, call }, reader: { part }, each }: Handling): Reply | null {
  if (part === "steward" && mayDecide(call.by, each)) return null;
  return viewOf(text(words.notYours[reader.locale]));
}

async function claim(handling: Handling): Promise<Reply> {
  const { asked, tools, each } = handling;
  const refusal = asSteward(handling);
  if (refusal) return refusal;
  const isMine = each.claimedBy === asked.call.by || (await tools.store.cases.claim(each.id, asked.call.by));
  return showCase(handling, isMine ? words.yours : words.stale);
}

/** Whoever holds a case gives it back; an admin also for somebody who is away. */
async function release(handling: Handling): Promise<Reply> {
  const { asked, tools, each } = handling;
  const refusal = asSteward(handling);
  if (refusal) return refusal;
  const holder = asked.role === "admin" ? (each.claimedBy ?? asked.call.by) : asked.call.by;
  const isFree = await tools.store.cases.release(each.id, holder);
  return showCase(handling, isFree ? words.released : words.stale);
}

async function mine(asked: Asked, tools: CommandTools): Promise<Reply> {
  const { locale } = asked.reader;
  const asker = await askerOf(asked, tools);
  const found = await tools.store.cases.listOf(asked.call.by, 20);
  const concerning = found.filter((each) => readerOf(each, asker, asked) !== null).slice(0, 10);
  if (concerning.length === 0) return viewOf(text(words.none[locale]));
  const sources = { charter: tools.revision().charter, rules: tools.rules };
  const item = (each: Case): Inline[] => [
    `${words.case[locale]} ${each.number} · ${caseTitle(each, sources, locale)} · `,
    words[each.state === "claimed" ? "held" : each.state === "open" ? "open" : "decided"][locale],
  ];
  const buttons = concerning.map(({ number }) => ({
    label: `${words.case[locale]} ${number}`,
    line: `case ${number}`,
  }));
  return viewOf(
    heading(words.mine[locale]),
    { kind: "list", items: concerning.map(item) },
    { kind: "buttons", buttons },
  );
}
