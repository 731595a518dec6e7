import { afterAll, beforeAll, expect, test } from "vitest";
import { heartbeat } from "../drizzle/schema.ts";
import { startChild, type Child } from "./child.ts";
import { newPlace, type Place } from "./database.ts";
import { startPostgres, type Server } from "./postgres.ts";
import { charter } from "./product.ts";
import { charterFile, slackTransport, type Transport } from "./transports.ts";

let server: Server;
let place: Place;
let transport: Transport;
let child: Child;
beforeAll(async () => {
  server = await startPostgres();
  place = await newPlace("postgres", server.url);
  transport = await slackTransport("http");
  child = await startChild({ ...place.env, ...transport.env, ...charterFile(charter) }, transport.port);
  await transport.ready("Project Falcon");
});
afterAll(async () => {
  await child.end("SIGKILL");
  await transport.stop();
  await server.stop();
});

const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${transport.port}/readyz`)).status;

test("while the database is away nothing is acknowledged; then it recovers by itself, tells once, and says so in status", async () => {
  expect(await ready()).toBe(200);
  await server.kill();
  const id = "1763000001.000100";
  expect(await transport.say("Project Falcon marker-away", id)).toBe(false);
  expect(await transport.say("Nothing special", "1763000002.000100")).toBe(false);
  await expect.poll(ready, { timeout: 5000 }).toBe(503);
  await server.restart();
  await expect.poll(() => transport.say("Project Falcon marker-away", id), { timeout: 30_000 }).toBe(true);
  expect(await transport.say("Project Falcon marker-away", id)).toBe(true);
  const told = (): number => transport.told().filter((words) => words.includes("marker-away")).length;
  await expect.poll(told, { timeout: 60_000 }).toBe(1);
  const status = await transport.command("status");
  expect(status).toContain("the database was away");
  expect(child.output.join("\n")).not.toContain("marker-away");
});

test("after it was away itself, the gap is in status", async () => {
  expect(await child.end("SIGINT")).toBe(0);
  const connection = await place.connect();
  await connection.db.update(heartbeat).set({ at: Temporal.Now.instant().subtract({ minutes: 10 }) });
  await connection.close();
  await child.start();
  expect(await transport.command("status")).toContain("Charter was not running");
});

test("a port that is taken is a sentence, and so is a database that does not answer", async () => {
  const { env } = place;
  await expect(startChild({ ...env, ...transport.env }, transport.port)).rejects.toThrow(
    `Port ${transport.port} is taken`,
  );
  const nowhere = { ...env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  await expect(startChild(nowhere, 0)).rejects.toThrow("The database of DATABASE_URL cannot be used (ECONNREFUSED)");
});

test("a charter with mistakes is refused with all of them", async () => {
  const organisation = { ...charter.organisation, zone: "Mars/Olympus" };
  const wrong = charterFile({ ...charter, organisation, caps: 3, clauses: [{ id: "Not an id" }] });
  const error = await startChild({ ...place.env, ...wrong }, 0).catch((thrown: unknown) => String(thrown));
  expect(error).toContain('organisation.zone: "Mars/Olympus" is not a time zone');
  for (const field of ["caps:", "clauses.0.id:", "clauses.0.title:", "clauses.0.prose:"])
    expect(error).toContain(field);
});
