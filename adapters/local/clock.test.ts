import { expect, test } from "vitest";
import { instantOf, moments } from "./clock.ts";

const walls = (now: string, zone: string): string[] =>
  moments(Temporal.Instant.from(now), zone).map(({ at }) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString());

test("the moments are next week's Tuesday, this week's Sunday and the next holiday on a weekday", () => {
  expect(walls("2026-11-21T12:00:00Z", "Europe/Paris")).toEqual([
    "2026-11-24T10:00:00",
    "2026-11-24T22:30:00",
    "2026-11-22T22:00:00",
    "2027-07-14T10:00:00",
  ]);
});

test("on a Monday and on a Sunday, the Tuesday is still that of the week after", () => {
  expect(walls("2026-11-16T12:00:00Z", "Europe/Paris")[0]).toBe("2026-11-24T10:00:00");
  expect(walls("2026-11-22T12:00:00Z", "Europe/Paris")[0]).toBe("2026-11-24T10:00:00");
});

test("Montréal keeps Québec's holiday, passing over the years in which it is a weekend", () => {
  expect(walls("2028-06-01T12:00:00Z", "America/Toronto")[3]).toBe("2030-06-24T10:00:00");
});

test("a local date-time is an instant of its zone, and nonsense is none", () => {
  expect(instantOf("2026-11-24T10:00", "America/Toronto")?.toString()).toBe("2026-11-24T15:00:00Z");
  expect(instantOf("2026-03-29T02:30", "Europe/Paris")?.toString()).toBe("2026-03-29T01:30:00Z");
  expect(instantOf("soon", "Europe/Paris")).toBeNull();
  expect(instantOf("2026-11-24T10:00", "Mars/Olympus")).toBeNull();
});
