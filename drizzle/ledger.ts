import { randomUUID } from "node:crypto";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Judgement, Outcome } from "../src/core/adapter.ts";
import type { Proposal } from "../src/core/decide.ts";
import type { AccountId, NoticeId, SpaceId, Subject, WorkspaceId } from "../src/core/model.ts";
import type { Change, Ledger, OutboxJob, Settle } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import type { Queue } from "./outbox.ts";
import { claim, finding, notice, tally, tombstone } from "./schema.ts";
import { tagWith, type Sealer } from "./seal.ts";
import type { WeekKey, WeekKeys } from "./week.ts";

/** How long a claim that names somebody through its finding is kept. One without a trace goes with its week. */
const traceDays = 30;
const tombstoneHours = 1;
/** How long an excerpt is kept after its notice was delivered, or after the breach where none was. */
export const excerptHours = 24;

interface Tools {
  readonly db: Database;
  readonly queue: Queue;
  readonly sealer: Sealer;
  readonly weekKeys: WeekKeys;
  readonly now: () => Temporal.Instant;
}
interface Job {
  readonly id: string;
  readonly job: OutboxJob;
}

/** The ledger over a database: each call is one transaction, and calls on one message, or about one person, take turns. */
export function openLedger(tools: Tools): Ledger {
  const { db, sealer, now } = tools;
  return {
    async record(proposals, settle) {
      const [first] = proposals;
      if (!first) return [];
      const turn = turnOf(sealer, first.subject);
      return db.transaction(async (tx) => {
        await takeTurn(tx, turn);
        const [newer] = await tx.select().from(tombstone).where(eq(tombstone.message, turn));
        const late = newer !== undefined && newer.version > first.version;
        const isOver = (proposal: Proposal): boolean => late && (newer.deleted || !proposal.endures);
        const current = proposals.filter((proposal) => !isOver(proposal));
        const judged = await recordAll(tools, tx, { proposals: current, settle, withdrawals: [] });
        return [...judgedAs(proposals.filter(isOver), "superseded"), ...judged];
      });
    },

    async supersede(change, still, settle) {
      const { version } = change.message;
      const turn = turnOf(sealer, change.message);
      return db.transaction(async (tx) => {
        await takeTurn(tx, turn);
        const seen = { version, deleted: change.judged === "deleted", expiresAt: now().add({ hours: tombstoneHours }) };
        const newest = await tx
          .insert(tombstone)
          .values({ message: turn, ...seen })
          .onConflictDoUpdate({ target: tombstone.message, set: seen, setWhere: lt(tombstone.version, version) })
          .returning({ version: tombstone.version });
        if (newest.length === 0) return judgedAs(still, "superseded");
        const messages = (["excerpt", "none"] as const).map((trace) => tagOf(sealer, change.message, trace));
        const withdrawals = await mend(tx, messages, mendedBy(change, still));
        return recordAll(tools, tx, { proposals: still, settle, withdrawals });
      });
    },
  };
}

/** The clauses that the change mends: those it was judged by and does not break; "all" of a message that is gone. */
function mendedBy({ judged }: Change, still: readonly Proposal[]): readonly string[] | "all" {
  return judged === "deleted" ? "all" : judged.filter((id) => !still.some(({ clause }) => clause === id));
}

/** Marks the message's claims on these clauses as mended; answers the jobs that take back what was told of them. */
async function mend(tx: Database, messages: Uint8Array[], clauses: readonly string[] | "all"): Promise<Job[]> {
  if (clauses.length === 0) return [];
  const mended = await tx
    .update(claim)
    .set({ holds: false })
    .where(
      and(
        inArray(claim.message, messages),
        eq(claim.holds, true),
        clauses === "all" ? undefined : inArray(claim.clause, [...clauses]),
      ),
    )
    .returning({ key: claim.key });
  return withdrawalsOf(
    tx,
    mended.map(({ key }) => key),
  );
}

const judgedAs = (proposals: readonly Proposal[], outcome: Outcome): Judgement[] =>
  proposals.map(({ clause, stage }) => ({ clause, stage, outcome }));

