import { localAdapter } from "../adapters/local/index.ts";
import { absencesOfCompany, charterOfCompany, nameOf } from "../adapters/local/company.ts";
import { slackAdapter } from "../adapters/slack/index.ts";
import { teamsAdapter } from "../adapters/teams/index.ts";
import { openFolder, openPostgres, readSecret, secretOfFolder } from "../drizzle/connect.ts";
import { openStore } from "../drizzle/store.ts";
import { rules } from "../rules/index.ts";
import { publicHolidays } from "../rules/resting-hours/holidays.ts";
import { commands } from "./commands/index.ts";
import { readConfig, type Config } from "./config.ts";
import { AdapterError, type Adapter } from "./core/adapter.ts";
import type { Change } from "./core/command.ts";
import type { Locale, SpaceId } from "./core/model.ts";
import { CannotStart, type Store } from "./core/store.ts";
import { openDoor } from "./door.ts";
import { calendarReader } from "./calendar.ts";
import { consoleRoutes } from "./console/cases/routes.ts";
import { refreshCalendars } from "./jobs/calendars.ts";
import { deliver } from "./jobs/deliver.ts";
import { sweepAll, sync } from "./jobs/sync.ts";
import { startTicks } from "./jobs/tick.ts";
import { watchClock } from "./jobs/clock.ts";
import { logTo, type Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { adoptCharter, newestRevision, sentences } from "./revision.ts";
import { listen } from "./server.ts";

/** The product, running. */
export interface Running {
  readonly port: number;
  readonly adapters: readonly string[];
  stop(): Promise<void>;
}

/** Puts the product together and starts it. Throws CannotStart with a sentence for whoever can mend it. */
export async function start(config: Config, log: Log): Promise<Running> {
  const now = (): Temporal.Instant => Temporal.Now.instant();
  const store = await openStoreOf(config, { now, log });
  const adapters = adaptersOf(config, log);
  const platforms = [...adapters.keys()];
  let ticks: Stoppable | null = null;
  let server: { readonly port: number; close(): Promise<void> } | null = null;
  let syncing = Promise.resolve();
  let looking = Promise.resolve();
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ticks?.stop();
    await server?.close();
    for (const adapter of adapters.values()) await adapter.stop();
    await syncing;
    await looking;
    await store.close();
  };
  try {
    const alone = !config.slack && !config.teams && config.charterFile === null;
    const playground = config.playground ? { company: charterOfCompany, alone } : null;
    await adoptCharter(store.revisions, config.charterFile, { rules, playground });
    let revision = await newestRevision(store.revisions, { rules, playground });
    const metrics = createMetrics();
    const tools = {
      store,
      revision: () => revision,
      rules,
      commands,
      platforms,
      readCalendar: calendarReader({ now }),
      holidays: publicHolidays,
      /** Without an address of its own, a playground is where it listens. */
      get address() {
        return config.address ?? (config.playground && server ? `http://localhost:${server.port}` : null);
      },
      async revise(charter: unknown, { by, reason, from }: Change) {
        const number = await store.revisions.add(charter, by, reason, from);
        if (number === null) return null;
        await takeOver();
        return number;
      },
    };
    /** Reads the newest revision, where it is newer than ours; one instance of all then looks at every space again. */
    const takeOver = async (): Promise<void> => {
      const newest = await store.revisions.current();
      if (!newest || newest.number <= revision.number) return;
      revision = await newestRevision(store.revisions, { rules, playground });
      // Who belongs to whom, or what a space is for, may be another now.
      if (await store.keeper.elect(`look ${revision.number}`)) looking = looking.then(lookAgain);
    };
    const door = openDoor({ commands: tools, metrics, log, now });
    const isSanctuary = (space: SpaceId): boolean => revision.charter.spaces[space] === "sanctuary";
    const syncTools = { directory: store.directory, door, log, now, isSanctuary, signal: stopping.signal };
    const lookAgain = (): Promise<void> =>
      sweepAll(syncTools).catch((error: unknown) => {
        log("spaces.unread", { reason: error instanceof Error ? error.name : "unknown" });
      });

    await recordAbsence(store, platforms, now());
    await store.outbox.work((job) => deliver({ store, adapters, revision: () => revision, rules, log, now }, job));
    for (const adapter of adapters.values()) {
      await adapter.start(door).catch((error: unknown) => {
        throw new CannotStart(whyNotConnected(adapter.name, error));
      });
    }
    const local = adapters.get("local");
    if (local) await sync(syncTools, local);
    if (local) await settleCompany(store, now());
    const syncAll = async (): Promise<void> => {
      for (const adapter of adapters.values()) if (adapter !== local) await sync(syncTools, adapter);
    };
    // A workspace of a hundred thousand takes a while: judging does not wait for it.
    syncing = syncAll();

    const clock = watchClock(log);
    const spaceNames = new Map<string, string>();
    const learnNames = async (): Promise<void> => {
      for (const { id, name } of await store.directory.spaces()) spaceNames.set(id, name);
    };
    await learnNames();
    const beat = async (at: Temporal.Instant): Promise<void> => {
      await store.health.beat(at);
      await door.closeGaps();
      for (const gap of clock.check(platforms)) await store.health.addGap(gap);
      await takeOver();
      await learnNames();
    };
    const verifyAudit = async (): Promise<void> => {
      const { lines, brokenAt } = await store.keeper.verifyAudit();
      log(brokenAt === null ? "audit.whole" : "audit.broken", { lines, ...(brokenAt !== null && { line: brokenAt }) });
    };
    const expire = async (at: Temporal.Instant): Promise<void> => void (await store.keeper.expire(at));
    ticks = startTicks(
      [
        { name: "heartbeat", at: "* * * * *", where: "everywhere", run: beat },
        { name: "expire", at: "* * * * *", where: "once", run: expire },
        { name: "audit", at: "41 3 * * *", where: "once", run: verifyAudit },
        { name: "sync", at: "17 2 * * *", where: "once", run: syncAll },
        { name: "calendars", at: "7 3 * * *", where: "once", run: () => refreshCalendars(tools, log) },
      ],
      store.keeper,
      log,
    );
    server = await serve(config, {
      routes: [
        ...[...adapters.values()].flatMap(({ routes }) => routes),
        ...consoleRoutes({ ...tools, now, run: (call) => door.run(call), name: calledIn(spaceNames, config) }),
      ],
      ready: () => store.revisions.current(),
      metrics: () => metrics.registry.metrics(),
    });
    log("started", { port: server.port, revision: revision.number, platforms: platforms.join(" ") });
    return { port: server.port, adapters: platforms, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** How spaces and the playground's people are called; other people have no name here, since none is kept. */
const calledIn =
  (spaceNames: ReadonlyMap<string, string>, { playground }: Config) =>
  (id: string, locale: Locale): string | null =>
    (playground ? nameOf(id, locale) : null) ?? spaceNames.get(id) ?? null;

interface Stoppable {
  stop(): Promise<void>;
}

async function serve(
  { host, port, slack, teams }: Config,
  answers: Omit<Parameters<typeof listen>[0], "host" | "port">,
): ReturnType<typeof listen> {
  try {
    return await listen({ ...answers, port, host: host ?? (slack || teams ? "0.0.0.0" : "127.0.0.1") });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new CannotStart(
      code === "EADDRINUSE"
        ? `Port ${port} is taken. Choose another with PORT, for example PORT=3001 npm start.`
        : `Cannot listen on port ${port} (${code}).`,
    );
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

/** Who of the playground's company is away. */
async function settleCompany(store: Store, now: Temporal.Instant): Promise<void> {
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

function whyNotConnected(platform: string, error: unknown): string {
  const code = error instanceof AdapterError ? error.code : "unreachable";
  const name = platform.toUpperCase();
  return code === "forbidden"
    ? `${platform} does not accept us. Check the ${name}_ settings: the token may be revoked, or from another workspace.`
    : `${platform} cannot be reached (${code}). Check the network and the ${name}_ settings, then start again.`;
}

async function main(): Promise<void> {
  const read = readConfig(process.env, process.argv.slice(2));
  if (!read.ok) throw new CannotStart(sentences("The settings cannot be used:", read.problems));
  const { config } = read;
  const log = logTo(process.stderr);
  process.stdout.write("Starting: the first time the database is made, which takes some seconds.\n");
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
  const hints = [
    "  Try: open the address, be Thomas in #nordvik-ferries, and write “Project Falcon ships on Monday”.",
    "  Then edit the message, write three times on Sunday at 22:00, or type /charter help.\n",
  ];
  const own = ["  Your own charter holds: what is in shadow speaks only in #charter-trial.\n"];
  const playground = [
    `\n  Charter is ready: http://localhost:${port}\n`,
    ...(config.charterFile === null ? hints : own),
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
