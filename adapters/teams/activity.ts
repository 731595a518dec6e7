import { z } from "zod";
import type { Call } from "../../src/core/adapter.ts";
import { localeOf } from "../../src/core/command.ts";
import { mint, type AccountId, type Reader, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import { isZone } from "../../src/core/charter.ts";

// What a database cannot keep, or a log not show on one line, is no id of the platform's.
const isPrintable = (written: string): boolean => written.isWellFormed() && !/\p{Cc}/u.test(written);
const anyId = z.string().max(300).refine(isPrintable);
export const platformId = anyId.min(1);
export const optionalId = anyId.nullish();
const optional = z.string().nullish();
/** How somebody or something is called, on one line: people choose these words. */
export const shownName = z
  .string()
  .transform((written) =>
    written
      .slice(0, 200)
      .toWellFormed()
      .replace(/\p{Cc}/gu, " "),
  )
  .nullish();
/** At most `most` items of a list. The rest is dropped before it is looked at: an activity may hold half a million. */
const list = (most: number) =>
  z
    .custom<readonly unknown[]>(Array.isArray)
    .nullish()
    .transform((all) => (all ?? []).slice(0, most));

const account = z.object({
  id: platformId,
  name: shownName,
  aadObjectId: optionalId,
  /** Some rosters say `objectId` where activities say `aadObjectId`. */
  objectId: optionalId,
  role: optional,
  isTargeted: z.boolean().nullish(),
});
export type Account = z.infer<typeof account>;

const named = z.object({ id: optional, name: shownName }).nullish();
const channelData = z.object({ tenant: named, team: named, channel: named, eventType: optional });

/** What every activity has, whatever its type: enough to decide whether to look further. */
export const envelope = z.object({
  type: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2000),
  conversation: z.object({ id: platformId, tenantId: optional, conversationType: optional, name: shownName }),
  channelData: channelData.nullish(),
});
export type Envelope = z.infer<typeof envelope>;

// Messages of before the platform, or of after us, are not dated right; databases and calendars end somewhere, too.
const [earliest, latest] = [Date.UTC(2000), Date.UTC(2100)];
const instant = z.string().transform((written, context) => {
  try {
    const read = Temporal.Instant.from(written);
    if (read.epochMilliseconds >= earliest && read.epochMilliseconds < latest) return read;
  } catch {
    // Not a time at all is told like a time that cannot be.
  }
  context.addIssue({ code: "custom", message: "not an instant" });
  return z.NEVER;
});

const mention = z.object({
  type: z.literal("mention"),
  mentioned: account.extend({ type: optional }),
  text: shownName,
});
export type Mention = z.infer<typeof mention>;
const entities = list(500).transform((all) => all.flatMap((entity) => mention.safeParse(entity).data ?? []));

const accounts = list(500).transform((all) => all.flatMap((one) => account.safeParse(one).data ?? []));

const attachment = z.object({ contentType: optional, content: z.unknown().optional() });
const attachments = list(100).transform((all) => all.flatMap((one) => attachment.safeParse(one).data ?? []));

/** An activity of a type that we act on. Members that we do not read are dropped. */
export const activity = envelope.extend({
  id: platformId.optional(),
  timestamp: instant.optional(),
  from: account,
  recipient: account,
  text: optional,
  textFormat: optional,
  attachments,
  entities,
  locale: optional,
  localTimezone: optional,
  membersAdded: accounts,
  membersRemoved: accounts,
  action: optional,
  name: optional,
  value: z.unknown().optional(),
});
export type Activity = z.infer<typeof activity>;

const acted = new Set([
  "message",
  "messageUpdate",
  "messageDelete",
  "conversationUpdate",
  "installationUpdate",
  "invoke",
]);
/** Whether we act on activities of this type; the others are taken and ignored. */
export const isActedOn = (type: string): boolean => acted.has(type);

/** One account, one id: the directory's object id where the platform gives it, else the id it has for this bot. */
export const accountOf = (who: Pick<Account, "id" | "aadObjectId" | "objectId">): AccountId =>
  mint<AccountId>("teams", (who.aadObjectId || who.objectId)?.toLowerCase() || who.id);
export const workspaceOf = (tenantId: string): WorkspaceId => mint<WorkspaceId>("teams", tenantId.toLowerCase());
export const isBot = (who: Pick<Account, "id" | "role">): boolean => who.id.startsWith("28:") || who.role === "bot";

const rootMark = ";messageid=";
/** A channel's thread has the channel's id and its root's: the space is the channel. */
export function spaceOf(conversationId: string): { readonly space: SpaceId; readonly root: string | null } {
  const at = conversationId.indexOf(rootMark);
  if (at < 0) return { space: mint<SpaceId>("teams", conversationId), root: null };
  return {
    space: mint<SpaceId>("teams", conversationId.slice(0, at)),
    root: conversationId.slice(at + rootMark.length),
  };
}
/** The platform's id of a place: the channel, or the thread in it. */
export const conversationIdOf = (space: string, root: string | null): string =>
  root === null ? space : `${space}${rootMark}${root}`;

export const isPersonal = (conversation: Envelope["conversation"]): boolean =>
  conversation.conversationType === "personal" || (!conversation.conversationType && conversation.id.startsWith("a:"));

/** What a sender's client tells of language and zone; null where it says nothing that is known. */
export const toldOf = ({ locale, localTimezone }: Pick<Activity, "locale" | "localTimezone">): Call["reader"] => ({
  locale: locale ? localeOf(locale) : null,
  zone: localTimezone && isZone(localTimezone) ? localTimezone : null,
});
/** The reader of an answer that goes out at once. */
export function readerOf(sent: Pick<Activity, "locale" | "localTimezone">): Reader {
  const { locale, zone } = toldOf(sent);
  return { locale: locale ?? "en", zone: zone ?? "UTC" };
}
