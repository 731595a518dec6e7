import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { AdapterError, type PlatformAccount, type PlatformSpace } from "../../src/core/adapter.ts";
import { mint, type AccountId, type SpaceId, type Standing, type WorkspaceId } from "../../src/core/model.ts";
import type { Home } from "./home.ts";
import { slackId } from "./ids.ts";
import { asked } from "./perform.ts";

export interface Reading {
  readonly client: WebClient;
  readonly home: Home;
  /** Waits as many seconds as Slack asks for between two pages; rejects when the adapter stops. */
  readonly wait: (seconds: number) => Promise<void>;
}

/** Everybody whom Slack shows and who has not left, a page at a time. Throws AdapterError. */
export async function* people(reading: Reading): AsyncIterable<readonly PlatformAccount[]> {
  const { client, home } = reading;
  const pages = paged(reading, (cursor) => client.users.list({ limit: 500, include_locale: true, ...cursor }));
  for await (const { members } of pages) {
    yield (members ?? []).map((user) => accountOf(user, home)).filter((account) => account !== null);
  }
}

/** Every channel that the bot can see and that is not archived, a page at a time. Throws AdapterError. */
export async function* spaces(reading: Reading): AsyncIterable<readonly PlatformSpace[]> {
  const { client, home } = reading;
  const types = "public_channel,private_channel";
  const pages = paged(reading, (cursor) =>
    client.conversations.list({ limit: 500, types, exclude_archived: true, ...cursor }),
  );
  for await (const { channels } of pages) {
    yield (channels ?? []).map((channel) => spaceOf(channel, home)).filter((space) => space !== null);
  }
}

interface Page {
  readonly response_metadata?: { readonly next_cursor?: string | undefined } | undefined;
}

/** Follows the cursors. A large workspace meets the rate limit on the way: it waits there, and loses no page. */
async function* paged<Answer extends Page>(
  { wait }: Reading,
  ask: (cursor: { cursor?: string }) => Promise<Answer>,
): AsyncIterable<Answer> {
  let cursor = "";
  do {
    const page = await patiently(wait, () => ask(cursor === "" ? {} : { cursor }));
    yield page;
    cursor = page.response_metadata?.next_cursor ?? "";
  } while (cursor !== "");
}

async function patiently<Answer>(wait: Reading["wait"], ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await asked(ask());
    } catch (error) {
      if (!(error instanceof AdapterError) || error.code !== "limited") throw error;
      await wait(error.retryAfter ?? 60);
    }
  }
}

const member = z.object({
  id: slackId,
  team_id: z.string().nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  tz: z
    .string()
    .regex(/^[\w+/-]{1,60}$/)
    .nullish()
    .catch(null),
  locale: z
    .string()
    .regex(/^[\w-]{2,35}$/)
    .nullish()
    .catch(null),
  enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
});

/** A user object of Slack as an account; null for somebody who has left, and for what is no user object. */
export function accountOf(raw: unknown, home: Home): PlatformAccount | null {
  const read = member.safeParse(raw);
  if (!read.success || read.data.deleted === true) return null;
  const { id, tz, locale } = read.data;
  return {
    id: mint<AccountId>("slack", id),
    workspace: mint<WorkspaceId>("slack", home.team),
    standing: standingOf(read.data, home),
    zone: tz || null,
    locale: locale || null,
  };
}

/** Somebody of another workspace of the same enterprise is no outsider. */
function standingOf(user: z.infer<typeof member>, home: Home): Standing {
  if (user.is_bot === true || user.id === "USLACKBOT") return "bot";
  const elsewhere = Boolean(user.team_id) && user.team_id !== home.team;
  const sameEnterprise = home.enterprise !== null && user.enterprise_user?.enterprise_id === home.enterprise;
  if (user.is_stranger === true || (elsewhere && !sameEnterprise)) return "external";
  return user.is_restricted === true || user.is_ultra_restricted === true ? "guest" : "member";
}

/** The store takes no control characters, and a name of Slack has none. */
const channel = z.object({ id: slackId, name: z.string().regex(/^\P{Cc}{1,200}$/u) });

export function spaceOf(raw: unknown, home: Home): PlatformSpace | null {
  const read = channel.safeParse(raw);
  return read.success
    ? {
        id: mint<SpaceId>("slack", read.data.id),
        workspace: mint<WorkspaceId>("slack", home.team),
        name: read.data.name,
      }
    : null;
}
