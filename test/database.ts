import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openFolder, openPostgres, type Connection } from "../drizzle/connect.ts";
import { openStore } from "../drizzle/store.ts";
import type { Store } from "../src/core/store.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** Starts the PostgreSQL that all test files share, unless TEST_DATABASE_URL names one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    project.provide("databaseUrl", given);
    return () => Promise.resolve();
  }
  const server = await startPostgres();
  project.provide("databaseUrl", server.url);
  return server.stop;
}

let made = 0;
/** A new, empty database on the shared server: its URL, and how to drop it. */
export async function newDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  made += 1;
  const name = `charter_${process.pid}_${Date.now().toString(36)}_${made}`;
  const run = async (statement: string): Promise<void> => {
    const client = postgres(serverUrl, { max: 1, onnotice: () => undefined });
    try {
      await client.unsafe(statement);
    } finally {
      await client.end({ timeout: 5 });
    }
  };
  await run(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

export const secret = new Uint8Array(32).fill(7);

/** A place for a store: opened as often as a test likes, on the same data. */
export interface Place {
  readonly kind: "pglite" | "postgres";
  /** The settings that name it to the product. */
  readonly env: Readonly<Record<string, string>>;
  connect(): Promise<Connection>;
  open(now?: () => Temporal.Instant): Promise<Store>;
  remove(): Promise<void>;
}

/** A new place of a kind; one on PostgreSQL is a new database of the server at `serverUrl`. */
export async function newPlace(kind: "pglite" | "postgres", serverUrl: string): Promise<Place> {
  const { env, connect, remove } = await (kind === "pglite" ? newFolder() : newUrl(serverUrl));
  const now = (): Temporal.Instant => Temporal.Now.instant();
  return {
    kind,
    env,
    connect,
    remove,
    open: async (clock = now) => openStore(await connect(), { secret, now: clock, report: () => undefined }),
  };
}

async function newFolder(): Promise<Pick<Place, "env" | "connect"> & { remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "charter-data-"));
  cpSync(await preparedFolder(), folder, { recursive: true });
  return {
    env: { CHARTER_DATA: folder },
    connect: () => openFolder(folder),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

/**
 * A folder in which the tables are made: making them takes seconds, and each test begins with a copy. Made anew
 * whenever what makes it has changed.
 */
async function preparedFolder(): Promise<string> {
  const root = join(import.meta.dirname, "..");
  const hash = createHash("sha256");
  for (const file of globSync(["drizzle/**/*.{ts,sql}", "package-lock.json"], { cwd: root }).toSorted()) {
    hash.update(readFileSync(join(root, file)));
  }
  const cache = join(root, "node_modules/.cache/charter-tests");
  const prepared = join(cache, hash.digest("hex").slice(0, 16));
  if (existsSync(prepared)) return prepared;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "draft-"));
  writeFileSync(join(draft, "secret"), Buffer.from(secret).toString("base64"));
  const now = (): Temporal.Instant => Temporal.Now.instant();
  const store = await openStore(await openFolder(draft), { secret, now, report: () => undefined });
  await store.close();
  try {
    renameSync(draft, prepared);
  } catch {
    // Another test file was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
  return prepared;
}

async function newUrl(serverUrl: string): Promise<Pick<Place, "env" | "connect"> & { remove: () => Promise<void> }> {
  const { url, drop } = await newDatabase(serverUrl);
  const env = { DATABASE_URL: url, CHARTER_SECRET: Buffer.from(secret).toString("base64") };
  return { env, connect: () => openPostgres(url), remove: drop };
}
