import type { Charter, Clause, Exception } from "../core/charter.ts";
import { stageOf } from "../core/decide.ts";
import { dateIn } from "../core/enforcement.ts";
import type { Locale } from "../core/model.ts";
import { audienceName, reasonNames } from "../core/names.ts";
import type { AnyRule } from "../core/rule.ts";
import { judgedBy } from "./judged.ts";
import { commandsIn, escape, row } from "./page.ts";
import { fill, words } from "./words.ts";

/** What every clause is printed with. `today` is a day of the organisation, "2026-12-01". */
export interface Printing {
  readonly charter: Charter;
  readonly rules: readonly AnyRule[];
  readonly locale: Locale;
  readonly today: string;
  /** What a space or group is called; null where nobody knows. */
  readonly nameOf: (reference: string) => string | null;
}

/** One clause as HTML: its words, and what follows from it for whoever reads. */
export function clauseHtml(clause: Clause, number: number, printing: Printing): string {
  const { locale } = printing;
  const rule = printing.rules.find(({ id }) => id === clause.rule);
  const rows = rule
    ? `<dl>${rowsOf(clause, rule, printing)}</dl>`
    : `<p class="people">${commandsIn(escape(words.forPeople[locale]))}</p>`;
  return (
    `<article id="${escape(clause.id)}"><h3><span class="number">${number}.</span>${escape(clause.title[locale])}</h3>` +
    `<p class="prose">${paragraphs(clause.prose[locale])}</p>${rows}</article>`
  );
}
const paragraphs = (prose: string): string =>
  escape(prose.trim())
    .replaceAll(/\n{2,}/g, '</p><p class="prose">')
    .replaceAll("\n", "<br>");

function rowsOf(clause: Clause, rule: AnyRule, printing: Printing): string {
  const { charter, locale } = printing;
  const judged = judgedBy(rule, clause.settings, { organisation: charter.organisation, locale });
  const binds = clause.binds.map((audience) => audienceName(charter, audience)[locale]).join(", ");
  const isDraft = clause.stage === "draft";
  const contest = rule.trace === "none" ? words.contestNameless : words.contest;
  return [
    row(words.binds[locale], [`${capital(binds)}.`]),
    row(
      words.judged[locale],
      judged.length === 0 ? [words.nothingYet[locale]] : judged.map((line) => `${capital(line)}.`),
    ),
    row(words.follows[locale], thenOf(clause, rule, printing)),
    ...(isDraft
      ? []
      : [
          row(words.told[locale], [toldOf(clause, rule)[locale]]),
          row(words.kept[locale], keptOf(clause, rule, locale)),
        ]),
    ...(isDraft ? [] : [row(words.object[locale], [contest[locale]])]),
    row(words.excepted[locale], exceptionsOf(clause, printing)),
  ].join("");
}
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What the clause does today, and what it will do where it is silent for a time. */
function thenOf(clause: Clause, rule: AnyRule, { charter, locale, today }: Printing): readonly string[] {
  if (clause.stage === "draft") return [words.draft[locale]];
  const stage = stageOf(charter, clause, { today, purpose: "internal" });
  const speaking = (opens: boolean): readonly string[] => [
    (opens && rule.trace !== "none" ? words.nudgeCase : words.nudge)[locale],
    ...allowanceOf(clause, locale),
  ];
  if (stage === "nudge" || stage === "case") return speaking(stage === "case").map(capital);
  const paused = clause.pausedUntil !== null && today <= clause.pausedUntil ? clause.pausedUntil : null;
  const [first = "", ...rest] = speaking(clause.stage === "case");
  const now =
    paused === null ? words.shadow[locale] : fill(words.clausePaused[locale], { date: dateIn(paused, locale) });
  return [now, `${words.later[locale]}${first}`, ...rest];
}

function allowanceOf({ allowance }: Clause, locale: Locale): readonly string[] {
  if (allowance === 0) return [];
  return [allowance === 1 ? words.allowanceOne[locale] : fill(words.allowance[locale], { count: allowance })];
}

/** A rule about who is in a space finds nobody's message; one about connections tells of no space. */
const isOn = (rule: AnyRule, kind: AnyRule["on"][number]): boolean => rule.on.includes(kind);
function toldOf(clause: Clause, rule: AnyRule) {
  if (isOn(rule, "space.composed")) return words.toldInviter;
  if (isOn(rule, "connection.seen")) return words.toldConnection;
  if (clause.stage === "case" && rule.trace !== "none") return words.toldCase;
  return clause.binds.some((audience) => audience !== "staff") ? words.toldYou : words.toldStaff;
}
function keptOf(clause: Clause, rule: AnyRule, locale: Locale): readonly string[] {
  if (rule.trace === "none") return [words.keptNothing[locale]];
  if (isOn(rule, "space.composed")) return [words.keptMixture[locale]];
  return [words.keptExcerpt[locale], ...(clause.stage === "case" ? [words.keptCase[locale]] : [])];
}

/** Places, groups and audiences by name; persons as a count for each reason and day. */
function exceptionsOf({ exceptions }: Clause, printing: Printing): readonly string[] {
  const { locale, today } = printing;
  const current = exceptions.filter(({ until }) => today <= until);
  const persons = current.filter(({ account }) => account !== undefined);
  const groups = Map.groupBy(persons, ({ reason, until }) => `${reason} ${until}`);
  const counted = [...groups.values()].flatMap((group) => {
    const who = group.length === 1 ? words.onePerson[locale] : fill(words.persons[locale], { count: group.length });
    return group.slice(0, 1).map((first) => untilOf(who, first, locale));
  });
  const named = current.filter(({ account }) => account === undefined);
  return [...named.map((each) => untilOf(whoOf(each, printing), each, locale)), ...counted];
}

function untilOf(who: string, { reason, until }: Exception, locale: Locale): string {
  return `${capital(fill(words.until[locale], { who, reason: reasonNames[reason][locale], date: dateIn(until, locale) }))}.`;
}
function whoOf({ space, group, audience = "" }: Exception, { charter, locale, nameOf }: Printing): string {
  if (space !== undefined) return fill(words.space[locale], { name: nameOf(space) ?? space });
  if (group !== undefined) return fill(words.group[locale], { name: nameOf(group) ?? group });
  return audienceName(charter, audience)[locale];
}
