import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from "yaml";
import type { Targets } from "./parse.ts";

/** The parts of a field's name, as far as the document holds them, and the offsets to look at: of its name, and of its value. */
export interface Found {
  readonly path: readonly string[];
  readonly nameAt: number;
  readonly valueAt: number;
}

/**
 * Where a dotted field is in a document. For one that is missing it is the place of what it is missing from. Ids hold
 * dots themselves ("teams:19:abc@thread.v2"), so a field is read along the document, the longest name first.
 */
export function findField(document: Document, targets: Targets, field: string): Found {
  const path: string[] = [];
  let nameAt = startOf(document.contents) ?? 0;
  let valueAt = nameAt;
  let node: Node | null = document.contents;
  let rest = field;
  while (rest !== "") {
    const step = stepInto(isAlias(node) ? (targets.get(node) ?? null) : node, rest);
    if (!step) return { path: [...path, rest], nameAt, valueAt: nameAt };
    path.push(step.name);
    rest = rest.slice(step.name.length + 1);
    node = step.node;
    nameAt = step.at;
    valueAt = step.valueAt ?? step.at;
  }
  return { path, nameAt, valueAt };
}

interface Step {
  readonly name: string;
  readonly node: Node | null;
  /** Where its name is, or where an entry of a list begins. */
  readonly at: number;
  /** Where a value on the line of its name is. */
  readonly valueAt: number | null;
}

function stepInto(node: Node | null, rest: string): Step | null {
  if (isMap(node)) {
    let named: { readonly name: string; readonly pair: Pair<Node, Node | null> } | null = null;
    // One pass, since a file may have thousands of keys where a charter has ten.
    for (const item of node.items) {
      const pair = item as Pair<Node, Node | null>;
      const name = nameOf(pair);
      const fits = rest === name || (rest.startsWith(name) && rest[name.length] === ".");
      if (fits && name.length >= (named?.name.length ?? 0)) named = { name, pair };
    }
    if (!named) return null;
    const { name, pair } = named;
    return { name, node: pair.value, at: startOf(pair.key) ?? 0, valueAt: onItsLine(pair.value) };
  }
  if (!isSeq(node)) return null;
  const name = /^\d+/.exec(rest)?.[0] ?? "";
  const item = node.items[Number(name)] as Node | undefined;
  return name === "" || item === undefined ? null : { name, node: item, at: startOf(item) ?? 0, valueAt: null };
}

const nameOf = ({ key }: Pair<Node, Node | null>): string => (isScalar(key) ? String(key.value) : "");
const startOf = (node: Node | null): number | null => node?.range?.[0] ?? null;

/** Nothing, and a block that begins on the next line, are told at their name. */
function onItsLine(value: Node | null): number | null {
  if (isScalar(value)) return value.value === null && !value.source ? null : startOf(value);
  return (isMap(value) || isSeq(value)) && value.flow !== true ? null : startOf(value);
}
