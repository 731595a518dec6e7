import { CalendarError, type CommandTools } from "../core/command.ts";
import type { Store } from "../core/store.ts";
import type { Log } from "../log.ts";

interface Tools {
  readonly store: Pick<Store, "people" | "directory">;
  readonly readCalendar: CommandTools["readCalendar"];
}

/** Reads everybody's calendar of leave again. One that cannot be read changes nothing of what is known, and is logged by the reason alone. */
export async function refreshCalendars({ store, readCalendar }: Tools, log: Log): Promise<void> {
  const unread = new Map<string, number>();
  let read = 0;
  for (const { person, address } of await store.people.calendars()) {
    try {
      const absences = await readCalendar(address);
      // Whoever took it away, or named another, while it was read has no leave by it any more.
      if ((await store.people.settings(person)).calendar !== address) continue;
      await store.directory.setAbsences(person, "leave", absences);
      read += 1;
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      unread.set(error.why, (unread.get(error.why) ?? 0) + 1);
    }
  }
  if (read > 0) log("calendars.read", { read });
  for (const [reason, count] of unread) log("calendars.unread", { reason, count });
}
