import ICAL from "ical.js";
import { isZone } from "../core/charter.ts";

/** How far around now events are looked for, and how many at the most. */
const monthsBefore = 1;
const monthsAfter = 13;
const mostAbsences = 1000;
const mostSteps = 20_000;

interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/**
 * The times of a calendar's events from a month ago to thirteen months ahead; null where it is no iCalendar (RFC 5545).
 * Cancelled events and those that leave the person free are no absence. Whole days are days of the calendar's zone.
 */
export function absencesIn(calendar: string, now: Temporal.Instant): readonly Span[] | null {
  const root = parse(calendar);
  if (!root) return null;
  const here = now.toZonedDateTimeISO("UTC");
  const first = here.subtract({ months: monthsBefore }).toInstant();
  const last = here.add({ months: monthsAfter }).toInstant();
  const named = root.getFirstPropertyValue("x-wr-timezone");
  const zone = typeof named === "string" && isZone(named) ? named : "UTC";
  const spans: Span[] = [];
  const steps = { left: mostSteps };
  for (const each of mainEvents(root)) {
    for (const span of occurrences(each, { zone, last, steps })) {
      if (spans.length >= mostAbsences) return spans;
      if (Temporal.Instant.compare(span.until, first) > 0) spans.push(span);
    }
  }
  return spans;
}

function parse(calendar: string): ICAL.Component | null {
  try {
    const parsed: unknown = ICAL.parse(calendar);
    // Some files hold several calendars one after the other: the first is read.
    const data = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    const root = new ICAL.Component(data as ConstructorParameters<typeof ICAL.Component>[0]);
    return root.name === "vcalendar" ? root : null;
  } catch {
    return null;
  }
}

/** The events, each with its changed occurrences, but those that are cancelled or leave the person free. */
function mainEvents(root: ICAL.Component): ICAL.Event[] {
  const components = root.getAllSubcomponents("vevent").filter((each) => {
    const status = each.getFirstPropertyValue("status");
    return (
      each.hasProperty("dtstart") && status !== "CANCELLED" && each.getFirstPropertyValue("transp") !== "TRANSPARENT"
    );
  });
  const changed = components.filter((each) => each.hasProperty("recurrence-id"));
  return components
    .filter((each) => !each.hasProperty("recurrence-id"))
    .map((each) => {
      const uid = each.getFirstPropertyValue("uid");
      const exceptions = changed.filter((one) => one.getFirstPropertyValue("uid") === uid);
      return new ICAL.Event(each, { exceptions });
    });
}

interface Reading {
  /** The zone of whole days and of times that name none. */
  readonly zone: string;
  readonly last: Temporal.Instant;
  /** Over all events: a rule may repeat every second. */
  readonly steps: { left: number };
}

function* occurrences(event: ICAL.Event, calendar: Reading): Generator<Span> {
  // An IANA zone needs no description in the file to be known.
  const tzid = event.component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  const reading = { ...calendar, zone: tzid !== undefined && isZone(tzid) ? tzid : calendar.zone };
  if (!event.isRecurring()) {
    const span = spanOf(event.startDate, event.endDate, reading.zone);
    if (span && Temporal.Instant.compare(span.from, reading.last) < 0) yield span;
    return;
  }
  const iterator = event.iterator();
  for (; reading.steps.left > 0; reading.steps.left -= 1) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next) return;
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    const span = spanOf(startDate, endDate, reading.zone);
    if (!span) continue;
    if (Temporal.Instant.compare(span.from, reading.last) >= 0) return;
    yield span;
  }
}

/** Null for an event of no length. */
function spanOf(start: ICAL.Time, end: ICAL.Time, zone: string): Span | null {
  const from = instantOf(start, zone);
  const until = instantOf(end, zone);
  return Temporal.Instant.compare(from, until) < 0 ? { from, until } : null;
}

function instantOf(time: ICAL.Time, zone: string): Temporal.Instant {
  const { year, month, day, hour, minute, second } = time;
  if (time.isDate) return Temporal.PlainDate.from({ year, month, day }).toZonedDateTime(zone).toInstant();
  const tzid = time.zone?.tzid ?? "floating";
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second: Math.min(second, 59) });
  if (isZone(tzid)) return wall.toZonedDateTime(tzid).toInstant();
  // A zone of the calendar's own, described in it; a floating time is one of the calendar's.
  if (tzid === "floating" || !time.zone?.component) return wall.toZonedDateTime(zone).toInstant();
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
}
