import type { App, AppOptions, Receiver } from "@slack/bolt";
import { z } from "zod";
import type { Door } from "../../src/core/adapter.ts";
import { isOurs } from "./home.ts";
import { chosen, pressed, submitted, typed, type Desk } from "./interact.ts";
import { heardNews } from "./news.ts";
import { normalise } from "./normalise.ts";

/** One thing that Slack sent, whichever way it came. */
interface Delivery {
  readonly body: unknown;
  readonly retryNum?: number;
  readonly retryReason?: string;
}

/**
 * Where both transports hand over what they received. Resolves with what the acknowledgement carries, once all is
 * durable. Rejects with NotTaken: do not acknowledge, it must come again. Rejects otherwise: it would fail again.
 */
export type Intake = (delivery: Delivery) => Promise<unknown>;

/** The door rejected. Carries the name of its error. */
export class NotTaken extends Error {
  readonly reason: string;
  constructor(error: unknown) {
    const reason = nameOf(error);
    super(`the door did not take it: ${reason}`);
    this.name = "NotTaken";
    this.reason = reason;
  }
}
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** The same door, whose rejections can be told from everything else that goes wrong on the way there and back. */
function marked(door: Door): Door {
  const mark = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw new NotTaken(error);
    }
  };
  return {
    judge: (event) => mark(() => door.judge(event)),
    run: (call) => mark(() => door.run(call)),
    learn: (seen) => mark(() => door.learn(seen)),
  };
}

export interface Reception {
  readonly desk: Desk;
  readonly App: typeof App;
  readonly options: Pick<AppOptions, "logger" | "clientOptions" | "authorize">;
}

/**
 * Puts Bolt between the transports and the door. Bolt acknowledges events before its listeners have run;
 * here an acknowledgement is only remembered, and given when the listeners have finished without an error.
 */
export function openReception(reception: Reception): Intake {
  const { App, options } = reception;
  const { log } = reception.desk;
  const desk = { ...reception.desk, door: marked(reception.desk.door) };
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({ ...options, receiver, convoStore: false });
  app.error(async (error) => {
    throw error.original ?? error;
  });
  listen(app, desk);
  return async ({ body, ...retry }) => {
    const known = readKind(body);
    if (known.kind === "other") {
      log(known.type === "app_rate_limited" ? "slack.rate_limited" : "slack.ignored", { type: known.type });
      return undefined;
    }
    if (!isOurs(known, desk.home)) {
      log("slack.ignored", { type: "another workspace" });
      return undefined;
    }
    let answer: unknown;
    await app.processEvent({ body: known.body, ...retry, ack: async (payload?: unknown) => void (answer = payload) });
    return answer;
  };
}

function listen(app: App, desk: Desk): void {
  app.event(/./, ({ body }) => heard(desk, body));
  app.command(/./, async ({ body, ack }) => ack(await typed(desk, body)));
  app.action({ type: "block_actions" }, async ({ body, ack, respond }) => {
    await pressed(desk, body, respond);
    await ack();
  });
  app.shortcut({ type: "message_action" }, async ({ body, ack }) => {
    await chosen(desk, body);
    await ack();
  });
  app.view({ type: "view_submission", callback_id: "charter" }, async ({ body, ack }) => {
    const answer = await submitted(desk, body);
    await (answer === undefined ? ack() : ack(answer));
  });
}

/** Judges a message; whatever else Slack tells is news. Rejects as the door does. */
async function heard(desk: Desk, body: unknown): Promise<void> {
  const read = normalise(body, desk.home);
  if (read.event !== null) return void (await desk.door.judge(read.event));
  if (read.because === "unreadable") desk.log("slack.unreadable", {});
  if (read.because === "not a message") await heardNews(desk, body);
}

const event = z.looseObject({ type: z.literal("event_callback"), event: z.looseObject({ type: z.string() }) });
const user = z.looseObject({ id: z.string() });
const asked = z.union([
  z.looseObject({ command: z.string(), user_id: z.string() }),
  z.looseObject({ type: z.literal("block_actions"), user, actions: z.array(z.looseObject({})).min(1) }),
  z.looseObject({ type: z.literal("message_action"), user, callback_id: z.string() }),
  z.looseObject({ type: z.literal("view_submission"), user, view: z.looseObject({ callback_id: z.string() }) }),
]);
/** What else Slack is known to send: only these words come into a log. */
const others = [
  "app_rate_limited",
  "block_actions",
  "block_suggestion",
  "event_callback",
  "interactive_message",
  "message_action",
  "shortcut",
  "view_closed",
  "view_submission",
] as const;
const anything = z.object({ type: z.enum(others) });

export type Kind =
  | { readonly kind: "event" | "interaction"; readonly body: Record<string, unknown> }
  | { readonly kind: "other"; readonly type: (typeof others)[number] | "other" };

/** What Slack sent, as far as anything here can do something with it. Bolt throws on shapes it does not expect. */
export function readKind(body: unknown): Kind {
  const happened = event.safeParse(body);
  if (happened.success) return { kind: "event", body: happened.data };
  const interaction = asked.safeParse(body);
  if (interaction.success) return { kind: "interaction", body: interaction.data };
  return { kind: "other", type: anything.safeParse(body).data?.type ?? "other" };
}
