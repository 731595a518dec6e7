import { proseOf } from "../../src/core/fold.ts";
import type { Span, Text } from "../../src/core/model.ts";

/** What is a cue by its shape and not by its words. */
export const signs = ["money", "link", "mention"] as const;
export type Sign = (typeof signs)[number];
export interface SignMatch extends Span {
  readonly sign: Sign;
}

// Every repetition is bounded, so that the search is linear.
const money =
  /(?:[€$£]\s?\d[\d.,\u00a0\u202f]{0,11}k?|(?<![\p{L}\d])\d[\d.,\u00a0\u202f ]{0,11}\s?(?:[€$£]|k€|(?:k|k )?(?:eur|euros?|gbp|usd|chf|dollars?|pounds?|bucks?|quid|balles|boules|e)(?![\p{L}\d])))/giu;

/** The sums of money, links and mentions of a text, in no order. */
export function signsOf(text: Text): readonly SignMatch[] {
  const found: SignMatch[] = [];
  for (const { kind, start, end } of text.marks) {
    if (kind !== "code" && end > start) found.push({ sign: kind, start, end });
  }
  if (!/\d/.test(text.plain)) return found;
  for (const { start, end } of proseOf(text)) {
    for (const match of text.plain.slice(start, end).matchAll(money)) {
      found.push({ sign: "money", start: start + match.index, end: start + match.index + match[0].length });
    }
  }
  return found;
}
