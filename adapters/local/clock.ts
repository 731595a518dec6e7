/** Moments that show what the right to rest means. Walls are local date-times, "2026-11-24T10:00". */
export interface Moment {
  readonly id: "day" | "evening" | "sunday" | "holiday";
  readonly at: Temporal.Instant;
}

/** Tuesday of next week at 10:00 and 22:30, this week's Sunday at 22:00, and the next 14 July or 24 June that is a weekday. */
export function moments(now: Temporal.Instant, zone: string): readonly Moment[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const tuesday = monday.add({ days: 8 });
  const at = (day: Temporal.PlainDate, time: string): Temporal.Instant =>
    day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
  return [
    { id: "day", at: at(tuesday, "10:00") },
    { id: "evening", at: at(tuesday, "22:30") },
    { id: "sunday", at: at(monday.add({ days: 6 }), "22:00") },
    { id: "holiday", at: at(nextHoliday(today, zone), "10:00") },
  ];
}

/** Québec's Fête nationale or France's; on a weekday, so that it is the holiday that counts and not the weekend. */
function nextHoliday(today: Temporal.PlainDate, zone: string): Temporal.PlainDate {
  const feast = zone === "America/Toronto" ? { month: 6, day: 24 } : { month: 7, day: 14 };
  let day = Temporal.PlainDate.from({ year: today.year, ...feast });
  while (Temporal.PlainDate.compare(day, today) <= 0 || day.dayOfWeek > 5) {
    day = Temporal.PlainDate.from({ year: day.year + 1, ...feast });
  }
  return day;
}

/** The instant of a local date-time in a zone, or null where either is not one. A time that a clock change skips moves on. */
export function instantOf(wall: string, zone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}
