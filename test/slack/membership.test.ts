import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mint, type AccountId } from "../../src/core/model.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { startRig, type SlackRig } from "./rig.ts";

let rig: SlackRig;
let door: RecordingDoor;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig("http", door);
});
afterEach(async () => rig.stop());

const stranger = "U0STRANGER";
const account = (id: string): AccountId => mint<AccountId>("slack", id);
/** Somebody of another company whom the workspace's list of people does not hold. */
function bringStranger(): AccountId {
  rig.double.state.users.set(stranger, { id: stranger, name: "stranger", team_id: "T0OTHER", is_stranger: true });
  return account(stranger);
}
const asked = (method: string) => rig.double.state.journal.filter((entry) => entry.method === method);

describe("somebody who comes to a channel of Slack", () => {
  it("is introduced with whoever brought them, and only then judged", async () => {
    const judged: number[] = [];
    door.onJudge = async () => void judged.push(door.learned.length);
    await rig.join(rig.space, bringStranger(), rig.people.alice);
    expect(door.learned).toMatchObject([
      {
        accounts: [
          { id: account(stranger), standing: "external", home: "slack:T0OTHER", domain: null },
          { id: rig.people.alice, standing: "member", domain: "lisiere.example", home: null },
        ],
      },
    ]);
    expect(judged).toEqual([1]);
    expect(door.events).toMatchObject([{ cause: { kind: "joined", account: account(stranger) } }]);
  });

  it("is asked for once, however often they come and go", async () => {
    const who = bringStranger();
    await rig.join(rig.space, who, null);
    await rig.leave(rig.space, who);
    await rig.join(rig.space, who, null);
    await rig.again();
    expect(asked("users.info")).toHaveLength(1);
    expect(door.events).toHaveLength(4);
  });

  it("is judged also where Slack does not say who they are, and asked for again", async () => {
    rig.double.fail({ how: "limited", method: "users.info" });
    expect((await rig.join(rig.space, bringStranger(), null)).acknowledged).toBe(true);
    expect(door.events).toHaveLength(1);
    expect(door.learned).toEqual([]);
    expect(rig.logged).toEqual([{ event: "slack.account.unread", fields: { code: "limited" } }]);
    await rig.again();
    expect(door.learned).toHaveLength(1);
  });

  it("is not acknowledged while the directory cannot take them", async () => {
    const learn = door.learn;
    door.learn = () => Promise.reject(new Error("no store"));
    expect((await rig.join(rig.space, bringStranger(), null)).acknowledged).toBe(false);
    door.learn = learn;
    expect((await rig.again()).acknowledged).toBe(true);
    expect(door.events).toHaveLength(1);
  });

  it("is nobody where it is the bot itself: the channel is learnt", async () => {
    const bot = account(rig.double.state.bot.id);
    await rig.join(rig.space, bot, rig.people.alice);
    expect(door.events).toEqual([]);
    expect(door.learned).toEqual([{ spaces: [{ id: rig.space, workspace: rig.workspace, name: "general" }] }]);
    await rig.leave(rig.space, bot);
    expect(door.events).toEqual([]);
  });
});

describe("a channel that is opened to another company", () => {
  it("is looked at as a whole", async () => {
    await rig.double.deliver({
      type: "channel_shared",
      connected_team_id: "T0OTHER",
      channel: "C0GENERAL",
      event_ts: "1700000000.000100",
    });
    expect(door.events).toMatchObject([
      { kind: "space.composed", space: rig.space, cause: { kind: "shared", by: null } },
    ]);
  });
});

describe("the members of a channel", () => {
  it("are read page by page, wait where Slack asks for it, and leave out the bot", async () => {
    rig.double.state.pageLimit = 1;
    rig.double.fail({ how: "limited", method: "conversations.members", retryAfter: 0 });
    const { alice, bob, outsider } = rig.people;
    expect(await rig.adapter.members(rig.space)).toEqual([alice, bob, outsider]);
  });

  it("are introduced where no list of people held them", async () => {
    await Array.fromAsync(rig.adapter.people());
    rig.double.state.channels.get("C0GENERAL")?.members.add(stranger);
    const who = bringStranger();
    expect(await rig.adapter.members(rig.space)).toContain(who);
    expect(door.learned).toMatchObject([{ accounts: [{ id: who, standing: "external" }] }]);
    expect(asked("users.info")).toHaveLength(1);
  });

  it("are not known where the bot may not look, and unreachable where Slack does not answer", async () => {
    rig.fail("forbidden");
    expect(await rig.adapter.members(rig.space)).toBeNull();
    rig.fail("unreachable");
    await expect(rig.adapter.members(rig.space)).rejects.toMatchObject({ code: "unreachable" });
  });
});
