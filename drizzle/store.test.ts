import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { settle, type Proposal } from "../src/core/decide.ts";
import type { AccountId, Message, NoticeId, PersonId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import { Unstorable, type OutboxJob, type Store } from "../src/core/store.ts";
import { newPlace, secret, type Place } from "../test/database.ts";
import type { Connection } from "./connect.ts";
import { openStore } from "./store.ts";

const monday = Temporal.Instant.from("2026-11-16T09:00:00Z");
const space = "local:general" as SpaceId;
const ada = "local:ada" as AccountId;

let next = 0;
const newMessage = (version = 0): Message => ({ space, id: `m${(next += 1)}`, version });
const propose = (message: Message, but: Partial<Proposal> = {}): Proposal => ({
  clause: "terms",
  revision: 1,
  rule: "watched-terms",
  code: "term",
  data: {},
  stage: "nudge",
  trace: "excerpt",
  platform: "local",
  subject: { about: "message", space, id: message.id },
  version: message.version,
  endures: false,
  place: { workspace: "local:w" as WorkspaceId, space, thread: null, message: null },
  author: ada,
  who: `person-${next}` as PersonId,
  tell: [ada],
  stewards: [],
  allowance: 0,
  caps: { day: 2, dayAndClause: 1 },
  day: "2026-11-16",
  week: "2026-W47",
  excerpt: { text: "about Project Falcon", spans: [{ start: 6, end: 20 }] },
  ...but,
});

describe.each(["pglite", "postgres"] as const)("the store on %s", (kind) => {
  let place: Place;
  let connection: Connection;
  let store: Store;
  let now = monday;
  beforeAll(async () => {
    place = await newPlace(kind, inject("databaseUrl"));
    connection = await place.connect();
    store = await openStore(connection, { secret, now: () => now, report: () => undefined });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });
  const record = async (...proposals: Proposal[]): Promise<string[]> =>
    (await store.ledger.record(proposals, settle)).map(({ outcome }) => outcome);
  const supersede = async (message: Message, ...still: Proposal[]): Promise<string[]> =>
    (await store.ledger.supersede({ message, judged: ["terms"] }, still, settle)).map(({ outcome }) => outcome);
  const remove = (message: Message) => store.ledger.supersede({ message, judged: "deleted" }, [], settle);
  /** The notice that was kept last, delivered or not. */
  const lastRow = async (): Promise<NoticeId> => {
    const answer: unknown = await connection.db.execute(
      sql`select n.id from notice n join claim c on c.key = n.claim where n.account = ${ada} order by c."expiresAt" desc, n.ctid desc limit 1`,
    );
    const [row] = (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as { id: NoticeId }[];
    if (!row) throw new Error("no notice");
    return row.id;
  };

  test("a breach delivered ten times at once is told once", async () => {
    const proposal = propose(newMessage());
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => record(proposal)));
    expect(outcomes.flat().toSorted()).toEqual([...Array<string>(9).fill("repeat"), "told"]);
  });

  test("breaches within the allowance pass, the next is told, and the day's cap holds after it", async () => {
    const who = "person-allowance" as PersonId;
    const outcomes: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      outcomes.push(...(await record(propose(newMessage(), { who, allowance: 2 }))));
    }
    expect(outcomes).toEqual(["allowed", "allowed", "told", "capped", "capped"]);
    expect(await record(propose(newMessage(), { who, allowance: 2, day: "2026-11-17" }))).toEqual(["told"]);
  });

  test("no more than two nudges a day over all clauses", async () => {
    const who = "person-caps" as PersonId;
    const message = newMessage();
    const three = ["one", "two", "three"].map((clause) => propose(message, { who, clause }));
    expect(await record(...three)).toEqual(["told", "told", "capped"]);
  });

  test("nor when six clauses are touched by six messages at once", async () => {
    const who = "person-at-once" as PersonId;
    const proposals = Array.from({ length: 6 }, (_, index) =>
      propose(newMessage(), { who, clause: `clause-${index}` }),
    );
    const outcomes = (await Promise.all(proposals.map((proposal) => record(proposal)))).flat();
    expect(outcomes.filter((outcome) => outcome === "told")).toHaveLength(2);
  });

  test("a shadow clause is recorded and silent, and moves no tally", async () => {
    const who = "person-shadow" as PersonId;
    expect(await record(propose(newMessage(), { who, stage: "shadow" }))).toEqual(["shadow"]);
    expect(await record(propose(newMessage(), { who, allowance: 1 }))).toEqual(["allowed"]);
  });

  test("an edit that arrives before its post is honoured", async () => {
    const post = newMessage();
    expect(await supersede({ ...post, version: 5 })).toEqual([]);
    expect(await record(propose(post))).toEqual(["superseded"]);
  });

  test("an older edit that arrives after a newer one changes nothing", async () => {
    const post = newMessage();
    await supersede({ ...post, version: 9 });
    expect(await supersede({ ...post, version: 5 }, propose({ ...post, version: 5 }))).toEqual(["superseded"]);
  });

  test("a corrected message makes its notice stale, and a breach that comes back is not told twice", async () => {
    const post = newMessage();
    const who = "person-edit" as PersonId;
    expect(await record(propose(post, { who }))).toEqual(["told"]);
    const id = await lastRow();
    await supersede({ ...post, version: 1 });
    expect((await store.notices.findFor(id, ada))?.holds).toBe(false);
    expect(await supersede({ ...post, version: 2 }, propose({ ...post, version: 2 }, { who }))).toEqual(["repeat"]);
    expect((await store.notices.findFor(id, ada))?.holds).toBe(true);
  });

  test("what no edit mends is told though the edit came first, and stays though the message was edited", async () => {
    const late = { clause: "rest", endures: true, who: "person-endures" };
    const first = newMessage();
    await supersede({ ...first, version: 1 });
    expect(await record(propose(first), propose(first, late))).toEqual(["superseded", "told"]);
    const id = await lastRow();
    await supersede({ ...first, version: 2 });
    expect((await store.notices.findFor(id, ada))?.holds).toBe(true);
    await remove({ ...first, version: 3 });
    expect((await store.notices.findFor(id, ada))?.holds).toBe(false);
    const gone = newMessage();
    await remove({ ...gone, version: 1 });
    expect(await record(propose(gone, { ...late, who: "person-gone" }))).toEqual(["superseded"]);
  });

  test("a notice is shown to nobody but its addressee", async () => {
    await record(propose(newMessage()));
    const id = await lastRow();
    expect(await store.notices.findFor(id, "local:eve" as AccountId)).toBeNull();
    expect((await store.notices.findFor(id, ada))?.excerpt?.text).toBe("about Project Falcon");
    expect(await store.notices.findFor("'; drop table notice" as NoticeId, ada)).toBeNull();
  });

  test("an excerpt goes a day after delivery, its tally and key with the week", async () => {
    await record(propose(newMessage()));
    const id = await lastRow();
    await store.notices.delivered(id, "direct", "receipt");
    now = monday.add({ hours: 25 });
    await store.keeper.expire(now);
    const notice = await store.notices.findFor(id, ada);
    expect(notice).toMatchObject({ excerpt: null, keptUntil: null, receipt: "receipt" });
    now = monday.add({ hours: 24 * 10 });
    await store.keeper.expire(now);
    const weeks = sql`select (select count(*) from week_key)::int + (select count(*) from tally)::int as count`;
    const answer: unknown = await connection.db.execute(weeks);
    expect(Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows).toEqual([{ count: 0 }]);
    expect(await store.notices.findFor(id, ada)).toMatchObject({ excerpt: null });
    now = monday.add({ hours: 24 * 31 });
    await store.keeper.expire(now);
    expect(await store.notices.findFor(id, ada)).toBeNull();
    now = monday;
  });

  test("rows of a clause without a trace lead to nobody, though the same message touched one with a trace", async () => {
    const someone = "local:somebody-unseen" as AccountId;
    const message = { ...newMessage(), id: "1763236800.000100" };
    const both = { who: "person-both" as PersonId, author: someone, tell: [someone] };
    await record(propose(message, both), propose(message, { ...both, clause: "rest", trace: "none", excerpt: null }));
    const rows = async (query: SQL): Promise<unknown[]> => {
      const answer: unknown = await connection.db.execute(query);
      return Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows;
    };
    const untraced = await rows(sql`select n::text as row from notice n where account is null`);
    expect(untraced.length).toBeGreaterThan(0);
    expect(JSON.stringify(untraced)).not.toContain("unseen");
    expect(JSON.stringify(untraced)).not.toContain(message.id);
    // Neither through the message's tag, nor by trying every account against what the rows hold.
    const joined = sql`select 1 from claim c join claim r on r.message = c.message and r.clause = 'rest' and c.clause <> 'rest'`;
    expect(await rows(joined)).toEqual([]);
  });

  test("a clause without a trace keeps nothing that names anybody", async () => {
    const who = "person-rest" as PersonId;
    const someone = "local:someone" as AccountId;
    const rest = propose(newMessage(), { who, trace: "none", excerpt: null, tell: [someone], author: someone });
    expect(await record(rest)).toEqual(["told"]);
    expect(await store.notices.lastFor(someone)).toBeNull();
  });

  test("the outbox performs each notice, forgets it when done, and tries again what failed", async () => {
    const jobs: OutboxJob[] = [];
    const before = (await store.health.queue()).waiting;
    const told = Promise.withResolvers<OutboxJob>();
    let failed = false;
    const message = newMessage();
    await record(propose(message, { tell: ["local:worker" as AccountId] }));
    await store.outbox.work((job) => {
      if (job.to !== "local:worker") return Promise.resolve();
      jobs.push(job);
      if (!failed) {
        failed = true;
        return Promise.reject(new Error("secret words of a platform"));
      }
      told.resolve(job);
      return Promise.resolve();
    });
    expect(await told.promise).toMatchObject({ do: "tell", clause: "terms" });
    expect(jobs).toHaveLength(2);
    await expect.poll(async () => (await store.health.queue()).waiting, { timeout: 10_000 }).toBe(0);
    expect(before).toBeGreaterThan(0);
  });

  test("the audit chain is whole, and refuses to be changed", async () => {
    expect(await store.revisions.add({ clauses: [] }, "installation", "first", 0)).toBe(1);
    for (const from of [1, 2, 3]) await store.revisions.add({ clauses: [] }, ada, `change ${from}`, from);
    expect(await store.keeper.verifyAudit()).toEqual({ lines: 4, brokenAt: null });
    expect((await store.revisions.current())?.number).toBe(4);
  });

  test("of several changes made from the same revision only one is taken, and the others leave nothing", async () => {
    const { lines } = await store.keeper.verifyAudit();
    const numbers = await Promise.all(
      [1, 2, 3, 4].map((each) => store.revisions.add({ clauses: [] }, ada, `at once ${each}`, 4)),
    );
    expect(numbers.filter((number) => number !== null)).toEqual([5]);
    expect(await store.keeper.verifyAudit()).toEqual({ lines: lines + 1, brokenAt: null });
  });

  test("revisions are listed newest first, with who, when and why, and found by their number", async () => {
    const [newest, ...older] = await store.revisions.list(2);
    expect(newest).toMatchObject({ number: 5, charter: { clauses: [] }, by: ada });
    expect(newest?.at.equals(monday)).toBe(true);
    expect(newest?.reason).toMatch(/^at once/);
    expect(older.map(({ number }) => number)).toEqual([4]);
    expect(await store.revisions.find(1)).toMatchObject({ number: 1, by: "installation", reason: "first" });
    for (const number of [0, -1, 6, 1.5, 2 ** 40, Number.NaN]) expect(await store.revisions.find(number)).toBeNull();
  });

  test("the audit chain shows a revision that was changed behind its back, and cannot be emptied", async () => {
    await expect(connection.db.execute(sql`truncate audit`)).rejects.toThrow();
    await expect(connection.db.execute(sql`update audit set action = 'x'`)).rejects.toThrow();
    await connection.db.execute(sql`update revision set charter = '{"clauses": [1]}' where number = 2`);
    expect((await store.keeper.verifyAudit()).brokenAt).toBe(2);
    await connection.db.execute(sql`update revision set charter = '{"clauses": []}' where number = 2`);
    expect((await store.keeper.verifyAudit()).brokenAt).toBeNull();
    const changes = [
      [sql`reason = 'other'`, sql`reason = 'change 2'`],
      [sql`by = 'local:eve'`, sql`by = ${ada}`],
      [sql`at = at - interval '1 day'`, sql`at = at + interval '1 day'`],
    ] as const;
    for (const [change, back] of changes) {
      await connection.db.execute(sql`update revision set ${change} where number = 3`);
      expect((await store.keeper.verifyAudit()).brokenAt).toBe(3);
      await connection.db.execute(sql`update revision set ${back} where number = 3`);
    }
    expect((await store.keeper.verifyAudit()).brokenAt).toBeNull();
  });

  test("another secret is noticed at the start", async () => {
    const other = { secret: new Uint8Array(32).fill(8), now: () => now, report: () => undefined };
    await expect(openStore(connection, other)).rejects.toThrow("made with another secret");
  });

  test("a traced notice is explained after its week's key is gone", async () => {
    await record(propose(newMessage(), { who: "person-week" }));
    await store.notices.delivered(await lastRow(), "direct", "r");
    const id = await lastRow();
    await connection.db.execute(sql`delete from week_key`);
    now = monday.add({ hours: 24 * 10 });
    expect((await store.notices.findFor(id, ada))?.id).toBe(id);
    now = monday;
  });

  test("one caller is elected for each key", async () => {
    const won = await Promise.all(Array.from({ length: 8 }, () => store.keeper.elect("tick:2026-11-16T09:00")));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test("gaps and the heartbeat are remembered", async () => {
    await store.health.addGap({ platform: "slack", started: monday, ended: null, reason: "store unavailable" });
    expect(await store.health.gaps(5)).toMatchObject([{ platform: "slack", ended: null }]);
    expect(await store.health.beat(monday)).toBeNull();
    expect((await store.health.beat(monday.add({ hours: 1 })))?.equals(monday)).toBe(true);
  });

  test("what it can never hold is told from what it cannot hold now, by a code, and neither statement nor value", async () => {
    const broken = propose(newMessage(), { data: { text: 1 }, clause: "nul \u0000 in a name" });
    const error = await store.ledger.record([broken], settle).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unstorable);
    expect(String(error)).not.toContain("nul");
    expect((error as Error).cause).toBeUndefined();
  });
});
