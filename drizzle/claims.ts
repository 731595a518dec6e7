import { and, eq, inArray, notExists, or, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import type { Proposal } from "../src/core/decide.ts";
import type { AccountId, NoticeId, SpaceId, Subject, WorkspaceId } from "../src/core/model.ts";
import type { Database } from "./connect.ts";
import type { QueuedJob } from "./outbox.ts";
import { claim, notice, reviewCase } from "./schema.ts";
import type { Sealer } from "./seal.ts";
import type { WeekKeys } from "./week.ts";

/** What names a subject. Of a space it is the space: all its conditions are one group. */
function namesOf(subject: Subject): readonly string[] {
  switch (subject.about) {
    case "message":
      return [subject.space, subject.id];
    case "space":
      return [subject.space];
    case "connection":
      return [subject.token];
    case "setting":
      return [subject.workspace, subject.setting];
  }
}

/** For turns and tombstones: one for each message, space, connection or setting. */
export const turnOf = (sealer: Sealer, subject: Subject): Uint8Array =>
  sealer.tag("claim", "turn", subject.about, ...namesOf(subject));

/** What all claims on a subject share. Those with and without a trace share none: a finding must not lead to a claim that may name nobody. */
export const groupOf = (sealer: Sealer, subject: Subject, trace: Proposal["trace"]): Uint8Array =>
  sealer.tag("claim", subject.about, trace, ...namesOf(subject));

/** The key of the one claim on (subject, clause); of a space, on (space, mixture, clause). */
export function keyOf(sealer: Sealer, { subject, trace, clause }: Proposal): Uint8Array {
  const mixture = subject.about === "space" ? subject.mixture : "";
  return sealer.tag("claim", "key", hex(groupOf(sealer, subject, trace)), clause, mixture);
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Waits until nobody else's transaction is about the same things; they are taken in the order given. */
export async function takeTurns(tx: Database, ...tags: readonly Uint8Array[]): Promise<void> {
  const locks = tags.map((tag) => sql`pg_advisory_xact_lock(${Buffer.from(tag).readBigInt64BE(0).toString()}::bigint)`);
  if (locks.length > 0) await tx.execute(sql`select ${sql.join(locks, sql`, `)}`);
}

/** How long a claim that names somebody through its finding is kept. One without a trace goes with its week. */
const traceDays = 30;

interface ClaimTools {
  readonly sealer: Sealer;
  readonly weekKeys: WeekKeys;
  readonly now: () => Temporal.Instant;
}
/**
 * A proposal and its claim. `isNew`: nobody had claimed it, or it is a condition that had closed and is back, or that
 * nobody has heard of yet: of the three, only the last does not count once more.
 */
export interface Claimed {
  readonly proposal: Proposal;
  readonly key: Uint8Array;
  readonly isNew: boolean;
  readonly counts: boolean;
}

/** Claims each (subject, clause) once. What had been mended holds again; conditions that still hold are kept longer. */
export async function claimAll(tools: ClaimTools, tx: Database, proposals: readonly Proposal[]): Promise<Claimed[]> {
  const [first] = proposals;
  if (!first) return [];
  const { sealer, now } = tools;
  const week = await tools.weekKeys.keyOf(tx, first.week);
  const traced = now().add({ hours: 24 * traceDays });
  const wanted = proposals.map((proposal) => ({
    proposal: withoutCase(proposal),
    key: keyOf(sealer, proposal),
    expiresAt: proposal.trace === "none" ? week.expiresAt : traced,
  }));
  const made = await tx
    .insert(claim)
    .values(
      wanted.map(({ proposal: { subject, trace, clause, week: of }, key, expiresAt }) => ({
        ...{ key, clause, expiresAt },
        message: groupOf(sealer, subject, trace),
        week: of,
      })),
    )
    .onConflictDoNothing()
    .returning({ key: claim.key });
  const fresh = new Set(made.map(({ key }) => hex(key)));
  const known = wanted.filter(({ key }) => !fresh.has(hex(key)));
  const revived = await revive(
    tx,
    known.map(({ key }) => key),
  );
  const conditions = known.filter(({ proposal }) => proposal.subject.about === "space");
  for (const { key, expiresAt } of conditions) await tx.update(claim).set({ expiresAt }).where(eq(claim.key, key));
  const unheard = await unheardOf(
    tx,
    conditions.map(({ key }) => key),
  );
  // A message that is wrong again after a correction was told before; a condition that is back is another, and one
  // that nobody has heard of yet is looked at again: its clause may speak by now, or the day's cap be over.
  return wanted.map(({ proposal, key }) => {
    const isCondition = proposal.subject.about === "space";
    const counts = fresh.has(hex(key)) || (isCondition && revived.has(hex(key)));
    return { proposal, key, counts, isNew: counts || (isCondition && unheard.has(hex(key))) };
  });
}

/** Of these claims, the keys of those that hold and of which nobody has heard. */
async function unheardOf(tx: Database, keys: readonly Uint8Array[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ key: claim.key })
    .from(claim)
    .where(and(inArray(claim.key, [...keys]), eq(claim.holds, true), eq(claim.heard, false)));
  return new Set(rows.map(({ key }) => hex(key)));
}

/** A case names somebody: what may leave no trace opens none, and only tells. */
const withoutCase = (proposal: Proposal): Proposal =>
  proposal.trace === "none" && proposal.stage === "case" ? { ...proposal, stage: "nudge" } : proposal;

/** Makes claims hold again that were mended; answers the keys of those. What a steward has dismissed does not come back. */
async function revive(tx: Database, keys: readonly Uint8Array[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const told = tx.select({ id: notice.id }).from(notice).where(eq(notice.claim, claim.key));
  const about = or(eq(reviewCase.key, claim.key), inArray(reviewCase.notice, told));
  const dismissed = tx
    .select({ one: sql`1` })
    .from(reviewCase)
    .where(and(eq(reviewCase.state, "dismissed"), about));
  const revived = await tx
    .update(claim)
    .set({ holds: true })
    .where(and(inArray(claim.key, [...keys]), eq(claim.holds, false), notExists(dismissed)))
    .returning({ key: claim.key });
  return new Set(revived.map(({ key }) => hex(key)));
}

/** Marks claims as mended; answers the jobs that take back what was told of them. */
export async function mend(tx: Database, which: ReturnType<typeof and>): Promise<QueuedJob[]> {
  const mended = await tx
    .update(claim)
    .set({ holds: false, heard: false })
    .where(and(eq(claim.holds, true), which))
    .returning({ key: claim.key });
  if (mended.length === 0) return [];
  const keys = mended.map(({ key }) => key);
  const rows = await tx.select().from(notice).where(inArray(notice.claim, keys));
  return rows.flatMap((row) => withdrawal(row) ?? []);
}

/** The job that takes a notice back, or null where nothing was told or nothing is kept of it. */
export function withdrawal(row: typeof notice.$inferSelect): QueuedJob | null {
  if (!row.account || !row.place || !row.receipt) return null;
  const { platform, workspace, space, thread, message } = row.place;
  const place = { workspace: workspace as WorkspaceId, space: space as SpaceId | null, thread, message };
  const id = row.id as NoticeId;
  return {
    id: randomUUID(),
    job: { do: "withdraw", notice: id, platform, to: row.account as AccountId, place },
  };
}
