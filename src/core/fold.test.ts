import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, proseOf } from "./fold.ts";
import { compileTerms } from "./terms.ts";
import type { Span, Text } from "./model.ts";

const prose = (plain: string): Text => ({ plain, marks: [] });
const forms = (plain: string): string[] => foldText(prose(plain)).map(({ form }) => form);
/** What each match of a term covers in the text as it was written. */
function found(terms: readonly string[], text: Text | string): string[] {
  const written = typeof text === "string" ? prose(text) : text;
  return compileTerms(terms)(written).map(({ start, end }) => written.plain.slice(start, end));
}
function splitsPair(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

describe("folding", () => {
  it.each([
    ["case and accents", "ÉCOLE Ça", ["ecole", "ca"]],
    ["accents written apart", "e\u0301cole", ["ecole"]],
    ["ligatures", "œuvre ﬁn Straße Ærø", ["oeuvre", "fin", "strasse", "aero"]],
    ["Cyrillic and Greek look-alikes", "ѕесrеt ΡΑΥ", ["secret", "pay"]],
    ["full-width, mathematical and squared letters", "Ｓｅｃ 𝓼𝓮𝓬 🅂🄴🄲 🅰🅱", ["sec", "sec", "sec", "ab"]],
    ["invisible characters", "se\u200bc\u00adr\u2060e\u202et\0s", ["secrets"]],
    ["apostrophes and hyphens are edges", "l'offre d’offre peut-être", ["l", "offre", "d", "offre", "peut", "etre"]],
    ["numbers stay numbers", "14 ½ 1½ m²", ["14", "1", "m2"]],
    ["each ideograph stands for itself", "機密です", ["機", "密", "です".normalize("NFKD")]],
    ["vowel signs that make another word stay", "की का", ["की", "का"]],
  ])("reads through %s", (_, written, expected) => {
    expect(forms(written)).toEqual(expected);
  });

  it("reads digits as letters only in a word that has a letter", () => {
    const words = foldText(prose("s3cr3t 1337 b1ll 5s"));
    expect(words.map(({ readings }) => readings)).toEqual([["secret"], [], ["bill", "blll"], []]);
  });

  it("leaves code, links and mentions out, whatever their order", () => {
    const text: Text = {
      plain: "say secret to @bob now",
      marks: [
        { kind: "mention", start: 14, end: 18 },
        { kind: "code", start: 4, end: 10 },
      ],
    };
    expect(foldText(text).map(({ form }) => form)).toEqual(["say", "to", "now"]);
  });

  it("takes marks that lie outside the text or inside a pair", () => {
    const marks = [
      { kind: "link", start: -3, end: 1 },
      { kind: "code", start: 3, end: 90 },
      { kind: "code", start: 4, end: 2 },
    ] as const;
    expect(proseOf({ plain: "😀a😀b", marks })).toEqual([{ start: 2, end: 3 }]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join("")),
  fc
    .array(
      fc.constantFrom("a", "S", "3", "1", "@", "$", "!", " ", "-", "’", ".", "é", "\u0301", "\u200b", "😀", "\ud800"),
    )
    .map((parts) => parts.join("")),
);
const anyMarks = fc.array(
  fc.record({
    kind: fc.constantFrom("code", "link", "mention"),
    start: fc.integer({ min: -2, max: 12 }),
    end: fc.integer({ min: -2, max: 12 }),
  }),
  { maxLength: 3 },
);

function checkSpan(plain: string, { start, end }: Span): void {
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(plain.length);
  expect(splitsPair(plain, start) || splitsPair(plain, end)).toBe(false);
}

describe("folding any string", () => {
  it("gives words in order, that do not overlap, at the edges of code points, outside of marks", () => {
    fc.assert(
      fc.property(anyText, anyMarks, (plain, marks) => {
        const segments = proseOf({ plain, marks });
        let before = 0;
        for (const word of foldText({ plain, marks })) {
          expect(word.start).toBeGreaterThanOrEqual(before);
          for (const span of [word, ...(word.disguised ? [word.disguised] : [])]) checkSpan(plain, span);
          expect(segments.some(({ start, end }) => start <= word.start && word.end <= end)).toBe(true);
          before = word.end;
        }
      }),
    );
  });

  it("changes nothing in what is folded already", () => {
    fc.assert(
      fc.property(anyText, (plain) => {
        expect(forms(forms(plain).join(" "))).toEqual(forms(plain));
      }),
    );
  });

  it("changes nothing in any letter of Unicode that is folded already", () => {
    const changed: string[] = [];
    for (let point = 0; point < 0x40000; point++) {
      const once = forms(String.fromCodePoint(point)).join(" ");
      if (once !== forms(once).join(" ")) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it("finds a term that stands between spaces in any text", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(found(["secret plan"], `${before} Sécret\u00a0plan ${after}`)).toContain("Sécret\u00a0plan");
      }),
    );
  });

  it("answers for forty thousand units of one letter, sign or half of a pair", () => {
    for (const unit of ["a", "é", "1", "@", "a!", "機", "\ud800", "\udc00", "\u202e", "\0", "\u0301", "aaab "]) {
      const written = unit.repeat(40_000 / unit.length);
      for (const span of found(["b"], written)) expect(written).toContain(span);
    }
    expect(found(["a"], "a".repeat(40_000))).toEqual(["a".repeat(40_000)]);
  });
});

describe("finding terms", () => {
  it.each([
    ["a whole word only", ["ass"], "class, ass; assess", ["ass"]],
    ["a word after an apostrophe", ["offre"], "l'offre et d’Offre", ["offre", "Offre"]],
    [
      "several words over any space or hyphen",
      ["projet aurore"],
      "Projet-Aurore, projet\u00a0 aurore\nprojet\taurore",
      ["Projet-Aurore", "projet\u00a0 aurore", "projet\taurore"],
    ],
    ["no term over the end of a sentence", ["projet aurore"], "C'est mon projet. Aurore le sait.", []],
    ["a term that has a sign of its own", ["node.js"], "node.js, Node JS", ["node.js", "Node JS"]],
    ["digits and signs for letters", ["secret"], "s3cr3t $ecret s€cret", ["s3cr3t", "$ecret"]],
    ["signs inside and at the end of a word", ["shit", "assets"], "sh!t! a$$et$", ["sh!t", "a$$et$"]],
    ["a disguised word in a term of several", ["top secret"], "top $ecret", ["top $ecret"]],
    ["stretched letters", ["secret", "connard"], "seeeecret connnnaaard", ["seeeecret", "connnnaaard"]],
    ["no doubled letter that makes another word", ["coma", "god"], "comma good", []],
    ["punctuation is not a letter", ["hello", "helloi"], "hello!", ["hello"]],
    ["an address of mail", ["acme"], "bob@acme.com", ["acme"]],
    ["ideographs inside a sentence", ["機密"], "これは機密です", ["機密"]],
    ["terms that overlap", ["plan", "secret plan", "secret"], "secret plan", ["secret", "secret plan", "plan"]],
    ["a term without a word never", ["!!", ""], "!! a", []],
  ])("finds %s", (_, terms, written, expected) => {
    expect(found(terms, written)).toEqual(expected);
  });

  it("does not reach over code, a link or a mention", () => {
    const plain = "projet `x` aurore";
    expect(found(["projet aurore"], { plain, marks: [{ kind: "code", start: 7, end: 10 }] })).toEqual([]);
  });

  it("covers the accents that are written apart, and not the invisible characters around a word", () => {
    expect(found(["cafe"], "\u200bcafe\u0301\u200b")).toEqual(["cafe\u0301"]);
  });
});
