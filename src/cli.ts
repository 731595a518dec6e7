import { openFolder, openPostgres, readSecret, secretOfFolder } from "../drizzle/connect.ts";
import { openStore } from "../drizzle/store.ts";
import { rules } from "../rules/index.ts";
import { readArguments } from "./cli/arguments.ts";
import { audiences } from "./cli/audiences.ts";
import { apply, exportRevision, listRevisions, plan, steward } from "./cli/changes.ts";
import { print, schema, validate } from "./cli/files.ts";
import { Mistake, type OpenedStore, type Output, type Subcommand, type Terminal } from "./cli/subcommand.ts";
import { readConfig } from "./config.ts";
import { CannotStart, StoreUnavailable } from "./core/store.ts";
import { visibly } from "./document/visible.ts";
import { logTo } from "./log.ts";
import { nearest } from "./nearest.ts";
import { sentences } from "./revision.ts";

const subcommands: readonly Subcommand[] = [
  validate,
  plan,
  apply,
  exportRevision,
  listRevisions,
  print,
  schema,
  steward,
  audiences,
];
/** It reads its own arguments and has its own help, in both languages. */
const replay = { name: "replay", summary: "tries a charter on an export of Slack, and stores nothing" } as const;

/** The command line: `args` are what is typed after `charter`. Answers the exit code; nothing is thrown that a person could mend. */
export async function runCommandLine(args: readonly string[], plain: Terminal): Promise<number> {
  // Files, reasons and names of spaces are written by others, and a terminal obeys what they hold.
  const terminal: Terminal = {
    ...plain,
    out: (line) => plain.out(visibly(line)),
    err: (line) => plain.err(visibly(line)),
  };
  const [name = "", ...rest] = args;
  try {
    if (["", "help", "--help", "-h"].includes(name)) return help(rest[0], terminal);
    if (name === replay.name) {
      const { replayCommand } = await import("./replay.ts");
      return await replayCommand(rest, terminal);
    }
    const subcommand = subcommands.find((each) => each.name === name);
    if (!subcommand) throw new Mistake(unknownName(name));
    if (rest.includes("--help") || rest.includes("-h")) return help(name, terminal);
    return await subcommand.run(readArguments(rest, subcommand), terminal);
  } catch (error) {
    // Only sentences of ours are shown whole; anything else could hold words of people.
    const isOurs = error instanceof Mistake || error instanceof CannotStart || error instanceof StoreUnavailable;
    terminal.err(isOurs ? error.message : `This failed (${error instanceof Error ? error.name : "unknown"}).`);
    return 1;
  }
}

const names = (): readonly string[] => [...subcommands.map(({ name }) => name), replay.name, "help"];
function unknownName(typed: string): string {
  const near = nearest(typed, names());
  const suggestion = near === null ? `There are: ${names().join(", ")}.` : `Did you mean "${near}"?`;
  return `There is no "${typed}". ${suggestion}`;
}

function help(name: string | undefined, { out }: Output): number {
  const subcommand = subcommands.find((each) => each.name === name);
  if (!subcommand) {
    out("Usage: npm run charter -- SUBCOMMAND, and more about one with: npm run charter -- help SUBCOMMAND\n");
    for (const each of [...subcommands, replay]) out(`  ${each.name.padEnd(10)} ${each.summary}`);
    out("\nThe store is the product's own: DATABASE_URL and CHARTER_SECRET, or CHARTER_DATA, as for npm start.");
    out("To send what is printed into a file, use --out, or npm run --silent.");
    return 0;
  }
  out(`npm run charter -- ${subcommand.name} ${subcommand.usage}\n\n  ${subcommand.summary}\n`);
  for (const [option, { about }] of Object.entries(subcommand.options)) out(`  --${option.padEnd(9)} ${about}`);
  return 0;
}

/** Opens the store as the product does, for the time of one use. */
async function withStoreOf<Answer>(
  env: Readonly<Record<string, string | undefined>>,
  use: (store: OpenedStore) => Promise<Answer>,
): Promise<Answer> {
  const read = readConfig(env, []);
  if (!read.ok) throw new CannotStart(sentences("The settings cannot be used:", read.problems));
  const { database } = read.config;
  const connection = "url" in database ? await openPostgres(database.url) : await openOwnFolder(database.folder);
  const secret = "url" in database ? readSecret(database.secret, "CHARTER_SECRET") : secretOfFolder(database.folder);
  const options = { secret, now: () => Temporal.Now.instant(), report: logTo(process.stderr) };
  const store = await openStore(connection, options);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function openOwnFolder(folder: string): ReturnType<typeof openFolder> {
  try {
    return await openFolder(folder);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    throw new CannotStart(
      `${error.message}\nThe embedded database is open to one process at a time: while the product runs, change the charter in chat, or stop it first.`,
    );
  }
}

if (import.meta.main) {
  const terminal: Terminal = {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    rules,
    now: () => Temporal.Now.instant(),
    withStore: (use) => withStoreOf(process.env, use),
  };
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
}
