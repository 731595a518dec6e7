import type { DoubleBlock, Modal } from "./blocks.ts";
import type { OpenView, Posted, Seen, State } from "./state.ts";

/** What Slack sends, in its own shapes. */
export type Payload = Readonly<Record<string, unknown>>;

/** The outside of every event. `sharedBy` is the other company's team, where an event comes out of a shared channel. */
export function eventCallback(state: State, event: Payload, sharedBy?: string): Payload {
  return {
    token: "unused",
    team_id: sharedBy ?? state.team,
    context_team_id: state.team,
    context_enterprise_id: null,
    api_app_id: "A0CHARTER",
    event,
    type: "event_callback",
    event_id: state.nextId("Ev"),
    event_time: Math.floor(state.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: state.team, user_id: state.bot.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: sharedBy !== undefined,
  };
}

export function messagePosted(message: Posted): Payload {
  return { ...messageOf(message), channel: message.channel, event_ts: message.ts, channel_type: "channel" };
}
export function messageChanged(state: State, message: Posted, before: Payload): Payload {
  const ts = state.nextTs();
  return {
    type: "message",
    subtype: "message_changed",
    hidden: true,
    message: messageOf(message),
    previous_message: before,
    channel: message.channel,
    ts,
    event_ts: ts,
    channel_type: "channel",
  };
}
export function messageDeleted(state: State, message: Posted): Payload {
  const ts = state.nextTs();
  return {
    type: "message",
    subtype: "message_deleted",
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messageOf(message),
    channel: message.channel,
    ts,
    event_ts: ts,
    channel_type: "channel",
  };
}

/** Somebody is in a channel now; `inviter` is left out where they came on their own. */
export const memberJoined = (state: State, { user, channel }: Membership, inviter: string | null): Payload => ({
  ...membership(state, { user, channel }, "member_joined_channel"),
  ...(inviter === null ? {} : { inviter }),
});
export const memberLeft = (state: State, who: Membership): Payload => membership(state, who, "member_left_channel");
export interface Membership {
  readonly user: string;
  readonly channel: string;
}
const membership = (state: State, { user, channel }: Membership, type: string): Payload => ({
  type,
  user,
  channel,
  channel_type: "C",
  team: state.users.get(user)?.team_id ?? state.team,
  event_ts: state.nextTs(),
});

/** A message as it stands inside events: mrkdwn for old clients, rich text as people write it. */
export function messageOf({ text, user, ts, thread, edited }: Posted): Payload {
  return {
    type: "message",
    user,
    text: escape(text),
    ts,
    client_msg_id: `client-${ts}`,
    blocks: [
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: text === "" ? [] : [typed(text)] }] },
    ],
    ...(thread === null ? {} : { thread_ts: thread }),
    ...(edited === null ? {} : { edited: { user, ts: edited } }),
  };
}
const typed = (text: string): Payload => ({ type: "text", text });
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export interface Opener {
  readonly user: string;
  readonly channel: string;
  readonly responseUrl: string;
  readonly trigger: string;
}

export function slashCommand(state: State, { user, channel, responseUrl, trigger }: Opener, text: string): Payload {
  return {
    token: "unused",
    team_id: state.team,
    team_domain: "double",
    channel_id: channel,
    channel_name: state.channels.get(channel)?.name ?? "directmessage",
    user_id: user,
    user_name: state.users.get(user)?.name ?? "",
    command: "/charter",
    text: escape(text),
    api_app_id: "A0CHARTER",
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: trigger,
  };
}

/** Somebody pressed a button under a message, or inside a modal, where there is no response URL. */
export function blockActions(state: State, { user, channel, responseUrl, trigger }: Opener, pressed: Pressed): Payload {
  const { seen, view, button } = pressed;
  const ts = seen.message?.ts ?? state.nextTs();
  const inMessage = {
    channel: { id: channel, name: state.channels.get(channel)?.name ?? "directmessage" },
    response_url: responseUrl,
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: seen.how !== "direct",
      ...(seen.thread === null ? {} : { thread_ts: seen.thread }),
    },
  };
  const inView = { container: { type: "view", view_id: view?.id ?? "" }, view: view ? viewOf(state, view) : null };
  return {
    type: "block_actions",
    user: { id: user, username: state.users.get(user)?.name ?? "", team_id: state.team },
    api_app_id: "A0CHARTER",
    token: "unused",
    trigger_id: trigger,
    team: { id: state.team, domain: "double" },
    enterprise: null,
    is_enterprise_install: false,
    state: { values: {} },
    ...(seen.how === "modal" ? inView : inMessage),
    actions: [{ ...button, block_id: "b", action_ts: state.nextTs() }],
  };
}
export interface Pressed {
  readonly seen: Seen;
  readonly view: OpenView | null;
  readonly button: Payload;
}

/** Somebody chose a shortcut of the app in the menu of a message. */
export function messageAction(state: State, { user, channel, responseUrl, trigger }: Opener, chosen: Chosen): Payload {
  return {
    type: "message_action",
    token: "unused",
    action_ts: state.nextTs(),
    team: { id: state.team, domain: "double" },
    user: { id: user, username: state.users.get(user)?.name ?? "", team_id: state.team, name: "" },
    channel: { id: channel, name: state.channels.get(channel)?.name ?? "directmessage" },
    is_enterprise_install: false,
    enterprise: null,
    callback_id: chosen.callbackId,
    trigger_id: trigger,
    response_url: responseUrl,
    message_ts: chosen.message.ts,
    message: { ...messageOf(chosen.message), team: state.team },
  };
}
export interface Chosen {
  readonly callbackId: string;
  readonly message: Posted;
}

export function viewSubmission(state: State, opener: Pick<Opener, "user" | "trigger">, filled: Filled): Payload {
  return {
    type: "view_submission",
    team: { id: state.team, domain: "double" },
    user: { id: opener.user, username: state.users.get(opener.user)?.name ?? "", team_id: state.team },
    api_app_id: "A0CHARTER",
    token: "unused",
    trigger_id: opener.trigger,
    view: { ...viewOf(state, filled.view), state: { values: valuesOf(filled.view.modal, filled.fields) } },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}
export interface Filled {
  readonly view: OpenView;
  readonly fields: Readonly<Record<string, string>>;
}

const viewOf = (state: State, { id, modal }: OpenView): Payload => ({
  id,
  team_id: state.team,
  hash: `${id}.1`,
  app_id: "A0CHARTER",
  app_installed_team_id: state.team,
  bot_id: "B0CHARTER",
  root_view_id: id,
  previous_view_id: null,
  state: { values: {} },
  ...modal,
});

/** What somebody filled in, or left as it was. */
function valuesOf(modal: Modal, fields: Readonly<Record<string, string>>): Payload {
  return Object.fromEntries(
    modal.blocks.flatMap((block) =>
      block.type === "input"
        ? [[block.block_id, { [block.element.action_id]: value(block.element, fields[block.block_id ?? ""]) }]]
        : [],
    ),
  );
}
function value(element: Extract<DoubleBlock, { type: "input" }>["element"], filled: string | undefined): Payload {
  if (element.type === "static_select") {
    const chosen = element.options.find((option) => option.value === filled) ?? element.initial_option ?? null;
    return { type: element.type, selected_option: chosen };
  }
  const text = filled ?? element.initial_value ?? "";
  return { type: element.type, value: text === "" ? null : text };
}
