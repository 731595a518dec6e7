import { desc, eq } from "drizzle-orm";
import type { Health } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import type { Queue } from "./outbox.ts";
import { gap, heartbeat } from "./schema.ts";

/** What operators look at, over a database. */
export function openHealth(db: Database, queue: Queue): Health {
  return {
    async addGap(seen) {
      await db.insert(gap).values(seen);
    },
    async gaps(limit) {
      const rows = await db.select().from(gap).orderBy(desc(gap.started)).limit(limit);
      return rows.map(({ platform, started, ended, reason }) => ({ platform, started, ended, reason }));
    },
    queue: () => queue.counts(),
    async beat(at) {
      return db.transaction(async (tx) => {
        const [last] = await tx.select().from(heartbeat).where(eq(heartbeat.id, 1)).for("update");
        await tx.insert(heartbeat).values({ id: 1, at }).onConflictDoUpdate({ target: heartbeat.id, set: { at } });
        return last?.at ?? null;
      });
    },
  };
}
