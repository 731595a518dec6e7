import { setTimeout as pause } from "node:timers/promises";
import type { SocketModeClient } from "@slack/socket-mode";
import { z } from "zod";
import { AdapterError } from "../../src/core/adapter.ts";
import type { Pending } from "./pending.ts";
import type { Log } from "./interact.ts";
import { nameOf, NotTaken, type Intake } from "./receive.ts";

export interface SocketTransport {
  readonly client: SocketModeClient;
  readonly pending: Pending;
  readonly intake: Intake;
  readonly log: Log;
}
export interface Socket {
  /** Takes nothing more, finishes and acknowledges what was taken, then closes. */
  stop(): Promise<void>;
}

const envelope = z.object({
  ack: z.custom<(payload?: unknown) => Promise<void>>((value) => typeof value === "function"),
  body: z.unknown().optional(),
  retry_num: z.number().optional(),
  retry_reason: z.string().optional(),
});

const longestPause = 30_000;

/**
 * Connects in Socket Mode, and again whenever the connection ends. An envelope is acknowledged when it is durable;
 * one that is not acknowledged is Slack's to send again. Throws AdapterError when the first connection fails.
 */
export async function openSocket(transport: SocketTransport): Promise<Socket> {
  const { client, pending, log } = transport;
  const stopping = new AbortController();
  let connecting = true;
  guardFrames(client, log);
  client.on("slack_event", (raw: unknown) => {
    if (!stopping.signal.aborted) void pending.add(receive(transport, raw));
  });
  client.on("disconnected", () => {
    if (connecting || stopping.signal.aborted) return;
    connecting = true;
    void reconnect(transport, stopping.signal).finally(() => (connecting = false));
  });
  try {
    await client.start();
  } catch {
    throw new AdapterError("unreachable");
  }
  connecting = false;
  return {
    async stop() {
      stopping.abort();
      await pending.settled();
      await client.disconnect();
      log("slack.disconnected", {});
    },
  };
}

async function receive({ intake, log }: SocketTransport, raw: unknown): Promise<void> {
  const read = envelope.safeParse(raw);
  if (!read.success) return log("slack.unreadable", {});
  const { ack, body, retry_num, retry_reason } = read.data;
  const retry = retry_num === undefined ? {} : { retryNum: retry_num, retryReason: retry_reason ?? "unknown_error" };
  let answer: unknown;
  try {
    answer = await intake({ body, ...retry });
  } catch (error) {
    if (error instanceof NotTaken) return log("slack.unacknowledged", { error: error.reason });
    // What was asked is done, or can never be: it must not come again because its answer is lost.
    log("slack.failed", { error: nameOf(error) });
  }
  await ack(answer).catch((error: unknown) => log("slack.unacknowledged", { error: nameOf(error) }));
}

/** The SDK's own way waits five seconds before its first try, and lets a failure end the process. */
async function reconnect({ client, log }: SocketTransport, stopping: AbortSignal): Promise<void> {
  for (let wait = 0; !stopping.aborted; wait = Math.min(longestPause, wait * 2 || 1000)) {
    try {
      if (wait > 0) await pause(wait, undefined, { signal: stopping });
      await client.start();
      return log("slack.reconnected", {});
    } catch {
      if (!stopping.aborted) log("slack.unreachable", {});
    }
  }
}

/** The SDK's reader of frames throws, unheard, on an envelope without an event: catch it there. */
function guardFrames(client: SocketModeClient, log: Log): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  const read = async (frame: readonly unknown[]): Promise<void> => {
    try {
      await Promise.all(readers.map((reader: (...frame: readonly unknown[]) => unknown) => reader(...frame)));
    } catch {
      log("slack.unreadable", {});
    }
  };
  client.on("ws_message", (...frame: unknown[]) => void read(frame));
}
