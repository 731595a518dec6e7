import type { Done } from "./flow.ts";

/** The middle of some figures, or the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const ordered = figures.toSorted((one, other) => one - other);
  const middle = ordered.length / 2;
  return (at(ordered, Math.floor(middle - 0.5)) + at(ordered, Math.floor(middle))) / 2;
}

/** The figure that this share of them does not exceed (nearest rank). */
export function percentile(figures: readonly number[], share: number): number {
  const ordered = figures.toSorted((one, other) => one - other);
  return at(ordered, Math.ceil(ordered.length * share) - 1);
}

function at(ordered: readonly number[], index: number): number {
  const figure = ordered[index];
  if (figure === undefined) throw new Error("nothing was measured");
  return figure;
}

/** Something to be measured beside others. */
export interface Contestant {
  readonly name: string;
  /** Does one round's work; answers how much it did in how many milliseconds. */
  readonly round: (number: number) => Promise<Done>;
}

/**
 * Runs the contestants in turn, round after round (A B C, A B C, ...), so that whatever else the machine does falls on
 * all of them; round 0 only warms up. Answers the median rate of each, in units of work a second.
 */
export async function alternate(contestants: readonly Contestant[], rounds: number): Promise<(name: string) => number> {
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let number = 0; number <= rounds; number += 1) {
    for (const { name, round } of contestants) {
      const { done, milliseconds } = await round(number);
      if (number > 0) rates.get(name)?.push((done / milliseconds) * 1000);
    }
  }
  return (name) => median(rates.get(name) ?? []);
}

/** Times some work, in milliseconds. */
export async function timed(done: number, work: () => unknown): Promise<Done> {
  const from = performance.now();
  await work();
  return { done, milliseconds: performance.now() - from };
}
