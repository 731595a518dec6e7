import { describe, expect, test } from "vitest";
import { mint, type AccountId } from "../../src/core/model.ts";
import { activity } from "./activity.ts";
import { typedOf } from "./commands.ts";
import { normalise } from "./normalise.ts";

const tenantId = "0f0f0f0f-0000-4000-8000-00000000000f";
const bob = mint<AccountId>("teams", "b0b0b0b0-0000-4000-8000-0000000000b0");
const bearings = { tenantId, account: (id: string) => (id === "29:bob" ? bob : null) };

const base = {
  type: "message",
  id: "1795289204963",
  timestamp: "2026-11-21T19:26:44.9631234Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:alice", aadObjectId: "A11CE000-0000-4000-8000-00000000a11c" },
  recipient: { id: "28:bot", name: "Charter" },
  conversation: { id: "19:a@thread.tacv2;messageid=1795289204000", conversationType: "channel", tenantId },
  channelData: { tenant: { id: tenantId } },
  text: "hello",
};
const of = (changes: object) => normalise(activity.parse({ ...base, ...changes }), bearings);
const mentioning = (id: string, more: object = {}) => ({
  type: "mention",
  text: "<at>x</at>",
  mentioned: { id, ...more },
});

describe("a message", () => {
  test("of a thread belongs to the channel and knows its root", () => {
    expect(of({}).event).toMatchObject({
      kind: "message.posted",
      message: { space: "teams:19:a@thread.tacv2", id: "1795289204963", version: 0 },
      thread: "1795289204000",
      author: "teams:a11ce000-0000-4000-8000-00000000a11c",
      workspace: `teams:${tenantId}`,
    });
  });

  test("that starts a thread is no reply to itself", () => {
    const conversation = { ...base.conversation, id: `19:a@thread.tacv2;messageid=${base.id}` };
    expect(of({ conversation }).event).toMatchObject({ thread: null });
  });

  test("of somebody whom only their Teams id names is theirs, where it was seen before", () => {
    expect(of({ from: { id: "29:bob" } }).event).toMatchObject({ author: bob });
    expect(of({ from: { id: "29:new" } }).event).toMatchObject({ author: "teams:29:new" });
  });

  test("mentions people once each, and neither bots nor channels nor tags", () => {
    const entities = [
      mentioning("28:bot"),
      mentioning("29:bob"),
      mentioning("29:bob"),
      mentioning("19:a@thread.tacv2", { type: "channel" }),
      mentioning("tag", { type: "tag" }),
      { type: "clientInfo" },
    ];
    expect(of({ entities }).event).toMatchObject({ mentions: [bob] });
  });

  test("mentions whom we know by an id, whatever else the mention says of it", () => {
    const alice = "a11ce000-0000-4000-8000-00000000a11c";
    expect(of({ entities: [mentioning("29:bob", { aadObjectId: alice })] }).event).toMatchObject({ mentions: [bob] });
    expect(of({ entities: [mentioning("29:new", { aadObjectId: alice })] }).event).toMatchObject({
      mentions: [`teams:${alice}`],
    });
  });

  test("mentions at most two hundred people", () => {
    const entities = Array.from({ length: 450 }, (_, index) => mentioning(`29:${index}`));
    expect(of({ entities }).event).toMatchObject({ mentions: { length: 200 } });
  });

  test("is read from its formatted words where it has them", () => {
    const attachments = [{ contentType: "text/html", content: "<p>hello <b>you</b></p>" }];
    expect(of({ attachments }).event).toMatchObject({ text: { plain: "hello you" } });
  });
});

describe("a change", () => {
  const at = Date.parse("2026-11-21T19:26:44.963Z");
  test.each(["editMessage", "undeleteMessage"])("%s is an edit whose version is its time", (eventType) => {
    const read = of({ type: "messageUpdate", channelData: { eventType } });
    expect(read.event).toMatchObject({ kind: "message.edited", message: { version: at } });
  });
  test("softDeleteMessage is a deletion", () => {
    const read = of({ type: "messageDelete", text: undefined, channelData: { eventType: "softDeleteMessage" } });
    expect(read.event).toMatchObject({ kind: "message.deleted", message: { version: at } });
  });
  test("to no words is an edit, and one that comes without its words is not", () => {
    const edited = { type: "messageUpdate", channelData: { eventType: "editMessage" } };
    expect(of({ ...edited, text: "" }).event).toMatchObject({ text: { plain: "" } });
    expect(of({ ...edited, text: undefined })).toEqual({ event: null, ignored: "no words" });
  });
});

test.each([
  ["bot", { from: { id: "28:other" } }],
  ["bot", { from: { id: "29:x", role: "bot" } }],
  ["said to the bot alone", { conversation: { id: "a:1", conversationType: "personal", tenantId } }],
  ["said to the bot alone", { recipient: { id: "28:bot", isTargeted: true } }],
  ["no time", { timestamp: undefined }],
  ["no id", { id: undefined }],
  ["no words", { text: " " }],
  ["not a message", { type: "conversationUpdate" }],
  ["not an edit we know", { type: "messageUpdate" }],
  ["not a deletion we know", { type: "messageDelete" }],
])("is ignored, and why: %s", (ignored, changes) => {
  expect(of(changes)).toEqual({ event: null, ignored });
});

const typed = (changes: object) => typedOf(activity.parse({ ...base, ...changes }));
describe("a typed line", () => {
  const bot = [{ type: "mention", text: "<at>Charter</at>", mentioned: { id: "28:bot", name: "Charter" } }];
  const personal = { conversation: { id: "a:1", conversationType: "personal", tenantId } };
  const targeted = { recipient: { id: "28:bot", name: "Charter", isTargeted: true } };
  test.each([
    ["help", "personal", { ...personal, text: "help" }],
    ["check Charter", "personal", { ...personal, text: "/charter check Charter" }],
    ["", "personal", { ...personal, text: "charter" }],
    ["check you fool", "targeted", { ...targeted, text: "charter check you fool" }],
    ["check you", "targeted", { ...targeted, entities: bot, text: "<at>Charter</at> check you" }],
    ["show rest", "mention", { entities: bot, text: "<at>Charter</at>&nbsp;show rest" }],
  ])("%s, by %s", (line, how, changes) => {
    expect(typed(changes)).toEqual({ line, how });
  });
  test("is read in a moment, whatever the mention says", () => {
    const entities = [{ ...bot[0], text: "<at".repeat(60_000) }];
    const started = performance.now();
    expect(typed({ entities, text: "<at>Charter</at> help" })).toEqual({ line: "help", how: "mention" });
    expect(performance.now() - started).toBeLessThan(500);
  });
  test("is not one where the bot is only spoken of, or somebody else is mentioned", () => {
    expect(typed({ entities: bot, text: "ask <at>Charter</at> help" })).toBeNull();
    expect(typed({ entities: [mentioning("29:bob")], text: "<at>x</at> help" })).toBeNull();
    expect(typed({ text: "charter help" })).toBeNull();
  });
});
