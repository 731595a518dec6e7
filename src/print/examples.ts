import type { Clause } from "../core/charter.ts";
import type { Locale, Localised } from "../core/model.ts";
import { isResting } from "../core/time.ts";
import { chosenIn } from "./judged.ts";
import { ruleOf, standingOf, type Printing, type Standing } from "./standing.ts";
import { clockIn } from "./week.ts";
import { clausesIn, fill } from "./words.ts";

const words = {
  title: { en: "Two examples", fr: "Deux exemples" },
  sunday: {
    en: "On Sunday at {time}, {hours}you post a private advert in a space for work{trial}.",
    fr: "Dimanche à {time}, {hours}vous publiez une annonce privée dans un espace de travail{trial}.",
  },
  noTrial: { en: " that is no trial space", fr: " qui n’est pas un espace pilote" },
  tuesday: {
    en: "On Tuesday at {time}, {hours}you post the same advert in a social space. {clause} does not look for adverts there.",
    fr: "Mardi à {time}, {hours}vous publiez la même annonce dans un espace convivial. {clause} n’y cherche pas d’annonces.",
  },
  outside: { en: "outside your working hours, ", fr: "hors de vos heures de travail, " },
  within: { en: "within your working hours, ", fr: "pendant vos heures de travail, " },
  silence: {
    en: "{clauses} being tried in silence: you get no note, and nothing is kept that names you.",
    fr: "{clauses} en observation silencieuse\u00a0: vous ne recevez aucun rappel, et rien n’est conservé qui vous désigne.",
  },
  thenOne: { en: "Once it speaks: {texts}.", fr: "Quand elle s’exprimera\u00a0: {texts}." },
  thenMany: { en: "Once they speak: {texts}.", fr: "Quand elles s’exprimeront\u00a0: {texts}." },
  thenNote: { en: "{clause} gives you a private note", fr: "{clause} vous donne un rappel privé" },
  thenPassingOne: {
    en: "{clause} gives you none the first time in a week",
    fr: "{clause} ne vous en donne aucun la première fois de la semaine",
  },
  thenPassing: {
    en: "{clause} gives you none the first {count} times in a week",
    fr: "{clause} ne vous en donne aucun les {count} premières fois de la semaine",
  },
  one: { en: "{clause} is", fr: "{clause} est" },
  many: { en: "{clause} are", fr: "{clause} sont" },
  note: { en: "{clause} gives you a private note.", fr: "{clause} vous donne un rappel privé." },
  case: {
    en: "{clause} gives you a private note and opens a case.",
    fr: "{clause} vous donne un rappel privé et ouvre un dossier.",
  },
  passingOne: {
    en: "Of what {clause} notices, the first time in a week passes without a note. After it:",
    fr: "De ce que remarque {clause}, la première fois de la semaine passe sans rappel. Ensuite\u00a0:",
  },
  passing: {
    en: "Of what {clause} notices, the first {count} times in a week pass without a note. After them:",
    fr: "De ce que remarque {clause}, les {count} premières fois de la semaine passent sans rappel. Ensuite\u00a0:",
  },
  most: { en: "You get one note a day at most.", fr: "Vous recevez un rappel par jour au plus." },
  nothing: { en: "You hear nothing.", fr: "Vous ne recevez rien." },
} as const satisfies Record<string, Localised>;

export interface Examples {
  readonly title: string;
  readonly texts: readonly [string, string];
}

/** A clause that would judge the example, with its number and how it stands. */
interface Judging {
  readonly clause: Clause;
  readonly number: number;
  readonly standing: Standing;
}

