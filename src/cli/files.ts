import { readFileSync, writeFileSync } from "node:fs";
import { readCharter } from "../core/charter.ts";
import { locales, type Locale } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import { charterJsonSchema, problemLine, readDocument, type ReadDocument } from "../document.ts";
import { nearest } from "../nearest.ts";
import { printCharter, type Printed } from "../print.ts";
import { Mistake, type Output, type Subcommand, type Terminal } from "./subcommand.ts";

type Readable = Extract<ReadDocument, { ok: true }>;

/** The charter in a file; null after its mistakes were told, each with its place. Throws Mistake where there is no file. */
export function readFileOf(
  path: string,
  rules: readonly AnyRule[],
  { err }: Output,
  locale: Locale = "en",
): Readable | null {
  const read = readDocument(bytesOf(path), rules, locale);
  if (read.ok) return read;
  for (const problem of read.problems) err(`${path}:${problem.line === null ? " " : ""}${problemLine(problem)}`);
  return null;
}
export function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Mistake(`${path} cannot be read (${codeOf(error)}).`);
  }
}
/** Where `--out` says, or to the terminal. */
export function give(text: string, path: string | null, { out, err }: Output): void {
  if (path === null) return out(text.replace(/\n$/, ""));
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Mistake(`${path} cannot be written (${codeOf(error)}).`);
  }
  err(`Written: ${path}`);
}
const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "unknown");

export const outOption = { kind: "text", about: "the file to write; without it, to the terminal" } as const;
const langOption = { kind: "text", about: `the language: ${locales.join(" or ")}` } as const;

/** The language that was asked for; English where none was. */
function languageOf(written: string | null): Locale {
  const found = locales.find((locale) => locale === (written ?? "en"));
  if (found) return found;
  const near = nearest(written ?? "", locales);
  throw new Mistake(`--lang is ${locales.join(" or ")}.${near === null ? "" : ` Did you mean "${near}"?`}`);
}

export const validate: Subcommand = {
  name: "validate",
  usage: "FILE [--lang en|fr]",
  summary: "says what is wrong in a charter file, with line and column; needs no database",
  options: { lang: langOption },
  takes: [1, 1],
  run({ words: [path = ""], text }, terminal) {
    const read = readFileOf(path, terminal.rules, terminal, languageOf(text("lang")));
    if (!read) return Promise.resolve(1);
    const { clauses } = read.revision.charter;
    const judged = read.revision.clauses.length;
    terminal.out(`${path} can be used: ${clauses.length} clauses, of which ${judged} are enforced by a rule.`);
    return Promise.resolve(0);
  },
};

export const schema: Subcommand = {
  name: "schema",
  usage: "[--out FILE]",
  summary: "the JSON schema of a charter file, for editors",
  options: { out: outOption },
  takes: [0, 0],
  run({ text }, terminal) {
    give(`${JSON.stringify(charterJsonSchema(terminal.rules), null, 2)}\n`, text("out"), terminal);
    return Promise.resolve(0);
  },
};

export const print: Subcommand = {
  name: "print",
  usage: "[--lang en|fr] [--file FILE] [--out FILE]",
  summary: "the charter as a page to print (HTML): the one that holds, or a file's",
  options: { lang: langOption, file: { kind: "text", about: "a charter file; needs no database" }, out: outOption },
  takes: [0, 0],
  async run({ text }, terminal) {
    const locale = languageOf(text("lang"));
    const file = text("file");
    const charter = file === null ? await storedCharter(terminal) : charterOfFile(file, locale, terminal);
    if (!charter) return 1;
    const { zone } = charter.revision.charter.organisation;
    const on = terminal.now().toZonedDateTimeISO(zone).toPlainDate();
    give(printCharter({ ...charter, rules: terminal.rules, locale, on }), text("out"), terminal);
    return 0;
  },
};

type Printable = Pick<Printed, "revision" | "nameOf">;
function charterOfFile(path: string, locale: Locale, terminal: Terminal): Printable | null {
  const read = readFileOf(path, terminal.rules, terminal, locale);
  return read && { revision: read.revision };
}

const storedCharter = (terminal: Terminal): Promise<Printable> =>
  terminal.withStore(async ({ revisions, directory }) => {
    const stored = await revisions.current();
    const read = stored && readCharter(stored.charter, stored.number, terminal.rules);
    if (!read?.ok) throw new Mistake("There is no charter to print yet. Print a file with --file FILE.");
    const names = new Map((await directory.spaces()).map(({ id, name }) => [String(id), name]));
    return { revision: read.revision, nameOf: (reference) => names.get(reference) ?? null };
  });
