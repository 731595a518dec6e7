import { expect, test } from "vitest";
import { CalendarError } from "../core/command.ts";
import type { Absence } from "../core/facts.ts";
import { refreshCalendars } from "./calendars.ts";

const absence: Absence = {
  kind: "leave",
  from: Temporal.Instant.from("2026-12-24T00:00Z"),
  until: Temporal.Instant.from("2026-12-27T00:00Z"),
};

test("each calendar is read again, and one that cannot be read leaves what was known and is logged without its address", async () => {
  const known = new Map<string, readonly Absence[]>([["bob", [absence]]]);
  const logged: unknown[] = [];
  const store = {
    people: {
      calendars: () =>
        Promise.resolve([
          { person: "ada", address: "https://ada.example/secret" },
          { person: "bob", address: "https://bob.example/secret" },
          { person: "eve", address: "https://eve.example/taken-away" },
        ]),
      settings: (person: string) =>
        Promise.resolve({ calendar: person === "eve" ? null : `https://${person}.example/secret` }),
    },
    directory: {
      setAbsences: (person: string, _kind: string, absences: readonly Absence[]) =>
        Promise.resolve(void known.set(person, absences)),
    },
  } as unknown as Parameters<typeof refreshCalendars>[0]["store"];
  const readCalendar = (address: string) =>
    address.includes("bob") ? Promise.reject(new CalendarError("unreachable")) : Promise.resolve([absence, absence]);
  await refreshCalendars({ store, readCalendar }, (event, fields) => void logged.push([event, fields]));
  expect(known.get("ada")).toHaveLength(2);
  expect(known.get("bob")).toHaveLength(1);
  expect(known.has("eve")).toBe(false);
  expect(logged).toEqual([
    ["calendars.read", { read: 1 }],
    ["calendars.unread", { reason: "unreachable", count: 1 }],
  ]);
});