/** A private advert late on Sunday at work, and by day among friends, as this charter takes them; null where it looks for no adverts or tells nobody. */
export function examplesIn(printing: Printing): Examples | null {
  const { charter, locale } = printing;
  if (charter.caps.day === 0 || charter.caps.dayAndClause === 0) return null;
  const sale = judging(printing, "professional-content", "sale");
  if (!sale) return null;
  const rest = judging(printing, "resting-hours", "ownHours");
  const resting = (day: number, minute: number): Judging[] =>
    rest && isRest(rest.clause, { day, minute }, printing) ? [rest] : [];
  const [late, day] = [resting(7, 22 * 60), resting(2, 10 * 60)];
  const hoursOf = (found: readonly Judging[]): string =>
    rest === null ? "" : words[found.length > 0 ? "outside" : "within"][locale];
  const isSilent = [sale, ...late].some(({ standing }) => standing === "silence");
  const sunday = fill(words.sunday[locale], {
    time: clockIn(22 * 60, locale),
    hours: hoursOf(late),
    trial: isSilent ? words.noTrial[locale] : "",
  });
  const tuesday = fill(words.tuesday[locale], {
    time: clockIn(10 * 60, locale),
    hours: hoursOf(day),
    clause: capital(clausesIn([sale.number], locale)),
  });
  return {
    title: words.title[locale],
    texts: [
      [sunday, ...outcomesOf([sale, ...late], printing)].join(" "),
      [tuesday, ...(day.length === 0 ? [words.nothing[locale]] : outcomesOf(day, printing))].join(" "),
    ],
  };
}
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The first clause of a rule that has a switch on, is applied, and binds staff. */
function judging(printing: Printing, id: string, setting: string): Judging | null {
  const { charter, today } = printing;
  for (const [index, clause] of charter.clauses.entries()) {
    const rule = ruleOf(clause, printing);
    if (rule?.id !== id || chosenIn(rule, clause.settings).get(setting) !== true) continue;
    const standing = standingOf(clause, printing);
    const isFree = clause.exceptions.some(({ audience, until }) => audience === "staff" && today <= until);
    const isApplied = standing === "silence" || standing === "note" || standing === "case";
    if (isApplied && clause.binds.includes("staff") && !isFree) return { clause, number: index + 1, standing };
  }
  return null;
}

/** Whether somebody with the organisation's own hours rests then; `day` is the ISO day of the week. */
function isRest(clause: Clause, { day, minute }: { day: number; minute: number }, printing: Printing): boolean {
  const { organisation } = printing.charter;
  const rule = ruleOf(clause, printing);
  const grace = rule ? Number(chosenIn(rule, clause.settings).get("graceMinutes") ?? 0) : 0;
  const today = Temporal.PlainDate.from(printing.today);
  const at = today
    .add({ days: (day - today.dayOfWeek + 7) % 7 })
    .toZonedDateTime({ timeZone: organisation.zone, plainTime: { hour: Math.floor(minute / 60) } })
    .toInstant();
  const who = { zone: organisation.zone, week: organisation.week, absences: [] };
  return isResting(who, at, { isHoliday: () => false, grace });
}

function outcomesOf(found: readonly Judging[], { charter, locale }: Printing): readonly string[] {
  const silent = found.filter(({ standing }) => standing === "silence");
  const speaking = found.filter(({ standing }) => standing !== "silence");
  const numbers = silent.map(({ number }) => number);
  const listed = capital(clausesIn(numbers, locale));
  const then = words[silent.length === 1 ? "thenOne" : "thenMany"][locale];
  const texts = silent.map((each) => thenOf(each, locale)).join(locale === "fr" ? "\u00a0; " : "; ");
  const are = fill(words[silent.length === 1 ? "one" : "many"][locale], { clause: listed });
  return [
    ...(silent.length === 0 ? [] : [fill(words.silence[locale], { clauses: are }), fill(then, { texts })]),
    ...speaking.flatMap((each) => spokenOf(each, locale)),
    ...(found.length > charter.caps.day ? [words.most[locale]] : []),
  ];
}

/** What a clause in silence gives once it speaks; that it may open a case too is said where it stands. */
function thenOf({ clause: { allowance }, number }: Judging, locale: Locale): string {
  const which = allowance === 0 ? "thenNote" : allowance === 1 ? "thenPassingOne" : "thenPassing";
  return fill(words[which][locale], { clause: clausesIn([number], locale), count: allowance });
}

function spokenOf({ clause: { allowance }, number, standing }: Judging, locale: Locale): readonly string[] {
  const clause = clausesIn([number], locale);
  const passing = words[allowance === 1 ? "passingOne" : "passing"][locale];
  const does = fill(words[standing === "case" ? "case" : "note"][locale], { clause });
  return allowance === 0 ? [capital(does)] : [fill(passing, { clause, count: allowance }), does];
}
