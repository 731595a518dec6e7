import { asc, desc, sql } from "drizzle-orm";
import type { Revisions } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import { audit, revision } from "./schema.ts";
import type { Sealer } from "./seal.ts";

interface Tools {
  readonly db: Database;
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
}

/** Revisions of the charter; each addition writes its line of the audit chain in the same transaction. */
export function openRevisions(tools: Tools): Revisions {
  const { db } = tools;
  return {
    async current() {
      const [row] = await db.select().from(revision).orderBy(desc(revision.number)).limit(1);
      return row ? { number: row.number, charter: row.charter } : null;
    },
    async add(charter, by, reason) {
      return db.transaction(async (tx) => {
        // The lock of the chain also orders the numbers.
        await tx.execute(sql`select pg_advisory_xact_lock(7240202)`);
        const [last] = await tx
          .select({ number: revision.number })
          .from(revision)
          .orderBy(desc(revision.number))
          .limit(1);
        const number = (last?.number ?? 0) + 1;
        await tx.insert(revision).values({ number, charter, reason });
        await appendAudit(tools, tx, { actor: by, action: "revision added", subject: String(number) });
        return number;
      });
    },
  };
}

interface Act {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** Adds a line, sealed to the line before by a key outside the database. The caller's transaction holds the chain's lock. */
async function appendAudit({ sealer, now }: Tools, tx: Database, { actor, action, subject }: Act): Promise<void> {
  const [previous] = await tx.select().from(audit).orderBy(desc(audit.line)).limit(1);
  const row = {
    line: (previous?.line ?? 0) + 1,
    at: now().round("millisecond"),
    actor: sealer.tag("pseudonym", actor),
    action,
    subject,
  };
  await tx.insert(audit).values({ ...row, seal: sealOf(sealer, row, previous?.seal) });
}

type Line = Omit<typeof audit.$inferSelect, "seal">;
const sealOf = (
  sealer: Sealer,
  { line, at, actor, action, subject }: Line,
  previous: Uint8Array | undefined,
): Uint8Array =>
  sealer.tag("audit", String(line), at.toString(), hex(actor), action, subject, previous ? hex(previous) : "");
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Reads the whole chain; answers the first line that was changed, or follows one that is missing. */
export async function verifyAudit({ db, sealer }: Tools): Promise<{ lines: number; brokenAt: number | null }> {
  const lines = await db.select().from(audit).orderBy(asc(audit.line));
  let previous: Uint8Array | undefined;
  for (const [index, line] of lines.entries()) {
    const fits = line.line === index + 1 && Buffer.compare(sealOf(sealer, line, previous), line.seal) === 0;
    if (!fits) return { lines: lines.length, brokenAt: index + 1 };
    previous = line.seal;
  }
  return { lines: lines.length, brokenAt: null };
}
