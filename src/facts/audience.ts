import type { AudienceLine, Charter } from "../core/charter.ts";
import type { Member } from "../core/facts.ts";
import type { KnownAccount } from "../core/store.ts";
import { sharedMailDomains } from "./mail-providers.ts";

/** What decides who somebody is to the charter. */
export type Classified = Pick<KnownAccount, "id" | "standing" | "domain" | "home" | "workspace" | "groups">;

/**
 * The first line of the charter's audiences that fits an account decides; nobody is staff by default. The conditions
 * of a line must all hold, each by one of its values. The party of an outsider is what the line names, else their
 * company's mail domain, else the workspace they come from; null for staff, and where nothing tells.
 */
export function classify(charter: Charter, account: Classified): Pick<Member, "audience" | "party"> {
  const line = fittingLine(charter, account);
  const audience = line?.is ?? "unknown";
  return { audience, party: audience === "staff" ? null : (line?.of ?? companyDomain(account) ?? account.home) };
}

/** The line that decides about an account, or null where none fits. */
export const fittingLine = (charter: Charter, account: Classified): AudienceLine | null =>
  linesOf(charter).find(account);

/** The domain of somebody's mail address, where it is one that a company has to itself. */
export const companyDomain = ({ domain }: Pick<Classified, "domain">): string | null =>
  domain !== null && sharedMailDomains.has(domain) ? null : domain;

/** The workspace or tenant that an account comes from. */
const workspaceOf = ({ home, workspace }: Classified): string => home ?? workspace;

interface Line {
  readonly index: number;
  readonly written: AudienceLine;
  readonly accounts: ReadonlySet<string> | null;
  readonly domains: ReadonlySet<string> | null;
  readonly workspaces: ReadonlySet<string> | null;
  readonly groups: ReadonlySet<string> | null;
}
interface Lines {
  readonly find: (account: Classified) => AudienceLine | null;
}

// A charter may have thousands of lines, and every author and member of a space is looked up: each is compiled once.
const compiled = new WeakMap<Charter, Lines>();

function linesOf(charter: Charter): Lines {
  let lines = compiled.get(charter);
  if (!lines) compiled.set(charter, (lines = compileLines(charter.audiences)));
  return lines;
}

function compileLines(written: readonly AudienceLine[]): Lines {
  const byAccount = new Map<string, Line[]>();
  const byDomain = new Map<string, Line[]>();
  const byWorkspace = new Map<string, Line[]>();
  const byGroup = new Map<string, Line[]>();
  const byStanding = new Map<string, Line[]>();
  for (const [index, one] of written.entries()) {
    const line: Line = {
      index,
      written: one,
      accounts: setOf(one.accounts),
      domains: setOf(one.domains),
      workspaces: setOf(one.workspaces),
      groups: setOf(one.groups),
    };
    // Found by the rarest of its conditions; the others are tested when it is found. A line without any fits nobody.
    if (line.accounts) enter(byAccount, line.accounts, line);
    else if (line.domains) enter(byDomain, line.domains, line);
    else if (line.workspaces) enter(byWorkspace, line.workspaces, line);
    else if (line.groups) enter(byGroup, line.groups, line);
    else if (one.standing !== undefined) enter(byStanding, [one.standing], line);
  }
  return {
    find(account) {
      const candidates = [
        byAccount.get(account.id),
        account.domain === null ? undefined : byDomain.get(account.domain),
        byWorkspace.get(workspaceOf(account)),
        ...account.groups.map((group) => byGroup.get(group)),
        byStanding.get(account.standing),
      ];
      let first: Line | null = null;
      for (const lines of candidates) first = firstOf(lines, account, first);
      return first?.written ?? null;
    },
  };
}
const setOf = (values: readonly string[] | undefined): ReadonlySet<string> | null => (values ? new Set(values) : null);

function enter(lines: Map<string, Line[]>, keys: Iterable<string>, line: Line): void {
  for (const key of keys) {
    const entered = lines.get(key);
    if (entered) entered.push(line);
    else lines.set(key, [line]);
  }
}

/** The first of some lines, which come in order, that fits; or `best`, where none before it does. */
function firstOf(lines: readonly Line[] | undefined, account: Classified, best: Line | null): Line | null {
  for (const line of lines ?? []) {
    if (best && line.index >= best.index) return best;
    if (fits(line, account)) return line;
  }
  return best;
}

const fits = ({ written, accounts, domains, workspaces, groups }: Line, account: Classified): boolean =>
  (!accounts || accounts.has(account.id)) &&
  (written.standing === undefined || written.standing === account.standing) &&
  (!domains || (account.domain !== null && domains.has(account.domain))) &&
  (!workspaces || workspaces.has(workspaceOf(account))) &&
  (!groups || account.groups.some((group) => groups.has(group)));
