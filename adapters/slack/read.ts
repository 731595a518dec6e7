import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { AdapterError, type Door, type PlatformAccount, type PlatformSpace } from "../../src/core/adapter.ts";
import { mint, nativeId, type AccountId, type SpaceId, type Standing, type WorkspaceId } from "../../src/core/model.ts";
import type { Home } from "./home.ts";
import { isId, slackId } from "./ids.ts";
import type { Desk } from "./interact.ts";
import { domainOf } from "./mail.ts";
import { asked } from "./perform.ts";

export interface Reading extends Introducing {
  /** Waits as many seconds as Slack asks for between two pages; rejects when the adapter stops. */
  readonly wait: (seconds: number) => Promise<void>;
}

/** What is needed to make people known. */
export interface Introducing extends Pick<Desk, "log" | "acquainted"> {
  readonly client: WebClient;
  readonly home: Home;
  readonly door: Pick<Door, "learn">;
}

/** Everybody whom Slack shows and who has not left, a page at a time. Throws AdapterError. */
export async function* people(reading: Reading): AsyncIterable<readonly PlatformAccount[]> {
  const { client, home } = reading;
  const pages = paged(reading, (cursor) => client.users.list({ limit: 500, include_locale: true, ...cursor }));
  for await (const page of pages) {
    const accounts = (page.members ?? []).map((user) => accountOf(user, home)).filter((account) => account !== null);
    yield accounts;
    // Whoever asks for the next page has learnt this one.
    for (const { id } of accounts) reading.acquainted.add(nativeId(id));
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

/**
 * Everybody in a channel but ourselves, or null where Slack does not let us see it. Whoever comes from another company
 * stands in no list of the workspace's people, so that they are introduced here. Throws AdapterError.
 */
export async function members(reading: Reading, space: SpaceId): Promise<readonly AccountId[] | null> {
  const { client, home, wait } = reading;
  const channel = nativeId(space);
  const pages = paged(reading, (cursor) => client.conversations.members({ channel, limit: 500, ...cursor }));
  const ids: string[] = [];
  try {
    for await (const page of pages) ids.push(...(page.members ?? []).filter((id) => isId(id) && id !== home.user));
  } catch (error) {
    if (error instanceof AdapterError && ["missing", "forbidden"].includes(error.code)) return null;
    throw error;
  }
  await introduce(reading, ids, (call) => patiently(wait, call));
  return ids.map((id) => mint<AccountId>("slack", id));
}

/** How a call is made: at once, or waiting where Slack asks for it. Throws AdapterError. */
type Ask = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

/** Tells the directory of those whom it was not told of yet. Whom Slack does not show now stays unknown. Rejects as the door does. */
export async function introduce(to: Introducing, ids: readonly string[], ask: Ask): Promise<void> {
  const { client, home, door, log, acquainted } = to;
  const accounts: PlatformAccount[] = [];
  for (const user of ids.filter((id) => !acquainted.has(id))) {
    try {
      const account = accountOf((await ask(() => client.users.info({ user, include_locale: true }))).user, home);
      if (account) accounts.push(account);
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      log("slack.account.unread", { code: error.code });
    }
  }
  if (accounts.length === 0) return;
  await door.learn({ accounts });
  for (const { id } of accounts) acquainted.add(nativeId(id));
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
  is_invited_user: z.boolean().nullish(),
  is_email_confirmed: z.boolean().nullish(),
  profile: z
    .object({ email: z.string().max(320).nullish().catch(null) })
    .nullish()
    .catch(null),
  enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
});

/** A user object of Slack as an account; null for somebody who has left, and for what is no user object. */
export function accountOf(raw: unknown, home: Home): PlatformAccount | null {
  const read = member.safeParse(raw);
  if (!read.success || read.data.deleted === true) return null;
  const { id, tz, locale, team_id } = read.data;
  const standing = standingOf(read.data, home);
  const elsewhere = standing === "external" && team_id && isId(team_id) && team_id !== home.team;
  return {
    id: mint<AccountId>("slack", id),
    workspace: mint<WorkspaceId>("slack", home.team),
    standing,
    zone: tz || null,
    locale: locale || null,
    domain: vouchedDomain(read.data, standing),
    home: elsewhere ? mint<WorkspaceId>("slack", team_id) : null,
    groups: null,
  };
}

/**
 * The mail domain of members and guests, who proved their address to this workspace. What others say of theirs is their
 * own company's word. Without the scope users:read.email Slack leaves addresses out.
 */
function vouchedDomain(user: z.infer<typeof member>, standing: Standing): string | null {
  if (standing !== "member" && standing !== "guest") return null;
  if (user.is_email_confirmed === false || user.is_invited_user === true) return null;
  return user.profile?.email ? domainOf(user.profile.email) : null;
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
