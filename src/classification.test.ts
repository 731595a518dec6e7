import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { charterSchema, type Charter, type WrittenCharter } from "./core/charter.ts";
import type { AccountId, PersonId, WorkspaceId } from "./core/model.ts";
import type { KnownAccount } from "./core/store.ts";
import { assign, type Assignment } from "./classification.ts";
import { classify } from "./facts/audience.ts";

const written = (audiences: WrittenCharter["audiences"]): WrittenCharter => ({
  organisation: { name: "Here", zone: "UTC", week: {} },
  audiences,
  clauses: [],
});
const account = (id: string, but: Partial<KnownAccount> = {}): KnownAccount => ({
  id: id as AccountId,
  person: id as PersonId,
  workspace: "local:w" as WorkspaceId,
  standing: "guest",
  ...{ language: null, zone: null, locale: null, domain: null, home: null, groups: [], week: null, absences: [] },
  ...but,
});
const read = (charter: WrittenCharter): Charter => charterSchema.parse(charter);
const starter = written([
  { is: "staff", standing: "member", domains: ["here.example"] },
  { is: "client", of: "Nordvik", domains: ["nordvik.example"] },
  { is: "staff", standing: "member" },
]);

describe("saying who somebody is", () => {
  test("holds for each account afterwards, whatever was said before", () => {
    const ids = ["local:a", "local:b", "local:c"];
    const assignment = fc.record({
      list: fc.constant("accounts" as const),
      name: fc.constantFrom(...ids),
      is: fc.constantFrom("client", "supplier", "unknown"),
      of: fc.constantFrom("Nordvik", "Tassin"),
    });
    const known = ids.map((id) => account(id, { standing: "member", domain: "here.example" }));
    fc.assert(
      fc.property(fc.array(fc.array(assignment, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (steps) => {
        const said = new Map<string, Assignment>();
        let charter = starter;
        for (const step of steps) {
          const distinct = [...new Map(step.map((each) => [each.name, each])).values()];
          charter = assign(charter, distinct);
          for (const each of distinct) said.set(each.name, each);
        }
        for (const each of known) {
          const expected = said.get(each.id);
          const { audience, party } = classify(read(charter), each);
          expect([audience, party]).toEqual(expected ? [expected.is, expected.of] : ["staff", null]);
        }
        // Nobody is listed twice, and no line is left without names.
        const listed = (charter.audiences ?? []).flatMap(({ accounts }) => accounts ?? []);
        expect(new Set(listed).size).toBe(listed.length);
        expect(charter.audiences?.every(({ accounts }) => accounts === undefined || accounts.length > 0)).toBe(true);
      }),
    );
  });
  test("moves a domain, and puts it before lines that go by standing alone", () => {
    const moved = assign(starter, [{ list: "domains", name: "nordvik.example", is: "supplier" }]);
    expect(moved.audiences).toEqual([
      { is: "staff", standing: "member", domains: ["here.example"] },
      { is: "supplier", domains: ["nordvik.example"] },
      { is: "staff", standing: "member" },
    ]);
    const nordvik = account("local:a", { standing: "member", domain: "nordvik.example" });
    expect(classify(read(moved), nordvik).audience).toBe("supplier");
  });
  test("joins the line that names the same already", () => {
    const more = assign(starter, [{ list: "domains", name: "nordvik.no", is: "client", of: "Nordvik" }]);
    expect(more.audiences?.[1]).toEqual({ is: "client", of: "Nordvik", domains: ["nordvik.example", "nordvik.no"] });
    expect(starter.audiences?.[1]?.domains).toEqual(["nordvik.example"]);
  });
  test("opens a further line where one is full", () => {
    const names = Array.from({ length: 12_000 }, (_, index) => `local:${index}`);
    const charter = assign(
      starter,
      names.map((name) => ({ list: "accounts", name, is: "client" })),
    );
    expect(charter.audiences?.flatMap(({ accounts }) => (accounts ? [accounts.length] : []))).toEqual([
      5000, 5000, 2000,
    ]);
    expect(charterSchema.safeParse(charter).success).toBe(true);
  });
});
