import { asc, eq, isNotNull } from "drizzle-orm";
import type { PersonId } from "../src/core/model.ts";
import type { People, Signature } from "../src/core/store.ts";
import { erase } from "./erase.ts";
import { held, readSettings, type PeopleTools } from "./held.ts";
import { person, signature } from "./schema.ts";

/** What people chose, signed and may ask about themselves, over a database. */
export function openPeople(tools: PeopleTools): People {
  const { db, sealer, now } = tools;
  return {
    async settings(who) {
      const [row] = await db.select().from(person).where(eq(person.id, who));
      return row ? readSettings(sealer, row) : { language: null, zone: null, week: null, calendar: null };
    },

    async set(who, { calendar, ...change }) {
      const sealed = calendar ? sealer.seal("person", who, calendar) : null;
      const set = { ...change, ...(calendar !== undefined && { calendar: sealed }) };
      // Somebody may choose before the directory has heard of them.
      const insert = db.insert(person).values({ id: who, ...set });
      if (Object.keys(set).length === 0) await insert.onConflictDoNothing();
      else await insert.onConflictDoUpdate({ target: person.id, set });
    },

    async calendars() {
      const rows = await db.select().from(person).where(isNotNull(person.calendar)).orderBy(asc(person.id));
      return rows.flatMap((row) => {
        const { calendar: address } = readSettings(sealer, row);
        return address === null ? [] : [{ person: row.id as PersonId, address }];
      });
    },

    async sign(who, { revision, digest }) {
      const row = { revision, digest, at: now() };
      await db.transaction(async (tx) => {
        await tx.insert(person).values({ id: who }).onConflictDoNothing();
        await tx
          .insert(signature)
          .values({ person: who, ...row })
          .onConflictDoUpdate({ target: signature.person, set: row });
      });
    },

    async signature(who) {
      const [row] = await db.select().from(signature).where(eq(signature.person, who));
      return row ? readSignature(row) : null;
    },

    async signatures() {
      const rows = await db.select().from(signature).orderBy(asc(signature.person));
      return rows.map((row) => ({ person: row.person as PersonId, ...readSignature(row) }));
    },

    held: (who, use) => held(tools, who, use),
    erase: (who) => erase(tools, who),
  };
}

const readSignature = ({ revision, digest, at }: typeof signature.$inferSelect): Signature => ({
  revision,
  digest,
  at,
});
