import { buttonsOf, checkModal } from "./blocks.ts";
import type { Delivered, Parcel, Send } from "./delivery.ts";
import {
  blockActions,
  eventCallback,
  memberJoined,
  memberLeft,
  messageAction,
  messageChanged,
  messageDeleted,
  messageOf,
  messagePosted,
  slashCommand,
  viewSubmission,
  type Membership,
  type Opener,
  type Payload,
} from "./payloads.ts";
import type { Posted, Seen, State } from "./state.ts";
import { show, showAnswer } from "./webapi.ts";

/** What people do, each as Slack would deliver it. */
export interface People {
  post(said: { user: string; channel: string; text: string; thread?: string; ts?: string }): Promise<Handed>;
  edit(message: Posted, text: string): Promise<Handed>;
  remove(message: Posted): Promise<Handed>;
  join(who: Membership, inviter: string | null): Promise<Delivered>;
  leave(who: Membership): Promise<Delivered>;
  /** Chooses one of the app's shortcuts in the menu of a message. */
  choose(user: string, callbackId: string, message: Posted): Promise<Delivered>;
  /** Delivers any event of the Events API; out of a channel that another company shares, where `sharedBy` names its team. */
  deliver(event: Payload, sharedBy?: string): Promise<Delivered>;
  /** The last delivery once more, as a retry. */
  again(): Promise<Delivered>;
  slash(user: string, channel: string, text: string): Promise<Delivered>;
  /** Presses the button with this label that the user saw last. */
  click(user: string, label: string): Promise<Delivered>;
  submit(user: string, fields: Readonly<Record<string, string>>): Promise<Delivered>;
}
interface Handed extends Delivered {
  readonly message: Posted;
}

/** `base` is the host and port at which the double answers. */
export function gather({ state, send, base }: { state: State; send: Send; base: string }): People {
  let last: Parcel | null = null;
  const hand = (type: Parcel["type"], payload: Payload): Promise<Delivered> => {
    last = { type, payload, attempt: 0 };
    return send(last);
  };
  const deliver = (event: Payload, sharedBy?: string) => hand("events_api", eventCallback(state, event, sharedBy));
  const opener = (user: string, channel: string): Opener => {
    const trigger = state.nextId("trigger-");
    const id = state.nextId("response-");
    state.triggers.set(trigger, { user, until: state.now() + 3000 });
    state.responseUrls.set(id, { user, channel, until: state.now() + 1_800_000, uses: 5 });
    return { user, channel, trigger, responseUrl: `http://${base}/response/${id}` };
  };
  return {
    deliver,
    async post({ user, channel, text, thread, ts }) {
      const message: Posted = {
        channel,
        ts: ts ?? state.nextTs(),
        user,
        text,
        blocks: [],
        thread: thread ?? null,
        edited: null,
        deleted: false,
      };
      state.messages.push(message);
      return { message, ...(await deliver(messagePosted(message))) };
    },
    async edit(message, text) {
      const before = messageOf(message);
      message.text = text;
      // Slack tells the time of an edit in whole seconds.
      message.edited = `${Math.floor(state.now() / 1000)}.000000`;
      return { message, ...(await deliver(messageChanged(state, message, before))) };
    },
    async remove(message) {
      message.deleted = true;
      return { message, ...(await deliver(messageDeleted(state, message))) };
    },
    async join(who, inviter) {
      state.channels.get(who.channel)?.members.add(who.user);
      return deliver(memberJoined(state, who, inviter));
    },
    async leave(who) {
      state.channels.get(who.channel)?.members.delete(who.user);
      return deliver(memberLeft(state, who));
    },
    async choose(user, callbackId, message) {
      return hand("interactive", messageAction(state, opener(user, message.channel), { callbackId, message }));
    },
    async again() {
      if (last === null) throw new Error("nothing was delivered yet");
      last = { ...last, attempt: last.attempt + 1 };
      return send(last);
    },
    async slash(user, channel, text) {
      const delivered = await hand("slash_commands", slashCommand(state, opener(user, channel), text));
      if (delivered.payload !== null) showAnswer(state, { user, channel }, delivered.payload);
      return delivered;
    },
    async click(user, label) {
      const { seen, button } = findButton(state, user, label);
      const view = seen.how === "modal" ? (state.views.get(user) ?? null) : null;
      return hand("interactive", blockActions(state, opener(user, seen.channel), { seen, view, button }));
    },
    async submit(user, fields) {
      const view = state.views.get(user);
      if (!view) throw new Error("no form is open");
      const payload = viewSubmission(state, opener(user, ""), { view, fields });
      const delivered = await hand("interactive", payload);
      if (delivered.acknowledged) become(state, user, delivered.payload);
      return delivered;
    },
  };
}

function findButton(state: State, user: string, label: string): { seen: Seen; button: Payload } {
  for (const seen of state.seen.filter((one) => one.user === user).toReversed()) {
    const button = buttonsOf(seen.blocks).find(({ text }) => text.text === label);
    if (button) return { seen, button };
  }
  throw new Error(`nobody was shown a button "${label}"`);
}

/** What an acknowledged submission makes of the open modal. */
function become(state: State, user: string, payload: unknown): void {
  const view = state.views.get(user);
  const answer = (payload ?? {}) as { response_action?: string; errors?: object; view?: unknown };
  if (!view || answer.response_action === undefined || answer.response_action === "clear") {
    state.views.delete(user);
    return;
  }
  if (answer.response_action === "errors") {
    const inputs = new Set(view.modal.blocks.filter(({ type }) => type === "input").map((block) => block.block_id));
    const strange = Object.keys(answer.errors ?? {}).filter((field) => !inputs.has(field));
    state.faults.push(...strange.map((field) => `errors: the form has no field "${field}"`));
    return;
  }
  const next = checkModal(answer.view);
  if (next.ok) show(state, user, { id: view.id, modal: next.value });
  else state.faults.push(...next.wrong.map((why) => `${answer.response_action}: ${why}`));
}
