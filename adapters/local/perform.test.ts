import { expect, test } from "vitest";
import { AdapterError, type Act } from "../../src/core/adapter.ts";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { text } from "../../src/core/view.ts";
import { recordingDoor } from "../../test/local/door.ts";
import { look, request } from "../../test/local/rig.ts";
import { workspace } from "./company.ts";
import { localAdapter } from "./index.ts";

const thomas: AccountId = mint("local", "thomas");
const emma: AccountId = mint("local", "emma");
const lea: AccountId = mint("local", "lea");
const space: SpaceId = mint("local", "vetro-marchetti");
const place = { workspace, space, thread: null, message: "m1" };
const reader = { locale: "en", zone: "Europe/Paris" } as const;
const tell = {
  do: "tell",
  how: "inPlace",
  to: thomas,
  place,
  view: { blocks: [text("a <b>note")] },
  key: "k1",
} as const;

async function open() {
  const adapter = localAdapter({ log: () => {} });
  await adapter.start(recordingDoor());
  const say = (id: string) =>
    request(adapter.routes, "POST", "/playground/say", { body: JSON.stringify({ by: thomas, space, id, text: "hi" }) });
  const notes = async (who: AccountId, where: SpaceId | null = space) => (await look(adapter.routes, who, where)).notes;
  return { adapter, say, notes };
}

test("a note stands under the message it is about, for its addressee alone", async () => {
  const { adapter, say, notes } = await open();
  await say("m1");
  const receipt = await adapter.perform(tell, reader);
  expect(receipt).toEqual({ how: "inPlace", receipt: expect.any(String) });
  expect(await notes(thomas)).toEqual([
    { id: receipt?.receipt, message: "m1", html: '<p dir="auto">a &lt;b&gt;note</p>', plain: "a <b>note" },
  ]);
  expect(await notes(emma)).toEqual([]);
  expect(await notes(thomas, null)).toEqual([]);
});

test("the same act tried again shows one note, even after it was withdrawn", async () => {
  const { adapter, notes } = await open();
  const first = await adapter.perform(tell, reader);
  expect(await adapter.perform(tell, reader)).toEqual(first);
  expect(await notes(thomas)).toHaveLength(1);
  await adapter.perform({ do: "withdraw", to: thomas, place, receipt: first?.receipt ?? "" }, reader);
  await adapter.perform(tell, reader);
  expect(await notes(thomas)).toEqual([]);
});

test("a withdrawn note is gone, and withdrawing it again is missing", async () => {
  const { adapter, notes } = await open();
  const receipt = (await adapter.perform(tell, reader))?.receipt ?? "";
  const withdraw: Act = { do: "withdraw", to: thomas, place, receipt };
  await expect(adapter.perform({ ...withdraw, to: emma }, reader)).rejects.toMatchObject({ code: "missing" });
  expect(await adapter.perform(withdraw, reader)).toBeNull();
  expect(await notes(thomas)).toEqual([]);
  await expect(adapter.perform(withdraw, reader)).rejects.toMatchObject({ code: "missing" });
});

test("somebody who is not in the space can only be told directly", async () => {
  const { adapter, notes } = await open();
  await expect(adapter.perform({ ...tell, to: lea }, reader)).rejects.toEqual(new AdapterError("forbidden"));
  const receipt = await adapter.perform({ ...tell, to: lea, how: "direct" }, reader);
  expect(receipt?.how).toBe("direct");
  expect(await notes(lea, null)).toEqual([expect.objectContaining({ message: null })]);
  expect((await look(adapter.routes, lea, null)).direct).toBe(1);
});

test("what happened in no space is told among the direct messages, and taken back there", async () => {
  const { adapter, notes } = await open();
  const nowhere = { ...place, space: null, message: null };
  expect([...adapter.abilities(nowhere)]).toEqual(["tell.direct", "withdraw.direct"]);
  const receipt = await adapter.perform({ ...tell, place: nowhere }, reader);
  expect(receipt?.how).toBe("direct");
  expect(await notes(thomas, null)).toHaveLength(1);
  await adapter.perform({ do: "withdraw", to: thomas, place: nowhere, receipt: receipt?.receipt ?? "" }, reader);
  expect(await notes(thomas, null)).toEqual([]);
});

test("a person or space that does not exist is missing", async () => {
  const { adapter } = await open();
  const nobody = { ...tell, to: mint<AccountId>("local", "nobody") };
  const nowhere = { ...tell, place: { ...place, space: mint<SpaceId>("local", "nowhere") } };
  await expect(adapter.perform(nobody, reader)).rejects.toMatchObject({ code: "missing" });
  await expect(adapter.perform(nowhere, reader)).rejects.toMatchObject({ code: "missing" });
  expect([...adapter.abilities(nowhere.place)]).toEqual(["tell.direct", "withdraw.direct"]);
  expect(adapter.abilities(place).has("tell.inPlace")).toBe(true);
});

test("a note arrives live with whoever is looking", async () => {
  const { adapter } = await open();
  const stream = await request(adapter.routes, "GET", `/playground/stream?by=${thomas}&space=${space}`);
  const events = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await events?.read())?.value).toContain('"notes":[]');
  const arriving = events?.read();
  await adapter.perform(tell, reader);
  expect((await arriving)?.value).toContain("note-1");
  await events?.cancel();
});
