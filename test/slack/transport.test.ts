import { afterEach, describe, expect, it } from "vitest";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { eventCallback } from "./payloads.ts";
import { startRig, type SlackRig } from "./rig.ts";

const rigs: SlackRig[] = [];
async function open(mode: "http" | "socket"): Promise<{ rig: SlackRig; door: RecordingDoor }> {
  const door = recordingDoor();
  const rig = await startRig(mode, door);
  rigs.push(rig);
  return { rig, door };
}
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.stop();
});

/** Gives whatever is on its way the time to arrive: one more exchange over the same transport. */
async function exchange(rig: SlackRig): Promise<void> {
  if (rig.url === "") await rig.double.socket.flush();
  else await fetch(rig.url, { method: "POST", body: "unsigned" });
}

describe.each(["http", "socket"] as const)("Slack over %s", (mode) => {
  it("judges a message with its author's own words, and acknowledges it", async () => {
    const { rig, door } = await open(mode);
    const sent = await rig.say(rig.people.alice, "Hello <everybody> & all");
    expect(sent.acknowledged).toBe(true);
    expect(door.events).toMatchObject([
      {
        kind: "message.posted",
        platform: "slack",
        workspace: rig.workspace,
        author: rig.people.alice,
        message: { space: rig.space, id: sent.id, version: 0 },
        text: { plain: "Hello <everybody> & all" },
        thread: null,
      },
    ]);
  });

  it("acknowledges only after the door has resolved", async () => {
    const { rig, door } = await open(mode);
    const durable = Promise.withResolvers<void>();
    door.onJudge = () => durable.promise;
    const came = door.next();
    let acknowledged = false;
    const saying = rig.say(rig.people.alice, "hello").then((sent) => (acknowledged = sent.acknowledged));
    await came;
    await exchange(rig);
    expect(acknowledged).toBe(false);
    durable.resolve();
    await saying;
    expect(acknowledged).toBe(true);
  });

  it("does not acknowledge what could not be judged, and judges it when it comes again", async () => {
    const { rig, door } = await open(mode);
    door.onJudge = () => Promise.reject(new Error("no store; alice wrote a secret"));
    const sent = await rig.say(rig.people.alice, "a secret");
    expect(sent.acknowledged).toBe(false);
    door.onJudge = async () => {};
    expect((await rig.again()).acknowledged).toBe(true);
    expect(door.events).toHaveLength(2);
    expect(door.events[1]).toEqual(door.events[0]);
    expect(JSON.stringify(rig.logged)).not.toContain("secret");
  });

  it("tells edits and deletions, each with a later version", async () => {
    const { rig, door } = await open(mode);
    const { id } = await rig.say(rig.people.bob, "one");
    await rig.edit(rig.people.bob, id, "two");
    await rig.remove(rig.people.bob, id);
    expect(door.events.map(({ kind }) => kind)).toEqual(["message.posted", "message.edited", "message.deleted"]);
    const messages = door.events.flatMap((event) => ("message" in event ? [event.message] : []));
    expect(messages.map((message) => message.id)).toEqual([id, id, id]);
    const versions = messages.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(new Set(versions).size).toBe(3);
  });

  it("answers a command to its author alone, in the acknowledgement", async () => {
    const { rig, door } = await open(mode);
    const shown = await rig.command(rig.people.alice, "check is this all right?");
    expect(shown).toEqual({ kind: "view", text: "Understood.", problemFields: [] });
    expect(door.calls).toMatchObject([
      { platform: "slack", by: rig.people.alice, space: rig.space, line: "check is this all right?", privately: true },
    ]);
    expect(rig.double.state.journal.map(({ method }) => method)).not.toContain("response_url");
  });

  it("does not acknowledge a command while the store is gone", async () => {
    const { rig, door } = await open(mode);
    door.onRun = () => Promise.reject(new Error("no store"));
    await expect(rig.command(rig.people.alice, "check")).rejects.toThrow("not acknowledged");
  });

  it("leaves the language and the zone of whoever asks to the directory", async () => {
    const { rig, door } = await open(mode);
    await rig.command(rig.people.bob, "help");
    expect(door.calls[0]?.reader).toEqual({ locale: null, zone: null });
  });

  it("judges what an outsider says in a shared channel, and leaves what another workspace authorised", async () => {
    const { rig, door } = await open(mode);
    const said = { type: "message", channel: "C0GENERAL", user: "U0OUTSIDER", user_team: "T0OTHER", text: "hello" };
    const ts = () => rig.double.state.nextTs();
    expect((await rig.double.deliver({ ...said, ts: ts() }, "T0OTHER")).acknowledged).toBe(true);
    expect(door.events).toMatchObject([{ author: rig.people.outsider, workspace: rig.workspace }]);
    const elsewhere = { ...rig.double.state, team: "T0EVIL" };
    const payload = eventCallback(elsewhere, { ...said, user: "U0ALICE", ts: ts() });
    expect(await rig.double.send({ type: "events_api", payload, attempt: 0 })).toMatchObject({ acknowledged: true });
    expect(door.events).toHaveLength(1);
    expect(rig.logged).toEqual([{ event: "slack.ignored", fields: { type: "another workspace" } }]);
  });

  it("opens a form, shows what is wrong under its field, and shows the answer in its place", async () => {
    const { rig, door } = await open(mode);
    door.onRun = async ({ fields }) => {
      if (!fields) return { kind: "form", form: draft };
      if (fields["draft"] === "") return { kind: "problems", problems: [{ field: "draft", text: "Please write it." }] };
      return {
        kind: "view",
        view: { blocks: [{ kind: "text", inlines: [`${fields["draft"]} / ${fields["where"]}`] }] },
      };
    };
    const form = await rig.command(rig.people.alice, "check");
    expect(form.kind).toBe("form");
    expect(form.text).toContain("Your draft");
    expect(form.text).toContain("In public");
    expect(await rig.submit(rig.people.alice, { draft: "" })).toEqual({
      kind: "problems",
      text: "Please write it.",
      problemFields: ["draft"],
    });
    const answer = await rig.submit(rig.people.alice, { draft: "Bonjour", where: "public" });
    expect(answer).toEqual({ kind: "view", text: "Check a draft\nBonjour / public", problemFields: [] });
    expect(door.calls.map(({ line }) => line)).toEqual(["check", "check --form", "check --form"]);
    expect(door.calls[2]).toMatchObject({ space: rig.space, fields: { draft: "Bonjour", where: "public" } });
  });

  it("finishes what it has taken before it stops, and takes nothing afterwards", async () => {
    const { rig, door } = await open(mode);
    const durable = Promise.withResolvers<void>();
    door.onJudge = () => durable.promise;
    const came = door.next();
    const saying = rig.say(rig.people.alice, "hello");
    await came;
    const stopping = rig.adapter.stop();
    durable.resolve();
    expect((await saying).acknowledged).toBe(true);
    await stopping;
    await expect(rig.adapter.people()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: "unreachable" });
  });
});

