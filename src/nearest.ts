import { distance } from "fastest-levenshtein";

/** The nearest name within two edits of what was typed, or null. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const word = typed.slice(0, 40);
  const [best] = names
    .map((name) => ({ name, edits: distance(word, name) }))
    .filter(({ name, edits }) => edits <= 2 && edits < name.length - 1)
    .toSorted((one, other) => one.edits - other.edits);
  return best?.name ?? null;
}
