import { z } from "zod";
import type { Call } from "../../src/core/adapter.ts";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { slackId, ts } from "./ids.ts";
import { moment } from "./normalise.ts";
import { readWords } from "./words.ts";

/** The message that a command was chosen on, in ids: a form carries it through Slack, and its words are nobody's to keep. */
export const reference = z.object({ channel: slackId, ts, version: z.int().min(0), author: slackId });
export type Reference = z.infer<typeof reference>;

/** The same as the door is told. `text` is empty once the form has been opened. */
export const aboutOf = ({ channel, ts: id, version, author }: Reference, text = ""): NonNullable<Call["about"]> => ({
  message: { space: mint<SpaceId>("slack", channel), id, version },
  author: mint<AccountId>("slack", author),
  text,
});

/** As Slack sends it with a shortcut on a message. What a bot says may come with the bot's id alone. */
const chosen = z.object({
  channel: z.object({ id: slackId }),
  message: z.object({
    ts,
    user: slackId.nullish(),
    bot_id: slackId.nullish(),
    text: z.string().nullish(),
    blocks: z.array(z.unknown()).nullish(),
    edited: z.object({ ts }).nullish().catch(null),
  }),
});

/** Reads the message that a shortcut was chosen on, and its words; null where it has no author. */
export function chosenMessage(body: unknown): { readonly reference: Reference; readonly text: string } | null {
  const { data } = chosen.safeParse(body);
  const author = data?.message.user ?? data?.message.bot_id;
  if (!data || !author) return null;
  const { message, channel } = data;
  const version = message.edited ? moment(message.edited.ts).version : 0;
  const words = readWords({ text: message.text ?? "", blocks: message.blocks ?? [] });
  return { reference: { channel: channel.id, ts: message.ts, version, author }, text: words.text.plain };
}
