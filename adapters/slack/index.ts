import { setTimeout as pause } from "node:timers/promises";
import type { Logger, LogLevel } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { AdapterError, type Ability, type Adapter, type Door, type Route } from "../../src/core/adapter.ts";
import { httpHandler } from "./http.ts";
import type { Home } from "./home.ts";
import { asked, perform } from "./perform.ts";
import { members, people, spaces, type Reading } from "./read.ts";
import { newPending, type Pending } from "./pending.ts";
import type { Log } from "./interact.ts";
import { openReception, type Intake } from "./receive.ts";
import { openSocket } from "./socket.ts";

export interface SlackConfig {
  /** The bot's token, "xoxb-...". */
  readonly botToken: string;
  /** Where the Web API is; Slack itself by default. */
  readonly apiUrl?: string;
  readonly transport: SlackTransport;
  readonly log: Log;
  /** Milliseconds since 1970; the clock of the machine by default. */
  readonly now?: () => number;
}
export type SlackTransport =
  { readonly mode: "http"; readonly signingSecret: string } | { readonly mode: "socket"; readonly appToken: string };

const inPlace: ReadonlySet<Ability> = new Set<Ability>(["tell.inPlace", "tell.direct", "withdraw.direct"]);
const direct: ReadonlySet<Ability> = new Set<Ability>(["tell.direct", "withdraw.direct"]);

/** Slack as a platform, for one workspace. The SDK is loaded by `start`, so that it costs nothing where it is not used. */
export function slackAdapter(config: SlackConfig): Adapter {
  let session: Session | null = null;
  const open = (): Session => {
    if (session === null) throw new AdapterError("unreachable");
    return session;
  };
  const route: Route = {
    method: "POST",
    path: "/slack/events",
    handle: async (request) => (session?.handle ? session.handle(request) : new Response(null, { status: 503 })),
  };
  return {
    name: "slack",
    routes: config.transport.mode === "http" ? [route] : [],
    async start(door) {
      session = await openSession(config, door);
    },
    async stop() {
      const ending = session;
      session = null;
      await ending?.stop();
    },
    abilities: ({ space }) => (space === null ? direct : inPlace),
    perform: async (act, reader) => perform(open().client, act, reader),
    async *people() {
      yield* people(open());
    },
    async *spaces() {
      yield* spaces(open());
    },
    members: async (space) => members(open(), space),
  };
}

/** A connection to one workspace. */
interface Session extends Reading {
  readonly handle: Route["handle"] | null;
  stop(): Promise<void>;
}

async function openSession(config: SlackConfig, door: Door): Promise<Session> {
  const [{ App, LogLevel, verifySlackRequest }, { WebClient }] = await Promise.all([
    import("@slack/bolt"),
    import("@slack/web-api"),
  ]);
  const { botToken, log, now = Date.now } = config;
  const logger = silent(LogLevel.ERROR);
  const clientOptions = { ...clientOptionsOf(config), logger };
  const client = new WebClient(botToken, clientOptions);
  const { home, botId } = await whoAmI(client);
  const acquainted = new Set<string>();
  const intake = openReception({
    desk: { door, client, home, now, log, acquainted },
    App,
    options: { logger, clientOptions, authorize: async () => ({ botToken, botId, botUserId: home.user }) },
  });
  const stopping = new AbortController();
  const common = {
    client,
    home,
    door,
    log,
    acquainted,
    wait: async (seconds: number) => {
      await pause(seconds * 1000, undefined, { signal: stopping.signal, ref: false }).catch(() => {
        throw new AdapterError("unreachable");
      });
    },
  };
  const pending = newPending();
  if (config.transport.mode === "http") {
    const { signingSecret } = config.transport;
    const handle = httpHandler({ signingSecret, verify: verifySlackRequest, intake, pending, now, log });
    const stop = async () => {
      stopping.abort();
      await pending.settled();
    };
    return { ...common, handle, stop };
  }
  const socket = await connect(config, config.transport.appToken, { intake, pending, logger });
  const stop = async () => {
    stopping.abort();
    await socket.stop();
  };
  return { ...common, handle: null, stop };
}

interface Wiring {
  readonly intake: Intake;
  readonly pending: Pending;
  readonly logger: Logger;
}
async function connect(config: SlackConfig, appToken: string, { intake, pending, logger }: Wiring) {
  const { SocketModeClient } = await import("@slack/socket-mode");
  const clientOptions = clientOptionsOf(config);
  const client = new SocketModeClient({ appToken, autoReconnectEnabled: false, clientOptions, logger });
  return openSocket({ client, intake, pending, log: config.log });
}

/** The outbox tries again, and knows when: no call sleeps or repeats inside the SDK. */
const clientOptionsOf = ({ apiUrl }: SlackConfig) => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 0 },
  timeout: 10_000,
});

async function whoAmI(client: WebClient): Promise<{ home: Home; botId: string }> {
  const me = await asked(client.auth.test());
  if (!me.team_id || !me.user_id) throw new AdapterError("forbidden");
  return {
    home: { team: me.team_id, enterprise: me.enterprise_id ?? null, user: me.user_id },
    botId: me.bot_id ?? "",
  };
}

const nothing = (): void => {};

/** The SDK writes bodies to its log, and those hold the words of people. */
function silent(level: LogLevel): Logger {
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => level,
  };
}
