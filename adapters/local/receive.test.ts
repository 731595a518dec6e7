import { expect, test } from "vitest";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { recordingDoor } from "../../test/local/door.ts";
import { look, request } from "../../test/local/rig.ts";
import { localAdapter } from "./index.ts";

const thomas: AccountId = mint("local", "thomas");
const emma: AccountId = mint("local", "emma");
const paolo: AccountId = mint("local", "paolo");
const studio: SpaceId = mint("local", "studio");
const at = "2026-11-24T09:00:00Z";

async function open() {
  const door = recordingDoor();
  const logged: unknown[] = [];
  const adapter = localAdapter({ log: (...line) => logged.push(line), now: () => Temporal.Instant.from(at) });
  await adapter.start(door);
  const post = (path: string, body: unknown, lang = "fr") =>
    request(adapter.routes, "POST", `/playground/${path}?lang=${lang}`, {
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const texts = async (who: AccountId) =>
    (await look(adapter.routes, who, studio)).lines.flatMap((line) =>
      line.kind === "message" && !line.id.startsWith("before") ? [line.text] : [],
    );
  return { door, adapter, post, texts, logged };
}
const hello = { by: thomas, space: studio, id: "m1", text: "Hello @Emma", at };

test("a message is answered with its judgements, and everybody in the space sees it", async () => {
  const { door, post, texts } = await open();
  door.judgements = [{ clause: "discretion", stage: "nudge", outcome: "told" }];
  const response = await post("say", hello);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ judgements: door.judgements });
  expect(door.events).toEqual([
    expect.objectContaining({
      kind: "message.posted",
      platform: "local",
      workspace: "local:lisiere",
      message: { space: studio, id: "m1", version: 0 },
      author: thomas,
      mentions: [emma],
      thread: null,
    }),
  ]);
  expect(door.events[0]?.at.toString()).toBe(at);
  expect(await texts(emma)).toEqual(["Hello @Emma"]);
});

test("what could not be recorded is not shown, and goes through with the same id afterwards", async () => {
  const { door, post, texts, logged } = await open();
  door.broken = true;
  const refused = await post("say", hello);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toEqual({ error: expect.stringContaining("n’a pas pu l’enregistrer") });
  expect(await texts(thomas)).toEqual([]);
  expect(JSON.stringify(logged)).toContain("m1");
  expect(JSON.stringify(logged)).not.toContain("Hello");
  door.broken = false;
  expect((await post("say", hello)).status).toBe(200);
  expect(await texts(emma)).toEqual(["Hello @Emma"]);
});

test("the same message sent again is judged again as the same, and shown once", async () => {
  const { door, post, texts } = await open();
  await post("say", hello);
  await post("say", hello);
  expect(door.events).toHaveLength(2);
  expect(door.events[1]).toEqual(door.events[0]);
  expect(await texts(thomas)).toEqual(["Hello @Emma"]);
});

test("an edit is a higher version, and a deletion a higher one still", async () => {
  const { door, post, texts } = await open();
  await post("say", hello);
  await post("edit", { by: thomas, space: studio, id: "m1", version: 1, text: "Hello all" });
  expect(await texts(emma)).toEqual(["Hello all"]);
  await post("remove", { by: thomas, space: studio, id: "m1", version: 2 });
  expect(await texts(emma)).toEqual([]);
  expect(door.events.map((event) => [event.kind, "message" in event && event.message.version])).toEqual([
    ["message.posted", 0],
    ["message.edited", 1],
    ["message.deleted", 2],
  ]);
});

test("a late first delivery is judged as version 0 and does not undo the edit", async () => {
  const { door, post, texts } = await open();
  await post("say", hello);
  await post("edit", { by: thomas, space: studio, id: "m1", version: 1, text: "Hello all" });
  await post("say", hello);
  expect(door.events.at(-1)).toMatchObject({ message: { version: 0 } });
  expect(await texts(emma)).toEqual(["Hello all"]);
});

test("nobody changes somebody else's message, nor one that has changed since", async () => {
  const { door, post } = await open();
  await post("say", hello);
  const change = { space: studio, id: "m1", text: "mine now" };
  expect((await post("edit", { ...change, by: emma, version: 1 })).status).toBe(403);
  expect((await post("edit", { ...change, by: thomas, version: 2 })).status).toBe(409);
  expect((await post("say", { ...hello, by: emma })).status).toBe(409);
  expect((await post("edit", { ...change, by: thomas, version: 1, id: "other" })).status).toBe(409);
  expect(door.events).toHaveLength(1);
});

test("a person writes only where they are a member", async () => {
  const { door, post } = await open();
  expect((await post("say", { ...hello, by: paolo })).status).toBe(403);
  expect((await post("say", { ...hello, by: "local:nobody" })).status).toBe(404);
  expect((await post("run", { by: paolo, space: studio, line: "help" })).status).toBe(403);
  expect(door.events).toEqual([]);
  expect(door.calls).toEqual([]);
});

