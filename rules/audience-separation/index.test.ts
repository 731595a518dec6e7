import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tryExample } from "../../test/rule-tester.ts";
import { readCharter } from "../../src/core/charter.ts";
import { purposes, type Locale, type Purpose } from "../../src/core/model.ts";
import type { Example } from "../../src/core/rule.ts";
import { audienceSeparation } from "./index.ts";

type Someone = NonNullable<Example["members"]>[number];
const staff: Someone = { audience: "staff" };
const client = (party?: string): Someone => ({ audience: "client", ...(party !== undefined && { party }) });
const supplier = (party?: string): Someone => ({ audience: "supplier", ...(party !== undefined && { party }) });
const partner = (party?: string): Someone => ({ audience: "partner", ...(party !== undefined && { party }) });
const guest: Someone = { audience: "unknown", standing: "guest" };
const stranger: Someone = { audience: "unknown", standing: "external", party: "elsewhere.example" };
const colleague: Someone = { audience: "unknown", standing: "member" };

const found = (members: readonly Someone[], purpose: Purpose, settings: object = {}) => {
  const example = { says: "", locale: "en", text: "", finds: [], members, purpose, settings } as const;
  return tryExample(audienceSeparation, example).findings;
};
const code = (...judged: Parameters<typeof found>): string | undefined => found(...judged)[0]?.code;

describe("who meets whom", () => {
  it("is a condition of the space, named by its parties in order, whoever came first", () => {
    const mixture = "client:? + client:Nordvik + staff + supplier:Tassin + unknown:elsewhere.example";
    const members = [supplier("Tassin"), staff, client("Nordvik"), staff, stranger, client(), client("Nordvik")];
    for (const order of [members, members.toReversed()]) {
      expect(found(order, "client")).toEqual([{ code: "client-and-supplier", spans: [], mixture }]);
    }
  });

  it("is one condition, however many people of a party there are", () => {
    expect(found([staff, client("Nordvik")], "internal")[0]?.mixture).toBe("client:Nordvik + staff");
    expect(found([staff, staff, client("Nordvik"), client("Nordvik")], "internal")[0]?.mixture).toBe(
      "client:Nordvik + staff",
    );
  });

  it("does not change with the order in which people are listed", () => {
    const anybody = fc.constantFrom(
      ...[staff, client("A"), client("B"), client(), supplier("C"), partner("D"), guest, stranger, colleague],
    );
    const situations = fc
      .array(anybody, { maxLength: 8 })
      .chain((members) =>
        fc.tuple(
          fc.constant(members),
          fc.shuffledSubarray(members, { minLength: members.length }),
          fc.constantFrom(...purposes),
        ),
      );
    fc.assert(
      fc.property(situations, ([members, shuffled, purpose]) => {
        expect(found(shuffled, purpose)).toEqual(found(members, purpose));
      }),
      { numRuns: 60 },
    );
  });

  it("is judged without staff too, and in a space on trial", () => {
    expect(code([client("A"), supplier("B")], "trial")).toBe("client-and-supplier");
    expect(code([client("A"), client("B")], "client")).toBe("two-clients");
  });

  it("tells the gravest first: a client with a supplier, then two clients, then where they are", () => {
    expect(code([staff, client("A"), client("B"), supplier("C")], "internal")).toBe("client-and-supplier");
    expect(code([staff, client("A"), client("B"), guest], "internal")).toBe("two-clients");
    expect(code([staff, client("A"), partner("B")], "internal")).toBe("audiences-meet");
    expect(code([staff, client("A"), guest], "internal")).toBe("outsiders-in-internal");
  });

  it("needs two names to see two clients: one without a name may be of the one that has", () => {
    expect(code([staff, client(), client()], "client")).toBeUndefined();
    expect(code([staff, client(), client("Nordvik")], "client")).toBeUndefined();
    expect(code([staff, client(), client("Nordvik"), client("Vetro")], "client")).toBe("two-clients");
  });

  it("lets two partners meet, and two suppliers, unless the charter keeps them apart", () => {
    expect(code([staff, supplier("A"), supplier("B")], "supplier")).toBeUndefined();
    expect(code([staff, partner("A"), partner("B")], "client")).toBeUndefined();
    expect(code([staff, partner("A"), partner("B")], "client", { partiesApart: ["partner"] })).toBe("two-parties");
    expect(code([staff, client("A"), client("B")], "client", { partiesApart: ["supplier"] })).toBeUndefined();
  });

  it("lets those meet whom the charter puts together, in whichever order they are written, and nobody else", () => {
    const together = { together: [["supplier", "client"]] };
    expect(code([staff, client("A"), supplier("B")], "client", together)).toBeUndefined();
    expect(code([staff, client("A"), supplier("B")], "supplier", together)).toBeUndefined();
    expect(code([staff, client("A"), supplier("B"), partner("C")], "client", together)).toBe("audiences-meet");
    expect(code([staff, client("A"), client("B"), supplier("C")], "client", together)).toBe("two-clients");
  });
});

