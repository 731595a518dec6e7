/** A button as somebody sees it on a card, with what pressing it sends. */
interface SeenButton {
  readonly title: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** A card as somebody sees it. */
export interface SeenCard {
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  /** The inputs by id, with the values that stand in them. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The fields under which something stands in red. */
  readonly problemFields: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Reads an Adaptive Card as a client would draw it. */
export function readCard(card: unknown): SeenCard {
  const words: string[] = [];
  const buttons: SeenButton[] = [];
  const inputs: Record<string, string> = {};
  const problemFields: string[] = [];
  let lastInput = "";
  for (const node of nodesOf(card)) {
    const type = String(node["type"]);
    if (type.startsWith("Action.") && typeof node["title"] === "string") {
      buttons.push({ title: node["title"], type, data: isNode(node["data"]) ? node["data"] : {} });
    } else if (type.startsWith("Input.")) {
      lastInput = String(node["id"]);
      inputs[lastInput] = typeof node["value"] === "string" ? node["value"] : "";
      words.push(String(node["label"]));
    } else if (typeof node["text"] === "string") {
      words.push(node["text"]);
      if (node["color"] === "Attention") problemFields.push(lastInput.replace(/^field:/, ""));
    }
  }
  return { text: words.join("\n"), buttons, inputs, problemFields };
}

/** Every element of a card in the order in which it is drawn. */
function* nodesOf(value: unknown): Iterable<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  if (Array.isArray(value) || !isNode(value)) return;
  if (typeof value["type"] === "string") yield value;
  for (const part of ["body", "items", "inlines", "rows", "cells", "choices", "actions"]) yield* nodesOf(value[part]);
}

/** The card of a message, or of what an invoke was answered; null where there is none. */
export function cardOf(value: unknown): Node | null {
  if (!isNode(value)) return null;
  if (value["type"] === "AdaptiveCard") return value;
  for (const part of ["attachments", "content", "card", "value", "task", "0"]) {
    const found = cardOf(value[part]);
    if (found) return found;
  }
  return null;
}
