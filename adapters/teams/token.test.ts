import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { botToken } from "./token.ts";

let asked: URLSearchParams[] = [];
let status = 200;
const server = createServer((incoming, outgoing) => {
  let body = "";
  incoming.on("data", (part: Buffer) => (body += part.toString()));
  incoming.on("end", () => {
    asked.push(new URLSearchParams(body));
    outgoing.writeHead(status, { "content-type": "application/json" });
    outgoing.end(JSON.stringify({ access_token: `token ${asked.length}`, expires_in: "3600", error: "secret" }));
  });
});
let clock = 0;
const logged: object[] = [];
let token: ReturnType<typeof botToken>;

beforeEach(async () => {
  asked = [];
  status = 200;
  clock = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  token = botToken({
    clientId: "app",
    clientSecret: "secret",
    tenantId: "tenant",
    endpoints: { loginEndpoint: `http://127.0.0.1:${port}` },
    log: (event, fields) => void logged.push({ event, fields }),
    now: () => clock,
  });
});
afterEach(() => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))));

test("is asked for once by all who come, and again five minutes before it ends", async () => {
  expect(await Promise.all([token("scope"), token("scope")])).toEqual(["token 1", "token 1"]);
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    grant_type: "client_credentials",
    client_id: "app",
    client_secret: "secret",
    scope: "scope",
  });
  clock = 3_299_999;
  expect(await token("scope")).toBe("token 1");
  clock = 3_300_000;
  expect(await token("scope")).toBe("token 2");
});

test("that is refused is asked for anew, and the refusal says nothing of the secret", async () => {
  status = 401;
  const refusal: unknown = await token("scope").catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "unreachable" });
  expect(`${String(refusal)}${JSON.stringify([refusal, logged])}`).not.toContain("secret");
  status = 200;
  expect(await token("scope")).toBe("token 2");
});
