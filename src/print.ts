import type { Charter, Revision } from "./core/charter.ts";
import { dateIn } from "./core/enforcement.ts";
import type { Locale } from "./core/model.ts";
import type { AnyRule } from "./core/rule.ts";
import { clauseHtml, type Printing } from "./print/clause.ts";
import { commandsIn, escape, listOf, page } from "./print/page.ts";
import { fill, words } from "./print/words.ts";

export interface Printed {
  /** Number 0 is printed as a draft: a file that is not stored yet. */
  readonly revision: Pick<Revision, "number" | "charter">;
  readonly rules: readonly AnyRule[];
  readonly locale: Locale;
  /** The day on which it is printed, in the organisation's zone: what is paused or not in force is said as of then. */
  readonly on: Temporal.PlainDate;
  /** What a space or group is called; its id stands where this is left out or answers null. */
  readonly nameOf?: (reference: string) => string | null;
}

/** The charter as one HTML page for paper and screen: what it asks, and what follows from each clause for whoever reads it. */
export function printCharter({ revision, rules, locale, on, nameOf = () => null }: Printed): string {
  const { charter } = revision;
  const printing: Printing = { charter, rules, locale, today: on.toString(), nameOf };
  const title = words.title[locale];
  const body = [
    headerHtml(revision, printing),
    listSection(
      words.objectives[locale],
      charter.objectives.map((each) => each[locale]),
    ),
    listSection(
      words.promises[locale],
      charter.promises.map((each) => each[locale]),
    ),
    stepsHtml(charter, locale),
    `<section><h2>${escape(words.clauses[locale])}</h2>${charter.clauses
      .map((clause, index) => clauseHtml(clause, index + 1, printing))
      .join("\n")}</section>`,
    sanctuariesHtml(printing),
    `<section><h2>${escape(words.rights[locale])}</h2>${commandsIn(listOf(words.rightsList[locale]))}</section>`,
    `<footer>${escape(words.footer[locale])}</footer>`,
  ];
  return page({ lang: locale, title: `${title} · ${charter.organisation.name}`, body: body.join("\n") });
}

function headerHtml({ number, charter }: Printed["revision"], { locale, today }: Printing): string {
  const { inForceFrom, pausedUntil, organisation } = charter;
  const date = dateIn(today, locale);
  const which = number === 0 ? words.draftOf : words.revision;
  const early = inForceFrom !== null && today < inForceFrom;
  const states = [
    ...(inForceFrom === null
      ? []
      : [fill((early ? words.notInForce : words.inForce)[locale], { date: dateIn(inForceFrom, locale) })]),
    ...(pausedUntil !== null && today <= pausedUntil
      ? [fill(words.paused[locale], { date: dateIn(pausedUntil, locale) })]
      : []),
  ];
  return (
    `<header><p class="organisation">${escape(organisation.name)}</p><h1>${escape(words.title[locale])}</h1>` +
    `<p>${escape(fill(which[locale], { number, date }))}</p>` +
    `${states.map((state) => `<p class="state">${escape(state)}</p>`).join("")}</header>`
  );
}

const listSection = (title: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `<section><h2>${escape(title)}</h2>${listOf(items)}</section>`;

function stepsHtml({ caps }: Charter, locale: Locale): string {
  const steps = words.steps[locale].map((step) => `<li>${escape(fill(step, { ...caps }))}</li>`);
  return `<section><h2>${escape(words.happens[locale])}</h2><ol>${commandsIn(steps.join(""))}</ol></section>`;
}

function sanctuariesHtml({ charter, locale, nameOf }: Printing): string {
  const names = Object.entries(charter.spaces).flatMap(([space, purpose]) =>
    purpose === "sanctuary" ? [nameOf(space) ?? space] : [],
  );
  if (names.length === 0) return "";
  const sentence = `${words.sanctuaries[locale]}${names.join(", ")}.`;
  return `<section><h2>${escape(words.nowhere[locale])}</h2><p>${escape(sentence)}</p></section>`;
}
