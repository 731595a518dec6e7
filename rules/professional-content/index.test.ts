import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../src/core/problem.ts";
import { ruleProblems, tryExample, type Tried } from "../../test/rule-tester.ts";
import { professionalContent } from "./index.ts";
import { wording } from "./wording.ts";

const judged = (text: string, settings: object = {}): Tried =>
  tryExample(professionalContent, { says: "", locale: "en", text, finds: [], settings });
const codes = (text: string, settings: object = {}): string[] =>
  judged(text, settings).findings.map(({ code }) => code);
function marked(text: string): string[] {
  return judged(text).findings.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
}

describe("professional content", () => {
  it.each(professionalContent.examples)("$locale: $says", (example) => {
    expect(tryExample(professionalContent, example).problems).toEqual([]);
  });

  it("lacks no example, no wording, and says nothing twice", () => {
    expect(ruleProblems(professionalContent)).toEqual([]);
  });

  it("puts no breaking space before French punctuation", () => {
    const words = Object.values(wording.fr).flatMap(({ reason, better }) => [reason, better]);
    expect(words.filter((sentence) => /[^\u00a0][;:!?»]|«[^\u00a0]/.test(sentence))).toEqual([]);
  });

  it("judges an edited message too", () => {
    expect(professionalContent.on).toEqual(["message.posted", "message.edited"]);
  });

  it("marks the words that decide", () => {
    expect(marked("Hello all, selling my bike, thanks")).toEqual(["selling my bike"]);
    expect(marked("Qui parie 10 € sur ce rapport ?")).toEqual(["parie 10 €"]);
  });

  it("marks twenty places at most, and finds what stands after many that are fine", () => {
    expect(marked("fuck you. ".repeat(100))).toHaveLength(20);
    const long = `${"The client said: fuck you. ".repeat(50)}${"The minutes are in the folder. ".repeat(10)}Fuck you.`;
    expect(marked(long)).toEqual(["Fuck you"]);
  });

  it("tells the graver of two first, and the one with more reasons before that", () => {
    expect(codes("Selling my bike, you idiot")).toEqual(["harassment"]);
    expect(codes("Selling my bike, you idiot. Selling my sofa too.")).toEqual(["sale"]);
  });

  it.each([
    ["harassment", "You idiot.", true],
    ["hate", "Muslims are terrorists.", true],
    ["sexual", "Nice tits.", true],
    ["spam", "Use my referral code.", true],
    ["gambling", "Online poker tonight, 10€ buy-in.", false],
    ["sale", "Selling my bike.", false],
    ["politics", "Vote for Trump.", false],
    ["religion", "Jesus loves you.", false],
    ["job-hunting", "My son needs an internship.", false],
    ["gossip", "I heard he is getting divorced.", false],
    ["small-talk", "Did you watch the match?", false],
  ] as const)("judges %s everywhere, or not in a social space", (code, text, everywhere) => {
    const example = {
      says: "",
      locale: "en" as const,
      text,
      settings: { smallTalk: true, jobHunting: true, gossip: true },
    };
    for (const purpose of ["internal", "client", "supplier", "trial", "undeclared"] as const)
      expect(tryExample(professionalContent, { ...example, purpose, finds: [code] }).problems).toEqual([]);
    const finds = everywhere ? [code] : [];
    expect(tryExample(professionalContent, { ...example, purpose: "social", finds }).problems).toEqual([]);
  });

  it("takes an allowed phrase out, and no more than that", () => {
    const settings = { allow: ["selling my bike"] };
    expect(codes("Selling my bike", settings)).toEqual([]);
    expect(codes("Selling my bike, selling my sofa", settings)).toEqual(["sale"]);
  });

  it("refuses settings with which it would notice nothing, and phrases that could never be found", () => {
    const off = Object.fromEntries(
      ["harassment", "hate", "sexual", "spam", "gambling", "sale", "politics", "religion", "jobHunting"].map((name) => [
        name,
        false,
      ]),
    );
    expect(judged("", off).problems[0]).toContain("Turn on at least one category");
    expect(judged("", { allow: ["…"] }).problems[0]).toContain('The phrase "…" has no letter or digit');
    const inFrench = problemsOf(professionalContent.settings.safeParse(off).error, "fr");
    expect(inFrench.map(({ text }) => text)).toEqual([
      "Activez au moins une catégorie, ou retirez la clause\u00a0: sans aucune, elle ne remarque rien.",
    ]);
  });

  it("takes any text, and marks only what was written", () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom("you ", "idiot ", "je vends ", "mon ", "vélo ", "10 € ", "client ", "😀", "\ud83d", ". ", "`"),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join("");
        const finds = [...new Set(judged(text).findings.map(({ code }) => code))];
        const example = { says: "", locale: "en" as const, text, finds };
        expect(tryExample(professionalContent, example).problems).toEqual([]);
      }),
    );
  });
});
