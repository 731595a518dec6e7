import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "./connect.ts";
import { weekKey } from "./schema.ts";
import type { Sealer } from "./seal.ts";

/** A week's random key, and when it and all that is tagged with it are deleted. */
export interface WeekKey {
  readonly key: Uint8Array;
  readonly expiresAt: Temporal.Instant;
}

/** Redeliveries may come this long after a week is over. */
const graceHours = 48;

/** The keys of ISO weeks ("2026-W47"), remembered while they last. */
export interface WeekKeys {
  /** Made at its first use. */
  keyOf(tx: Database, week: string): Promise<WeekKey>;
  /** Null where there is none, or none any more. */
  find(tx: Database, week: string): Promise<WeekKey | null>;
}

export function openWeekKeys({
  sealer,
  now,
}: {
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
}): WeekKeys {
  const remembered = new Map<string, WeekKey>();
  const read = async (tx: Database, week: string): Promise<WeekKey | null> => {
    const [row] = await tx.select().from(weekKey).where(eq(weekKey.week, week));
    return row ? { key: Buffer.from(sealer.open("week", week, row.sealed), "base64"), expiresAt: row.expiresAt } : null;
  };
  const find = async (tx: Database, week: string): Promise<WeekKey | null> => {
    const known = remembered.get(week);
    if (known && Temporal.Instant.compare(now(), known.expiresAt) < 0) return known;
    remembered.delete(week);
    const stored = await read(tx, week);
    if (stored) remembered.set(week, stored);
    return stored;
  };
  return {
    find,
    async keyOf(tx, week) {
      const stored = await find(tx, week);
      if (stored) return stored;
      const sealed = sealer.seal("week", week, randomBytes(32).toString("base64"));
      await tx
        .insert(weekKey)
        .values({ week, sealed, expiresAt: expiry(week, now()) })
        .onConflictDoNothing();
      const made = await read(tx, week);
      // Not remembered yet: the transaction that made it may still be undone.
      if (!made) throw new Error("the key of a week was not kept");
      return made;
    },
  };
}

/** Two days after the end of the week, or of the present week for one that is over: always a week's edge, so that it tells no day. */
function expiry(week: string, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO("UTC").toPlainDate();
  const monday = mondayOf(week);
  const thisMonday = today.subtract({ days: today.dayOfWeek - 1 });
  const last = Temporal.PlainDate.compare(monday, thisMonday) > 0 ? monday : thisMonday;
  return last.add({ days: 7 }).toZonedDateTime("UTC").add({ hours: graceHours }).toInstant();
}

/** The Monday of an ISO week: 4 January lies in week 1 (ISO 8601). */
function mondayOf(week: string): Temporal.PlainDate {
  const [, year = "", number = ""] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 });
}
