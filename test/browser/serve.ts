import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { localAdapter } from "../../adapters/local/index.ts";
import type { Adapter, Door } from "../../src/core/adapter.ts";
import type { LocalConfig } from "../../adapters/local/index.ts";

/** A playground on a free loopback port. */
export interface Playground {
  readonly url: string;
  readonly adapter: Adapter;
  stop(): Promise<void>;
}

/** Serves the playground in front of a door; the door may be made of the adapter, to tell through it. */
export async function startPlayground(
  makeDoor: (adapter: Adapter) => Door,
  config: Partial<LocalConfig> = {},
): Promise<Playground> {
  const adapter = localAdapter({ log: () => {}, ...config });
  await adapter.start(makeDoor(adapter));
  const app = new Hono();
  for (const { method, path, handle } of adapter.routes) app.on(method, path, ({ req }) => handle(req.raw));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        adapter,
        async stop() {
          await adapter.stop();
          await new Promise((closed) => {
            server.close(closed);
            if ("closeAllConnections" in server) server.closeAllConnections();
          });
        },
      }),
    );
  });
}
