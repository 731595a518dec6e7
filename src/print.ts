import type { Revision } from "./core/charter.ts";
import type { Locale } from "./core/model.ts";
import type { AnyRule } from "./core/rule.ts";
import { clauseHtml } from "./print/clause.ts";
import { examplesIn } from "./print/examples.ts";
import { commandsIn, escape, listOf, page } from "./print/page.ts";
import { numbersOf, ruleOf, standingsIn, type Printing } from "./print/standing.ts";
import { clausesIn, dayIn, fill, listIn, words } from "./print/words.ts";

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
  const inLanguage = (each: Readonly<Record<Locale, string>>): string => each[locale];
  const body = [
    headerHtml(revision, printing),
    section(words.objectives[locale], listOf(charter.objectives.map(inLanguage))),
    section(words.promises[locale], listOf(charter.promises.map(inLanguage))),
    section(words.never[locale], listOf([...words.neverList[locale], sanctuariesIn(revision, printing)]), "box"),
    section(words.happens[locale], stepsHtml(printing)),
    section(words.sees[locale], listOf(seesIn(printing))),
    clausesHtml(printing),
    examplesHtml(printing),
    section(words.asked[locale], `<p>${escape(words.typed[locale])}</p>${listOf(words.askedList[locale])}`),
    section(words.glossary[locale], glossaryHtml(locale)),
    `<footer>${escape(words.footer[locale])}</footer>`,
  ];
  return page({
    lang: locale,
    title: `${words.title[locale]} · ${charter.organisation.name}`,
    body: body.filter((part) => part !== "").join("\n"),
  });
}

function headerHtml({ number, charter }: Printed["revision"], printing: Printing): string {
  const { locale, today } = printing;
  const which = number === 0 ? words.draftOf : words.revision;
  const states = [
    ...forceOf(number, printing),
    ...pausedOf(printing),
    ...nowOf(number, printing),
    standingsLine(printing),
  ];
  return (
    `<header><p class="organisation">${escape(charter.organisation.name)}</p><h1>${escape(words.title[locale])}</h1>` +
    `<p>${escape(fill(which[locale], { number, date: dayIn(today, locale) }))}</p>` +
    `<p class="state">${states.map(escape).join("<br>")}</p></header>`
  );
}
function forceOf(number: number, { charter: { inForceFrom }, locale, today }: Printing): readonly string[] {
  if (inForceFrom === null) return number === 0 ? [] : [words.undated[locale]];
  const which = number === 0 ? words.planned : today < inForceFrom ? words.notInForce : words.inForce;
  return [fill(which[locale], { date: dayIn(inForceFrom, locale) })];
}
const pausedOf = ({ charter: { pausedUntil }, locale, today }: Printing): readonly string[] =>
  pausedUntil !== null && today <= pausedUntil
    ? [fill(words.paused[locale], { date: dayIn(pausedUntil, locale) })]
    : [];
/** What is true today for whoever reads it: whether notes are given, and by which clauses. */
function nowOf(number: number, printing: Printing): readonly string[] {
  const { charter, locale, today } = printing;
  const speaking = numbersOf(printing, (standing) => standing === "note" || standing === "case");
  const isSilent = numbersOf(printing, (standing) => standing === "silence").length > 0;
  const isPaused = charter.pausedUntil !== null && today <= charter.pausedUntil;
  if (number === 0)
    return [words[isSilent && speaking.length === 0 && !isPaused ? "draftSilent" : "draftSpeaking"][locale]];
  if (speaking.length > 0) return [fill(words.nowSpeaking[locale], { clauses: clausesIn(speaking, locale) })];
  return isSilent ? [words[isPaused ? "nowPaused" : "nowSilent"][locale]] : [];
}
const standingsLine = (printing: Printing): string => `${words.standings[printing.locale]}${standingsIn(printing)}.`;

/** Nothing where there is nothing to say. `html` is ours, or escaped; commands in it are set in letters of one width. */
const section = (title: string, html: string, name = "part"): string =>
  html === "" ? "" : `<section class="${name}"><h2>${escape(title)}</h2>${commandsIn(html)}</section>`;

function clausesHtml(printing: Printing): string {
  const { charter, locale } = printing;
  const clauses = charter.clauses.map((clause, index) => clauseHtml(clause, index + 1, printing));
  const intro = `${words.bindStaff[locale]}${beyondIn(printing)}`;
  return `<section><h2>${escape(words.clauses[locale])}</h2><p>${commandsIn(escape(intro))}</p>${clauses.join("\n")}</section>`;
}
function beyondIn(printing: Printing): string {
  const { locale } = printing;
  const noticing = numbersOf(printing, (standing) => standing !== "people");
  const lead = noticing.length === 0 ? words.beyondNone : words.beyond;
  return fill(lead[locale], { clauses: clausesIn(noticing, locale) });
}

function stepsHtml(printing: Printing): string {
  const { charter, locale } = printing;
  const isOpening = numbersOf(printing, (standing) => standing === "case").length > 0;
  const steps = words.steps[locale].map((step, index) => {
    const filled = fill(step, { ...charter.caps });
    return index === 2 && isOpening ? `${filled} ${words.evenThen[locale]}` : filled;
  });
  return `<ol>${steps.map((step) => `<li>${escape(step)}</li>`).join("")}</ol>`;
}

function examplesHtml(printing: Printing): string {
  const examples = examplesIn(printing);
  return examples === null ? "" : section(examples.title, listOf(examples.texts));
}

/** What is masked, and which clauses open cases, as this charter has it. */
function seesIn(printing: Printing): readonly string[] {
  const { locale } = printing;
  const masking = numbersOf(
    printing,
    (standing, clause) => standing !== "draft" && (ruleOf(clause, printing)?.masks ?? []).length > 0,
  );
  const opening = numbersOf(printing, (standing) => standing === "case");
  const masked =
    masking.length === 0 ? "" : fill(words.masked[locale], { clauses: clausesIn(masking.slice(0, 1), locale) });
  const stage =
    opening.length === 0
      ? words.stageNone[locale]
      : fill(words.stageCase[locale], { clauses: clausesIn(opening, locale) });
  return words.seesList[locale].map((line) => fill(line, { masked, stage }));
}

function sanctuariesIn({ number }: Printed["revision"], { charter, locale, nameOf, today }: Printing): string {
  const isInForce = number > 0 && (charter.inForceFrom === null || today >= charter.inForceFrom);
  const names = Object.entries(charter.spaces).flatMap(([space, purpose]) =>
    purpose === "sanctuary" ? [nameOf(space) ?? space] : [],
  );
  return names.length === 0
    ? fill(words.noSanctuary[locale], { before: isInForce ? "" : words.beforeForce[locale] })
    : fill(words.sanctuaries[locale], { names: listIn(names, locale) });
}

const glossaryHtml = (locale: Locale): string =>
  `<dl>${words.glossaryList[locale]
    .map(([name, meaning]) => `<div class="row"><dt>${escape(name)}</dt><dd>${escape(meaning)}</dd></div>`)
    .join("")}</dl>`;
