import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { AccountId, CaseId, DraftId, NoticeId, PersonId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { OutboxJob, Store } from "../src/core/store.ts";
import { newPlace, secret, type Place } from "../test/database.ts";
import type { Connection } from "./connect.ts";
import { openQueue, type Queue } from "./outbox.ts";
import { openStore } from "./store.ts";

const place = {
  workspace: "local:w" as WorkspaceId,
  space: "local:general" as SpaceId,
  thread: null,
  message: null,
};
const to = {
  platform: "local",
  account: "local:ada" as AccountId,
  person: "person-not-learnt" as PersonId,
  place,
};
const tell = (traced: boolean): OutboxJob => ({
  do: "tell",
  notice: "n" as NoticeId,
  ...{ platform: "local", to: to.account, author: to.account, place, traced },
  ...{ clause: "c", revision: 1, rule: "r", code: "c", data: {} },
});

describe.each(["pglite", "postgres"] as const)("drafts and their return on %s", (kind) => {
  let home: Place;
  let connection: Connection;
  let store: Store;
  // The queue has the database's clock, so that this test's days are counted from the present.
  const today = Temporal.Now.instant().round("millisecond");
  let now = today;
  beforeAll(async () => {
    home = await newPlace(kind, inject("databaseUrl"));
    connection = await home.connect();
    store = await openStore(connection, { secret, now: () => now, report: () => undefined });
  });
  afterAll(async () => {
    await store.close();
    await home.remove();
  });
  const rows = async (query: string): Promise<unknown[]> => {
    const answer: unknown = await connection.db.execute(sql.raw(query));
    return Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows;
  };

  test("a text put aside is given back when it is due and not before, and the queue does not wait for it", async () => {
    const due = today.add({ hours: 14 });
    const later = await store.drafts.keep({ text: "tomorrow's words", due }, to);
    expect(await store.health.queue()).toEqual({ waiting: 0, dead: 0 });
    const soon = await store.drafts.keep({ text: "today's words", due: today.subtract({ minutes: 1 }) }, to);
    const performed: OutboxJob[] = [];
    await store.outbox.work((job) => {
      performed.push(job);
      return Promise.resolve();
    });
    await expect
      .poll(() => performed, { timeout: 10_000 })
      .toEqual([{ do: "remind", draft: soon, platform: "local", to: to.account, place }]);
    const [job] = await rows(`select start_after, data from pgboss.job where data->>'draft' = '${later}'`);
    const { start_after: start } = job as { start_after: Date | string };
    expect(new Date(start).getTime()).toBe(due.epochMilliseconds);
    const found = await store.drafts.find(later);
    expect(found).toMatchObject({ id: later, text: "tomorrow's words" });
    expect(found?.due.equals(due)).toBe(true);
  });

  test("its words stand in no table", async () => {
    await store.drafts.keep({ text: "unmistakable words", due: today.add({ hours: 5 }) }, to);
    const tables = await rows(
      "select table_schema, table_name from information_schema.tables where table_schema in ('public', 'pgboss')",
    );
    expect(tables.length).toBeGreaterThan(15);
    // Bytes are shown in hexadecimal.
    const bytes = Buffer.from("unmistakable").toString("hex");
    for (const { table_schema: schema, table_name: table } of tables as Record<string, string>[]) {
      const found = await rows(`select 1 from "${schema}"."${table}" as t where t::text ~ 'unmistakable|${bytes}'`);
      expect(found, table).toEqual([]);
    }
  });

  test("once given back it is gone, and nobody finds what is no draft", async () => {
    const id = await store.drafts.keep({ text: "words", due: today.add({ hours: 1 }) }, to);
    await store.drafts.remove(id);
    expect(await store.drafts.find(id)).toBeNull();
    for (const none of ["", "'; drop table draft", "00000000-0000-4000-8000-000000000000"]) {
      expect(await store.drafts.find(none as DraftId)).toBeNull();
      await store.drafts.remove(none as DraftId);
    }
  });

  test("what could not be given back goes a day after it was due", async () => {
    const due = today.add({ hours: 2 });
    const id = await store.drafts.keep({ text: "words", due }, to);
    now = due.add({ hours: 24 }).subtract({ seconds: 1 });
    await store.keeper.expire(now);
    expect((await store.drafts.find(id))?.text).toBe("words");
    now = due.add({ hours: 24 });
    expect(await store.drafts.find(id)).toBeNull();
    expect(await rows(`select 1 from draft where id = '${id}'`)).toHaveLength(1);
    await store.keeper.expire(now);
    expect(await rows(`select 1 from draft where id = '${id}'`)).toEqual([]);
    now = today;
  });

  test("of jobs that failed for good, reminders and untraced notices go, and so do those of somebody who erased", async () => {
    const queue: Queue = await openQueue(connection, () => undefined);
    const jobs: OutboxJob[] = [
      { do: "remind", draft: "d" as DraftId, platform: "local", to: to.account, place },
      tell(false),
      tell(true),
      {
        do: "case",
        case: "c" as CaseId,
        what: "waiting",
        platform: "local",
        to: "local:eve" as AccountId,
        workspace: place.workspace,
      },
    ];
    for (const job of jobs) {
      const written = JSON.stringify(job).replaceAll("'", "''");
      await rows(`insert into pgboss.job (name, data, state) values ('deliver-dead', '${written}', 'created')`);
    }
    expect((await store.health.queue()).dead).toBe(4);
    await store.keeper.expire(today);
    expect((await store.health.queue()).dead).toBe(2);
    expect(await queue.forgetPeople(connection.db, [to.account])).toBe(1);
    expect((await store.health.queue()).dead).toBe(1);
    await queue.close();
  });
});
