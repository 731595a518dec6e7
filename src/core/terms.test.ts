import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, hashOf } from "./fold.ts";
import { compileTerms } from "./terms.ts";
import { emptyTrie } from "./trie.ts";

const wordsOf = (plain: string) => foldText({ plain, marks: [] });

/** Every term at every word, one after the other: slow, and easy to believe. For words without other readings. */
function tryEach(terms: readonly string[], plain: string): string[] {
  const words = wordsOf(plain);
  return terms.flatMap((term, index) => {
    const sought = wordsOf(term);
    return words.flatMap((first, at) => {
      const run = words.slice(at, at + sought.length);
      const fits =
        sought.length > 0 &&
        run.length === sought.length &&
        run.every(({ form }, place) => form === sought[place]?.form) &&
        run
          .slice(1)
          .every(({ gap }, place) => gap === "near" || (gap === "apart" && sought[place + 1]?.gap === "apart"));
      return fits ? [`${index} ${first.start} ${run.at(-1)?.end ?? 0}`] : [];
    });
  });
}

describe("many terms at once", () => {
  const word = fc.constantFrom("you", "are", "été", "plan", "b", "node");
  const written = fc
    .array(fc.tuple(word, fc.constantFrom(" ", " ", "-", ". ", ".", "’")), { maxLength: 12 })
    .map((parts) => parts.flat().join(""));

  it("are found where each of them would be found alone", () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), written, (terms, plain) => {
        // What one term says of signs inside it holds for every term with the same beginning.
        const alike = terms.filter((term) => !/\. ?\w/.test(term));
        const found = compileTerms(alike)({ plain, marks: [] }).map(
          ({ term, start, end }) => `${term} ${start} ${end}`,
        );
        expect(found.toSorted()).toEqual(tryEach(alike, plain).toSorted());
      }),
    );
  });

  it("are found in thousands, and when two are written differently and read the same", () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => `word${index} and word${index + 1}`);
    const find = compileTerms([...numbers, "Été", "ete", "éte"]);
    const matches = find({ plain: "été: word41 and word42 and word43", marks: [] });
    expect(matches.map(({ term }) => term)).toEqual([5000, 5001, 5002, 41, 42]);
  });

  it("are told apart where their hashes are the same", () => {
    expect(hashOf("c0")).toBe(hashOf("an"));
    expect(compileTerms(["c0"])({ plain: "an", marks: [] })).toEqual([]);
    expect(compileTerms(["c0", "an"])({ plain: "an c0", marks: [] }).map(({ term }) => term)).toEqual([1, 0]);
  });
});

describe("a tree of words", () => {
  it("leads from each node by each word to the node that was added, and nowhere else", () => {
    const trie = emptyTrie();
    const added = new Map<string, number>();
    for (let index = 0; index < 3000; index++) {
      const [node, word] = [index === 0 ? 0 : index >> 1, (index % 7) + 1 + index];
      added.set(`${node} ${word}`, trie.add(node, word));
    }
    for (const [edge, to] of added) {
      const [node = 0, word = 0] = edge.split(" ").map(Number);
      expect(trie.child(node, word)).toBe(to);
      expect(trie.isParent(node)).toBe(true);
    }
    expect(new Set(added.values()).size).toBe(3000);
    expect(trie.child(0, 0)).toBe(0);
    expect(trie.child(2, 1)).toBe(0);
    expect(trie.isParent(3000)).toBe(false);
  });
});
