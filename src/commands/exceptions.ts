import { audienceName, reasonNames } from "../core/names.ts";
import { todayOf, type Charter, type Clause, type Exception } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import type { Locale, Localised, SpaceId } from "../core/model.ts";
import { heading, strong, text, viewOf, type Block, type Inline } from "../core/view.ts";

const words = {
  title: { en: "Where the charter does not hold", fr: "Là où la charte ne s’applique pas" },
  none: {
    en: "There is no exception now: the charter holds for everybody, everywhere.",
    fr: "Aucune exception en ce moment\u00a0: la charte vaut pour tous, partout.",
  },
  sanctuaries: {
    en: "Spaces in which nothing is ever judged: ",
    fr: "Espaces où rien n’est jamais examiné\u00a0: ",
  },
  paused: { en: "The whole charter is silent until ", fr: "Toute la charte se tait jusqu’au " },
  pausedClause: { en: "silent until ", fr: "en pause jusqu’au " },
  until: { en: ", until ", fr: ", jusqu’au " },
  group: { en: "the group ", fr: "le groupe " },
  onePerson: { en: "1 person", fr: "1 personne" },
  people: { en: " people", fr: " personnes" },
} as const satisfies Record<string, Localised>;

/** Every exception that holds now, for everybody to see: spaces and groups by name, persons as a count. */
export const exceptions: Command = {
  name: "exceptions",
  summary: {
    en: "shows where and for whom the charter does not hold, and why",
    fr: "montre où et pour qui la charte ne s’applique pas, et pourquoi",
  },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  run({ call, reader: { locale } }, { revision }) {
    const { charter } = revision();
    const today = todayOf(charter, call.at);
    const blocks = [
      ...(isPaused(charter.pausedUntil, today)
        ? [text(words.paused[locale], dayIn(charter.pausedUntil, locale), ".")]
        : []),
      ...charter.clauses.flatMap((clause) => clauseBlocks(charter, clause, { today, locale })),
      ...sanctuaryBlocks(charter, locale),
    ];
    if (blocks.length === 0) blocks.push(text(words.none[locale]));
    return Promise.resolve(viewOf(heading(words.title[locale]), ...blocks));
  },
};

interface Reading {
  readonly today: string;
  readonly locale: Locale;
}

const isPaused = (until: string | null, today: string): until is string => until !== null && today <= until;

function clauseBlocks(charter: Charter, clause: Clause, { today, locale }: Reading): Block[] {
  const items: Inline[][] = [];
  if (isPaused(clause.pausedUntil, today)) items.push([words.pausedClause[locale], dayIn(clause.pausedUntil, locale)]);
  const current = clause.exceptions.filter(({ until }) => today <= until);
  items.push(...current.filter(({ account }) => account === undefined).map((each) => item(charter, each, locale)));
  // Nobody's name stands here: for each reason and day, how many.
  const persons = Map.groupBy(
    current.filter(({ account }) => account !== undefined),
    ({ reason, until }) => `${reason} ${until}`,
  );
  for (const [[first], count] of [...persons.values()].map((group) => [group, group.length] as const)) {
    if (!first) continue;
    const many = count === 1 ? words.onePerson[locale] : `${count}${words.people[locale]}`;
    items.push([many, ...reasonOf(first, locale)]);
  }
  return items.length === 0 ? [] : [text(strong(clause.title[locale])), { kind: "list", items }];
}

function item(charter: Charter, exception: Exception, locale: Locale): Inline[] {
  const { space, audience, group } = exception;
  const who: Inline =
    space !== undefined
      ? { kind: "space", space: space as SpaceId }
      : audience !== undefined
        ? audienceName(charter, audience)[locale]
        : `${words.group[locale]}${group ?? ""}`;
  return [who, ...reasonOf(exception, locale)];
}

const reasonOf = ({ reason, until }: Exception, locale: Locale): Inline[] => [
  ` — ${reasonNames[reason][locale]}${words.until[locale]}${dayIn(until, locale)}`,
];

const dayIn = (date: string, locale: Locale): string =>
  Temporal.PlainDate.from(date).toLocaleString(locale, { dateStyle: "long" });

function sanctuaryBlocks({ spaces }: Charter, locale: Locale): Block[] {
  const names = Object.entries(spaces).flatMap(([space, purpose]) =>
    purpose === "sanctuary" ? [space as SpaceId] : [],
  );
  const inlines = names.flatMap((space, index): Inline[] => [index === 0 ? "" : ", ", { kind: "space", space }]);
  return names.length === 0 ? [] : [text(words.sanctuaries[locale], ...inlines, ".")];
}
