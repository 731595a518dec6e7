import type { PlatformAccount, PlatformSpace } from "../../src/core/adapter.ts";
import type { Locale } from "../../src/core/model.ts";
import { people, rooms, workspace, type Inhabitant } from "./company.ts";

/** How the playground, as a platform, describes an account; the language that somebody chose on the page is theirs. */
export const describe = ({ id, standing, zone, locale }: Inhabitant, chosen?: Locale): PlatformAccount => ({
  id,
  workspace,
  standing,
  zone,
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
