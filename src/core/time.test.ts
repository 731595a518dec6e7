import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Absence, Shift, Week } from "./facts.ts";
import { isResting, isoDate, localDate, nextWorkingTime, wallTime, type WorkingLife } from "./time.ts";

const at = (written: string): Temporal.Instant => Temporal.ZonedDateTime.from(written).toInstant();
const paris = (local: string): Temporal.Instant => at(`${local}[Europe/Paris]`);
const ordinary: readonly Shift[] = [
  [540, 750],
  [810, 1080],
];
const mondayToFriday: Week = [ordinary, ordinary, ordinary, ordinary, ordinary, [], []];
const everyDay = (...shifts: Shift[]): Week => [shifts, shifts, shifts, shifts, shifts, shifts, shifts];
const never: Week = everyDay();

function life(changes: Partial<WorkingLife> = {}): WorkingLife {
  return { zone: "Europe/Paris", week: mondayToFriday, absences: [], ...changes };
}
function absence(kind: Absence["kind"], from: string, until: string): Absence {
  return { kind, from: paris(from), until: paris(until) };
}
const noHolidays = () => false;
const armistice = localDate("2026-11-11");
const isHoliday = (date: number): boolean => date === armistice;
const rests = (who: WorkingLife, instant: Temporal.Instant, grace = 0): boolean =>
  isResting(who, instant, { isHoliday, grace });
const next = (who: WorkingLife, instant: Temporal.Instant): string | undefined =>
  nextWorkingTime(who, instant, isHoliday)?.toZonedDateTimeISO(who.zone).toPlainDateTime().toString().slice(0, 16);

describe("resting", () => {
  it.each([
    ["works when the shift begins", "2026-11-20T09:00", false],
    ["rests a minute before", "2026-11-20T08:59:59.999", true],
    ["works in the last minute", "2026-11-20T17:59:59", false],
    ["rests when the shift is over", "2026-11-20T18:00", true],
    ["rests between two shifts", "2026-11-20T13:00", true],
    ["rests on a Saturday", "2026-11-21T10:00", true],
    ["rests on a public holiday", "2026-11-11T10:00", true],
  ])("%s", (_, local, expected) => {
    expect(rests(life(), paris(local))).toBe(expected);
  });

  it("reads the clock of the person's own zone", () => {
    const instant = paris("2026-11-20T20:00");
    expect(rests(life({ zone: "America/Montreal" }), instant)).toBe(false);
    expect(rests(life({ zone: "Asia/Tokyo" }), instant)).toBe(true);
  });

  it("counts leave as rest and being on call as work, on leave and on a holiday too", () => {
    const onLeave = absence("leave", "2026-11-20T00:00", "2026-11-21T00:00");
    const onCall = absence("on-call", "2026-11-20T20:00", "2026-11-22T08:00");
    expect(rests(life({ absences: [onLeave] }), paris("2026-11-20T10:00"))).toBe(true);
    expect(rests(life({ absences: [onCall] }), paris("2026-11-21T03:00"))).toBe(false);
    expect(rests(life({ absences: [onLeave, onCall] }), paris("2026-11-20T21:00"))).toBe(false);
    expect(rests(life({ absences: [onCall] }), paris("2026-11-22T08:00"))).toBe(true);
  });

  it("lets a grace around a shift pass, over midnight too, and none around a holiday's", () => {
    expect(rests(life(), paris("2026-11-20T18:14"), 15)).toBe(false);
    expect(rests(life(), paris("2026-11-20T18:15"), 15)).toBe(true);
    expect(rests(life(), paris("2026-11-20T08:45"), 15)).toBe(false);
    expect(rests(life(), paris("2026-11-11T18:05"), 15)).toBe(true);
    const late = life({ week: [[[1200, 1440]], [], [], [], [], [], []] });
    expect(rests(late, paris("2026-11-17T00:10"), 15)).toBe(false);
    expect(rests(late, paris("2026-11-17T00:10"))).toBe(true);
  });
});

const onLeaveUntil = (end: string) => life({ absences: [absence("leave", "2026-11-16T00:00", end)] });

