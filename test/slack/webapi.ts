import { z } from "zod";
import { checkMessage, checkModal, type DoubleBlock } from "./blocks.ts";
import { findMessage, type OpenView, type Posted, type Seen, type State } from "./state.ts";

export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };
export type Arguments = Readonly<Record<string, unknown>>;
type Method = (state: State, given: Arguments) => Answer;

const refuse = (error: string): Answer => ({ ok: false, error });
const fault = (state: State, method: string, wrong: readonly string[]): Answer => {
  state.faults.push(...wrong.map((why) => `${method}: ${why}`));
  return refuse("invalid_arguments");
};

/** Answers one call of the Web API from the state. A method that is not here is the caller's fault. */
export function callMethod(state: State, method: string, given: Arguments): Answer {
  const known = methods[method];
  if (!known) {
    state.faults.push(`${method}: no such method`);
    return refuse("unknown_method");
  }
  return known(state, given);
}

const methods: Readonly<Record<string, Method>> = {
  "auth.test": ({ team, bot }) => ({ ok: true, team_id: team, user_id: bot.id, bot_id: "B0CHARTER", user: bot.name }),
  "chat.postEphemeral": postEphemeral,
  "chat.postMessage": postMessage,
  "chat.delete": deleteMessage,
  "conversations.open": openConversation,
  "conversations.list": (state, given) => {
    const shown = [...state.channels.values()]
      .filter((channel) => !(given["exclude_archived"] === "true" && channel.is_archived))
      .map(({ members, ...channel }) => ({ ...channel, num_members: members.size }));
    const { items: channels, ...rest } = paged(state, given, shown);
    return { ok: true, channels, ...rest };
  },
  "conversations.info": (state, given) => {
    const channel = visible(state, given);
    if (!channel) return refuse("channel_not_found");
    const { members: _members, ...shown } = channel;
    return { ok: true, channel: shown };
  },
  "conversations.members": (state, given) => {
    const channel = visible(state, given);
    if (!channel) return refuse("channel_not_found");
    const { items: members, ...rest } = paged(state, given, [...channel.members]);
    return { ok: true, members, ...rest };
  },
  "users.list": (state, given) => {
    const { items: members, ...rest } = paged(state, given, [...state.users.values()]);
    return { ok: true, members, ...rest };
  },
  "users.info": (state, given) => {
    const user = state.users.get(String(given["user"]));
    return user ? { ok: true, user } : refuse("user_not_found");
  },
  "views.open": openView,
  "views.update": updateView,
};

/** A private channel is there for its members alone. */
function visible(state: State, given: Arguments) {
  const channel = state.channels.get(String(given["channel"]));
  return channel?.is_private && !channel.members.has(state.bot.id) ? undefined : channel;
}

const addressed = z.object({ channel: z.string(), user: z.string().default(""), thread_ts: z.string().optional() });

function postEphemeral(state: State, given: Arguments): Answer {
  const to = addressed.parse(given);
  const content = checkMessage(given);
  if (!content.ok) return fault(state, "chat.postEphemeral", content.wrong);
  const channel = state.channels.get(to.channel);
  if (!channel) return refuse("channel_not_found");
  if (!channel.members.has(state.bot.id)) return refuse("not_in_channel");
  if (!channel.members.has(to.user)) return refuse("user_not_in_channel");
  const { text, blocks = [] } = content.value;
  state.seen.push({
    how: "ephemeral",
    user: to.user,
    channel: to.channel,
    thread: to.thread_ts ?? null,
    text,
    blocks,
    message: null,
  });
  return { ok: true, message_ts: state.nextTs() };
}

function postMessage(state: State, given: Arguments): Answer {
  const to = addressed.parse(given);
  const content = checkMessage(given);
  if (!content.ok) return fault(state, "chat.postMessage", content.wrong);
  const person = [...state.directs].find(([, channel]) => channel === to.channel)?.[0];
  if (person === undefined) return refuse(state.channels.has(to.channel) ? "restricted_action" : "channel_not_found");
  const { text, blocks = [] } = content.value;
  const message: Posted = {
    channel: to.channel,
    ts: state.nextTs(),
    user: state.bot.id,
    text,
    blocks,
    thread: to.thread_ts ?? null,
    edited: null,
    deleted: false,
  };
  state.messages.push(message);
  state.seen.push({ how: "direct", user: person, channel: to.channel, thread: message.thread, text, blocks, message });
  return { ok: true, channel: to.channel, ts: message.ts };
}

function deleteMessage(state: State, given: Arguments): Answer {
  const { channel, ts } = z.object({ channel: z.string(), ts: z.string() }).parse(given);
  const message = findMessage(state, channel, ts);
  if (!message) return refuse("message_not_found");
  if (message.user !== state.bot.id) return refuse("cant_delete_message");
  message.deleted = true;
  return { ok: true, channel, ts };
}

function openConversation(state: State, given: Arguments): Answer {
  const user = String(given["users"]);
  const known = state.users.get(user);
  if (!known) return refuse("user_not_found");
  if (known.deleted) return refuse("user_disabled");
  const id = state.directs.get(user) ?? state.nextId("D");
  state.directs.set(user, id);
  return { ok: true, channel: { id } };
}

function openView(state: State, given: Arguments): Answer {
  const view = checkModal(given["view"]);
  if (!view.ok) return fault(state, "views.open", view.wrong);
  const id = String(given["trigger_id"]);
  const trigger = state.triggers.get(id);
  // A trigger opens one view, within three seconds.
  state.triggers.delete(id);
  if (!trigger) return refuse("exchanged_trigger_id");
  if (trigger.until < state.now()) return refuse("expired_trigger_id");
  return show(state, trigger.user, { id: state.nextId("V"), modal: view.value });
}

function updateView(state: State, given: Arguments): Answer {
  const view = checkModal(given["view"]);
  if (!view.ok) return fault(state, "views.update", view.wrong);
  const open = [...state.views].find(([, { id }]) => id === given["view_id"]);
  return open ? show(state, open[0], { id: open[1].id, modal: view.value }) : refuse("not_found");
}

/** Puts a view in front of somebody, in place of what was open. */
export function show(state: State, user: string, view: OpenView): Answer {
  state.views.set(user, view);
  const { blocks, title } = view.modal;
  state.seen.push({ how: "modal", user, channel: "", thread: null, text: title.text, blocks, message: null });
  return { ok: true, view: { id: view.id, ...view.modal } };
}

/** What an acknowledgement or a response URL carried, shown to one person. Answers null where there was nothing to show. */
export function showAnswer(state: State, to: { user: string; channel: string }, raw: unknown): Seen | null {
  const content = checkMessage(raw);
  if (!content.ok) {
    fault(state, "response", content.wrong);
    return null;
  }
  if (content.value["response_type"] !== "ephemeral") state.faults.push("response: visible to everybody");
  const blocks: readonly DoubleBlock[] = content.value.blocks ?? [];
  const seen: Seen = { how: "answer", ...to, thread: null, text: content.value.text, blocks, message: null };
  state.seen.push(seen);
  return seen;
}

function paged({ pageLimit }: State, given: Arguments, all: readonly unknown[]) {
  const from = Number(given["cursor"] || 0);
  const until = from + Math.min(Number(given["limit"] || 100), pageLimit);
  const next = until < all.length ? String(until) : "";
  return { items: all.slice(from, until), response_metadata: { next_cursor: next } };
}
