/** Parts the pieces of a phrase that other words may stand between. */
export const gap = " … ";

/** The phrases of a list as they are written, each standing for all its forms. */
export function entriesOf(written: string): string[] {
  return written
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/**
 * The phrases of a list, written as people write lists: commas and new lines part them, and "sell(|s|ing) (my|our)"
 * stands for each of its forms. Brackets may nest.
 */
export function phrasesOf(written: string): string[] {
  return entriesOf(written).flatMap((phrase) => formsOf(phrase).map((form) => form.replace(/ +/g, " ").trim()));
}

function formsOf(written: string): string[] {
  const open = written.indexOf("(");
  if (open < 0) return [written];
  const { choices, end } = choicesAt(written, open);
  const heads = choices.flatMap(formsOf).map((choice) => written.slice(0, open) + choice);
  return formsOf(written.slice(end)).flatMap((tail) => heads.map((head) => head + tail));
}

/** The choices of the bracket that opens at an index, and where it has ended. */
function choicesAt(written: string, open: number): { readonly choices: readonly string[]; readonly end: number } {
  const choices: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < written.length; at++) {
    const char = written.charAt(at);
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (depth > 1 || (depth === 1 && char !== "|")) continue;
    choices.push(written.slice(from, at));
    from = at + 1;
    if (depth === 0) return { choices, end: from };
  }
  throw new Error(`a bracket is not closed: ${written}`);
}
