import type { AudienceLine, Charter } from "../core/charter.ts";
import { companyDomain, fittingLine, type Classified } from "./audience.ts";

/** Who somebody that no line of the charter fits seems to be, and what speaks for it. A steward decides. */
export interface Suggestion {
  readonly is: string;
  readonly of?: string;
  /**
   * own-domain: a member with an address of the organisation. same-domain, same-workspace: somebody of the same
   * company is classified. related-domain: its domain stands under one that is, as "fr.nordvik.example" does.
   */
  readonly because: "own-domain" | "same-domain" | "same-workspace" | "related-domain";
}
type Guess = Omit<Suggestion, "because">;

/** What the accounts that are classified already tell of others: by domain and by home workspace, null where they differ. */
export interface Peers {
  readonly domains: ReadonlyMap<string, Guess | null>;
  readonly homes: ReadonlyMap<string, Guess | null>;
}

/** Gathers what the charter's lines, and the accounts of the directory that they fit, tell of other accounts. */
export function peersOf(charter: Charter, accounts: Iterable<Classified> = []): Peers {
  const domains = new Map<string, Guess | null>();
  const homes = new Map<string, Guess | null>();
  for (const line of charter.audiences) {
    for (const domain of line.domains ?? []) note(domains, companyDomain({ domain }), line);
    for (const workspace of line.workspaces ?? []) note(homes, workspace, line);
  }
  for (const account of accounts) {
    const line = fittingLine(charter, account);
    if (!line) continue;
    note(domains, companyDomain(account), line);
    note(homes, account.home, line);
  }
  return { domains, homes };
}

function note(guesses: Map<string, Guess | null>, key: string | null, line: AudienceLine): void {
  if (key === null || line.is === "unknown") return;
  const before = guesses.get(key);
  guesses.set(key, before === undefined ? guessOf(line) : before && joined(before, guessOf(line)));
}
const guessOf = ({ is, of }: AudienceLine): Guess => (of === undefined ? { is } : { is, of });

/** Two that say the same, or of which one says more; null where they contradict each other. */
function joined(one: Guess, other: Guess): Guess | null {
  if (one.is !== other.is) return null;
  if (one.of === undefined) return other;
  return other.of === undefined || other.of === one.of ? one : null;
}

/** A suggestion for somebody whom no line fits; null where a line does, or where nothing speaks. Only members are suggested as staff. */
export function suggest(charter: Charter, account: Classified, peers: Peers = peersOf(charter)): Suggestion | null {
  if (account.standing === "bot" || fittingLine(charter, account)) return null;
  const domain = companyDomain(account);
  if (domain !== null && charter.organisation.domains.includes(domain)) {
    return account.standing === "member" ? { is: "staff", because: "own-domain" } : null;
  }
  const may = (guess: Guess | null | undefined): guess is Guess =>
    guess !== null && guess !== undefined && (guess.is !== "staff" || account.standing === "member");
  const same = domain === null ? undefined : peers.domains.get(domain);
  if (may(same)) return { ...same, because: "same-domain" };
  const home = account.home === null ? undefined : peers.homes.get(account.home);
  if (may(home)) return { ...home, because: "same-workspace" };
  // Where people of one domain are several things, what stands above it says nothing better.
  const related = same === undefined ? above(domain).find((parent) => peers.domains.has(parent)) : undefined;
  const guess = related === undefined ? undefined : peers.domains.get(related);
  return may(guess) ? { ...guess, because: "related-domain" } : null;
}

/** The domains that a domain stands under, the nearest first, without the last label. */
function above(domain: string | null): string[] {
  const labels = domain?.split(".") ?? [];
  return labels.slice(2).map((_, index) => labels.slice(index + 1).join("."));
}
