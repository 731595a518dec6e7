import { schedule, type ScheduledTask } from "node-cron";
import type { Keeper } from "../core/store.ts";
import type { Log } from "../log.ts";

/** Work that time calls for. `everywhere` runs on each instance, `once` on one of them. */
export interface Tick {
  readonly name: string;
  /** A cron expression, in UTC. */
  readonly at: string;
  readonly where: "everywhere" | "once";
  readonly run: (now: Temporal.Instant) => Promise<void>;
}

/** Starts the clockwork: node-cron ticks, and one statement in the store elects who runs. A tick that is missed heals at the next. */
export function startTicks(ticks: readonly Tick[], keeper: Pick<Keeper, "elect">, log: Log): { stop(): Promise<void> } {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
  const tasks: ScheduledTask[] = ticks.map(({ name, at, where, run }) =>
    schedule(
      at,
      () =>
        run(Temporal.Now.instant()).catch((error: unknown) => {
          log("tick.failed", { name, reason: error instanceof Error ? error.name : "unknown" });
        }),
      {
        name,
        timezone: "UTC",
        noOverlap: true,
        logger: silent,
        ...(where === "once" && { distributed: true, runCoordinator: { shouldRun: (key) => keeper.elect(key) } }),
      },
    ),
  );
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}
