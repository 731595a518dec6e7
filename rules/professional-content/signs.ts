import { proseOf } from "../../src/core/fold.ts";
import type { Span, Text } from "../../src/core/model.ts";

/** What is a cue by its shape and not by its words. */
export const signs = ["money", "link", "mention"] as const;
export type Sign = (typeof signs)[number];
export interface SignMatch extends Span {
  readonly sign: Sign;
}

// Every repetition is bounded, so that the search is linear.
const amount = String.raw`(?<![\p{L}\d])\d[\d.,\u00a0\u202f ]{0,11}`;
const words =
  "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|hundred|grand|" +
  "deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille";
const spoken = "euros?|dollars?|pounds?|bucks?|quid|balles|boules";
/** What a sum is for, where its currency goes without saying: "90 each", "80 par mois". */
const measure =
  "each|apiece|ono|obo|pcm|(?:a|an|per) (?:month|week|night|hour|piece)|pièce|l['’](?:unité|une?)|chacune?|" +
  "par (?:mois|semaine|nuit|heure)|(?:de )?l['’]heure|la (?:nuit|semaine|pièce)|charges comprises";
const money = new RegExp(
  String.raw`[€$£]\s?\d[\d.,\u00a0\u202f]{0,11}k?|` +
    String.raw`${amount}\s?(?:[€$£]|k€|(?:k|k )?(?:eur|gbp|usd|chf|${spoken}|e)(?![\p{L}\d])|(?:${measure})(?!\p{L}))|` +
    String.raw`(?<!\p{L})(?:${words}) (?:${spoken})(?!\p{L})`,
  "giu",
);
const mayHoldMoney = new RegExp(String.raw`\d|${spoken}`, "i");

/** The sums of money, links and mentions of a text, in no order. */
export function signsOf(text: Text): readonly SignMatch[] {
  const found: SignMatch[] = [];
  for (const { kind, start, end } of text.marks) {
    if (kind !== "code" && end > start) found.push({ sign: kind, start, end });
  }
  if (!mayHoldMoney.test(text.plain)) return found;
  for (const { start, end } of proseOf(text)) {
    for (const match of text.plain.slice(start, end).matchAll(money)) {
      found.push({ sign: "money", start: start + match.index, end: start + match.index + match[0].length });
    }
  }
  return found;
}
