import { describe, expect, test } from "vitest";
import {
  appealDays,
  deciders,
  mayAppeal,
  mayDecide,
  partIn,
  platformOf,
  roleOf,
  toldToDecide,
  type Asker,
  type Case,
} from "./case.ts";
import type { AccountId } from "./model.ts";

const at = (name: string): AccountId => name as AccountId;
const noon = Temporal.Instant.from("2026-11-16T12:00:00Z");
const each = (but: Partial<Case> = {}): Case =>
  ({
    ...{ origin: "report", state: "open", platform: "slack", first: null, barred: null, closed: null },
    ...{ author: at("slack:ada"), reporter: at("slack:rosa") },
    ...but,
  }) as Case;
const charter = {
  stewards: { admins: ["teams:ann"], moderators: ["slack:mo", "teams:max"], ambassadors: ["slack:amy"] },
};
const asker = (account: string, but: Partial<Asker> = {}): Asker => ({
  account: at(account),
  role: "employee",
  isStaff: true,
  ...but,
});

describe("who is told that a case waits", () => {
  test.each([
    ["moderators and admins on its own platform", {}, ["slack:mo"]],
    ["on any platform where there are none on its own", { platform: "local" }, ["slack:mo", "teams:max", "teams:ann"]],
    ["nobody whom it concerns", { author: at("slack:mo") }, ["teams:max", "teams:ann"]],
    ["nobody who decided it before", { barred: at("slack:mo") }, ["teams:max", "teams:ann"]],
  ] as [string, Partial<Case>, string[]][])("%s", (_, but, told) => {
    expect(toldToDecide(charter, each(but))).toEqual(told);
  });

  test("ambassadors where there is nobody else, and an admin who could only name somebody where there is nobody at all", () => {
    const few = { stewards: { admins: ["slack:ann"], moderators: [], ambassadors: ["slack:amy"] } };
    expect(toldToDecide(few, each({ barred: at("slack:ann") }))).toEqual(["slack:amy"]);
    const alone = { stewards: { admins: ["slack:ann"], moderators: [], ambassadors: [] } };
    expect(toldToDecide(alone, each({ barred: at("slack:ann") }))).toEqual(["slack:ann"]);
    expect(toldToDecide(alone, each({ author: at("slack:ann") }))).toEqual([]);
    expect(deciders(alone, each({ barred: at("slack:ann") }))).toEqual([]);
  });
});

describe("what somebody is to a case", () => {
  test.each([
    ["whoever reported it", each(), asker("slack:rosa"), "reporter"],
    ["a steward", each(), asker("slack:mo", { role: "moderator" }), "steward"],
    ["anybody else", each(), asker("slack:eve"), null],
    ["the author of what was only reported", each(), asker("slack:ada"), null],
    ["the author once it was upheld", each({ state: "upheld" }), asker("slack:ada"), "author"],
    ["an author from outside", each({ state: "upheld" }), asker("slack:ada", { isStaff: false }), null],
    ["the author whose clause opened it", each({ origin: "stage" }), asker("slack:ada"), "author"],
    ["an author who is a steward", each(), asker("slack:ada", { role: "admin" }), null],
    ["a guest who objected", each({ origin: "contest" }), asker("slack:ada", { isStaff: false }), "author"],
  ] as [string, Case, Asker, string | null][])("%s", (_, given, who, part) => {
    expect(partIn(given, who)).toBe(part);
  });
});

test("nobody decides what they wrote, reported or decided before", () => {
  for (const who of ["author", "reporter", "barred"])
    expect(mayDecide(at("slack:mo"), each({ [who]: "slack:mo" }))).toBe(false);
  expect(mayDecide(at("slack:mo"), each())).toBe(true);
});

test("a decision can be appealed by whom it concerns, once, in its time", () => {
  const closed = each({ state: "upheld", closed: noon });
  const last = noon.add({ hours: 24 * appealDays });
  expect(mayAppeal(at("slack:ada"), closed, last.subtract({ milliseconds: 1 }))).toBe(true);
  expect(mayAppeal(at("slack:ada"), closed, last)).toBe(false);
  expect(mayAppeal(at("slack:mo"), closed, noon)).toBe(false);
  expect(mayAppeal(at("slack:rosa"), { ...closed, barred: at("slack:mo") }, noon)).toBe(false);
  expect(mayAppeal(at("slack:rosa"), each(), noon)).toBe(false);
});

test("roles and platforms are read from what the charter and an id say", () => {
  expect(["teams:ann", "slack:mo", "slack:amy", "slack:eve"].map((who) => roleOf(charter, at(who)))).toEqual([
    "admin",
    "moderator",
    "ambassador",
    "employee",
  ]);
  expect(platformOf(at("teams:29:1a:b"))).toBe("teams");
});
