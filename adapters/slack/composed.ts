import { z } from "zod";
import {
  mint,
  type AccountId,
  type CompositionCause,
  type SpaceComposed,
  type SpaceId,
  type WorkspaceId,
} from "../../src/core/model.ts";
import type { Home } from "./home.ts";
import { slackId, ts } from "./ids.ts";
import { moment } from "./normalise.ts";

/** Documented at docs.slack.dev/reference/events, each under its own name. */
const kinds = [
  "member_joined_channel",
  "member_left_channel",
  "channel_shared",
  "channel_unshared",
  "shared_channel_invite_accepted",
  "shared_channel_invite_approved",
] as const;
const typed = z.object({ event: z.object({ type: z.enum(kinds) }) });

const membership = z.object({ user: slackId, channel: slackId, inviter: slackId.nullish().catch(null) });
const sharing = z.object({ channel: slackId });
const invitation = z.object({
  channel: z.object({ id: slackId }),
  invite: z.object({ inviting_user: z.object({ id: slackId }).nullish().catch(null) }),
});
const dated = z.object({
  event: z.object({ event_ts: ts.nullish().catch(null) }),
  event_time: z.int().positive().nullish().catch(null),
});

interface Change {
  readonly channel: string;
  readonly cause: CompositionCause;
}

/** Turns the body of an `event_callback` that says who came to a channel or left it, or that it was shared, into an event. Null for every other. */
export function composed(body: unknown, home: Home): SpaceComposed | "unreadable" | null {
  const read = typed.safeParse(body);
  if (!read.success) return null;
  const change = changeOf(read.data.event.type, z.object({ event: z.unknown() }).parse(body).event);
  const at = timeOf(body);
  if (change === null || at === null) return "unreadable";
  const { channel, cause } = change;
  const space = mint<SpaceId>("slack", channel);
  return {
    kind: "space.composed",
    platform: "slack",
    workspace: mint<WorkspaceId>("slack", home.team),
    at,
    space,
    cause,
  };
}

const account = (id: string): AccountId => mint<AccountId>("slack", id);

function changeOf(type: (typeof kinds)[number], event: unknown): Change | null {
  switch (type) {
    case "member_joined_channel":
    case "member_left_channel": {
      const { data } = membership.safeParse(event);
      if (!data) return null;
      const { user, channel, inviter } = data;
      return type === "member_left_channel"
        ? { channel, cause: { kind: "left", account: account(user) } }
        : { channel, cause: { kind: "joined", account: account(user), invitedBy: inviter ? account(inviter) : null } };
    }
    case "channel_shared":
    case "channel_unshared": {
      const { data } = sharing.safeParse(event);
      return data ? { channel: data.channel, cause: { kind: "shared", by: null } } : null;
    }
    case "shared_channel_invite_accepted":
    case "shared_channel_invite_approved": {
      const { data } = invitation.safeParse(event);
      if (!data) return null;
      const by = data.invite.inviting_user;
      return { channel: data.channel.id, cause: { kind: "shared", by: by ? account(by.id) : null } };
    }
  }
}

/** The event's own time; where it has none, the second at which Slack sent it. */
function timeOf(body: unknown): Temporal.Instant | null {
  const { data } = dated.safeParse(body);
  if (data?.event.event_ts) return moment(data.event.event_ts).at;
  return data?.event_time ? Temporal.Instant.fromEpochMilliseconds(data.event_time * 1000) : null;
}
