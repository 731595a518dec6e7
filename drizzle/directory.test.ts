import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { PlatformAccount } from "../src/core/adapter.ts";
import type { Week } from "../src/core/facts.ts";
import type { AccountId, PersonId, SpaceId, WorkspaceId } from "../src/core/model.ts";
import type { KnownAccount, Store } from "../src/core/store.ts";
import { newPlace, type Place } from "../test/database.ts";

const monday = Temporal.Instant.from("2026-11-16T09:00:00Z");
const workspace = "local:w" as WorkspaceId;
const idOf = (name: string): AccountId => `local:${name}` as AccountId;
const seen = (name: string, but: Partial<PlatformAccount> = {}): PlatformAccount => ({
  id: idOf(name),
  workspace,
  standing: "member",
  zone: "Europe/Paris",
  locale: "fr-FR",
  domain: "home.example",
  home: null,
  groups: ["local:night-shift"],
  ...but,
});
const week: Week = [[[510, 720]], [], [], [], [], [], []];

describe.each(["pglite", "postgres"] as const)("the directory on %s", (kind) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await newPlace(kind, inject("databaseUrl"));
    store = await place.open(() => monday);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });
  const known = async (name: string): Promise<KnownAccount> => {
    const account = (await store.directory.accounts([idOf(name)])).get(idOf(name));
    if (!account) throw new Error("not learnt");
    return account;
  };
  const namesIn = async (space: SpaceId): Promise<string[]> =>
    (await store.directory.members(space)).accounts.map(({ id }) => id).toSorted();

  test("it knows what it learnt, and nothing of strangers", async () => {
    await store.directory.learn({ accounts: [seen("ada", { home: "local:elsewhere" as WorkspaceId })] });
    const accounts = await store.directory.accounts([idOf("ada"), idOf("stranger"), idOf("ada")]);
    expect([...accounts.keys()]).toEqual([idOf("ada")]);
    expect(accounts.get(idOf("ada"))).toEqual({
      ...seen("ada", { home: "local:elsewhere" as WorkspaceId }),
      person: "local:ada",
      language: null,
      week: null,
      absences: [],
    });
    expect((await store.directory.accounts([])).size).toBe(0);
  });

  test("a platform that does not tell does not unlearn, and one that tells is believed", async () => {
    await store.directory.learn({ accounts: [seen("bob", { home: "local:elsewhere" as WorkspaceId })] });
    await store.directory.learn({
      accounts: [seen("bob", { standing: "guest", zone: null, locale: null, domain: null, home: null, groups: null })],
    });
    expect(await known("bob")).toMatchObject({
      standing: "guest",
      zone: "Europe/Paris",
      locale: "fr-FR",
      domain: "home.example",
      home: "local:elsewhere",
      groups: ["local:night-shift"],
    });
    await store.directory.learn({
      accounts: [seen("bob", { zone: "America/Toronto", domain: "b.example", groups: [] })],
    });
    expect(await known("bob")).toMatchObject({ zone: "America/Toronto", domain: "b.example", groups: [] });
  });

  test("where no groups were ever told there are none", async () => {
    await store.directory.learn({ accounts: [seen("carl", { groups: null })] });
    expect((await known("carl")).groups).toEqual([]);
  });

  test("what a person chose wins over what the platform tells, until they take it back", async () => {
    const dora = idOf("dora") as string as PersonId;
    await store.directory.learn({ accounts: [seen("dora")] });
    await store.people.set(dora, { language: "en", zone: "Asia/Tokyo", week });
    await store.directory.learn({ accounts: [seen("dora", { zone: "America/Toronto" })] });
    expect(await known("dora")).toMatchObject({ language: "en", locale: "en", zone: "Asia/Tokyo", week });
    await store.people.set(dora, { language: null, zone: null, week: null });
    expect(await known("dora")).toMatchObject({
      language: null,
      locale: "fr-FR",
      zone: "America/Toronto",
      week: null,
    });
  });

  test("absences of a kind are replaced, and those of the other kind stay", async () => {
    await store.directory.learn({ accounts: [seen("emil")] });
    const { person } = await known("emil");
    const from = (days: number) => monday.add({ hours: 24 * days });
    const leave = { kind: "leave", from: from(2), until: from(3) } as const;
    const call = { kind: "on-call", from: from(1), until: from(9) } as const;
    await store.directory.setAbsences(person, "leave", [leave, { ...leave, from: from(1), until: from(2) }]);
    await store.directory.setAbsences(person, "on-call", [call]);
    await store.directory.setAbsences(person, "leave", [leave]);
    expect((await known("emil")).absences.map((each) => each.kind)).toEqual(["on-call", "leave"]);
    expect((await known("emil")).absences[1]?.from.equals(leave.from)).toBe(true);
    await store.directory.setAbsences(person, "leave", []);
    expect((await known("emil")).absences).toHaveLength(1);
  });

  test("somebody joins a space once, and the one who invited them is remembered for as long as they are there", async () => {
    const space = "local:joined" as SpaceId;
    await store.directory.learn({ accounts: [seen("fay"), seen("gil")] });
    expect(await store.directory.join(space, idOf("fay"), idOf("gil"))).toBe(true);
    expect(await store.directory.join(space, idOf("fay"), idOf("eve"))).toBe(false);
    expect(await store.directory.host(space, idOf("fay"))).toBeNull();
    expect(await store.directory.join(space, idOf("gil"), null)).toBe(true);
    expect(await store.directory.host(space, idOf("fay"))).toBe(idOf("gil"));
    expect(await store.directory.host(space, idOf("gil"))).toBeNull();
    expect(await store.directory.join(space, idOf("gil"), idOf("fay"))).toBe(false);
    expect(await store.directory.host(space, idOf("gil"))).toBe(idOf("fay"));
    expect(await namesIn(space)).toEqual(["local:fay", "local:gil"]);
    await store.directory.leave(space, idOf("fay"));
    expect(await namesIn(space)).toEqual(["local:gil"]);
    expect(await store.directory.host(space, idOf("fay"))).toBeNull();
    expect(await store.directory.join(space, idOf("fay"), null)).toBe(true);
  });

  test("of ten who see somebody join at once, one is told that it is new", async () => {
    const space = "local:race" as SpaceId;
    const joined = await Promise.all(Array.from({ length: 10 }, () => store.directory.join(space, idOf("ada"), null)));
    expect(joined.filter(Boolean)).toHaveLength(1);
  });

  test("a whole list replaces the members of its space only, and keeps who invited whom", async () => {
    const [space, other] = ["local:listed", "local:other"] as SpaceId[] as [SpaceId, SpaceId];
    await store.directory.learn({ accounts: ["ida", "jan", "kim"].map((name) => seen(name)) });
    await store.directory.join(space, idOf("ida"), idOf("kim"));
    await store.directory.join(space, idOf("jan"), null);
    await store.directory.join(other, idOf("jan"), null);
    await store.directory.setMembers(space, [idOf("kim"), idOf("ida"), idOf("kim"), idOf("nobody-learnt")]);
    expect(await namesIn(space)).toEqual(["local:ida", "local:kim"]);
    expect(await store.directory.host(space, idOf("ida"))).toBe(idOf("kim"));
    expect(await namesIn(other)).toEqual(["local:jan"]);
    await store.directory.learn({ accounts: [seen("nobody-learnt")] });
    expect(await namesIn(space)).toContain("local:nobody-learnt");
    await store.directory.setMembers(space, []);
    expect(await namesIn(space)).toEqual([]);
  });

  test("two whole lists for one space do not mix", async () => {
    const space = "local:two-lists" as SpaceId;
    await store.directory.learn({ accounts: ["ida", "jan"].map((name) => seen(name)) });
    for (let round = 0; round < 5; round += 1) {
      await store.directory.setMembers(space, []);
      await Promise.all(["ida", "jan"].map((name) => store.directory.setMembers(space, [idOf(name)])));
      expect(await namesIn(space)).toHaveLength(1);
    }
  });

  test("more accounts and members than one statement takes are learnt, listed and looked up", async () => {
    const names = Array.from({ length: 12_000 }, (_, index) => `n${String(index).padStart(5, "0")}`);
    const space = "local:crowd" as SpaceId;
    await store.directory.learn({ accounts: [...names, "n00000"].map((name) => seen(name)) });
    await store.directory.setMembers(space, names.map(idOf));
    expect(await namesIn(space)).toHaveLength(12_000);
    await store.directory.setMembers(space, names.slice(0, 100).map(idOf));
    expect(await namesIn(space)).toHaveLength(100);
    expect((await store.directory.accounts(names.map(idOf))).size).toBe(12_000);
  });

  test("pages give every account once, in the order of ids, however many absences they have", async () => {
    const two = [1, 2].map((day) => ({ from: monday, until: monday.add({ hours: 24 * day }) }));
    const [first] = await store.directory.page(null, 1);
    if (!first) throw new Error("no page");
    await store.directory.setAbsences(
      first.person,
      "leave",
      two.map((each) => ({ kind: "leave", ...each })),
    );
    const ids: AccountId[] = [];
    for (let after: AccountId | null = null; ;) {
      const page: readonly KnownAccount[] = await store.directory.page(after, 5000);
      ids.push(...page.map(({ id }) => id));
      if (page.length < 5000) break;
      after = page.at(-1)?.id ?? null;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((await store.directory.counts()).accounts);
    expect((await store.directory.page(null, 2)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
  });

  test("spaces are listed by name, by the name they have now", async () => {
    const spaces = [
      { id: "local:1" as SpaceId, workspace, name: "zebra" },
      { id: "local:2" as SpaceId, workspace, name: "middle" },
    ];
    await store.directory.learn({ spaces });
    await store.directory.learn({ spaces: [{ id: "local:1" as SpaceId, workspace, name: "alpha" }] });
    expect((await store.directory.spaces()).map(({ name }) => name)).toEqual(["alpha", "middle"]);
    expect((await store.directory.counts()).spaces).toBe(2);
  });
});
