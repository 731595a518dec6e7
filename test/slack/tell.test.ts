import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Act } from "../../src/core/adapter.ts";
import { mint, type AccountId } from "../../src/core/model.ts";
import type { View } from "../../src/core/view.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { startRig, type SlackRig } from "./rig.ts";

let rig: SlackRig;
let door: RecordingDoor;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig("http", door);
});
afterEach(async () => rig.stop());

const reader = { locale: "fr", zone: "Europe/Paris" } as const;
const nudge: View = {
  blocks: [
    { kind: "text", inlines: ["A word for you & yours."] },
    { kind: "buttons", buttons: [{ label: "Why?", line: "why notice-1" }] },
  ],
};
type Tell = Extract<Act, { do: "tell" }>;
const tell = (how: Tell["how"], more: Partial<Tell> = {}): Tell => ({
  do: "tell",
  how,
  to: rig.people.alice,
  place: { workspace: rig.workspace, space: rig.space, thread: null, message: null },
  view: nudge,
  key: "notice-1",
  ...more,
});

describe("telling somebody on Slack", () => {
  it("says it beside the message, to them alone, with its button and its fallback text", async () => {
    const receipt = await rig.adapter.perform(tell("inPlace"), reader);
    expect(receipt?.how).toBe("inPlace");
    expect(rig.told).toEqual([
      {
        to: rig.people.alice,
        how: "inPlace",
        privately: true,
        text: "A word for you & yours.",
        buttons: ["Why?"],
        withdrawn: false,
      },
    ]);
    expect(rig.double.state.journal.at(-1)?.arguments["text"]).toContain("A word for you &amp; yours.");
  });

  it("says it in the thread where the message was", async () => {
    const place = { workspace: rig.workspace, space: rig.space, thread: "1700000000.000100", message: null };
    await rig.adapter.perform(tell("inPlace", { place }), reader);
    expect(rig.double.state.seen[0]?.thread).toBe("1700000000.000100");
  });

  it("says it directly, and takes it back", async () => {
    const receipt = await rig.adapter.perform(tell("direct"), reader);
    expect(rig.told).toMatchObject([{ how: "direct", text: "A word for you & yours.", withdrawn: false }]);
    const { to, place } = tell("direct");
    const withdraw: Act = { do: "withdraw", to, place, receipt: receipt?.receipt ?? "" };
    expect(await rig.adapter.perform(withdraw, reader)).toBeNull();
    expect(rig.told).toMatchObject([{ withdrawn: true }]);
    expect(await rig.adapter.perform(withdraw, reader)).toBeNull();
  });

  it("keeps ids only in a receipt, and cannot take back what was said in place", async () => {
    const receipt = await rig.adapter.perform(tell("inPlace"), reader);
    expect(receipt?.receipt).not.toContain("word");
    const { to, place } = tell("inPlace");
    const withdraw: Act = { do: "withdraw", to, place, receipt: receipt?.receipt ?? "" };
    await expect(rig.adapter.perform(withdraw, reader)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["limited", "forbidden", "missing", "unreachable"] as const)("says when Slack answers: %s", async (how) => {
    rig.fail(how);
    const failed = rig.adapter.perform(tell("inPlace"), reader);
    const retryAfter = how === "limited" ? 7 : null;
    await expect(failed).rejects.toMatchObject({ name: "AdapterError", code: how, retryAfter });
    await expect(failed).rejects.not.toThrow("word");
    expect(rig.told).toEqual([]);
  });

  it("is forbidden in a channel where they are not, and missing when they are nobody", async () => {
    const stranger = mint<AccountId>("slack", "U0NOBODY");
    await expect(rig.adapter.perform(tell("inPlace", { to: stranger }), reader)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(rig.adapter.perform(tell("direct", { to: stranger }), reader)).rejects.toMatchObject({
      code: "missing",
    });
  });

  it("says what it can do", () => {
    const { place } = tell("direct");
    expect([...rig.adapter.abilities(place)].toSorted()).toEqual(["tell.direct", "tell.inPlace", "withdraw.direct"]);
  });
});

describe("a button on Slack", () => {
  it("runs its line, and is answered privately beside it", async () => {
    await rig.adapter.perform(tell("inPlace"), reader);
    expect(await rig.press(rig.people.alice, "Why?")).toEqual({ kind: "view", text: "Understood.", problemFields: [] });
    expect(door.calls).toMatchObject([
      { by: rig.people.alice, line: "why notice-1", space: rig.space, workspace: rig.workspace, privately: true },
    ]);
    expect(rig.double.state.journal.at(-1)).toMatchObject({
      method: "response_url",
      arguments: { response_type: "ephemeral", replace_original: false },
    });
  });

  it("opens a form where its command asks for more, and works inside what the form became", async () => {
    const form = { title: "Why", submit: "Send", cancel: "Back", line: "why form", fields: [note] };
    door.onRun = async ({ line, fields }) => {
      if (line === "why notice-1") return { kind: "form", form };
      return { kind: "view", view: fields ? nudge : { blocks: [{ kind: "heading", text: "The end" }] } };
    };
    await rig.adapter.perform(tell("direct"), reader);
    expect((await rig.press(rig.people.alice, "Why?")).kind).toBe("form");
    expect((await rig.submit(rig.people.alice, { note: "x" })).text).toContain("A word for you & yours.");
    door.onRun = async () => ({ kind: "view", view: { blocks: [{ kind: "heading", text: "The end" }] } });
    expect((await rig.press(rig.people.alice, "Why?")).text).toBe("Why\nThe end");
    expect(door.calls.map(({ line }) => line)).toEqual(["why notice-1", "why form", "why notice-1"]);
  });

  it("puts a problem of no field under the first one", async () => {
    const form = { title: "Why", submit: "Send", cancel: "Back", line: "why form", fields: [note] };
    door.onRun = async ({ fields }) =>
      fields ? { kind: "problems", problems: [{ field: "", text: "Not now." }] } : { kind: "form", form };
    await rig.command(rig.people.alice, "why");
    expect(await rig.submit(rig.people.alice, {})).toMatchObject({ kind: "problems", problemFields: ["note"] });
  });
});
const note = { kind: "text", name: "note", label: "Note", multiline: false, maxLength: 100 } as const;

describe("reading Slack's directory", () => {
  it("tells everybody and every channel, page by page, and waits where Slack asks for it", async () => {
    const { state } = rig.double;
    state.pageLimit = 2;
    state.users.set("U0GONE", { id: "U0GONE", name: "gone", team_id: state.team, deleted: true });
    state.users.set("U0GUEST", { id: "U0GUEST", name: "guest", team_id: state.team, is_restricted: true });
    state.channels.set("C0OLD", { id: "C0OLD", name: "old", members: new Set(), is_archived: true });
    rig.double.fail({ how: "limited", retryAfter: 0 });
    const people = (await Array.fromAsync(rig.adapter.people())).flat();
    expect(Object.fromEntries(people.map(({ id, standing }) => [id, standing]))).toEqual({
      "slack:U0CHARTER": "bot",
      "slack:U0ALICE": "member",
      "slack:U0BOB": "member",
      "slack:U0OUTSIDER": "external",
      "slack:U0GUEST": "guest",
    });
    expect(people.find(({ id }) => id === rig.people.alice)).toEqual({
      id: rig.people.alice,
      workspace: rig.workspace,
      standing: "member",
      zone: "Europe/Paris",
      locale: "fr-FR",
      domain: "lisiere.example",
      home: null,
      groups: null,
    });
    expect(people.find(({ id }) => id === rig.people.outsider)).toMatchObject({ domain: null, home: "slack:T0OTHER" });
    expect(JSON.stringify(people)).not.toContain("@");
    const spaces = (await Array.fromAsync(rig.adapter.spaces())).flat();
    expect(spaces).toEqual([{ id: rig.space, workspace: rig.workspace, name: "general" }]);
  });

  it("stops reading where Slack refuses", async () => {
    rig.fail("forbidden");
    await expect(Array.fromAsync(rig.adapter.people())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("learns of newcomers and of renamed channels as they come", async () => {
    const user = { id: "U0NEW", team_id: "T0HOME", tz: "Asia/Tokyo" };
    await rig.double.deliver({ type: "team_join", user });
    await rig.double.deliver({ type: "channel_rename", channel: { id: "C0GENERAL", name: "lounge" } });
    expect(door.learned).toMatchObject([
      { accounts: [{ id: "slack:U0NEW", standing: "member", zone: "Asia/Tokyo" }] },
      { spaces: [{ id: rig.space, name: "lounge" }] },
    ]);
  });
});
