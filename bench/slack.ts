import { setTimeout as pause } from "node:timers/promises";
import { newPlace } from "../test/database.ts";
import { freePort } from "../test/postgres.ts";
import type { SlackDouble } from "../test/slack/double.ts";
import type { Stage } from "./closing.ts";
import { alternate, percentile } from "./figures.ts";
import { keepInFlight } from "./flow.ts";
import { peopleCount, type Message } from "./input.ts";
import { openLoop, signingSecret, withClient } from "./load.ts";
import { startBolt, startProduct } from "./targets.ts";
import { bodyOf, startWorkspace } from "./workspace.ts";

const rounds = 3;
const closed = { inFlight: 8, longest: 5000 };
const closedCount = 2000;
const openCount = 1000;
const openPerSecond = 200;

export interface SlackFigures {
  readonly product: Answering;
  readonly bolt: Answering;
  /** How many people were told something meanwhile. */
  readonly told: number;
}
export interface Answering {
  /** Events acknowledged a second with eight in flight. */
  readonly perSecond: number;
  /** What an acknowledgement takes, in milliseconds, at 200 events a second. */
  readonly p50: number;
  readonly p99: number;
}

/** Signed events over HTTP to the product on PostgreSQL and to a bare Bolt app, each in a process of its own, in turn. */
export async function measureSlack(
  stage: Stage,
  messages: readonly Message[],
  serverUrl: string,
): Promise<SlackFigures> {
  const [port, boltPort] = [await freePort(), await freePort()];
  const double = await stage.use(
    () => startWorkspace(() => `http://127.0.0.1:${port}/slack/events`),
    (started) => started.stop(),
  );
  const settings = {
    SLACK_BOT_TOKEN: double.botToken,
    SLACK_API_URL: double.apiUrl,
    SLACK_SIGNING_SECRET: signingSecret,
  };
  const place = await stage.use(
    () => newPlace("postgres", serverUrl),
    (made) => made.remove(),
  );
  await startProduct(stage, { ...place.env, ...settings }, port);
  await startBolt(stage, settings, boltPort);
  await knowsPeople(double, port, messages);
  const ports = { product: port, bolt: boltPort };

  const bodies = messages.map((message) => bodyOf(double, message));
  const begun = (rounds + 1) * closedCount;
  const perSecond = await alternateClosed(ports, bodies.slice(0, begun));
  const judgedBefore = await judgedBy(port);
  const latencies = await alternateOpen(ports, bodies.slice(begun));
  const judged = (await judgedBy(port)) - judgedBefore;
  const sent = latencies.product.length;
  if (judged !== sent) throw new Error(`of ${sent} messages that were acknowledged, ${judged} were judged`);
  if (double.state.faults.length > 0) throw new Error("Slack would not have taken what the product did");
  const answering = (name: "product" | "bolt"): Answering => ({
    perSecond: perSecond(name),
    p50: percentile(latencies[name], 0.5),
    p99: percentile(latencies[name], 0.99),
  });
  return { product: answering("product"), bolt: answering("bolt"), told: double.state.seen.length };
}

type Both<Each> = Readonly<Record<"product" | "bolt", Each>>;

/** Every round sends messages that were not sent before: the ledger takes each only once. */
async function alternateClosed({ product, bolt }: Both<number>, bodies: readonly string[]) {
  const roundOf = (port: number) => (number: number) => {
    const batch = bodies.slice(number * closedCount, (number + 1) * closedCount);
    return withClient(port, (post) => keepInFlight(batch, closed, post));
  };
  return alternate(
    [
      { name: "product", round: roundOf(product) },
      { name: "bolt", round: roundOf(bolt) },
    ],
    rounds,
  );
}

async function alternateOpen(ports: Both<number>, bodies: readonly string[]): Promise<Both<number[]>> {
  const latencies: Both<number[]> = { product: [], bolt: [] };
  for (let round = 0; round < rounds; round += 1) {
    const batch = bodies.slice(round * openCount, (round + 1) * openCount);
    for (const name of ["product", "bolt"] as const) {
      latencies[name].push(...(await withClient(ports[name], (post) => openLoop(post, batch, openPerSecond))));
    }
  }
  return latencies;
}

/** People are read while the product already answers. Somebody of the last page who is told something is known. */
async function knowsPeople(double: SlackDouble, port: number, messages: readonly Message[]): Promise<void> {
  const [model] = messages;
  if (!model) throw new Error("there are no messages");
  const author = peopleCount - 1;
  const parts = [{ kind: "text", text: "Project Falcon" }] as const;
  for (let second = 1; double.state.seen.length === 0; second += 1) {
    // A year before the input, so that it counts for nobody's day.
    const at = (1_740_000_000 + second) * 1_000_000;
    const body = bodyOf(double, { ...model, parts, mentions: [], author, at });
    await withClient(port, (post) => post(body));
    await pause(50);
  }
}

/** How many messages the product has judged: an answer that is fast because nothing was judged is no figure. */
async function judgedBy(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const [, judged = "0"] =
    /^charter_events_total\{platform="slack",kind="message\.posted"\} (\d+)$/m.exec(metrics) ?? [];
  return Number(judged);
}
