import { expect, test } from "vitest";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { text } from "../../src/core/view.ts";
import { recordingDoor } from "../../test/local/door.ts";
import { look, request } from "../../test/local/rig.ts";
import { workspace } from "./company.ts";
import { localAdapter } from "./index.ts";

const thomas: AccountId = mint("local", "thomas");
const emma: AccountId = mint("local", "emma");
const paolo: AccountId = mint("local", "paolo");
const studio: SpaceId = mint("local", "studio");
const at = "2026-11-24T09:00:00Z";

async function open() {
  const door = recordingDoor();
  const adapter = localAdapter({ log: () => {}, now: () => Temporal.Instant.from(at) });
  await adapter.start(door);
  const post = (path: string, body: object) =>
    request(adapter.routes, "POST", `/playground/${path}?lang=en`, { body: JSON.stringify(body) });
  const members = () => adapter.members(studio);
  return { door, adapter, post, members };
}
const bring = { by: thomas, space: studio, account: paolo, id: "in" };
const took = { ...bring, id: "out" };

test("somebody who is invited is judged with the inviter, and is a member from then on", async () => {
  const { door, post, members, adapter } = await open();
  door.judgements = [{ clause: "separation", stage: "nudge", outcome: "told" }];
  expect(await members()).not.toContain(paolo);
  expect((await post("say", { by: paolo, space: studio, id: "m0", text: "Hello" })).status).toBe(403);
  const response = await post("join", bring);
  expect(await response.json()).toEqual({ judgements: door.judgements });
  expect(door.learned).toContainEqual(expect.objectContaining({ id: paolo, domain: "vetro-marchetti.example" }));
  const { at: when, ...event } = door.events.at(-1) ?? {};
  expect(String(when)).toBe(at);
  expect(event).toEqual({
    kind: "space.composed",
    platform: "local",
    workspace,
    space: studio,
    cause: { kind: "joined", account: paolo, invitedBy: thomas },
  });
  expect(await members()).toContain(paolo);
  const seen = await look(adapter.routes, paolo, studio);
  expect(seen.lines.at(-1)).toEqual({ kind: "joined", id: "in", account: paolo, by: thomas });
  expect(seen.members[studio]).toContain(paolo);
  expect((await post("say", { by: paolo, space: studio, id: "m1", text: "Hello" })).status).toBe(200);
});

test("somebody who is removed sees nothing of the space any more, and comes back on their own", async () => {
  const { door, adapter, post, members } = await open();
  await post("join", bring);
  const stream = await request(adapter.routes, "GET", `/playground/stream?by=${paolo}&space=${studio}`);
  const events = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await events?.read())?.value).toContain("ferry terminal");
  const after = events?.read();
  expect((await post("leave", took)).status).toBe(200);
  expect((await after)?.value).toContain('"lines":[]');
  await events?.cancel();
  expect(door.events.at(-1)).toMatchObject({ cause: { kind: "left", account: paolo } });
  expect(await members()).not.toContain(paolo);
  expect((await look(adapter.routes, emma, studio)).lines.at(-1)).toMatchObject({ kind: "left", by: thomas });
  const back = { ...bring, by: paolo, id: "back" };
  expect((await post("join", back)).status).toBe(200);
  expect(door.events.at(-1)).toMatchObject({ cause: { kind: "joined", account: paolo, invitedBy: null } });
});

test("what could not be recorded has not happened, and goes through when it is sent again", async () => {
  const { door, post, members } = await open();
  door.broken = true;
  expect((await post("join", bring)).status).toBe(503);
  expect(await members()).not.toContain(paolo);
  door.broken = false;
  expect((await post("join", bring)).status).toBe(200);
  expect(await members()).toContain(paolo);
});

test("the same invitation sent again is judged again and shown once", async () => {
  const { door, adapter, post, members } = await open();
  await post("join", bring);
  await post("join", { ...bring, id: "again" });
  expect(door.events).toHaveLength(2);
  expect((await look(adapter.routes, thomas, studio)).lines.filter(({ kind }) => kind === "joined")).toHaveLength(1);
  expect(((await members()) ?? []).filter((id) => id === paolo)).toHaveLength(1);
});

test("only a member brings others in or out, and only people and spaces that exist", async () => {
  const { door, post } = await open();
  expect((await post("join", { ...bring, by: "local:ingrid" })).status).toBe(403);
  expect((await post("leave", { ...took, by: paolo, account: thomas })).status).toBe(403);
  expect((await post("join", { ...bring, account: "local:nobody" })).status).toBe(404);
  expect((await post("join", { ...bring, space: "local:nowhere" })).status).toBe(404);
  expect((await post("join", { ...bring, id: "../x" })).status).toBe(400);
  expect(door.events).toEqual([]);
});

test("the members of a space that is none are missing", async () => {
  const { adapter } = await open();
  await expect(adapter.members(mint("local", "nowhere"))).rejects.toMatchObject({ code: "missing" });
});

test("a note about who is here stands where the conversation was when it came", async () => {
  const { adapter, post } = await open();
  await post("join", bring);
  const place = { workspace, space: studio, thread: null, message: null };
  const view = { blocks: [text("two clients")] };
  const tell = { do: "tell", how: "inPlace", to: thomas, place, view, key: "k" } as const;
  await adapter.perform(tell, { locale: "en", zone: "UTC" });
  await post("say", { by: emma, space: studio, id: "m1", text: "Hello" });
  expect((await look(adapter.routes, thomas, studio)).notes).toMatchObject([{ message: "in" }]);
});
