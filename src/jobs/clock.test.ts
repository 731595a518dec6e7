import { expect, test } from "vitest";
import { watchClock } from "./clock.ts";

const start = Temporal.Instant.from("2026-11-16T09:00:00Z");

function clocks() {
  let wall = start;
  let monotonic = 0;
  const logged: string[] = [];
  const watch = watchClock((event) => logged.push(event), { wall: () => wall, monotonic: () => monotonic });
  const pass = (minutes: number, jump: number) => {
    monotonic += minutes * 60_000;
    wall = wall.add({ seconds: (minutes + jump) * 60 });
    return watch.check(["slack"]);
  };
  return { pass, logged };
}

test("a clock that goes as time does is silent", () => {
  const { pass, logged } = clocks();
  expect([pass(1, 0), pass(1, 0.5), pass(600, 0)]).toEqual([[], [], []]);
  expect(logged).toEqual([]);
});

test.each([120, -120])("a jump of %i minutes is a gap with its edges", (jump) => {
  const { pass, logged } = clocks();
  const [gap, ...others] = pass(1, jump);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ platform: "slack", reason: "clock jumped" });
  expect(gap?.ended?.since(gap.started).total("minutes")).toBe(120);
  expect(logged).toEqual(["clock.jumped"]);
  expect(pass(1, 0)).toEqual([]);
});
