import type { KnownBlock, ModalView, Button as SlackButton, InputBlock } from "@slack/types";
import type { Reference } from "./about.ts";
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
import { preformatted, table } from "./fixed.ts";
import { isId } from "./ids.ts";
import { chunks, clip, escape, limits, section, words } from "./text.ts";

/** A message: its blocks, and the words for notifications and screen readers, which Slack never adds by itself. */
export interface Rendered {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
/** `reader` is null where nobody has said who reads. */
export function renderMessage(view: View, reader: Reader | null): Rendered {
  const fallback = plain(view).trim();
  return {
    text: escape(clip(fallback === "" ? "Charter" : fallback, limits.section)),
    blocks: atMost(limits.blocksInMessage, renderBlocks(view, reader)),
  };
}

/** Where a form was opened, so that what is submitted runs in the same place. */
export interface Origin {
  readonly line: string;
  readonly space: string | null;
  readonly about: Reference | null;
}

export function renderForm(form: Form, origin: Origin): ModalView {
  const about = renderBlocks({ blocks: form.about ?? [] }, null);
  return {
    type: "modal",
    callback_id: "charter",
    private_metadata: JSON.stringify(origin),
    title: words(form.title, limits.title),
    submit: words(form.submit, limits.title),
    close: words(form.cancel, limits.title),
    blocks: [...atMost(limits.blocksInView - form.fields.length, about), ...form.fields.map(renderField)],
  };
}

/** What a modal shows once there is nothing left to fill in. Its buttons run where it was opened. */
export function renderModal(view: View, { title, ...where }: Omit<Origin, "line"> & { title: string }): ModalView {
  return {
    type: "modal",
    callback_id: "charter",
    private_metadata: JSON.stringify({ ...where, line: "" }),
    title: words(title, limits.title),
    blocks: atMost(limits.blocksInView, renderBlocks(view, null)),
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
    case "preformatted":
      return preformatted(block.text);
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

/** Cuts in the middle: what a view ends with, its buttons, stays. */
function atMost<Any extends KnownBlock>(limit: number, blocks: readonly Any[]): (Any | KnownBlock)[] {
  if (blocks.length <= limit) return [...blocks];
  const tail = blocks.slice(-1).filter(({ type }) => type === "actions");
  return [...blocks.slice(0, limit - 1 - tail.length), section("…"), ...tail];
}
