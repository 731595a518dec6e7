import { setImmediate } from "node:timers/promises";
import { commands } from "../src/commands/index.ts";
import type { Adapter } from "../src/core/adapter.ts";
import { readCharter, type Revision } from "../src/core/charter.ts";
import type { Store } from "../src/core/store.ts";
import { calendarReader } from "../src/calendar.ts";
import type { Change } from "../src/core/command.ts";
import { openDoor, type WatchedDoor } from "../src/door.ts";
import { deliver } from "../src/jobs/deliver.ts";
import { sync } from "../src/jobs/sync.ts";
import { createMetrics } from "../src/metrics.ts";
import { rules } from "../rules/index.ts";
import { publicHolidays } from "../rules/resting-hours/holidays.ts";
import type { Rig, StartRig } from "./contracts/rig.ts";
import { newPlace, type Place } from "./database.ts";

/** The whole product behind one platform's double, in this process. */
export interface Product {
  readonly rig: Rig;
  readonly store: Store;
  readonly door: WatchedDoor;
  /** Resolves when no notice is on its way any more. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** A charter of two clauses that speak: the words "Project Falcon" anywhere, and rest, with an allowance of none. */
export const charter = {
  organisation: {
    name: "Test",
    zone: "Europe/Paris",
    week: {
      mon: ["08:00-18:00"],
      tue: ["08:00-18:00"],
      wed: ["08:00-18:00"],
      thu: ["08:00-18:00"],
      fri: ["08:00-18:00"],
    },
  },
  audiences: [{ is: "staff", standing: "member" }],
  caps: { day: 1000, dayAndClause: 1000 },
  clauses: [
    {
      id: "discretion",
      title: { en: "Discretion", fr: "Discrétion" },
      prose: { en: "We do not name it.", fr: "Nous ne le nommons pas." },
      rule: "watched-terms",
      stage: "nudge",
      settings: { terms: [{ term: "Project Falcon" }] },
    },
  ],
} as const;

/** Reads a charter that a test wrote; a mistake in it is the test's. */
export function revisionOf(written: unknown, number = 1): Revision {
  const read = readCharter(written, number, rules);
  if (!read.ok) throw new Error(read.problems.map(({ field, text }) => `${field}: ${text}`).join("\n"));
  return read.revision;
}

interface Options {
  readonly place?: Place;
  readonly charter?: unknown;
}

/** Starts the product on a database of its own, or on `place`, with the platform's people in its directory. */
export async function startProduct(startRig: StartRig, options: Options = {}): Promise<Product> {
  const place = options.place ?? (await newPlace("pglite", ""));
  const store = await place.open();
  let revision = revisionOf(options.charter ?? charter);
  await store.revisions.add(options.charter ?? charter, "installation", "test", 0);
  const adapters = new Map<string, Adapter>();
  const now = (): Temporal.Instant => Temporal.Now.instant();
  const tools = {
    store,
    revision: () => revision,
    rules,
    commands,
    platforms: ["test"],
    address: null,
    readCalendar: calendarReader({ now }),
    holidays: publicHolidays,
    async revise(written: unknown, { by, reason, from }: Change) {
      const number = await store.revisions.add(written, by, reason, from);
      if (number !== null) revision = revisionOf(written, number);
      return number;
    },
  };
  const log = (): void => undefined;
  const door = openDoor({ commands: tools, metrics: createMetrics(), log, now });
  const rig = await startRig(door);
  adapters.set(rig.adapter.name, rig.adapter);
  const isSanctuary = () => false;
  const { signal } = new AbortController();
  await sync({ directory: store.directory, door, log, now, isSanctuary, signal }, rig.adapter);
  // A platform may show its people only where something is said.
  await rig.say(rig.people.bob, "Good morning");
  while ((await store.directory.accounts([rig.people.alice, rig.people.bob])).size < 2) await setImmediate();
  await store.outbox.work((job) => deliver({ store, adapters, revision: () => revision, rules, log, now }, job));
  return {
    rig,
    store,
    door,
    async settled() {
      // The queue has no event for "empty": look again each time it has had the time to turn.
      for (;;) {
        const { waiting } = await store.health.queue();
        if (waiting === 0) return;
        await setImmediate();
      }
    },
    async stop() {
      await rig.stop();
      await store.close();
      if (!options.place) await place.remove();
    },
  };
}
