import { expect, test } from "vitest";
import { readCharter, type Revision } from "./charter.ts";
import { decide, isoWeek, settle, stageOf, type Counts, type Proposal } from "./decide.ts";
import type { Found } from "./evaluate.ts";
import { known, unknown, type Colleague, type Facts, type Member } from "./facts.ts";
import type { AccountId, JudgedEvent, SpaceId, Stage, WorkspaceId } from "./model.ts";
import type { AnyRule } from "./rule.ts";

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

test("a clause at the stage case tells and opens a case, and opens it even where nobody may be told", () => {
  expect(settle(proposal("case"), counts(1)).effects).toEqual([{ do: "case" }, { do: "tell", to: "local:ada" }]);
  expect(settle(proposal("case"), counts(1, 2))).toEqual({ outcome: "capped", effects: [{ do: "case" }] });
  expect(settle({ ...proposal("case"), tell: [] }, counts(1)).effects).toEqual([{ do: "case" }]);
  expect(settle(proposal("case", 1), counts(1)).effects).toEqual([]);
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

const revisionOf = (but: object): Revision => {
  const read = readCharter(
    {
      organisation: { name: "Here", zone: "Europe/Paris", week: {} },
      stewards: { admins: ["local:ann", "teams:tom"], moderators: ["local:mo"] },
      clauses: [{ id: "calm", title: { en: "Calm", fr: "Calme" }, prose: { en: "Calm.", fr: "Calme." } }],
      ...but,
    },
    1,
    [],
  );
  if (!read.ok) throw new Error("the charter of the test is wrong");
  return read.revision;
};

test.each([
  ["a clause goes as far as its stage", {}, "2026-12-01", "internal", "case"],
  ["before the day it is in force it is silent", { inForceFrom: "2026-12-02" }, "2026-12-01", "internal", "shadow"],
  ["on the day itself it speaks", { inForceFrom: "2026-12-01" }, "2026-12-01", "internal", "case"],
  ["where a trial was announced it speaks before", { inForceFrom: "2026-12-02" }, "2026-12-01", "trial", "nudge"],
  ["a pause silences the last day of it too", { pausedUntil: "2026-12-01" }, "2026-12-01", "internal", "shadow"],
  ["a pause silences a trial", { pausedUntil: "2026-12-01" }, "2026-12-01", "trial", "shadow"],
  ["a pause that is over silences nothing", { pausedUntil: "2026-11-30" }, "2026-12-01", "internal", "case"],
] as const)("%s", (_, but, today, purpose, stage) => {
  const { charter } = revisionOf(but);
  const [clause] = charter.clauses;
  if (!clause) throw new Error("the charter of the test has no clause");
  expect(stageOf(charter, { ...clause, stage: "case" }, { today, purpose })).toBe(stage);
  expect(stageOf(charter, { ...clause, stage: "draft" }, { today, purpose })).toBe("draft");
});

const happened = {
  platform: "local",
  workspace: "local:w" as WorkspaceId,
  at: Temporal.Instant.from("2026-11-16T09:00Z"),
};
const space = "local:room" as SpaceId;
const posted: JudgedEvent = {
  ...happened,
  kind: "message.posted",
  message: { space, id: "1", version: 0 },
  author: "local:ada" as AccountId,
  text: { plain: "Hello", marks: [] },
  mentions: [],
  thread: null,
};
const joined = (invitedBy: string | null): JudgedEvent => ({
  ...happened,
  kind: "space.composed",
  space,
  cause: { kind: "joined", account: "local:paolo" as AccountId, invitedBy: invitedBy as AccountId | null },
});
const factsOf = (author: Partial<Colleague>, members: readonly Partial<Member>[] = []): Facts => ({
  author: known({ account: "local:ada", person: "p", zone: "UTC", host: null, ...author } as Colleague),
  mentioned: known([]),
  space: known({ purpose: "internal" }),
  members: members.length > 0 ? known(members as readonly Member[]) : unknown("not asked"),
});
const told = (event: JudgedEvent, facts: Facts): readonly AccountId[] | undefined => {
  const revision = revisionOf({});
  const [clause] = revision.charter.clauses;
  const rule = { id: "r", trace: "excerpt", on: [event.kind] } as unknown as AnyRule;
  const found = { clause: { clause, rule }, findings: [{ code: "c", spans: [] }], masked: [] } as unknown as Found;
  return decide(revision, [found], event, facts)[0]?.tell;
};

test("staff are told themselves", () => {
  expect(told(posted, factsOf({ audience: "staff" }))).toEqual(["local:ada"]);
});
test("what an outsider does goes to whoever invited them, or else to the stewards of the platform", () => {
  expect(told(posted, factsOf({ audience: "client", host: "local:tom" as AccountId }))).toEqual(["local:tom"]);
  expect(told(posted, factsOf({ audience: "client" }))).toEqual(["local:mo", "local:ann"]);
});
test("who meets whom goes to the inviter, unless the inviter is an outsider", () => {
  const tom = { account: "local:tom" as AccountId };
  expect(told(joined("local:tom"), factsOf({}, [{ ...tom, audience: "staff" }]))).toEqual(["local:tom"]);
  expect(told(joined("local:tom"), factsOf({}, [{ ...tom, audience: "client" }]))).toEqual(["local:mo", "local:ann"]);
  expect(told(joined(null), factsOf({}))).toEqual(["local:mo", "local:ann"]);
});
