import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { Case, OpenCase } from "../src/core/case.ts";
import { settle, type Proposal } from "../src/core/decide.ts";
import type { Week } from "../src/core/facts.ts";
import type { AccountId, PersonId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { Store } from "../src/core/store.ts";
import { newPlace, secret, type Place } from "../test/database.ts";
import type { Connection } from "./connect.ts";
import * as schema from "./schema.ts";
import { openStore } from "./store.ts";

/** Which parts of what is held come from each table that can hold a person. A new table belongs here, or below. */
const holdsPeople: Readonly<Record<string, readonly string[]>> = {
  person: ["settings"],
  account: ["accounts"],
  membership: ["memberships", "invitations"],
  signature: ["signatures"],
  draft: ["drafts"],
  absence: ["absences"],
  revision: ["revisions"],
  finding: ["findings"],
  notice: ["notices"],
  review_case: ["cases", "handled"],
};
/** Places, keyed hashes of which nobody is told, and the product itself. */
const holdsNobody = [
  "space",
  "audit",
  "claim",
  "tally",
  "week_key",
  "tombstone",
  "seal_check",
  "gap",
  "heartbeat",
  "cron_run",
];
/** The platform tells of these anew, so they stay. */
const stays = ["person", "account", "membership"];

const monday = Temporal.Instant.from("2026-11-16T09:00:00Z");
const workspace = "local:w" as WorkspaceId;
const space = "local:general" as SpaceId;
const week: Week = [[[510, 720]], [], [], [], [], [], []];
const eve = "local:eve" as AccountId;
const steward = "local:steward" as AccountId;

describe.each(["pglite", "postgres"] as const)("people on %s", (kind) => {
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

  let made = 0;
  let zoe = "" as AccountId;
  let person = "" as PersonId;
  beforeEach(() => {
    now = monday;
    zoe = `local:zoe${(made += 1)}.` as AccountId;
    person = zoe as string as PersonId;
  });
  const rows = async (query: string): Promise<Record<string, unknown>[]> => {
    const answer: unknown = await connection.db.execute(sql.raw(query));
    return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Record<string, unknown>[];
  };
  /** The tables in which an account's id, or a word, stands as it is: bytes are shown in hexadecimal. */
  const tablesWith = async (word: string): Promise<string[]> => {
    const names = [...Object.keys(holdsPeople), ...holdsNobody];
    const pattern = `${word.replaceAll(".", "[.]")}|${Buffer.from(word).toString("hex")}`;
    const found = await Promise.all(names.map((name) => rows(`select 1 from ${name} t where t::text ~ '${pattern}'`)));
    return names.filter((_, index) => found[index]?.length);
  };
  const at = (message: string) => ({ workspace, space, thread: null, message });
  const propose = (but: Partial<Proposal> = {}): Proposal => ({
    clause: "terms",
    revision: 1,
    rule: "watched-terms",
    code: "term",
    data: {},
    stage: "nudge",
    trace: "excerpt",
    platform: "local",
    subject: { about: "message", space, id: `m${(made += 1)}` },
    version: 0,
    endures: false,
    place: at(`m${made}`),
    author: zoe,
    who: `someone-${made}`,
    tell: [zoe],
    stewards: [],
    allowance: 0,
    caps: { day: 9, dayAndClause: 9 },
    day: "2026-11-16",
    week: "2026-W47",
    excerpt: { text: `words of ${zoe}`, spans: [] },
    ...but,
  });
  const openCase = (but: Partial<OpenCase> = {}): Promise<Case> =>
    store.cases.open(
      {
        key: `key ${(made += 1)}`,
        origin: "report",
        clause: "terms",
        rule: null,
        code: null,
        data: {},
        platform: "local",
        workspace,
        space,
        message: `m${made}`,
        author: zoe,
        reporter: null,
        notice: null,
        excerpt: { text: `case words of ${but.author ?? zoe}`, spans: [] },
        note: `note of ${but.reporter ?? but.author ?? zoe}`,
        ...but,
      },
      () => [],
    );
  const settleCase = async ({ id }: Case, by = steward): Promise<void> => {
    expect(await store.cases.claim(id, by)).toBe(true);
    expect(await store.cases.decide(id, by, { state: "upheld", reason: "reason of a steward" }, () => [])).toBe(true);
  };
  const caseNow = async ({ number }: Case): Promise<Case | null> => store.cases.find(number);
  const revise = async (): Promise<void> => {
    const newest = (await store.revisions.current())?.number ?? 0;
    await store.revisions.add({ clauses: [] }, zoe, "why", newest);
  };
  /** Leaves something of zoe in every table that can hold a person. */
  const leaveTraces = async (): Promise<void> => {
    const seen = {
      workspace,
      standing: "member",
      zone: null,
      locale: null,
      domain: null,
      home: null,
      groups: [],
    } as const;
    await store.directory.learn({ accounts: [{ id: zoe, ...seen }] });
    await store.people.set(person, { language: "fr", week, calendar: `https://calendar.example/${zoe}` });
    await store.directory.join(space, zoe, eve);
    await store.directory.join(`local:${zoe}place` as SpaceId, eve, zoe);
    await store.directory.setAbsences(person, "leave", [{ kind: "leave", from: now, until: now.add({ hours: 8 }) }]);
    await store.people.sign(person, { revision: 1, digest: "d" });
    await store.drafts.keep(
      { text: `draft of ${zoe}`, due: now.add({ hours: 8 }) },
      { platform: "local", account: zoe, person, place: at("") },
    );
    await revise();
    await store.ledger.record([propose()], settle);
    await settleCase(await openCase({ reporter: eve }));
    await settleCase(await openCase({ author: eve, reporter: zoe }));
    await settleCase(await openCase({ author: eve }), zoe);
  };

  test("every table either holds people, and is exported and erased, or holds nobody", () => {
    const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : []));
    expect(tables.toSorted()).toEqual([...Object.keys(holdsPeople), ...holdsNobody].toSorted());
  });

  test("what is held covers every table that can hold somebody, and opens their own words", async () => {
    await leaveTraces();
    const found = await tablesWith(zoe);
    expect(found.toSorted()).toEqual(Object.keys(holdsPeople).toSorted());
    const held = await store.people.held(person, "given out");
    expect(Object.keys(held).toSorted()).toEqual(Object.values(holdsPeople).flat().toSorted());
    for (const [part, parts] of Object.entries(held)) expect(parts, part).not.toEqual([]);
    expect(held["settings"]).toEqual([
      { language: "fr", zone: null, week, calendar: `https://calendar.example/${zoe}` },
    ]);
    expect(held["drafts"]).toMatchObject([{ text: `draft of ${zoe}`, due: "2026-11-16T17:00:00Z" }]);
    expect(held["findings"]).toMatchObject([{ excerpt: { text: `words of ${zoe}` } }]);
    expect(JSON.parse(JSON.stringify(held))).toEqual(held);
  });

  test("it tells neither who reported, nor what others wrote or decided", async () => {
    await leaveTraces();
    const { cases, handled } = await store.people.held(person, "given out");
    const written = JSON.stringify([cases, handled]);
    expect(cases).toHaveLength(2);
    expect(written).toContain(`case words of ${zoe}`);
    expect(written).toContain(`note of ${zoe}`);
    for (const others of ["local:eve", "local:steward", "reason"]) expect(written).not.toContain(others);
  });

  test("words whose time is over are not given out, though they were not deleted yet", async () => {
    await leaveTraces();
    now = monday.add({ hours: 24 * 4 });
    const { findings, drafts } = await store.people.held(person, "given out");
    expect(findings).toMatchObject([{ excerpt: null }]);
    expect(drafts).toEqual([]);
  });

  test("nothing of somebody else is held about a person, nor erased with them", async () => {
    await leaveTraces();
    const other = `local:other${(made += 1)}.` as AccountId;
    const parts = await store.people.held(other as string as PersonId, "given out");
    expect(Object.values(parts).flat()).toEqual([]);
    const before = await tablesWith(zoe);
    const gone = await store.people.erase(other as string as PersonId);
    expect(Object.values(gone).every((count) => count === 0)).toBe(true);
    expect(await tablesWith(zoe)).toEqual(before);
  });

  test("erasing takes somebody out of every table but those that the platform fills, and says what went", async () => {
    await leaveTraces();
    const gone = await store.people.erase(person);
    expect(gone).toEqual({
      settings: 1,
      signatures: 1,
      absences: 1,
      drafts: 1,
      findings: 1,
      notices: 1,
      cases: 2,
      undelivered: 0,
      revisions: 1,
      kept: 0,
    });
    // What they decided as a steward stays with the decision.
    expect((await tablesWith(zoe)).toSorted()).toEqual([...stays, "review_case"].toSorted());
    expect(await rows(`select 1 from review_case where author = '${zoe}' or reporter = '${zoe}'`)).toEqual([]);
    expect(await store.people.settings(person)).toEqual({ language: null, zone: null, week: null, calendar: null });
    const again = await store.people.erase(person);
    expect(Object.values(again).every((count) => count === 0)).toBe(true);
  });

  test("erasing loses the claims of their messages, and whatever others were told of these", async () => {
    await store.ledger.record([propose({ tell: [steward] })], settle);
    const told = `select 1 from notice where account = '${steward}'`;
    expect(await rows(told)).toHaveLength(1);
    const claims = await rows("select 1 from claim");
    await store.people.erase(person);
    expect(await rows(told)).toEqual([]);
    expect(await rows("select 1 from claim")).toHaveLength(claims.length - 1);
  });

  test("who began a condition is forgotten, and it is not told anew while it lasts", async () => {
    const here = { workspace, space, thread: null, message: null };
    const subject = { about: "space", space, mixture: `client + client ${made}` } as const;
    const condition = propose({ subject, place: here, author: zoe, tell: [steward], excerpt: null });
    const compose = async (): Promise<string[] | undefined> => {
      const { version } = await store.directory.members(space);
      const look = { space, judged: ["terms"], still: [condition], version };
      return (await store.ledger.compose(look, settle))?.map(({ outcome }) => outcome);
    };
    expect(await compose()).toEqual(["told"]);
    expect(await store.people.erase(person)).toMatchObject({ findings: 1, notices: 0 });
    expect(await tablesWith(zoe)).toEqual([]);
    expect(await compose()).toEqual(["repeat"]);
  });

  test("a steward who was told of somebody else's message loses the notice, and the finding stays", async () => {
    const author = `local:author${made}` as AccountId;
    await store.ledger.record([propose({ author, tell: [zoe] })], settle);
    expect(await store.people.erase(person)).toMatchObject({ findings: 0, notices: 1 });
    expect(await rows(`select 1 from finding where author = '${author}'`)).toHaveLength(1);
  });

  test("an open case that others brought stays until it is decided, and is counted", async () => {
    const reported = await openCase({ reporter: eve });
    const found = await openCase({ origin: "stage" });
    expect(await store.people.erase(person)).toMatchObject({ cases: 0, kept: 1 });
    expect(await caseNow(reported)).toMatchObject({
      author: zoe,
      reporter: eve,
      state: "open",
      note: `note of ${eve}`,
    });
    await settleCase(reported);
    await settleCase(found);
    expect(await store.people.erase(person)).toMatchObject({ cases: 2, kept: 0 });
    expect(await caseNow(reported)).toMatchObject({
      author: null,
      reporter: eve,
      message: null,
      excerpt: null,
      note: null,
      state: "upheld",
    });
  });

  test("an objection of their own is withdrawn; what they reported is looked at all the same, without their name and note", async () => {
    const contested = await openCase({ origin: "contest" });
    const reported = await openCase({ author: eve, reporter: zoe });
    await store.cases.claim(reported.id, steward);
    expect(await store.people.erase(person)).toMatchObject({ cases: 2, kept: 0 });
    expect(await caseNow(contested)).toMatchObject({ author: null, note: null, state: "dismissed" });
    const goesOn = await caseNow(reported);
    expect(goesOn).toMatchObject({ author: eve, reporter: null, note: null, state: "claimed", claimedBy: steward });
    expect(goesOn?.closed).toBeNull();
    expect(goesOn?.excerpt).not.toBeNull();
    await store.cases.decide(reported.id, steward, { state: "dismissed", reason: "seen" }, () => []);
  });

  test("exports and erasures stand in the audit chain by pseudonyms, and erasing keeps the chain whole", async () => {
    await revise();
    const { lines } = await store.keeper.verifyAudit();
    await store.people.held(person, "given out");
    await store.people.sign(person, { revision: 1, digest: "d" });
    await store.people.erase(person);
    expect(await store.keeper.verifyAudit()).toEqual({ lines: lines + 2, brokenAt: null });
    const said = await rows("select action, audit::text as said from audit order by audit.line desc limit 2");
    expect(said.map(({ action }) => action)).toEqual(["own data erased", "own data exported"]);
    expect(JSON.stringify(said)).not.toContain("zoe");
    expect((await store.revisions.current())?.by).toBeNull();
  });

  test("what somebody chooses is kept one by one, and null takes it back", async () => {
    await store.people.set(person, { language: "fr" });
    await store.people.set(person, { zone: "Asia/Tokyo", calendar: "https://calendar.example/secret" });
    await store.people.set(person, { zone: null });
    await store.people.set(person, {});
    const calendar = "https://calendar.example/secret";
    expect(await store.people.settings(person)).toEqual({ language: "fr", zone: null, week: null, calendar });
    expect(await tablesWith("calendar.example")).toEqual([]);
    expect(await store.people.calendars()).toContainEqual({ person, address: calendar });
    await store.people.set(person, { calendar: null });
    expect((await store.people.calendars()).map((each) => each.person)).not.toContain(person);
    expect((await store.people.settings(person)).calendar).toBeNull();
  });

  test("the last signature holds, and the register is in the order of ids", async () => {
    expect(await store.people.signature(person)).toBeNull();
    const other = `${person}b` as PersonId;
    await store.people.sign(other, { revision: 1, digest: "one" });
    await store.people.sign(person, { revision: 1, digest: "one" });
    now = monday.add({ hours: 1 });
    await store.people.sign(person, { revision: 2, digest: "two" });
    const signed = await store.people.signature(person);
    expect(signed).toMatchObject({ revision: 2, digest: "two" });
    expect(signed?.at.equals(now)).toBe(true);
    const register = (await store.people.signatures()).filter((each) => each.person.startsWith(person));
    expect(register.map((each) => [each.person, each.revision])).toEqual([
      [person, 2],
      [other, 1],
    ]);
  });
});
