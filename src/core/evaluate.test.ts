import { expect, test } from "vitest";
import { z } from "zod";
import { readCharter, type Revision } from "./charter.ts";
import { evaluate } from "./evaluate.ts";
import { known, unknown, type Colleague, type FactName, type Facts } from "./facts.ts";
import type { AccountId, JudgedEvent, SpaceId, WorkspaceId } from "./model.ts";
import { defineRule } from "./rule.ts";

const always = (id: string, on: readonly JudgedEvent["kind"][], needs: readonly FactName[]) =>
  defineRule({
    id,
    title: { en: id, fr: id },
    trace: "excerpt",
    on,
    needs,
    settings: z.strictObject({}),
    messages: { en: {}, fr: {} } as never,
    examples: [],
    prepare: () => () => [{ code: "found", spans: [] }],
  });
const rules = [
  always("words", ["message.posted"], ["space"]),
  always("company", ["space.composed"], ["members"]),
  always("network", ["connection.seen", "setting.read"], ["author"]),
];
const clause = (id: string, but: object = {}) => ({
  id,
  title: { en: id, fr: id },
  prose: { en: id, fr: id },
  rule: id,
  stage: "nudge",
  ...but,
});
function revisionOf(...clauses: object[]): Revision {
  const organisation = { name: "Here", zone: "Europe/Paris", week: {} };
  const read = readCharter({ organisation, furtherAudiences: {}, clauses }, 1, rules);
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join());
  return read.revision;
}

const at = (written: string) => ({
  platform: "local",
  workspace: "local:w" as WorkspaceId,
  at: Temporal.Instant.from(written),
});
const space = "local:room" as SpaceId;
const posted = (written = "2026-12-01T09:00Z"): JudgedEvent => ({
  ...at(written),
  kind: "message.posted",
  message: { space, id: "1", version: 0 },
  author: "local:ada" as AccountId,
  text: { plain: "Hello", marks: [] },
  mentions: [],
  thread: null,
});
const composed: JudgedEvent = { ...at("2026-12-01T09:00Z"), kind: "space.composed", space, cause: { kind: "sweep" } };
const setting: JudgedEvent = { ...at("2026-12-01T09:00Z"), kind: "setting.read", setting: "sso", value: "off" };
const connection: JudgedEvent = {
  ...at("2026-12-01T09:00Z"),
  kind: "connection.seen",
  account: "local:ada" as AccountId,
  address: "192.0.2.1",
  country: null,
};

const ada = { account: "local:ada", audience: "staff", groups: ["local:nurses"] } as unknown as Colleague;
const facts: Facts = {
  author: known(ada),
  mentioned: known([]),
  space: known({ purpose: "internal" }),
  members: unknown("not asked"),
};
const found = (revision: Revision, event: JudgedEvent, but: Partial<Facts> = {}): string[] =>
  evaluate(revision, event, { ...facts, ...but }).found.map((each) => each.clause.clause.id);

test.each([
  ["its space", { space }],
  ["its author", { account: "local:ada" }],
  ["its author's audience", { audience: "staff" }],
  ["a group of its author", { group: "local:nurses" }],
])("an exception for %s holds to the end of its last day, in the organisation's zone", (_, who) => {
  const revision = revisionOf(clause("words", { exceptions: [{ ...who, reason: "safety", until: "2026-12-01" }] }));
  expect(found(revision, posted("2026-12-01T22:59Z"))).toEqual([]);
  expect(found(revision, posted("2026-12-01T23:00Z"))).toEqual(["words"]);
});

test("an exception for somebody or somewhere else changes nothing", () => {
  const others = [{ space: "local:other" }, { account: "local:eve" }, { audience: "client" }, { group: "local:cooks" }];
  const exceptions = others.map((who) => ({ ...who, reason: "safety", until: "2027-01-01" }));
  expect(found(revisionOf(clause("words", { exceptions })), posted())).toEqual(["words"]);
});

test("a clause without a rule is a matter for people, and finds nothing", () => {
  const revision = revisionOf(clause("words"), { ...clause("kindness"), rule: null });
  expect(found(revision, posted())).toEqual(["words"]);
});

test("a rule is run only for the kinds of event it is about", () => {
  const revision = revisionOf(clause("words"), clause("company"), clause("network"));
  expect(found(revision, posted())).toEqual(["words"]);
  expect(found(revision, connection)).toEqual(["network"]);
});

test("who is in a space binds nobody in particular, and is not judged while its members are not known", () => {
  const revision = revisionOf(clause("company"));
  const nobody = { author: unknown("not asked") } as const;
  expect(found(revision, composed, { ...nobody, members: known([]) })).toEqual(["company"]);
  expect(evaluate(revision, composed, { ...facts, ...nobody }).undecided).toEqual([
    { clause: "company", fact: "members", because: "not asked" },
  ]);
});

test("a platform's setting has no author, and a rule that needs one for connections judges it all the same", () => {
  const revision = revisionOf(clause("network"));
  expect(found(revision, setting, { author: unknown("not synced") })).toEqual(["network"]);
  expect(found(revision, connection, { author: unknown("not synced") })).toEqual([]);
});
