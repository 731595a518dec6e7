import { expect, test } from "vitest";
import { isoWeek, settle, type Counts, type Proposal } from "./decide.ts";
import type { AccountId, Stage } from "./model.ts";

const proposal = (stage: Stage, allowance = 0): Proposal =>
  ({ stage, allowance, caps: { day: 2, dayAndClause: 1 }, tell: ["local:ada" as AccountId] }) as unknown as Proposal;
const counts = (breachesThisWeek: number, nudgesToday = 0, nudgesTodayForClause = 0): Counts => ({
  breachesThisWeek,
  nudgesToday,
  nudgesTodayForClause,
});

test.each([
  ["a shadow clause is silent however often", proposal("shadow"), counts(9), "shadow"],
  ["the first breach is told where nothing is allowed", proposal("nudge"), counts(1), "told"],
  ["the allowance itself passes", proposal("nudge", 2), counts(2), "allowed"],
  ["the first beyond the allowance is told", proposal("nudge", 2), counts(3), "told"],
  ["a clause tells once a day", proposal("nudge"), counts(5, 1, 1), "capped"],
  ["another clause may still tell", proposal("nudge"), counts(1, 1, 0), "told"],
  ["two nudges a day are enough", proposal("nudge"), counts(1, 2, 0), "capped"],
])("%s", (_, given, often, outcome) => {
  const settled = settle(given, often);
  expect(settled.outcome).toBe(outcome);
  expect(settled.effects).toEqual(outcome === "told" ? [{ do: "tell", to: "local:ada" }] : []);
});

test("where there is nobody to tell, that is said", () => {
  const nobody = { ...proposal("nudge"), tell: [] };
  expect(settle(nobody, counts(1)).outcome).toBe("untold");
});

test.each([
  ["2026-11-21T22:00[Europe/Paris]", "2026-W47"],
  ["2027-01-01T10:00[Europe/Paris]", "2026-W53"],
  ["2024-12-30T10:00[America/Toronto]", "2025-W01"],
])("the ISO week of %s is %s", (at, week) => {
  expect(isoWeek(Temporal.ZonedDateTime.from(at))).toBe(week);
});
