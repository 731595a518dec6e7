import { asc, desc, eq, sql } from "drizzle-orm";
import type { RevisionAuthor, Revisions, StoredRevision } from "../src/core/store.ts";
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
  const { db, sealer, now } = tools;
  return {
    async current() {
      const [row] = await db.select().from(revision).orderBy(desc(revision.number)).limit(1);
      return row ? read(row) : null;
    },
    async find(number) {
      // What people type may be more than the column holds.
      if (!Number.isInteger(number) || Math.abs(number) > 2_147_483_647) return null;
      const [row] = await db.select().from(revision).where(eq(revision.number, number));
      return row ? read(row) : null;
    },
    async list(limit) {
      const rows = await db.select().from(revision).orderBy(desc(revision.number)).limit(limit);
      return rows.map(read);
    },
    add: (charter, by, reason, from) =>
      db.transaction(async (tx) => {
        // The lock of the chain also orders the numbers.
        await lockChain(tx);
        const [last] = await tx
          .select({ number: revision.number })
          .from(revision)
          .orderBy(desc(revision.number))
          .limit(1);
        const newest = last?.number ?? 0;
        if (newest !== from) return null;
        const number = newest + 1;
        await tx.insert(revision).values({ number, charter, at: now().round("millisecond"), by, reason });
        const subject = subjectOf(sealer, { number, charter, reason });
        await appendAudit(tools, tx, { actor: by, action: "revision added", subject });
        return number;
      }),
  };
}

type Row = typeof revision.$inferSelect;
const read = ({ number, charter, at, by, reason }: Row): StoredRevision => ({
  number,
  charter,
  at,
  by: by as RevisionAuthor | null,
  reason,
});

/** What a line says of a revision: its number, and a keyed digest of what it holds and why. */
const subjectOf = (sealer: Sealer, { number, charter, reason }: Pick<Row, "number" | "charter" | "reason">): string =>
  `${number}:${hex(sealer.tag("audit", "charter", JSON.stringify(sorted(charter)), reason))}`;
/** The same value with its members in order: the database does not keep the order in which they were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

interface Act {
  /** An account, or who holds the machine: kept as a keyed pseudonym. */
  readonly actor: string;
  /** A name from the code, never what somebody wrote. */
  readonly action: string;
  /** Kept as it is: ids of revisions and cases, and for people what `pseudonymOf` makes of them. */
  readonly subject: string;
}

/** What the chain says of somebody: the same for the same id, and nothing to whoever lacks the secret. */
export const pseudonymOf = (sealer: Sealer, who: string): string => hex(sealer.tag("pseudonym", who));

/** Adds a line, sealed to the line before by a key outside the database, and holds the chain until the transaction ends. */
export async function appendAudit(
  { sealer, now }: Tools,
  tx: Database,
  { actor, action, subject }: Act,
): Promise<void> {
  await lockChain(tx);
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

async function lockChain(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7240202)`);
}

type Line = Omit<typeof audit.$inferSelect, "seal">;
const sealOf = (
  sealer: Sealer,
  { line, at, actor, action, subject }: Line,
  previous: Uint8Array | undefined,
): Uint8Array =>
  sealer.tag("audit", String(line), at.toString(), hex(actor), action, subject, previous ? hex(previous) : "");
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Reads the whole chain; answers the first line that was changed, follows one that is missing, or whose revision is no longer what it was. */
export async function verifyAudit({ db, sealer }: Tools): Promise<{ lines: number; brokenAt: number | null }> {
  const lines = await db.select().from(audit).orderBy(asc(audit.line));
  let previous: Uint8Array | undefined;
  for (const [index, line] of lines.entries()) {
    const fits = line.line === index + 1 && Buffer.compare(sealOf(sealer, line, previous), line.seal) === 0;
    if (!fits) return { lines: lines.length, brokenAt: index + 1 };
    previous = line.seal;
  }
  for (const row of await db.select().from(revision)) {
    const subject = subjectOf(sealer, row);
    const line = lines.find((each) => each.action === "revision added" && each.subject === subject);
    if (!line || !isBy(sealer, row, line)) return { lines: lines.length, brokenAt: row.number };
  }
  return { lines: lines.length, brokenAt: null };
}

/** Whether a revision's author, unless erased, and time are those of its line. */
const isBy = (sealer: Sealer, { by, at }: Row, line: Line): boolean =>
  at.equals(line.at) && (by === null || pseudonymOf(sealer, by) === hex(line.actor));
