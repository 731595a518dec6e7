import { z } from "zod";
import { mint, type AccountId, type Event, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import type { Home } from "./home.ts";
import { slackId, ts } from "./ids.ts";
import { readWords, type Words } from "./words.ts";

/** Why a payload of Slack is no event of ours. `unreadable`: Slack sent a shape that we do not know. */
export type Ignored = "not a message" | "subtype" | "bot" | "dialogue" | "unchanged" | "unreadable";
export type Normalised = { readonly event: Event } | { readonly event: null; readonly because: Ignored };

const written = z.object({
  user: slackId.nullish(),
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
  channel: slackId,
  hidden: z.boolean().nullish(),
  event_ts: ts.nullish(),
  deleted_ts: ts.nullish(),
  message: written.nullish(),
  previous_message: written.nullish(),
});
type MessageEvent = z.infer<typeof message>;
const envelope = z.object({ event: z.looseObject({ type: z.string() }) });

/** Turns the body of an `event_callback` that is ours into an event, or says why it is none. */
export function normalise(body: unknown, home: Home): Normalised {
  const outer = envelope.safeParse(body);
  if (!outer.success) return none("unreadable");
  if (outer.data.event.type !== "message") return none("not a message");
  const inner = message.safeParse(outer.data.event);
  if (!inner.success) return none("unreadable");
  // A direct conversation that a bot can see is one with itself: nobody else's business to judge.
  if (inner.data.channel.startsWith("D")) return none("dialogue");
  const around: Around = { home, message: inner.data };
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

interface Around {
  readonly home: Home;
  readonly message: MessageEvent;
}

function posted({ home, message: sent }: Around): Normalised {
  if (sent.hidden === true) return none("subtype");
  if (byBot(sent, home)) return none("bot");
  if (!sent.user || !sent.ts) return none("unreadable");
  const { at } = moment(sent.ts);
  return {
    event: {
      kind: "message.posted",
      ...happened({ home, channel: sent.channel, ts: sent.ts, version: 0, at }),
      ...said(sent.user, sent, wordsOf(sent)),
    },
  };
}

function changed(around: Around): Normalised {
  const { home, message: sent } = around;
  const now = sent.message;
  const before = sent.previous_message ?? null;
  if (!now) return none("unreadable");
  // A deleted message that has replies stays as a tombstone, which Slack sends as a change.
  if (now.subtype === "tombstone") return deleted(around, before, now.ts ?? before?.ts);
  if (byBot(now, home)) return none("bot");
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
      ...happened({ home, channel: sent.channel, ts: id, version, at }),
      ...said(now.user, { ...now, ts: id }, words),
    },
  };
}

function deleted({ home, message: sent }: Around, before: WrittenMessage | null, id?: string | null): Normalised {
  if (before && byBot(before, home)) return none("bot");
  const since = sent.event_ts ?? sent.ts;
  if (!id || !since) return none("unreadable");
  const { at, version } = moment(since);
  return { event: { kind: "message.deleted", ...happened({ home, channel: sent.channel, ts: id, version, at }) } };
}

const byBot = ({ bot_id, user }: WrittenMessage, home: Home): boolean =>
  Boolean(bot_id) || user === home.user || user === "USLACKBOT";

const wordsOf = ({ text, blocks }: WrittenMessage): Words => readWords({ text: text ?? "", blocks: blocks ?? [] });

const sameWords = (one: Words, other: Words): boolean =>
  one.text.plain === other.text.plain && JSON.stringify(one.text.marks) === JSON.stringify(other.text.marks);

interface Occurrence {
  readonly home: Home;
  readonly channel: string;
  readonly ts: string;
  readonly version: number;
  readonly at: Temporal.Instant;
}
const happened = ({ home, channel, ts: id, version, at }: Occurrence) => ({
  platform: "slack",
  workspace: mint<WorkspaceId>("slack", home.team),
  at,
  message: { space: mint<SpaceId>("slack", channel), id, version },
});

const said = (user: string, { ts: id, thread_ts: thread }: WrittenMessage, words: Words) => ({
  author: mint<AccountId>("slack", user),
  ...words,
  thread: thread && thread !== id ? thread : null,
});

/** A timestamp of Slack, "1665102362.013600", as an instant and as whole microseconds, which order the versions. */
export function moment(stamp: string): { at: Temporal.Instant; version: number } {
  const version = Number(stamp.replace(".", ""));
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(version) * 1000n), version };
}
