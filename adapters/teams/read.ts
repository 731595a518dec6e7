import type { PlatformAccount } from "../../src/core/adapter.ts";
import { nativeId, type SpaceId, type Standing } from "../../src/core/model.ts";
import { isBot, workspaceOf } from "./activity.ts";
import type { Connection, Member } from "./connection.ts";
import { noticeAccount, type Habits, type Seen } from "./seen.ts";

/** What the roster says of a member; null for bots, which nobody need know. */
export function standingOf(member: Member, tenantId: string): Standing | null {
  if (isBot({ id: member.id, role: undefined })) return null;
  if (member.userRole === "anonymous") return "external";
  const home = member.tenantId?.toLowerCase();
  if (home !== undefined && home !== tenantId.toLowerCase()) return "external";
  if (member.userRole === "guest" || member.userPrincipalName?.includes("#EXT#")) return "guest";
  // A roster that says neither role nor tenant vouches for nobody.
  return member.userRole === "user" || home !== undefined ? "member" : "external";
}

const noHabits: Habits = { zone: null, locale: null };

/** Everybody in a conversation, page by page. */
export async function* membersOf(
  space: SpaceId,
  tenantId: string,
  { connection, seen }: { readonly connection: Connection; readonly seen: Seen },
): AsyncIterable<readonly PlatformAccount[]> {
  for await (const page of connection.members(nativeId(space))) {
    yield page.flatMap((member) => {
      const standing = standingOf(member, tenantId);
      if (standing === null) return [];
      const id = noticeAccount(seen, member);
      seen.standings.set(id, standing);
      // Rosters tell neither zone nor language; what people send does.
      return [{ id, workspace: workspaceOf(tenantId), standing, ...(seen.habits.get(id) ?? noHabits) }];
    });
  }
}

/** Everybody in every space people share that was seen. Somebody who is in two comes twice. */
export async function* people(
  tenantId: string,
  { connection, seen }: { readonly connection: Connection; readonly seen: Seen },
): AsyncIterable<readonly PlatformAccount[]> {
  for (const [space, { personal }] of seen.spaces) {
    if (!personal) yield* membersOf(space, tenantId, { connection, seen });
  }
}
