import type { Clause, Exception } from "../core/charter.ts";
import type { Locale, Localised } from "../core/model.ts";
import { audienceName, reasonNames } from "../core/names.ts";
import type { AnyRule } from "../core/rule.ts";
import { judgedBy } from "./judged.ts";
import { commandsIn, escape, row } from "./page.ts";
import { ruleOf, standingOf, unusedIn, type Printing } from "./standing.ts";
import { dayIn, fill } from "./words.ts";

/** Only what differs from clause to clause: what holds for all is said once on the page. */
const words = {
  binds: { en: "Whom it binds", fr: "Qui elle engage" },
  judged: { en: "What it notices", fr: "Ce qu’elle remarque" },
  told: { en: "Who is told", fr: "Qui est prévenu" },
  kept: { en: "What is kept", fr: "Ce qui est conservé" },
  object: { en: "If you do not agree", fr: "En cas de désaccord" },
  excepted: { en: "Where it does not hold", fr: "Là où elle ne vaut pas" },
  people: { en: "A matter for people.", fr: "L’affaire de chacun." },
  draft: { en: "A draft: it is not applied.", fr: "Un projet\u00a0: elle n’est pas appliquée." },
  silence: { en: "Tried in silence.", fr: "En observation silencieuse." },
  clausePaused: {
    en: "Paused: silent until {date}, that day included.",
    fr: "En pause\u00a0: elle se tait jusqu’au {date} inclus.",
  },
  later: { en: "Afterwards: ", fr: "Ensuite\u00a0: " },
  note: { en: "a private note.", fr: "un rappel privé." },
  case: {
    en: "a private note, and a case that a steward looks at.",
    fr: "un rappel privé, et un dossier qu’un référent examine.",
  },
  allowanceOne: {
    en: "The first time in a week passes without a note.",
    fr: "La première fois de la semaine passe sans rappel.",
  },
  allowance: {
    en: "The first {count} times in a week pass without a note.",
    fr: "Les {count} premières fois de la semaine passent sans rappel.",
  },
  toldOutsiders: {
    en: "Of what people from outside write: whoever invited them, with the words found; where that is not known, the moderators and admins.",
    fr: "De ce qu’écrivent des personnes extérieures\u00a0: la personne qui les a invitées, avec les mots en cause\u00a0; si on ne la connaît pas, la modération et l’administration.",
  },
  toldInviter: {
    en: "Whoever invited; where that is not known, or is somebody from outside, the moderators and admins.",
    fr: "La personne qui a invité\u00a0; à défaut, ou si elle est extérieure, la modération et l’administration.",
  },
  toldConnection: {
    en: "Nobody but you, in a direct message; of a setting of the platform, the admins.",
    fr: "Personne d’autre que vous, par message direct\u00a0; pour un réglage de la plateforme, l’administration.",
  },
  keptNothing: {
    en: "Nothing that says who, what or when: only a count. The program can count you again within the week by a code of your own; nobody can read a name from it. Every Monday it changes, and two days later the old one is gone.",
    fr: "Rien qui dise qui, quoi ou quand\u00a0: seulement un décompte. Dans la semaine, le programme peut vous compter à nouveau grâce à un code qui vous est propre\u00a0; personne ne peut y lire un nom. Il change chaque lundi, et l’ancien disparaît deux jours plus tard.",
  },
  keptMixture: {
    en: "The space, who meets there (clients, suppliers, staff) and who was told, while it lasts and for 30 days; not a word of anybody’s.",
    fr: "L’espace, les publics qui s’y rencontrent et qui a été prévenu, tant que cela dure et 30\u00a0jours de plus\u00a0; pas un mot de quiconque.",
  },
  contestNameless: {
    en: "By the button of the note itself, until that code is gone. If you contest, whoever decides will know who you are; you are asked first.",
    fr: "Par le bouton du rappel lui-même, tant que ce code existe. Si vous contestez, la personne qui décide saura qui vous êtes\u00a0; votre accord est demandé avant.",
  },
  until: { en: "{who}: {reason}, until {date}", fr: "{who}\u00a0: {reason}, jusqu’au {date}" },
  space: { en: "the space {name}", fr: "l’espace {name}" },
  group: { en: "the group {name}", fr: "le groupe {name}" },
  onePerson: { en: "1 person", fr: "1 personne" },
  persons: { en: "{count} people", fr: "{count} personnes" },
} as const satisfies Record<string, Localised>;

