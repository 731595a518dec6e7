import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import { fromPglite, type ConstructorOptions } from "pg-boss";
import postgres from "postgres";
import { CannotStart } from "../src/core/store.ts";

/** A database or a transaction in it, over either driver. What `execute` answers differs between them: read rows through `rowsOf`. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** An open, migrated database and how the queue reaches it. */
export interface Connection {
  readonly db: Database;
  readonly kind: "pglite" | "postgres";
  readonly queue: ConstructorOptions;
  close(): Promise<void>;
}

const migrationsFolder = join(import.meta.dirname, "migrations");

/** Opens the embedded database in a folder, which must be ours alone: PGlite itself would let a second process in and lose its writes. */
export async function openFolder(folder: string): Promise<Connection> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  try {
    const pglite = await PGlite.create(join(folder, "pglite"));
    const db = drizzlePglite(pglite);
    await migratePglite(db, { migrationsFolder });
    return {
      db,
      kind: "pglite",
      queue: { db: fromPglite(pglite), backend: "pglite" },
      async close() {
        await pglite.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw new CannotStart(
      `The embedded database in ${folder} does not open (${error instanceof Error ? error.name : "unknown"}). ` +
        "If it was made by an older version, export it there first; if it is damaged, restore the folder from a copy.",
    );
  }
}

/** A kernel lock through SQLite: gone at once when the process is, so that no stale lock file can stand in the way. */
function lockFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    return lock;
  } catch {
    lock.close();
    throw new CannotStart(
      `Another Charter is already running on ${folder}. Stop it, or give this one a folder of its own with CHARTER_DATA. ` +
        "Several instances can share a PostgreSQL database: set DATABASE_URL.",
    );
  }
}

/** Opens a PostgreSQL database by its URL and brings it up to date; instances that start together take turns. */
export async function openPostgres(url: string): Promise<Connection> {
  const options = { onnotice: () => undefined, connect_timeout: 2, idle_timeout: 60 };
  const migrator = postgres(url, { ...options, max: 1 });
  try {
    const db = drizzlePostgres(migrator);
    await db.execute(sql`select pg_advisory_lock(7240201)`);
    await migratePostgres(db, { migrationsFolder });
  } catch (error) {
    const code = codeOf(error);
    throw new CannotStart(
      `The database of DATABASE_URL cannot be used (${code}). Is it running, and may this user create tables?`,
    );
  } finally {
    await migrator.end({ timeout: 5 });
  }
  // A database that hangs must become an error, so that nothing is acknowledged and the gap is seen.
  const limits = { statement_timeout: 5000, lock_timeout: 4000, idle_in_transaction_session_timeout: 10_000 };
  const client = postgres(url, { ...options, max: 10, connection: limits });
  return {
    db: drizzlePostgres(client),
    kind: "postgres",
    queue: { connectionString: url, max: 4, connectionTimeoutMillis: 2000 },
    // Without a time-out `end` waits for ever once the server has gone.
    close: () => client.end({ timeout: 5 }),
  };
}

/** The SQLSTATE or the system's code of an error, for logs and sentences; never a statement or a value. */
export function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return error instanceof Error ? error.name : "unknown";
}

/** The secret that seals what is kept: made at the first start, readable by its owner only, and kept beside the folder, not in the database. */
export function secretOfFolder(folder: string): Uint8Array {
  const file = join(folder, "secret");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString("base64"), { mode: 0o600 });
    renameSync(draft, file);
  }
  chmodSync(file, 0o600);
  return readSecret(readFileSync(file, "utf8"), file);
}

/** Reads a secret written in base64; throws CannotStart with a sentence where it is too short. */
export function readSecret(written: string, source: string): Uint8Array {
  const secret = Buffer.from(written.trim(), "base64");
  if (secret.length < 32) {
    throw new CannotStart(`${source} must hold at least 32 bytes in base64. Make one with: openssl rand -base64 32`);
  }
  return secret;
}
