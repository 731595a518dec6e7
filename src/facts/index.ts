import type { Revision } from "../core/charter.ts";
import { known, unknown, type Colleague, type Fact, type Facts } from "../core/facts.ts";
import type { AccountId, ConnectionSeen, SettingRead, SpaceComposed, WrittenEvent } from "../core/model.ts";
import type { Directory } from "../core/store.ts";
import { colleague, memberOf } from "./colleague.ts";

/** Everything the rules may ask for about a message, from the store and the charter alone: no platform is called. */
export async function gatherFacts(directory: Directory, revision: Revision, event: WrittenEvent): Promise<Facts> {
  const others = event.mentions.filter((account) => account !== event.author);
  const accounts = await directory.accounts([event.author, ...others]);
  const mentioned = others.map((account) => colleague(revision, accounts.get(account)));
  return {
    author: await withHost(directory, revision, event, accounts.get(event.author)),
    mentioned: known(mentioned.flatMap((fact) => (fact.known ? [fact.value] : []))),
    space: known({ purpose: revision.charter.spaces[event.message.space] ?? "undeclared" }),
    members: unknown("not asked"),
  };
}

/** Only of an outsider it matters who invited them; most authors are staff, and cost no second look-up. */
async function withHost(
  directory: Directory,
  revision: Revision,
  event: WrittenEvent,
  account: Parameters<typeof colleague>[1],
): Promise<Facts["author"]> {
  const author = colleague(revision, account);
  if (!author.known || author.value.audience === "staff") return author;
  const host = await directory.host(event.message.space, event.author);
  if (host === null) return author;
  // An outsider who invites another is not told what the other does.
  const inviter = colleague(revision, (await directory.accounts([host])).get(host));
  return inviter.known && inviter.value.audience === "staff" ? colleague(revision, account, host) : author;
}

interface Composition {
  readonly facts: Facts;
  /** Of the member list, so that the ledger can tell whether somebody came or went since. */
  readonly version: string;
}

/** The facts of a space looked at as a whole. Bots are nobody's client. `newcomer` counts as there already. */
export async function gatherComposition(
  directory: Directory,
  revision: Revision,
  { space, cause }: Pick<SpaceComposed, "space" | "cause">,
): Promise<Composition> {
  const { accounts, version } = await directory.members(space);
  const newcomers = cause.kind === "posted" ? [...(await directory.accounts([cause.account])).values()] : [];
  const all = [...accounts, ...newcomers.filter(({ id }) => !accounts.some((each) => each.id === id))];
  const members = all.filter(({ standing }) => standing !== "bot").map((account) => memberOf(revision, account));
  const facts: Facts = {
    author: unknown("not asked"),
    mentioned: unknown("not asked"),
    space: known({ purpose: revision.charter.spaces[space] ?? "undeclared" }),
    // A space of which nobody is known was never read, unless its last member has just left.
    members: members.length === 0 && cause.kind !== "left" ? unknown("not visible") : known(members),
  };
  return { facts, version };
}

/** The facts of a connection: who it was. Of a platform's setting nothing need be known. */
export async function gatherCircumstances(
  directory: Directory,
  revision: Revision,
  event: ConnectionSeen | SettingRead,
): Promise<Facts> {
  const account =
    event.kind === "connection.seen" ? (await directory.accounts([event.account])).get(event.account) : undefined;
  return {
    author: colleague(revision, account),
    mentioned: known([]),
    space: unknown("not asked"),
    members: unknown("not asked"),
  };
}

/** What is known of one account, wherever they are: of somebody who asks. */
export async function whoIs(directory: Directory, revision: Revision, account: AccountId): Promise<Fact<Colleague>> {
  return colleague(revision, (await directory.accounts([account])).get(account));
}
