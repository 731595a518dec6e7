import { z } from "zod";
import type { Week, Shift } from "./facts.ts";
import { audiences, exceptionReasons, purposes, stages, standings, type Locale, type Problem } from "./model.ts";
import { clipped, joinField, messagesIn, problemsOf, said } from "./problem.ts";
import type { AnyRule, Compiled } from "./rule.ts";

const words = (about: string) => z.string().min(1).max(4000).describe(about);
const localised = z.strictObject({ en: words("In English."), fr: words("In French.") });

/** An account, a space, a group or a workspace: its platform's name and the platform's own id. */
const reference = z
  .string()
  .max(200)
  .regex(/^[a-z]+:\S+$/, {
    error: said(
      'Write the platform before the id, as in "slack:C024BE91L".',
      "Écrivez la plateforme devant l’identifiant, comme dans «\u00a0slack:C024BE91L\u00a0».",
    ),
  });

const zone = z.string().refine(isZone, {
  error: (issue) =>
    said(
      `"${clipped(String(issue.input))}" is not a time zone. Use an IANA name such as "Europe/Paris".`,
      `«\u00a0${clipped(String(issue.input))}\u00a0» n’est pas un fuseau horaire. Utilisez un nom IANA tel que «\u00a0Europe/Paris\u00a0».`,
    ),
});

/** Whether the runtime knows a zone by this IANA name. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const shift = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
    error: said(
      'Write working time as "08:30-12:00".',
      "Écrivez les heures de travail ainsi\u00a0: «\u00a008:30-12:00\u00a0».",
    ),
  })
  .transform((written): Shift => {
    const [from = "", until = ""] = written.split("-");
    return [minutes(from), minutes(until)];
  })
  .refine(([from, until]) => from < until, {
    error: said(
      "A shift must end after it begins; cut one that passes midnight in two.",
      "Une plage doit finir après son début\u00a0; coupez en deux celle qui passe minuit.",
    ),
  });
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const day = z.array(shift).max(6).default([]);

/** Working hours by day of the week, in each person's own zone. */
const week = z
  .strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
  .transform((days): Week => [days.mon, days.tue, days.wed, days.thu, days.fri, days.sat, days.sun]);

const holidays = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, {
      error: said(
        'Write the country as its ISO 3166-1 code, such as "FR".',
        "Écrivez le pays par son code ISO 3166-1, tel que «\u00a0FR\u00a0».",
      ),
    })
    .describe("An ISO 3166-1 code."),
  region: z.string().max(20).optional().describe("An ISO 3166-2 region, where its holidays differ."),
});

/** A host name such as "nordvik.example", as it stands after the @ of an address. */
const domain = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, {
    error: said(
      'Write a mail domain in lower case, as in "nordvik.example".',
      "Écrivez un domaine de messagerie en minuscules, comme dans «\u00a0nordvik.example\u00a0».",
    ),
  });

const organisation = z.strictObject({
  name: words("What the organisation is called.").max(200),
  zone: zone.describe("The IANA zone of whoever has none of their own."),
  week: week.describe("Working hours by day, in each person's own zone."),
  holidays: holidays.nullable().default(null).describe("Public holidays of people in the organisation's zone."),
  holidaysByZone: z
    .record(zone, holidays)
    .default({})
    .describe("Public holidays of people in another zone, by IANA zone."),
  domains: z
    .array(domain)
    .max(200)
    .default([])
    .describe("The organisation's own mail domains: no client or supplier may claim one."),
});
export type Organisation = z.infer<typeof organisation>;

const date = z.string().refine(isDate, {
  error: said('Write a date as "2026-12-01".', "Écrivez une date ainsi\u00a0: «\u00a02026-12-01\u00a0»."),
});
function isDate(written: string): boolean {
  // Temporal takes further forms, such as other calendars and years of six digits, which do not sort as text.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  try {
    return Temporal.PlainDate.from(written).toString() === written;
  } catch {
    return false;
  }
}

const exception = z
  .strictObject({
    space: reference.optional(),
    audience: z.string().optional(),
    group: reference.optional(),
    account: reference.optional(),
    reason: z.enum(exceptionReasons).describe("Why, from a closed list: everybody may read it."),
    until: date.describe("The last day on which it holds."),
  })
  .refine(
    (each) => [each.space, each.audience, each.group, each.account].filter((who) => who !== undefined).length === 1,
    {
      error: said(
        "An exception is for one space, audience, group or account: name exactly one.",
        "Une exception vaut pour un espace, un public, un groupe ou un compte\u00a0: n’en nommez qu’un.",
      ),
    },
  );
