import { expect, test } from "vitest";
import { formatOnCall, parseOnCall } from "./on-call.ts";

const zone = "Europe/Paris";
const now = Temporal.Instant.from("2026-11-24T09:00:00Z");
const read = (written: string): string => {
  const result = parseOnCall(written, { zone, now });
  return result.ok
    ? result.absences.map(({ from, until }) => `${from.toString()}/${until.toString()}`).join(" ")
    : result.problem.en;
};
const weekend = "2026-11-28T17:00:00Z/2026-11-30T07:00:00Z";

test.each([
  "2026-11-28 18:00 to 2026-11-30 08:00",
  "2026-11-28 18:00 – 2026-11-30 08:00",
  "  2026-11-28T18:00   -   2026-11-30T08:00 ",
  "2026-11-28 18h au 2026-11-30 8h00",
  "2026-11-28 18:00 until 2026-11-30 08:00; 2026-11-01 18:00 to 2026-11-02 08:00",
])("a time on call may be written %j, and is on the clocks of its zone", (written) => {
  expect(read(written)).toBe(weekend);
});

test("an end without a day is on the same day, and several come in order", () => {
  expect(read("2026-12-05 18:00 to 23:00\n2026-11-28 18:00 to 2026-11-30 08:00")).toBe(
    `${weekend} 2026-12-05T17:00:00Z/2026-12-05T22:00:00Z`,
  );
});

test("what is written out is read back as it was", () => {
  const result = parseOnCall("2026-11-28 18:00 to 2026-11-30 08:00; 2026-12-05 18:00 to 23:00", { zone, now });
  if (!result.ok) throw new Error(result.problem.en);
  expect(parseOnCall(formatOnCall(result.absences, zone), { zone, now })).toEqual(result);
});

test.each([
  ["this weekend", "“this weekend” could not be read"],
  ["2026-02-30 18:00 to 2026-03-01 08:00", "could not be read"],
  ["2026-11-28 25:00 to 2026-11-30 08:00", "could not be read"],
  ["2026-11-30 08:00 to 2026-11-28 18:00", "ends before it begins"],
  ["2026-11-28 18:00 to 2027-11-28 18:00", "at most 14 days"],
  ["2026-11-01 18:00 to 2026-11-02 08:00", "over already"],
  [";\n;", "when you are on call"],
  [Array.from({ length: 11 }, () => "2026-11-28 18:00 to 20:00").join(";"), "at most 10"],
])("%j is refused, and why", (written, why) => {
  expect(read(written)).toContain(why);
});
