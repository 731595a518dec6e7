import { expect, test } from "vitest";
import { failureOf } from "./failure.ts";
import { standingOf, vouchedDomain } from "./read.ts";

const ours = "0f0f0f0f-0000-4000-8000-00000000000f";
test.each([
  ["member", { userRole: "user", tenantId: ours.toUpperCase() }],
  ["member", { userRole: "user" }],
  ["guest", { userRole: "guest", tenantId: ours }],
  ["guest", { userPrincipalName: "eve_b.example#EXT#@a.example", tenantId: ours }],
  ["external", { userRole: "user", tenantId: "other" }],
  ["external", { userRole: "anonymous", tenantId: ours }],
  ["external", {}],
] as const)("the roster's word makes somebody a %s: %o", (standing, member) => {
  expect(standingOf({ id: "29:x", ...member }, ours)).toBe(standing);
});
test("a bot has no standing", () => {
  expect(standingOf({ id: "28:x", userRole: "user", tenantId: ours }, ours)).toBeNull();
});

test.each([
  ["member", "Anna@Nordvik.example", "nordvik.example"],
  ["guest", "eve_van_dam_far.example#EXT#@nordvik.onmicrosoft.com", "far.example"],
  ["guest", "eve#EXT#@nordvik.onmicrosoft.com", null],
  ["guest", "eve@far.example", null],
  ["external", "eve@far.example", null],
  ["member", undefined, null],
] as const)("the platform vouches for a %s called %s: %s", (standing, userPrincipalName, domain) => {
  expect(vouchedDomain({ id: "29:x", userPrincipalName }, standing)).toBe(domain);
});

const now = Date.parse("2026-11-21T19:00:00Z");
test.each([
  [429, "7", "limited", 7],
  [429, "Sat, 21 Nov 2026 19:00:30 GMT", "limited", 30],
  [429, "soon", "limited", null],
  [503, "3", "unreachable", 3],
  [412, undefined, "unreachable", null],
  [401, undefined, "unreachable", null],
  [400, undefined, "forbidden", null],
  [404, undefined, "missing", null],
])("a call answered %i, Retry-After %s, failed as %s", (status, retry, code, retryAfter) => {
  const error = { response: { status, headers: { "retry-after": retry } }, config: { data: "words of people" } };
  const failure = failureOf(error, now);
  expect([failure.code, failure.retryAfter]).toEqual([code, retryAfter]);
  expect(failure.cause).toBeUndefined();
});
test("a call that nobody answered failed as unreachable", () => {
  expect(failureOf(new Error("ECONNREFUSED"), now).code).toBe("unreachable");
});
