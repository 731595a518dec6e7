import { mkdtempSync, rmSync } from "node:fs";
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
  const { env, connect, remove } = kind === "pglite" ? newFolder() : await newUrl(serverUrl);
  const now = (): Temporal.Instant => Temporal.Now.instant();
  return {
    kind,
    env,
    connect,
    remove,
    open: async (clock = now) => openStore(await connect(), { secret, now: clock, report: () => undefined }),
  };
}

function newFolder(): Pick<Place, "env" | "connect"> & { remove: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), "charter-data-"));
  return {
    env: { CHARTER_DATA: folder },
    connect: () => openFolder(folder),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

async function newUrl(serverUrl: string): Promise<Pick<Place, "env" | "connect"> & { remove: () => Promise<void> }> {
  const { url, drop } = await newDatabase(serverUrl);
  const env = { DATABASE_URL: url, CHARTER_SECRET: Buffer.from(secret).toString("base64") };
  return { env, connect: () => openPostgres(url), remove: drop };
}
