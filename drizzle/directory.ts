import { and, eq, inArray, sql } from "drizzle-orm";
import type { AccountId, PersonId } from "../src/core/model.ts";
import type { Directory, KnownAccount } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import { absence, account, person, space } from "./schema.ts";

/** The directory over a database. An account begins as a person of its own; linking accounts to one person is a later, verified act. */
export function openDirectory(db: Database): Directory {
  return {
    async accounts(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .select({ account, absence })
        .from(account)
        .leftJoin(absence, eq(absence.person, account.person))
        .where(inArray(account.id, [...new Set(ids)]));
      const found = new Map<AccountId, KnownAccount>();
      for (const row of rows) {
        const id = row.account.id as AccountId;
        const absences = found.get(id)?.absences ?? [];
        const { kind, from, until } = row.absence ?? {};
        found.set(id, {
          id,
          person: row.account.person as PersonId,
          standing: row.account.standing,
          zone: row.account.zone,
          locale: row.account.locale,
          absences: kind && from && until ? [...absences, { kind, from, until }] : absences,
        });
      }
      return found;
    },

    async learn(seen) {
      // A page may name somebody twice, and one statement may not.
      const accounts = [...new Map((seen.accounts ?? []).map((each) => [each.id, each])).values()];
      const spaces = [...new Map((seen.spaces ?? []).map((each) => [each.id, each])).values()];
      await db.transaction(async (tx) => {
        if (accounts.length > 0) {
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
                // A platform that tells neither does not unlearn them.
                zone: sql`coalesce(excluded.zone, ${account.zone})`,
                locale: sql`coalesce(excluded.locale, ${account.locale})`,
              },
            });
        }
        if (spaces.length > 0) {
          await tx
            .insert(space)
            .values(spaces)
            .onConflictDoUpdate({ target: space.id, set: { name: sql`excluded.name` } });
        }
      });
    },

    async setAbsences(who, kind, absences) {
      await db.transaction(async (tx) => {
        await tx.delete(absence).where(and(eq(absence.person, who), eq(absence.kind, kind)));
        if (absences.length > 0) await tx.insert(absence).values(absences.map((each) => ({ ...each, person: who })));
      });
    },

    async counts() {
      return { accounts: await db.$count(account), spaces: await db.$count(space) };
    },
  };
}
