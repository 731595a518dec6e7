/** How much a round does at most, and how much of it at once. */
export interface Bounds {
  readonly inFlight: number;
  /** After so many milliseconds nothing new is begun. */
  readonly longest: number;
}

/** Keeps so many in flight until all are done or the time is over: the rate, and how much of it was done. Rejects with the first that fails. */
export async function keepInFlight<Item>(
  items: readonly Item[],
  { inFlight, longest }: Bounds,
  work: (item: Item) => Promise<unknown>,
): Promise<Done> {
  const waiting = items.values();
  const from = performance.now();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const item of waiting) {
      await work(item);
      done += 1;
      if (performance.now() - from > longest) return;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { done, milliseconds: performance.now() - from };
}

/** What a round did, and how long it took. */
export interface Done {
  readonly done: number;
  readonly milliseconds: number;
}
