import type { Revision } from "../core/charter.ts";
import { known, type Facts } from "../core/facts.ts";
import type { WrittenEvent } from "../core/model.ts";
import type { Directory } from "../core/store.ts";
import { colleague } from "./colleague.ts";

/** Everything the rules may ask for about an event, from the store and the charter alone: one look-up, and no platform is called. */
export async function gatherFacts(directory: Directory, revision: Revision, event: WrittenEvent): Promise<Facts> {
  const others = event.mentions.filter((account) => account !== event.author);
  const accounts = await directory.accounts([event.author, ...others]);
  const author = colleague(revision, accounts.get(event.author));
  const mentioned = others.map((account) => colleague(revision, accounts.get(account)));
  const purpose = revision.charter.spaces[event.message.space] ?? "undeclared";
  return {
    author,
    mentioned: known(mentioned.flatMap((fact) => (fact.known ? [fact.value] : []))),
    space: known({ purpose }),
  };
}
