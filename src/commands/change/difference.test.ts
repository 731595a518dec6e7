import { describe, expect, test } from "vitest";
import { differenceOf } from "./difference.ts";

const lines = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join("");

describe("the difference that a form shows", () => {
  test("is the changed lines with one around each", () => {
    expect(differenceOf("a\nb\nc\nd\n", "a\nb\nX\nd\n", "en")).toBe("@@ 2\n b\n-c\n+X\n d");
  });
  test("is cut to what fits in a message, with how much is hidden", () => {
    const shown = differenceOf("", lines(100, "x".repeat(300)), "en").split("\n");
    expect(shown).toHaveLength(25);
    expect(shown.at(-1)).toBe("… and 76 more lines");
    expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
  test("is given up where it would take too long", () => {
    expect(differenceOf(lines(6000, "a"), lines(6000, "b"), "fr")).toContain("trop grande");
  });
});
