import type { KnownBlock, ModalView, Button as SlackButton, InputBlock, PlainTextElement } from "@slack/types";
import { nativeId, type AccountId, type Problem, type Reader, type SpaceId } from "../../src/core/model.ts";
import {
  plain,
  safeHref,
  type Block,
  type Button,
  type Field,
  type Form,
  type Inline,
  type View,
} from "../../src/core/view.ts";
import { isId } from "./ids.ts";

/** Slack's limits in characters and blocks: docs.slack.dev/reference/block-kit/blocks and /reference/views. */
const limits = {
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

/** A message: its blocks, and the words for notifications and screen readers, which Slack never adds by itself. */
export interface Rendered {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
/** `reader` is null where nobody has said who reads. */
export function renderMessage(view: View, reader: Reader | null): Rendered {
  const words = plain(view).trim();
  return {
    text: escape(clip(words === "" ? "Charter" : words, limits.section)),
    blocks: atMost(limits.blocksInMessage, renderBlocks(view, reader)),
  };
}

/** Where a form was opened, so that what is submitted runs in the same place. */
export interface Origin {
  readonly line: string;
  readonly space: string | null;
}

export function renderForm(form: Form, origin: Origin): ModalView {
  return {
    type: "modal",
    callback_id: "charter",
    private_metadata: JSON.stringify(origin),
    title: words(form.title, limits.title),
    submit: words(form.submit, limits.title),
    close: words(form.cancel, limits.title),
    blocks: atMost(limits.blocksInView, form.fields.map(renderField)),
  };
}

/** What a modal shows once there is nothing left to fill in. */
export function renderModal(view: View, title: string, reader: Reader | null): ModalView {
  return {
    type: "modal",
    callback_id: "charter",
    title: words(title, limits.title),
    blocks: atMost(limits.blocksInView, renderBlocks(view, reader)),
  };
}

/** Problems as a view, for where no field can carry them. */
export const viewOfProblems = (problems: readonly Problem[]): View => ({
  blocks: [{ kind: "list", items: problems.map(({ text }) => [text]) }],
});

/** All blocks of a view, before any limit on their number. */
function renderBlocks(view: View, reader: Reader | null): KnownBlock[] {
  return view.blocks.flatMap((block, index) => renderBlock(block, reader, index));
}

function renderBlock(block: Block, reader: Reader | null, index: number): KnownBlock[] {
  switch (block.kind) {
    case "heading":
      return [{ type: "header", text: words(block.text, limits.header) }];
    case "text":
      return sections(pieces(block.inlines, reader));
    case "quote":
      return sections(["> ", ...pieces(block.inlines, reader).map((piece) => piece.replaceAll("\n", "\n> "))]);
    case "list":
      return sections(block.items.flatMap((item) => ["• ", ...pieces(item, reader), "\n"]));
    case "table":
      return table(block.head, block.rows);
    case "buttons":
      return block.buttons.length === 0
        ? []
        : [{ type: "actions", elements: block.buttons.slice(0, limits.buttons).map(renderButton(index)) }];
  }
}

const renderButton =
  (block: number) =>
  (button: Button, index: number): SlackButton => ({
    type: "button",
    action_id: `charter:${block}:${index}`,
    text: words(button.label, limits.buttonLabel),
    value: button.line,
    ...(button.style ? { style: button.style } : {}),
  });

function renderField(field: Field): InputBlock {
  const input = { type: "input", block_id: field.name, label: words(field.label, limits.inputLabel) } as const;
  if (field.kind === "choice") {
    const options = field.options
      .slice(0, limits.options)
      .map(({ value, label }) => ({ value, text: words(label, limits.option) }));
    const initial = options.find(({ value }) => value === field.initial);
    return {
      ...input,
      element: { type: "static_select", action_id: "value", options, ...(initial ? { initial_option: initial } : {}) },
    };
  }
  const longest = Math.min(field.maxLength, limits.typed);
  return {
    ...input,
    ...(field.hint ? { hint: words(field.hint, limits.inputLabel) } : {}),
    // The door says what is missing, in its own words and together with everything else.
    optional: true,
    element: {
      type: "plain_text_input",
      action_id: "value",
      multiline: field.multiline,
      max_length: longest,
      ...(field.initial ? { initial_value: clip(field.initial, longest) } : {}),
    },
  };
}

/** Pieces that must not be cut, packed into as few sections as the limit allows. */
function sections(parts: readonly string[]): KnownBlock[] {
  const packed: string[] = [];
  for (const part of parts) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + part.length <= limits.section) packed[packed.length - 1] = last + part;
    else packed.push(part);
  }
  return packed.filter((text) => text.trim() !== "").map(section);
}
/** `verbatim`, so that Slack makes no mention and no link of what looks like one. */
const section = (text: string): KnownBlock => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } });

