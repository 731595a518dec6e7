import type { Gap } from "../core/store.ts";
import type { Log } from "../log.ts";

/** How far the wall clock may drift from the monotonic one between two looks before it counts as a jump, in seconds. */
const tolerance = 60;

interface Clocks {
  readonly wall: () => Temporal.Instant;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
}
const machine: Clocks = { wall: () => Temporal.Now.instant(), monotonic: () => performance.now() };

/** Notices when the machine's clock is set or the machine slept: working hours and signatures are judged by it. */
export function watchClock(
  log: Log,
  clocks: Clocks = machine,
): { check(platforms: readonly string[]): readonly Gap[] } {
  let wall = clocks.wall();
  let monotonic = clocks.monotonic();
  return {
    check(platforms) {
      const expected = wall.add({ milliseconds: Math.round(clocks.monotonic() - monotonic) });
      wall = clocks.wall();
      monotonic = clocks.monotonic();
      const seconds = Math.round(wall.since(expected).total("seconds"));
      if (Math.abs(seconds) < tolerance) return [];
      log("clock.jumped", { seconds });
      const [started, ended] = Temporal.Instant.compare(expected, wall) < 0 ? [expected, wall] : [wall, expected];
      return platforms.map((platform) => ({ platform, started, ended, reason: "clock jumped" }));
    },
  };
}
