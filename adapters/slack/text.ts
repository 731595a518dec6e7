import type { KnownBlock, PlainTextElement } from "@slack/types";

/** Slack's limits in characters and blocks: docs.slack.dev/reference/block-kit/blocks and /reference/views. */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  section: 3000,
  header: 150,
  buttons: 25,
  buttonLabel: 75,
  title: 24,
  inputLabel: 2000,
  option: 75,
  options: 100,
  typed: 3000,
} as const;

/** Plain text may not be empty. */
export const words = (text: string, limit: number): PlainTextElement => ({
  type: "plain_text",
  text: clip(text.trim() === "" ? "–" : text, limit),
  emoji: false,
});
/** Mrkdwn knows three signs of its own that text may hold. */
export const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** At most `limit` UTF-16 units, an ellipsis in place of the rest, never half a character. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
/** Pieces of at most `size` UTF-16 units, never half a character. */
export function chunks(text: string, size: number): string[] {
  const cut: string[] = [];
  let current = "";
  for (const character of text) {
    if (current.length + character.length > size) {
      cut.push(current);
      current = "";
    }
    current += character;
  }
  return current === "" ? cut : [...cut, current];
}

/** `verbatim`, so that Slack makes no mention and no link of what looks like one. */
export const section = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});
