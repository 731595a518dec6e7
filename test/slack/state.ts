import type { DoubleBlock, Modal } from "./blocks.ts";

/** A user of the double, in the words of Slack's user object. */
interface User {
  readonly id: string;
  readonly name: string;
  readonly team_id: string;
  readonly is_bot?: boolean;
  readonly is_stranger?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly deleted?: boolean;
  readonly is_email_confirmed?: boolean;
  readonly is_invited_user?: boolean;
  readonly profile?: { readonly email?: string };
  readonly tz?: string;
  readonly locale?: string;
}
interface Channel {
  readonly id: string;
  readonly name: string;
  readonly members: Set<string>;
  readonly is_private?: boolean;
  readonly is_archived?: boolean;
}

/** A message that somebody or the bot wrote. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  text: string;
  readonly blocks: readonly DoubleBlock[];
  readonly thread: string | null;
  edited: string | null;
  deleted: boolean;
}

/** Something that one person was shown by the app, in order: privately beside a message, in their direct messages, as an answer, or as a modal. */
export interface Seen {
  readonly how: "ephemeral" | "direct" | "answer" | "modal";
  readonly user: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly text: string;
  readonly blocks: readonly DoubleBlock[];
  readonly message: Posted | null;
}

/** A modal that is open for somebody. */
export interface OpenView {
  readonly id: string;
  readonly modal: Modal;
}

/** One call to the Web API or to a response URL: what was asked, and how it was answered. */
interface JournalEntry {
  readonly method: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly answered: string;
}

export interface State {
  readonly team: string;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** Direct conversations of the bot, by the other person. */
  readonly directs: Map<string, string>;
  readonly messages: Posted[];
  readonly seen: Seen[];
  readonly views: Map<string, OpenView>;
  readonly triggers: Map<string, { readonly user: string; readonly until: number }>;
  readonly responseUrls: Map<string, { readonly user: string; readonly channel: string; until: number; uses: number }>;
  readonly journal: JournalEntry[];
  /** What the product did that Slack would not take. A test must end with none. */
  readonly faults: string[];
  readonly now: () => number;
  /** The longest page of a list, whatever was asked for. */
  pageLimit: number;
  /** A timestamp that was not given before, in Slack's form. */
  nextTs(): string;
  /** Any other id, unique. */
  nextId(prefix: string): string;
}

/** An empty workspace with a bot in it. `now` is in milliseconds. */
export function newState(team: string, now: () => number): State {
  let count = 0;
  const bot: User = { id: "U0CHARTER", name: "charter", team_id: team, is_bot: true };
  return {
    team,
    bot,
    users: new Map([[bot.id, bot]]),
    channels: new Map(),
    directs: new Map(),
    messages: [],
    seen: [],
    views: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    journal: [],
    faults: [],
    now,
    pageLimit: 200,
    nextTs: () => `${Math.floor(now() / 1000)}.${String(++count).padStart(6, "0")}`,
    nextId: (prefix) => `${prefix}${String(++count).padStart(8, "0")}`,
  };
}

export function findMessage(state: State, channel: string, ts: string): Posted | undefined {
  return state.messages.find((message) => message.channel === channel && message.ts === ts && !message.deleted);
}
