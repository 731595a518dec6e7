import { expect, test } from "vitest";
import type { TeamsConfig } from "./config.ts";
import { guard } from "./guard.ts";

const tenantId = "0f0f0f0f-0000-4000-8000-00000000000f";
const config: TeamsConfig = { clientId: "app", clientSecret: "secret", tenantId, log: () => undefined };
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const bearer = (iss: string) => `Bearer ${part({ alg: "RS256" })}.${part({ iss })}.c2ln`;
const good = bearer("https://api.botframework.com");
const body = {
  type: "message",
  id: "1",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:alice" },
  recipient: { id: "28:bot" },
  conversation: { id: "19:a", tenantId: tenantId.toUpperCase() },
};
const check = (authorization: string | null, changes: object = {}, own = config) =>
  guard(own)(authorization, JSON.stringify({ ...body, ...changes }));

test("lets the service's issuer, hosts and tenant pass", () => {
  expect(check(good).passed).toBe(true);
});

test.each([
  [null, 401, "no token"],
  ["Bearer nonsense", 401, "no token"],
  [`Basic ${good.slice(7)}`, 401, "no token"],
  ["Bearer a.b.c", 401, "issuer"],
  [bearer("https://login.microsoftonline.com/x/v2.0"), 401, "issuer"],
  [bearer("https://sts.windows.net/x/"), 401, "issuer"],
])("refuses whoever else issued the token: %s", (authorization, status, reason) => {
  expect(check(authorization)).toEqual({ passed: false, status, reason });
});

test.each([
  "https://attacker.example/",
  "https://smba.trafficmanager.net.attacker.example/",
  "https://smba.trafficmanager.net@attacker.example/",
  "https://smba.trafficmanager.net:8443/",
  "http://smba.trafficmanager.net/emea/",
  "http://127.0.0.1/",
  "smba.trafficmanager.net",
])("refuses a service that is not on the list: %s", (serviceUrl) => {
  expect(check(good, { serviceUrl })).toEqual({ passed: false, status: 401, reason: "service url" });
});

test("takes plain HTTP only from the loopback interface, and only where it is configured so", () => {
  const serviceUrl = "http://127.0.0.1:4000/teams";
  expect(check(good, { serviceUrl }, { ...config, endpoints: { serviceUrl } }).passed).toBe(true);
  expect(check(good, { serviceUrl }, { ...config, serviceHosts: ["127.0.0.1:4000"] }).passed).toBe(false);
  const outside = { ...config, endpoints: { serviceUrl: "http://cloud.example/teams" } };
  expect(check(good, { serviceUrl: "http://cloud.example/teams" }, outside).passed).toBe(false);
});

test.each([
  { conversation: { id: "19:a" } },
  { conversation: { id: "19:a", tenantId: "other" } },
  { channelData: { tenant: { id: "other" } } },
])("refuses what is not of our tenant: %o", (changes) => {
  expect(check(good, changes)).toEqual({ passed: false, status: 403, reason: "tenant" });
});

test.each([
  { serviceUrl: undefined },
  { type: "" },
  { conversation: "19:a" },
  { conversation: { id: "19:\u0000", tenantId } },
  { conversation: { id: "x".repeat(301), tenantId } },
])("refuses an envelope that it cannot read: %o", (changes) => {
  expect(check(good, changes)).toEqual({ passed: false, status: 400, reason: "malformed" });
});

test("refuses a body that is no JSON", () => {
  expect(guard(config)(good, "{")).toEqual({ passed: false, status: 400, reason: "malformed" });
});

test("reads no more than the envelope", () => {
  const changes = { type: "typing", from: 7, entities: "all", timestamp: "yesterday" };
  expect(check(good, changes)).toMatchObject({ passed: true, written: changes });
});
