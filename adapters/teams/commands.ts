import type { Text } from "../../src/core/model.ts";
import { isBot, isPersonal, type Activity } from "./activity.ts";
import { wordsOf } from "./words.ts";

/** A line that somebody typed to the bot, and how it came, which is how it is answered. */
export interface Typed {
  readonly line: string;
  /** Alone with the bot; in a shared place but seen by the two of them; before everybody. */
  readonly how: "personal" | "targeted" | "mention";
}

/** Reads a message as a command: one parser for the chat with the bot, the slash and the mention. Null where it is none. */
export function typedOf(activity: Activity): Typed | null {
  if (isBot(activity.from)) return null;
  const text = wordsOf(activity);
  if (text === null || text.plain === "") return null;
  const how = isPersonal(activity.conversation) ? "personal" : activity.recipient.isTargeted ? "targeted" : "mention";
  const after = afterMention(text, botNames(activity));
  if (how === "mention" && after === null) return null;
  return { line: (after ?? text.plain).replace(/^\/?charter(?=\s|$)/i, "").trim(), how };
}

/** What follows a mention of the bot that the text begins with; null where it does not. */
function afterMention({ plain, marks }: Text, names: ReadonlySet<string>): string | null {
  const first = marks[0];
  if (!first || first.kind !== "mention" || first.start !== 0) return null;
  return names.has(plain.slice(0, first.end).trim()) ? plain.slice(first.end).trim() : null;
}

/** The words by which this message mentions the bot it was sent to. */
const botNames = ({ entities, recipient }: Activity): ReadonlySet<string> =>
  new Set(
    entities
      .filter(({ mentioned }) => mentioned.id === recipient.id)
      .flatMap(({ text, mentioned }) => [text?.replace(/<\/?at[^<>]*>/g, "").trim(), mentioned.name?.trim()])
      .filter((name) => typeof name === "string"),
  );