const draft = {
  title: "Check a draft",
  submit: "Check",
  cancel: "Cancel",
  line: "check --form",
  fields: [
    {
      kind: "text",
      name: "draft",
      label: "Your draft",
      hint: "Nobody else sees it.",
      multiline: true,
      maxLength: 2000,
    },
    {
      kind: "choice",
      name: "where",
      label: "Where",
      options: [
        { value: "private", label: "In private" },
        { value: "public", label: "In public" },
      ],
      initial: "private",
    },
  ],
} as const;

describe("Slack in Socket Mode", () => {
  it("connects again when Slack asks for it, and judges what comes then", async () => {
    const { rig, door } = await open("socket");
    rig.double.socket.refresh();
    await rig.double.socket.connected();
    expect((await rig.say(rig.people.alice, "still here")).acknowledged).toBe(true);
    expect(door.events).toHaveLength(1);
  });

  it("connects again when the network cuts the connection", async () => {
    const { rig, door } = await open("socket");
    const came = door.next();
    const durable = Promise.withResolvers<void>();
    door.onJudge = () => durable.promise;
    const saying = rig.say(rig.people.alice, "half way");
    await came;
    rig.double.socket.cutAll();
    expect((await saying).acknowledged).toBe(false);
    durable.resolve();
    await rig.double.socket.connected();
    expect((await rig.again()).acknowledged).toBe(true);
  });

  it("takes a command as done whose form could not be opened", async () => {
    const { rig, door } = await open("socket");
    door.onRun = async () => ({ kind: "form", form: draft });
    rig.double.fail({ how: "forbidden", method: "views.open" });
    expect(await rig.double.slash("U0ALICE", "C0GENERAL", "check")).toEqual({ acknowledged: true, payload: null });
    expect(rig.logged).toEqual([{ event: "slack.failed", fields: { error: "AdapterError" } }]);
  });

  it("survives an envelope that holds no event", async () => {
    const { rig, door } = await open("socket");
    const strange = { type: "events_api", payload: { type: "app_rate_limited" }, attempt: 0 } as const;
    const lost = rig.double.socket.send(strange);
    expect((await rig.say(rig.people.alice, "still here")).acknowledged).toBe(true);
    expect(door.events).toHaveLength(1);
    expect(rig.logged).toEqual([{ event: "slack.unreadable", fields: {} }]);
    rig.double.socket.cutAll();
    expect((await lost).acknowledged).toBe(false);
  });

  it("says at the start when Slack does not let it in", async () => {
    const { rig } = await open("socket");
    await rig.adapter.stop();
    rig.double.fail({ how: "forbidden", method: "apps.connections.open" });
    await expect(rig.adapter.start(recordingDoor())).rejects.toMatchObject({ name: "AdapterError" });
  });
});
