import type { PlatformAccount, PlatformSpace } from "../../src/core/adapter.ts";
import { nativeId, type AccountId, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import { accountOf, isBot, isPersonal, spaceOf, workspaceOf, type Account, type Activity } from "./activity.ts";

/** What somebody's client tells of them. */
export type Habits = Pick<PlatformAccount, "zone" | "locale">;
/** What a roster tells of somebody. */
export type Profile = Pick<PlatformAccount, "standing" | "domain" | "home" | "groups">;
interface SeenSpace {
  readonly name: string;
  readonly personal: boolean;
}

/**
 * What verified traffic and rosters have shown, in memory only: the platform knows people by one id in conversations
 * and by another in the directory, and says where to answer only when it speaks.
 */
export interface Seen {
  readonly accounts: Map<string, AccountId>;
  readonly teamsIds: Map<AccountId, string>;
  readonly names: Map<AccountId, string>;
  readonly profiles: Map<AccountId, Profile>;
  readonly habits: Map<AccountId, Habits>;
  readonly spaces: Map<SpaceId, SeenSpace>;
  readonly personalChats: Map<AccountId, string>;
  serviceUrl: string | null;
}
export const nothingSeen = (): Seen => ({
  accounts: new Map(),
  teamsIds: new Map(),
  names: new Map(),
  profiles: new Map(),
  habits: new Map(),
  spaces: new Map(),
  personalChats: new Map(),
  serviceUrl: null,
});

/** Remembers under which id the platform speaks of an account here. */
export function noticeAccount(seen: Seen, who: Pick<Account, "id" | "aadObjectId" | "objectId" | "name">): AccountId {
  const known = seen.accounts.get(who.id);
  // An activity that leaves the directory's id out does not unlearn it.
  const account = who.aadObjectId || who.objectId || known === undefined ? accountOf(who) : known;
  seen.accounts.set(who.id, account);
  seen.teamsIds.set(account, who.id);
  if (who.name) seen.names.set(account, who.name);
  return account;
}

/**
 * Remembers what an activity shows of its author and its place. Answers the space where it is one that was not known.
 * What it says of others, in its mentions, is its author's word and teaches nothing.
 */
export function noticeActivity(seen: Seen, activity: Activity): SpaceId | null {
  seen.serviceUrl = activity.serviceUrl;
  const author = isBot(activity.from) ? null : noticeAccount(seen, activity.from);
  // A command on a message comes from wherever people talk, also from where the bot is not and cannot speak.
  if (activity.name?.startsWith("composeExtension/")) return null;
  const { space } = spaceOf(activity.conversation.id);
  const personal = isPersonal(activity.conversation);
  if (personal && author !== null) seen.personalChats.set(author, activity.conversation.id);
  if (isFarewell(activity)) {
    seen.spaces.delete(space);
    return null;
  }
  const before = seen.spaces.get(space);
  const { channel, team } = activity.channelData ?? {};
  const name = channel?.name || activity.conversation.name || team?.name || before?.name || nativeId(space);
  seen.spaces.set(space, { name, personal });
  return before === undefined ? space : null;
}

/** The bot is no longer where this came from. */
const isFarewell = ({ type, action, membersRemoved, recipient }: Activity): boolean =>
  (type === "installationUpdate" && action?.startsWith("remove") === true) ||
  membersRemoved.some(({ id }) => id === recipient.id);

/** Somebody as a roster told of them, with what their client tells; null where none has. */
export function accountIn(seen: Seen, id: AccountId, tenantId: string): PlatformAccount | null {
  const profile = seen.profiles.get(id);
  if (profile === undefined) return null;
  // Rosters tell neither zone nor language; what people send does.
  return { id, workspace: workspaceOf(tenantId), ...profile, ...(seen.habits.get(id) ?? noHabits) };
}
const noHabits: Habits = { zone: null, locale: null };

/** The spaces people share; a chat with the bot alone is not one. */
export const sharedSpaces = (seen: Seen, workspace: WorkspaceId): PlatformSpace[] =>
  [...seen.spaces].flatMap(([id, { name, personal }]) => (personal ? [] : [{ id, workspace, name }]));

/** Remembers the language and zone that somebody's client tells; answers whether they are new. */
export function noticeHabits(seen: Seen, account: AccountId, { locale, zone }: Habits): boolean {
  const before = seen.habits.get(account);
  if ((locale === null && zone === null) || (before?.locale === locale && before.zone === zone)) return false;
  seen.habits.set(account, { locale, zone });
  return true;
}
