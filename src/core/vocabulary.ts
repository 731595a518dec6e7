import { hashOf } from "./fold.ts";

/** Words as numbers from 1 on; 0 stands for all others. */
export interface Vocabulary {
  /** `hash` is what `hashOf` makes of the form. */
  idOf(form: string, hash: number): number;
  /** The number of a word, a new one where it had none. */
  add(form: string): number;
  /** The words that somebody stretched into a form: "seeeecret" may have been "secret". */
  stretchedInto(form: string): readonly number[];
}

export function emptyVocabulary(): Vocabulary {
  /** By number from 1 on; every message asks for words by their hashes, which are compared first. */
  const forms = [""];
  const hashes = [0];
  let table = new Int32Array(64);
  let squeezed: ReadonlyMap<string, readonly number[]> | undefined;

  /** The place of a word, or the free one where it would stand (open addressing). */
  function find(form: string, hash: number): number {
    const mask = table.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = table[slot] ?? 0;
      if (id === 0 || (hashes[id] === hash && forms[id] === form)) return slot;
    }
  }
  function grow(): void {
    table = new Int32Array(table.length * 2);
    for (let id = 1; id < forms.length; id++) table[find(forms[id] ?? "", hashes[id] ?? 0)] = id;
  }
  return {
    idOf: (form, hash) => table[find(form, hash)] ?? 0,
    add(form) {
      const hash = hashOf(form);
      const known = table[find(form, hash)] ?? 0;
      if (known !== 0) return known;
      if (4 * forms.length > table.length) grow();
      table[find(form, hash)] = forms.length;
      hashes.push(hash);
      squeezed = undefined;
      return forms.push(form) - 1;
    },
    stretchedInto(form) {
      // Hardly any text needs it, so it is made when one does.
      squeezed ??= Map.groupBy(forms.keys().drop(1), (id) => squeeze(forms[id] ?? ""));
      return (squeezed.get(squeeze(form)) ?? []).filter((id) => stretches(form, forms[id] ?? ""));
    },
  };
}

function squeeze(form: string): string {
  let squeezed = "";
  let before = "";
  for (const char of form) {
    if (char !== before) squeezed += char;
    before = char;
  }
  return squeezed;
}
/** Whether `form` is `word` with letters repeated: a run of three or more stands for any shorter one. */
function stretches(form: string, word: string): boolean {
  const runs = form.match(/(.)\1*/gsu) ?? [];
  const wanted = word.match(/(.)\1*/gsu) ?? [];
  return runs.every((run, index) => {
    const length = wanted[index]?.length ?? 0;
    return run.length === length || (run.length > length && Array.from(run).length > 2);
  });
}
