import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serviceKeys } from "./keys.ts";

const issuer = "https://issuer.example";
const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const [first, second, stranger] = [pair(), pair(), pair()];
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const bearer = (key: KeyObject, header: object, iss = issuer) => {
  const content = `${part({ alg: "RS256", ...header })}.${part({ iss })}`;
  return `Bearer ${content}.${sign("RSA-SHA256", Buffer.from(content), key).toString("base64url")}`;
};
const good = bearer(first.privateKey, { kid: "first" });
const rotated = bearer(second.privateKey, { kid: "second" });
const forged = (kid: string) => bearer(stranger.privateKey, { kid });

let asked = 0;
let status = 200;
let published: Record<string, KeyObject> = {};
const server = createServer((incoming, outgoing) => {
  asked += incoming.url === "/.well-known/keys" ? 1 : 0;
  const keys = Object.entries(published).map(([kid, key]) => ({ ...key.export({ format: "jwk" }), kid }));
  outgoing.writeHead(status, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ keys: [{ kty: "EC", kid: "other" }, ...keys] }));
});
let clock = 0;
let check: ReturnType<typeof serviceKeys>;
beforeEach(async () => {
  [asked, status, clock] = [0, 200, 1_800_000_000_000];
  published = { first: first.publicKey };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  check = serviceKeys({
    clientId: "app",
    clientSecret: "secret",
    tenantId: "tenant",
    endpoints: { issuer, openIdMetadataUrl: `http://127.0.0.1:${port}/.well-known/openidconfiguration` },
    log: () => undefined,
    now: () => clock,
  });
});
afterEach(() => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))));

test("the service's own signature holds, and its keys are asked for once by all who come", async () => {
  expect(await Promise.all([check(good), check(good), check(good)])).toEqual([null, null, null]);
  expect(await check(good)).toBeNull();
  expect(asked).toBe(1);
});

test.each([
  ["", "no token"],
  ["Bearer a.b", "no token"],
  [bearer(first.privateKey, { kid: "first" }, "https://other.example"), "issuer"],
  [forged("first"), "signature"],
  [bearer(first.privateKey, {}), "signature"],
  [bearer(first.privateKey, { kid: "first", alg: "none" }), "signature"],
  [bearer(first.privateKey, { kid: "first", alg: "HS256" }), "signature"],
  [bearer(first.privateKey, { kid: "other" }), "signature"],
  [good.slice(0, good.lastIndexOf(".") + 1), "signature"],
  [good.replace(/\.[\w-]+\./, `.${part({ iss: issuer, aud: "app" })}.`), "signature"],
])("any other is refused: %.60s", async (authorization, reason) => {
  expect(await check(authorization)).toEqual({ status: 401, reason });
});

describe("keys that nobody has", () => {
  const insist = async (count: number) => {
    for (let index = 0; index < count; index += 1) await check(forged(`${clock}-${index}`));
  };

  test("are looked for a few times a minute, however many are named", async () => {
    await check(good);
    await insist(50);
    expect(asked).toBe(5);
    clock += 60_000;
    await insist(50);
    expect(asked).toBe(10);
    expect(await check(good)).toBeNull();
  });

  test("are looked for once a minute where it is the same one", async () => {
    await check(forged("x"));
    expect(await check(forged("x"))).toEqual({ status: 401, reason: "signature" });
    expect(asked).toBe(1);
    clock += 60_000;
    await check(forged("x"));
    expect(asked).toBe(2);
  });

  test("do not keep a new key from us: whoever comes too soon is to come again", async () => {
    await check(good);
    await insist(50);
    published = { ...published, second: second.publicKey };
    expect(await check(rotated)).toEqual({ status: 503, reason: "keys" });
    clock += 12_000;
    expect(await check(forged("y"))).toEqual({ status: 401, reason: "signature" });
    expect(await check(rotated)).toBeNull();
  });

  test("cost no more when the clock is set back", async () => {
    await insist(50);
    clock -= 3_600_000;
    expect(await check(good)).toBeNull();
    await insist(50);
    expect(asked).toBe(5);
    clock += 12_000;
    expect(await check(forged("z"))).toEqual({ status: 401, reason: "signature" });
  });
});

test("a new key is known at once, and one that was withdrawn is forgotten within a day", async () => {
  await check(good);
  published = { second: second.publicKey };
  expect(await check(rotated)).toBeNull();
  expect(await check(good)).toEqual({ status: 401, reason: "signature" });
  published = {};
  clock += 24 * 3_600_000;
  expect(await check(rotated)).toEqual({ status: 401, reason: "signature" });
});

test("nobody is refused for good while the keys cannot be read", async () => {
  status = 502;
  expect(await check(good)).toEqual({ status: 503, reason: "keys" });
  status = 200;
  expect(await check(good)).toBeNull();
});