/** Mrkdwn in pieces of at most 2,500 characters: escaping makes five of one, and markup is never cut. */
function pieces(inlines: readonly Inline[], reader: Reader | null): string[] {
  return inlines.flatMap((inline) =>
    typeof inline === "string" ? chunks(inline, 500).map(escape) : [renderInline(inline, reader)],
  );
}

function renderInline(inline: Exclude<Inline, string>, reader: Reader | null): string {
  switch (inline.kind) {
    case "strong":
    case "mark":
      return wrapped("*", inline.text);
    case "code":
      return wrapped("`", inline.text);
    case "person":
      return reference("@", inline.account);
    case "space":
      return reference("#", inline.space);
    case "time":
      return time(inline.at, reader);
    case "link":
      return link(inline.href, escape(clip(inline.text, 100)));
  }
}

/** Slack names a person or a channel by its id. What is no id of Slack's is shown as it is. */
function reference(sign: "@" | "#", id: AccountId | SpaceId): string {
  const native = nativeId(id);
  return id.startsWith("slack:") && isId(native) ? `<${sign}${native}>` : escape(clip(id, 100));
}

/** The words alone where the address must not be followed, or is too long for one section. */
function link(href: string, shown: string): string {
  const address = escape(safeHref(href) ?? "").replace(/[|\s]/g, encodeURIComponent);
  return address === "" || address.length > 2000 ? shown : `<${address}|${shown}>`;
}

/** Slack shows its own date in the zone of whoever reads; the words behind the bar are for clients that cannot. */
function time(at: Temporal.Instant, reader: Reader | null): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  const shown = reader
    ? at.toZonedDateTimeISO(reader.zone).toLocaleString(reader.locale, style)
    : `${at.toString({ smallestUnit: "minute" }).slice(0, 16).replace("T", " ")} UTC`;
  return `<!date^${Math.floor(at.epochMilliseconds / 1000)}^{date_short_pretty} {time}|${escape(shown)}>`;
}

/** Slack has no escape for its own signs: words that hold one are shown as they are. */
function wrapped(sign: string, text: string): string {
  const short = escape(clip(text, 500));
  return short === "" || short !== short.trim() || /[\n]/.test(short) || short.includes(sign)
    ? short
    : sign + short + sign;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): KnownBlock[] {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.min(40, Math.max(...lines.map((line) => (line[column] ?? "").length))));
  const drawn = lines.map((line) =>
    widths.map((width, column) => clip((line[column] ?? "").replaceAll("`", "ʼ"), 40).padEnd(width)).join("  "),
  );
  const fence = "```".length * 2 + 2;
  const packed: string[] = [];
  for (const line of drawn.map((words) => clip(escape(words.trimEnd()), limits.section - fence))) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + line.length + 1 + fence <= limits.section) {
      packed[packed.length - 1] = `${last}\n${line}`;
    } else packed.push(line);
  }
  return packed.map((text) => section(`\`\`\`\n${text}\n\`\`\``));
}

/** Cuts in the middle: what a view ends with, its buttons, stays. */
function atMost<Any extends KnownBlock>(limit: number, blocks: readonly Any[]): (Any | KnownBlock)[] {
  if (blocks.length <= limit) return [...blocks];
  const tail = blocks.slice(-1).filter(({ type }) => type === "actions");
  return [...blocks.slice(0, limit - 1 - tail.length), section("…"), ...tail];
}

/** Plain text may not be empty. */
const words = (text: string, limit: number): PlainTextElement => ({
  type: "plain_text",
  text: clip(text.trim() === "" ? "–" : text, limit),
  emoji: false,
});
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** At most `limit` UTF-16 units, an ellipsis in place of the rest, never half a character. */
function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
function chunks(text: string, size: number): string[] {
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
