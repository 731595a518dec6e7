import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNotNull, isNull, lte, max, ne, or, sql } from "drizzle-orm";
import { appealDays, mayAppeal, type Case, type CaseDecision, type OpenCase } from "../src/core/case.ts";
import type { AccountId, CaseId, NoticeId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { CaseJob, Cases } from "../src/core/store.ts";
import { mend } from "./claims.ts";
import type { Database } from "./connect.ts";
import type { Queue } from "./outbox.ts";
import { appendAudit } from "./revisions.ts";
import { claim, notice, reviewCase } from "./schema.ts";
import type { Sealer } from "./seal.ts";

/** How long what happened to a case stays, without its words. One that nobody decides goes then too, words and all. */
const keptDays = 365;

export interface CaseTools {
  readonly db: Database;
  readonly queue: Queue;
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
}
type Tell = (each: Case) => readonly CaseJob[];
type Row = typeof reviewCase.$inferSelect;
/** All that people wrote about a case, sealed as one. */
type Words = Pick<Case, "excerpt" | "note" | "reason" | "appeal" | "first">;

/** Cases over a database: each change is one transaction, with its line of the audit chain and its jobs. */
export function openCases(tools: CaseTools): Cases {
  const { db, sealer, now } = tools;
  const readAll = (rows: readonly Row[]): Case[] => rows.map((row) => readCase(sealer, row));
  return {
    open: (wanted, tell) =>
      db.transaction(async (tx) => {
        const key = sealer.tag("case", "key", wanted.key);
        const { opened, isNew } = await openCase(tools, tx, { ...wanted, key });
        if (isNew) await enqueue(tools, tx, tell(opened));
        return opened;
      }),
    async find(number) {
      // What people type may be more than the column holds.
      if (!Number.isInteger(number) || Math.abs(number) > 2_147_483_647) return null;
      return readAll(await db.select().from(reviewCase).where(eq(reviewCase.number, number)))[0] ?? null;
    },
    async findById(id) {
      return readAll(await db.select().from(reviewCase).where(eq(reviewCase.id, id)))[0] ?? null;
    },
    async list(which, limit) {
      const states = which === "waiting" ? (["open", "claimed"] as const) : (["upheld", "dismissed"] as const);
      const chosen = db.select().from(reviewCase).where(inArray(reviewCase.state, states));
      return readAll(await chosen.orderBy(desc(reviewCase.number)).limit(limit));
    },
    async listOf(account, limit) {
      const concerned = or(eq(reviewCase.author, account), eq(reviewCase.reporter, account));
      const chosen = db.select().from(reviewCase).where(concerned);
      return readAll(await chosen.orderBy(desc(reviewCase.number)).limit(limit));
    },
    async claim(id, by) {
      const free = and(eq(reviewCase.id, id), eq(reviewCase.state, "open"), mayHold(by));
      const rows = await db
        .update(reviewCase)
        .set({ state: "claimed", claimedBy: by })
        .where(free)
        .returning({ id: reviewCase.id });
      return rows.length > 0;
    },
    async release(id, by) {
      const rows = await db
        .update(reviewCase)
        .set({ state: "open", claimedBy: null })
        .where(heldBy(id, by))
        .returning({ id: reviewCase.id });
      return rows.length > 0;
    },
    decide: (id, by, decision, tell) => db.transaction((tx) => decideOne(tools, tx, { id, by, decision, tell })),
    appeal: (id, by, reason, tell) =>
      db.transaction(async (tx) => {
        const [row] = await tx.select().from(reviewCase).where(eq(reviewCase.id, id)).for("update");
        if (!row) return false;
        const before = readCase(sealer, row);
        if (!mayAppeal(by, before, now())) return false;
        const first: CaseDecision | null =
          before.state === "upheld" || before.state === "dismissed"
            ? { state: before.state, reason: before.reason ?? "" }
            : null;
        const words = seal(sealer, id, { ...before, reason: null, appeal: reason, first });
        const change = {
          state: "open",
          claimedBy: null,
          decidedBy: null,
          barred: row.decidedBy,
          closed: null,
        } as const;
        const after = await update(tools, tx, id, { ...change, words });
        await audit(tools, tx, { actor: by, action: "case appealed", number: row.number });
        await enqueue(tools, tx, tell(after));
        return true;
      }),
  };
}

/** Opens a case in the caller's transaction, or finds the one that is open about the same. `key` is a keyed hash. */
export async function openCase(
  { sealer, now }: CaseTools,
  tx: Database,
  wanted: Omit<OpenCase, "key"> & { readonly key: Uint8Array },
): Promise<{ opened: Case; isNew: boolean }> {
  // One at a time: numbers have no holes, and the same is not opened twice.
  await tx.execute(sql`select pg_advisory_xact_lock(7240203)`);
  const same = and(eq(reviewCase.key, wanted.key), inArray(reviewCase.state, ["open", "claimed"]));
  const [before] = await tx.select().from(reviewCase).where(same);
  if (before) return { opened: readCase(sealer, before), isNew: false };
  const [last] = await tx.select({ number: max(reviewCase.number) }).from(reviewCase);
  const id = randomUUID();
  const { excerpt, note, ...facts } = wanted;
  const words = seal(sealer, id, { excerpt, note, reason: null, appeal: null, first: null });
  const opened = now().round("millisecond");
  const row = { ...facts, id, number: (last?.number ?? 0) + 1, words, state: "open", opened } as const;
  const [made] = await tx.insert(reviewCase).values(row).returning();
  if (!made) throw new Error("a case was not kept");
  return { opened: readCase(sealer, made), isNew: true };
}

interface Deciding {
  readonly id: CaseId;
  readonly by: AccountId;
  readonly decision: CaseDecision;
  readonly tell: Tell;
}

async function decideOne(tools: CaseTools, tx: Database, { id, by, decision, tell }: Deciding): Promise<boolean> {
  const { sealer, now, queue } = tools;
  const [row] = await tx
    .select()
    .from(reviewCase)
    .where(and(heldBy(id, by), mayHold(by)))
    .for("update");
  if (!row) return false;
  const { state, reason } = decision;
  const words = seal(sealer, id, { ...readCase(sealer, row), reason });
  const change = { state, claimedBy: null, decidedBy: by, closed: now().round("millisecond"), words };
  const after = await update(tools, tx, id, change);
  await audit(tools, tx, { actor: by, action: `case ${state}`, number: row.number });
  if (state === "dismissed") await queue.add(tx, await mend(tx, claimsOf(tx, row)));
  await enqueue(tools, tx, tell(after));
  return true;
}

/** The claims that a dismissed case takes the ground from: its own where a clause opened it, or that of the notice objected to. */
function claimsOf(tx: Database, { origin, key, notice: contested }: Row) {
  if (origin === "stage") return eq(claim.key, key);
  if (contested === null) return sql`false`;
  return inArray(claim.key, tx.select({ key: notice.claim }).from(notice).where(eq(notice.id, contested)));
}

/** Whom a case does not concern and who has not decided it before. */
const mayHold = (by: AccountId) =>
  and(...[reviewCase.author, reviewCase.reporter, reviewCase.barred].map((who) => or(isNull(who), ne(who, by))));
const heldBy = (id: CaseId, by: AccountId) =>
  and(eq(reviewCase.id, id), eq(reviewCase.state, "claimed"), eq(reviewCase.claimedBy, by));

async function update({ sealer }: CaseTools, tx: Database, id: CaseId, change: Partial<Row>): Promise<Case> {
  const [row] = await tx.update(reviewCase).set(change).where(eq(reviewCase.id, id)).returning();
  if (!row) throw new Error("a case is gone while it is held");
  return readCase(sealer, row);
}

const enqueue = ({ queue }: CaseTools, tx: Database, jobs: readonly CaseJob[]): Promise<void> =>
  queue.add(
    tx,
    jobs.map((job) => ({ id: randomUUID(), job })),
  );

/** Who decided, and which case: no word of why. */
const audit = (
  tools: CaseTools,
  tx: Database,
  { actor, action, number }: { actor: AccountId; action: string; number: number },
): Promise<void> => appendAudit(tools, tx, { actor, action, subject: `case ${number}` });

const seal = (sealer: Sealer, id: string, { excerpt, note, reason, appeal, first }: Words): Uint8Array =>
  sealer.seal("case", id, JSON.stringify({ excerpt, note, reason, appeal, first }));

/** The words of a case without what its reporter said; what the author wrote and why it was decided stay. */
export const withoutNote = (sealer: Sealer, row: Row): Uint8Array | null =>
  row.words && seal(sealer, row.id, { ...readCase(sealer, row), note: null });

const wordless: Words = { excerpt: null, note: null, reason: null, appeal: null, first: null };

export function readCase(sealer: Sealer, row: Row): Case {
  const { origin, number, clause, rule, code, data, platform, message, state, opened, closed } = row;
  const words = row.words ? (JSON.parse(sealer.open("case", row.id, row.words)) as Words) : wordless;
  return {
    ...{ origin, number, clause, rule, code, data, platform, message, state, opened, closed },
    ...words,
    id: row.id as CaseId,
    workspace: row.workspace as WorkspaceId,
    space: row.space as SpaceId | null,
    author: row.author as AccountId | null,
    reporter: row.reporter as AccountId | null,
    notice: row.notice as NoticeId | null,
    claimedBy: row.claimedBy as AccountId | null,
    decidedBy: row.decidedBy as AccountId | null,
    barred: row.barred as AccountId | null,
  };
}

/** Deletes the words of cases whose appeal is over, and cases that are old. Answers how many rows. */
export async function expireCases(tx: Database, now: Temporal.Instant): Promise<number> {
  const over = lte(reviewCase.closed, now.subtract({ hours: 24 * appealDays }));
  const year = now.subtract({ hours: 24 * keptDays });
  const old = or(lte(reviewCase.closed, year), and(isNull(reviewCase.closed), lte(reviewCase.opened, year)));
  const gone = await tx.delete(reviewCase).where(old).returning({ id: reviewCase.id });
  const silent = await tx
    .update(reviewCase)
    .set({ words: null })
    .where(and(isNotNull(reviewCase.words), over))
    .returning({ id: reviewCase.id });
  return gone.length + silent.length;
}
