import { accountsInCsv, audiencesFromCsv, audiencesToCsv } from "../audiences-csv.ts";
import { assign } from "../classification.ts";
import { readCharter, type Charter, type WrittenCharter } from "../core/charter.ts";
import type { KnownAccount, StoredRevision } from "../core/store.ts";
import { bytesOf, give } from "./files.ts";
import { Mistake, type OpenedStore, type Subcommand, type Terminal } from "./subcommand.ts";

const pageSize = 1000;

export const audiences: Subcommand = {
  name: "audiences",
  usage: "export|import FILE",
  summary: "who is staff, client or supplier, as a table (CSV) to fill in and bring back",
  options: {},
  takes: [2, 2],
  run({ words: [verb = "", path = ""] }, terminal) {
    if (verb !== "export" && verb !== "import") throw new Mistake(`Say export or import, and not "${verb}".`);
    return terminal.withStore(async (store) => {
      const stored = await store.revisions.current();
      const read = stored && readCharter(stored.charter, stored.number, terminal.rules);
      if (!stored || !read?.ok) throw new Mistake("There is no charter yet: start the product once, or apply a file.");
      const { charter } = read.revision;
      if (verb === "import") return bringBack(path, { stored, charter, store, terminal });
      give(audiencesToCsv(charter, await accountsOf(store)), path, terminal);
      return 0;
    });
  },
};

async function accountsOf({ directory }: OpenedStore): Promise<readonly KnownAccount[]> {
  const all: KnownAccount[] = [];
  for (;;) {
    const page = await directory.page(all.at(-1)?.id ?? null, pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

interface Import {
  readonly stored: StoredRevision;
  readonly charter: Charter;
  readonly store: OpenedStore;
  readonly terminal: Terminal;
}
async function bringBack(path: string, { stored, charter, store, terminal }: Import): Promise<number> {
  const csv = new TextDecoder().decode(bytesOf(path));
  const accounts = await store.directory.accounts(accountsInCsv(csv));
  const read = audiencesFromCsv(csv, { charter, accounts, locale: "en" });
  if (!read.ok) {
    for (const { line, text } of read.problems) terminal.err(`${path}:${line} ${text}`);
    terminal.err("Nothing was changed.");
    return 1;
  }
  if (read.assignments.length === 0) {
    terminal.out("Nothing changes: the charter says all of that already.");
    return 0;
  }
  // It was read a moment ago, so that its parts are what their names say.
  const changed = assign(stored.charter as WrittenCharter, read.assignments);
  const checked = readCharter(changed, stored.number, terminal.rules);
  if (!checked.ok) throw new Mistake(checked.problems.map(({ field, text }) => `${field}: ${text}`).join("\n"));
  const number = await store.revisions.add(changed, "command line", "audiences from a table", stored.number);
  if (number === null) throw new Mistake("Somebody else changed the charter meanwhile. Nothing was changed here.");
  terminal.out(`${read.assignments.length} accounts: revision ${number} holds now.`);
  return 0;
}
