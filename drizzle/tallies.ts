import { inArray, sql } from "drizzle-orm";
import type { Counts, Proposal } from "../src/core/decide.ts";
import { hex } from "./claims.ts";
import type { Database } from "./connect.ts";
import { tally } from "./schema.ts";
import { tagWith } from "./seal.ts";
import type { WeekKey } from "./week.ts";

/** How often somebody was told, while their turn is held: read at once, counted in memory, written at once. */
export interface Tallies {
  /** Counts the breach, unless it is only watched for or was counted before; answers how often it is now. */
  countBreach(proposal: Proposal, isAnother: boolean): Counts;
  countNudge(proposal: Proposal): void;
  save(): Promise<void>;
}

/** Reads the tallies that these proposals touch. All are about one person, whose turn the caller has taken. */
export async function readTallies(tx: Database, proposals: readonly Proposal[], week: WeekKey): Promise<Tallies> {
  const tags = proposals.flatMap((proposal) => Object.values(tagsOf(proposal, week)));
  const rows = tags.length === 0 ? [] : await tx.select().from(tally).where(inArray(tally.key, tags));
  const counts = new Map(rows.map(({ key, count }) => [hex(key), count]));
  const changed = new Map<string, typeof tally.$inferInsert>();
  const read = (key: Uint8Array): number => counts.get(hex(key)) ?? 0;
  const countUp = (key: Uint8Array, proposal: Proposal): number => {
    const count = read(key) + 1;
    counts.set(hex(key), count);
    changed.set(hex(key), { key, week: proposal.week, count });
    return count;
  };
  return {
    countBreach(proposal, isAnother) {
      const { breaches, day, dayAndClause } = tagsOf(proposal, week);
      const speaks = proposal.stage === "nudge" || proposal.stage === "case";
      const counted = isAnother ? () => countUp(breaches, proposal) : () => Math.max(1, read(breaches));
      const breachesThisWeek = speaks ? counted() : 0;
      return { breachesThisWeek, nudgesToday: read(day), nudgesTodayForClause: read(dayAndClause) };
    },
    countNudge(proposal) {
      const { day, dayAndClause } = tagsOf(proposal, week);
      countUp(day, proposal);
      countUp(dayAndClause, proposal);
    },
    async save() {
      if (changed.size === 0) return;
      await tx
        .insert(tally)
        .values([...changed.values()])
        .onConflictDoUpdate({ target: tally.key, set: { count: sql`excluded.count` } });
    },
  };
}

const tagsOf = (
  { who, clause, day }: Proposal,
  { key }: WeekKey,
): Record<"breaches" | "day" | "dayAndClause", Uint8Array> => ({
  breaches: tagWith(key, "breaches", who, clause),
  day: tagWith(key, "nudges", who, day),
  dayAndClause: tagWith(key, "nudges", who, day, clause),
});
