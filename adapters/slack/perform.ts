import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { AdapterError, type AdapterErrorCode, type Act, type Receipt } from "../../src/core/adapter.ts";
import { nativeId, type Reader } from "../../src/core/model.ts";
import { renderMessage } from "./render.ts";

/** Does an act with the bot's own token. Throws AdapterError. What was withdrawn already is no error. */
export async function perform(client: WebClient, act: Act, reader: Reader): Promise<Receipt | null> {
  if (act.do === "withdraw") {
    await withdraw(client, act.receipt);
    return null;
  }
  const { text, blocks } = renderMessage(act.view, reader);
  const user = nativeId(act.to);
  if (act.how === "inPlace") {
    if (act.place.space === null) throw new AdapterError("forbidden");
    const channel = nativeId(act.place.space);
    const thread = act.place.thread === null ? {} : { thread_ts: act.place.thread };
    const sent = await asked(client.chat.postEphemeral({ channel, user, text, blocks, ...thread }));
    return { how: "inPlace", receipt: JSON.stringify({ channel, ephemeral: sent.message_ts ?? "" }) };
  }
  const opened = await asked(client.conversations.open({ users: user }));
  const channel = opened.channel?.id ?? "";
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a method of Slack, not of a window
  const message = client.chat.postMessage({ channel, text, blocks, unfurl_links: false, unfurl_media: false });
  const sent = await asked(message);
  return { how: "direct", receipt: JSON.stringify({ channel, ts: sent.ts ?? "" }) };
}

const receiptOfMessage = z.object({ channel: z.string(), ts: z.string().min(1) });

async function withdraw(client: WebClient, receipt: string): Promise<void> {
  const read = receiptOfMessage.safeParse(parse(receipt));
  // Only a message can be deleted: Slack lets nobody take back an ephemeral one but through its buttons.
  if (!read.success) throw new AdapterError("forbidden");
  try {
    await client.chat.delete(read.data);
  } catch (error) {
    if (slackCode(error) !== "message_not_found") throw adapterError(error);
  }
}

/** Waits for an answer of Slack; what goes wrong becomes an AdapterError, which holds no word of what was sent. */
export async function asked<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    throw adapterError(error);
  }
}

const refusals: ReadonlyMap<string, AdapterErrorCode> = new Map(
  Object.entries({
    channel_not_found: "missing",
    user_not_found: "missing",
    users_not_found: "missing",
    user_disabled: "missing",
    is_archived: "missing",
    account_inactive: "missing",
    message_not_found: "missing",
    ratelimited: "limited",
    rate_limited: "limited",
    internal_error: "unreachable",
    fatal_error: "unreachable",
    service_unavailable: "unreachable",
    request_timeout: "unreachable",
    fetch_members_failed: "unreachable",
    team_added_to_org: "unreachable",
    org_login_required: "unreachable",
  } as const),
);
const failure = z.object({
  code: z.string(),
  retryAfter: z.number().optional(),
  data: z.object({ error: z.string() }).optional(),
});

/**
 * What an error of the SDK means. Any refusal that is not in the table will not pass by trying again, but another way
 * may: forbidden. No answer, or one that is not Slack's (a proxy's page), is unreachable.
 */
export function adapterError(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  const read = failure.safeParse(error);
  if (!read.success) return new AdapterError("unreachable");
  if (read.data.code === "slack_webapi_rate_limited_error")
    return new AdapterError("limited", read.data.retryAfter ?? null);
  const refusal = slackCode(error);
  return new AdapterError(refusal === null ? "unreachable" : (refusals.get(refusal) ?? "forbidden"));
}

/** Slack's own word for a refusal, from its closed vocabulary; null where the answer was not Slack's. */
export function slackCode(error: unknown): string | null {
  const read = failure.safeParse(error);
  const word = read.success && read.data.code === "slack_webapi_platform_error" ? read.data.data?.error : undefined;
  return word !== undefined && /^[a-z_]{1,80}$/.test(word) ? word : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
