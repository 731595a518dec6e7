import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutFrom, quote, splitWords, typeable } from "./line.ts";

const texts = (typed: string): string[] => splitWords(typed).map(({ text }) => text);

const signs = fc.constantFrom('"', "\\", " ", "“", "”", "«", "»", "-", "\n", "\u00a0", "a", "é");
const word = fc.oneof(fc.string(), fc.string({ unit: signs }));

describe("a line of a change", () => {
  test("holds any words, and gives them back", () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(texts(words.map(typeable).join(" "))).toEqual(words);
        expect(texts(words.map(quote).join(" "))).toEqual(words);
      }),
    );
  });
  test.each([
    ['of "Nordvik Ferries"', ["of", "Nordvik Ferries"]],
    ["of “Nordvik Ferries”", ["of", "Nordvik Ferries"]],
    ["de «\u00a0Nordvik Ferries\u00a0» ici", ["de", "Nordvik Ferries", "ici"]],
    ["l'équipe 5\" d'eau", ["l'équipe", '5"', "d'eau"]],
    [String.raw`"C:\new \"x\""`, [String.raw`C:\new "x"`]],
    ['"never closed', ["never closed"]],
    ["", []],
  ])("%s", (typed, expected) => {
    expect(texts(typed)).toEqual(expected);
  });
  test("a word in quotation marks is no option and no keyword", () => {
    expect(splitWords('"--from" is')).toEqual([
      { text: "--from", quoted: true },
      { text: "is", quoted: false },
    ]);
  });
  test.each([
    ["stage data nudge --from 7", { typed: "stage data nudge", from: 7 }],
    ["stage data nudge --from 7 ", { typed: "stage data nudge", from: 7 }],
    ["--from 7", { typed: "", from: 7 }],
    ['term add x "--from 7"', { typed: 'term add x "--from 7"', from: null }],
    ["--from 99999999999", { typed: "--from 99999999999", from: null }],
  ])("the revision is at the end only: %s", (rest, expected) => {
    expect(cutFrom(rest)).toEqual(expected);
  });
});
