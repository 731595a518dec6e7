import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { settle, type Proposal } from "../src/core/decide.ts";
import type { AccountId, SpaceId, Stage, WorkspaceId } from "../src/core/model.ts";
import type { Notice, OutboxJob, Store } from "../src/core/store.ts";
import { newPlace, secret, type Place } from "../test/database.ts";
import type { Connection } from "./connect.ts";
import { openStore } from "./store.ts";

const monday = Temporal.Instant.from("2026-11-16T09:00:00Z");
const tom = "local:tom" as AccountId;
const mo = "local:mo" as AccountId;
const workspace = "local:w" as WorkspaceId;

let next = 0;
const newSpace = (): SpaceId => `local:space-${(next += 1)}` as SpaceId;
const clientWithStaff = "client:Nordvik + staff";
const everybody = "client:Nordvik + staff + supplier:Tassin";

describe.each(["pglite", "postgres"] as const)("conditions of a space on %s", (kind) => {
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
  const condition = (space: SpaceId, mixture: string, but: Partial<Proposal> = {}): Proposal => ({
    clause: "apart",
    revision: 1,
    rule: "audience-separation",
    code: "client-and-supplier",
    data: {},
    stage: "nudge",
    trace: "excerpt",
    platform: "local",
    subject: { about: "space", space, mixture },
    version: 0,
    endures: true,
    place: { workspace, space, thread: null, message: null },
    author: null,
    who: space,
    tell: [tom],
    stewards: [mo],
    allowance: 0,
    caps: { day: 2, dayAndClause: 2 },
    day: "2026-11-16",
    week: "2026-W47",
    excerpt: null,
    ...but,
  });
  const look = async (space: SpaceId, judged: readonly string[], ...still: Proposal[]) => {
    const { version } = await store.directory.members(space);
    return store.ledger.compose({ space, judged, still, version }, settle);
  };
  const compose = async (space: SpaceId, ...still: Proposal[]): Promise<string[] | undefined> =>
    (await look(space, ["apart"], ...still))?.map(({ outcome }) => outcome);
  const rows = async (query: SQL): Promise<readonly Record<string, unknown>[]> => {
    const answer: unknown = await connection.db.execute(query);
    return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Record<string, unknown>[];
  };
  const noticesIn = async (space: SpaceId): Promise<Notice[]> => {
    const found = await rows(sql`select id from notice where place->>'space' = ${space} order by id`);
    const read = await Promise.all(found.map(({ id }) => store.notices.find(id as Notice["id"])));
    return read.filter((notice) => notice !== null);
  };
  const jobs = async (act: OutboxJob["do"], space: SpaceId): Promise<OutboxJob[]> => {
    const found = await rows(
      sql`select data from pgboss.job where name = 'deliver' and data->>'do' = ${act} and data->'place'->>'space' = ${space}`,
    );
    return found.map(({ data }) => data as OutboxJob);
  };

  test("a condition is told once, however often the space is looked at", async () => {
    const space = newSpace();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => compose(space, condition(space, clientWithStaff))),
    );
    expect((outcomes.flat() as string[]).toSorted((one, other) => one.localeCompare(other))).toEqual([
      ...Array<string>(5).fill("repeat"),
      "told",
    ]);
    expect(await jobs("tell", space)).toMatchObject([{ to: tom, data: { mixture: clientWithStaff } }]);
  });

  test("one that closes is withdrawn, and told anew when it is back", async () => {
    const space = newSpace();
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["told"]);
    const [first] = await noticesIn(space);
    if (!first) throw new Error("nothing was told");
    await store.notices.delivered(first.id, "direct", "receipt");
    expect(await compose(space)).toEqual([]);
    expect((await store.notices.find(first.id))?.holds).toBe(false);
    expect(await jobs("withdraw", space)).toMatchObject([{ notice: first.id, to: tom }]);
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["told"]);
    expect(await jobs("tell", space)).toHaveLength(2);
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["repeat"]);
  });

  test("another mixture is another condition, and closes the one before", async () => {
    const space = newSpace();
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["told"]);
    expect(await compose(space, condition(space, everybody))).toEqual(["told"]);
    expect((await noticesIn(space)).map(({ data, holds }) => [data["mixture"], holds])).toEqual([
      [clientWithStaff, false],
      [everybody, true],
    ]);
  });

  test("a look at who was there before somebody came or went changes nothing, and is to be made again", async () => {
    const space = newSpace();
    const { version } = await store.directory.members(space);
    await store.directory.join(space, mo, null);
    const still = [condition(space, clientWithStaff)];
    expect(await store.ledger.compose({ space, judged: ["apart"], still, version }, settle)).toBeNull();
    expect(await noticesIn(space)).toEqual([]);
    expect(await compose(space, ...still)).toEqual(["told"]);
  });

  test("a condition that comes back when a cap is reached is told once the cap is over", async () => {
    const space = newSpace();
    const twice = { caps: { day: 1, dayAndClause: 1 }, who: `cap of ${space}` };
    const again = condition(space, clientWithStaff, twice);
    expect(await compose(space, again)).toEqual(["told"]);
    expect(await compose(space)).toEqual([]);
    expect(await compose(space, again)).toEqual(["capped"]);
    expect(await compose(space, again)).toEqual(["capped"]);
    expect(await compose(space, { ...again, day: "2026-11-17" })).toEqual(["told"]);
    expect(await compose(space, { ...again, day: "2026-11-18" })).toEqual(["repeat"]);
  });

  test("looking again does not use up the allowance", async () => {
    const space = newSpace();
    const allowed = condition(space, clientWithStaff, { allowance: 1, who: `allowance of ${space}` });
    expect(await compose(space, allowed)).toEqual(["allowed"]);
    expect(await compose(space, allowed)).toEqual(["allowed"]);
    expect(await compose(space, allowed)).toEqual(["allowed"]);
  });

  test("a clause that was not judged, and another space, are left alone", async () => {
    const [space, other] = [newSpace(), newSpace()];
    await compose(space, condition(space, clientWithStaff));
    await compose(other, condition(other, clientWithStaff));
    expect(await look(space, [])).toEqual([]);
    await look(space, ["another"]);
    await compose(other);
    expect((await noticesIn(space)).map(({ holds }) => holds)).toEqual([true]);
    expect((await noticesIn(other)).map(({ holds }) => holds)).toEqual([false]);
  });

  test("one that still holds is remembered for as long as it does", async () => {
    const space = newSpace();
    await compose(space, condition(space, clientWithStaff));
    for (const week of [2, 4, 6, 8]) {
      now = monday.add({ hours: 24 * 7 * week });
      await store.keeper.expire(now);
      expect(await compose(space, condition(space, clientWithStaff))).toEqual(["repeat"]);
    }
    now = monday;
  });

  test("one that a steward dismissed stays silent, though it holds", async () => {
    const space = newSpace();
    await compose(space, condition(space, clientWithStaff));
    const [told] = await noticesIn(space);
    if (!told) throw new Error("nothing was told");
    const { clause, rule, code, data } = told;
    const opened = await store.cases.open(
      {
        ...{ clause, rule, code, data, space, workspace },
        origin: "contest",
        platform: "local",
        message: null,
        author: tom,
        reporter: null,
        notice: told.id,
        excerpt: null,
        note: "It was agreed.",
        key: `contest ${told.id}`,
      },
      () => [],
    );
    await store.cases.claim(opened.id, mo);
    expect(await store.cases.decide(opened.id, mo, { state: "dismissed", reason: "So it was." }, () => [])).toBe(true);
    expect((await store.notices.find(told.id))?.holds).toBe(false);
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["repeat"]);
    expect(await jobs("tell", space)).toHaveLength(1);
    expect((await store.notices.find(told.id))?.holds).toBe(false);
  });

  test("a clause whose stage is case opens one for it, that names nobody as its author", async () => {
    const space = newSpace();
    await compose(space, condition(space, everybody, { stage: "case" }));
    const opened = (await store.cases.list("waiting", 50)).find((each) => each.space === space);
    expect(opened).toMatchObject({ origin: "stage", author: null, reporter: null, data: { mixture: everybody } });
  });

  test("nobody is said to have made a condition: no finding is kept of it", async () => {
    const space = newSpace();
    await compose(space, condition(space, clientWithStaff));
    expect(await rows(sql`select 1 from finding where space = ${space}`)).toEqual([]);
  });

  test.each(["connection", "setting"] as const)("the same %s is told once, and another again", async (about) => {
    const name = `${kind} ${about}`;
    const subject = (which: string): Proposal["subject"] =>
      about === "connection" ? { about, token: `${name} ${which}` } : { about, workspace, setting: `${name} ${which}` };
    const found = (which: string): Proposal =>
      condition(newSpace(), "", {
        subject: subject(which),
        place: { workspace, space: null, thread: null, message: null },
      });
    const record = async (which: string): Promise<string[]> =>
      (await store.ledger.record([found(which)], settle)).map(({ outcome }) => outcome);
    expect([await record("one"), await record("one"), await record("two")].flat()).toEqual(["told", "repeat", "told"]);
  });

  test("one that began while its clause was silent is told once the clause speaks, and once only", async () => {
    const space = newSpace();
    expect(await compose(space, condition(space, clientWithStaff, { stage: "shadow" }))).toEqual(["shadow"]);
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["told"]);
    expect(await compose(space, condition(space, clientWithStaff))).toEqual(["repeat"]);
  });

  test("one that a cap kept back is told the next day", async () => {
    const space = newSpace();
    const caps = { day: 1, dayAndClause: 1 };
    expect(await compose(space, condition(space, clientWithStaff, { caps }))).toEqual(["told"]);
    expect(await compose(space, condition(space, everybody, { caps }))).toEqual(["capped"]);
    expect(await compose(space, condition(space, everybody, { caps, day: "2026-11-17" }))).toEqual(["told"]);
  });

  test("a case about a condition is opened once, though a cap kept its notice back", async () => {
    const space = newSpace();
    const quiet = { stage: "case", caps: { day: 0, dayAndClause: 0 } } as const;
    expect(await compose(space, condition(space, everybody, quiet))).toEqual(["capped"]);
    expect(await compose(space, condition(space, everybody, quiet))).toEqual(["repeat"]);
    expect((await store.cases.list("waiting", 50)).filter((each) => each.space === space)).toHaveLength(1);
  });

  test.each(["draft", "shadow"] as Stage[])(
    "in stage %s a condition is remembered and nobody is told",
    async (stage) => {
      const space = newSpace();
      expect(await compose(space, condition(space, clientWithStaff, { stage }))).toEqual(["shadow"]);
      expect(await jobs("tell", space)).toEqual([]);
    },
  );
});