/** One clause as HTML: how it stands today, its words, and what follows from it for whoever reads. */
export function clauseHtml(clause: Clause, number: number, printing: Printing): string {
  const { locale } = printing;
  const rows = rowsOf(clause, printing).join("");
  return (
    `<article id="${escape(clause.id)}"><h3><span class="number">${number}.</span>${escape(clause.title[locale])}</h3>` +
    `<p class="stands">${escape(standsIn(clause, printing))}</p>` +
    `<p class="prose">${paragraphs(clause.prose[locale])}</p>${rows === "" ? "" : `<dl>${rows}</dl>`}</article>`
  );
}
const paragraphs = (prose: string): string =>
  commandsIn(escape(prose.trim()))
    .replaceAll(/\n{2,}/g, '</p><p class="prose">')
    .replaceAll("\n", "<br>");

function rowsOf(clause: Clause, printing: Printing): readonly string[] {
  const { charter, locale } = printing;
  const rule = ruleOf(clause, printing);
  const standing = standingOf(clause, printing);
  if (!rule || standing === "unused") return [];
  const { organisation } = charter;
  const judged = judgedBy(rule, clause.settings, { organisation, locale }).map((line) => `${capital(line)}.`);
  const bindsStaffOnly = clause.binds.every((audience) => audience === "staff");
  const binds = clause.binds.map((audience) => audienceName(charter, audience)[locale]).join(", ");
  return [
    row(words.binds[locale], bindsStaffOnly ? [] : [`${capital(binds)}.`]),
    row(words.judged[locale], judged),
    ...(standing === "draft" ? [] : differencesOf(clause, rule, locale)),
    row(words.excepted[locale], exceptionsOf(clause, printing)),
  ];
}
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What the clause does today, and what it will do where it is silent for a time. */
function standsIn(clause: Clause, printing: Printing): string {
  const { locale, today } = printing;
  const { allowance, pausedUntil, stage } = clause;
  const rule = ruleOf(clause, printing);
  const standing = standingOf(clause, printing);
  if (!rule) return words.people[locale];
  if (standing === "unused") return unusedIn(rule, locale);
  if (standing === "draft") return words.draft[locale];
  const passing = fill(words[allowance === 1 ? "allowanceOne" : "allowance"][locale], { count: allowance });
  const does = words[stage === "case" ? "case" : "note"][locale];
  const isPaused = pausedUntil !== null && today <= pausedUntil;
  const silent = isPaused
    ? fill(words.clausePaused[locale], { date: dayIn(pausedUntil, locale) })
    : words.silence[locale];
  // Of a clause in shadow nobody has decided yet what it will do, but what passes in a week is set.
  const later = stage === "shadow" ? [] : [`${words.later[locale]}${does}`];
  const now = standing === "silence" ? [silent, ...later] : [capital(does)];
  return [...now, ...(allowance === 0 ? [] : [passing])].join(" ");
}

/** A rule about who is in a space finds nobody's message; one about connections tells of no space. */
const isOn = (rule: AnyRule, kind: AnyRule["on"][number]): boolean => rule.on.includes(kind);
function differencesOf(clause: Clause, rule: AnyRule, locale: Locale): readonly string[] {
  const isOfSpaces = isOn(rule, "space.composed");
  const told = isOfSpaces
    ? words.toldInviter
    : isOn(rule, "connection.seen")
      ? words.toldConnection
      : clause.binds.some((audience) => audience !== "staff")
        ? words.toldOutsiders
        : null;
  const isNameless = rule.trace === "none";
  const kept = isNameless ? words.keptNothing : isOfSpaces ? words.keptMixture : null;
  return [
    row(words.told[locale], told ? [told[locale]] : []),
    row(words.kept[locale], kept ? [kept[locale]] : []),
    row(words.object[locale], isNameless ? [words.contestNameless[locale]] : []),
  ];
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
  return `${capital(fill(words.until[locale], { who, reason: reasonNames[reason][locale], date: dayIn(until, locale) }))}.`;
}
function whoOf({ space, group, audience = "" }: Exception, { charter, locale, nameOf }: Printing): string {
  if (space !== undefined) return fill(words.space[locale], { name: nameOf(space) ?? space });
  if (group !== undefined) return fill(words.group[locale], { name: nameOf(group) ?? group });
  return audienceName(charter, audience)[locale];
}
