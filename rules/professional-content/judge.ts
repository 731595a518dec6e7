import type { Span, Text } from "../../src/core/model.ts";

/** What a message may be about that is not the work, the gravest first. */
export const categories = [
  "harassment",
  "hate",
  "sexual",
  "spam",
  "gambling",
  "sale",
  "politics",
  "religion",
  "job-hunting",
  "gossip",
  "small-talk",
] as const;
export type Category = (typeof categories)[number];

/** How strongly a text belongs to a category, and the words that say so, in order and apart from each other. */
export interface Opinion {
  readonly category: Category;
  /** A count of reasons, from one upwards: it compares opinions of one text, and is no probability. */
  readonly score: number;
  readonly spans: readonly Span[];
}

/**
 * Reads a text and gives an opinion for each category that it belongs to. Pure; time is linear in the text. The rule asks
 * one judge once per text: a judge that weighs the opinions of several, each of another kind, is a judge as well.
 */
export type ContentJudge = (text: Text) => readonly Opinion[];
