import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { z } from "zod";
import type { Payload } from "./payloads.ts";
import { acceptSocket, type ServerSocket } from "./websocket.ts";

/** One thing to hand over, and which attempt it is. */
export interface Parcel {
  readonly type: "events_api" | "slash_commands" | "interactive";
  readonly payload: Payload;
  /** 0 at first; then as Slack counts its retries. */
  readonly attempt: number;
}
/** Whether it was acknowledged, and what the acknowledgement carried; null where it carried nothing. */
export interface Delivered {
  readonly acknowledged: boolean;
  readonly payload: unknown;
}
export type Send = (parcel: Parcel) => Promise<Delivered>;

/** Slack's signature of a body: docs.slack.dev/authentication/verifying-requests-from-slack. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** Signed requests, as Slack sends them to a request URL. */
export function httpSender(app: { url: () => string; signingSecret: string; now: () => number }): Send {
  return async ({ type, payload, attempt }) => {
    const { body, contentType } = written(type, payload);
    const timestamp = Math.floor(app.now() / 1000);
    const headers = {
      "content-type": contentType,
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": sign(app.signingSecret, timestamp, body),
      ...(attempt === 0 ? {} : { "x-slack-retry-num": String(attempt), "x-slack-retry-reason": "http_error" }),
    };
    const response = await fetch(app.url(), { method: "POST", headers, body });
    const answer = await response.text();
    return { acknowledged: response.status === 200, payload: answer === "" ? null : JSON.parse(answer) };
  };
}

function written(type: Parcel["type"], payload: Payload): { body: string; contentType: string } {
  if (type === "events_api") return { body: JSON.stringify(payload), contentType: "application/json" };
  const fields = type === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return { body: form.toString(), contentType: "application/x-www-form-urlencoded" };
}

/** The far end of Socket Mode. */
export interface SocketHub {
  readonly send: Send;
  accept(request: IncomingMessage, socket: Duplex): void;
  /** The app will not acknowledge: reads whatever is on its way, and takes what still waits as unacknowledged. */
  giveUp(): Promise<void>;
  /** Resolves when everything that the app has sent has been read. */
  flush(): Promise<void>;
  /** Resolves at once while connected, otherwise with the next connection. */
  connected(): Promise<void>;
  /** Asks the app to connect anew, as Slack does every few hours. */
  refresh(): void;
  cutAll(): void;
}

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() });
/** Slack takes an envelope as lost after three seconds. */
const patience = 3000;

export function socketHub(nextId: (prefix: string) => string): SocketHub {
  const sockets = new Set<ServerSocket>();
  const waiting = new Map<string, (delivered: Delivered) => void>();
  const arrivals: (() => void)[] = [];
  const lost: Delivered = { acknowledged: false, payload: null };
  const flush = async () => void (await Promise.all([...sockets].map((socket) => socket.roundTrip())));
  const connected = async () => (sockets.size > 0 ? undefined : new Promise<void>((done) => arrivals.push(done)));

  function read(text: string): void {
    const ack = acknowledgement.safeParse(JSON.parse(text));
    if (!ack.success) return;
    const payload = Object.keys(ack.data.payload ?? {}).length > 0 ? ack.data.payload : null;
    waiting.get(ack.data.envelope_id)?.({ acknowledged: true, payload });
  }
  return {
    async send({ type, payload, attempt }) {
      await connected();
      const envelope_id = nextId("envelope-");
      const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: "timeout" };
      const accepts_response_payload = type !== "events_api";
      const delivered = new Promise<Delivered>((done) => waiting.set(envelope_id, done));
      const timer = setTimeout(() => waiting.get(envelope_id)?.(lost), patience);
      const [socket] = sockets;
      socket?.send(JSON.stringify({ envelope_id, type, accepts_response_payload, payload, ...retry }));
      try {
        return await delivered;
      } finally {
        clearTimeout(timer);
        waiting.delete(envelope_id);
      }
    },
    accept(request, stream) {
      const socket = acceptSocket(request, stream, {
        text: read,
        closed: () => {
          sockets.delete(socket);
          if (sockets.size === 0) for (const done of waiting.values()) done(lost);
        },
      });
      sockets.add(socket);
      socket.send(JSON.stringify({ type: "hello", num_connections: sockets.size, connection_info: { app_id: "A0" } }));
      for (const arrived of arrivals.splice(0)) arrived();
    },
    async giveUp() {
      await flush();
      for (const done of waiting.values()) done(lost);
    },
    flush,
    connected,
    refresh() {
      for (const socket of sockets) {
        sockets.delete(socket);
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
      }
    },
    cutAll: () => sockets.forEach((socket) => socket.cut()),
  };
}