test.each([
  ["damaged JSON", "{"],
  ["no JSON object", "[]"],
  ["a missing part", JSON.stringify({ ...hello, text: undefined })],
  ["an unknown part", JSON.stringify({ ...hello, admin: true })],
  ["blank words", JSON.stringify({ ...hello, text: " \n" })],
  ["an unlikely id", JSON.stringify({ ...hello, id: "../x" })],
  ["a time that is none", JSON.stringify({ ...hello, at: "yesterday" })],
  ["a time of another age", JSON.stringify({ ...hello, at: "1066-10-14T09:00:00Z" })],
  ["a message above 40,000 characters", JSON.stringify({ ...hello, text: "a".repeat(40_001) })],
])("%s is answered 400 with a sentence", async (_what, body) => {
  const { door, post } = await open();
  const response = await post("say", body, "en");
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringContaining("could not be read") });
  expect(door.events).toEqual([]);
});

test("a message of 40,000 characters of any Unicode arrives as it was written", async () => {
  const { door, post, texts } = await open();
  const text = "\ud800\u202e\u0000é🜁".padEnd(40_000, "é");
  expect((await post("say", { ...hello, text })).status).toBe(200);
  const [event] = door.events;
  expect(event?.kind === "message.posted" && event.text.plain).toBe(text);
  expect(await texts(emma)).toEqual([text]);
});

test("a command is run for its writer in the page's language, without its first word", async () => {
  const { door, post } = await open();
  const response = await post("run", { by: emma, space: null, line: "/charter show  rest", fields: { why: "x" }, at });
  expect(await response.json()).toEqual({ kind: "view", html: '<p dir="auto">done</p>', plain: "done" });
  expect(door.calls).toEqual([
    expect.objectContaining({
      by: emma,
      space: null,
      privately: true,
      line: "show  rest",
      fields: { why: "x" },
      reader: { locale: "fr", zone: "America/Toronto" },
    }),
  ]);
  door.broken = true;
  expect((await post("run", { by: emma, space: null, line: "help" })).status).toBe(503);
});

test("a command on a message carries its author and its words, which the page does not send", async () => {
  const { door, post } = await open();
  await post("say", hello);
  await post("edit", { by: thomas, space: studio, id: "m1", version: 1, text: "Hello all" });
  const report = { by: emma, space: studio, line: "report" };
  expect((await post("run", { ...report, about: "m1" })).status).toBe(200);
  expect(door.calls.at(-1)?.about).toEqual({
    message: { space: studio, id: "m1", version: 1 },
    author: thomas,
    text: "Hello all",
  });
  await post("run", { ...report, about: "before-1" }, "en");
  expect(door.calls.at(-1)?.about).toMatchObject({ author: thomas, text: expect.stringContaining("tomorrow morning") });
  await post("run", { ...report, about: "m1", fields: { why: "x" } });
  expect(door.calls.at(-1)).toMatchObject({ about: { author: thomas }, fields: { why: "x" } });
});

test("a command on a message that is gone, or of another space, is refused", async () => {
  const { door, post } = await open();
  await post("say", hello);
  await post("remove", { by: thomas, space: studio, id: "m1", version: 1 });
  for (const where of [{ about: "m1" }, { about: "m2" }, { about: "before-0", space: null }]) {
    const response = await post("run", { by: emma, space: studio, line: "report", ...where });
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: "Ce message n’est plus là." });
  }
  expect(door.calls).toEqual([]);
});

test("the directory learns the language that somebody chose, once", async () => {
  const { door, post } = await open();
  await post("say", hello, "fr");
  expect(door.learned).toEqual([]);
  await post("say", { ...hello, id: "m2" }, "en");
  await post("say", { ...hello, id: "m3" }, "en");
  expect(door.learned).toEqual([expect.objectContaining({ id: thomas, locale: "en" })]);
});

test("before it starts and after it stops, the playground is closed", async () => {
  const { adapter, post } = await open();
  const stream = await request(adapter.routes, "GET", `/playground/stream?by=${thomas}`);
  const reader = stream.body?.getReader();
  await reader?.read();
  await adapter.stop();
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
  expect((await post("say", hello)).status).toBe(503);
});

test("stopping waits for what was taken", async () => {
  const { adapter, door, post } = await open();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  door.judge = async () => {
    await gate.promise;
    order.push("judged");
    return [];
  };
  const answer = post("say", hello);
  const stopped = adapter.stop().then(() => order.push("stopped"));
  gate.resolve();
  await stopped;
  expect((await answer).status).toBe(200);
  expect(order).toEqual(["judged", "stopped"]);
});