describe("the next working time", () => {
  it.each([
    ["is now for somebody who works", "2026-11-20T09:30", "2026-11-20T09:30"],
    ["is after lunch", "2026-11-20T12:45", "2026-11-20T13:30"],
    ["is on Monday after a Friday evening", "2026-11-20T18:00", "2026-11-23T09:00"],
    ["steps over a public holiday", "2026-11-10T20:00", "2026-11-12T09:00"],
  ])("%s", (_, local, expected) => {
    expect(next(life(), paris(local))).toBe(expected);
  });

  it("is after a leave, or in the middle of a shift where the leave ends there", () => {
    expect(next(onLeaveUntil("2026-11-24T00:00"), paris("2026-11-20T10:00"))).toBe("2026-11-24T09:00");
    expect(next(onLeaveUntil("2026-11-24T14:00"), paris("2026-11-20T10:00"))).toBe("2026-11-24T14:00");
  });

  it("is when being on call begins, for somebody who never works otherwise", () => {
    const who = life({ week: never, absences: [absence("on-call", "2026-11-22T03:00", "2026-11-22T05:00")] });
    expect(next(who, paris("2026-11-20T10:00"))).toBe("2026-11-22T03:00");
  });

  it("is unknown when there is none within sixty days", () => {
    expect(next(life({ week: never }), paris("2026-11-20T10:00"))).toBeUndefined();
    const long = life({ absences: [absence("leave", "2026-11-01T00:00", "2027-03-01T00:00")] });
    expect(next(long, paris("2026-11-20T10:00"))).toBeUndefined();
  });

  it("is when the clocks were set forward, for a shift that begins in the hour that is left out", () => {
    const who = life({ week: everyDay([150, 300]) });
    expect(next(who, paris("2026-03-28T23:00"))).toBe("2026-03-29T03:00");
    const inside = life({ week: everyDay([130, 170]) });
    expect(next(inside, paris("2026-03-28T23:00"))).toBe("2026-03-30T02:10");
  });

  it("comes a second time in the hour that is repeated", () => {
    const who = life({ week: everyDay([135, 165]) });
    const between = at("2026-10-25T02:50+02:00[Europe/Paris]");
    expect(nextWorkingTime(who, between, noHolidays)?.toString()).toBe("2026-10-25T01:15:00Z");
  });
});

const zones = [
  "Europe/Paris",
  "America/St_Johns",
  "America/Havana",
  "America/Santiago",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Pacific/Apia",
  "UTC",
];
/** Instants near a change of the clocks, where the zone has one, and anywhere. */
const placeAndTime = fc
  .record({
    zone: fc.constantFrom(...zones),
    // 1990 to 2040
    from: fc.integer({ min: 631_152_000, max: 2_208_988_800 }),
    around: fc.option(fc.integer({ min: -2880, max: 2880 })),
  })
  .map(({ zone, from, around }) => {
    const somewhere = Temporal.Instant.fromEpochMilliseconds(from * 1000);
    const change = somewhere.toZonedDateTimeISO(zone).getTimeZoneTransition("next");
    return { zone, instant: around === null || !change ? somewhere : change.add({ minutes: around }).toInstant() };
  });
const shift = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([one, other]): Shift => (one < other ? [one, other] : [other - 1, one + 1]));
const shortDay = fc.array(
  fc.oneof(
    shift,
    shift.map(([from]): Shift => [from % 240, (from % 240) + 40]),
  ),
  { maxLength: 2 },
);
const anyWeek = fc.tuple(shortDay, shortDay, shortDay, shortDay, shortDay, shortDay, shortDay);

/** Looks at every minute. */
function firstMinute(who: WorkingLife, start: Temporal.Instant): Temporal.Instant | null {
  if (who.week.flat().length === 0) return null;
  for (let minutes = 0; minutes < 16 * 1440; minutes++) {
    const instant = start.add({ minutes });
    if (!isResting(who, instant, { isHoliday: noHolidays })) return instant;
  }
  return null;
}

describe("in any zone, around any change of the clocks", () => {
  it("the clock on the wall is the zone's", () => {
    fc.assert(
      fc.property(placeAndTime, ({ zone, instant }) => {
        const local = instant.toZonedDateTimeISO(zone);
        const wall = wallTime(instant, zone);
        expect(isoDate(wall.date)).toBe(local.toPlainDate().toString());
        expect(wall.minute).toBe(local.hour * 60 + local.minute);
      }),
      { numRuns: 1000 },
    );
  });

  it("work is what the wall clock and the day of the week say", () => {
    fc.assert(
      fc.property(placeAndTime, anyWeek, ({ zone, instant }, week) => {
        const local = instant.toZonedDateTimeISO(zone);
        const minute = local.hour * 60 + local.minute;
        const works = (week[local.dayOfWeek - 1] ?? []).some(([from, until]) => from <= minute && minute < until);
        expect(isResting({ zone, week, absences: [] }, instant, { isHoliday: noHolidays })).toBe(!works);
      }),
      { numRuns: 500 },
    );
  });

  it("the next working time is the first minute that is not rest", () => {
    fc.assert(
      fc.property(placeAndTime, anyWeek, ({ zone, instant }, week) => {
        const who = { zone, week, absences: [] };
        const start = instant.round({ smallestUnit: "minute", roundingMode: "ceil" });
        const found = nextWorkingTime(who, start, noHolidays);
        expect(found?.toString()).toBe(firstMinute(who, start)?.toString());
      }),
      { numRuns: 60 },
    );
  });
});