export type Exception = z.infer<typeof exception>;

const pausedUntil = date
  .nullable()
  .default(null)
  .describe("The last day on which it stays silent, whatever its stage: recorded, and nobody told.");

const writtenClause = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*$/, {
      error: said(
        "A clause's id is lower-case words joined by hyphens.",
        "L’identifiant d’une clause s’écrit en minuscules, les mots reliés par des traits d’union.",
      ),
    }),
  title: localised.describe("What people call it."),
  prose: localised.describe("What it asks, as people read it."),
  binds: z.array(z.string()).min(1).default(["staff"]).describe("The audiences that it binds."),
  rule: z.string().nullable().default(null).describe("The rule that notices breaches; null for a matter for people."),
  stage: z.enum(stages).default("shadow").describe("How far it may go: draft, shadow, nudge or case."),
  settings: z.record(z.string(), z.unknown()).default({}).describe("The settings of its rule."),
  allowance: z.int().min(0).max(1000).default(0).describe("How many breaches a week pass before the first nudge."),
  tell: z
    .enum(["inPlace", "direct"])
    .default("inPlace")
    .describe("Where authors are told first: beside their message, or in a direct message."),
  exceptions: z.array(exception).max(500).default([]),
  pausedUntil,
});
export type Clause = z.infer<typeof writtenClause>;

const audienceLine = z.strictObject({
  is: z.string().describe("Who they are: staff, client, supplier, unknown, or an audience that you name."),
  of: words("Whom they belong to, such as the client's name: two clients are two.").max(200).optional(),
  accounts: z.array(reference).max(5000).optional(),
  standing: z.enum(standings).optional().describe("What the platform says of them."),
  domains: z.array(domain).max(1000).optional().describe("Domains of verified mail addresses."),
  workspaces: z.array(reference).max(1000).optional().describe("Workspaces or tenants they come from."),
  groups: z.array(reference).max(1000).optional().describe("Groups of the platform they are in."),
});
export type AudienceLine = z.infer<typeof audienceLine>;

const stewards = z.array(reference).max(1000).default([]);

/** There are some six hundred time zones, by all of their names. */
const most = { clauses: 100, audiences: 5000, zones: 1000 } as const;

/** The written charter. Its input side is what a file holds, its output side what the product works with. */
export const charterSchema = z.strictObject({
  organisation,
  inForceFrom: date
    .nullable()
    .default(null)
    .describe("The day from which clauses may speak, after the announcement that the law asks for; null: at once."),
  objectives: z.array(localised).max(20).default([]).describe("What the network is for."),
  promises: z.array(localised).max(20).default([]).describe("What the charter promises to those whom it binds."),
  stewards: z
    .strictObject({ admins: stewards, moderators: stewards, ambassadors: stewards })
    .default({ admins: [], moderators: [], ambassadors: [] }),
  furtherAudiences: z
    .record(z.string().regex(/^[a-z][a-z-]{1,30}$/), localised)
    .default({})
    .describe("Audiences beside staff, client, supplier and unknown, with what people call them."),
  /** Who belongs to which audience: the first line that fits an account decides, and nobody is staff by default. */
  audiences: z.array(audienceLine).max(most.audiences).default([]),
  spaces: z.record(reference, z.enum(purposes)).default({}).describe("What each space is for."),
  caps: z
    .strictObject({
      day: z.int().min(0).max(1000).describe("Nudges a person and day, over all clauses."),
      dayAndClause: z.int().min(0).max(1000).describe("Nudges a person and day, for one clause."),
    })
    .default({ day: 2, dayAndClause: 1 }),
  promotion: z
    .strictObject({
      shadowDays: z.int().min(0).max(365).describe("Days in shadow before a clause may be made to speak in chat."),
    })
    .default({ shadowDays: 14 }),
  pausedUntil,
  clauses: z.array(writtenClause).max(most.clauses),
});
/** The versioned document: settings and clauses. */
export type Charter = z.infer<typeof charterSchema>;
/** The same as a file holds it: what is left out has its default. */
export type WrittenCharter = z.input<typeof charterSchema>;

