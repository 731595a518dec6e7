import { and, asc, eq, gt, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { PlatformAccount, PlatformSpace } from "../src/core/adapter.ts";
import type { Absence } from "../src/core/facts.ts";
import type { AccountId, PersonId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { Directory, KnownAccount } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import { absence, account, membership, person, space } from "./schema.ts";

/** Rows of one statement: PostgreSQL takes 65,535 parameters, and an account has nine. */
const chunkSize = 2000;

/** The directory over a database. An account begins as a person of its own; linking accounts to one person is a later, verified act. */
export function openDirectory(db: Database): Directory {
  return {
    async accounts(ids) {
      const found = new Map<AccountId, KnownAccount>();
      for (const chunk of chunks([...new Set(ids)])) {
        for (const known of await knownAccounts(db, inArray(account.id, chunk))) found.set(known.id, known);
      }
      return found;
    },

    async page(after, limit) {
      const ids = db
        .select({ id: account.id })
        .from(account)
        .where(after === null ? undefined : gt(account.id, after))
        .orderBy(asc(account.id))
        .limit(limit);
      return knownAccounts(db, inArray(account.id, ids));
    },

    async spaces() {
      const rows = await db.select().from(space).orderBy(asc(space.name), asc(space.id));
      return rows.map(({ id, workspace, name }) => ({
        id: id as SpaceId,
        workspace: workspace as WorkspaceId,
        name,
      }));
    },

    // The version first: whoever comes or goes between the two makes the look be made again.
    async members(where) {
      const version = await memberVersion(db, where);
      const { id, workspace, standing, domain, home, groups } = account;
      const rows = await db
        .select({ id, workspace, standing, domain, home, groups })
        .from(membership)
        .innerJoin(account, eq(account.id, membership.account))
        .where(eq(membership.space, where));
      return {
        version,
        accounts: rows.map((row) => ({
          ...row,
          id: row.id as AccountId,
          workspace: row.workspace as WorkspaceId,
          home: row.home as WorkspaceId | null,
          groups: row.groups ?? [],
        })),
      };
    },

    async isMember(where, who) {
      return (await db.$count(membership, isMembership(where, who))) > 0;
    },

    async join(where, who, invitedBy) {
      const row = { space: where, account: who, invitedBy };
      const added = await db
        .insert(membership)
        .values(row)
        .onConflictDoNothing()
        .returning({ who: membership.account });
      if (added.length > 0) return true;
      // A list of members came before the event that says who invited them.
      const nobody = and(isMembership(where, who), isNull(membership.invitedBy));
      if (invitedBy !== null) await db.update(membership).set({ invitedBy }).where(nobody);
      return false;
    },

    async leave(where, who) {
      await db.delete(membership).where(isMembership(where, who));
    },

    setMembers: (where, accounts) => db.transaction((tx) => replaceMembers(tx, where, new Set(accounts))),

    async host(where, who) {
      const [row] = await db.select().from(membership).where(isMembership(where, who));
      const inviter = (row?.invitedBy ?? null) as AccountId | null;
      if (inviter === null) return null;
      return (await db.$count(membership, isMembership(where, inviter))) > 0 ? inviter : null;
    },

    learn: (seen) =>
      db.transaction(async (tx) => {
        for (const chunk of chunks(inOrder(seen.accounts ?? []))) await learnAccounts(tx, chunk);
        for (const chunk of chunks(inOrder(seen.spaces ?? []))) await learnSpaces(tx, chunk);
      }),

    async setAbsences(who, kind, absences) {
      await db.transaction(async (tx) => {
        await tx.delete(absence).where(and(eq(absence.person, who), eq(absence.kind, kind)));
        for (const chunk of chunks(absences)) {
          await tx.insert(absence).values(chunk.map((each) => ({ ...each, person: who })));
        }
      });
    },

    async counts() {
      return { accounts: await db.$count(account), spaces: await db.$count(space) };
    },
  };
}

/** Everything about the accounts that a condition names, in the order of their ids, in one query: it is on the way of every message. */
async function knownAccounts(db: Database, which: SQL): Promise<KnownAccount[]> {
  const { language, zone, week } = person;
  const rows = await db
    .select({ account, chosen: { language, zone, week }, absence })
    .from(account)
    .innerJoin(person, eq(person.id, account.person))
    .leftJoin(absence, eq(absence.person, account.person))
    .where(which)
    .orderBy(asc(account.id), asc(absence.from));
  const found = new Map<string, Growing>();
  for (const row of rows) {
    const { id } = row.account;
    const known: Growing = found.get(id) ?? {
      id: id as AccountId,
      person: row.account.person as PersonId,
      workspace: row.account.workspace as WorkspaceId,
      standing: row.account.standing,
      language: row.chosen.language,
      zone: row.chosen.zone ?? row.account.zone,
      locale: row.chosen.language ?? row.account.locale,
      domain: row.account.domain,
      home: row.account.home as WorkspaceId | null,
      groups: row.account.groups ?? [],
      week: row.chosen.week,
      absences: [],
    };
    found.set(id, known);
    if (row.absence) known.absences.push({ kind: row.absence.kind, from: row.absence.from, until: row.absence.until });
  }
  return [...found.values()];
}

type Growing = KnownAccount & { readonly absences: Absence[] };

async function learnAccounts(tx: Database, accounts: readonly PlatformAccount[]): Promise<void> {
  await tx
    .insert(person)
    .values(accounts.map(({ id }) => ({ id })))
    .onConflictDoNothing();
  await tx
    .insert(account)
    .values(accounts.map((each) => ({ ...each, person: each.id })))
    .onConflictDoUpdate({
      target: account.id,
      set: {
        workspace: sql`excluded.workspace`,
        standing: sql`excluded.standing`,
        // A platform that does not tell does not unlearn.
        zone: sql`coalesce(excluded.zone, ${account.zone})`,
        locale: sql`coalesce(excluded.locale, ${account.locale})`,
        domain: sql`coalesce(excluded.domain, ${account.domain})`,
        home: sql`coalesce(excluded.home, ${account.home})`,
        groups: sql`coalesce(excluded.groups, ${account.groups})`,
      },
    });
}

async function learnSpaces(tx: Database, spaces: readonly PlatformSpace[]): Promise<void> {
  await tx
    .insert(space)
    .values([...spaces])
    .onConflictDoUpdate({ target: space.id, set: { name: sql`excluded.name` } });
}

/** Brings what is known of a space in line with a whole list. Two lists for one space take turns, so that they do not mix. */
async function replaceMembers(tx: Database, where: SpaceId, accounts: ReadonlySet<AccountId>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${where}, 7240203))`);
  const rows = await tx.select({ id: membership.account }).from(membership).where(eq(membership.space, where));
  const known = new Set(rows.map(({ id }) => id as AccountId));
  for (const gone of chunks([...known.difference(accounts)])) {
    await tx.delete(membership).where(and(eq(membership.space, where), inArray(membership.account, gone)));
  }
  for (const added of chunks([...accounts.difference(known)].toSorted())) {
    await tx
      .insert(membership)
      .values(added.map((each) => ({ space: where, account: each, invitedBy: null })))
      .onConflictDoNothing();
  }
}

/** Another whenever somebody comes to a space or leaves it: how many are there, and a sum over who. */
export async function memberVersion(db: Database, where: SpaceId): Promise<string> {
  const count = sql<string>`count(*)::text`;
  const sum = sql<string>`coalesce(sum(hashtextextended(${membership.account}, 0)), 0)::text`;
  const [row] = await db.select({ count, sum }).from(membership).where(eq(membership.space, where));
  return `${row?.count ?? "0"} ${row?.sum ?? "0"}`;
}

const isMembership = (where: SpaceId, who: AccountId): SQL | undefined =>
  and(eq(membership.space, where), eq(membership.account, who));

/** The last of each id, in order: one statement may not name a row twice, and two statements in other orders would wait for each other. */
function inOrder<Seen extends { readonly id: string }>(seen: readonly Seen[]): Seen[] {
  const last = new Map(seen.map((each) => [each.id, each]));
  return [...last.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / chunkSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * chunkSize, (index + 1) * chunkSize));
}
