import type { Somebody, WireActivity } from "./activities.ts";

/** A message that the bot sent and the connector took. */
export interface Posted {
  readonly id: string;
  readonly conversation: string;
  /** The only person who sees it; null where all in the conversation do. */
  readonly onlyFor: string | null;
  readonly activity: WireActivity;
  deleted: boolean;
}
export interface Failure {
  readonly status: 403 | 404 | 412 | 429 | 502;
  readonly retryAfter?: string;
}

/** What the connector knows and does. */
export interface ConnectorState {
  readonly botToken: string;
  readonly posted: Posted[];
  readonly failures: Failure[];
  readonly rosters: Map<string, readonly Somebody[]>;
  readonly personal: Map<string, string>;
  pageSize: number;
  lastId: number;
}
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly body: string;
}

/** Answers one call of the bot below "/teams/v3/conversations", as the service does. */
export function connector(state: ConnectorState, asked: Asked): Answer {
  if (asked.authorization !== `Bearer ${state.botToken}`) return { status: 401 };
  const [, , , , conversation, what, id] = asked.path.split("/");
  if (asked.method === "GET" && conversation !== undefined) return readRoster(state, conversation, { what, id, asked });
  const failure = state.failures.shift();
  if (failure) {
    const headers = failure.retryAfter === undefined ? {} : { "retry-after": failure.retryAfter };
    return { status: failure.status, body: { error: { code: "Scripted" } }, headers };
  }
  if (asked.method === "POST" && conversation === undefined) return openPersonal(state, asked);
  if (asked.method === "POST" && conversation !== undefined) return post(state, conversation, asked);
  if (asked.method === "DELETE") return remove(state, conversation ?? "", id ?? "");
  return { status: 404 };
}

function readRoster(
  state: ConnectorState,
  conversation: string,
  { what, id, asked }: { what: string | undefined; id: string | undefined; asked: Asked },
): Answer {
  const roster = state.rosters.get(conversation) ?? (state.personal.has(conversation) ? [] : null);
  if (!roster) return { status: 404 };
  if (what === "members" && id !== undefined) {
    const found = roster.find((one) => one.id === id || one.aadObjectId === id);
    return found ? { status: 200, body: found } : { status: 404 };
  }
  if (what !== "pagedMembers") return { status: 404 };
  const from = Number(asked.query.get("continuationToken") ?? "0");
  const until = from + state.pageSize;
  const more = until < roster.length ? { continuationToken: String(until) } : {};
  return { status: 200, body: { members: roster.slice(from, until), ...more } };
}

function openPersonal(state: ConnectorState, { body }: Asked): Answer {
  const member = /"members":\[\{"id":"([^"]+)"/.exec(body)?.[1];
  if (member === undefined) return { status: 400 };
  const who = [...state.rosters.values()].flat().find((one) => one.id === member || one.aadObjectId === member);
  const known = [...state.personal].find(([, id]) => id === (who?.id ?? member))?.[0];
  const id = known ?? `a:${crypto.randomUUID()}`;
  state.personal.set(id, who?.id ?? member);
  return { status: 201, body: { id } };
}

function post(state: ConnectorState, conversation: string, { body, query }: Asked): Answer {
  const activity = parse(body);
  const targeted = query.get("isTargetedActivity") === "true";
  const recipient = targeted ? /"recipient":\{"id":"([^"]+)"/.exec(body)?.[1] : undefined;
  if (targeted && recipient === undefined) return { status: 400 };
  const id = String((state.lastId += 1));
  const onlyFor = recipient ?? state.personal.get(conversation) ?? null;
  state.posted.push({ id, conversation, onlyFor, activity, deleted: false });
  return { status: 201, body: { id } };
}

function remove(state: ConnectorState, conversation: string, id: string): Answer {
  const found = state.posted.find((one) => one.conversation === conversation && one.id === id && !one.deleted);
  if (!found) return { status: 404 };
  found.deleted = true;
  return { status: 200 };
}

export function parse(body: string): Readonly<Record<string, unknown>> {
  const value: unknown = body === "" ? {} : JSON.parse(body);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
