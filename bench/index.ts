import { cpus, loadavg } from "node:os";
import postgres from "postgres";
import { startPostgres } from "../test/postgres.ts";
import { openStage, type Stage } from "./closing.ts";
import { starterEngine } from "./engine.ts";
import { alternate } from "./figures.ts";
import { fixedInput, textOf, type Message } from "./input.ts";
import { measureLedger } from "./ledger.ts";
import { peers } from "./peers.ts";
import { tableOf, type Report } from "./report.ts";
import { measureSlack } from "./slack.ts";

/** Measures everything, the peers beside us. The answer's names are what figures are compared by. */
async function measure(stage: Stage): Promise<Report> {
  const loadAverage = loadavg()[0] ?? 0;
  const { messages, sha256 } = fixedInput();
  say("The engine and its peers, in turn ...");
  const engine = await measureEngine(messages);
  const serverUrl = await databaseServer(stage);
  say("Slack over HTTP, and a bare Bolt app, in turn ...");
  const slack = await inItsOwn(stage, (own) => measureSlack(own, messages, serverUrl));
  say("The ledger on PostgreSQL and on PGlite, in turn ...");
  const ledger = await inItsOwn(stage, (own) => measureLedger(own, messages, serverUrl));
  return {
    ...engine,
    "slack.ack.perSecond": slack.product.perSecond,
    "slack.ack.p50Milliseconds": slack.product.p50,
    "slack.ack.p99Milliseconds": slack.product.p99,
    "slack.ack.shareOfBareBolt": slack.product.perSecond / slack.bolt.perSecond,
    "bolt.bare.perSecond": slack.bolt.perSecond,
    "bolt.bare.p50Milliseconds": slack.bolt.p50,
    "bolt.bare.p99Milliseconds": slack.bolt.p99,
    "ledger.breachesPerSecond.postgres": ledger("postgres"),
    "ledger.breachesPerSecond.pglite": ledger("pglite"),
    "context.input.sha256": sha256,
    "context.input.messages": messages.length,
    "context.input.meanCharacters": meanLength(messages),
    "context.slack.told": slack.told,
    ...(await contextOfDatabase(serverUrl)),
    "context.node": process.versions.node,
    "context.processor": cpus()[0]?.model ?? "unknown",
    "context.processors": cpus().length,
    "context.loadAverageBefore": loadAverage,
    "context.loadAverageAfter": loadavg()[0] ?? 0,
  };
}

async function measureEngine(messages: readonly Message[]): Promise<Report> {
  const ours = starterEngine(messages);
  const others = peers(messages);
  const perSecond = await alternate([ours, ...others], 3);
  return {
    "engine.starter.messagesPerSecond": perSecond(ours.name),
    "engine.starter.p99Microseconds": ours.p99(),
    "engine.starter.breaches": ours.breaches,
    ...Object.fromEntries(others.map(({ name }) => [`peers.${name}.messagesPerSecond`, perSecond(name)])),
    ...Object.fromEntries(
      others.map(({ name }) => [`engine.starter.times.${name}`, perSecond(ours.name) / perSecond(name)]),
    ),
  };
}

/** The server that TEST_DATABASE_URL names, or one of our own. */
async function databaseServer(stage: Stage): Promise<string> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return given;
  const server = await stage.use(
    () => startPostgres({ durable: true }),
    (started) => started.stop(),
  );
  return server.url;
}

/** Whether a commit waits for the disk decides what the ledger's figures mean. */
async function contextOfDatabase(url: string): Promise<Report> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await client<{ version: string; fsync: string }[]>`
      select current_setting('server_version') as version, current_setting('fsync') as fsync`;
    return { "context.postgres": row?.version ?? "unknown", "context.postgres.fsync": row?.fsync ?? "unknown" };
  } finally {
    await client.end({ timeout: 5 });
  }
}

const meanLength = (messages: readonly Message[]): number =>
  messages.reduce((sum, { parts }) => sum + textOf(parts).plain.length, 0) / messages.length;

/** What one measurement starts must not run beside the next. */
async function inItsOwn<Result>(stage: Stage, measuring: (own: Stage) => Promise<Result>): Promise<Result> {
  const own = await stage.use(openStage, (opened) => opened.leave());
  try {
    return await measuring(own);
  } finally {
    await own.leave();
  }
}

// Standard output is for the figures alone.
const say = (sentence: string): void => console.error(sentence);

async function main(): Promise<void> {
  const flags = process.argv.slice(2);
  const unknown = flags.find((flag) => flag !== "--json");
  if (unknown !== undefined) throw new Error(`There is no flag "${unknown}"; there is --json.`);
  const stage = openStage();
  let interrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      interrupted = true;
      void stage.leave().then(() => process.exit(130));
    });
  }
  try {
    const report = await measure(stage);
    console.log(flags.includes("--json") ? JSON.stringify(report, null, 2) : tableOf(report));
  } catch (error) {
    // Whatever was cut off by the interruption is not what went wrong.
    if (!interrupted) throw error;
  } finally {
    await stage.leave();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "The bench failed.");
  process.exit(1);
});
