import { z } from "zod";
import type { Call } from "../../src/core/adapter.ts";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { accountOf, platformId, spaceOf, type Activity } from "./activity.ts";
import { wordsOf } from "./words.ts";

/** The message that a command was chosen on, in ids: a form carries it through the client, and its words are nobody's to keep. */
export const reference = z.object({
  space: platformId,
  id: platformId,
  version: z.int().min(0),
  author: platformId,
});
export type Reference = z.infer<typeof reference>;

/** The same as the door is told. `text` is empty once the form has been opened. */
export const aboutOf = ({ space, id, version, author }: Reference, text = ""): NonNullable<Call["about"]> => ({
  message: { space: mint<SpaceId>("teams", space), id, version },
  author: mint<AccountId>("teams", author),
  text,
});

const user = z.object({ id: platformId, userIdentityType: z.string().nullish() });
/** As the platform sends it with a message extension's command that was chosen on a message. */
const chosen = z.object({
  commandId: z.string(),
  messagePayload: z.object({
    id: platformId,
    lastModifiedDateTime: z.string().nullish(),
    from: z.object({ user: user.nullish(), application: z.object({ id: platformId }).nullish() }).nullish(),
    body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  }),
});

/** The commands that make something of a message, by their ids in the app's manifest. */
const commands = ["report", "check"] as const;

/** Reads which command was chosen on which message, and the words of that; null where it has no author or the command is not ours. */
export function chosenMessage({ value, conversation }: Pick<Activity, "value" | "conversation">) {
  const { data } = chosen.safeParse(value);
  const line = commands.find((command) => command === data?.commandId);
  const author = data && authorOf(data.messagePayload.from);
  if (!data || !line || !author) return null;
  const { id, lastModifiedDateTime, body } = data.messagePayload;
  const space = nativeOf(spaceOf(conversation.id).space);
  const version = Math.max(0, Date.parse(lastModifiedDateTime ?? "") || 0);
  const text = wordsOf({ text: body?.content ?? "", textFormat: body?.contentType, attachments: [] });
  return { line, reference: { space, id, version, author: nativeOf(author) }, text: text?.plain ?? "" };
}

const nativeOf = (id: SpaceId | AccountId): string => id.slice("teams:".length);

/** People of a directory are named by its object id here, everybody else by what the platform calls them. */
function authorOf(from: z.infer<typeof chosen>["messagePayload"]["from"]): AccountId | null {
  if (from?.user) {
    const { id, userIdentityType: type } = from.user;
    return accountOf(!type || type.toLowerCase().endsWith("aaduser") ? { id, aadObjectId: id } : { id });
  }
  return from?.application ? accountOf({ id: `28:${from.application.id}` }) : null;
}
