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
  const { db, sealer } = tools;
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
        await appendAudit(tools, tx, {
          actor: by,
          action: "revision added",
          subject: subjectOf(sealer, number, charter),
        });
        return number;
      });
    },
  };
}

/** What a line says of a revision: its number, and a keyed digest of what it holds. */
const subjectOf = (sealer: Sealer, number: number, charter: unknown): string =>
  `${number}:${hex(sealer.tag("audit", "charter", JSON.stringify(sorted(charter))))}`;
/** The same value with its members in order: the database does not keep the order in which they were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
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

/** Reads the whole chain; answers the first line that was changed, follows one that is missing, or whose revision is no longer what it was. */
export async function verifyAudit({ db, sealer }: Tools): Promise<{ lines: number; brokenAt: number | null }> {
  const lines = await db.select().from(audit).orderBy(asc(audit.line));
  let previous: Uint8Array | undefined;
  for (const [index, line] of lines.entries()) {
    const fits = line.line === index + 1 && Buffer.compare(sealOf(sealer, line, previous), line.seal) === 0;
    if (!fits) return { lines: lines.length, brokenAt: index + 1 };
    previous = line.seal;
  }
  for (const { number, charter } of await db.select().from(revision)) {
    const said = lines.findIndex(({ subject }) => subject === subjectOf(sealer, number, charter));
    if (said < 0) return { lines: lines.length, brokenAt: number };
  }
  return { lines: lines.length, brokenAt: null };
}
