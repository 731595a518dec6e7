/**
 * A tree of words that are numbers from 1 on; its nodes are numbers too, and 0 is the root. All its edges stand in one
 * table with open addressing: an object for each node would take fifty times the room, and be slower to follow.
 */
export interface Trie {
  /** The node that a word leads to; 0 where it leads nowhere, or is no word (0). */
  child(node: number, word: number): number;
  /** Adds an edge that is not there yet. Answers the node it leads to. */
  add(node: number, word: number): number;
  isParent(node: number): boolean;
}

/** An edge takes three places: where from, by which word, where to. A free one leads to 0. */
const edgeSize = 3;

export function emptyTrie(): Trie {
  let table = new Int32Array(64 * edgeSize);
  let mask = 63;
  let count = 0;
  let parents = new Uint8Array(64);

  /** The place of an edge, or the free one where it would stand. */
  function find(node: number, word: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * edgeSize;
      if (table[at + 2] === 0 || (table[at] === node && table[at + 1] === word)) return at;
    }
  }
  function grow(): void {
    const before = table;
    mask = mask * 2 + 1;
    table = new Int32Array((mask + 1) * edgeSize);
    for (let at = 0; at < before.length; at += edgeSize) {
      if (before[at + 2] !== 0)
        table.set(before.subarray(at, at + edgeSize), find(before[at] ?? 0, before[at + 1] ?? 0));
    }
    const longer = new Uint8Array(mask + 1);
    longer.set(parents);
    parents = longer;
  }
  return {
    child: (node, word) => (word === 0 ? 0 : (table[find(node, word) + 2] ?? 0)),
    add(node, word) {
      if (2 * (count + 1) > mask) grow();
      table.set([node, word, ++count], find(node, word));
      parents[node] = 1;
      return count;
    },
    isParent: (node) => parents[node] === 1,
  };
}
