import type { Charter } from "../core/charter.ts";
import { audienceName } from "../core/names.ts";
import type { Locale } from "../core/model.ts";
import type { ClauseCount, Shown } from "./count.ts";
import type { Rehearsal } from "./rehearse.ts";
import { wording } from "./wording.ts";

const mostSkipped = 20;

/** What a replay found, as lines for a terminal. */
export function report(result: Rehearsal, charter: Charter, locale: Locale): readonly string[] {
  const words = wording[locale];
  const { messages, people, spaces, days, byClause, notJudged } = result;
  const number = numberIn(locale);
  const clauses = Object.values(byClause);
  const figures = { messages: number(messages), people: number(people), spaces: number(spaces), days: number(days) };
  const sections = [
    [
      words.summary(figures, result),
      words.dryRun,
      words.howJudged,
      words.whoIsWho(listed(renamed(result.audiences, audienceNames(result, charter, locale)), locale)),
    ],
    table([words.head, ...clauses.map((clause) => rowOf(clause, locale)), totalRow(result, locale)]),
    [
      words.codes,
      ...clauses.map(({ title, byCode }) => `  ${words.pair(title[locale], listed(byCode, locale) || "0")}`),
    ],
    [
      ...clauses.flatMap((clause) => troubles(clause, locale)),
      ...(notJudged.length > 0 ? [words.notJudged(notJudged.map(({ clause }) => clause).join(", "))] : []),
      ...leftOutLines(result, locale),
      ...skippedLines(result, locale),
    ],
    ...clauses.map((clause) => exampleLines(clause, locale)),
    [words.speed(number(result.messagesPerSecond))],
  ];
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

export const numberIn = (locale: Locale): ((value: number) => string) => {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (value) => format.format(value);
};
/** A nudge in a hundred days is more than none. */
const rateIn = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
const listed = (counts: Readonly<Record<string, number>>, locale: Locale): string =>
  Object.entries(counts)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} (${numberIn(locale)(count)})`)
    .join(", ");

const audienceNames = (
  { audiences }: Rehearsal,
  charter: Charter,
  locale: Locale,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.keys(audiences).map((audience) => [audience, audienceName(charter, audience)[locale]])),
  "": wording[locale].notListed,
});

function rowOf(clause: ClauseCount, locale: Locale): readonly string[] {
  const { title, messages, findings, people, nudges, nudgesPerDay, undecided } = clause;
  const figures = [messages, findings, people, nudges].map(numberIn(locale));
  return [title[locale], ...figures, rateIn(locale, nudgesPerDay), numberIn(locale)(sumOf(undecided))];
}
function totalRow({ messages, findings, nudges, nudgesPerDay }: Rehearsal, locale: Locale): readonly string[] {
  const [read, found, told] = [messages, findings, nudges].map(numberIn(locale));
  return [wording[locale].all, read ?? "", found ?? "", "", told ?? "", rateIn(locale, nudgesPerDay), ""];
}

/** Names to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(aligned).join("  ").trimEnd());
}

function troubles({ title, undecided, failures }: ClauseCount, locale: Locale): string[] {
  const words = wording[locale];
  const because = listed(renamed(undecided, words.undecidedBecause), locale);
  return [
    ...(sumOf(undecided) > 0 ? [words.undecided(title[locale], because)] : []),
    ...(sumOf(failures) > 0 ? [words.failed(title[locale], listed(failures, locale))] : []),
  ];
}

const renamed = (
  counts: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [names[name] ?? name, count]));

function leftOutLines({ leftOut, privateConversations, unlisted }: Rehearsal, locale: Locale): string[] {
  const words = wording[locale];
  const named = renamed(leftOut, words.leftOutBecause);
  return [
    ...(sumOf(named) > 0 ? [words.leftOut(listed(named, locale))] : []),
    ...(privateConversations > 0 ? [words.privateConversations(numberIn(locale)(privateConversations))] : []),
    ...(unlisted.length > 0 ? [words.unlisted(unlisted.join(", "))] : []),
  ];
}

/** Each file with its reason, the first twenty of them. */
export function skippedLines({ skipped }: Pick<Rehearsal, "skipped">, locale: Locale): string[] {
  if (skipped.length === 0) return [];
  const words = wording[locale];
  const untold = skipped.length - mostSkipped;
  return [
    words.skipped(numberIn(locale)(skipped.length)),
    ...skipped.slice(0, mostSkipped).map(({ file, why }) => `  ${words.pair(file, words.skippedBecause[why])}`),
    ...(untold > 0 ? [`  ${words.more(numberIn(locale)(untold))}`] : []),
  ];
}

function exampleLines({ title, findings, traced, examples }: ClauseCount, locale: Locale): string[] {
  const words = wording[locale];
  if (findings === 0 || (traced && examples.length === 0)) return [];
  const lines = traced ? examples.map((example) => lineOf(example, locale)) : [words.noExamples];
  return [words.examples(title[locale]), ...lines.map((line) => `  ${line}`)];
}

const lineOf = (example: Shown, locale: Locale): string =>
  wording[locale].pair(`${example.day} #${oneLine(example.space)} ${example.code}`, oneLine(marked(example)));

/** What people wrote must not move the cursor of whoever reads it. */
const oneLine = (words: string): string => words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

function marked({ excerpt, spans }: Shown): string {
  let [words, from] = ["", 0];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (start < from) continue;
    words += `${excerpt.slice(from, start)}⟦${excerpt.slice(start, end)}⟧`;
    from = end;
  }
  return words + excerpt.slice(from);
}
