import { startSlackDouble, type SlackDouble } from "../test/slack/double.ts";
import { eventCallback, type Payload } from "../test/slack/payloads.ts";
import { accountOf, peopleCount, spaceCount, spaceOf, textOf, zoneOf, type Message, type Part } from "./input.ts";
import { signingSecret } from "./load.ts";

/** A small Slack with the people and the channels of the input. It answers the Web API; the load is sent by ourselves. */
export async function startWorkspace(url: () => string): Promise<SlackDouble> {
  const double = await startSlackDouble({ transport: { mode: "http", url, signingSecret } });
  const { users, channels, team, bot } = double.state;
  for (let person = 0; person < peopleCount; person += 1) {
    const id = accountOf(person);
    users.set(id, { id, name: id.toLowerCase(), team_id: team, tz: zoneOf(person), locale: "fr-FR" });
  }
  const members = new Set([...users.keys(), bot.id]);
  for (let space = 0; space < spaceCount; space += 1) {
    const id = spaceOf(space);
    channels.set(id, { id, name: id.toLowerCase(), members });
  }
  return double;
}

/** The body in which Slack sends a message. */
export function bodyOf({ state }: SlackDouble, message: Message): string {
  const ts = `${Math.floor(message.at / 1_000_000)}.${String(message.at % 1_000_000).padStart(6, "0")}`;
  const event: Payload = {
    type: "message",
    user: accountOf(message.author),
    text: textOf(message.parts).plain,
    ts,
    client_msg_id: `client-${ts}`,
    team: state.team,
    blocks: [{ type: "rich_text", block_id: "b1", elements: richText(message.parts) }],
    channel: spaceOf(message.space),
    event_ts: ts,
    channel_type: "channel",
  };
  return JSON.stringify(eventCallback(state, event));
}

function richText(parts: readonly Part[]): Payload[] {
  const inline = parts.filter(({ kind }) => kind !== "block").map(elementOf);
  const fenced = parts.filter(({ kind }) => kind === "block").map(elementOf);
  return [
    { type: "rich_text_section", elements: inline },
    ...fenced.map((element) => ({ type: "rich_text_preformatted", elements: [element] })),
  ];
}

function elementOf({ kind, text }: Part): Payload {
  switch (kind) {
    case "text":
    case "block":
      return { type: "text", text };
    case "code":
      return { type: "text", text, style: { code: true } };
    case "link":
      return { type: "link", url: text };
    case "mention":
      return { type: "user", user_id: text.slice(1) };
    case "emoji":
      return { type: "emoji", name: text.slice(1, -1) };
  }
}
