import type { RespondArguments, ViewResponseAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Call, Door } from "../../src/core/adapter.ts";
import { mint, type AccountId, type Problem, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import type { Reply } from "../../src/core/view.ts";
import type { Home } from "./home.ts";
import { slackId, ts } from "./ids.ts";
import { asked } from "./perform.ts";
import { renderForm, renderMessage, renderModal, viewOfProblems } from "./render.ts";

/** What commands, buttons and forms are answered with. */
export interface Desk {
  readonly door: Door;
  readonly client: WebClient;
  readonly home: Home;
  readonly now: () => number;
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
  const reply = await desk.door.run(callOf(desk, { user: user_id, space: channel_id, line: text }));
  if (reply.kind !== "form") return ephemeral(reply);
  const view = renderForm(reply.form, { line: reply.form.line, space: channel_id });
  await asked(desk.client.views.open({ trigger_id, view }));
  return undefined;
}

const press = z.object({
  user: z.object({ id: slackId }),
  channel: z.object({ id: slackId }).nullish(),
  container: z.object({ thread_ts: ts.nullish() }).nullish(),
  view: z.object({ id: z.string(), title: z.object({ text: z.string() }) }).nullish(),
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
  const space = channel?.id ?? null;
  const reply = await desk.door.run(callOf(desk, { user: user.id, space, line: button.value }));
  if (view) {
    const answer = modal(reply, { title: view.title.text, space });
    await asked(desk.client.views.update({ view_id: view.id, view: answer }));
  } else if (reply.kind === "form") {
    const form = renderForm(reply.form, { line: reply.form.line, space });
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
const origin = z.object({ line: z.string(), space: slackId.nullable() });
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
  const where = { user: user.id, space: from.data.space, line: from.data.line };
  const reply = await desk.door.run({ ...callOf(desk, where), fields: fieldsOf(view.state.values) });
  const inputs = view.blocks.flatMap((block) => (block.type === "input" && block.block_id ? [block.block_id] : []));
  if (reply.kind === "problems" && inputs.length > 0) {
    return { response_action: "errors", errors: errorsOf(reply.problems, inputs) };
  }
  if (reply.kind === "view" && reply.view.blocks.length === 0) return undefined;
  return { response_action: "update", view: modal(reply, { title: view.title.text, space: from.data.space }) };
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
  readonly user: string;
  readonly space: string | null;
  readonly line: string;
}
const callOf = ({ now, home }: Desk, { user, space, line }: Where): Call => ({
  platform: "slack",
  workspace: mint<WorkspaceId>("slack", home.team),
  by: mint<AccountId>("slack", user),
  space: space === null ? null : mint<SpaceId>("slack", space),
  privately: true,
  line,
  // Slack tells neither language nor zone with a command.
  reader: { locale: null, zone: null },
  at: Temporal.Instant.fromEpochMilliseconds(now()),
});

function ephemeral(reply: Exclude<Reply, { kind: "form" }>): RespondArguments {
  const view = reply.kind === "view" ? reply.view : viewOfProblems(reply.problems);
  return { response_type: "ephemeral", replace_original: false, ...renderMessage(view, null) };
}

function modal(reply: Reply, { title, space }: { title: string; space: string | null }) {
  if (reply.kind === "form") return renderForm(reply.form, { line: reply.form.line, space });
  return renderModal(reply.kind === "view" ? reply.view : viewOfProblems(reply.problems), title, null);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
