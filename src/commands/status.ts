import { todayOf, type Charter, type Revision } from "../core/charter.ts";
import { mayUse, type Asked, type Command, type CommandTools } from "../core/command.ts";
import { dateIn, enforcement } from "../core/enforcement.ts";
import type { Locale, Localised } from "../core/model.ts";
import { purposeNames } from "../core/names.ts";
import type { Gap, GapReason } from "../core/store.ts";
import { code, heading, text, viewOf, type Block, type Button, type Inline } from "../core/view.ts";
import { countPeople, countSigned, countSpaces } from "./status/coverage.ts";

/** What fits on a screen. */
const mostClauses = 8;
const mostGaps = 3;
const mostCases = 50;

const words = {
  title: { en: "What the charter covers now", fr: "Ce que la charte couvre en ce moment" },
  revision: { en: "Revision ", fr: "Révision " },
  connected: { en: " · Connected: ", fr: " · Plateformes connectées\u00a0: " },
  since: { en: " · In force since ", fr: " · En vigueur depuis le " },
  from: { en: " · In force from ", fr: " · En vigueur à partir du " },
  paused: { en: "The whole charter is silent until ", fr: "Toute la charte se tait jusqu’au " },
  clause: { en: "Clause", fr: "Clause" },
  stage: { en: "What it does", fr: "Ce qu’elle fait" },
  more: {
    en: (count: number) => `And ${count} more: `,
    fr: (count: number) => `Et ${count} de plus\u00a0: `,
  },
  spaces: {
    en: (all: number) => `Spaces known: ${all}. Declared: `,
    fr: (all: number) => `Espaces connus\u00a0: ${all}. Déclarés\u00a0: `,
  },
  undeclared: {
    en: (count: number) => `. Not declared: ${count}.`,
    fr: (count: number) => `. Non déclarés\u00a0: ${count}.`,
  },
  none: { en: "none", fr: "aucun" },
  accounts: {
    en: (count: number) => `Accounts known: ${count}.`,
    fr: (count: number) => `Comptes connus\u00a0: ${count}.`,
  },
  unknown: {
    en: (count: number) => ` Not classified yet, so not judged as staff: ${count}.`,
    fr: (count: number) => ` Pas encore classés, donc pas jugés comme membres du personnel\u00a0: ${count}.`,
  },
  signed: {
    en: (count: number, all: string) => `Have accepted what binds staff now: ${count}${all}.`,
    fr: (count: number, all: string) => `Ont accepté ce qui engage le personnel aujourd’hui\u00a0: ${count}${all}.`,
  },
  of: { en: (all: number) => ` of ${all}`, fr: (all: number) => ` sur ${all}` },
  cases: {
    en: (count: string) => `Cases that wait: ${count}.`,
    fr: (count: string) => `Dossiers en attente\u00a0: ${count}.`,
  },
  orMore: { en: " or more", fr: " ou plus" },
  queue: {
    en: (waiting: number, dead: number) => `Notices on their way: ${waiting}. Given up after many tries: ${dead}.`,
    fr: (waiting: number, dead: number) =>
      `Avis en route\u00a0: ${waiting}. Abandonnés après de nombreux essais\u00a0: ${dead}.`,
  },
  noGaps: { en: "No gap is known.", fr: "Aucune interruption connue." },
  gaps: { en: "Times in which messages may have been missed", fr: "Périodes où des messages ont pu nous échapper" },
  ongoing: { en: "now", fr: "maintenant" },
  undecided: {
    en: "Clauses that could not be judged for some messages, because the author is not known yet: ",
    fr: "Clauses qui n’ont pu être jugées pour certains messages, parce que la personne qui écrit n’est pas encore connue\u00a0: ",
  },
  failures: { en: "Rules that failed and were skipped: ", fr: "Règles qui ont échoué et ont été ignorées\u00a0: " },
  show: { en: "Whole charter", fr: "Toute la charte" },
  exceptions: { en: "Exceptions", fr: "Exceptions" },
  casesButton: { en: "Cases", fr: "Dossiers" },
  audiences: { en: "Who is who", fr: "Qui est qui" },
} as const;

const reasons: Readonly<Record<GapReason, Localised>> = {
  "store unavailable": { en: "the database was away", fr: "la base de données était absente" },
  "not running": { en: "Charter was not running", fr: "Charter ne fonctionnait pas" },
  "clock jumped": { en: "the clock of the machine jumped", fr: "l’horloge de la machine a sauté" },
};

