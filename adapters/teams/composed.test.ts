import { expect, test } from "vitest";
import { accountOf, activity } from "./activity.ts";
import { causesOf } from "./composed.ts";

const base = {
  type: "conversationUpdate",
  timestamp: "2026-11-21T19:26:44.963Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:alice", aadObjectId: "A1" },
  recipient: { id: "28:bot", name: "Charter" },
  conversation: { id: "19:a@thread.tacv2", conversationType: "channel", tenantId: "t" },
};
const read = (changes: object) => causesOf(activity.parse({ ...base, ...changes }), accountOf);
const eve = { id: "29:eve", aadObjectId: "E1" };

test.each([
  [
    "brought by whoever acts",
    { membersAdded: [eve] },
    [{ kind: "joined", account: "teams:e1", invitedBy: "teams:a1" }],
  ],
  [
    "on their own",
    { membersAdded: [{ id: "29:alice", aadObjectId: "a1" }] },
    [{ kind: "joined", account: "teams:a1", invitedBy: null }],
  ],
  [
    "brought by a bot or a team, which is nobody",
    { membersAdded: [eve], from: { id: "19:a@thread.tacv2" } },
    [{ kind: "joined", account: "teams:e1", invitedBy: null }],
  ],
  ["out", { membersRemoved: [eve] }, [{ kind: "left", account: "teams:e1" }]],
  ["with another team", { channelData: { eventType: "channelShared" } }, [{ kind: "shared", by: "teams:a1" }]],
  ["without it again", { channelData: { eventType: "channelUnshared" } }, [{ kind: "shared", by: "teams:a1" }]],
  ["where only bots come", { membersAdded: [{ id: "28:bot" }] }, []],
  ["under a new name", { channelData: { eventType: "channelRenamed" } }, []],
  [
    "alone with the bot",
    { membersAdded: [eve], conversation: { ...base.conversation, conversationType: "personal" } },
    [],
  ],
  ["in a message", { type: "message", membersAdded: [eve] }, []],
])("people are in a place %s", (_, changes, causes) => {
  expect(read(changes)).toEqual(causes);
});
