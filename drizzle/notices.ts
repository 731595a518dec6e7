import { and, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Excerpt } from "../src/core/excerpt.ts";
import type { AccountId, NoticeId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { Notice, Notices } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import { withdrawal } from "./claims.ts";
import type { Queue } from "./outbox.ts";
import { excerptHours } from "./recording.ts";
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
  const newest = async (by: AccountId, limit: number): Promise<readonly Notice[]> => {
    const told = select().where(and(eq(notice.account, by), isNotNull(notice.how)));
    // The ids of notices that say whose they are grow with time.
    const rows = await told.orderBy(desc(notice.id)).limit(limit);
    return rows.map((row) => read(tools, row));
  };
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
      return (await isAddressee(tools, row.notice, by)) ? read(tools, row) : null;
    },
    lastFor: async (by) => (await newest(by, 1))[0] ?? null,
    allFor: newest,
    async delivered(id, how, receipt) {
      await db.transaction(async (tx) => {
        // The claim first, as those do who mend it: one of the two sees what the other wrote.
        const [told] = await tx.select({ claim: notice.claim }).from(notice).where(eq(notice.id, id));
        if (!told) return;
        const [current] = await tx
          .select({ holds: claim.holds })
          .from(claim)
          .where(eq(claim.key, told.claim))
          .for("update");
        const [row] = await tx
          .update(notice)
          // Only a notice with a trace says whose it is; the others keep nothing of where they went.
          .set({
            how: sql`case when ${notice.account} is null then null else ${how} end`,
            receipt: sql`case when ${notice.account} is null then null else ${receipt} end`,
          })
          .where(eq(notice.id, id))
          .returning();
        if (!row) return;
        const excerptUntil = now().add({ hours: excerptHours });
        if (row.finding) {
          await tx
            .update(finding)
            .set({ excerptUntil })
            .where(and(eq(finding.id, row.finding), gt(finding.excerptUntil, now())));
        }
        // The message was corrected, or the space is as it should be, while the notice was on its way.
        const late = current?.holds === false ? withdrawal(row) : null;
        if (late) await queue.add(tx, [late]);
      });
    },
  };
}

/** A notice with a trace knows its addressee; of one without only a keyed hash is there, for as long as the week's key. */
async function isAddressee(
  { db, weekKeys }: Tools,
  { id, account, addressee, week }: typeof notice.$inferSelect,
  by: AccountId,
): Promise<boolean> {
  if (account !== null) return account === by;
  const found = await weekKeys.find(db, week);
  return found !== null && Buffer.compare(addressee, tagWith(found.key, "addressee", id, by)) === 0;
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

interface Row {
  readonly notice: typeof notice.$inferSelect;
  readonly holds: boolean;
  readonly excerpt: Uint8Array | null;
  readonly until: Temporal.Instant | null;
}

function read({ sealer, now }: Tools, row: Row): Notice {
  const { id, clause, revision, rule, code, data, receipt, how, finding: findingId, place } = row.notice;
  const kept = row.excerpt && row.until && Temporal.Instant.compare(row.until, now()) > 0 && findingId;
  return {
    id: id as NoticeId,
    ...{ clause, revision, rule, code, receipt, how },
    data: data ?? {},
    trace: row.notice.account === null ? "none" : "excerpt",
    holds: row.holds,
    excerpt: kept ? (JSON.parse(sealer.open("excerpt", findingId, row.excerpt)) as Excerpt) : null,
    keptUntil: kept ? row.until : null,
    place: place && {
      ...place,
      workspace: place.workspace as WorkspaceId,
      space: place.space as SpaceId | null,
    },
  };
}
