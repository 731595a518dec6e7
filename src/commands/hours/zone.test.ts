import { expect, test } from "vitest";
import { zoneNamed } from "./zone.ts";

test.each([
  ["Europe/Paris", "Europe/Paris"],
  [" europe/PARIS ", "Europe/Paris"],
  ["paris", "Europe/Paris"],
  ["New York", "America/New_York"],
  ["São Paulo", "America/Sao_Paulo"],
  ["america/new york", "America/New_York"],
  ["Montréal", "America/Montreal"],
  ["Port-au-Prince", "America/Port-au-Prince"],
  ["UTC", "UTC"],
])("%j is the zone %s", (typed, zone) => {
  expect(zoneNamed(typed)).toEqual({ ok: true, zone });
});

test.each([
  ["Europe/Pariss", "Did you mean Europe/Paris?"],
  ["torronto", "Did you mean America/Toronto?"],
  ["EST", "not known"],
  ["+02:00", "not known"],
  ["", "not known"],
  ["../etc/passwd", "not known"],
  ["x".repeat(10_000), "not known"],
])("%j is no zone, and the answer helps", (typed, says) => {
  const read = zoneNamed(typed);
  expect(read.ok ? read.zone : read.problem.en).toContain(says);
});
