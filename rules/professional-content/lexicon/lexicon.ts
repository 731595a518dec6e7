import type { Sign } from "../signs.ts";

/**
 * What makes a finding: cues that do not overlap.
 * `next`: one after the other in a sentence, with few letters and no negation between; a single one is enough by itself.
 * `near`: in any order, in the same passage.
 */
export type Combination<Cue extends string = string> =
  { readonly next: readonly Cue[] } | { readonly near: readonly [Cue, Cue, ...Cue[]] };

/** How people of one language speak of one category. Lists are in the notation of `phrasesOf`. */
export interface Lexicon {
  readonly cues: Readonly<Record<string, string>>;
  readonly combinations: readonly Combination[];
  /** What shows, in the same passage, that it is work, or somebody else's words. */
  readonly unless: string;
}

/** Declares a lexicon; a combination may only name the cues it has, and signs. */
export function lexicon<Cue extends string>(written: {
  readonly cues: Readonly<Record<Cue, string>>;
  readonly combinations: readonly Combination<NoInfer<Cue> | Sign>[];
  readonly unless: string;
}): Lexicon {
  return written;
}
