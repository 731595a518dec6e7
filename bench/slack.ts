import { setTimeout as pause } from "node:timers/promises";
import { newPlace } from "../test/database.ts";
import { freePort } from "../test/postgres.ts";
import type { SlackDouble } from "../test/slack/double.ts";
import type { Stage } from "./closing.ts";
import { alternate, percentile, timed, type Contestant } from "./figures.ts";
import { peopleCount, type Message } from "./input.ts";
import { closedLoop, openClient, openLoop, signingSecret, type Post } from "./load.ts";
import { startBolt, startProduct } from "./targets.ts";
import { bodyOf, startWorkspace } from "./workspace.ts";

const rounds = 3;
const inFlight = 8;
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
export async function measureSlack(stage: Stage, messages: readonly Message[], serverUrl: string): Promise<SlackFigures> {
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
  const [product, bolt] = await Promise.all([port, boltPort].map((each) => clientOf(stage, each)));
  if (!product || !bolt) throw new Error("there is nobody to send to");
  await knowsPeople(double, product, messages);

  const bodies = messages.map((message) => bodyOf(double, message)).values();
  const perSecond = await alternateClosed({ product, bolt }, bodies);
  const latencies = await alternateOpen({ product, bolt }, bodies);
  const answering = (name: "product" | "bolt"): Answering => ({
    perSecond: perSecond(name),
    p50: percentile(latencies[name], 0.5),
    p99: percentile(latencies[name], 0.99),
  });
  return { product: answering("product"), bolt: answering("bolt"), told: double.state.seen.length };
}

type Both<Each> = Readonly<Record<"product" | "bolt", Each>>;

/** Every round sends messages that were not sent before: the ledger takes each only once. */
async function alternateClosed({ product, bolt }: Both<Post>, bodies: IteratorObject<string>) {
  let batch: readonly string[] = [];
  const contestant = (name: string, post: Post, next: () => readonly string[]): Contestant => ({
    name,
    round: () => {
      const sent = next();
      return timed(sent.length, () => closedLoop(post, sent, inFlight));
    },
  });
  return alternate(
    [
      contestant("product", product, () => (batch = take(bodies, closedCount))),
      contestant("bolt", bolt, () => batch),
    ],
    rounds,
  );
}

async function alternateOpen({ product, bolt }: Both<Post>, bodies: IteratorObject<string>): Promise<Both<number[]>> {
  const latencies: Both<number[]> = { product: [], bolt: [] };
  for (let round = 0; round < rounds; round += 1) {
    const batch = take(bodies, openCount);
    latencies.product.push(...(await openLoop(product, batch, openPerSecond)));
    latencies.bolt.push(...(await openLoop(bolt, batch, openPerSecond)));
  }
  return latencies;
}

function take(bodies: IteratorObject<string>, count: number): string[] {
  const taken = [];
  for (let left = count; left > 0; left -= 1) {
    const { done, value } = bodies.next();
    if (done) throw new Error("the input has too few messages for so many rounds");
    taken.push(value);
  }
  return taken;
}

async function clientOf(stage: Stage, port: number): Promise<Post> {
  const client = await stage.use(
    () => openClient(port),
    ({ close }) => close(),
  );
  return client.post;
}

/** People are read while the product already answers. Somebody of the last page who is told something is known. */
async function knowsPeople(double: SlackDouble, post: Post, messages: readonly Message[]): Promise<void> {
  const [model] = messages;
  if (!model) throw new Error("there are no messages");
  const author = peopleCount - 1;
  const parts = [{ kind: "text", text: "Project Falcon" }] as const;
  for (let second = 1; double.state.seen.length === 0; second += 1) {
    // A year before the input, so that it counts for nobody's day.
    const at = (1_740_000_000 + second) * 1_000_000;
    await post(bodyOf(double, { ...model, parts, mentions: [], author, at }));
    await pause(50);
  }
}
