import type { Absence, Colleague } from "./facts.ts";

/**
 * A date of somebody's own calendar, as days since 1970-01-01. A number, since judging a message asks for it and
 * must not cost a calendar object.
 */
export type LocalDate = number;
/** What decides whether somebody is working. */
export type WorkingLife = Pick<Colleague, "zone" | "week" | "absences">;
export type IsHoliday = (date: LocalDate) => boolean;

/** An instant on the wall clock of a zone: minutes since the local midnight, 0 to 1439. */
export interface WallTime {
  readonly date: LocalDate;
  readonly minute: number;
}

const minuteLength = 60_000;
const dayLength = 1440;
const searchedDays = 60;

/** "2026-11-11" as a local date. */
export const localDate = (iso: string): LocalDate => Date.parse(`${iso}T00:00:00Z`) / (dayLength * minuteLength);
export const isoDate = (date: LocalDate): string =>
  new Date(date * dayLength * minuteLength).toISOString().slice(0, 10);

/** What the clock on the wall shows in a zone, an IANA name that exists. */
export function wallTime(at: Temporal.Instant, zone: string): WallTime {
  const instant = at.epochMilliseconds;
  const minutes = Math.floor((instant + offsetAt(zone, instant)) / minuteLength);
  const date = Math.floor(minutes / dayLength);
  return { date, minute: minutes - date * dayLength };
}

/** How far a zone's clocks are from UTC between two changes of them, in milliseconds. */
interface Offset {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}
// Asking the runtime costs five microseconds and the clocks change twice a year, so each zone keeps its last answer.
const offsets = new Map<string, Offset>();

function offsetAt(zone: string, instant: number): number {
  const kept = offsets.get(zone);
  if (kept && kept.from <= instant && instant < kept.until) return kept.offset;
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  // A change at the very instant is not "previous" to it.
  const from = local.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity;
  const until = local.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
  const offset = local.offsetNanoseconds / 1e6;
  offsets.set(zone, { from, until, offset });
  return offset;
}

/**
 * Whether somebody is not working at an instant: outside the shifts of their week, on a public holiday or on leave.
 * On call is working time, whatever else holds. `grace` minutes before and after a shift count as working.
 */
export function isResting(who: WorkingLife, at: Temporal.Instant, { isHoliday, grace = 0 }: Rest): boolean {
  if (isAbsent(who.absences, "on-call", at)) return false;
  if (isAbsent(who.absences, "leave", at)) return true;
  const wall = wallTime(at, who.zone);
  const reach = Math.ceil(grace / dayLength);
  for (let days = -reach; days <= reach; days++) {
    const date = wall.date + days;
    const minute = wall.minute - days * dayLength;
    const inShift = shiftsOn(who, date).some(([from, until]) => minute >= from - grace && minute < until + grace);
    if (inShift && !isHoliday(date)) return false;
  }
  return true;
}
export interface Rest {
  readonly isHoliday: IsHoliday;
  /** In minutes. */
  readonly grace?: number;
}

const isAbsent = (absences: readonly Absence[], kind: Absence["kind"], at: Temporal.Instant): boolean =>
  absences.some(
    (absence) =>
      absence.kind === kind &&
      Temporal.Instant.compare(absence.from, at) <= 0 &&
      Temporal.Instant.compare(at, absence.until) < 0,
  );

/** 1970-01-01 was a Thursday, the fourth day of the week. */
const shiftsOn = ({ week }: WorkingLife, date: LocalDate) => week[(((date + 3) % 7) + 7) % 7] ?? [];

/** The first instant, at or after `at`, at which somebody works; null when there is none within 60 days. */
export function nextWorkingTime(who: WorkingLife, at: Temporal.Instant, isHoliday: IsHoliday): Temporal.Instant | null {
  const last = at.add({ hours: searchedDays * 24 });
  const works = (instant: Temporal.Instant): boolean =>
    Temporal.Instant.compare(instant, at) >= 0 &&
    Temporal.Instant.compare(instant, last) <= 0 &&
    !isResting(who, instant, { isHoliday });
  const boundaries = who.absences.map((absence) => (absence.kind === "leave" ? absence.until : absence.from));
  const fromAbsences = earliest([at, ...boundaries].filter(works));
  const today = wallTime(at, who.zone).date;
  // One day before, for clocks that are set back over midnight.
  for (let date = today - 1; date <= today + searchedDays + 1; date++) {
    if (shiftsOn(who, date).length === 0 || isHoliday(date)) continue;
    const inDay = earliest(beginningsOn(who, date).filter(works));
    if (inDay) return earliest(fromAbsences ? [fromAbsences, inDay] : [inDay]);
  }
  return fromAbsences;
}

/** Every instant of a date at which a shift may begin: its own beginnings, and where the clocks change. */
function beginningsOn(who: WorkingLife, date: LocalDate): Temporal.Instant[] {
  const day = Temporal.PlainDate.from(isoDate(date));
  const noon = { timeZone: who.zone, plainTime: "12:00" };
  const changed = day.add({ days: 1 }).toZonedDateTime(noon).getTimeZoneTransition("previous");
  const begin = shiftsOn(who, date).flatMap(([from]) => {
    const written = day.toPlainDateTime({ hour: Math.floor(from / 60), minute: from % 60 });
    return (["earlier", "later"] as const).map((disambiguation) =>
      written.toZonedDateTime(who.zone, { disambiguation }).toInstant(),
    );
  });
  // A change of the night after belongs to the next date, whose own beginnings may be earlier.
  return changed?.toPlainDate().equals(day) ? [...begin, changed.toInstant()] : begin;
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  const [first = null, ...others] = instants;
  return others.reduce((best, one) => (best && Temporal.Instant.compare(one, best) < 0 ? one : best), first);
}
