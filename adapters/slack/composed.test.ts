import { describe, expect, it } from "vitest";
import { composed } from "./composed.ts";

const home = { team: "T1", enterprise: null, user: "U0BOT" };
const stamp = "1700000000.000100";
const wrap = (event: object, more: object = {}) => ({
  type: "event_callback",
  event_time: 1_700_000_000,
  event,
  ...more,
});
const read = (event: object) => composed(wrap({ event_ts: stamp, ...event }), home);

describe("who is in a channel of Slack", () => {
  it.each([
    [
      "joined, brought by somebody",
      { type: "member_joined_channel", user: "U1", channel: "C1", channel_type: "C", team: "T2", inviter: "U2" },
      { kind: "joined", account: "slack:U1", invitedBy: "slack:U2" },
    ],
    [
      "joined on their own",
      { type: "member_joined_channel", user: "U1", channel: "C1" },
      { kind: "joined", account: "slack:U1", invitedBy: null },
    ],
    ["left", { type: "member_left_channel", user: "U1", channel: "C1" }, { kind: "left", account: "slack:U1" }],
    ["shared", { type: "channel_shared", connected_team_id: "T2", channel: "C1" }, { kind: "shared", by: null }],
    [
      "no longer shared",
      { type: "channel_unshared", previously_connected_team_id: "T2", channel: "C1" },
      { kind: "shared", by: null },
    ],
    [
      "shared by an invitation that was accepted",
      { type: "shared_channel_invite_accepted", channel: { id: "C1" }, invite: { inviting_user: { id: "U2" } } },
      { kind: "shared", by: "slack:U2" },
    ],
  ])("is told when it was %s", (_, event, cause) => {
    expect(read(event)).toEqual({
      kind: "space.composed",
      platform: "slack",
      workspace: "slack:T1",
      at: Temporal.Instant.from("2023-11-14T22:13:20.0001Z"),
      space: "slack:C1",
      cause,
    });
  });

  it("is dated by its delivery where the event says no time of its own", () => {
    const event = { type: "member_left_channel", user: "U1", channel: "C1" };
    expect(composed(wrap(event), home)).toMatchObject({ at: Temporal.Instant.from("2023-11-14T22:13:20Z") });
    expect(composed(wrap(event, { event_time: undefined }), home)).toBe("unreadable");
  });

  it.each([
    { type: "member_joined_channel", user: "U\u0000", channel: "C1" },
    { type: "member_joined_channel", channel: "C1" },
    { type: "channel_shared", channel: { id: "C1" } },
    { type: "shared_channel_invite_accepted", channel: { id: "C1" } },
  ])("cannot be read of %j", (event) => {
    expect(read(event)).toBe("unreadable");
  });

  it.each([{ type: "reaction_added" }, { type: "team_join", user: { id: "U1" } }])("is not what %j tells", (event) => {
    expect(read(event)).toBeNull();
  });
});