type Identity = Pick<Subject, "space" | "id">;
/** For turns and tombstones. */
const turnOf = (sealer: Sealer, { space, id }: Identity): Uint8Array => sealer.tag("claim", "turn", space, id);
/** Claims with and without a trace do not share a tag: a finding must not lead to a claim that may name nobody. */
const tagOf = (sealer: Sealer, { space, id }: Identity, trace: Proposal["trace"]): Uint8Array =>
  sealer.tag("claim", "message", trace, space, id);

/** Waits until nobody else's transaction is about the same thing. */
async function takeTurn(tx: Database, tag: Uint8Array): Promise<void> {
  const key = Buffer.from(tag).readBigInt64BE(0).toString();
  await tx.execute(sql`select pg_advisory_xact_lock(${key}::bigint)`);
}

interface Recording {
  readonly proposals: readonly Proposal[];
  readonly settle: Settle;
  readonly withdrawals: readonly Job[];
}

/** Records what is proposed and enqueues everything that follows, withdrawals included. */
async function recordAll(tools: Tools, tx: Database, recording: Recording): Promise<Judgement[]> {
  const { proposals, settle, withdrawals } = recording;
  const judgements: Judgement[] = [];
  const jobs: Job[] = [...withdrawals];
  const [first] = proposals;
  if (first) {
    await takeTurn(tx, tools.sealer.tag("pseudonym", first.who));
    const week = await tools.weekKeys.keyOf(tx, first.week);
    for (const proposal of proposals) {
      const recorded = await recordOne(tools, tx, { proposal, settle, week });
      judgements.push({ clause: proposal.clause, stage: proposal.stage, outcome: recorded.outcome });
      jobs.push(...recorded.jobs);
    }
  }
  await tools.queue.add(tx, jobs);
  return judgements;
}

interface One {
  readonly proposal: Proposal;
  readonly settle: Settle;
  readonly week: WeekKey;
}

async function recordOne(tools: Tools, tx: Database, one: One): Promise<{ outcome: Outcome; jobs: Job[] }> {
  const { proposal, settle, week } = one;
  const message = tagOf(tools.sealer, proposal.subject, proposal.trace);
  const key = tools.sealer.tag("claim", "key", Buffer.from(message).toString("hex"), proposal.clause);
  const expiresAt = proposal.trace === "none" ? week.expiresAt : tools.now().add({ hours: 24 * traceDays });
  const claimed = await tx
    .insert(claim)
    .values({ key, message, clause: proposal.clause, week: proposal.week, expiresAt })
    .onConflictDoNothing()
    .returning({ key: claim.key });
  if (claimed.length === 0) {
    // The breach is back after a correction: the first notice holds again, and is not told twice.
    await tx
      .update(claim)
      .set({ holds: true })
      .where(and(eq(claim.key, key), eq(claim.holds, false)));
    return { outcome: "repeat", jobs: [] };
  }
  const settled = settle(proposal, await countUp(tx, proposal, week));
  const traced = proposal.trace === "none" ? null : await keepFinding(tools, tx, key, proposal);
  const jobs: Job[] = [];
  for (const effect of settled.effects) {
    jobs.push(await keepNotice(tx, { key, proposal, week, trace: traced, to: effect.to }));
  }
  if (jobs.length > 0) await countNudge(tx, proposal, week);
  return { outcome: settled.outcome, jobs };
}

const tagsOf = (
  { who, clause, day }: Proposal,
  { key }: WeekKey,
): Record<"breaches" | "day" | "dayAndClause", Uint8Array> => ({
  breaches: tagWith(key, "breaches", who, clause),
  day: tagWith(key, "nudges", who, day),
  dayAndClause: tagWith(key, "nudges", who, day, clause),
});

