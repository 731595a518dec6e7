import { AdapterError, type Adapter } from "../../src/core/adapter.ts";
import { activity, isActedOn, workspaceOf, type Envelope } from "./activity.ts";
import type { TeamsConfig } from "./config.ts";
import { connect, type Answer } from "./connection.ts";
import { guard } from "./guard.ts";
import { serviceKeys } from "./keys.ts";
import { abilitiesAt, perform } from "./perform.ts";
import { members, people } from "./read.ts";
import { receive, type Context } from "./receive.ts";
import { nothingSeen, sharedSpaces } from "./seen.ts";

export type { TeamsConfig } from "./config.ts";

const messagesPath = "/teams/messages";

/** Microsoft Teams. The SDK is loaded by `start`, which refuses where unsigned requests would be let in. */
export function teamsAdapter(config: TeamsConfig): Adapter {
  const seen = nothingSeen();
  const check = guard(config);
  const signature = serviceKeys(config);
  const underWay = new Set<Promise<unknown>>();
  const tracked = <Result>(work: Promise<Result>): Promise<Result> => {
    const ended = Promise.allSettled([work]).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return work;
  };
  let context: Context | null = null;
  const started = (): Context => {
    if (context === null) throw new AdapterError("unreachable");
    return context;
  };

  async function handle(request: Request): Promise<Answer> {
    if (context === null) return { status: 503 };
    const at = context;
    const refused = (status: number, reason: string): Answer => {
      config.log("teams.refused", { status, reason });
      return { status };
    };
    const authorization = request.headers.get("authorization") ?? "";
    const body = await request.text();
    // Before a word of the body is read: whoever has no token of the service's costs us a look at its signature.
    const bad = await signature(authorization);
    if (bad !== null) return refused(bad.status, bad.reason);
    const passage = check(authorization, body);
    if (!passage.passed) return refused(passage.status, passage.reason);
    const { envelope, written } = passage;
    const answer = await at.connection.verified(authorization, envelope, () => take(envelope, written, at));
    if (answer.status === 401) return refused(401, "claims");
    return answer.status === 400 ? refused(400, "malformed") : answer;
  }

  return {
    name: "teams",
    routes: [
      { method: "POST", path: messagesPath, handle: async (request) => responseOf(await tracked(handle(request))) },
    ],
    async start(door) {
      if (config.unauthenticatedRequestsAllowed === true) {
        throw new Error("DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS is set: unset it to serve Teams");
      }
      const connection = await connect(config, seen);
      context = { config, door, connection, seen, later: (work) => void tracked(work) };
    },
    async stop() {
      context = null;
      // What is under way may begin more, such as reading the roster of a new place.
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    abilities: (place) => abilitiesAt(place, seen),
    perform: async (act, reader) => perform(act, reader, started()),
    people: () => people(config.tenantId, started()),
    async *spaces() {
      yield sharedSpaces(seen, workspaceOf(config.tenantId));
    },
    members: async (space) => members(space, config.tenantId, started()),
  };
}

/** Reads the whole of a verified activity, where it is of a type that we act on. */
async function take(envelope: Envelope, written: unknown, context: Context): Promise<Answer> {
  if (!isActedOn(envelope.type)) return { status: 200 };
  const read = activity.safeParse(written);
  return read.success ? receive(read.data, context) : { status: 400 };
}

const responseOf = ({ status, body }: Answer): Response =>
  body === undefined ? new Response(null, { status }) : Response.json(body, { status });
