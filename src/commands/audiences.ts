import { createHash } from "node:crypto";
import { accountsInCsv, audiencesFromCsv, audiencesToCsv } from "../audiences-csv.ts";
import { assign } from "../classification.ts";
import type { Command } from "../core/command.ts";
import type { Locale } from "../core/model.ts";
import { audienceName } from "../core/names.ts";
import type { KnownAccount } from "../core/store.ts";
import { heading, text, viewOf, type Block, type Button, type Field, type Inline, type Reply } from "../core/view.ts";
import { classify } from "../facts/audience.ts";
import { peersOf, suggest, type Suggestion } from "../facts/suggestion.ts";
import { ask, oneOf, textField } from "./change/asking.ts";
import { argument, atDesk, mayChange, type Desk } from "./change/desk.ts";
import { quote } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import { everybody } from "./change/who.ts";

const most = { shown: 10, lines: 30, csv: 3000, problems: 10 } as const;

/** Who is who: how many of each audience, and whom nobody has classified yet, ten at a time. */
export const audiences: Command = {
  name: "audiences",
  summary: { en: "shows who is who, and whom nobody has classified", fr: "montre qui est qui, et qui reste à classer" },
  usage: { en: "[csv|import]", fr: "[csv|import]" },
  role: "moderator",
  public: false,
  run: atDesk(async (desk) => {
    const act = argument(desk, 0, "act");
    if (act === "") return overview(desk, null);
    const acts = ["after", "csv", "import"] as const;
    const chosen = oneOf(act, acts, { field: "act", what: words.what, locale: desk.locale });
    if ("reply" in chosen) return chosen.reply;
    if (chosen.got === "after") return overview(desk, desk.words[1]?.text ?? null);
    return chosen.got === "csv" ? exported(desk) : imported(desk);
  }),
};

/** What one pass over the directory tells. */
interface Survey {
  readonly counts: ReadonlyMap<string, number>;
  /** The first of the unclassified after a place, one more than is shown. */
  readonly unknown: readonly KnownAccount[];
  /** One classified account of each domain and home: enough to suggest who others are. */
  readonly peers: readonly KnownAccount[];
}

async function survey({ tools, charter }: Desk, after: string | null): Promise<Survey> {
  const counts = new Map<string, number>();
  const unknown: KnownAccount[] = [];
  const peers = new Map<string, KnownAccount>();
  for await (const account of everybody(tools.store.directory)) {
    if (account.standing === "bot") continue;
    const { audience, party } = classify(charter, account);
    counts.set(audience, (counts.get(audience) ?? 0) + 1);
    if (audience !== "unknown") peers.set(JSON.stringify([account.domain, account.home, audience, party]), account);
    else if ((after === null || account.id > after) && unknown.length <= most.shown) unknown.push(account);
  }
  return { counts, unknown, peers: [...peers.values()] };
}

async function overview(desk: Desk, after: string | null): Promise<Reply> {
  const { charter, locale } = desk;
  const { counts, unknown, peers } = await survey(desk, after);
  const known = peersOf(charter, peers);
  const shown = unknown.slice(0, most.shown).map((account) => ({ account, guess: suggest(charter, account, known) }));
  const rows = [...counts].toSorted(([, one], [, other]) => other - one);
  const last = shown.at(-1)?.account.id;
  const next: Button[] =
    unknown.length > most.shown && last ? [{ label: words.next[locale], line: `audiences after ${last}` }] : [];
  const confirm = mayChange(desk) ? shown.map((each, index) => confirmButton(each, index + 1, locale)) : [];
  const blocks: Block[] = [
    heading(words.title[locale]),
    {
      kind: "table",
      head: [words.audience[locale], words.people[locale]],
      rows: rows.map(([audience, count]) => [audienceName(charter, audience)[locale], `${count}`]),
    },
  ];
  if (shown.length === 0) blocks.push(text(after === null ? words.allKnown[locale] : words.noMore[locale]));
  else {
    const items = shown.map((each, index) => [`${index + 1}. `, ...inlinesOf(each, locale)]);
    blocks.push(text(words.unknown[locale]), { kind: "list", items });
  }
  const buttons = [...confirm, ...next];
  return viewOf(...blocks, ...(buttons.length > 0 ? [{ kind: "buttons", buttons } as const] : []));
}

interface Unknown {
  readonly account: KnownAccount;
  readonly guess: Suggestion | null;
}
const inlinesOf = ({ account, guess }: Unknown, locale: Locale): Inline[] => [
  { kind: "person", account: account.id },
  ` · ${[words.standings[account.standing][locale], account.domain, account.home].filter(Boolean).join(" · ")}`,
  ...(guess ? [` — ${words.perhaps[locale]}${guessed(guess)} (${words.because[guess.because][locale]})`] : []),
];
const guessed = ({ is, of }: Suggestion): string => (of === undefined ? is : `${is}, ${of}`);

function confirmButton({ account, guess }: Unknown, place: number, locale: Locale): Button {
  const line = `audience ${account.id}`;
  if (!guess) return { label: `${place}. ${words.say[locale]}`, line };
  const { is, of } = guess;
  return {
    label: `${place}. ${guessed(guess)}`.slice(0, 75),
    line: `${line} is ${is}${of === undefined ? "" : ` of ${quote(of)}`}`,
  };
}

