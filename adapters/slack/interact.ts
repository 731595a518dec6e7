import type { RespondArguments, ViewResponseAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Call, Door } from "../../src/core/adapter.ts";
import {
  mint,
  type AccountId,
  type Problem,
  type Reader,
  type SpaceId,
  type WorkspaceId,
} from "../../src/core/model.ts";
import type { Reply } from "../../src/core/view.ts";
import { asked } from "./perform.ts";
import { renderForm, renderMessage, renderModal, viewOfProblems } from "./render.ts";

/** What commands, buttons and forms are answered with. */
export interface Desk {
  readonly door: Door;
  readonly client: WebClient;
  readonly now: () => number;
}

/** Slack tells neither language nor zone with a command: the door knows its reader better. */
const reader: Reader = { locale: "en", zone: "UTC" };

const command = z.object({
  user_id: z.string().min(1),
  team_id: z.string().min(1),
  channel_id: z.string().min(1),
  text: z.string().default(""),
  trigger_id: z.string(),
});

/** Runs what somebody typed after the slash command. Answers what to show them alone, or nothing when a form opened. */
export async function typed(desk: Desk, body: unknown): Promise<RespondArguments | undefined> {
  const read = command.safeParse(body);
  if (!read.success) return undefined;
  const { user_id, team_id, channel_id, text, trigger_id } = read.data;
  const reply = await desk.door.run(callOf(desk, { user: user_id, team: team_id, space: channel_id, line: text }));
  if (reply.kind !== "form") return ephemeral(reply);
  const view = renderForm(reply.form, { line: reply.form.line, space: channel_id });
  await asked(desk.client.views.open({ trigger_id, view }));
  return undefined;
}

const press = z.object({
  user: z.object({ id: z.string().min(1), team_id: z.string().nullish() }),
  team: z.object({ id: z.string().min(1) }).nullish(),
  channel: z.object({ id: z.string().min(1) }).nullish(),
  container: z.object({ thread_ts: z.string().nullish() }).nullish(),
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
  const { user, team, channel, container, view, trigger_id } = read.data;
  const space = channel?.id ?? null;
  const home = team?.id ?? user.team_id ?? "";
  const reply = await desk.door.run(callOf(desk, { user: user.id, team: home, space, line: button.value }));
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
  user: z.object({ id: z.string().min(1), team_id: z.string().nullish() }),
  team: z.object({ id: z.string().min(1) }).nullish(),
  view: z.object({
    private_metadata: z.string(),
    title: z.object({ text: z.string() }),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })),
    app_installed_team_id: z.string().nullish(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});
const origin = z.object({ line: z.string(), space: z.string().nullable() });
const input = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** Runs the command whose form somebody submitted. Answers what becomes of the form; nothing closes it. */
export async function submitted(desk: Desk, body: unknown): Promise<ViewResponseAction | undefined> {
  const read = submission.safeParse(body);
  if (!read.success) return undefined;
  const { user, team, view } = read.data;
  const from = origin.safeParse(parse(view.private_metadata));
  if (!from.success) return undefined;
  const home = view.app_installed_team_id ?? team?.id ?? user.team_id ?? "";
  const where = { user: user.id, team: home, space: from.data.space, line: from.data.line };
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
  const errors: Record<string, string> = {};
  for (const { field, text } of problems) {
    const known = inputs.includes(field) ? field : (inputs[0] ?? field);
    errors[known] = errors[known] === undefined ? text : `${errors[known]}\n${text}`;
  }
  return errors;
}

interface Where {
  readonly user: string;
  readonly team: string;
  readonly space: string | null;
  readonly line: string;
}
const callOf = ({ now }: Desk, { user, team, space, line }: Where): Call => ({
  platform: "slack",
  workspace: mint<WorkspaceId>("slack", team),
  by: mint<AccountId>("slack", user),
  space: space === null ? null : mint<SpaceId>("slack", space),
  privately: true,
  line,
  reader,
  at: Temporal.Instant.fromEpochMilliseconds(now()),
});

function ephemeral(reply: Exclude<Reply, { kind: "form" }>): RespondArguments {
  const view = reply.kind === "view" ? reply.view : viewOfProblems(reply.problems);
  return { response_type: "ephemeral", replace_original: false, ...renderMessage(view, reader) };
}

function modal(reply: Reply, { title, space }: { title: string; space: string | null }) {
  if (reply.kind === "form") return renderForm(reply.form, { line: reply.form.line, space });
  return renderModal(reply.kind === "view" ? reply.view : viewOfProblems(reply.problems), title, reader);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
