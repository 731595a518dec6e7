import type { RespondArguments, ViewResponseAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Call, Door } from "../../src/core/adapter.ts";
import { mint, type AccountId, type Problem, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import type { Reply } from "../../src/core/view.ts";
import { aboutOf, chosenMessage, reference, type Reference } from "./about.ts";
import type { Home } from "./home.ts";
import { slackId, ts } from "./ids.ts";
import { asked } from "./perform.ts";
import { renderForm, renderMessage, renderModal, viewOfProblems } from "./render.ts";

/** Tells operators what happened: names, ids and numbers, never words of people. */
export type Log = (event: string, fields: Readonly<Record<string, string | number | boolean>>) => void;

/** What commands, buttons and forms are answered with. */
export interface Desk {
  readonly door: Door;
  readonly client: WebClient;
  readonly home: Home;
  readonly now: () => number;
  readonly log: Log;
  /** Slack's ids of those whom the directory has been told of since the start. */
  readonly acquainted: Set<string>;
}

const command = z.object({
  user_id: slackId,
  channel_id: slackId,
  text: z.string().default(""),
  trigger_id: z.string(),
});

/** Runs what somebody typed after the slash command. Answers what to show them alone, or nothing when a form opened. */
export async function typed(desk: Desk, body: unknown): Promise<RespondArguments | undefined> {
  const read = command.safeParse(body);
  if (!read.success) return undefined;
  const { user_id, channel_id, text, trigger_id } = read.data;
  const where = { space: channel_id, about: null };
  const reply = await desk.door.run(callOf(desk, { ...where, user: user_id, line: asTyped(text) }));
  if (reply.kind !== "form") return ephemeral(reply);
  const view = renderForm(reply.form, { ...where, line: reply.form.line });
  await asked(desk.client.views.open({ trigger_id, view }));
  return undefined;
}

/** Slack escapes three signs in what was typed (docs.slack.dev/messaging/formatting-message-text). */
const asTyped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const shortcut = z.object({
  user: z.object({ id: slackId }),
  // The callback ids of the app's shortcuts are the commands that make something of a message.
  callback_id: z.enum(["report", "check"]),
  trigger_id: z.string(),
});

/** Runs the command that somebody chose in the menu of a message, and shows what it answers to them alone. */
export async function chosen(desk: Desk, body: unknown): Promise<void> {
  const read = shortcut.safeParse(body);
  const message = chosenMessage(body);
  if (!read.success || message === null) return desk.log("slack.unreadable", {});
  const { user, callback_id: line, trigger_id } = read.data;
  const where = { space: message.reference.channel, about: message.reference };
  const call = callOf(desk, { ...where, user: user.id, line });
  const reply = await desk.door.run({ ...call, about: aboutOf(message.reference, message.text) });
  // Nobody has said yet in which language they read: the product's own name is the same in all.
  const view = modal(reply, { ...where, title: "Charter" });
  await asked(desk.client.views.open({ trigger_id, view }));
}

const press = z.object({
  user: z.object({ id: slackId }),
  channel: z.object({ id: slackId }).nullish(),
  container: z.object({ thread_ts: ts.nullish() }).nullish(),
  view: z
    .object({ id: z.string(), title: z.object({ text: z.string() }), private_metadata: z.string().default("") })
    .nullish(),
  trigger_id: z.string(),
  actions: z.array(z.object({ type: z.string(), value: z.string().nullish() })),
});

/** Runs the line of the button that somebody pressed, and answers beside it, for them alone. */
export async function pressed(
  desk: Desk,
  body: unknown,
  respond: (message: RespondArguments) => Promise<unknown>,
): Promise<void> {
  const read = press.safeParse(body);
  const button = read.data?.actions.find(({ type }) => type === "button");
  if (!read.success || !button?.value) return;
  const { user, channel, container, view, trigger_id } = read.data;
  const from = view ? origin.safeParse(parse(view.private_metadata)).data : undefined;
  const where = { space: from?.space ?? channel?.id ?? null, about: from?.about ?? null };
  const reply = await desk.door.run(callOf(desk, { ...where, user: user.id, line: button.value }));
  if (view) {
    const answer = modal(reply, { ...where, title: view.title.text });
    await asked(desk.client.views.update({ view_id: view.id, view: answer }));
  } else if (reply.kind === "form") {
    const form = renderForm(reply.form, { ...where, line: reply.form.line });
    await asked(desk.client.views.open({ trigger_id, view: form }));
  } else {
    const thread = container?.thread_ts ? { thread_ts: container.thread_ts } : {};
    await respond({ ...ephemeral(reply), ...thread });
  }
}

const submission = z.object({
  user: z.object({ id: slackId }),
  view: z.object({
    private_metadata: z.string(),
    title: z.object({ text: z.string() }),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});
// Slack keeps a view's private_metadata itself and hands back what we gave it: a client cannot change it, so it need not be signed.
const origin = z.object({ line: z.string(), space: slackId.nullable(), about: reference.nullable() });
const input = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** Runs the command whose form somebody submitted. Answers what becomes of the form; nothing closes it. */
export async function submitted(desk: Desk, body: unknown): Promise<ViewResponseAction | undefined> {
  const read = submission.safeParse(body);
  if (!read.success) return undefined;
  const { user, view } = read.data;
  const from = origin.safeParse(parse(view.private_metadata));
  if (!from.success) return undefined;
  const { line, ...where } = from.data;
  const call = callOf(desk, { ...where, user: user.id, line });
  const reply = await desk.door.run({ ...call, fields: fieldsOf(view.state.values) });
  const inputs = view.blocks.flatMap((block) => (block.type === "input" && block.block_id ? [block.block_id] : []));
  if (reply.kind === "problems" && inputs.length > 0) {
    return { response_action: "errors", errors: errorsOf(reply.problems, inputs) };
  }
  if (reply.kind === "view" && reply.view.blocks.length === 0) return undefined;
  return { response_action: "update", view: modal(reply, { ...where, title: view.title.text }) };
}

function fieldsOf(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([field, actions]) => {
      const filled = input.safeParse(Object.values(actions)[0]).data;
      return [field, filled?.value ?? filled?.selected_option?.value ?? ""];
    }),
  );
}

/** Slack shows one message under each field, and refuses errors of fields that it does not know: those go to the first. */
function errorsOf(problems: readonly Problem[], inputs: readonly string[]): Record<string, string> {
  const errors = new Map<string, string>();
  for (const { field, text } of problems) {
    const known = inputs.includes(field) ? field : (inputs[0] ?? field);
    const before = errors.get(known);
    errors.set(known, before === undefined ? text : `${before}\n${text}`);
  }
  return Object.fromEntries(errors);
}

interface Where {
  readonly space: string | null;
  readonly about: Reference | null;
}
const callOf = (
  { now, home }: Desk,
  { user, space, line, about }: Where & { readonly user: string; readonly line: string },
): Call => ({
  platform: "slack",
  workspace: mint<WorkspaceId>("slack", home.team),
  by: mint<AccountId>("slack", user),
  space: space === null ? null : mint<SpaceId>("slack", space),
  privately: true,
  line,
  ...(about ? { about: aboutOf(about) } : {}),
  // Slack tells neither language nor zone with a command.
  reader: { locale: null, zone: null },
  at: Temporal.Instant.fromEpochMilliseconds(now()),
});

function ephemeral(reply: Exclude<Reply, { kind: "form" }>): RespondArguments {
  const view = reply.kind === "view" ? reply.view : viewOfProblems(reply.problems);
  return { response_type: "ephemeral", replace_original: false, ...renderMessage(view, null) };
}

/** One modal for all that follows from one another: a form, the next form, the answer. */
function modal(reply: Reply, { title, ...where }: Where & { readonly title: string }) {
  if (reply.kind === "form") return renderForm(reply.form, { ...where, line: reply.form.line });
  const view = reply.kind === "view" ? reply.view : viewOfProblems(reply.problems);
  return renderModal(view, { ...where, title });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