/** What is covered and what is not: no names, and nothing of what anybody wrote. Stewards and admins see what they can mend. */
export const status: Command = {
  name: "status",
  summary: { en: "shows what is covered and what is not", fr: "montre ce qui est couvert et ce qui ne l’est pas" },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { locale } = asked.reader;
    const { store, undecided } = tools;
    const revision = tools.revision();
    const { waiting, dead } = await store.health.queue();
    const { undecided: notJudged, failures } = undecided();
    return viewOf(
      heading(words.title[locale]),
      ...standing(revision, asked, tools),
      ...clauseBlocks(revision, asked),
      text(await spacesLine(revision, tools, locale)),
      text(...(await peopleLines(revision, asked, tools))),
      text(words.queue[locale](waiting, dead), ...(await casesLine(asked, tools))),
      ...counts(words.undecided[locale], notJudged),
      ...counts(words.failures[locale], failures),
      ...gapBlocks(await store.health.gaps(mostGaps), locale),
      { kind: "buttons", buttons: buttonsFor(asked, tools) },
    );
  },
};

function standing(
  { number, charter }: Revision,
  { call, reader: { locale } }: Asked,
  { platforms }: CommandTools,
): Block[] {
  const today = todayOf(charter, call.at);
  const { inForceFrom, pausedUntil } = charter;
  const force =
    inForceFrom === null
      ? ""
      : `${words[today < inForceFrom ? "from" : "since"][locale]}${dateIn(inForceFrom, locale)}`;
  return [
    text(`${words.revision[locale]}${number}${words.connected[locale]}${platforms.join(", ")}${force}`),
    ...(pausedUntil !== null && today <= pausedUntil
      ? [text(`${words.paused[locale]}${dateIn(pausedUntil, locale)}.`)]
      : []),
  ];
}

function clauseBlocks({ charter }: Revision, { call, reader: { locale } }: Asked): Block[] {
  const situation = { today: todayOf(charter, call.at), purpose: purposeHere(charter, call.space), locale };
  const shown = charter.clauses.slice(0, mostClauses);
  const more = charter.clauses.length - shown.length;
  return [
    {
      kind: "table",
      head: [words.clause[locale], words.stage[locale]],
      rows: shown.map((clause) => [clause.title[locale], enforcement(charter, clause, situation)]),
    },
    ...(more > 0 ? [text(words.more[locale](more), code("/charter show"))] : []),
  ];
}

const purposeHere = ({ spaces }: Charter, space: Asked["call"]["space"]) =>
  (space === null ? undefined : spaces[space]) ?? "undeclared";

async function spacesLine(revision: Revision, { store }: CommandTools, locale: Locale): Promise<string> {
  const { all, declared } = await countSpaces(store.directory, revision);
  const each = [...declared].map(([purpose, count]) => `${purposeNames[purpose][locale]} (${count})`).join(", ");
  const sum = declared.values().reduce((total, count) => total + count, 0);
  return `${words.spaces[locale](all)}${each === "" ? words.none[locale] : each}${words.undeclared[locale](all - sum)}`;
}

/** Whether others have accepted the charter is for those who look after it to know, and as a number only. */
async function peopleLines(
  revision: Revision,
  { role, reader: { locale } }: Asked,
  { store }: CommandTools,
): Promise<Inline[]> {
  const { accounts } = await store.directory.counts();
  const people = await countPeople(store.directory, revision, accounts);
  const lines: Inline[] = [words.accounts[locale](accounts), people ? words.unknown[locale](people.unknown) : ""];
  if (!mayUse(role, "admin")) return lines;
  const signed = await countSigned(store, revision, people?.staff ?? null);
  return [...lines, " ", words.signed[locale](signed, people ? words.of[locale](people.staff.size) : "")];
}

async function casesLine({ role, reader: { locale } }: Asked, { store }: CommandTools): Promise<Inline[]> {
  if (!mayUse(role, "ambassador")) return [];
  const { length } = await store.cases.list("waiting", mostCases);
  return [" ", words.cases[locale](length < mostCases ? `${length}` : `${length}${words.orMore[locale]}`)];
}

const counts = (title: string, numbers: ReadonlyMap<string, number>): Block[] =>
  numbers.size === 0
    ? []
    : [
        text(
          `${title}${[...numbers]
            .slice(0, mostClauses)
            .map(([clause, count]) => `${clause} (${count})`)
            .join(", ")}.`,
        ),
      ];

function gapBlocks(gaps: readonly Gap[], locale: Locale): Block[] {
  if (gaps.length === 0) return [text(words.noGaps[locale])];
  const items = gaps.map(({ platform, started, ended, reason }): Inline[] => [
    `${platform} · ${reasons[reason][locale]} · `,
    { kind: "time", at: started },
    " – ",
    ended ? { kind: "time", at: ended } : words.ongoing[locale],
  ]);
  return [text(words.gaps[locale]), { kind: "list", items }];
}

/** Only to what whoever asks may use. */
function buttonsFor({ role, reader: { locale } }: Asked, { commands }: CommandTools): readonly Button[] {
  const next = [
    { label: words.show[locale], line: "show" },
    { label: words.exceptions[locale], line: "exceptions" },
    { label: words.casesButton[locale], line: "cases" },
    { label: words.audiences[locale], line: "audiences" },
  ];
  return next.filter(({ line }) => commands.some((each) => each.name === line && mayUse(role, each.role)));
}
