import type { Command } from "../core/command.ts";
import type { Localised, Stage } from "../core/model.ts";
import type { Gap, GapReason } from "../core/store.ts";
import { heading, text, viewOf, type Block, type Inline } from "../core/view.ts";

const words = {
  title: { en: "What the charter covers now", fr: "Ce que la charte couvre en ce moment" },
  revision: { en: "Revision", fr: "Révision" },
  platforms: { en: "Connected", fr: "Plateformes connectées\u00a0:" },
  clause: { en: "Clause", fr: "Clause" },
  stage: { en: "What it does", fr: "Ce qu’elle fait" },
  directory: {
    en: ["The directory knows ", " accounts and ", " spaces."],
    fr: ["L’annuaire connaît ", " comptes et ", " espaces."],
  },
  queue: {
    en: ["Notices on their way: ", ". Given up after many tries: ", "."],
    fr: ["Avis en route\u00a0: ", ". Abandonnés après de nombreux essais\u00a0: ", "."],
  },
  noGaps: { en: "No gap is known.", fr: "Aucune interruption connue." },
  gaps: { en: "Times in which messages may have been missed", fr: "Périodes où des messages ont pu nous échapper" },
  ongoing: { en: "now", fr: "maintenant" },
  undecided: {
    en: "Clauses that could not be judged for some messages, because the author is not known yet",
    fr: "Clauses qui n’ont pu être jugées pour certains messages, parce que la personne qui écrit n’est pas encore connue",
  },
  failures: { en: "Rules that failed and were skipped", fr: "Règles qui ont échoué et ont été ignorées" },
} as const satisfies Record<string, Localised | Record<string, readonly string[]>>;

const stageWords: Readonly<Record<Stage, Localised>> = {
  draft: { en: "nothing yet", fr: "rien pour l’instant" },
  shadow: { en: "is tried in silence", fr: "est essayée en silence" },
  nudge: { en: "tells the author, privately", fr: "le dit à la personne qui a écrit, en privé" },
};
const reasons: Readonly<Record<GapReason, Localised>> = {
  "store unavailable": { en: "the database was away", fr: "la base de données était absente" },
  "not running": { en: "Charter was not running", fr: "Charter ne fonctionnait pas" },
  "clock jumped": { en: "the clock of the machine jumped", fr: "l’horloge de la machine a sauté" },
};

/** What is covered and what is not: no names, and nothing of what anybody wrote. */
export const status: Command = {
  name: "status",
  summary: { en: "shows what is covered and what is not", fr: "montre ce qui est couvert et ce qui ne l’est pas" },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  async run({ reader: { locale } }, { store, revision, platforms, undecided }) {
    const { number, charter } = revision();
    const { accounts, spaces } = await store.directory.counts();
    const { waiting, dead } = await store.health.queue();
    const gaps = await store.health.gaps(5);
    const [known, and, knownEnd] = words.directory[locale];
    const [onTheirWay, givenUp, queueEnd] = words.queue[locale];
    const counted = undecided();
    return viewOf(
      heading(words.title[locale]),
      text(`${words.revision[locale]} ${number} · ${words.platforms[locale]} ${platforms.join(", ")}`),
      {
        kind: "table",
        head: [words.clause[locale], words.stage[locale]],
        rows: charter.clauses.map(({ title, stage }) => [title[locale], stageWords[stage][locale]]),
      },
      text(`${known}${accounts}${and}${spaces}${knownEnd} ${onTheirWay}${waiting}${givenUp}${dead}${queueEnd}`),
      ...counts(words.undecided[locale], counted.undecided),
      ...counts(words.failures[locale], counted.failures),
      ...gapBlocks(gaps, locale),
    );
  },
};

const counts = (title: string, numbers: ReadonlyMap<string, number>): Block[] =>
  numbers.size === 0
    ? []
    : [text(`${title}: ${[...numbers].map(([clause, count]) => `${clause} (${count})`).join(", ")}`)];

function gapBlocks(gaps: readonly Gap[], locale: keyof Localised): Block[] {
  if (gaps.length === 0) return [text(words.noGaps[locale])];
  const items = gaps.map(({ platform, started, ended, reason }): Inline[] => [
    `${platform} · ${reasons[reason][locale]} · `,
    { kind: "time", at: started },
    " – ",
    ended ? { kind: "time", at: ended } : words.ongoing[locale],
  ]);
  return [text(words.gaps[locale]), { kind: "list", items }];
}
