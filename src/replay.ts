import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ArchiveError, openArchive, type Archive } from "../adapters/slack/archive.ts";
import { rules } from "../rules/index.ts";
import type { Revision } from "./core/charter.ts";
import { locales, type Locale } from "./core/model.ts";
import { readDocument } from "./document.ts";
import { rehearse, type Rehearsal } from "./replay/rehearse.ts";
import { numberIn, report, skippedLines } from "./replay/report.ts";
import { wording } from "./replay/wording.ts";

/** Where a command line writes: `out` is what was asked for, `err` everything about it. Each call is one line or more. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

const starter = join(import.meta.dirname, "..", "charters", "starter.en.yaml");
const mostExamples = 100_000;
const progressEvery = 5000;

/**
 * Tries a charter on an export of Slack and prints what it would have meant. Answers the exit code: 0 where something
 * was judged, else 1, after saying why.
 */
export async function replayCommand(args: readonly string[], output: Output): Promise<number> {
  const asked = readArguments(args);
  const words = wording[asked.locale];
  if (asked.help) {
    output.out(words.usage);
    return 0;
  }
  if (asked.path === null) {
    output.err(`${words.wrongArgument}\n${words.usage}`);
    return 1;
  }
  const revision = readCharterFile(asked, output);
  if (!revision) return 1;
  const archive = await open(asked.path, asked.locale, output);
  if (!archive) return 1;
  try {
    const result = await rehearseAloud(archive, revision, { ...asked, output });
    return print(result, revision, { ...asked, output });
  } finally {
    await archive.close();
  }
}

interface Asked {
  /** Null where the arguments make no sense. */
  readonly path: string | null;
  readonly charter: string;
  readonly json: boolean;
  readonly locale: Locale;
  /** How many examples of each clause. */
  readonly examples: number;
  readonly help: boolean;
}
const unclear: Asked = { path: null, charter: starter, json: false, locale: "en", examples: 0, help: false };

function readArguments(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        charter: { type: "string", default: starter },
        json: { type: "boolean", default: false },
        lang: { type: "string", default: "en" },
        examples: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const { charter, json, lang, help } = values;
    const locale = locales.find((each) => each === lang);
    // Whoever reads figures by machine asks for words of people, or gets none.
    const wanted = values.examples ?? (json ? "0" : "3");
    const examples = /^\d{1,6}$/.test(wanted) ? Math.min(Number(wanted), mostExamples) : null;
    const [path = null, ...further] = positionals;
    if (!locale || examples === null || further.length > 0) return { ...unclear, locale: locale ?? "en" };
    return { path, charter, json, locale, examples, help };
  } catch {
    return { ...unclear, locale: args.includes("fr") ? "fr" : "en" };
  }
}

function readCharterFile({ charter: path, locale }: Asked, { err }: Output): Revision | null {
  const words = wording[locale];
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    err(words.charterUnreadable(path));
    return null;
  }
  const read = readDocument(bytes, rules, locale);
  if (read.ok) return read.revision;
  err(words.charterWrong(path));
  for (const { line, column, field, text } of read.problems) {
    const place = line === null ? [] : [words.place(line, column ?? 1)];
    err(`  ${[...place, field, text].filter((part) => part !== "").join(": ")}`);
  }
  return null;
}

async function open(path: string, locale: Locale, { err }: Output): Promise<Archive | null> {
  try {
    return await openArchive(path);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    err(wording[locale].archive[error.why](path));
    return null;
  }
}

function rehearseAloud(
  archive: Archive,
  revision: Revision,
  { locale, examples, output }: Pick<Asked, "locale" | "examples"> & { readonly output: Output },
): Promise<Rehearsal> {
  const clock = (): number => performance.now();
  const number = numberIn(locale);
  let told = clock();
  return rehearse(archive, revision, {
    examples,
    clock,
    progress: ({ files, messages }) => {
      if (clock() - told < progressEvery) return;
      told = clock();
      const read = { files: number(files), of: number(archive.files), messages: number(messages) };
      output.err(wording[locale].progress(read));
    },
  });
}

function print(
  result: Rehearsal,
  { charter }: Revision,
  { json, locale, output: { out, err } }: Pick<Asked, "json" | "locale"> & { readonly output: Output },
): number {
  if (json) out(JSON.stringify(result, null, 2));
  if (result.messages === 0) {
    for (const line of [wording[locale].nothingToJudge, ...skippedLines(result, locale)]) err(line);
    return 1;
  }
  if (!json) for (const line of report(result, charter, locale)) out(line);
  return 0;
}
