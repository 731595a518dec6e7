import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { httpSender, socketHub, type Send, type SocketHub } from "./delivery.ts";
import { gather, type People } from "./people.ts";
import { findMessage, newState, type Posted, type State } from "./state.ts";
import { callMethod, showAnswer, type Arguments } from "./webapi.ts";

export interface DoubleOptions {
  /** 0, the default, takes any free port of the loopback. */
  readonly port?: number;
  readonly transport:
    { readonly mode: "http"; readonly url: () => string; readonly signingSecret: string } | { readonly mode: "socket" };
  readonly team?: string;
  readonly now?: () => number;
}
/** How a call to the Web API fails; `method` narrows it to one. */
interface Failure {
  readonly how: "limited" | "forbidden" | "missing" | "unreachable";
  readonly method?: string;
  /** Seconds, where limited. */
  readonly retryAfter?: number;
}

/** A small Slack: a workspace that answers the Web API and delivers what its people do. */
export interface SlackDouble extends People {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly state: State;
  readonly socket: SocketHub;
  /** Hands over any parcel, over the transport that the app has chosen. */
  readonly send: Send;
  /** The next call that fits fails, once. */
  fail(failure: Failure): void;
  /** Throws when the product did what Slack would not have taken. */
  stop(): Promise<void>;
}
/** Starts a double on the loopback. It needs no test runner, so that a load test can run it in a process of its own. */
export async function startSlackDouble(options: DoubleOptions): Promise<SlackDouble> {
  const state = newState(options.team ?? "T0HOME", options.now ?? Date.now);
  const failures: Failure[] = [];
  const socket = socketHub(state.nextId);
  const tokens = { botToken: "xoxb-double", appToken: "xapp-double" };
  const server = createServer((request, response) => {
    void answer({ state, failures, tokens, base: () => base }, request, response);
  });
  server.on("upgrade", (request, stream) => socket.accept(request, stream));
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { transport } = options;
  const send = transport.mode === "http" ? httpSender({ ...transport, now: state.now }) : socket.send;
  return {
    ...gather({ state, send, base }),
    ...tokens,
    apiUrl: `http://${base}/api/`,
    state,
    socket,
    send,
    fail: (failure) => void failures.push(failure),
    async stop() {
      socket.cutAll();
      await close(server);
      if (state.faults.length > 0) throw new Error(`Slack would not have taken this:\n${state.faults.join("\n")}`);
    },
  };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeAllConnections();
  await closed;
}

interface Desk {
  readonly state: State;
  readonly failures: Failure[];
  readonly tokens: { readonly botToken: string; readonly appToken: string };
  readonly base: () => string;
}

async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const [, area, name = ""] = (request.url ?? "").split("/");
  const reply = (status: number, json: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(json));
  };
  if (area === "response") return reply(...respond(desk.state, name, body));
  const given = argumentsOf(body);
  const index = desk.failures.findIndex(({ method }) => method === undefined || method === name);
  const [failure] = index < 0 ? [] : desk.failures.splice(index, 1);
  const journal = (answered: string) => void desk.state.journal.push({ method: name, arguments: given, answered });
  if (failure) {
    journal(failure.how);
    return reply(...failing(failure));
  }
  const result = authorised(desk, request, name) ?? callMethod(desk.state, name, given);
  journal(result.ok ? "ok" : String(result["error"]));
  reply(200, result);
}

function authorised({ tokens, base, state }: Desk, request: IncomingMessage, method: string) {
  const opening = method === "apps.connections.open";
  const token = opening ? tokens.appToken : tokens.botToken;
  if (request.headers.authorization !== `Bearer ${token}`) return { ok: false, error: "invalid_auth" };
  return opening ? { ok: true, url: `ws://${base()}/socket/${state.nextId("ticket-")}` } : null;
}

function failing({ how, retryAfter = 7 }: Failure): [number, unknown, Record<string, string>] {
  switch (how) {
    case "limited":
      return [429, { ok: false, error: "ratelimited" }, { "retry-after": String(retryAfter) }];
    case "forbidden":
      return [200, { ok: false, error: "restricted_action" }, {}];
    case "missing":
      return [200, { ok: false, error: "channel_not_found" }, {}];
    case "unreachable":
      return [503, { ok: false, error: "unavailable" }, {}];
  }
}

/** The Web API takes forms, in which blocks and views are JSON. */
function argumentsOf(body: string): Arguments {
  const form = Object.fromEntries(new URLSearchParams(body));
  const structured = ["blocks", "view"].flatMap((name) => {
    const json = form[name];
    return json === undefined ? [] : [[name, JSON.parse(json)]];
  });
  return { ...form, ...Object.fromEntries(structured) };
}

/** A response URL takes five answers within half an hour. */
function respond(state: State, id: string, body: string): [number, unknown] {
  const url = state.responseUrls.get(id);
  if (!url || url.uses <= 0 || url.until < state.now()) return [404, { ok: false, error: "used_url" }];
  url.uses--;
  const given = JSON.parse(body);
  const seen = showAnswer(state, url, given);
  state.journal.push({ method: "response_url", arguments: given, answered: seen ? "ok" : "invalid" });
  return seen ? [200, { ok: true }] : [400, { ok: false, error: "invalid_blocks" }];
}

/** A message of the double by its timestamp; throws when there is none. */
export function messageAt(state: State, channel: string, ts: string): Posted {
  const message = findMessage(state, channel, ts);
  if (!message) throw new Error(`there is no message ${ts}`);
  return message;
}
