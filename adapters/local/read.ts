import { AdapterError, type PlatformAccount, type PlatformSpace } from "../../src/core/adapter.ts";
import type { AccountId, Locale, SpaceId } from "../../src/core/model.ts";
import type { Chat } from "./chat.ts";
import { people, roomOf, rooms, workspace, type Inhabitant } from "./company.ts";

/** How the playground, as a platform, describes an account; the language that somebody chose on the page is theirs. */
export const describe = (
  { id, standing, zone, locale, domain, home }: Inhabitant,
  chosen?: Locale,
): PlatformAccount => ({
  id,
  workspace,
  standing,
  zone,
  domain,
  home,
  groups: [],
  locale: chosen === undefined || locale.startsWith(chosen) ? locale : chosen,
});

/** Everybody, in one page. */
export async function* readPeople(chosen: ReadonlyMap<string, Locale>): AsyncIterable<readonly PlatformAccount[]> {
  yield people.map((person) => describe(person, chosen.get(person.id)));
}

/** Every space, in one page. */
export async function* readSpaces(): AsyncIterable<readonly PlatformSpace[]> {
  yield rooms.map(({ id, name }) => ({ id, workspace, name }));
}

/** Everybody who is in a space now. */
export async function readMembers(chat: Chat, space: SpaceId): Promise<readonly AccountId[]> {
  if (!roomOf(space)) throw new AdapterError("missing");
  return chat.members(space);
}
