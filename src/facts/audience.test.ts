import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charterSchema, type AudienceLine, type Charter, type WrittenCharter } from "../core/charter.ts";
import { standings } from "../core/model.ts";
import { classify, type Classified } from "./audience.ts";

const charterOf = (audiences: WrittenCharter["audiences"]): Charter =>
  charterSchema.parse({
    organisation: { name: "Here", zone: "Europe/Paris", week: {}, domains: ["here.example"] },
    audiences,
    clauses: [],
  });
const somebody = (changes: Partial<Record<keyof Classified, unknown>> = {}): Classified =>
  ({
    id: "slack:ada",
    standing: "guest",
    domain: null,
    home: null,
    workspace: "slack:ours",
    groups: [],
    ...changes,
  }) as Classified;

describe("the first line that fits", () => {
  /** The same by reading the lines one by one. */
  function naive(lines: readonly AudienceLine[], account: Classified): number {
    const holds = <Value>(values: readonly Value[] | undefined, test: (value: Value) => boolean): boolean =>
      values === undefined || values.some(test);
    return lines.findIndex(
      (line) =>
        Object.keys(line).some((key) => key !== "is" && key !== "of") &&
        holds(line.accounts, (id) => id === account.id) &&
        holds(line.standing && [line.standing], (standing) => standing === account.standing) &&
        holds(line.domains, (domain) => domain === account.domain) &&
        holds(line.workspaces, (workspace) => workspace === (account.home ?? account.workspace)) &&
        holds(line.groups, (group) => account.groups.includes(group)),
    );
  }
  const names = ["a", "b", "c"];
  const some = (prefix: string) =>
    fc.subarray(
      names.map((name) => `${prefix}${name}`),
      { maxLength: 2 },
    );
  const conditions = {
    accounts: some("slack:"),
    standing: fc.constantFrom(...standings),
    domains: fc.subarray(["a.example", "b.example", "gmail.com"]),
    workspaces: some("slack:w-"),
    groups: some("slack:g-"),
  };
  const charters = fc
    .array(fc.record(conditions, { requiredKeys: [] }), { maxLength: 12 })
    // Each line's audience is its place, so that it is seen which line decided.
    .map((lines) => charterOf(lines.map((line, index) => ({ ...line, is: `line-${index}` }))));
  const accounts = fc
    .record({
      id: fc.constantFrom(...names.map((name) => `slack:${name}`)),
      standing: fc.constantFrom(...standings),
      domain: fc.constantFrom(null, "a.example", "b.example", "gmail.com"),
      home: fc.constantFrom(null, "slack:w-b", "slack:w-c"),
      workspace: fc.constantFrom("slack:w-a", "slack:w-b"),
      groups: some("slack:g-"),
    })
    .map(somebody);

  it("decides as reading one line after the other would", () => {
    fc.assert(
      fc.property(charters, fc.array(accounts, { minLength: 1, maxLength: 6 }), (charter, several) => {
        for (const account of several) {
          const line = naive(charter.audiences, account);
          expect(classify(charter, account).audience).toBe(line < 0 ? "unknown" : `line-${line}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is found at once among thousands of lines with thousands of accounts", () => {
    const accountsOf = (line: number) => Array.from({ length: 5000 }, (_, index) => `slack:${line}-${index}`);
    const charter = charterOf([
      ...Array.from({ length: 3 }, (_, line) => ({ is: "client", of: `${line}`, accounts: accountsOf(line) })),
      ...Array.from({ length: 4970 }, (_, line) => ({ is: "supplier", of: `${line}`, domains: [`d${line}.example`] })),
      { is: "staff", standing: "member" },
    ]);
    const members = Array.from({ length: 10_000 }, (_, index) =>
      somebody({ id: `slack:2-${index}`, standing: "member", domain: `d${index}.example` }),
    );
    classify(charter, somebody());
    const before = process.cpuUsage();
    const found = members.map((member) => classify(charter, member));
    const { user } = process.cpuUsage(before);
    const count = (audience: string) => found.filter((one) => one.audience === audience).length;
    expect([count("client"), count("supplier"), count("staff")]).toEqual([5000, 0, 5000]);
    // Some five milliseconds; one line after the other would be seconds.
    expect(user / 1000).toBeLessThan(300);
  });

  it("makes nobody staff by default, and nobody anything by a line that says nothing", () => {
    expect(classify(charterOf([]), somebody({ standing: "member" }))).toEqual({ audience: "unknown", party: null });
    expect(classify(charterOf([{ is: "staff" }, { is: "staff", groups: [] }]), somebody()).audience).toBe("unknown");
  });

  it("is looked for anew in the next charter", () => {
    const account = somebody({ domain: "nordvik.example" });
    const line = { is: "client", domains: ["nordvik.example"] };
    expect(classify(charterOf([line]), account).audience).toBe("client");
    expect(classify(charterOf([{ ...line, is: "supplier" }]), account).audience).toBe("supplier");
  });

  it("reads where somebody comes from, and the own workspace for those who come from nowhere else", () => {
    const charter = charterOf([
      { is: "client", workspaces: ["slack:theirs"] },
      { is: "staff", workspaces: ["slack:ours"], standing: "member" },
    ]);
    expect(classify(charter, somebody({ home: "slack:theirs" })).audience).toBe("client");
    expect(classify(charter, somebody({ standing: "member" })).audience).toBe("staff");
    expect(classify(charter, somebody({ standing: "member", home: "slack:other" })).audience).toBe("unknown");
  });
});

describe("the party", () => {
  const party = (line: Partial<AudienceLine>, account: Partial<Record<keyof Classified, unknown>>): string | null =>
    classify(charterOf([{ is: "client", standing: "guest", ...line }]), somebody(account)).party;
  const from = { domain: "nordvik.example", home: "slack:theirs" };

  it("is what the line says, else the company's mail domain, else the workspace they come from, else nobody's", () => {
    expect(party({ of: "Nordvik" }, from)).toBe("Nordvik");
    expect(party({}, from)).toBe("nordvik.example");
    expect(party({}, { home: "slack:theirs" })).toBe("slack:theirs");
    expect(party({}, {})).toBeNull();
  });

  it("is not a domain at which anybody may have an address", () => {
    expect(party({}, { ...from, domain: "gmail.com" })).toBe("slack:theirs");
    expect(party({}, { domain: "gmail.com" })).toBeNull();
  });

  it("is nobody's for staff, and known of those who are unknown", () => {
    expect(party({ is: "staff" }, from)).toBeNull();
    expect(classify(charterOf([]), somebody(from))).toEqual({ audience: "unknown", party: "nordvik.example" });
  });
});
