import { sql } from "drizzle-orm";
import { describe, expect, inject, test } from "vitest";
import { startChild } from "./child.ts";
import { newPlace } from "./database.ts";
import { charter } from "./product.ts";
import { charterFile, readyIds, slackTransport, teamsTransport } from "./transports.ts";

const kills = 7;
const writers = 4;

describe("what was acknowledged is durable: kill -9 under load", () => {
  test.each([
    ["slack over HTTP", "postgres", () => slackTransport("http")],
    ["slack over Socket Mode", "pglite", () => slackTransport("socket")],
    ["teams", "postgres", teamsTransport],
  ] as const)(
    "%s on %s: every event answered with success has its finding and a notice",
    async (_, kind, startTransport) => {
      const place = await newPlace(kind, inject("databaseUrl"));
      const transport = await startTransport();
      const child = await startChild({ ...place.env, ...transport.env, ...charterFile(charter) }, transport.port);
      await transport.ready("Project Falcon");

      // The client's own journal: which events it was told are taken.
      const acknowledged: string[] = [];
      let repeated = 0;
      const load = { running: true };
      let next = 0;
      const waiting: (() => void)[] = [];
      const write = async (): Promise<void> => {
        while (load.running) {
          const number = (next += 1);
          const words = `Project Falcon marker-${number}-end`;
          while (!(await transport.say(words, `${1_763_000_000 + number}.000100`))) {
            repeated += 1;
            // As a platform does: again, a little later.
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          acknowledged.push(`marker-${number}-end`);
          for (const wake of waiting.splice(0)) wake();
        }
      };
      const writing = Promise.all(Array.from({ length: writers }, write));
      for (let kill = 0; kill < kills; kill += 1) {
        const enough = acknowledged.length + 5 + kill * 3;
        while (acknowledged.length < enough) await new Promise<void>((resolve) => waiting.push(resolve));
        await child.end("SIGKILL");
        await child.start();
      }
      load.running = false;
      await writing;

      const missing = (): string[] => {
        const told = transport.told().join("\n");
        return acknowledged.filter((marker) => !told.includes(marker));
      };
      await expect.poll(missing, { timeout: 90_000, interval: 100 }).toEqual([]);
      expect(await child.end("SIGINT")).toBe(0);

      const connection = await place.connect();
      const findings = await connection.db.execute(
        sql`select count(distinct message)::int as count from finding where message not like ${`${readyIds}%`}`,
      );
      // One driver answers rows, the other an object with rows.
      const [row] = Array.isArray(findings) ? findings : (findings as { rows: unknown[] }).rows;
      await connection.close();
      expect(row).toEqual({ count: acknowledged.length });
      const told = transport.told().filter((words) => words.includes("marker-")).length;
      console.info(
        `${acknowledged.length} acknowledged, ${repeated} sent again, ${told - acknowledged.length} told twice`,
      );
      expect(repeated).toBeGreaterThan(0);
      await transport.stop();
      await place.remove();
    },
    180_000,
  );
});