/** Counts the breach, unless it is only watched for, and reads how often the author was told today. */
async function countUp(tx: Database, proposal: Proposal, week: WeekKey): Promise<Parameters<Settle>[1]> {
  const tags = tagsOf(proposal, week);
  const breachesThisWeek = proposal.stage === "nudge" ? await increment(tx, tags.breaches, proposal.week) : 0;
  const rows = await tx
    .select()
    .from(tally)
    .where(inArray(tally.key, [tags.day, tags.dayAndClause]));
  const count = (tag: Uint8Array): number => rows.find(({ key }) => Buffer.compare(key, tag) === 0)?.count ?? 0;
  return { breachesThisWeek, nudgesToday: count(tags.day), nudgesTodayForClause: count(tags.dayAndClause) };
}

async function countNudge(tx: Database, proposal: Proposal, week: WeekKey): Promise<void> {
  const { day, dayAndClause } = tagsOf(proposal, week);
  await tx
    .insert(tally)
    .values([day, dayAndClause].map((key) => ({ key, week: proposal.week, count: 1 })))
    .onConflictDoUpdate({ target: tally.key, set: { count: sql`${tally.count} + 1` } });
}

async function increment(tx: Database, key: Uint8Array, week: string): Promise<number> {
  const [row] = await tx
    .insert(tally)
    .values({ key, week, count: 1 })
    .onConflictDoUpdate({ target: tally.key, set: { count: sql`${tally.count} + 1` } })
    .returning({ count: tally.count });
  return row?.count ?? 0;
}

async function keepFinding({ sealer, now }: Tools, tx: Database, key: Uint8Array, proposal: Proposal): Promise<string> {
  const id = randomUUID();
  const { clause, rule, code, revision, stage, author, subject, excerpt } = proposal;
  await tx.insert(finding).values({
    id,
    claim: key,
    ...{ clause, rule, code, revision, stage, author },
    space: subject.space,
    message: subject.id,
    excerpt: excerpt && sealer.seal("excerpt", id, JSON.stringify(excerpt)),
    // Delivery starts the last day anew; what is never delivered does not stay longer.
    excerptUntil: excerpt && now().add({ hours: excerptHours }),
  });
  return id;
}

interface Telling {
  readonly key: Uint8Array;
  readonly proposal: Proposal;
  readonly week: WeekKey;
  readonly trace: string | null;
  readonly to: AccountId;
}

/** The notice, and the job that tells it. Where no trace is kept the row names nobody, and the job goes when done. */
async function keepNotice(tx: Database, { key, proposal, week, trace, to }: Telling): Promise<Job> {
  // Not derived from anything: whoever holds the rows must not be able to try which account made it.
  const id = randomUUID() as string as NoticeId;
  const { clause, rule, code, revision, data, place, platform, author } = proposal;
  const traced = proposal.trace !== "none";
  await tx.insert(notice).values({
    id,
    claim: key,
    addressee: tagWith(week.key, "addressee", id, to),
    week: proposal.week,
    ...{ clause, rule, code, revision, finding: trace },
    data: traced ? data : null,
    account: traced ? to : null,
    place: traced ? { platform, ...place } : null,
  });
  return {
    id,
    job: { do: "tell", notice: id, platform, to, author, place, clause, revision, rule, code, data, traced },
  };
}

/** Jobs that take back what was told about these claims, where it was kept what that needs. */
async function withdrawalsOf(tx: Database, claims: readonly Uint8Array[]): Promise<Job[]> {
  if (claims.length === 0) return [];
  const rows = await tx
    .select()
    .from(notice)
    .where(inArray(notice.claim, [...claims]));
  return rows.flatMap((row) => withdrawal(row) ?? []);
}

/** The job that takes a notice back, or null where nothing was told or nothing is kept of it. */
export function withdrawal(row: typeof notice.$inferSelect): Job | null {
  if (!row.account || !row.place || !row.receipt) return null;
  const { platform, workspace, space, thread, message } = row.place;
  const place = { workspace: workspace as WorkspaceId, space: space as SpaceId, thread, message };
  const id = row.id as NoticeId;
  return {
    id: randomUUID(),
    job: { do: "withdraw", notice: id, platform, to: row.account as AccountId, place },
  };
}
