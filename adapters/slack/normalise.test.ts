import { describe, expect, it } from "vitest";
import { normalise, type Ignored } from "./normalise.ts";

const self = "U0BOT";
const home = { team: "T1", enterprise: null, user: self };
const hello = { type: "message", user: "U1", text: "hello", ts: "1700000000.000100", channel: "C1" };
const wrap = (event: object) => ({
  type: "event_callback",
  team_id: "T1",
  authorizations: [{ team_id: "T1", user_id: self }],
  event,
});
const read = (event: object) => normalise(wrap(event), home);
const edited = { ts: "1700000050.000000", user: "U1" };
const change = (now: object, before: object) => ({
  type: "message",
  subtype: "message_changed",
  hidden: true,
  channel: "C1",
  ts: "1700000050.000700",
  event_ts: "1700000050.000700",
  message: { type: "message", user: "U1", ts: "1700000000.000100", ...now },
  previous_message: { type: "message", user: "U1", ts: "1700000000.000100", ...before },
});

describe("a message of Slack as an event", () => {
  it("happens when it was posted, in version 0", () => {
    const { event } = read(hello);
    expect(event).toMatchObject({
      kind: "message.posted",
      platform: "slack",
      workspace: "slack:T1",
      author: "slack:U1",
      message: { space: "slack:C1", id: "1700000000.000100", version: 0 },
      thread: null,
    });
    expect(event?.at.toString()).toBe("2023-11-14T22:13:20.0001Z");
  });

  it.each([{ subtype: "me_message" }, { subtype: "file_share", files: [{}] }, { subtype: "thread_broadcast" }])(
    "is one also as %j",
    (more) => {
      expect(read({ ...hello, ...more }).event?.kind).toBe("message.posted");
    },
  );

  it("belongs to a thread as a reply, but not as the message that started it", () => {
    expect(read({ ...hello, thread_ts: "1699999999.000100" }).event).toMatchObject({ thread: "1699999999.000100" });
    expect(read({ ...hello, thread_ts: hello.ts }).event).toMatchObject({ thread: null });
  });

  it("is edited in a version of whole microseconds, by which two edits of one second differ", () => {
    const { event } = read(change({ text: "bye", edited }, { text: "hello" }));
    expect(event).toMatchObject({
      kind: "message.edited",
      author: "slack:U1",
      message: { id: "1700000000.000100", version: 1_700_000_050_000_700 },
      text: { plain: "bye" },
    });
  });

  it("keeps its thread when it is edited", () => {
    const thread = { thread_ts: "1699999999.000100" };
    const { event } = read(change({ text: "bye", edited, ...thread }, { text: "hello", ...thread }));
    expect(event).toMatchObject({ thread: "1699999999.000100" });
  });

  it.each([
    ["deleted", { type: "message", subtype: "message_deleted", deleted_ts: hello.ts, previous_message: hello }],
    ["left as a tombstone", change({ subtype: "tombstone", text: "This message was deleted." }, { text: "hello" })],
  ])("is deleted when it is %s", (_, event) => {
    const about = { channel: "C1", ts: "1700000099.000300", event_ts: "1700000099.000300" };
    expect(read({ ...event, ...about }).event).toMatchObject({
      kind: "message.deleted",
      message: { space: "slack:C1", id: hello.ts, version: 1_700_000_099_000_300 },
    });
  });

  it("belongs to our workspace also as an outsider's, where companies share a channel", () => {
    const { event } = read({ ...hello, user: "U2", team: "TTHEIRS", user_team: "TTHEIRS", source_team: "TTHEIRS" });
    expect(event).toMatchObject({ workspace: "slack:T1", author: "slack:U2" });
  });

  it.each<[string, object, Ignored]>([
    ["a bot's message", { ...hello, bot_id: "B1" }, "bot"],
    ["a bot's message of the old kind", { ...hello, subtype: "bot_message", bot_id: "B1" }, "subtype"],
    ["our own message", { ...hello, user: self }, "bot"],
    ["Slackbot's message", { ...hello, user: "USLACKBOT" }, "bot"],
    ["a change of a bot's message", change({ bot_id: "B1", text: "b" }, { text: "a" }), "bot"],
    ["what somebody writes to the bot", { ...hello, channel: "D1", channel_type: "im" }, "dialogue"],
    ["a join", { ...hello, subtype: "channel_join" }, "subtype"],
    ["a hidden message", { ...hello, hidden: true }, "subtype"],
    ["a hidden subtype", { ...hello, subtype: "message_replied", hidden: true }, "subtype"],
    ["a link preview", change({ text: "a", attachments: [{ title: "b" }] }, { text: "a" }), "unchanged"],
    ["a message without an author", { ...hello, user: undefined }, "unreadable"],
    ["a message with a strange time", { ...hello, ts: "yesterday" }, "unreadable"],
    ["a message of the year 2286", { ...hello, ts: "9999999999.999999" }, "unreadable"],
    ["a message with a NUL in its channel", { ...hello, channel: "C\u0000" }, "unreadable"],
    ["a message whose author is markup", { ...hello, user: "U1> <!channel" }, "unreadable"],
    ["an edit of somebody with a NUL", change({ user: "U\u0000", text: "b" }, { text: "a" }), "unreadable"],
    ["a reply in a thread that is no time", { ...hello, thread_ts: "1'--" }, "unreadable"],
    ["a change without a message", { ...hello, subtype: "message_changed" }, "unreadable"],
    ["a reaction", { type: "reaction_added", user: "U1" }, "not a message"],
  ])("is not made of %s", (_, event, because) => {
    expect(read(event)).toEqual({ event: null, because });
  });

  it.each([null, 7, "x", [], {}, { event: {} }])("is not made of %j", (body) => {
    expect(normalise(body, home)).toEqual({ event: null, because: "unreadable" });
  });
});
