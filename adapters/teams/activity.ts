import { z } from "zod";
import type { Call } from "../../src/core/adapter.ts";
import { localeOf } from "../../src/core/command.ts";
import { mint, type AccountId, type Reader, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import { isZone } from "../../src/core/charter.ts";

const id = z.string().min(1).max(2000);
const optional = z.string().nullish();

const account = z.object({
  id,
  name: optional,
  aadObjectId: optional,
  /** Some rosters say `objectId` where activities say `aadObjectId`. */
  objectId: optional,
  role: optional,
  isTargeted: z.boolean().nullish(),
});
export type Account = z.infer<typeof account>;

const named = z.object({ id: optional, name: optional }).nullish();
const channelData = z.object({ tenant: named, team: named, channel: named, eventType: optional });

/** What every activity has, whatever its type: enough to decide whether to look further. */
export const envelope = z.object({
  type: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2000),
  conversation: z.object({ id, tenantId: optional, conversationType: optional, name: optional }),
  channelData: channelData.nullish(),
});
export type Envelope = z.infer<typeof envelope>;

const instant = z.string().transform((written, context) => {
  try {
    return Temporal.Instant.from(written);
  } catch {
    context.addIssue({ code: "custom", message: "not an instant" });
    return z.NEVER;
  }
});

const mention = z.object({
  type: z.literal("mention"),
  mentioned: account.extend({ type: optional }),
  text: optional,
});
export type Mention = z.infer<typeof mention>;
const entities = z
  .array(z.unknown())
  .nullish()
  .transform((all) => (all ?? []).flatMap((entity) => mention.safeParse(entity).data ?? []));

/** An activity of a type that we act on. Members that we do not read are dropped. */
export const activity = envelope.extend({
  id: id.optional(),
  timestamp: instant.optional(),
  from: account,
  recipient: account,
  text: optional,
  textFormat: optional,
  attachments: z.array(z.object({ contentType: optional, content: z.unknown().optional() })).nullish(),
  entities,
  locale: optional,
  localTimezone: optional,
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
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