async function exported({ tools, charter, locale }: Desk): Promise<Reply> {
  const accounts: KnownAccount[] = [];
  for await (const account of everybody(tools.store.directory)) {
    accounts.push(account);
    // Enough to know that it is too long for a message.
    if (accounts.length > 3 * most.lines) break;
  }
  const csv = audiencesToCsv(charter, accounts);
  const isShort = csv.trimEnd().split("\n").length <= most.lines && csv.length <= most.csv;
  return viewOf(isShort ? { kind: "preformatted", text: csv.trimEnd() } : text(words.tooLong[locale]));
}

const digestOf = (csv: string): string => createHash("sha256").update(csv).digest("hex").slice(0, 12);

/** Takes a CSV of at most a few dozen lines: the form that confirms it carries it again, and a digest of what it showed. */
async function imported(desk: Desk): Promise<Reply> {
  const { locale, charter, tools, fields } = desk;
  const csv = (fields["csv"] ?? "").replaceAll("\r\n", "\n").trim();
  const field: Field = textField("csv", words.csv[locale], {
    multiline: true,
    maxLength: most.csv,
    hint: words.csvHint[locale],
    initial: csv,
  });
  if (csv === "" || !mayChange(desk)) {
    // What only admins may do answers the same with and without a file.
    if (!mayChange(desk)) return viewOf(text(words.forAdmins[locale]));
    return ask(desk, { title: words.title, line: "audiences import", fields: [field] });
  }
  if (csv.length > most.csv) return problem(words.tooLong[locale]);
  const accounts = await tools.store.directory.accounts(accountsInCsv(csv));
  const read = audiencesFromCsv(csv, { charter, accounts, locale });
  if (!read.ok) {
    const told = read.problems.slice(0, most.problems).map((each) => words.line[locale](each.line, each.text));
    const more = read.problems.length - told.length;
    return problem([...told, ...(more > 0 ? [words.more[locale](more)] : [])].join("\n"));
  }
  const digest = digestOf(csv);
  return offer(desk, {
    line: `audiences import ${digest}`,
    says: [words.moves[locale](read.assignments.length)],
    change: (written) => assign(written, read.assignments),
    fields: [field],
    isShown: desk.words[1]?.text === digest,
    fieldOf: () => "csv",
  });
}
const problem = (sentence: string): Reply => ({ kind: "problems", problems: [{ field: "csv", text: sentence }] });

const words = {
  title: { en: "Who is who", fr: "Qui est qui" },
  what: { en: "such view:", fr: "de vue" },
  audience: { en: "Audience", fr: "Public" },
  people: { en: "Accounts", fr: "Comptes" },
  allKnown: { en: "Everybody is classified.", fr: "Tout le monde est classé." },
  noMore: { en: "There is nobody further down.", fr: "Il n’y a personne plus loin." },
  unknown: {
    en: "Nobody has said yet who they are; until then they are never treated as staff:",
    fr: "Nul n’a encore dit qui ils sont\u00a0; d’ici là, ils ne sont jamais traités comme du personnel\u00a0:",
  },
  next: { en: "Next ten", fr: "Dix suivants" },
  perhaps: { en: "perhaps ", fr: "peut-être " },
  say: { en: "Say who", fr: "Dire qui" },
  because: {
    "own-domain": { en: "your organisation’s domain", fr: "domaine de votre organisation" },
    "same-domain": { en: "same domain as others", fr: "même domaine que d’autres" },
    "same-workspace": { en: "same workspace as others", fr: "même espace de travail que d’autres" },
    "related-domain": { en: "a related domain", fr: "domaine apparenté" },
  },
  standings: {
    member: { en: "member", fr: "membre" },
    guest: { en: "guest", fr: "invité" },
    external: { en: "external", fr: "externe" },
    bot: { en: "bot", fr: "bot" },
  },
  csv: { en: "CSV", fr: "CSV" },
  csvHint: {
    en: "The columns account, audience and party; the first line names them.",
    fr: "Les colonnes account, audience et party\u00a0; la première ligne les nomme.",
  },
  tooLong: {
    en: "That is too much for a chat. Please use the command line: npm run charter -- audiences export FILE, and import FILE.",
    fr: "C’est trop pour une messagerie. Utilisez la ligne de commande\u00a0: npm run charter -- audiences export FICHIER, et import FICHIER.",
  },
  forAdmins: {
    en: "Only admins say who is who. Please ask one of them.",
    fr: "Seuls les administrateurs disent qui est qui. Merci de vous adresser à l’un d’eux.",
  },
  moves: {
    en: (count: number) => `Accounts that count as somebody else from now on: ${count}.`,
    fr: (count: number) => `Comptes qui changent de public désormais\u00a0: ${count}.`,
  },
  line: {
    en: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
    fr: (line: number, sentence: string) => `Ligne ${line}\u00a0: ${sentence}`,
  },
  more: {
    en: (count: number) => `… and ${count} more.`,
    fr: (count: number) => `… et ${count} de plus.`,
  },
} as const;
