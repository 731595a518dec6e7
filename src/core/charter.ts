import { z } from "zod";
import type { Week, Shift } from "./facts.ts";
import { audiences, purposes, stages, standings, type Problem } from "./model.ts";
import type { AnyRule, Compiled } from "./rule.ts";

const localised = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });

/** An account or a space, as its platform's name and the platform's own id. */
const reference = z.string().regex(/^[a-z]+:\S+$/, {
  error: 'Write the platform before the id, as in "slack:C024BE91L".',
});

const zone = z.string().refine(isZone, {
  error: (issue) => `"${String(issue.input)}" is not a time zone. Use an IANA name such as "Europe/Paris".`,
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
    error: 'Write working time as "08:30-12:00".',
  })
  .transform((written): Shift => {
    const [from = "", until = ""] = written.split("-");
    return [minutes(from), minutes(until)];
  })
  .refine(([from, until]) => from < until, {
    error: "A shift must end after it begins; cut one that passes midnight in two.",
  });
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const day = z.array(shift).default([]);

const week = z
  .strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
  .transform((days): Week => [days.mon, days.tue, days.wed, days.thu, days.fri, days.sat, days.sun]);

const holidays = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'Write the country as its ISO 3166-1 code, such as "FR".' }),
  region: z.string().optional(),
});

const organisation = z.strictObject({
  name: z.string().min(1),
  zone,
  week,
  holidays: holidays.nullable().default(null),
  /** Holidays of people whose zone is not the organisation's, by IANA zone. */
  holidaysByZone: z.record(zone, holidays).default({}),
});
export type Organisation = z.infer<typeof organisation>;

const writtenClause = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: "A clause's id is lower-case words joined by hyphens." }),
  title: localised,
  prose: localised,
  binds: z.array(z.enum(audiences)).min(1).default(["staff"]),
  rule: z.string(),
  stage: z.enum(stages).default("shadow"),
  settings: z.unknown().default({}),
  /** How many breaches a week pass before the first nudge. */
  allowance: z.int().min(0).max(1000).default(0),
  /** Spaces in which the clause does not hold. */
  exceptSpaces: z.array(reference).default([]),
});
export type Clause = z.infer<typeof writtenClause>;

const charter = z.strictObject({
  organisation,
  stewards: z
    .strictObject({ admins: z.array(reference).default([]), moderators: z.array(reference).default([]) })
    .default({ admins: [], moderators: [] }),
  /** Who belongs to which audience: the first line that fits an account decides, and nobody is staff by default. */
  audiences: z
    .array(
      z.strictObject({
        is: z.enum(audiences),
        accounts: z.array(reference).optional(),
        standing: z.enum(standings).optional(),
      }),
    )
    .default([]),
  spaces: z.record(reference, z.enum(purposes)).default({}),
  caps: z
    .strictObject({ day: z.int().min(0).max(1000), dayAndClause: z.int().min(0).max(1000) })
    .default({ day: 2, dayAndClause: 1 }),
  clauses: z.array(writtenClause),
});
/** The versioned document: settings and clauses. */
export type Charter = z.infer<typeof charter>;

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
  readonly clauses: readonly PreparedClause[];
}
export type ReadCharter = { ok: true; revision: Revision } | { ok: false; problems: readonly Problem[] };

/** Reads a charter from what a file or a row held, and compiles its rules; or says all that is wrong, with places. */
export function readCharter(written: unknown, number: number, rules: readonly AnyRule[]): ReadCharter {
  const read = charter.safeParse(written);
  const problems: Problem[] = (read.error?.issues ?? []).map((issue) => ({
    field: issue.path.join("."),
    text: issue.message,
  }));
  const parts = read.data ?? readableParts(written);
  const compiled = parts ? compileClauses(parts, rules) : { clauses: [], problems: [] };
  problems.push(...compiled.problems);
  return read.success && problems.length === 0
    ? { ok: true, revision: { number, charter: read.data, clauses: compiled.clauses } }
    : { ok: false, problems };
}

type Parts = Pick<Charter, "organisation"> & { readonly clauses: readonly (Clause | null)[] };

/** Stands in for an organisation with mistakes of its own, so that no rule complains of it again. */
const anyOrganisation = organisation.parse({ name: "any", zone: "UTC", week: { mon: ["09:00-17:00"] } });

/** What can be read of a charter that has mistakes, so that the mistakes inside its clauses are told with the others. */
function readableParts(written: unknown): Parts | null {
  const outer = z.object({ organisation: z.unknown(), clauses: z.array(z.unknown()) }).safeParse(written);
  if (!outer.success) return null;
  const clauses = outer.data.clauses.map((clause) => writtenClause.safeParse(clause).data ?? null);
  return { organisation: organisation.safeParse(outer.data.organisation).data ?? anyOrganisation, clauses };
}

function compileClauses({ organisation: ours, clauses }: Parts, rules: readonly AnyRule[]) {
  const problems: Problem[] = [];
  const prepared: PreparedClause[] = [];
  const ids = new Set<string>();
  for (const [index, clause] of clauses.entries()) {
    if (!clause) continue;
    const field = `clauses.${index}`;
    if (ids.has(clause.id)) problems.push({ field: `${field}.id`, text: `Two clauses are called "${clause.id}".` });
    ids.add(clause.id);
    const rule = rules.find((known) => known.id === clause.rule);
    if (!rule) {
      const names = rules.map((known) => known.id).join(", ");
      problems.push({ field: `${field}.rule`, text: `There is no rule "${clause.rule}". There are: ${names}.` });
      continue;
    }
    const compiled = rule.compile(clause.settings, ours);
    if (compiled.ok) prepared.push({ clause, rule, judge: compiled.judge });
    else {
      problems.push(
        ...compiled.problems.map((problem) =>
          problem.field.startsWith("settings") ? { ...problem, field: `${field}.${problem.field}` } : problem,
        ),
      );
    }
  }
  return { clauses: prepared, problems };
}
