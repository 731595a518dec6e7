import type { IncomingMessage, Server } from "node:http";
import { serve, type HttpBindings } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Route } from "./core/adapter.ts";

const oneMegabyte = 1024 * 1024;

interface Options {
  readonly routes: readonly Route[];
  readonly host: string;
  readonly port: number;
  /** Rejects while events could not be recorded. */
  readonly ready: () => Promise<unknown>;
  readonly metrics: () => Promise<string>;
}
type Env = { Bindings: HttpBindings };

/** One HTTP server on one port: the adapters' routes, and what operators ask. Resolves when it listens. */
export async function listen({
  routes,
  host,
  port,
  ready,
  metrics,
}: Options): Promise<{ port: number; close(): Promise<void> }> {
  const app = new Hono<Env>();
  app.use(bodyLimit({ maxSize: oneMegabyte, onError: (context) => context.text("The body is too large.", 413) }));
  app.get("/healthz", (context) => context.text("ok"));
  const askReady = everySecond(ready);
  app.get("/readyz", async (context) => {
    const isReady = await askReady().then(
      () => true,
      () => false,
    );
    return isReady ? context.text("ready") : context.text("The store is not available.", 503);
  });
  app.get("/metrics", loopbackOnly, async (context) =>
    context.text(await metrics(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }),
  );
  for (const route of routes) {
    const guards = route.reach === "loopback" ? [loopbackOnly] : [];
    app.on(route.method, [route.path], ...guards, async (context) =>
      // Hono hands HEAD to the handlers of GET; a stream would never end.
      context.req.method === route.method ? route.handle(context.req.raw) : new Response(null, { status: 405 }),
    );
  }
  app.onError((error, context) =>
    context.text(error.name === "StoreUnavailable" ? "Try again." : "Something failed.", 503),
  );
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(listening as Server));
    listening.once("error", reject);
  });
  // Node's own limits leave a body five minutes to arrive.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.maxConnections = 5000;
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // Whoever has not been answered by then sends again.
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
}

/** Answers only this machine: neither another address, nor a proxy on this one that speaks for another. */
const loopbackOnly: MiddlewareHandler<Env> = async (context, next) => {
  if (!isLoopback(context.env.incoming)) return context.text("This is for the machine that Charter runs on.", 403);
  await next();
  return undefined;
};

/** A proxy on this machine that adds none of these headers and keeps no foreign Host cannot be told from this machine. */
function isLoopback({ socket, headers }: IncomingMessage): boolean {
  const forwarded = Object.keys(headers).some((name) => /^(?:forwarded|via|x-real-ip|x-forwarded-.*)$/.test(name));
  const host = URL.parse(`http://${headers.host ?? ""}`)?.hostname ?? "";
  const ours = host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
  return !forwarded && ours && /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
}

/** Asks at most once a second, however many ask. */
function everySecond(ask: () => Promise<unknown>): () => Promise<unknown> {
  let last: { readonly at: number; readonly answer: Promise<unknown> } | null = null;
  return () => {
    if (!last || performance.now() - last.at > 1000) last = { at: performance.now(), answer: ask() };
    return last.answer;
  };
}
