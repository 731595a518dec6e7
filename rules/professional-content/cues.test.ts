import { describe, expect, it } from "vitest";
import { judgeByCues } from "./cues.ts";
import { lexicon } from "./lexicon/lexicon.ts";
import { phrasesOf } from "./notation.ts";
import { signsOf } from "./signs.ts";

const sale = lexicon({
  cues: {
    alone: "yard sale, (giving|give) away … (sofa|bed)",
    offer: "selling, for sale",
    mine: "deal on my",
    goods: "bike, sofa, my car",
  },
  combinations: [
    { next: ["alone"] },
    { next: ["offer", "goods"] },
    { next: ["mine", "goods"] },
    { near: ["goods", "money"] },
    { near: ["goods", "link"] },
  ],
  unless: "client",
});
const judge = judgeByCues([["sale", sale]]);
const link = /https:\S+/g;
function marked(plain: string): string[] {
  const marks = [...plain.matchAll(link)].map(({ index, 0: { length } }) => ({
    kind: "link" as const,
    start: index,
    end: index + length,
  }));
  return judge({ plain, marks }).flatMap(({ spans }) => spans.map(({ start, end }) => plain.slice(start, end)));
}

describe("cues", () => {
  it.each([
    ["a phrase that is enough by itself", "A yard sale!", ["yard sale"]],
    ["a phrase with other words in its gap", "Giving away our old sofa", ["Giving away our old sofa"]],
    ["two cues, one after the other", "selling an old bike", ["selling an old bike"]],
    ["not the other way round", "the bike is selling", []],
    ["not over the end of a sentence", "We are selling. Bike stands are full.", []],
    ["not over a negation", "selling, but not the bike", []],
    ["not when they stand far apart", `selling ${"something or other ".repeat(3)}bike`, []],
    ["cues of one passage in any order", "40 € and the bike is yours", ["40 €", "bike"]],
    ["not cues of two passages", `40 €${" and so on".repeat(20)} bike`, []],
    ["a link as a cue", "bike: https://example.org", ["bike", "https://example.org"]],
    ["two cues that share a word", "deal on my car", ["deal on my car"]],
    ["nothing between quotation marks", "The label said “selling my bike” here", []],
    ["nothing in French ones, whatever stands after", "Elle a lu « selling my bike » hier", []],
    ["what only touches a quotation", "selling my “bike” today", ["selling my “bike"]],
    ["a message that is all quotation", "“selling my bike”", ["selling my bike"]],
    ["nothing where the trade speaks", "selling a bike to the client", []],
    ["all the same, where the trade is far off", `selling a bike ${"or so ".repeat(30)} client`, ["selling a bike"]],
  ])("find %s", (_, plain, expected) => {
    expect(marked(plain)).toEqual(expected);
  });

  it("count their reasons", () => {
    const [opinion] = judge({ plain: "yard sale, and selling a bike", marks: [] });
    expect(opinion?.score).toBe(2);
  });

  it.each([
    ["that is found", "selling bike 10 € "],
    ["that is silenced", "selling bike 10 € client "],
    ["that is never complete", "selling selling bike for sale "],
    ["that begins over and over", "giving away my "],
  ])("take time in proportion to a text %s", (_, unit) => {
    const spent = (length: number): number => {
      const plain = unit.repeat(length / unit.length);
      const runs = [1, 2, 3, 4, 5].map(() => {
        const begun = performance.now();
        judge({ plain, marks: [] });
        return performance.now() - begun;
      });
      return Math.min(...runs);
    };
    spent(40_000);
    // Eight times the text: quadratic work would take sixty-four times as long.
    expect(spent(160_000)).toBeLessThan(30 * Math.max(1, spent(20_000)));
  });
});

describe("the notation", () => {
  it.each([
    ["commas and lines", "one, two\n three ,", ["one", "two", "three"]],
    [
      "choices, with an empty one",
      "sell(|s|ing) (my|our) bike",
      ["sell my bike", "sells my bike", "selling my bike", "sell our bike", "sells our bike", "selling our bike"],
    ],
    ["choices in choices", "a (b|c (d|e)) f", ["a b f", "a c d f", "a c e f"]],
    ["an empty word in the middle", "so (very |)good", ["so very good", "so good"]],
  ])("reads %s", (_, written, expected) => {
    expect(phrasesOf(written).toSorted()).toEqual(expected.toSorted());
  });

  it("refuses a bracket that is not closed", () => {
    expect(() => phrasesOf("one (two")).toThrow("not closed");
  });
});

describe("sums of money", () => {
  it.each([
    ["150€", ["150€"]],
    ["150 €", ["150 €"]],
    ["£1,200 or $40", ["£1,200", "$40"]],
    ["20 balles, 15 bucks, 10k euros, 3 k€", ["20 balles", "15 bucks", "10k euros", "3 k€"]],
    ["150 eggs, 3 energies, v10 €", []],
    ["80 a month, 90 each, 20 de l’heure", ["80 a month", "90 each", "20 de l’heure"]],
    ["five pounds, deux euros", ["five pounds", "deux euros"]],
    ["5 a side, 80 par équipe, two compounds", []],
    ["5e", ["5e"]],
  ])("in %j are %j", (plain, expected) => {
    const found = signsOf({ plain, marks: [] });
    expect(found.map(({ start, end }) => plain.slice(start, end))).toEqual(expected);
  });
});