describe("what a space is for", () => {
  it("is for one of client and supplier only", () => {
    expect(code([staff, client("A")], "supplier")).toBe("wrong-space");
    expect(code([staff, supplier("A")], "client")).toBe("wrong-space");
    expect(code([staff, partner("A")], "client")).toBeUndefined();
    expect(code([staff, partner("A")], "supplier")).toBeUndefined();
  });

  it("never makes staff of somebody unknown: a guest or a stranger is an outsider, a member nobody has classified is neither", () => {
    for (const purpose of ["internal", "social"] as const) {
      expect(code([staff, guest], purpose)).toBe("unknown-outsider");
      expect(code([staff, stranger], purpose)).toBe("unknown-outsider");
      expect(code([staff, colleague], purpose)).toBeUndefined();
    }
    expect(code([staff, guest], "undeclared")).toBe("undeclared-with-outsiders");
    expect(code([staff, colleague], "undeclared")).toBeUndefined();
    expect(code([colleague, client("A")], "undeclared")).toBeUndefined();
    expect(found([staff, colleague, client("A")], "undeclared")[0]?.mixture).toBe("client:A + staff");
  });

  it("is not asked of a space without outsiders, without staff, or on trial", () => {
    expect(code([staff, staff], "undeclared")).toBeUndefined();
    expect(code([client("A")], "undeclared")).toBeUndefined();
    expect(code([staff, client("A")], "trial")).toBeUndefined();
    expect(code([], "internal")).toBeUndefined();
  });

  it("leaves bots out, whatever the charter makes of them", () => {
    expect(code([staff, { audience: "client", standing: "bot" }], "internal")).toBeUndefined();
    expect(code([staff, { audience: "unknown", standing: "bot" }], "internal")).toBeUndefined();
  });

  it("does not matter to an audience that works among staff, and still does to others", () => {
    const welcome = { welcome: ["partner"] };
    for (const purpose of ["internal", "social", "undeclared"] as const) {
      expect(code([staff, partner("A")], purpose, welcome)).toBeUndefined();
    }
    expect(code([staff, partner("A"), guest], "internal", welcome)).toBe("unknown-outsider");
    expect(code([staff, partner("A"), client("B")], "internal", welcome)).toBe("audiences-meet");
  });

  it("can be left unjudged, each kind by its setting", () => {
    expect(code([staff, client("A")], "internal", { internalSpaces: false })).toBeUndefined();
    expect(code([staff, supplier("A")], "client", { internalSpaces: false })).toBeUndefined();
    expect(code([staff, client("A")], "undeclared", { undeclaredSpaces: false })).toBeUndefined();
  });
});

describe("settings that cannot work", () => {
  const problems = (settings: object, locale: Locale = "en"): string[] => {
    const title = { en: "Apart", fr: "Séparés" };
    const organisation = { name: "Example", zone: "Europe/Paris", week: {} };
    const clauses = [{ id: "apart", title, prose: title, rule: "audience-separation", settings }];
    const read = readCharter({ organisation, clauses }, 1, [audienceSeparation], locale);
    return read.ok ? [] : read.problems.map(({ field, text }) => `${field}: ${text}`);
  };

  it("name their place and what to write instead", () => {
    expect(problems({ welcome: ["staff"], partiesApart: ["Client"], together: [["client", "unknown"]] })).toEqual([
      'clauses.0.settings.partiesApart.0: Write an audience as the charter names it, such as "client" or "partner".',
      "clauses.0.settings.together.0.1: Name an audience of people from outside: staff may meet everybody, and nobody knows who the unknown are.",
      "clauses.0.settings.welcome.0: Name an audience of people from outside: staff may meet everybody, and nobody knows who the unknown are.",
    ]);
  });

  it("are those that keep nothing apart, and say so in French too", () => {
    const nothing = {
      partiesApart: [],
      internalSpaces: false,
      undeclaredSpaces: false,
      together: [["client", "supplier"]],
    };
    expect(problems(nothing, "fr")).toEqual([
      "clauses.0.settings: Séparez au moins une chose, ou retirez la clause\u00a0: ainsi, elle ne remarque rien.",
    ]);
    expect(problems({ ...nothing, together: [] })).toEqual([]);
  });
});
