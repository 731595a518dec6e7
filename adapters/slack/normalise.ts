import { z } from "zod";
import { mint, type AccountId, type Event, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import { readWords, type Words } from "./words.ts";

/** Why a payload of Slack is no event of ours. `unreadable`: Slack sent a shape that we do not know. */
export type Ignored = "not a message" | "subtype" | "bot" | "dialogue" | "unchanged" | "unreadable";
export type Normalised = { readonly event: Event } | { readonly event: null; readonly because: Ignored };

const ts = z.string().regex(/^\d{1,10}\.\d{6}$/);
const written = z.object({
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  blocks: z.array(z.unknown()).nullish(),
  ts: ts.nullish(),
  thread_ts: ts.nullish(),
  edited: z.object({ ts }).nullish(),
});
type WrittenMessage = z.infer<typeof written>;
const message = written.extend({
  channel: z.string().min(1),
  hidden: z.boolean().nullish(),
  event_ts: ts.nullish(),
  deleted_ts: ts.nullish(),
  message: written.nullish(),
  previous_message: written.nullish(),
});
type MessageEvent = z.infer<typeof message>;
const envelope = z.object({
  team_id: z.string().nullish(),
  context_team_id: z.string().nullish(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
  event: z.looseObject({ type: z.string() }),
});

/** Turns the body of an `event_callback` into an event, or says why it is none. `self` is the user id of our own bot. */
export function normalise(body: unknown, self: string): Normalised {
  const outer = envelope.safeParse(body);
  if (!outer.success) return none("unreadable");
  if (outer.data.event.type !== "message") return none("not a message");
  const inner = message.safeParse(outer.data.event);
  const team = workspaceOf(outer.data);
  if (!inner.success || team === null) return none("unreadable");
  // A direct conversation that a bot can see is one with itself: nobody else's business to judge.
  if (inner.data.channel.startsWith("D")) return none("dialogue");
  const around: Around = { team, self, message: inner.data };
  switch (inner.data.subtype ?? "") {
    case "message_changed":
      return changed(around);
    case "message_deleted":
      return deleted(around, inner.data.previous_message ?? null, inner.data.deleted_ts);
    case "":
    case "thread_broadcast":
    case "me_message":
    case "file_share":
      return posted(around);
    default:
      return none("subtype");
  }
}

const none = (because: Ignored): Normalised => ({ event: null, because });

/** In a channel shared between companies the outer team may be the other company's: the authorisation says whose we are. */
function workspaceOf(outer: z.infer<typeof envelope>): string | null {
  return outer.authorizations?.[0]?.team_id ?? outer.context_team_id ?? outer.team_id ?? null;
}

interface Around {
  readonly team: string;
  readonly self: string;
  readonly message: MessageEvent;
}

function posted({ team, self, message: sent }: Around): Normalised {
  if (sent.hidden === true) return none("subtype");
  if (byBot(sent, self)) return none("bot");
  if (!sent.user || !sent.ts) return none("unreadable");
  const { at } = moment(sent.ts);
  return {
    event: {
      kind: "message.posted",
      ...happened({ team, channel: sent.channel, ts: sent.ts, version: 0, at }),
      ...said(sent.user, sent, wordsOf(sent)),
    },
  };
}

function changed(around: Around): Normalised {
  const { team, self, message: sent } = around;
  const now = sent.message;
  const before = sent.previous_message ?? null;
  if (!now) return none("unreadable");
  // A deleted message that has replies stays as a tombstone, which Slack sends as a change.
  if (now.subtype === "tombstone") return deleted(around, before, now.ts ?? before?.ts);
  if (byBot(now, self)) return none("bot");
  const id = now.ts ?? before?.ts;
  // Slack cuts the time of an edit to whole seconds; the time of the event tells two edits of one second apart.
  const since = sent.event_ts ?? sent.ts ?? now.edited?.ts;
  if (!now.user || !id || !since) return none("unreadable");
  const words = wordsOf(now);
  // Link previews and new replies change a message too, but not what its author said.
  if (before && sameWords(wordsOf(before), words)) return none("unchanged");
  const { at, version } = moment(since);
  return {
    event: {
      kind: "message.edited",
      ...happened({ team, channel: sent.channel, ts: id, version, at }),
      ...said(now.user, { ...now, ts: id }, words),
    },
  };
}

function deleted({ team, self, message: sent }: Around, before: WrittenMessage | null, id?: string | null): Normalised {
  if (before && byBot(before, self)) return none("bot");
  const since = sent.event_ts ?? sent.ts;
  if (!id || !since) return none("unreadable");
  const { at, version } = moment(since);
  return { event: { kind: "message.deleted", ...happened({ team, channel: sent.channel, ts: id, version, at }) } };
}

const byBot = ({ bot_id, user }: WrittenMessage, self: string): boolean =>
  Boolean(bot_id) || user === self || user === "USLACKBOT";

const wordsOf = ({ text, blocks }: WrittenMessage): Words => readWords({ text: text ?? "", blocks: blocks ?? [] });

const sameWords = (one: Words, other: Words): boolean =>
  one.text.plain === other.text.plain && JSON.stringify(one.text.marks) === JSON.stringify(other.text.marks);

interface Occurrence {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly version: number;
  readonly at: Temporal.Instant;
}
const happened = ({ team, channel, ts: id, version, at }: Occurrence) => ({
  platform: "slack",
  workspace: mint<WorkspaceId>("slack", team),
  at,
  message: { space: mint<SpaceId>("slack", channel), id, version },
});

const said = (user: string, { ts: id, thread_ts: thread }: WrittenMessage, words: Words) => ({
  author: mint<AccountId>("slack", user),
  ...words,
  thread: thread && thread !== id ? thread : null,
});

/** A timestamp of Slack, "1665102362.013600", as an instant and as whole microseconds, which order the versions. */
function moment(stamp: string): { at: Temporal.Instant; version: number } {
  const version = Number(stamp.replace(".", ""));
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(version) * 1000n), version };
}
