/** Keeps a spread of what goes by. */
export interface Sample<Item> {
  add(item: Item): void;
  /** At most `wanted`, spread evenly over all that went by, in their order. */
  take(wanted: number): readonly Item[];
}

/** Holds at most twice `most` items, however many go by: every item at first, then every second, every fourth ... */
export function openSample<Item>(most: number): Sample<Item> {
  let kept: Item[] = [];
  let seen = 0;
  let step = 1;
  return {
    add(item) {
      if (seen % step === 0) kept.push(item);
      seen += 1;
      if (kept.length <= 2 * most) return;
      kept = kept.filter((_, index) => index % 2 === 0);
      step *= 2;
    },
    take: (wanted) => spread(kept, Math.min(wanted, kept.length)),
  };
}

const spread = <Item>(items: readonly Item[], wanted: number): readonly Item[] => {
  const places = new Set(
    Array.from({ length: wanted }, (_, index) => Math.floor(((index + 0.5) * items.length) / wanted)),
  );
  return items.filter((_, index) => places.has(index));
};

/** How many of each of some heaps make `wanted`: one after the other in turn, so that the small ones are seen too. */
export function shares(sizes: readonly number[], wanted: number): readonly number[] {
  const taken = sizes.map(() => 0);
  for (let left = wanted; left > 0;) {
    const before = left;
    for (const [index, size] of sizes.entries()) {
      if (left === 0 || (taken[index] ?? 0) >= size) continue;
      taken[index] = (taken[index] ?? 0) + 1;
      left -= 1;
    }
    if (left === before) break;
  }
  return taken;
}
