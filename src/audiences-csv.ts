import papaparse from "papaparse";
import type { Assignment } from "./classification.ts";
import type { Charter } from "./core/charter.ts";
import { audiences, type AccountId, type Locale } from "./core/model.ts";
import type { KnownAccount } from "./core/store.ts";
import { classify } from "./facts/audience.ts";

const columns = ["account", "standing", "domain", "home", "audience", "party"] as const;

/** Who is who, an account a line, in the order given; cells that a spreadsheet would take for a formula are made harmless. Bots are left out. */
export function audiencesToCsv(charter: Charter, accounts: Iterable<KnownAccount>): string {
  const rows = [...accounts]
    .filter(({ standing }) => standing !== "bot")
    .map((account) => {
      const { audience, party } = classify(charter, account);
      return [account.id, account.standing, account.domain ?? "", account.home ?? "", audience, party ?? ""];
    });
  return `${papaparse.unparse({ fields: [...columns], data: rows }, { escapeFormulae: true, newline: "\n" })}\n`;
}

/** A mistake in a CSV file: the line, from 1, and what to do about it. */
interface LineProblem {
  readonly line: number;
  readonly text: string;
}
export type ReadAudiences =
  | { readonly ok: true; readonly assignments: readonly Assignment[] }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

export interface Known {
  readonly charter: Charter;
  readonly accounts: ReadonlyMap<AccountId, KnownAccount>;
  readonly locale: Locale;
}

/** The ids of all accounts that a CSV file names, so that they can be looked up. */
export const accountsInCsv = (csv: string): readonly AccountId[] =>
  tableOf(csv).rows.flatMap(({ account }) => (account === "" ? [] : [account as AccountId]));

/**
 * What a CSV file says otherwise than the charter does now, as assignments of accounts; or everything that is wrong
 * with it, by line. It needs the columns account and audience; party is optional, others are left alone, and so is a
 * line without an audience.
 */
export function audiencesFromCsv(csv: string, { charter, accounts, locale }: Known): ReadAudiences {
  const { rows, header, damaged } = tableOf(csv);
  const missing = ["account", "audience"].filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return { ok: false, problems: [{ line: 1, text: words.missing[locale](missing.join(", ")) }] };
  }
  const names = [...audiences, ...Object.keys(charter.furtherAudiences)];
  const problems: LineProblem[] = damaged.map((line) => ({ line, text: words.damaged[locale] }));
  const seen = new Map<string, string>();
  const assignments: Assignment[] = [];
  for (const { line, account: id, audience, party } of rows) {
    const wrong = (text: string): void => void problems.push({ line, text });
    if (audience === "" && party === "") continue;
    const account = accounts.get(id as AccountId);
    const said = `${audience} ${party}`;
    const before = seen.get(id);
    seen.set(id, said);
    if (!account) wrong(words.noAccount[locale](id));
    else if (!names.includes(audience)) wrong(words.noAudience[locale](audience, names.join(", ")));
    else if (audience === "staff" && party !== "") wrong(words.staffParty[locale]);
    else if (party.length > 200) wrong(words.longParty[locale]);
    else if (before !== undefined && before !== said) wrong(words.twice[locale](id));
    else if (before === undefined && !isSo(charter, account, { audience, party })) {
      assignments.push({ list: "accounts", name: id, is: audience, ...(party === "" ? {} : { of: party }) });
    }
  }
  problems.sort((one, other) => one.line - other.line);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, assignments };
}

const isSo = (charter: Charter, account: KnownAccount, said: Pick<Row, "audience" | "party">): boolean => {
  const { audience, party } = classify(charter, account);
  return audience === said.audience && (party ?? "") === said.party;
};

interface Row {
  readonly line: number;
  readonly account: string;
  readonly audience: string;
  readonly party: string;
}
interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Lines with a quotation mark too many or too few. */
  readonly damaged: readonly number[];
}

/** Reads commas, semicolons and tabs, with or without a byte order mark, as spreadsheets write them. */
function tableOf(csv: string): Table {
  const rows: Row[] = [];
  const damaged: number[] = [];
  let header: readonly string[] = [];
  let line = 1;
  let at = 0;
  const text = csv.replace(/^\ufeff/, "");
  papaparse.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    step({ data, errors, meta }) {
      const cells = data.map((cell) => cell.trim().replace(/^'(?=[=+\-@\t\r])/, ""));
      const cell = (column: string): string => cells[header.indexOf(column)] ?? "";
      if (errors.some(({ type }) => type === "Quotes")) damaged.push(line);
      if (header.length === 0) header = cells.map((name) => name.toLowerCase());
      else if (cells.some((each) => each !== "")) {
        rows.push({ line, account: cell("account"), audience: cell("audience").toLowerCase(), party: cell("party") });
      }
      // A cell in quotation marks may hold line ends: lines are counted as an editor counts them.
      line += text.slice(at, meta.cursor).split(/\r\n|\n|\r/).length - 1;
      at = meta.cursor;
    },
  });
  return { header, rows, damaged };
}

const words = {
  missing: {
    en: (names: string) => `The first line must name the columns account and audience; missing: ${names}.`,
    fr: (names: string) =>
      `La première ligne doit nommer les colonnes account et audience\u00a0; il manque\u00a0: ${names}.`,
  },
  damaged: {
    en: "The quotation marks of this line do not match.",
    fr: "Les guillemets de cette ligne ne vont pas par deux.",
  },
  noAccount: {
    en: (id: string) => `The directory knows no account “${id}”.`,
    fr: (id: string) => `L’annuaire ne connaît pas de compte «\u00a0${id}\u00a0».`,
  },
  noAudience: {
    en: (name: string, names: string) => `There is no audience “${name}”. There are: ${names}.`,
    fr: (name: string, names: string) => `Il n’existe pas de public «\u00a0${name}\u00a0». Il y a\u00a0: ${names}.`,
  },
  staffParty: {
    en: "Staff belong to nobody else: leave the party empty.",
    fr: "Le personnel n’appartient à personne d’autre\u00a0: laissez la colonne party vide.",
  },
  longParty: { en: "A party has at most 200 characters.", fr: "Une appartenance compte au plus 200\u00a0caractères." },
  twice: {
    en: (id: string) => `“${id}” stands here a second time, as somebody else.`,
    fr: (id: string) => `«\u00a0${id}\u00a0» figure ici une seconde fois, dans un autre rôle.`,
  },
} as const;
