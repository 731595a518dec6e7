import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { start, type Running } from "../../src/main.ts";
import { charter as base } from "../product.ts";
import { charterFile, slackTransport, type Transport } from "../transports.ts";

/** A space that nobody judges, in a charter that would speak even of people whom nobody knows. */
const charter = {
  ...base,
  spaces: { "slack:C1": "sanctuary" },
  clauses: base.clauses.map((clause) => ({ ...clause, binds: ["staff", "unknown"] })),
};
const folder = mkdtempSync(join(tmpdir(), "charter-hostile-"));
const logged: string[] = [];
let transport: Transport;
let running: Running;
beforeAll(async () => {
  transport = await slackTransport("http");
  const env = { PORT: String(transport.port), HOST: "127.0.0.1", CHARTER_DATA: folder };
  const read = readConfig({ ...env, ...transport.env, ...charterFile(charter) }, ["--playground"]);
  if (!read.ok) throw new Error("the settings of this test are wrong");
  running = await start(read.config, (event, fields) => logged.push(JSON.stringify([event, fields])));
});
afterAll(async () => {
  await running.stop();
  await transport.stop();
  rmSync(folder, { recursive: true, force: true });
});

const url = (path: string): string => `http://127.0.0.1:${running.port}${path}`;
const own = { "sec-fetch-site": "same-origin" };

/** Writes to the port byte for byte, and answers all that came back until the server closed. */
async function raw(written: string, { end = false } = {}): Promise<string> {
  const socket: Socket = connect(running.port, "127.0.0.1");
  const parts: string[] = [];
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.setEncoding("utf8").on("data", (part: string) => void parts.push(part));
  // A server that has heard enough resets the connection.
  socket.on("error", () => undefined);
  if (end) socket.end(written);
  else socket.write(written);
  await closed;
  return parts.join("");
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

const headOf = (path: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n`;

describe("a request that is too large", () => {
  const paths = ["/slack/events", "/playground/say", "/playground/run", "/metrics", "/nothing"];

  test.each(paths)("is refused with 413 where it says so: %s", async (path) => {
    expect(statusOf(await raw(`${headOf(path)}Content-Length: 2097152\r\n\r\n`))).toBe(413);
  });

  test.each(paths)("is refused with 413 where it does not say how long it is: %s", async (path) => {
    const chunk = "a".repeat(64 * 1024);
    const chunks = Array.from({ length: 32 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
    expect(statusOf(await raw(`${headOf(path)}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`))).toBe(413);
  });

  test("leaves the server as it was", async () => {
    expect(statusOf(await raw("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))).toBe(200);
  });
});

// Whoever stands between the platform and us may send on in chunks what came in one piece.
test("a request in chunks is answered as one with a length is", async () => {
  const body = JSON.stringify({ by: "local:thomas", space: null, line: "help" });
  const chunks = [body.slice(0, 9), body.slice(9), ""].map((part) => `${part.length.toString(16)}\r\n${part}\r\n`);
  const head = headOf("/playground/run");
  expect(statusOf(await raw(`${head}Content-Length: ${body.length}\r\n\r\n${body}`))).toBe(200);
  expect(statusOf(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunks.join("")}`))).toBe(200);
});

test("a request without a body is refused, and not said to have failed", async () => {
  expect(statusOf(await raw(`${headOf("/playground/run")}\r\n`))).toBe(400);
  expect(statusOf(await raw(`${headOf("/slack/events")}\r\n`))).toBe(401);
});

test.each([
  ["two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n"],
  ["a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"],
  ["a length below nothing", "Content-Length: -1\r\n"],
  ["a host that is none", "Host: a b\r\n"],
])("a request with %s is refused", async (_, header) => {
  const host = header.startsWith("Host") ? "" : "Host: localhost\r\n";
  const answer = await raw(`POST /playground/say HTTP/1.1\r\n${host}${header}Connection: close\r\n\r\n0\r\n\r\n`);
  expect(statusOf(answer)).toBe(400);
});

test("a body that never ends reaches nobody once its sender is gone", async () => {
  const before = logged.length;
  await raw("POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n{", { end: true });
  expect((await fetch(url("/healthz"))).status).toBe(200);
  expect(logged.slice(before).filter((line) => !line.includes("slack.refused"))).toEqual([]);
});

/** What a proxy on this machine, or a page under a name that was made to lead here, adds to a request. */
const foreign: readonly (readonly [string, string])[] = [
  ["x-forwarded-for", "203.0.113.7"],
  ["forwarded", "for=203.0.113.7"],
  ["x-real-ip", "203.0.113.7"],
  ["via", "1.1 proxy.example"],
  ["x-forwarded-host", "charter.example"],
  ["x-forwarded-proto", "https"],
  ["host", "rebound.example"],
  ["host", `localhost.example:80`],
];
const asked = (path: string, [name, value]: readonly [string, string], method = "GET"): Promise<string> => {
  const host = name === "host" ? "" : "Host: localhost\r\n";
  const length = method === "POST" ? "Content-Length: 0\r\n" : "";
  const headers = `${host}${name}: ${value}\r\n${length}Sec-Fetch-Site: same-origin\r\nConnection: close\r\n`;
  return raw(`${method} ${path} HTTP/1.1\r\n${headers}\r\n`);
};

describe.each(foreign)("a request with %s: %s", (...header) => {
  test("is not answered the metrics, however their path is written", async () => {
    for (const path of ["/metrics", "/%6detrics", "/metrics?x=1", "http://localhost/metrics"]) {
      expect([path, statusOf(await asked(path, header))]).toEqual([path, 403]);
    }
  });

  test("is not let into the playground", async () => {
    for (const path of ["/", "/playground/world", "/playground/stream?by=local:thomas", "http://localhost/"]) {
      expect([path, statusOf(await asked(path, header))]).toEqual([path, 403]);
    }
    expect(statusOf(await asked("/playground/run", header, "POST"))).toBe(403);
  });
});

test("the machine itself is answered both", async () => {
  expect((await fetch(url("/metrics"))).status).toBe(200);
  expect((await fetch(url("/"))).status).toBe(200);
});

describe("beside a platform where people work", () => {
  test("the playground does not put its invented charter in the place of theirs: a sanctuary stays one", async () => {
    expect(await transport.say("Project Falcon", "1763460000.000001")).toBe(true);
    const metrics = await (await fetch(url("/metrics"))).text();
    expect(metrics).toContain('charter_events_total{platform="slack"');
    expect(metrics).not.toContain("charter_judgements_total{");
  });
});

test("no label of a metric and no line of the log is a stranger's to choose", async () => {
  const canary = "acanaryofwords";
  const signed = { "x-slack-signature": canary, "x-slack-request-timestamp": canary, "user-agent": canary };
  for (const path of [`/${canary}`, `/slack/events?${canary}`, `/playground/${canary}`]) {
    for (const method of ["GET", "POST", canary.toUpperCase()]) {
      const body = method === "POST" ? canary : null;
      await fetch(url(path), { method, headers: signed, body }).then((answer) => answer.arrayBuffer());
    }
  }
  const body = JSON.stringify({ by: canary, space: canary, id: canary, text: canary });
  await fetch(url("/playground/say"), { method: "POST", headers: own, body });
  expect(await (await fetch(url("/metrics"))).text()).not.toContain(canary);
  expect(logged.join("\n").toLowerCase()).not.toContain(canary);
});
