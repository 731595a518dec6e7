import { nativeId, type AccountId, type SpaceId } from "../../src/core/model.ts";
import type { Seen } from "./seen.ts";

/** How people and spaces are called, where traffic or a roster has said it; else by the platform's id. */
export function nameIn(seen: Seen): (id: AccountId | SpaceId) => string {
  const names: ReadonlyMap<string, string> = seen.names;
  const spaces: ReadonlyMap<string, { readonly name: string }> = seen.spaces;
  return (id) => names.get(id) ?? spaces.get(id)?.name ?? nativeId(id);
}
