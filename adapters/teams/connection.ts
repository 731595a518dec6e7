import { randomUUID } from "node:crypto";
import type { ILogger } from "@microsoft/teams.common";
import type { IHttpServerAdapter, IHttpServerRequest, IHttpServerResponse } from "@microsoft/teams.apps";
import { z } from "zod";
import { AdapterError } from "../../src/core/adapter.ts";
import { optionalId, platformId, shownName, type Envelope } from "./activity.ts";
import { publicIssuer, publicServiceUrl, type TeamsConfig } from "./config.ts";
import { failureOf } from "./failure.ts";
import type { Card } from "./render.ts";
import type { Seen } from "./seen.ts";
import { botToken } from "./token.ts";

/** An answer to one HTTP request of the platform. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
export interface Outgoing {
  readonly card: Card;
  /** What a notification shows. */
  readonly summary: string;
  /** The platform's id of the only person who is to see it; null where all who are there may. */
  readonly onlyFor: string | null;
}
const member = z.object({
  id: platformId,
  name: shownName,
  aadObjectId: optionalId,
  userRole: z.string().nullish(),
  userPrincipalName: z.string().max(500).nullish().catch(null),
  tenantId: z.string().nullish(),
});
export type Member = z.infer<typeof member>;

/** All that we ask of the SDK. Every call throws AdapterError and nothing else. */
export interface Connection {
  /** Verifies the token of a request; only then runs `then`, whose answer is the request's. 401 where it does not hold, 503 where nobody can say. */
  verified(authorization: string, envelope: Envelope, then: () => Promise<Answer>): Promise<Answer>;
  /** Answers the id of the message. */
  post(conversationId: string, message: Outgoing): Promise<string>;
  remove(conversationId: string, messageId: string, targeted: boolean): Promise<void>;
  /** Opens the chat with one person, or finds it. Answers its id. */
  openPersonal(memberId: string): Promise<string>;
  member(conversationId: string, memberId: string): Promise<Member>;
  members(conversationId: string): AsyncIterable<readonly Member[]>;
}

/** Loads the SDK and sets it up so that nothing of it reads the environment, opens a port, retries or logs. */
export async function connect(config: TeamsConfig, seen: Seen): Promise<Connection> {
  const [{ App }, { PUBLIC, withOverrides, MessageActivityInput }] = await Promise.all([
    import("@microsoft/teams.apps"),
    import("@microsoft/teams.api"),
  ]);
  const { issuer = publicIssuer, openIdMetadataUrl, loginEndpoint, serviceUrl } = config.endpoints ?? {};
  const gate = gateway();
  const app = new App({
    clientId: config.clientId,
    // Not undefined: the SDK would then look for one in the environment, and prefer it to our token.
    clientSecret: "",
    tenantId: config.tenantId,
    token: botToken(config),
    cloud: withOverrides(PUBLIC, {
      tokenIssuer: issuer,
      ...(openIdMetadataUrl === undefined ? {} : { openIdMetadataUrl }),
      ...(loginEndpoint === undefined ? {} : { loginEndpoint }),
    }),
    serviceUrl: serviceUrl ?? publicServiceUrl,
    // Said aloud: the SDK asks the environment only where this is undefined.
    dangerouslyAllowUnauthenticatedRequests: false,
    httpServerAdapter: gate.adapter,
    client: { timeout: 10_000, logger: quiet(nothing) },
    logger: quiet(gate.hear),
    telemetry: { agent365: false },
  });
  app.on("activity", ({ activity }) => gate.verified(activity.id));
  await app.initialize();

  const conversations = () =>
    app.api.clone({ serviceUrl: seen.serviceUrl ?? serviceUrl ?? publicServiceUrl }).conversations;
  const asked = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      return await call();
    } catch (error) {
      throw failureOf(error, (config.now ?? Date.now)());
    }
  };
  return {
    verified: gate.pass,
    post: (conversationId, { card, summary, onlyFor }) =>
      asked(async () => {
        const message = new MessageActivityInput("", { summary }).addCard("adaptive", card);
        const path = pathSafe(conversationId);
        if (onlyFor === null) return (await conversations().createActivity(path, message)).id;
        const targeted = message.withRecipient({ id: onlyFor, role: "user" }, true);
        return (await conversations().createTargetedActivity(path, targeted)).id;
      }),
    remove: (conversationId, messageId, targeted) =>
      asked(async () => {
        const [path, id] = [pathSafe(conversationId), pathSafe(messageId)];
        if (targeted) await conversations().deleteTargetedActivity(path, id);
        else await conversations().deleteActivity(path, id);
      }),
    openPersonal: (memberId) =>
      asked(async () => {
        const bot = { id: `28:${config.clientId}` };
        const members = [{ id: memberId, role: "user" as const }];
        return (await conversations().create({ bot, members, tenantId: config.tenantId, isGroup: false })).id;
      }),
    member: (conversationId, memberId) =>
      asked(async () =>
        member.parse(await conversations().getMemberById(pathSafe(conversationId), pathSafe(memberId))),
      ),
    async *members(conversationId) {
      let token: string | undefined;
      do {
        const page = await asked(() => conversations().getPagedMembers(pathSafe(conversationId), 500, token));
        yield page.members.flatMap((one) => member.safeParse(one).data ?? []);
        token = page.continuationToken;
      } while (token);
    },
  };
}

/**
 * The SDK as the one that checks tokens: it is handed the request's envelope without the words, and calls back when the
 * token holds. So no activity goes through its routes, its logs or its traces.
 */
function gateway() {
  const waiting = new Map<string, () => Promise<void>>();
  let keyFailures = 0;
  let handle: ((request: IHttpServerRequest) => Promise<IHttpServerResponse>) | null = null;
  const adapter: IHttpServerAdapter = {
    registerRoute(_method, _path, handler) {
      handle = handler;
    },
  };
  return {
    adapter,
    // The SDK says only in its log that it could not fetch the keys; a key that is not among them is the token's fault.
    hear(said: unknown, error: unknown): void {
      const unknownKey = error instanceof Error && error.name === "SigningKeyNotFoundError";
      if (String(said).startsWith("Failed to get signing key") && !unknownKey) keyFailures += 1;
    },
    verified: async (id: string): Promise<void> => waiting.get(id)?.(),
    async pass(authorization: string, envelope: Envelope, then: () => Promise<Answer>): Promise<Answer> {
      if (handle === null) return { status: 503 };
      const id = randomUUID();
      const failuresBefore = keyFailures;
      let answer: Answer | null = null;
      waiting.set(id, async () => {
        answer = await then();
      });
      try {
        const { serviceUrl, conversation } = envelope;
        const body = { type: "event", name: "charter", id, channelId: "msteams", serviceUrl, conversation };
        const { status } = await handle({ body, headers: { authorization } });
        // A token that could not be checked is not a bad one: the service is to send it again.
        return answer ?? { status: status === 401 && keyFailures === failuresBefore ? 401 : 503 };
      } finally {
        waiting.delete(id);
      }
    },
  };
}

/** An id as one part of a path, since the SDK joins ids into addresses as they are. Throws where no writing keeps it one. */
function pathSafe(written: string): string {
  if (["", ".", ".."].includes(written)) throw new AdapterError("missing");
  return written.replace(/[/?#%\\\s]/g, encodeURIComponent);
}

const nothing = (): void => undefined;

/** The SDK's loggers print bodies of messages and of tokens. This one keeps nothing; it only hears what `error` is told. */
function quiet(error: ILogger["error"]): ILogger {
  const logger: ILogger = {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error,
    trace: nothing,
    log: nothing,
    child: () => logger,
  };
  return logger;
}
