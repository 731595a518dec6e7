import fc from "fast-check";
import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { appealDays, caseJob, toldToDecide, type Case, type OpenCase } from "../src/core/case.ts";
import { settle, type Proposal } from "../src/core/decide.ts";
import type { AccountId, PersonId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { OutboxJob, Store } from "../src/core/store.ts";
import { newPlace, secret, type Place } from "../test/database.ts";
import type { Connection } from "./connect.ts";
import { openStore } from "./store.ts";

const monday = Temporal.Instant.from("2026-11-16T09:00:00Z");
const space = "local:general" as SpaceId;
const workspace = "local:w" as WorkspaceId;
const [ada, rosa, mo, amy, ann] = ["ada", "rosa", "mo", "amy", "ann"].map((name) => `local:${name}` as AccountId) as [
  AccountId,
  AccountId,
  AccountId,
  AccountId,
  AccountId,
];

let next = 0;
const wanted = (but: Partial<OpenCase> = {}): OpenCase => ({
  origin: "report",
  clause: "professional",
  rule: null,
  code: null,
  data: {},
  platform: "local",
  workspace,
  space,
  message: `m${(next += 1)}`,
  author: ada,
  reporter: rosa,
  notice: null,
  excerpt: { text: "what was written", spans: [] },
  note: "what was reported",
  key: `report ${next}`,
  ...but,
});
const propose = (but: Partial<Proposal> = {}): Proposal => {
  const message = `stage-${(next += 1)}`;
  return {
    clause: "terms",
    revision: 1,
    rule: "watched-terms",
    code: "term",
    data: {},
    stage: "case",
    trace: "excerpt",
    platform: "local",
    subject: { about: "message", space, id: message },
    version: 0,
    endures: false,
    place: { workspace, space, thread: null, message },
    author: ada,
    who: `person-${next}` as PersonId,
    tell: [ada],
    stewards: [mo, amy],
    allowance: 0,
    caps: { day: 2, dayAndClause: 1 },
    day: "2026-11-16",
    week: "2026-W47",
    excerpt: { text: "about Project Falcon", spans: [{ start: 6, end: 20 }] },
    ...but,
  };
};

describe.each(["pglite", "postgres"] as const)("cases on %s", (kind) => {
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
  const nobody = (): [] => [];
  const rows = async (query: SQL): Promise<readonly Record<string, unknown>[]> => {
    const answer: unknown = await connection.db.execute(query);
    return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Record<string, unknown>[];
  };
  const jobsOf = async (id: string): Promise<[string, string][]> => {
    const found = await rows(sql`select data from pgboss.job where name = 'deliver' and data->>'case' = ${id}`);
    const jobs = found.map(({ data }) => data as Extract<OutboxJob, { do: "case" }>);
    return jobs
      .map(({ what, to }): [string, string] => [what, to])
      .toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  };
  const claimed = async (by: AccountId, but: Partial<OpenCase> = {}): Promise<Case> => {
    const opened = await store.cases.open(wanted(but), nobody);
    expect(await store.cases.claim(opened.id, by)).toBe(true);
    return opened;
  };
  const upheld = { state: "upheld", reason: "It was loud." } as const;
  const decided = async (but: Partial<OpenCase> = {}): Promise<Case> => {
    const { id } = await claimed(mo, but);
    expect(await store.cases.decide(id, mo, upheld, nobody)).toBe(true);
    return found(id);
  };
  const found = async (id: Case["id"]): Promise<Case> => {
    const each = await store.cases.findById(id);
    if (!each) throw new Error("the case is gone");
    return each;
  };

  test("the same is opened once however many report it at once, and told once", async () => {
    const same = wanted();
    const tell = (each: Case) => [caseJob(each, "waiting", mo)];
    const opened = await Promise.all(Array.from({ length: 8 }, () => store.cases.open(same, tell)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await jobsOf(opened[0]?.id ?? "")).toEqual([["waiting", mo]]);
  });

  test("once it is decided, the same may be opened again", async () => {
    const { id, number } = await decided({ key: "again" });
    const again = await store.cases.open(wanted({ key: "again" }), nobody);
    expect(again.id).not.toBe(id);
    expect(again.number).toBeGreaterThan(number);
  });

  test("numbers have no holes, though many are opened at once", async () => {
    const opened = await Promise.all(Array.from({ length: 10 }, () => store.cases.open(wanted(), nobody)));
    const numbers = opened.map(({ number }) => number).toSorted((one, other) => one - other);
    const [first = 0] = numbers;
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
    expect((await store.cases.find(first))?.number).toBe(first);
    expect(await store.cases.find(999_999_999_999)).toBeNull();
  });

  test("of stewards who reach for a case at once exactly one holds it", async () => {
    const reach = fc.array(fc.constantFrom(mo, amy, ann), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(reach, async (stewards) => {
        const { id } = await store.cases.open(wanted(), nobody);
        const held = await Promise.all(stewards.map((by) => store.cases.claim(id, by)));
        expect(held.filter(Boolean)).toHaveLength(1);
        expect(await found(id)).toMatchObject({ state: "claimed", claimedBy: stewards[held.indexOf(true)] });
      }),
      { numRuns: 8 },
    );
  });

  test("whoever wrote or reported it cannot hold it", async () => {
    const { id } = await store.cases.open(wanted(), nobody);
    expect([await store.cases.claim(id, ada), await store.cases.claim(id, rosa)]).toEqual([false, false]);
    expect(await store.cases.claim(id, mo)).toBe(true);
  });

  test("only whoever holds it gives it back or decides it, and once", async () => {
    const { id } = await claimed(mo);
    expect(await store.cases.release(id, amy)).toBe(false);
    expect(await store.cases.decide(id, amy, upheld, nobody)).toBe(false);
    expect(await store.cases.release(id, mo)).toBe(true);
    expect(await store.cases.decide(id, mo, upheld, nobody)).toBe(false);
    await store.cases.claim(id, amy);
    const twice = await Promise.all([1, 2].map(() => store.cases.decide(id, amy, upheld, nobody)));
    expect(twice.filter(Boolean)).toHaveLength(1);
    expect(await found(id)).toMatchObject({ state: "upheld", decidedBy: amy, claimedBy: null, reason: upheld.reason });
  });

  test("a decision is told as it stands then, and is a line of the audit chain without a word of it", async () => {
    const { id, number } = await claimed(mo);
    const tell = (each: Case) => [caseJob(each, each.state === "upheld" ? "decided" : "received", rosa)];
    await store.cases.decide(id, mo, upheld, tell);
    expect(await jobsOf(id)).toEqual([["decided", rosa]]);
    const lines = await rows(sql`select action, subject from audit where subject = ${`case ${number}`}`);
    expect(lines).toEqual([{ action: "case upheld", subject: `case ${number}` }]);
    expect((await store.keeper.verifyAudit()).brokenAt).toBeNull();
  });

  test("no word of a case is readable where it is kept", async () => {
    const { id } = await decided();
    const [row] = await rows(sql`select r::text as row from review_case r where id = ${id}`);
    for (const word of ["written", "reported", "loud"]) expect(JSON.stringify(row)).not.toContain(word);
    expect(await found(id)).toMatchObject({ note: "what was reported", excerpt: { text: "what was written" } });
  });

  test("an appeal opens it again for somebody else than who decided, once", async () => {
    const { id } = await decided();
    expect(await store.cases.appeal(id, mo, "I?", nobody)).toBe(false);
    const stewards = { stewards: { admins: [ann], moderators: [mo], ambassadors: [] } };
    const tell = (each: Case) => toldToDecide(stewards, each).map((to) => caseJob(each, "waiting", to));
    expect(await store.cases.appeal(id, ada, "It was a song.", tell)).toBe(true);
    expect(await jobsOf(id)).toEqual([["waiting", ann]]);
    const reopened = { state: "open", barred: mo, decidedBy: null, closed: null, reason: null, first: upheld };
    expect(await found(id)).toMatchObject({ ...reopened, appeal: "It was a song." });
    expect(await store.cases.claim(id, mo)).toBe(false);
    expect(await store.cases.claim(id, ann)).toBe(true);
    await store.cases.decide(id, ann, { state: "dismissed", reason: "A song indeed." }, nobody);
    expect(await store.cases.appeal(id, ada, "Once more", nobody)).toBe(false);
    expect(await store.cases.appeal(id, rosa, "And I", nobody)).toBe(false);
  });

  test("an appeal comes in time or not at all; then the words go, and the rest after a year", async () => {
    const { id } = await decided();
    now = monday.add({ hours: 24 * appealDays });
    expect(await store.cases.appeal(id, ada, "Late", nobody)).toBe(false);
    await store.keeper.expire(now);
    expect(await found(id)).toMatchObject({ excerpt: null, note: null, reason: null, state: "upheld", author: ada });
    now = monday.add({ hours: 24 * 365 });
    await store.keeper.expire(now);
    expect(await store.cases.findById(id)).toBeNull();
    now = monday;
  });

  test("the words of a case stay while it waits, and a year at most", async () => {
    const { id } = await store.cases.open(wanted(), nobody);
    await store.keeper.expire(monday.add({ hours: 24 * 364 }));
    expect((await found(id)).note).toBe("what was reported");
    await store.keeper.expire(monday.add({ hours: 24 * 365 }));
    expect(await store.cases.findById(id)).toBeNull();
  });

  test("each sees the cases that they wrote or reported, newest first", async () => {
    const [mine, theirs] = ["local:me", "local:them"] as [AccountId, AccountId];
    const one = await store.cases.open(wanted({ author: mine, reporter: theirs }), nobody);
    const two = await store.cases.open(wanted({ author: null, reporter: mine }), nobody);
    expect((await store.cases.listOf(mine, 10)).map(({ id }) => id)).toEqual([two.id, one.id]);
    expect((await store.cases.listOf(theirs, 10)).map(({ id }) => id)).toEqual([one.id]);
  });

  test("a clause whose stage is case tells its author and opens one case, for every steward to see", async () => {
    const proposal = propose();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => store.ledger.record([proposal], settle)));
    expect(outcomes.flatMap((each) => each.map(({ outcome }) => outcome)).toSorted()).toEqual([
      "repeat",
      "repeat",
      "repeat",
      "told",
    ]);
    const [opened, ...others] = (await store.cases.listOf(ada, 100)).filter(
      (each) => each.message === proposal.place.message,
    );
    expect(others).toEqual([]);
    expect(opened).toMatchObject({
      origin: "stage",
      clause: "terms",
      author: ada,
      reporter: null,
      excerpt: { text: "about Project Falcon" },
    });
    expect(await jobsOf(opened?.id ?? "")).toEqual([
      ["waiting", amy],
      ["waiting", mo],
    ]);
  });

  test("an author whom a cap spared the notice hears of the case", async () => {
    const proposal = propose({ caps: { day: 0, dayAndClause: 0 } });
    expect((await store.ledger.record([proposal], settle)).map(({ outcome }) => outcome)).toEqual(["capped"]);
    const [opened] = await store.cases.listOf(ada, 1);
    expect(await jobsOf(opened?.id ?? "")).toContainEqual(["received", ada]);
  });

  test("the words of the message stay with its case when its own day is over", async () => {
    const proposal = propose();
    await store.ledger.record([proposal], settle);
    const [opened] = await store.cases.listOf(ada, 1);
    now = monday.add({ hours: 49 });
    await store.keeper.expire(now);
    expect((await found(opened?.id as Case["id"])).excerpt?.text).toBe("about Project Falcon");
    now = monday;
  });

  test("a clause that may leave no trace opens no case: it only tells", async () => {
    const before = (await store.cases.list("waiting", 500)).length;
    const [judged] = await store.ledger.record([propose({ trace: "none", excerpt: null })], settle);
    expect(judged).toMatchObject({ outcome: "told", stage: "nudge" });
    expect(await store.cases.list("waiting", 500)).toHaveLength(before);
  });

  test("a dismissed case takes back what was told, and an edit that changes nothing does not bring it back", async () => {
    const proposal = propose();
    await store.ledger.record([proposal], settle);
    const [notice] = await rows(sql`select id from notice where place->>'message' = ${proposal.place.message}`);
    const told = notice?.["id"] as Parameters<Store["notices"]["find"]>[0];
    await store.notices.delivered(told, "direct", "receipt");
    const [opened] = await store.cases.listOf(ada, 1);
    const id = opened?.id as Case["id"];
    await store.cases.claim(id, mo);
    await store.cases.decide(id, mo, { state: "dismissed", reason: "It is public by now." }, nobody);
    expect((await store.notices.find(told))?.holds).toBe(false);
    expect(
      await rows(sql`select 1 from pgboss.job where data->>'do' = 'withdraw' and data->>'notice' = ${told}`),
    ).toHaveLength(1);
    const message = { space, id: proposal.place.message ?? "", version: 1 };
    const edited = await store.ledger.supersede({ message, judged: ["terms"] }, [{ ...proposal, version: 1 }], settle);
    expect(edited.map(({ outcome }) => outcome)).toEqual(["repeat"]);
    expect((await store.notices.find(told))?.holds).toBe(false);
  });
});
