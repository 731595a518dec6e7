import Calendar from "date-holidays";
import type { Organisation } from "../../src/core/charter.ts";
import type { Holidays } from "../../src/core/facts.ts";
import type { Problem } from "../../src/core/model.ts";
import { localDate, type IsHoliday, type LocalDate } from "../../src/core/time.ts";

const library = new Calendar();
// Asking the library costs 0.4 ms, so each year of each place is asked for once.
const years = new Map<string, ReadonlySet<LocalDate>>();

/** Raised for a place without a calendar. `holidayProblems` finds them before anything is judged. */
export class UnknownHolidays extends Error {
  constructor({ country, region }: Holidays) {
    super(`no public holidays are known for ${region === undefined ? country : `${country}-${region}`}`);
    this.name = "UnknownHolidays";
  }
}

/** The public holidays of a place. Nobody's place (null) has none. */
export function publicHolidays(holidays: Holidays | null): IsHoliday {
  if (holidays === null) return () => false;
  const place = `${holidays.country}-${holidays.region ?? ""}`;
  return (date) => {
    const year = new Date(date * 86_400_000).getUTCFullYear();
    if (year < 1900 || year > 2200) return false;
    const key = `${place}-${year}`;
    let days = years.get(key);
    if (!days) years.set(key, (days = daysOf(holidays, year)));
    return days.has(date);
  };
}

function daysOf(holidays: Holidays, year: number): ReadonlySet<LocalDate> {
  if (problemOf(holidays)) throw new UnknownHolidays(holidays);
  const { country, region } = holidays;
  const calendar = region === undefined ? new Calendar(country) : new Calendar(country, region);
  const days = calendar
    .getHolidays(year)
    .filter(({ type, date }) => type === "public" && date.slice(11, 19) === "00:00:00") // no half days
    .flatMap(({ date, start, end }) => {
      const first = localDate(date.slice(0, 10));
      const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
      return Array.from({ length }, (_, index) => first + index);
    });
  return new Set(days);
}

/** What is wrong with a place: a sentence for an administrator, and the field that is wrong. */
function problemOf({ country, region }: Holidays): { field: "country" | "region"; text: string } | null {
  if (!(country in library.getCountries("en"))) {
    return { field: "country", text: `No public holidays are known for the country "${country}".` };
  }
  if (region === undefined) return null;
  const regions = Object.keys(library.getStates(country) ?? {});
  if (regions.includes(region)) return null;
  const others = regions.length > 0 ? `Use one of ${regions.join(", ")}, or none.` : "Leave the region out.";
  return { field: "region", text: `No public holidays are known for the region "${region}" of ${country}. ${others}` };
}

/** Every place of an organisation whose public holidays are not known. */
export function holidayProblems({ holidays, holidaysByZone }: Organisation): Problem[] {
  const places = Object.entries(holidaysByZone).map(([zone, place]) => ({ at: `holidaysByZone.${zone}`, place }));
  const all = holidays ? [{ at: "holidays", place: holidays }, ...places] : places;
  return all.flatMap(({ at, place }) => {
    const problem = problemOf(place);
    return problem ? [{ field: `organisation.${at}.${problem.field}`, text: problem.text }] : [];
  });
}
