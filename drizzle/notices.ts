import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Excerpt } from "../src/core/excerpt.ts";
import type { NoticeId } from "../src/core/model.ts";
import type { Notice, Notices } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import { withdrawal } from "./ledger.ts";
import type { Queue } from "./outbox.ts";
import { claim, finding, notice } from "./schema.ts";
import { tagWith, type Sealer } from "./seal.ts";
import type { WeekKeys } from "./week.ts";

interface Tools {
  readonly db: Database;
  readonly queue: Queue;
  readonly sealer: Sealer;
  readonly weekKeys: WeekKeys;
  readonly now: () => Temporal.Instant;
}

/** Notices as those see them who deliver them, or were told them. */
export function openNotices(tools: Tools): Notices {
  const { db, queue, now } = tools;
  const select = () =>
    db
      .select({ notice, holds: claim.holds, excerpt: finding.excerpt, until: finding.excerptUntil })
      .from(notice)
      .innerJoin(claim, eq(claim.key, notice.claim))
      .leftJoin(finding, eq(finding.id, notice.finding));
  return {
    async find(id) {
      if (!isUuid(id)) return null;
      const [row] = await select().where(eq(notice.id, id));
      return row ? read(tools, row) : null;
    },
    async findFor(id, by) {
      if (!isUuid(id)) return null;
      const [row] = await select().where(eq(notice.id, id));
      if (!row) return null;
      const { key } = await tools.weekKeys(db, row.notice.week);
      const isAddressee = Buffer.compare(row.notice.addressee, tagWith(key, "addressee", id, by)) === 0;
      return isAddressee ? read(tools, row) : null;
    },
    async lastFor(by) {
      const [row] = await select().where(eq(notice.account, by)).orderBy(desc(notice.sequence)).limit(1);
      return row ? read(tools, row) : null;
    },
    async delivered(id, how, receipt) {
      await db.transaction(async (tx) => {
        const [row] = await tx
          .update(notice)
          // Only a notice with a trace says whose it is; the others keep nothing of where they went.
          .set({
            how: sql`case when ${notice.account} is null then null else ${how} end`,
            receipt: sql`case when ${notice.account} is null then null else ${receipt} end`,
          })
          .where(eq(notice.id, id))
          .returning();
        if (!row?.finding) return;
        const excerptUntil = now().add({ hours: 24 });
        await tx
          .update(finding)
          .set({ excerptUntil })
          .where(and(eq(finding.id, row.finding), gt(finding.excerptUntil, now())));
        const [current] = await tx.select({ holds: claim.holds }).from(claim).where(eq(claim.key, row.claim));
        // The message was corrected while the notice was on its way.
        const late = current?.holds === false ? withdrawal(row) : null;
        if (late) await queue.add(tx, [late]);
      });
    },
  };
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

interface Row {
  readonly notice: typeof notice.$inferSelect;
  readonly holds: boolean;
  readonly excerpt: Uint8Array | null;
  readonly until: Temporal.Instant | null;
}

function read({ sealer, now }: Tools, row: Row): Notice {
  const { id, clause, revision, rule, code, data, receipt, how, finding: findingId } = row.notice;
  const kept = row.excerpt && row.until && Temporal.Instant.compare(row.until, now()) > 0 && findingId;
  return {
    id: id as NoticeId,
    ...{ clause, revision, rule, code, receipt, how },
    data: data ?? {},
    trace: row.notice.account === null ? "none" : "excerpt",
    holds: row.holds,
    excerpt: kept ? (JSON.parse(sealer.open("excerpt", findingId, row.excerpt)) as Excerpt) : null,
    keptUntil: kept ? row.until : null,
  };
}
