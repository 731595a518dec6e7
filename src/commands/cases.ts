import { partIn, type Case } from "../core/case.ts";
import { caseTitle, stateLine } from "../core/case-view.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Localised } from "../core/model.ts";
import { heading, text, viewOf, type Block, type Inline } from "../core/view.ts";
import { askerOf } from "./review/asker.ts";

const most = 10;
const minutes = 5;

const words = {
  title: { en: "Cases that wait", fr: "Dossiers en attente" },
  none: { en: "No case waits. Thank you.", fr: "Aucun dossier n’attend. Merci." },
  more: { en: "These are the newest; there are more.", fr: "Voici les plus récents\u00a0; il y en a d’autres." },
  case: { en: "Case", fr: "Dossier" },
  since: { en: ", since ", fr: ", depuis le " },
  console: { en: "All cases, in the browser", fr: "Tous les dossiers, dans le navigateur" },
  once: {
    en: ` (this link is yours alone: it works once, for ${minutes} minutes)`,
    fr: ` (ce lien est pour vous uniquement\u00a0: il sert une fois, pendant ${minutes}\u00a0minutes)`,
  },
} as const satisfies Record<string, Localised>;

/** What waits for a decision, newest first, and a way into the console. What concerns the asker themselves is not listed. */
export const cases: Command = {
  name: "cases",
  summary: { en: "lists the cases that wait for a decision", fr: "liste les dossiers qui attendent une décision" },
  usage: { en: "", fr: "" },
  role: "ambassador",
  public: false,
  async run(asked, tools) {
    const { locale } = asked.reader;
    const asker = await askerOf(asked, tools);
    const waiting = (await tools.store.cases.list("waiting", 5 * most)).filter(
      (each) => partIn(each, asker) === "steward",
    );
    const shown = waiting.slice(0, most);
    const sources = { charter: tools.revision().charter, rules: tools.rules };
    const item = (each: Case): Inline[] => [
      `${words.case[locale]} ${each.number} · ${caseTitle(each, sources, locale)}${words.since[locale]}`,
      { kind: "time", at: each.opened },
      ". ",
      ...stateLine(each, locale),
    ];
    const buttons = shown.map(({ number }) => ({ label: `${words.case[locale]} ${number}`, line: `case ${number}` }));
    const list: Block[] =
      shown.length === 0
        ? [text(words.none[locale])]
        : [
            { kind: "list", items: shown.map(item) },
            ...(waiting.length > most ? [text(words.more[locale])] : []),
            { kind: "buttons", buttons },
          ];
    return viewOf(heading(words.title[locale]), ...list, ...link(asked, tools));
  },
};

function link({ call, reader: { locale } }: Asked, { address, store }: CommandTools): Block[] {
  if (address === null) return [];
  // The store's time, not that of a platform: it is the store that reads the link.
  const until = Temporal.Now.instant().add({ minutes });
  const href = `${address}/console/enter?token=${encodeURIComponent(store.tokens.mint("enter", call.by, until))}`;
  return [text({ kind: "link", text: words.console[locale], href }, words.once[locale])];
}
