import { parseArgs } from "node:util";
import { nearest } from "../nearest.ts";
import { Mistake, type Arguments, type Subcommand } from "./subcommand.ts";

/** Reads what was typed after a subcommand. Throws Mistake with a sentence for the first thing that is wrong. */
export function readArguments(typed: readonly string[], { name, options, takes, usage }: Subcommand): Arguments {
  const kinds = Object.entries(options).map(
    ([option, { kind }]) => [option, { type: kind === "text" ? "string" : "boolean" }] as const,
  );
  const { tokens, positionals } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(kinds),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new Mistake(unknownOption(token.rawName, Object.keys(options)));
    if (option.kind === "flag" && token.value !== undefined) throw new Mistake(`${token.rawName} takes no value.`);
    if (option.kind === "text" && !token.value) throw new Mistake(`${token.rawName} needs a value after it.`);
    values.set(token.name, token.value ?? "");
  }
  const [least, most] = takes;
  if (positionals.length < least || positionals.length > most) {
    throw new Mistake(`Usage: npm run charter -- ${name} ${usage}`.trimEnd());
  }
  return { words: positionals, text: (option) => values.get(option) ?? null };
}

function unknownOption(typed: string, known: readonly string[]): string {
  const near = nearest(typed.replace(/^-+/, ""), known);
  const suggestion = near === null ? "" : ` Did you mean "--${near}"?`;
  return `There is no option "${typed}".${suggestion}`;
}
