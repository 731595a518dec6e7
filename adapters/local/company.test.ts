import { expect, test } from "vitest";
import { readCharter } from "../../src/core/charter.ts";
import { absencesOfCompany, charterOfCompany, inhabitant, people, roomOf, rooms } from "./company.ts";
import { readPeople, readSpaces } from "./read.ts";
import { suggestions } from "./suggestions.ts";

const now = Temporal.Instant.from("2026-11-21T12:00:00Z");

test("what the company says of itself is a charter without clauses", () => {
  const read = readCharter({ ...charterOfCompany, clauses: [] }, 1, []);
  expect(read).toMatchObject({ ok: true });
});

test("everybody is classified by their mail domain, but the guest whose address nobody has verified", () => {
  const classified = charterOfCompany.audiences.flatMap(({ domains }): readonly string[] => domains);
  const unknown = people.filter(({ domain }) => domain === null || !classified.includes(domain));
  expect(unknown.map(({ name }) => name)).toEqual(["Alex Kim"]);
  expect(new Set(classified).size).toBe(classified.length);
  expect(people.filter(({ domain }) => domain === "lisiere.example").every(({ badge }) => badge === null)).toBe(true);
});

test("every member of a space exists, and every purpose of a playground is there", () => {
  for (const { members, before } of rooms) {
    for (const id of [...members, ...before.map(({ by }) => by)]) expect(inhabitant(id)).toBeDefined();
  }
  expect([...new Set(rooms.map(({ purpose }) => purpose))].toSorted()).toEqual([
    "client",
    "internal",
    "social",
    "supplier",
    "trial",
    "undeclared",
  ]);
  expect(Object.keys(charterOfCompany.spaces)).toHaveLength(rooms.length - 1);
});

test("two clients are of different firms", () => {
  const clients = people.filter(({ badge }) => badge?.en === "Client");
  expect(new Set(clients.map(({ role }) => role.en)).size).toBe(2);
});

test("one is on leave all next week, and another on call this weekend, each in their own zone", () => {
  const walls = absencesOfCompany(now).map(({ account, absence }) => {
    const zone = inhabitant(account)?.zone ?? "UTC";
    const wall = (at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).toPlainDateTime().toString();
    return [account, absence.kind, wall(absence.from), wall(absence.until)];
  });
  expect(walls).toEqual([
    ["local:ines", "leave", "2026-11-23T00:00:00", "2026-11-30T00:00:00"],
    ["local:olivier", "on-call", "2026-11-21T00:00:00", "2026-11-23T00:00:00"],
  ]);
});

test("the directory is fed with everybody and every space", async () => {
  const [accounts] = await Array.fromAsync(readPeople(new Map()));
  expect(accounts).toHaveLength(people.length);
  expect(accounts?.find(({ id }) => id === "local:emma")).toEqual({
    id: "local:emma",
    workspace: "local:lisiere",
    standing: "member",
    zone: "America/Toronto",
    locale: "en-CA",
    domain: "lisiere.example",
    home: null,
    groups: [],
  });
  expect(accounts?.find(({ id }) => id === "local:ingrid")).toMatchObject({
    standing: "external",
    domain: "nordvik.example",
    home: "local:nordvik",
  });
  const [chosen] = await Array.fromAsync(readPeople(new Map([["local:emma", "fr"]])));
  expect(chosen?.find(({ id }) => id === "local:emma")?.locale).toBe("fr");
  const [spaces] = await Array.fromAsync(readSpaces());
  expect(spaces).toContainEqual({ id: "local:studio", workspace: "local:lisiere", name: "studio" });
});

test("every steward is somebody of the company", () => {
  const { admins, moderators, ambassadors } = charterOfCompany.stewards;
  for (const id of [...admins, ...moderators, ...ambassadors]) expect(inhabitant(id)?.badge).toBeNull();
});

test("every suggestion can be written by its writer in its space, in both languages alike", () => {
  expect(suggestions("fr")).toHaveLength(suggestions("en").length);
  for (const { by, space, invite } of [...suggestions("en"), ...suggestions("fr")]) {
    expect(roomOf(space)?.members).toContain(by);
    if (invite !== null) {
      expect(inhabitant(invite)).toBeDefined();
      expect(roomOf(space)?.members).not.toContain(invite);
    }
  }
});