/** The day of the organisation at an instant, "2026-12-01". */
export const todayOf = ({ organisation: ours }: Charter, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(ours.zone).toPlainDate().toString();

/** A clause whose rule is compiled. */
export interface PreparedClause {
  readonly clause: Clause;
  readonly rule: AnyRule;
  readonly judge: Extract<Compiled, { ok: true }>["judge"];
}
/** A revision of the charter, ready to judge by. */
export interface Revision {
  readonly number: number;
  readonly charter: Charter;
  /** The clauses that a rule enforces. */
  readonly clauses: readonly PreparedClause[];
}
export type ReadCharter = { ok: true; revision: Revision } | { ok: false; problems: readonly Problem[] };

/** Reads a charter from what a file or a row held, and compiles its rules; or says all that is wrong, with places, in a language. */
export function readCharter(
  written: unknown,
  number: number,
  rules: readonly AnyRule[],
  locale: Locale = "en",
): ReadCharter {
  const tooMany = tooManyParts(written, locale);
  if (tooMany.length > 0) return { ok: false, problems: tooMany };
  const read = charterSchema.safeParse(written, messagesIn(locale));
  const problems: Problem[] = problemsOf(read.error, locale);
  const parts = read.data ?? readableParts(written);
  const compiled = parts ? compileClauses(parts, rules, locale) : { clauses: [], problems: [] };
  problems.push(...compiled.problems, ...(read.data ? contradictions(read.data, locale) : []));
  return read.success && problems.length === 0
    ? { ok: true, revision: { number, charter: read.data, clauses: compiled.clauses } }
    : { ok: false, problems };
}

/** Told before anything is read: each of tens of thousands of clauses would be tried, for seconds, to say no more. */
function tooManyParts(written: unknown, locale: Locale): Problem[] {
  const at = (value: unknown, name: string): unknown => new Map<string, unknown>(Object.entries(value ?? {})).get(name);
  const parts = [
    ["clauses", at(written, "clauses"), most.clauses],
    ["audiences", at(written, "audiences"), most.audiences],
    ["organisation.holidaysByZone", at(at(written, "organisation"), "holidaysByZone"), most.zones],
  ] as const;
  return parts.flatMap(([field, part, limit]) => {
    const count = typeof part === "object" && part !== null ? Object.keys(part).length : 0;
    return count > limit ? [{ field, text: mistakes.tooMany(count, limit)[locale] }] : [];
  });
}

type Parts = Pick<Charter, "organisation"> & { readonly clauses: readonly (Clause | null)[] };

/** Stands in for an organisation with mistakes of its own, so that no rule complains of it again. */
const anyOrganisation = organisation.parse({ name: "any", zone: "UTC", week: { mon: ["09:00-17:00"] } });

/** What can be read of a charter that has mistakes, so that the mistakes inside its clauses are told with the others. */
function readableParts(written: unknown): Parts | null {
  const outer = z.object({ organisation: z.unknown(), clauses: z.array(z.unknown()) }).safeParse(written);
  if (!outer.success) return null;
  const clauses = outer.data.clauses.map((clause) => writtenClause.safeParse(clause).data ?? nameless(clause));
  return { organisation: organisation.safeParse(outer.data.organisation).data ?? anyOrganisation, clauses };
}

const unnamed = "any";
/** Of a clause with mistakes of its own, the rule and the settings, so that what is wrong with those is told too. */
function nameless(clause: unknown): Clause | null {
  const { data } = z
    .looseObject({ rule: z.string(), settings: z.record(z.string(), z.unknown()).catch({}) })
    .safeParse(clause);
  const title = { en: "any", fr: "any" };
  return data
    ? writtenClause.parse({ id: unnamed, title, prose: title, rule: data.rule, settings: data.settings })
    : null;
}

function compileClauses({ organisation: ours, clauses }: Parts, rules: readonly AnyRule[], locale: Locale) {
  const problems: Problem[] = [];
  const prepared: PreparedClause[] = [];
  const ids = new Set<string>();
  for (const [index, clause] of clauses.entries()) {
    if (!clause) continue;
    const field = `clauses.${index}`;
    if (clause.id !== unnamed && ids.has(clause.id)) {
      problems.push({ field: `${field}.id`, text: mistakes.twice(clause.id)[locale] });
    }
    ids.add(clause.id);
    // A matter for people: nothing to compile, and nothing to set.
    if (clause.rule === null) continue;
    const rule = rules.find((known) => known.id === clause.rule);
    if (!rule) {
      const names = rules.map((known) => known.id).join(", ");
      problems.push({ field: `${field}.rule`, text: mistakes.noRule(clipped(clause.rule), names)[locale] });
      continue;
    }
    if (clause.stage === "case" && rule.trace === "none") {
      problems.push({ field: `${field}.stage`, text: mistakes.noCase(rule.id)[locale] });
    }
    const compiled = rule.compile(clause.settings, ours, locale);
    if (compiled.ok) prepared.push({ clause, rule, judge: compiled.judge });
    else {
      problems.push(
        ...compiled.problems.map((problem) =>
          problem.field.startsWith("settings") ? { ...problem, field: joinField(field, problem.field) } : problem,
        ),
      );
    }
  }
  return { clauses: prepared, problems };
}

/** Everything that is fine by itself and wrong together: audiences that nobody named, domains and accounts that are two things. */
function contradictions(charter: Charter, locale: Locale): Problem[] {
  const named = new Set<string>([...audiences, ...Object.keys(charter.furtherAudiences)]);
  // A file may name thousands, and refer to one that is not there thousands of times.
  const known = [...named].slice(0, 20).join(", ") + (named.size > 20 ? ", …" : "");
  const problem = (field: string, { [locale]: text }: Readonly<Record<Locale, string>>): Problem => ({ field, text });
  const missing = (field: string, audience: string): Problem[] =>
    named.has(audience) ? [] : [problem(field, mistakes.noAudience(clipped(audience), known))];
  const seen = new Map<string, string>();
  const twoThings = (field: string, key: string, is: string): Problem[] => {
    const before = seen.get(key);
    seen.set(key, is);
    return before !== undefined && before !== is
      ? [problem(field, mistakes.twoThings(clipped(key), clipped(before), clipped(is)))]
      : [];
  };
  for (const own of charter.organisation.domains) seen.set(own, "staff");
  const lines = charter.audiences.flatMap((line, index) => {
    const field = `audiences.${index}`;
    const names = [...(line.domains ?? []), ...(line.accounts ?? []), ...(line.workspaces ?? [])];
    const isEmpty = names.length === 0 && line.standing === undefined && (line.groups ?? []).length === 0;
    return [
      ...missing(`${field}.is`, line.is),
      ...(isEmpty ? [problem(field, mistakes.fitsNobody)] : []),
      // With a condition beside it, the same domain may be two things: members are staff, guests a supplier.
      ...(line.standing === undefined && line.groups === undefined
        ? names.flatMap((name) => twoThings(field, name, line.of === undefined ? line.is : `${line.is} (${line.of})`))
        : []),
    ];
  });
  const bound = charter.clauses.flatMap(({ binds, exceptions }, index) => [
    ...binds.flatMap((audience, at) => missing(`clauses.${index}.binds.${at}`, audience)),
    ...exceptions.flatMap(({ audience }, at) =>
      audience === undefined ? [] : missing(`clauses.${index}.exceptions.${at}.audience`, audience),
    ),
  ]);
  return [...lines, ...bound];
}

const mistakes = {
  tooMany: (count: number, limit: number) => ({
    en: `Here are ${count} entries; there may be at most ${limit}.`,
    fr: `Il y a ici ${count} éléments\u00a0; il en faut au plus ${limit}.`,
  }),
  twice: (id: string) => ({
    en: `Two clauses are called "${id}".`,
    fr: `Deux clauses s’appellent «\u00a0${id}\u00a0».`,
  }),
  noRule: (rule: string, names: string) => ({
    en: `There is no rule "${rule}". There are: ${names}.`,
    fr: `Il n’existe pas de règle «\u00a0${rule}\u00a0». Il y a\u00a0: ${names}.`,
  }),
  noCase: (rule: string) => ({
    en: `What "${rule}" finds keeps no names, so no case can be opened about it: use the stage "nudge".`,
    fr: `Ce que «\u00a0${rule}\u00a0» constate ne garde aucun nom\u00a0: aucun cas ne peut être ouvert. Utilisez l’étape «\u00a0nudge\u00a0».`,
  }),
  noAudience: (audience: string, names: string) => ({
    en: `There is no audience "${audience}". There are: ${names}; name others under furtherAudiences.`,
    fr: `Il n’existe pas de public «\u00a0${audience}\u00a0». Il y a\u00a0: ${names}\u00a0; nommez-en d’autres sous furtherAudiences.`,
  }),
  twoThings: (name: string, one: string, other: string) => ({
    en: `"${name}" is ${one} already, and cannot be ${other} too.`,
    fr: `«\u00a0${name}\u00a0» est déjà «\u00a0${one}\u00a0», et ne peut pas être aussi «\u00a0${other}\u00a0».`,
  }),
  fitsNobody: {
    en: "This line fits nobody: say which accounts, domains, workspaces, groups or standing.",
    fr: "Cette ligne ne désigne personne\u00a0: indiquez des comptes, domaines, espaces de travail, groupes ou un statut.",
  },
} as const;
