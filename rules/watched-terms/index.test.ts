import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tryExample } from "../../test/rule-tester.ts";
import { languageOf } from "./language.ts";
import { watchedTerms } from "./index.ts";

/** The words that are marked in a text. */
function marked(settings: object, text: string): string[] {
  const { findings } = tryExample(watchedTerms, { says: "", locale: "en", text, finds: [], settings });
  return findings.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
}
/** What is wrong with settings, as "field: sentence". */
function problems(settings: object): readonly string[] {
  return tryExample(watchedTerms, { says: "", locale: "en", text: "", finds: [], settings }).problems;
}

describe("watched terms", () => {
  it("marks every place, once where terms overlap", () => {
    const terms = [{ term: "plan" }, { term: "secret plan" }, { term: "plan B" }];
    expect(marked({ terms }, "A Secret plan b, and a plan.")).toEqual(["Secret plan b", "plan"]);
  });

  it("marks twenty places at most", () => {
    expect(marked({ terms: [{ term: "x" }] }, "x ".repeat(100))).toHaveLength(20);
  });

  it("allows a phrase for its own term only", () => {
    const terms = [{ term: "offre", allow: ["offre d'emploi"] }, { term: "emploi" }];
    expect(marked({ terms }, "une offre d’emploi, une offre")).toEqual(["emploi", "offre"]);
  });

  it("finds what stands after many allowed phrases", () => {
    const terms = [{ term: "offre", allow: ["offre d'emploi"] }];
    expect(marked({ terms }, `${"offre d’emploi ".repeat(200)}offre`)).toEqual(["offre"]);
  });

  it("marks patterns with the terms, in order, and not in code or over it", () => {
    const settings = { terms: [{ term: "aurora" }], patterns: [{ pattern: "PRJ-?\\d+" }, { pattern: "new.*plan" }] };
    expect(marked(settings, "prj12 of Aurora, `PRJ-3`, 😀 PRJ-44")).toEqual(["prj12", "Aurora", "PRJ-44"]);
    expect(marked(settings, "new `code` plan")).toEqual([]);
  });

  it("judges an edited message too", () => {
    expect(watchedTerms.on).toEqual(["message.posted", "message.edited"]);
  });

  it("takes any text", () => {
    const settings = {
      terms: [{ term: "a", allow: ["a b"] }, { term: "b c" }],
      patterns: [{ pattern: "[^x]" }, { pattern: "\\d+", locale: "fr" }],
    };
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom("a", "b", "c", "1", " ", "😀", "\ud83d", "\ude00"),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("");
        const finds = /[^x]/iu.test(text) ? ["watched-term"] : [];
        expect(tryExample(watchedTerms, { says: "", locale: "en", text, finds, settings }).problems).toEqual([]);
      }),
    );
  });
});

describe("settings that cannot work", () => {
  it("are all named at once, with their places", () => {
    expect(
      problems({
        terms: [{ term: "fine" }, { term: "…!" }, { term: "C++" }, { term: "secret", allow: ["top secret", "santa"] }],
        patterns: [{ pattern: "(" }, { pattern: "x*" }, { pattern: "fine" }, { pattern: "\\b" }],
      }),
    ).toEqual([
      'clauses.0.settings.terms.1.term: The term "…!" has no letter or digit, so it could never be found.',
      'clauses.0.settings.terms.2.term: The term "C++" must begin and end with a letter or a digit. For signs, use a pattern.',
      'clauses.0.settings.terms.3.allow.1: "santa" does not contain "secret", so it could never be an exception to it.',
      'clauses.0.settings.patterns.0.pattern: The pattern "(" is not valid: missing closing ).',
      'clauses.0.settings.patterns.1.pattern: The pattern "x*" can match nothing at all, so it would be found everywhere.',
      'clauses.0.settings.patterns.3.pattern: The pattern "\\b" can match nothing at all, so it would be found everywhere.',
    ]);
  });

  it("do not include spaces around a term", () => {
    expect(problems({ terms: [{ term: "  secret plan " }] })).toEqual([]);
  });
});

describe("the language of a text", () => {
  it.each([
    ["The plan is for you and the team.", "en"],
    ["Le plan est dans la salle, avec vous.", "fr"],
    ["OK, plan B", null],
    ["le team meeting and the notes", null],
  ])("of %j is %j", (plain, expected) => {
    expect(languageOf({ plain, marks: [] })).toBe(expected);
  });
});
