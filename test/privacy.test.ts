import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, openFolder, openPostgres, secretOfFolder, type Connection } from "../drizzle/connect.ts";
import { openStore } from "../drizzle/store.ts";
import { sealer } from "../drizzle/seal.ts";
import { startChild, type Child } from "./child.ts";
import { newPlace, secret, type Place } from "./database.ts";
import { startPostgres, type Server } from "./postgres.ts";
import { charter as base } from "./product.ts";
import { charterFile, slackTransport, type Transport } from "./transports.ts";

const canary = "zqxcanary";
const total = 10_000;
const everyNth = 20;

const clause = (id: string, stage: string) => ({
  ...base.clauses[0],
  id,
  stage,
  settings: { terms: [{ term: `${id} matter` }] },
});
/** A clause in every stage, and one that may keep nothing. On Sunday everybody rests. */
const charter = {
  ...base,
  clauses: [
    clause("drafted", "draft"),
    clause("shadowed", "shadow"),
    clause("nudged", "nudge"),
    { ...base.clauses[0], id: "rest", rule: "resting-hours", stage: "nudge", settings: {} },
  ],
};
const sunday = 1_763_323_200;
const tuesday = 1_763_460_000;
const kinds = ["drafted", "shadowed", "nudged", "rest", "nothing"] as const;

/** The nth message: most break nothing; every twentieth has a canary of its own, in turn under each clause and under none. */
function messageOf(index: number): { text: string; id: string } {
  const second = (day: number): string => `${day + Math.floor(index / 2)}.${String(index).padStart(6, "0")}`;
  if (index % everyNth !== 0) return { text: `The report ${index} is ready for review.`, id: second(tuesday) };
  const kind = kinds[(index / everyNth) % kinds.length] ?? "nothing";
  const word = `${canary}${randomBytes(4).toString("hex")}`;
  const rests = kind === "rest";
  return {
    text: rests ? `Good evening ${word}` : `The ${kind} matter ${word} goes on`,
    id: second(rests ? sunday : tuesday),
  };
}

/** The canary as it is, in capitals, in two-byte letters, in hexadecimal, and in base64 wherever it may begin. */
const needles: readonly Buffer[] = [
  Buffer.from(canary),
  Buffer.from(canary.toUpperCase()),
  Buffer.from(canary, "utf16le"),
  Buffer.from(Buffer.from(canary).toString("hex")),
  Buffer.from(Buffer.from(canary).toString("hex").toUpperCase()),
  ...[0, 1, 2].map((offset) => {
    const encoded = Buffer.from(" ".repeat(offset) + canary).toString("base64");
    // The first and last letters depend on what stands beside it.
    return Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -4));
  }),
];
const found = (bytes: Buffer): boolean => needles.some((needle) => bytes.includes(needle));

function filesWith(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      try {
        return found(readFileSync(file));
      } catch (error) {
        // A server that runs removes files while we look.
        if (codeOf(error) === "ENOENT") return false;
        throw error;
      }
    });
}

/** Everything in every table, as text. */
async function dump({ db }: Connection): Promise<string> {
  const rowsOf = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> => {
    const answer = await db.execute(query);
    return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Record<string, unknown>[];
  };
  const tables = await rowsOf(
    sql`select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const rows: unknown[] = [];
  for (const { schema, name } of tables) {
    const table = sql`${sql.identifier(String(schema))}.${sql.identifier(String(name))}`;
    rows.push(name, ...(await rowsOf(sql`select t::text as row from ${table} t`)));
  }
  return JSON.stringify(rows);
}

test("the search would find a canary in any of its forms", () => {
  for (const bytes of [Buffer.from(`x${canary}1f`), Buffer.from(canary, "utf16le")]) expect(found(bytes)).toBe(true);
  const shifted = ["", "a", "ab", "abc"].map((before) => Buffer.from(`${before}${canary}0f3b`));
  for (const bytes of shifted) {
    expect(found(Buffer.from(bytes.toString("base64")))).toBe(true);
    expect(found(Buffer.from(bytes.toString("hex")))).toBe(true);
  }
  expect(found(Buffer.from("nothing of the kind"))).toBe(false);
});

describe.each(["pglite", "postgres"] as const)("text is nowhere on %s", (kind) => {
  let server: Server | null = null;
  let place: Place;
  let transport: Transport;
  let child: Child;
  const folder = (): string => server?.data ?? place.env["CHARTER_DATA"] ?? "";
  const connect = (): Promise<Connection> =>
    kind === "pglite" ? openFolder(folder()) : openPostgres(place.env["DATABASE_URL"] ?? "");
  beforeAll(async () => {
    if (kind === "postgres") server = await startPostgres();
    place = await newPlace(kind, server?.url ?? "");
    transport = await slackTransport("http");
    child = await startChild({ ...place.env, ...transport.env, ...charterFile(charter) }, transport.port);
    await transport.ready("The nudged matter");
  });
  afterAll(async () => {
    await child.end("SIGKILL");
    await transport.stop();
    await place.remove();
    await server?.stop();
  });

  test("neither in files, tables, jobs, logs nor metrics: mid-flight, after kill -9, dead-lettered, and after expiry", async () => {
    let next = 0;
    const send = async (until: number): Promise<void> => {
      const write = async (): Promise<void> => {
        while (next < until) {
          const { text, id } = messageOf((next += 1) - 1);
          while (!(await transport.say(text, id))) await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      await Promise.all(Array.from({ length: 8 }, write));
    };
    await send(total / 2);
    expect(filesWith(folder())).toEqual([]);
    const metrics = await (await fetch(`http://127.0.0.1:${transport.port}/metrics`)).text();
    expect(metrics).toContain("charter_events_total");
    expect(found(Buffer.from(metrics))).toBe(false);

    transport.fail("unreachable", 1000);
    await send(total);
    await child.end("SIGKILL");
    expect(filesWith(folder())).toEqual([]);

    // What is on its way has one try left, and the platform is still away.
    const stopped = await connect();
    await stopped.db.execute(sql`update pgboss.job set retry_limit = 0, start_after = now() where name = 'deliver'`);
    await stopped.close();
    await child.start();
    await transport.failed(20);
    await child.end("SIGINT");
    expect(filesWith(folder())).toEqual([]);
    expect(found(Buffer.from(child.output.join("\n")))).toBe(false);
    expect(transport.told().some((words) => words.includes(canary))).toBe(true);

    const connection = await connect();
    const tables = await dump(connection);
    expect(found(Buffer.from(tables))).toBe(false);
    expect(tables).toContain("deliver-dead");

    // The excerpts were there, sealed: with the secret they open, and only of what somebody was told.
    const keys = kind === "pglite" ? secretOfFolder(folder()) : secret;
    const { finding } = await import("../drizzle/schema.ts");
    const rows = await connection.db.select().from(finding);
    const opened = rows.map(({ id, excerpt }) => (excerpt ? sealer(keys).open("excerpt", id, excerpt) : ""));
    expect(opened.filter((words) => words.includes(canary))).toHaveLength(total / everyNth / kinds.length);
    expect(new Set(rows.map((row) => row.clause))).toEqual(new Set(["nudged"]));

    const later = Temporal.Now.instant().add({ hours: 49 });
    const store = await openStore(connection, { secret: keys, now: () => later, report: () => undefined });
    await store.keeper.expire(later);
    expect((await connection.db.select().from(finding)).filter(({ excerpt }) => excerpt !== null)).toEqual([]);
    await store.close();
  }, 300_000);
});
