import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { activityOf, botId, updateOf, type Somebody } from "./activities.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { startRig, type TeamsRig } from "./rig.ts";

let door: RecordingDoor;
let rig: TeamsRig;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig(door);
});
afterEach(() => rig.stop());

const home = () => {
  const { clientId, tenantId, serviceUrl } = rig.double;
  return { clientId, tenantId, serviceUrl };
};
const somebody = (name: string, more: Partial<Somebody> = {}): Somebody => ({
  id: `29:${name}`,
  aadObjectId: crypto.randomUUID(),
  name,
  userRole: "user",
  tenantId: rig.double.tenantId,
  ...more,
});
const account = ({ aadObjectId }: Somebody): AccountId => mint<AccountId>("teams", aadObjectId);
const added = (people: readonly Pick<Somebody, "id" | "aadObjectId">[]) =>
  updateOf(activityOf(home(), rig.somebody.alice, rig.channel), Date.now(), {
    eventType: "channelMemberAdded",
    added: people,
  });
const rosterReads = () => rig.double.journal.filter(({ method, path }) => method === "GET" && path.includes("embers"));

describe("somebody who comes to a place of Teams", () => {
  test("is introduced, with their own tenant, before they are judged", async () => {
    await rig.say(rig.people.alice, "hello");
    await expect.poll(() => door.accounts.length).toBe(3);
    const eve = somebody("eve", {
      tenantId: "7E7E7E7E-0000-4000-8000-000000000007",
      userPrincipalName: "eve@far.example",
    });
    rig.double.rosters.set(rig.channel.id, [...Object.values(rig.somebody), eve]);
    const durable = Promise.withResolvers<void>();
    door.before = durable.promise;
    const answer = rig.deliver(added([eve]));
    await expect.poll(() => door.judged.length).toBe(2);
    expect(door.accounts.at(-1)).toMatchObject({
      id: account(eve),
      standing: "external",
      domain: null,
      home: "teams:7e7e7e7e-0000-4000-8000-000000000007",
      groups: null,
    });
    durable.resolve();
    expect((await answer).status).toBe(200);
    expect(door.judged.at(-1)).toMatchObject({
      kind: "space.composed",
      space: rig.space,
      cause: { kind: "joined", account: account(eve), invitedBy: rig.people.alice },
    });
  });

  test("is judged also where the roster does not show them", async () => {
    await rig.say(rig.people.alice, "hello");
    await expect.poll(() => door.accounts.length).toBe(3);
    expect((await rig.deliver(added([somebody("ghost")]))).status).toBe(200);
    expect(door.judged.at(-1)?.kind).toBe("space.composed");
    expect(rig.logged).toEqual([{ event: "teams.roster.unread", fields: { code: "missing" } }]);
  });

  test("is not acknowledged while the directory cannot take them", async () => {
    const learn = door.learn;
    Object.assign(door, { learn: () => Promise.reject(new Error("no store")) });
    expect((await rig.join(rig.space, rig.people.outsider, rig.people.alice)).acknowledged).toBe(false);
    Object.assign(door, { learn });
    expect((await rig.again()).acknowledged).toBe(true);
  });

  test("is looked for in the roster where many come at once", async () => {
    await rig.say(rig.people.alice, "hello");
    await expect.poll(() => door.accounts.length).toBe(3);
    const before = rosterReads().length;
    const many = Array.from({ length: 30 }, (_, index) => somebody(`person-${index}`));
    rig.double.rosters.set(rig.channel.id, [...Object.values(rig.somebody), ...many]);
    rig.double.pageSize = 100;
    expect((await rig.deliver(added(many))).status).toBe(200);
    expect(rosterReads().length - before).toBe(1);
    expect(door.accounts.slice(3).map(({ id }) => id)).toEqual(many.map(account));
    expect(door.judged.filter(({ kind }) => kind === "space.composed")).toHaveLength(30);
  });

  test("is nobody where it is the bot: the place is learnt, and forgotten when it goes", async () => {
    const bot = { id: botId(home()), aadObjectId: "" };
    await rig.deliver(added([bot]));
    await expect.poll(() => door.accounts.length).toBe(3);
    expect(door.spaces).toEqual([{ id: rig.space, workspace: rig.workspace, name: "General" }]);
    expect(door.judged).toEqual([]);
    const base = activityOf(home(), rig.somebody.alice, rig.channel);
    await rig.deliver(updateOf(base, Date.now(), { eventType: "teamMemberRemoved", removed: [bot] }));
    expect((await Array.fromAsync(rig.adapter.spaces())).flat()).toEqual([]);
  });
});

describe("the members of a place", () => {
  test("are read page by page, without bots", async () => {
    const bot = somebody("bot", { id: botId(home()) });
    rig.double.rosters.set(rig.channel.id, [...Object.values(rig.somebody), bot]);
    const { alice, bob, outsider } = rig.people;
    expect(await rig.adapter.members(rig.space)).toEqual([alice, bob, outsider]);
  });

  test("are not known where the platform does not show them", async () => {
    expect(await rig.adapter.members(mint<SpaceId>("teams", "19:elsewhere@thread.tacv2"))).toBeNull();
    await rig.double.stop();
    await expect(rig.adapter.members(rig.space)).rejects.toMatchObject({ code: "unreachable" });
  });

  test("come with the mail domains that the platform vouches for", async () => {
    await rig.say(rig.people.alice, "hello");
    const people = (await Array.fromAsync(rig.adapter.people())).flat();
    expect(people.map(({ domain }) => domain)).toEqual(["lisiere.example", "lisiere.example", "nordvik.example"]);
    expect(JSON.stringify(people)).not.toContain("@");
  });
});
