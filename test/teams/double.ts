import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Somebody, WireActivity } from "./activities.ts";
import {
  connector,
  parse,
  type Answer,
  type Asked,
  type ConnectorState,
  type Failure,
  type Posted,
} from "./connector.ts";
import { botTokenOf, startIssuer, type Issuer, type TokenVariant } from "./issuer.ts";

/** One call that the double received; `kind` is what it was for. */
interface Call {
  readonly kind: "keys" | "token" | "connector" | "unknown";
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
}
export interface TeamsDouble {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Issuer, login endpoint and connector, for the adapter's configuration. */
  readonly endpoints: Readonly<Record<"issuer" | "openIdMetadataUrl" | "loginEndpoint" | "serviceUrl", string>>;
  readonly issuer: Issuer;
  readonly journal: readonly Call[];
  readonly posted: readonly Posted[];
  /** Who is in a conversation. */
  readonly rosters: Map<string, readonly Somebody[]>;
  /** Who is alone with the bot in a chat, by the chat's id. */
  readonly personal: Map<string, string>;
  /** Whether the keys that tokens are checked with cannot be fetched. */
  keysDown: boolean;
  /** How many members a page of a roster holds, whatever is asked for. */
  pageSize: number;
  /** The next call that sends, deletes or opens something fails like this, once. */
  fail(failure: Failure): void;
  /** What was sent in anybody's name: neither fetching keys nor checking a token is. */
  sent(): readonly Call[];
  /** A request that delivers an activity, with a real token or a bad one; `null` is none. */
  request(activity: WireActivity, token?: TokenVariant | null): Promise<Request>;
  stop(): Promise<void>;
}

/** Starts a small Teams on a free port of the loopback interface. */
export async function startTeamsDouble(): Promise<TeamsDouble> {
  const state = newState();
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const answer = route(state, incoming, Buffer.concat(parts).toString());
      outgoing.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
      outgoing.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    });
  });
  const url = await listen(server);
  const serviceUrl = `${url}/teams`;
  // Not below the issuer: whatever is issued below the login endpoint counts as Entra's.
  const loginEndpoint = `${url}/login`;
  const issuer = await startIssuer({ issuer: url, loginEndpoint, clientId: state.clientId });
  state.issuer = issuer;
  return Object.assign(state, {
    serviceUrl,
    endpoints: {
      issuer: url,
      openIdMetadataUrl: `${url}/v1/.well-known/openidconfiguration`,
      loginEndpoint,
      serviceUrl,
    },
    issuer,
    fail: (failure: Failure) => void state.failures.push(failure),
    sent: () => state.journal.filter(({ kind }) => kind !== "keys"),
    async request(activity: WireActivity, variant: TokenVariant | null = "good") {
      const headers = new Headers({ "content-type": "application/json" });
      if (variant !== null) {
        headers.set("authorization", `Bearer ${await issuer.token(variant, String(activity["serviceUrl"]))}`);
      }
      return new Request("http://localhost/teams/messages", {
        method: "POST",
        headers,
        body: JSON.stringify(activity),
      });
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

interface State extends ConnectorState {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
  readonly journal: Call[];
  keysDown: boolean;
  issuer: Issuer | null;
}

function newState(): State {
  const clientId = crypto.randomUUID();
  return {
    clientId,
    clientSecret: crypto.randomUUID(),
    tenantId: crypto.randomUUID(),
    botToken: botTokenOf(clientId),
    journal: [],
    posted: [],
    failures: [],
    rosters: new Map(),
    personal: new Map(),
    keysDown: false,
    pageSize: 2,
    lastId: Date.now(),
    issuer: null,
  };
}

function route(state: State, incoming: IncomingMessage, body: string): Answer {
  const { pathname, searchParams: query } = new URL(incoming.url ?? "/", "http://double");
  const path = pathname.split("/").map(decodeURIComponent).join("/");
  const authorization = incoming.headers.authorization ?? "";
  const asked = { method: incoming.method ?? "GET", path, query, authorization, body };
  const kind = kindOf(pathname);
  const answer = answerOf(state, kind, asked);
  const shown = kind === "connector" ? parse(body) : null;
  const { method } = asked;
  state.journal.push({ kind, method, path, query: Object.fromEntries(query), body: shown, status: answer.status });
  return answer;
}

function kindOf(path: string): Call["kind"] {
  if (path.endsWith("/keys") || path.endsWith("/openidconfiguration")) return "keys";
  if (path.endsWith("/oauth2/v2.0/token")) return "token";
  return path.startsWith("/teams/v3/conversations") ? "connector" : "unknown";
}

function answerOf(state: State, kind: Call["kind"], asked: Asked): Answer {
  switch (kind) {
    case "keys":
      if (state.keysDown) return { status: 502 };
      return {
        status: 200,
        body: asked.path.startsWith("/v1/") ? state.issuer?.keys : state.issuer?.foreignKeys,
      };
    case "token":
      return grant(state, asked);
    case "connector":
      return connector(state, asked);
    case "unknown":
      return { status: 404 };
  }
}

function grant(state: State, { path, body }: Asked): Answer {
  const form = new URLSearchParams(body);
  const known =
    path.startsWith(`/login/${state.tenantId}/`) &&
    form.get("client_id") === state.clientId &&
    form.get("client_secret") === state.clientSecret;
  if (!known) return { status: 401, body: { error: "invalid_client" } };
  return { status: 200, body: { token_type: "Bearer", expires_in: 3600, access_token: state.botToken } };
}

/** Listens on a free port of the loopback interface; answers the URL. */
export function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "");
    });
  });
}
