import { and, eq, gt, inArray, notInArray, or, sql, type SQL } from "drizzle-orm";
import { jsonb, pgSchema, text, timestamp } from "drizzle-orm/pg-core";
import { PgBoss, fromDrizzle, type JobWithMetadata } from "pg-boss";
import { AdapterError } from "../src/core/adapter.ts";
import type { AccountId } from "../src/core/model.ts";
import type { Outbox, OutboxJob } from "../src/core/store.ts";
import { codeOf, type Connection, type Database } from "./connect.ts";

const queue = "deliver";
const deadQueue = "deliver-dead";
const bossJob = pgSchema("pgboss").table("job", {
  name: text().notNull(),
  state: text().notNull(),
  data: jsonb(),
  startAfter: timestamp("start_after", { withTimezone: true }).notNull(),
});

/** A job under an id of its own: adding it again changes nothing. */
export interface QueuedJob {
  readonly id: string;
  readonly job: OutboxJob;
  /** Not before then; at once where it is left out. */
  readonly due?: Temporal.Instant;
}

/** The queue of effects: jobs are added in the transaction of what they follow from, and deleted when done. */
export interface Queue extends Outbox {
  add(tx: Database, jobs: readonly QueuedJob[]): Promise<void>;
  /** Jobs whose time has come and that are not done, and those that failed for good. */
  counts(): Promise<{ waiting: number; dead: number }>;
  /** Forgets jobs that failed for good and may not stay. Answers how many. */
  forget(): Promise<number>;
  /** Forgets jobs that failed for good and name one of these accounts. Answers how many. */
  forgetPeople(tx: Database, accounts: readonly AccountId[]): Promise<number>;
  close(): Promise<void>;
}

/** Starts pg-boss on the connection. `report` gets names and codes only. */
export async function openQueue(
  connection: Connection,
  report: (event: string, fields: Readonly<Record<string, string>>) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    ...connection.queue,
    useListenNotify: true,
    persistWarnings: false,
    maintenanceIntervalSeconds: 30,
    // How soon the jobs of an instance that died are given to another, together with expireInSeconds.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  // pg-boss errors may carry the statement and its values: only the code goes on.
  boss.on("error", (error) => report("queue.error", { code: codeOf(error) }));
  boss.on("warning", () => undefined);
  await boss.start();
  await boss.createQueue(deadQueue, { deleteAfterSeconds: 7 * 86_400, retentionSeconds: 7 * 86_400 });
  const settings = {
    notify: true,
    // Enough for a platform that is away for a day: the delay doubles up to ten minutes.
    retryLimit: 150,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 600,
    // Longer than any adapter waits for its platform.
    expireInSeconds: 45,
    deleteAfterSeconds: 1,
    deadLetter: deadQueue,
  };
  await boss.createQueue(queue, settings);
  // A queue that an older version made takes the settings of this one.
  await boss.updateQueue(queue, settings);
  // On one shared connection a first look-up inside a transaction would wait for itself: fill the cache before.
  await boss.findJobs(queue, { id: "00000000-0000-4000-8000-000000000000" });

  return {
    async add(tx, jobs) {
      if (jobs.length === 0) return;
      const inserts = jobs.map(({ id, job, due }) => ({ id, data: job, ...(due && { startAfter: due.toString() }) }));
      // pg-boss reads the answers of both drivers; their types are only wider than the one it names.
      const execute = (query: unknown) => tx.execute(query as SQL) as unknown as Promise<Record<string, unknown>[]>;
      await boss.insert(queue, inserts, { db: fromDrizzle({ execute }, sql) });
    },
    async work(perform) {
      const options = {
        batchSize: 1,
        // A slow platform holds up its own notices only.
        localConcurrency: 10,
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 2,
        includeMetadata: true,
      } as const;
      await boss.work<OutboxJob, void, typeof options>(queue, options, async (jobs) => {
        await Promise.all(jobs.map((job) => performOne(boss, job, perform)));
      });
    },
    async counts() {
      // pg-boss's own statistics are up to a minute old.
      const later = and(eq(bossJob.state, "created"), gt(bossJob.startAfter, sql`now()`));
      const done = notInArray(bossJob.state, ["completed", "cancelled"]);
      const count = (name: string): Promise<number> =>
        connection.db.$count(bossJob, sql`${eq(bossJob.name, name)} and ${done} and not (${later})`);
      return { waiting: await count(queue), dead: await count(deadQueue) };
    },
    async forget() {
      // A job that failed for good was copied to the dead letters; the original must not stay either.
      await boss.deleteStoredJobs(queue);
      const mayNotStay = [{ traced: false }, { do: "remind" }];
      const found = await Promise.all(mayNotStay.map((data) => boss.findJobs<OutboxJob>(deadQueue, { data })));
      const ids = found.flat().map(({ id }) => id);
      if (ids.length === 0) return 0;
      await boss.deleteJob(deadQueue, ids);
      report("notice.undeliverable", { count: String(ids.length) });
      return ids.length;
    },
    async forgetPeople(tx, accounts) {
      const names = (member: "to" | "author"): SQL => inArray(sql`${bossJob.data}->>${member}`, [...accounts]);
      const gone = await tx
        .delete(bossJob)
        .where(and(eq(bossJob.name, deadQueue), or(names("to"), names("author"))))
        .returning({ name: bossJob.name });
      return gone.length;
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

/** Settles one job itself: a done job is deleted, and a failed one keeps a code instead of the error, which could hold anything. */
async function performOne(
  boss: PgBoss,
  job: JobWithMetadata<OutboxJob>,
  perform: (job: OutboxJob) => Promise<void>,
): Promise<void> {
  const attempt = { id: job.id, retryCount: job.retryCount };
  try {
    await perform(job.data);
    await boss.deleteJob(queue, attempt);
  } catch (error) {
    await boss.fail(queue, attempt, { code: error instanceof AdapterError ? error.code : codeOf(error) });
    const wait = error instanceof AdapterError ? error.retryAfter : null;
    if (wait !== null) await boss.update(queue, undefined, { id: job.id, startAfter: wait });
  }
}
