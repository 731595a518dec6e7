import type { Adapter, Route } from "../../src/core/adapter.ts";
import type { Locale } from "../../src/core/model.ts";
import { loadAsset, ownResponse } from "../../src/console/assets.ts";
import { playgroundPage } from "../../src/console/playground/page.ts";
import { openChat } from "./chat.ts";
import { rooms } from "./company.ts";
import { checkGate, languageOf, refuse } from "./gate.ts";
import { clock, look, world } from "./look.ts";
import { join, leave } from "./move.ts";
import { abilitiesAt, perform } from "./perform.ts";
import { readMembers, readPeople, readSpaces } from "./read.ts";
import { edit, remove, run, say, type Handle, type Log, type Reception } from "./receive.ts";

export interface LocalConfig {
  readonly log: Log;
  readonly now?: () => Temporal.Instant;
}

const assets = [
  "icon.svg",
  "style.css",
  "words.ts",
  ...[
    "app",
    "answers",
    "composer",
    "connection",
    "dialog",
    "dom",
    "feed",
    "happened",
    "message",
    "people",
    "scene",
    "state",
  ].map((name) => `browser/${name}.ts`),
];

/**
 * The playground as a platform: an invented company in memory, and a page at "/" to talk in it. It answers on loopback only.
 * Request bodies may need 250 kB: 40,000 characters, escaped.
 */
export function localAdapter({ log, now = () => Temporal.Now.instant() }: LocalConfig): Adapter {
  const chat = openChat(rooms);
  const streams = new Set<() => void>();
  const kept = { chat, log, now, streams, started: now(), languages: new Map<string, Locale>() };
  const busy = new Set<Promise<Response>>();
  let reception: Reception | null = null;

  /** Serves a request that may come in; what it does is finished before the adapter stops. */
  const serve = (open: "to read" | "to act", handle: Handle) => async (request: Request) => {
    const refused = checkGate(request, open);
    if (refused || !reception) return refuse(refused ?? "closed", languageOf(request));
    const work = handle(reception, request);
    busy.add(work);
    return work.finally(() => busy.delete(work));
  };

  return {
    name: "local",
    routes: routes.map(({ open, handle, ...route }) => ({ ...route, reach: "loopback", handle: serve(open, handle) })),
    async start(door) {
      reception = { ...kept, door };
    },
    async stop() {
      reception = null;
      for (const close of streams) close();
      await Promise.allSettled(busy);
    },
    abilities: abilitiesAt,
    perform: (act, reader) => perform(chat, act, reader),
    people: () => readPeople(kept.languages),
    spaces: readSpaces,
    members: (space) => readMembers(chat, space),
  };
}

const page: Handle = async (_reception, request) =>
  ownResponse(playgroundPage(languageOf(request)), "text/html; charset=utf-8");
const asset = (name: string): Handle => {
  const load = loadAsset(`playground/${name}`);
  return async () => load();
};

/** Every route, and what a request must show to come in: what acts, or listens, must come from our own page. */
const routes: readonly (Omit<Route, "handle"> & { open: "to read" | "to act"; handle: Handle })[] = [
  { method: "GET", path: "/", open: "to read", handle: page },
  ...assets.map((name) => ({
    method: "GET" as const,
    path: `/playground/${name}`,
    open: "to read" as const,
    handle: asset(name),
  })),
  { method: "GET", path: "/playground/world", open: "to read", handle: world },
  { method: "GET", path: "/playground/clock", open: "to read", handle: clock },
  { method: "GET", path: "/playground/stream", open: "to act", handle: look },
  { method: "POST", path: "/playground/say", open: "to act", handle: say },
  { method: "POST", path: "/playground/edit", open: "to act", handle: edit },
  { method: "POST", path: "/playground/remove", open: "to act", handle: remove },
  { method: "POST", path: "/playground/join", open: "to act", handle: join },
  { method: "POST", path: "/playground/leave", open: "to act", handle: leave },
  { method: "POST", path: "/playground/run", open: "to act", handle: run },
];
