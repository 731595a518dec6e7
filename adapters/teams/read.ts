import { AdapterError, type PlatformAccount } from "../../src/core/adapter.ts";
import { nativeId, type AccountId, type SpaceId, type Standing } from "../../src/core/model.ts";
import { isBot, workspaceOf } from "./activity.ts";
import type { Connection, Member } from "./connection.ts";
import { domainOf } from "./mail.ts";
import { accountIn, noticeAccount, type Profile, type Seen } from "./seen.ts";

/** What the roster says of a member; null for bots, which nobody need know. */
export function standingOf(member: Member, tenantId: string): Standing | null {
  if (isBot({ id: member.id, role: undefined })) return null;
  if (member.userRole === "anonymous") return "external";
  if (homeOf(member, tenantId) !== null) return "external";
  if (member.userRole === "guest" || member.userPrincipalName?.includes(guestMark)) return "guest";
  // A roster that says neither role nor tenant vouches for nobody.
  return member.userRole === "user" || member.tenantId ? "member" : "external";
}

/** The tenant that a member comes from, where it is another than ours. */
const homeOf = ({ tenantId: home }: Member, tenantId: string): string | null =>
  home && home.toLowerCase() !== tenantId.toLowerCase() ? home : null;

const guestMark = "#EXT#";

/**
 * The mail domain that stands in the name somebody signs in by. Of our own people it is one that the tenant has proved
 * to own. A guest's is made of the address they were invited by, "eve_b.example#EXT#@ours", and they sign in by proving
 * that one. What other tenants call their people is not ours to vouch for, and an attribute such as `email` is whatever
 * somebody entered.
 */
export function vouchedDomain({ userPrincipalName: name }: Member, standing: Standing): string | null {
  if (!name) return null;
  if (standing === "member") return domainOf(name);
  const mark = name.indexOf(guestMark);
  if (standing !== "guest" || mark < 0) return null;
  const invited = name.slice(0, mark);
  // A domain holds no underscore, so that the last one stands for the "@".
  const at = invited.lastIndexOf("_");
  return at < 0 ? null : domainOf(`${invited.slice(0, at)}@${invited.slice(at + 1)}`);
}

function profileOf(member: Member, tenantId: string): Profile | null {
  const standing = standingOf(member, tenantId);
  if (standing === null) return null;
  const home = homeOf(member, tenantId);
  return {
    standing,
    domain: vouchedDomain(member, standing),
    home: home === null ? null : workspaceOf(home),
    groups: null,
  };
}

/** Remembers what a roster tells of somebody, and answers it as an account; null for bots. */
export function noticeMember(seen: Seen, member: Member, tenantId: string): PlatformAccount | null {
  const profile = profileOf(member, tenantId);
  if (profile === null) return null;
  const id = noticeAccount(seen, member);
  seen.profiles.set(id, profile);
  return accountIn(seen, id, tenantId);
}

interface Source {
  readonly connection: Connection;
  readonly seen: Seen;
}

/** Everybody in a conversation, page by page. */
export async function* membersOf(
  space: SpaceId,
  tenantId: string,
  { connection, seen }: Source,
): AsyncIterable<readonly PlatformAccount[]> {
  for await (const page of connection.members(nativeId(space))) {
    yield page.flatMap((member) => noticeMember(seen, member, tenantId) ?? []);
  }
}

/** Everybody in a conversation, or null where the platform does not let us see it. Throws AdapterError. */
export async function members(space: SpaceId, tenantId: string, source: Source): Promise<readonly AccountId[] | null> {
  try {
    return (await Array.fromAsync(membersOf(space, tenantId, source))).flat().map(({ id }) => id);
  } catch (error) {
    if (error instanceof AdapterError && ["missing", "forbidden"].includes(error.code)) return null;
    throw error;
  }
}

/** Everybody in every space people share that was seen. Somebody who is in two comes twice. */
export async function* people(tenantId: string, source: Source): AsyncIterable<readonly PlatformAccount[]> {
  for (const [space, { personal }] of source.seen.spaces) {
    if (!personal) yield* membersOf(space, tenantId, source);
  }
}
