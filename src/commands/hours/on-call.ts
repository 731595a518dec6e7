import type { Absence } from "../../core/facts.ts";
import type { Localised } from "../../core/model.ts";

export type ReadOnCall =
  { readonly ok: true; readonly absences: readonly Absence[] } | { readonly ok: false; readonly problem: Localised };

const mostPeriods = 10;
const longestDays = 14;

/**
 * Reads times on call on the clocks of a zone, such as "2026-11-28 18:00 to 2026-11-30 08:00", one a line or with a
 * semicolon between them. What is over by `now` is left out where something else is still to come.
 */
export function parseOnCall(
  written: string,
  { zone, now }: { readonly zone: string; readonly now: Temporal.Instant },
): ReadOnCall {
  const lines = written.split(/[;\n]/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  if (lines.length > mostPeriods) return { ok: false, problem: problems.tooMany };
  const absences: Absence[] = [];
  for (const line of lines) {
    const absence = periodWritten(line, zone);
    if (!absence) return { ok: false, problem: problems.unread(line.slice(0, 60)) };
    const length = absence.until.since(absence.from).total("hours");
    if (length <= 0) return { ok: false, problem: problems.endsFirst(line) };
    if (length > longestDays * 24) return { ok: false, problem: problems.tooLong };
    absences.push(absence);
  }
  const ahead = absences.filter(({ until }) => Temporal.Instant.compare(until, now) > 0);
  if (ahead.length === 0) return { ok: false, problem: lines.length === 0 ? problems.empty : problems.over };
  return { ok: true, absences: ahead.toSorted((one, other) => Temporal.Instant.compare(one.from, other.from)) };
}

/** The inverse of `parseOnCall`, a line each. */
export const formatOnCall = (absences: readonly Absence[], zone: string): string =>
  absences.map(({ from, until }) => `${clockAt(from, zone)} – ${clockAt(until, zone)}`).join("\n");

const clockAt = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");

const period =
  /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2})[:h](\d{2})?\s*(?:-|–|—|→|to|until|till|au|à|a|jusqu['’]au)\s*(?:(\d{4}-\d{2}-\d{2})[ T]+)?(\d{1,2})[:h](\d{2})?$/i;

function periodWritten(line: string, zone: string): Absence | null {
  const [, day, hour, minute, lastDay = day, lastHour, lastMinute] = period.exec(line.replace(/\s+/g, " ")) ?? [];
  const from = instantAt({ day, hour, minute }, zone);
  const until = instantAt({ day: lastDay, hour: lastHour, minute: lastMinute }, zone);
  return from && until ? { kind: "on-call", from, until } : null;
}

interface Clock {
  readonly day: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
}
function instantAt({ day = "", hour = "", minute = "00" }: Clock, zone: string): Temporal.Instant | null {
  try {
    const clock = `${day}T${hour.padStart(2, "0")}:${minute}`;
    return Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const example = {
  en: "“2026-11-28 18:00 to 2026-11-30 08:00”",
  fr: "«\u00a02026-11-28 18:00 au 2026-11-30 08:00\u00a0»",
} as const;
const problems = {
  unread: (line: string) => ({
    en: `“${line}” could not be read. Write a time on call as in ${example.en}.`,
    fr: `«\u00a0${line}\u00a0» n’a pas pu être lu. Écrivez une astreinte ainsi\u00a0: ${example.fr}.`,
  }),
  endsFirst: (line: string) => ({
    en: `“${line}” ends before it begins.`,
    fr: `«\u00a0${line}\u00a0» finit avant de commencer.`,
  }),
  tooLong: {
    en: `One time on call lasts at most ${longestDays} days. Please enter the next ones when they come near.`,
    fr: `Une astreinte dure au plus ${longestDays}\u00a0jours. Indiquez les suivantes quand elles approcheront.`,
  },
  tooMany: {
    en: `Please enter at most ${mostPeriods} times on call.`,
    fr: `Veuillez indiquer au plus ${mostPeriods}\u00a0astreintes.`,
  },
  over: {
    en: "This is over already. Please enter what is still to come, or “none”.",
    fr: "C’est déjà passé. Indiquez ce qui est à venir, ou «\u00a0aucune\u00a0».",
  },
  empty: {
    en: `Please write when you are on call, as in ${example.en}, or “none”.`,
    fr: `Veuillez indiquer votre astreinte, ainsi\u00a0: ${example.fr}, ou «\u00a0aucune\u00a0».`,
  },
} as const;
