import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { abilities, AdapterError, type Ability, type Act } from "../../src/core/adapter.ts";
import type { Reader } from "../../src/core/model.ts";
import { startLocalRig } from "../local/rig.ts";
import { startSlackRig } from "../slack/rig.ts";
import { startTeamsRig } from "../teams/rig.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import type { Rig, StartRig } from "./rig.ts";

/** What an adapter may lack, and why. Whatever is not named here must work. */
const gaps: Readonly<Record<string, Partial<Record<Ability, string>>>> = {
  "slack over HTTP": { "withdraw.inPlace": "Slack has no call that takes an ephemeral message back" },
  "slack over Socket Mode": { "withdraw.inPlace": "Slack has no call that takes an ephemeral message back" },
  teams: {},
  "the playground": {},
};
const rigs: readonly (readonly [string, StartRig])[] = [
  ["slack over HTTP", startSlackRig("http")],
  ["slack over Socket Mode", startSlackRig("socket")],
  ["teams", startTeamsRig],
  ["the playground", startLocalRig],
];
const reader: Reader = { locale: "en", zone: "Europe/Paris" };

describe.each(rigs)("the contract of adapters: %s", (name, startRig) => {
  let door: RecordingDoor;
  let rig: Rig;
  beforeAll(async () => {
    door = recordingDoor();
    rig = await startRig(door);
  });
  afterAll(() => rig.stop());
  beforeEach(() => {
    door.events.length = 0;
    door.calls.length = 0;
    door.onJudge = () => Promise.resolve();
  });
  const only = () => {
    const [event, ...others] = door.events;
    if (!event || others.length > 0) throw new Error(`expected one event, saw ${door.events.length}`);
    return event;
  };
  const tell = (how: "inPlace" | "direct"): Act => ({
    do: "tell",
    how,
    to: rig.people.alice,
    place: { workspace: rig.workspace, space: rig.space, thread: null, message: null },
    view: {
      blocks: [
        { kind: "text", inlines: [{ kind: "strong", text: "Discretion" }, " & kindness <3"] },
        { kind: "quote", inlines: ["about ", { kind: "mark", text: "Project Falcon" }] },
        { kind: "buttons", buttons: [{ label: "Why?", line: "why 1" }] },
      ],
    },
    key: `00000000-0000-8000-8000-${String(Math.floor(performance.now() * 1000)).padStart(12, "0")}`,
  });
  const place = () => ({ workspace: rig.workspace, space: rig.space, thread: null, message: null });

  test("a message is judged with its author, its space and its own words", async () => {
    const { acknowledged, id } = await rig.say(rig.people.alice, "Lunch at <noon> & then “work” 🎉");
    expect(acknowledged).toBe(true);
    expect(only()).toMatchObject({
      kind: "message.posted",
      platform: rig.adapter.name,
      author: rig.people.alice,
      message: { space: rig.space, id, version: 0 },
      text: { plain: "Lunch at <noon> & then “work” 🎉" },
      mentions: [],
      thread: null,
    });
  });

  test("it is acknowledged only when the verdict is durable", async () => {
    const judged = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    door.onJudge = () => {
      begun.resolve();
      return judged.promise;
    };
    let acknowledged = false;
    const sent = rig.say(rig.people.alice, "Hello").then((answer) => {
      acknowledged = true;
      return answer;
    });
    await begun.promise;
    await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toBe(false);
    judged.resolve();
    expect((await sent).acknowledged).toBe(true);
  });

  test("what cannot be recorded is not acknowledged, and comes again as the same message", async () => {
    door.onJudge = () => Promise.reject(new Error("the store is away"));
    expect((await rig.say(rig.people.bob, "Hello")).acknowledged).toBe(false);
    const first = door.events.at(-1);
    door.onJudge = () => Promise.resolve();
    expect((await rig.again()).acknowledged).toBe(true);
    expect(door.events.at(-1)?.message).toEqual(first?.message);
  });

  test("edits and deletions are the same message at later versions", async () => {
    const { id } = await rig.say(rig.people.alice, "One");
    await rig.edit(rig.people.alice, id, "Two");
    await rig.edit(rig.people.alice, id, "Three");
    await rig.remove(rig.people.alice, id);
    expect(door.events.map(({ kind }) => kind)).toEqual([
      "message.posted",
      "message.edited",
      "message.edited",
      "message.deleted",
    ]);
    const messages = door.events.map(({ message }) => message);
    expect(new Set(messages.map((message) => message.id)).size).toBe(1);
    const versions = messages.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(new Set(versions).size).toBe(4);
  });

  test("a reply knows its thread", async () => {
    const { id } = await rig.say(rig.people.alice, "Root");
    await rig.say(rig.people.bob, "Reply", { thread: id });
    expect(door.events.at(-1)).toMatchObject({ thread: id });
  });

  test.each(["\u202eevil\u202c \u0000 \ud800 lone", "a".repeat(10_000), "🏳️‍🌈".repeat(200), "日本語 العربية"])(
    "any words are taken: case %#",
    async (words) => {
      expect((await rig.say(rig.people.alice, words)).acknowledged).toBe(true);
      expect(door.events).toHaveLength(1);
    },
  );

  test("a command is answered to the asker alone", async () => {
    const before = rig.told.length;
    const shown = await rig.command(rig.people.alice, "check  Some  Words");
    expect(shown).toMatchObject({ kind: "view", problemFields: [] });
    expect(shown.text).toContain("You asked:");
    expect(door.calls).toMatchObject([{ by: rig.people.alice, privately: true, platform: rig.adapter.name }]);
    expect(door.calls[0]?.line).toMatch(/check\s+Some\s+Words$/);
    expect(rig.told.slice(before).every(({ privately }) => privately)).toBe(true);
  });

  test("a form opens, names the field that has a problem, and is taken when it is mended", async () => {
    const opened = await rig.command(rig.people.alice, "ask");
    expect(opened.kind).toBe("form");
    expect(opened.text).toContain("Your draft");
    const refused = await rig.submit(rig.people.alice, { draft: "  " });
    expect(refused).toMatchObject({ kind: "problems", problemFields: ["draft"] });
    expect(refused.text).toContain("Please write the draft.");
    const taken = await rig.submit(rig.people.alice, { draft: "Hello" });
    expect(taken.kind).toBe("view");
    expect(taken.text).toContain("Nothing to say about it.");
    expect(door.calls.at(-1)).toMatchObject({ line: "ask", fields: { draft: "Hello" } });
  });

  test("a button runs its line for whoever presses it", async () => {
    await rig.command(rig.people.alice, "more");
    const shown = await rig.press(rig.people.alice, "Why?");
    expect(shown.text).toContain("You asked: why 1");
    expect(door.calls.at(-1)).toMatchObject({ by: rig.people.alice, line: "why 1", privately: true });
  });

  test.each(["inPlace", "direct"] as const)("what is told %s is seen by its addressee alone", async (how) => {
    const receipt = await rig.adapter.perform(tell(how), reader);
    const told = rig.told.at(-1);
    expect(told).toMatchObject({ to: rig.people.alice, how, privately: true, withdrawn: false });
    expect(told?.text).toContain("Project Falcon");
    expect(told?.text).toContain("& kindness <3");
    expect(told?.buttons).toContain("Why?");
    expect(receipt?.receipt ?? "").not.toContain("Falcon");
  });

  test("it can do everything that adapters can, but for the gaps that have a reason", () => {
    const can = rig.adapter.abilities(place());
    expect(abilities.filter((ability) => !can.has(ability)).toSorted()).toEqual(
      Object.keys(gaps[name] ?? {}).toSorted(),
    );
  });

  test.each(["inPlace", "direct"] as const)("what was told %s is taken back where that is an ability", async (how) => {
    const receipt = await rig.adapter.perform(tell(how), reader);
    const index = rig.told.length - 1;
    if (!rig.adapter.abilities(place()).has(`withdraw.${how}`)) return;
    if (!receipt) throw new Error("there is nothing to withdraw it by");
    await rig.adapter.perform(
      { do: "withdraw", to: rig.people.alice, place: place(), receipt: receipt.receipt },
      reader,
    );
    expect(rig.told[index]?.withdrawn).toBe(true);
  });

  test.each(["limited", "forbidden", "missing", "unreachable"] as const)(
    "a platform that answers %s is understood",
    async (code) => {
      rig.fail(code);
      const error = await rig.adapter.perform(tell("inPlace"), reader).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AdapterError);
      expect(error).toMatchObject({ code });
      expect(String(error)).not.toContain("Falcon");
      if (code === "limited") expect((error as AdapterError).retryAfter).toBeGreaterThan(0);
    },
  );

  test("the people and spaces that the platform shows can be read", async () => {
    const accounts = (await Array.fromAsync(rig.adapter.people())).flat();
    const standings = new Map(accounts.map(({ id, standing }) => [id, standing]));
    expect(standings.get(rig.people.alice)).toBe("member");
    expect(standings.get(rig.people.bob)).toBe("member");
    expect(["guest", "external"]).toContain(standings.get(rig.people.outsider));
    const spaces = (await Array.fromAsync(rig.adapter.spaces())).flat();
    expect(spaces.map(({ id }) => id)).toContain(rig.space);
  });
});
