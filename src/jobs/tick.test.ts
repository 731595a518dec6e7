import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTicks, type Tick } from "./tick.ts";

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 16, 9, 0, 30),
    toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function instances(count: number, run: (name: string) => Promise<void>) {
  const taken = new Set<string>();
  const keeper = {
    elect: (key: string) => {
      const won = !taken.has(key);
      taken.add(key);
      return Promise.resolve(won);
    },
  };
  const logged: string[] = [];
  const tick = (name: string, where: Tick["where"]): Tick => ({ name, at: "* * * * *", where, run: () => run(name) });
  const started = Array.from({ length: count }, () =>
    startTicks([tick("shared", "once"), tick("own", "everywhere")], keeper, (event) => logged.push(event)),
  );
  return { logged, stop: () => Promise.all(started.map((ticks) => ticks.stop())) };
}

test("of three instances one runs what is to run once, and all run what is to run everywhere", async () => {
  const ran: string[] = [];
  const { stop } = instances(3, (name) => Promise.resolve(void ran.push(name)));
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  await stop();
  expect(ran.filter((name) => name === "shared")).toHaveLength(4);
  expect(ran.filter((name) => name === "own")).toHaveLength(12);
});

test("work that fails is logged by name, and runs again at the next tick", async () => {
  let tries = 0;
  const { logged, stop } = instances(1, () => {
    tries += 1;
    return Promise.reject(new Error("words of people"));
  });
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  await stop();
  expect(tries).toBe(4);
  expect(new Set(logged)).toEqual(new Set(["tick.failed"]));
});
