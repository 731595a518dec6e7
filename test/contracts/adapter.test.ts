import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { abilities, AdapterError, type Ability, type Act } from "../../src/core/adapter.ts";
import { mint, type Event, type Message, type Reader } from "../../src/core/model.ts";
import { startLocalRig } from "../local/rig.ts";
import { startSlackRig } from "../slack/rig.ts";
import { startTeamsRig } from "../teams/rig.ts";
import { lines, recordingDoor, type RecordingDoor } from "./door.ts";
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
const messageIn = (event: Event | undefined): Message => {
  if (!event || !("message" in event)) throw new Error(`no message, but ${event?.kind}`);
  return event.message;
};
/** As somebody reads them: a space that does not break looks like any other, and none is seen where a line ends. */
const asRead = (words: string): string => words.replaceAll("\u00a0", " ").replace(/ +$/gm, "");

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
    const first = messageIn(door.events.at(-1));
    door.onJudge = () => Promise.resolve();
    expect((await rig.again()).acknowledged).toBe(true);
    expect(messageIn(door.events.at(-1))).toEqual(first);
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
    const messages = door.events.map(messageIn);
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

  test("a form can answer a form, and no more than one is open", async () => {
    await rig.command(rig.people.alice, "first");
    const next = await rig.submit(rig.people.alice, { draft: "Hello" });
    expect(next.kind).toBe("form");
    expect(asRead(next.text)).toContain("name:  two");
    const refused = await rig.submit(rig.people.alice, { draft: "" });
    expect(refused).toMatchObject({ kind: "problems", problemFields: ["draft"] });
    expect((await rig.submit(rig.people.alice, { draft: "Hello again" })).kind).toBe("view");
    expect(door.calls.at(-1)).toMatchObject({ line: "second", fields: { draft: "Hello again" } });
  });

  test("a form shows what to read before", async () => {
    const { kind, text } = await rig.command(rig.people.alice, "change");
    expect(kind).toBe("form");
    expect(text).toContain("What changes");
    expect(text.indexOf("What changes")).toBeLessThan(text.indexOf("Your draft"));
  });

  test("preformatted lines survive, whatever signs stand in them", async () => {
    const { text } = await rig.command(rig.people.alice, "lines");
    expect(asRead(text)).toContain(lines);
  });

  test("report reaches the door with the message it was invoked on", async () => {
    const { id } = await rig.say(rig.people.alice, "Lunch at <noon> & then");
    const shown = await rig.report(rig.people.bob, id);
    expect(shown.kind).toBe("form");
    expect(door.calls).toMatchObject([
      {
        by: rig.people.bob,
        line: "report",
        privately: true,
        about: { message: { space: rig.space, id }, author: rig.people.alice, text: "Lunch at <noon> & then" },
      },
    ]);
    expect((await rig.submit(rig.people.bob, { draft: "It is unkind" })).kind).toBe("view");
    expect(door.calls.at(-1)).toMatchObject({ by: rig.people.bob, line: "report", fields: { draft: "It is unkind" } });
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

  test("what happened in no space can be told directly only", async () => {
    const nowhere = { ...place(), space: null };
    const can = rig.adapter.abilities(nowhere);
    expect([can.has("tell.direct"), can.has("tell.inPlace")]).toEqual([true, false]);
    await rig.adapter.perform({ ...tell("direct"), place: nowhere }, reader);
    expect(rig.told.at(-1)).toMatchObject({ to: rig.people.alice, how: "direct", privately: true });
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

  test("somebody who leaves and somebody who joins is judged before the platform is answered", async () => {
    const { outsider, alice } = rig.people;
    expect((await rig.leave(rig.space, outsider)).acknowledged).toBe(true);
    expect(only()).toMatchObject({ kind: "space.composed", cause: { kind: "left", account: outsider } });
    door.events.length = 0;
    const judged = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    door.onJudge = () => {
      begun.resolve();
      return judged.promise;
    };
    let acknowledged = false;
    const joined = rig.join(rig.space, outsider, alice).then((sent) => {
      acknowledged = true;
      return sent;
    });
    await begun.promise;
    await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toBe(false);
    judged.resolve();
    expect((await joined).acknowledged).toBe(true);
    expect(only()).toMatchObject({
      kind: "space.composed",
      platform: rig.adapter.name,
      workspace: rig.workspace,
      space: rig.space,
      cause: { kind: "joined", account: outsider, invitedBy: alice },
    });
  });

  test("a join that cannot be recorded is not acknowledged, and comes again", async () => {
    const { outsider, alice } = rig.people;
    await rig.leave(rig.space, outsider);
    door.onJudge = () => Promise.reject(new Error("the store is away"));
    expect((await rig.join(rig.space, outsider, alice)).acknowledged).toBe(false);
    door.onJudge = () => Promise.resolve();
    expect((await rig.again()).acknowledged).toBe(true);
    expect(door.events.at(-1)).toMatchObject({ cause: { kind: "joined", account: outsider } });
  });

  test("who is in a space can be read, now and after somebody left or joined", async () => {
    const { alice, bob, outsider } = rig.people;
    const there = async () => new Set(await rig.adapter.members(rig.space));
    expect([...(await there())]).toEqual(expect.arrayContaining([alice, bob, outsider]));
    await rig.leave(rig.space, outsider);
    expect((await there()).has(outsider)).toBe(false);
    await rig.join(rig.space, outsider, alice);
    expect((await there()).has(outsider)).toBe(true);
  });

  test("who is in a space that the platform does not show is not known", async () => {
    const hidden = mint<typeof rig.space>(rig.adapter.name, "C0HIDDEN");
    const answer = await rig.adapter.members(hidden).catch((error: unknown) => error);
    expect(answer instanceof AdapterError ? answer.code : answer).toBeOneOf([null, "missing"]);
  });

  test("accounts come with the mail domain that the platform vouches for, and never with an address", async () => {
    const accounts = (await Array.fromAsync(rig.adapter.people())).flat();
    const alice = accounts.find(({ id }) => id === rig.people.alice);
    expect(alice?.domain).toMatch(/^[a-z]+\.example$/);
    expect(alice?.home).toBeNull();
    expect(JSON.stringify(accounts)).not.toContain("@");
  });

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
