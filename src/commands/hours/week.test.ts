import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Shift, Week } from "../../core/facts.ts";
import { locales } from "../../core/model.ts";
import { formatWeek, parseWeek, weekLength } from "./week.ts";

const day: Week[0] = [
  [510, 750],
  [810, 1110],
];
const office: Week = [day, day, day, day, day, [], []];

/** Up to six shifts in order that do not overlap: every other pair of a sorted list of minutes. */
const shifts = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 12 }).map((minutes): Shift[] => {
  const sorted = minutes.toSorted((one, other) => one - other);
  return sorted.flatMap((from, index): Shift[] => {
    const until = sorted[index + 1];
    return index % 2 === 0 && until !== undefined ? [[from, until]] : [];
  });
});
const weeks: fc.Arbitrary<Week> = fc.tuple(shifts, shifts, shifts, shifts, shifts, shifts, shifts);

describe("a working week", () => {
  test.each(locales)("that is written out is read back as it was: %s", (locale) => {
    fc.assert(
      fc.property(weeks, (week) => {
        fc.pre(week.some((each) => each.length > 0));
        expect(parseWeek(formatWeek(week, locale))).toEqual({ ok: true, week });
      }),
    );
  });

  test("is read or refused with a sentence, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("mon", "lun-ven", "sat-mon", "8-12", "08:30-12:00", "8h-24h", ";", "-", ",", "\n", "x"))
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(typed, (written) => {
        const read = parseWeek(written);
        return read.ok
          ? read.week.flat().every(([from, until]) => from >= 0 && from < until && until <= 1440)
          : read.problem.fr.length > 10;
      }),
    );
  });

  test.each([
    "mon-fri 08:30-12:30 13:30-18:30",
    "lun-ven 08:30-12:30 13:30-18:30",
    "Monday to Friday 8:30 – 12:30, 13:30 – 18:30",
    "du lundi au vendredi de 8h30 à 12h30 et de 13h30 à 18h30",
    "lundi, mardi, mercredi, jeudi et vendredi: 8h30 à 12h30, 13h30 à 18h30",
    "mon-fri 13:30-18:30; mon-fri 08:30-12:30",
    "Mon. – Fri. 08.30-12.30 13.30-18.30",
    "\n mon-wed 08:30-12:30 13:30-18:30 \n thu,fri 08:30-12:30 13:30-18:30 \n",
  ])("may be written %j", (written) => {
    expect(parseWeek(written)).toEqual({ ok: true, week: office });
  });

  test("may have whole hours, days over the weekend, and an end at midnight", () => {
    expect(parseWeek("sat-mon 22-24")).toEqual({
      ok: true,
      week: [[[1320, 1440]], [], [], [], [], [[1320, 1440]], [[1320, 1440]]],
    });
  });

  test.each([
    ["mon-fri", "hours after"],
    ["09:00-17:00", "days before"],
    ["mon 22:00-06:00", "Cut a night"],
    ["mon 25-26", "“25-26”"],
    ["mon 9:75-10", "could not be read"],
    ["mon 9-12 11-14", "monday overlap"],
    ["mon-fri 9-17; wed 9-12", "wednesday overlap"],
    ["mon 1-2 3-4 5-6 7-8 9-10 11-12 13-14", "At most 6"],
    ["wed off", "“off”"],
    ["", "at least one day"],
    ["mon 9-12 ".repeat(200), "at most 1000"],
    ["mo 9-12", "“mo”"],
  ])("%j is refused, and why", (written, why) => {
    const read = parseWeek(written);
    expect(read.ok ? "" : read.problem.en).toContain(why);
  });

  test("is measured in minutes", () => {
    expect(weekLength(office)).toBe(5 * 9 * 60);
  });
});
