import type { AccountId, Event, Message } from "../../src/core/model.ts";
import { accountOf, isBot, isPersonal, spaceOf, workspaceOf, type Activity, type Mention } from "./activity.ts";
import { wordsOf } from "./words.ts";

/** An event for the door, or why there is none. */
export type Normalised =
  { readonly event: Event; readonly ignored: null } | { readonly event: null; readonly ignored: string };
const ignored = (reason: string): Normalised => ({ event: null, ignored: reason });

export interface Bearings {
  readonly tenantId: string;
  /** The account that the platform knows by this id in conversations, where it was seen before. */
  readonly account: (teamsId: string) => AccountId | null;
}

/** Makes an event of a message that people share. What is said to the bot alone is not judged. Pure. */
export function normalise(activity: Activity, bearings: Bearings): Normalised {
  const { type, id, timestamp, from, conversation, channelData } = activity;
  if (isBot(from) || from.id === activity.recipient.id) return ignored("bot");
  if (isPersonal(conversation) || activity.recipient.isTargeted === true) return ignored("said to the bot alone");
  if (id === undefined) return ignored("no id");
  if (timestamp === undefined) return ignored("no time");
  const { space, root } = spaceOf(conversation.id);
  const happened = { platform: "teams", workspace: workspaceOf(bearings.tenantId), at: timestamp } as const;
  const message = (version: number): Message => ({ space, id, version });
  if (type === "messageDelete") {
    if (channelData?.eventType !== "softDeleteMessage") return ignored("not a deletion we know");
    return found({ ...happened, kind: "message.deleted", message: message(timestamp.epochMilliseconds) });
  }
  const text = wordsOf(activity);
  // An edit may come without its words. What it says is then not known, which is not the same as nothing.
  if (text === null) return ignored("no words");
  const written = {
    ...happened,
    author: authorOf(activity, bearings),
    text,
    mentions: mentionsOf(activity, bearings),
    thread: root === id ? null : root,
  };
  if (type === "message") {
    if (text.plain === "") return ignored("no words");
    return found({ ...written, kind: "message.posted", message: message(0) });
  }
  if (type !== "messageUpdate") return ignored("not a message");
  if (!["editMessage", "undeleteMessage"].includes(channelData?.eventType ?? "")) return ignored("not an edit we know");
  return found({ ...written, kind: "message.edited", message: message(timestamp.epochMilliseconds) });
}
const found = (event: Event): Normalised => ({ event, ignored: null });

const authorOf = ({ from }: Activity, { account }: Bearings): AccountId =>
  from.aadObjectId ? accountOf(from) : (account(from.id) ?? accountOf(from));

// More people than anybody addresses one by one, and few enough to look up at once.
const mostMentions = 200;

/** The people mentioned, once each; bots, channels and tags are not people. What is known of an id is believed first. */
function mentionsOf({ entities }: Activity, { account }: Bearings): readonly AccountId[] {
  const people = entities.filter(isOfPerson).map(({ mentioned }) => account(mentioned.id) ?? accountOf(mentioned));
  return [...new Set(people)].slice(0, mostMentions);
}
const isOfPerson = ({ mentioned }: Mention): boolean =>
  !isBot(mentioned) && !mentioned.id.startsWith("19:") && (!mentioned.type || mentioned.type === "person");
