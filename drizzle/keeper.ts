import { and, gt, isNotNull, lte, notInArray } from "drizzle-orm";
import type { Keeper } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import { expireCases } from "./cases.ts";
import type { Queue } from "./outbox.ts";
import { verifyAudit } from "./revisions.ts";
import { claim, cronRun, draft, finding, tally, tombstone, weekKey } from "./schema.ts";
import type { Sealer } from "./seal.ts";

interface Tools {
  readonly db: Database;
  readonly queue: Queue;
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
}

/** Housekeeping over a database: what is over goes, and nothing else. */
export function openKeeper(tools: Tools): Keeper {
  const { db, queue } = tools;
  return {
    async expire(now) {
      const rows = await db.transaction(async (tx) => {
        // What was written while the clock stood wrong must not outlive its time.
        const day = now.add({ hours: 24 });
        await tx.update(finding).set({ excerptUntil: day }).where(gt(finding.excerptUntil, day));
        await tx.delete(tombstone).where(gt(tombstone.expiresAt, now.add({ hours: 2 })));
        const excerpts = await tx
          .update(finding)
          .set({ excerpt: null, excerptUntil: null })
          .where(and(isNotNull(finding.excerpt), lte(finding.excerptUntil, now)))
          .returning({ id: finding.id });
        const claims = await tx.delete(claim).where(lte(claim.expiresAt, now)).returning({ key: claim.key });
        const weeks = await tx.delete(weekKey).where(lte(weekKey.expiresAt, now)).returning({ week: weekKey.week });
        const kept = tx.select({ week: weekKey.week }).from(weekKey);
        const tallies = await tx.delete(tally).where(notInArray(tally.week, kept)).returning({ key: tally.key });
        const tombs = await tx
          .delete(tombstone)
          .where(lte(tombstone.expiresAt, now))
          .returning({ key: tombstone.message });
        const drafts = await tx.delete(draft).where(lte(draft.expiresAt, now)).returning({ id: draft.id });
        const cases = await expireCases(tx, now);
        await tx.delete(cronRun).where(lte(cronRun.at, new Date(now.subtract({ hours: 24 }).epochMilliseconds)));
        const gone = [excerpts, claims, weeks, tallies, tombs, drafts].map(({ length }) => length);
        return gone.reduce((sum, each) => sum + each, cases);
      });
      return rows + (await queue.forget());
    },
    async elect(key) {
      const won = await db.insert(cronRun).values({ key }).onConflictDoNothing().returning({ key: cronRun.key });
      return won.length > 0;
    },
    verifyAudit: () => verifyAudit(tools),
  };
}
