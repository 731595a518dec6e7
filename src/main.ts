import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse as parseYaml, YAMLError } from "yaml";
import { localAdapter } from "../adapters/local/index.ts";
import { absencesOfCompany, charterOfCompany } from "../adapters/local/company.ts";
import { slackAdapter } from "../adapters/slack/index.ts";
import { teamsAdapter } from "../adapters/teams/index.ts";
import { CannotStart, openFolder, openPostgres, readSecret, secretOfFolder } from "../drizzle/connect.ts";
import { openStore } from "../drizzle/store.ts";
import { rules } from "../rules/index.ts";
import { commands } from "./commands/index.ts";
import { readConfig, type Config } from "./config.ts";
import type { Adapter } from "./core/adapter.ts";
import { readCharter, type Revision } from "./core/charter.ts";
import type { Problem } from "./core/model.ts";
import type { Store } from "./core/store.ts";
import { openDoor } from "./door.ts";
import { deliver } from "./jobs/deliver.ts";
import { sync } from "./jobs/sync.ts";
import { startTicks } from "./jobs/tick.ts";
import { watchClock } from "./jobs/clock.ts";
import { logTo, type Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { listen } from "./server.ts";

/** The product, running. */
export interface Running {
  readonly port: number;
  readonly adapters: readonly string[];
  stop(): Promise<void>;
}

const starter = join(import.meta.dirname, "..", "charters", "starter.yaml");

/** Puts the product together and starts it. Throws CannotStart with a sentence for whoever can mend it. */
export async function start(config: Config, log: Log): Promise<Running> {
  const now = (): Temporal.Instant => Temporal.Now.instant();
  const store = await openStoreOf(config, { now, log });
  const closing: (() => Promise<unknown>)[] = [() => store.close()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    let revision = await currentRevision(store, config);
    const adapters = adaptersOf(config, log);
    const platforms = [...adapters.keys()];
    const metrics = createMetrics();
    const tools = { store, revision: () => revision, rules, commands, platforms };
    const door = openDoor({ commands: tools, metrics, log, now });

    await recordAbsence(store, platforms, now());
    await store.outbox.work((job) => deliver({ store, adapters, revision: () => revision, rules, log }, job));
    for (const adapter of adapters.values()) {
      await adapter.start(door);
      closing.push(() => adapter.stop());
    }
    if (config.playground) await settleCompany(store, adapters, { now: now(), log });
    const syncAll = async (): Promise<void> => {
      for (const adapter of adapters.values()) await sync(store.directory, adapter, log);
    };
    // A workspace of a hundred thousand takes a while: judging does not wait for it.
    const firstSync = syncAll();
    closing.push(() => firstSync);

    const clock = watchClock(log);
    const ticks = startTicks(
      [
        {
          name: "heartbeat",
          at: "* * * * *",
          where: "everywhere",
          run: async (at) => {
            await store.health.beat(at);
            await door.closeGaps();
            for (const gap of clock.check(platforms)) await store.health.addGap(gap);
            revision = await currentRevision(store, config);
          },
        },
        { name: "expire", at: "* * * * *", where: "once", run: async (at) => void (await store.keeper.expire(at)) },
        { name: "sync", at: "17 2 * * *", where: "once", run: syncAll },
      ],
      store.keeper,
      log,
    );
    closing.push(() => ticks.stop());

    const server = await listen({
      routes: [...adapters.values()].flatMap(({ routes }) => routes),
      host: config.host ?? (config.slack || config.teams ? "0.0.0.0" : "127.0.0.1"),
      port: config.port,
      ready: () => store.revisions.current(),
      metrics: () => metrics.registry.metrics(),
    }).catch((error: unknown) => {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      throw new CannotStart(
        code === "EADDRINUSE"
          ? `Port ${config.port} is taken. Choose another with PORT, for example PORT=3001 npm start.`
          : `Cannot listen on port ${config.port} (${code}).`,
      );
    });
    closing.push(() => server.close());
    log("started", { port: server.port, revision: revision.number, platforms: platforms.join(" ") });
    return { port: server.port, adapters: platforms, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openStoreOf(
  { database }: Config,
  { now, log }: { now: () => Temporal.Instant; log: Log },
): Promise<Store> {
  const connection = "url" in database ? await openPostgres(database.url) : await openFolder(database.folder);
  const secret = "url" in database ? readSecret(database.secret, "CHARTER_SECRET") : secretOfFolder(database.folder);
  return openStore(connection, { secret, now, report: log });
}

function adaptersOf({ slack, teams, playground }: Config, log: Log): ReadonlyMap<string, Adapter> {
  const adapters: Adapter[] = [];
  if (slack) adapters.push(slackAdapter({ ...slack, log }));
  if (teams) adapters.push(teamsAdapter({ ...teams, log }));
  if (playground) adapters.push(localAdapter({ log }));
  return new Map(adapters.map((adapter) => [adapter.name, adapter]));
}

/** The newest revision of the store, which begins with the charter file. With the playground, its invented company is laid over it, unstored. */
async function currentRevision(store: Store, config: Config): Promise<Revision> {
  const file = config.charterFile ?? starter;
  let stored = await store.revisions.current();
  if (!stored || config.charterFile) {
    const written = readFile(file);
    reviseOrThrow(written, { number: 1, file });
    if (!stored || !isDeepStrictEqual(stored.charter, written)) {
      const number = await store.revisions.add(
        written,
        "installation",
        stored ? "the charter file changed" : "first start",
      );
      stored = { number, charter: written };
    }
  }
  const written = config.playground ? withCompany(stored.charter) : stored.charter;
  return reviseOrThrow(written, { number: stored.number, file });
}

function readFile(file: string): unknown {
  try {
    return JSON.parse(JSON.stringify(parseYaml(readFileSync(file, "utf8")))) as unknown;
  } catch (error) {
    const place = error instanceof YAMLError ? ` at line ${error.linePos?.[0].line ?? "?"}` : "";
    throw new CannotStart(`The charter ${file} cannot be read${place}.`);
  }
}

function reviseOrThrow(written: unknown, { number, file }: { number: number; file: string }): Revision {
  const read = readCharter(written, number, rules);
  if (read.ok) return read.revision;
  throw new CannotStart(sentences(`The charter ${file} cannot be used:`, read.problems));
}

/** In the invented company every clause has been let to speak. */
function withCompany(charter: unknown): unknown {
  const { clauses } = charter as { readonly clauses: readonly object[] };
  return {
    ...(charter as object),
    ...charterOfCompany,
    clauses: clauses.map((clause) => ({ ...clause, stage: "nudge" })),
  };
}

/** The company's accounts, and who of them is away. */
async function settleCompany(
  store: Store,
  adapters: ReadonlyMap<string, Adapter>,
  { now, log }: { now: Temporal.Instant; log: Log },
): Promise<void> {
  const local = adapters.get("local");
  if (local) await sync(store.directory, local, log);
  const absences = absencesOfCompany(now);
  const accounts = await store.directory.accounts(absences.map(({ account }) => account));
  for (const { account, absence } of absences) {
    const person = accounts.get(account)?.person;
    if (person) await store.directory.setAbsences(person, absence.kind, [absence]);
  }
}

/** While nothing ran, platforms that send events may have given up on some. */
async function recordAbsence(store: Store, platforms: readonly string[], now: Temporal.Instant): Promise<void> {
  const last = await store.health.beat(now);
  if (!last || now.since(last).total("minutes") < 3) return;
  for (const platform of platforms.filter((name) => name !== "local")) {
    await store.health.addGap({ platform, started: last, ended: now, reason: "not running" });
  }
}

const sentences = (title: string, problems: readonly Problem[]): string =>
  [title, ...problems.map(({ field, text }) => `  ${field}: ${text}`)].join("\n");

async function main(): Promise<void> {
  const read = readConfig(process.env, process.argv.slice(2));
  if (!read.ok) throw new CannotStart(sentences("The settings cannot be used:", read.problems));
  const { config } = read;
  const log = logTo(process.stderr);
  const running = await start(config, log);
  process.stdout.write(banner(config, running));
  const stop = (): void => {
    process.stdout.write("\nStopping: what was taken is finished first.\n");
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function banner(config: Config, { port, adapters }: Running): string {
  const store =
    "folder" in config.database
      ? `The database is embedded, in ${config.database.folder}: for trials and one small instance; it survives a crash of the process, not a loss of power.`
      : "The database is PostgreSQL.";
  const playground = [
    `\n  Charter is ready: http://localhost:${port}\n`,
    "  Try: open the address, be Thomas in #nordvik-ferries, and write “Project Falcon ships on Monday”.",
    "  Then edit the message, change the time to Sunday 22:00, or type /charter help.\n",
  ];
  const connected = [`\n  Charter is ready on port ${port}: ${adapters.join(", ")}.\n`];
  return [...(config.playground ? playground : connected), `  ${store}`, "  Stop with Ctrl-C.\n"].join("\n") + "\n";
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    // Only sentences of ours are shown whole; anything else could hold words of people.
    process.stderr.write(
      `${error instanceof CannotStart ? error.message : `Charter cannot start (${error instanceof Error ? error.name : "unknown"}).`}\n`,
    );
    process.exit(1);
  });
}
