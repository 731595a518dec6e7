import { Worker } from "node:worker_threads";
import { CalendarError } from "./core/command.ts";
import type { Absence } from "./core/facts.ts";
import { fetchPublic, type Network } from "./calendar/fetch.ts";
import { isPublic } from "./calendar/networks.ts";

/** A calendar that a hostile author wrote may make its reader count for ever, or fill the memory. */
const readingTime = 3000;
const readingMemory = 96;

interface Options {
  readonly now: () => Temporal.Instant;
  /** Only a test allows others than public addresses. */
  readonly network?: Network;
}

/**
 * Reads the iCalendar behind an https address: the times of its events around now, and nothing of what they are
 * called. Rejects with CalendarError.
 */
export function calendarReader({
  now,
  network = { allow: isPublic },
}: Options): (address: string) => Promise<readonly Absence[]> {
  return async (address) => read(await fetchPublic(address, network), now());
}

/** Reads it in a thread of its own, which is ended when it takes too long. */
async function read(calendar: string, now: Temporal.Instant): Promise<readonly Absence[]> {
  const worker = new Worker(new URL("./calendar/worker.ts", import.meta.url), {
    workerData: { calendar, now: now.toString() },
    resourceLimits: { maxOldGenerationSizeMb: readingMemory },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const spans = await new Promise<readonly (readonly [string, string])[] | null>((resolve, reject) => {
      timer = setTimeout(() => reject(new CalendarError("too large")), readingTime);
      worker.once("message", resolve);
      // The error itself may hold words of the calendar.
      worker.once("error", () => reject(new CalendarError("not a calendar")));
    });
    if (spans === null) throw new CalendarError("not a calendar");
    return spans.map(([from, until]) => ({
      kind: "leave",
      from: Temporal.Instant.from(from),
      until: Temporal.Instant.from(until),
    }));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
