import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { mint, type AccountId, type MessagePosted, type SpaceId, type WorkspaceId } from "../src/core/model.ts";
import type { Store } from "../src/core/store.ts";
import { noteAuthors } from "../src/door.ts";
import { judge } from "../src/pipeline.ts";
import { newPlace, type Place } from "./database.ts";
import { charter, revisionOf } from "./product.ts";

const allowance = 2;
const revision = revisionOf({
  ...charter,
  caps: { day: 2, dayAndClause: 1 },
  clauses: [
    {
      id: "rest",
      title: { en: "Rest", fr: "Repos" },
      prose: { en: "Rest.", fr: "Repos." },
      rule: "resting-hours",
      stage: "nudge",
      allowance,
    },
  ],
});
const workspace = mint<WorkspaceId>("local", "w");
const space = mint<SpaceId>("local", "general");
const sunday = Temporal.Instant.from("2026-11-15T20:00:00Z");
const person = (index: number): AccountId => mint("local", `person-${index}`);
/** Nobody writes at all, somebody once, and so on to six times. */
const messagesOf = (index: number): number => index % 7;

/** A shuffle that is the same every time (mulberry32). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ item }) => item);
}

let place: Place;
let instances: [Store, Store];
beforeAll(async () => {
  place = await newPlace("postgres", inject("databaseUrl"));
  instances = [await place.open(), await place.open()];
  const accounts = Array.from({ length: 42 }, (_, index) => ({
    id: person(index),
    workspace,
    standing: "member" as const,
    zone: index % 2 === 0 ? "Europe/Paris" : "America/Toronto",
    ...{ locale: null, domain: null, home: null, groups: null },
  }));
  await instances[0].directory.learn({ accounts });
});
afterAll(async () => {
  for (const store of instances) await store.close();
  await place.remove();
});

test("with two instances and every event three times, shuffled, exactly those over the allowance are told, once", async () => {
  const told = new Map<string, number>();
  for (const store of instances) {
    await store.outbox.work((job) => {
      told.set(job.to, (told.get(job.to) ?? 0) + 1);
      return Promise.resolve();
    });
  }
  const events = Array.from({ length: 42 }, (_, index) =>
    Array.from({ length: messagesOf(index) }, (_each, number): MessagePosted => ({
      kind: "message.posted",
      platform: "local",
      workspace,
      at: sunday.add({ minutes: number }),
      message: { space, id: `${index}-${number}`, version: 0 },
      author: person(index),
      text: { plain: "still here", marks: [] },
      mentions: [],
      thread: null,
    })),
  ).flat();
  const deliveries = shuffled([...events, ...events, ...events], 20_261_115);
  const tools = instances.map((store) => ({
    store,
    revision: () => revision,
    observe: () => undefined,
    noted: noteAuthors(),
  }));
  const work = async (lane: number): Promise<void> => {
    for (let index = lane; index < deliveries.length; index += 8) {
      const [event, instance] = [deliveries[index], tools[(index * 7 + lane) % 2]];
      if (event && instance) await judge(instance, event);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, lane) => work(lane)));
  await expect.poll(async () => (await instances[0].health.queue()).waiting, { timeout: 30_000 }).toBe(0);

  const over = Array.from({ length: 42 }, (_, index) => index).filter((index) => messagesOf(index) > allowance);
  expect(over.length).toBeGreaterThan(20);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(over.map((index) => [person(index), 1])));
});
