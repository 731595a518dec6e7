import type {
  CardElementArray,
  IActionSet,
  IAdaptiveCard,
  IExecuteAction,
  IRichTextBlock,
  ISubmitAction,
  ITable,
  ITableCell,
  ITextBlock,
  ITextRun,
} from "@microsoft/teams.cards";
import type { AccountId, Reader, SpaceId } from "../../src/core/model.ts";
import { plain, safeHref, type Block, type Button, type Inline, type View } from "../../src/core/view.ts";
import type { SignedReference } from "./signed.ts";
import { wording } from "./wording.ts";

export type Card = IAdaptiveCard;
export type Element = CardElementArray[number];

/** Who reads, how accounts and spaces are called, and where the card stands: a dialog knows no Action.Execute. */
export interface Rendering {
  readonly reader: Reader;
  readonly name: (id: AccountId | SpaceId) => string;
  readonly surface: "message" | "dialog";
  /** The message that the dialog is about, in ids; what is pressed in it carries them on as they are. */
  readonly about?: SignedReference;
}

/** A view as an Adaptive Card 1.5 below the platform's 28 KB. */
export function renderView(view: View, rendering: Rendering): Card {
  return cardOf(renderBlocks(view.blocks, rendering), { fallbackText: plainFor(view, rendering) }, rendering);
}

export const renderBlocks = (blocks: readonly Block[], rendering: Rendering): Element[] =>
  blocks.flatMap((block) => renderBlock(block, rendering));

/** What a notification and a client without cards show. */
export const plainFor = ({ blocks }: View, rendering: Rendering): string =>
  plain({ blocks: blocks.map((block) => spelledOut(block, rendering)) });

// Clients refuse a card of more than 28 KB; some room is left for what surrounds it.
const largest = 26_000;
const size = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** What a card has beside its elements. */
interface Frame {
  readonly fallbackText: string;
  readonly actions?: (IExecuteAction | ISubmitAction)[];
}

/** Wraps elements as a card. What does not fit is dropped from the end, but for what people press and fill in. */
export function cardOf(elements: readonly Element[], frame: Frame, { reader }: Rendering): Card {
  const body = [...elements];
  const fallbackText = clip(frame.fallbackText, 1000);
  const card: Card = { ...frame, type: "AdaptiveCard", version: "1.5", fallbackText, body };
  let left = size(card);
  let cut = -1;
  while (left > largest && body.length > 1) {
    const last = body.findLastIndex((element) => !isKept(element));
    if (last < 0) break;
    left -= size(body[last]) + 1;
    body.splice(last, 1);
    cut = last;
  }
  if (cut >= 0) body.splice(cut, 0, textBlock(wording.cut[reader.locale], { isSubtle: true }));
  return card;
}

/** Buttons, questions, and what is wrong with their answers. */
const isKept = ({ type, id }: Element): boolean =>
  type === "ActionSet" || type.startsWith("Input.") || id?.startsWith("problem:") === true;

function renderBlock(block: Block, rendering: Rendering): Element[] {
  switch (block.kind) {
    case "heading":
      return [textBlock(escapeMarkdown(clip(block.text, 500)), { style: "heading", size: "Medium", weight: "Bolder" })];
    case "text":
      return [richText(block.inlines, rendering)];
    case "quote":
      return [{ type: "Container", style: "emphasis", items: [richText(block.inlines, rendering)] }];
    case "list":
      return block.items.map((item) => ({ ...richText(["• ", ...item], rendering), spacing: "Small" }));
    case "preformatted":
      return block.text.split("\n").map((line, index) => lineOf(line, index === 0));
    case "table":
      return [tableOf(block, rendering)];
    case "buttons":
      return [actionSet(block.buttons, rendering)];
  }
}

export const textBlock = (words: string, looks: Partial<ITextBlock> = {}): ITextBlock => ({
  ...looks,
  type: "TextBlock",
  text: words,
  wrap: true,
});

// Text runs show their text as it is; a TextBlock would read Markdown in what people wrote.
const richText = (inlines: readonly Inline[], rendering: Rendering): IRichTextBlock => ({
  type: "RichTextBlock",
  inlines: inlines.map((inline) => run(inline, rendering)),
});

function run(inline: Inline, rendering: Rendering): ITextRun {
  const base: ITextRun = { type: "TextRun", text: clip(spell(inline, rendering), 4000) };
  if (typeof inline === "string") return base;
  switch (inline.kind) {
    case "strong":
    case "person":
      return { ...base, weight: "Bolder" };
    case "code":
      return { ...base, fontType: "Monospace" };
    case "mark":
      return { ...base, highlight: true };
    case "link": {
      const url = safeHref(inline.href);
      return url === null ? base : { ...base, selectAction: { type: "Action.OpenUrl", url } };
    }
    case "space":
    case "time":
      return base;
  }
}

/** An inline as words for this reader. */
function spell(inline: Inline, { reader, name }: Rendering): string {
  if (typeof inline === "string") return inline;
  switch (inline.kind) {
    case "strong":
    case "code":
    case "mark":
    case "link":
      return inline.text;
    case "person":
      return name(inline.account);
    case "space":
      return name(inline.space);
    case "time":
      return inline.at
        .toZonedDateTimeISO(reader.zone)
        .toLocaleString(reader.locale, { dateStyle: "medium", timeStyle: "short" });
  }
}

/** The block with people, spaces and times in words; links that may be followed keep their address, which plain text shows. */
function spelledOut(block: Block, rendering: Rendering): Block {
  const spellAll = (inlines: readonly Inline[]): Inline[] =>
    inlines.map((inline) => (isFollowed(inline) ? inline : spell(inline, rendering)));
  switch (block.kind) {
    case "text":
    case "quote":
      return { ...block, inlines: spellAll(block.inlines) };
    case "list":
      return { ...block, items: block.items.map(spellAll) };
    case "heading":
    case "preformatted":
    case "table":
    case "buttons":
      return block;
  }
}

const isFollowed = (inline: Inline): boolean =>
  typeof inline === "object" && inline.kind === "link" && safeHref(inline.href) !== null;

/** One line as it is. Not a CodeBlock, which not every client draws; and text runs show no two spaces in a row unless they do not break. */
const lineOf = (line: string, first: boolean): IRichTextBlock => ({
  type: "RichTextBlock",
  spacing: first ? "Default" : "None",
  inlines: [{ type: "TextRun", text: spaced(clip(line, 4000)), fontType: "Monospace" }],
});
const spaced = (line: string): string =>
  line === "" ? "\u00a0" : line.replaceAll("\t", "    ").replace(/^ | (?= )/g, "\u00a0");

function tableOf({ head, rows }: Extract<Block, { kind: "table" }>, rendering: Rendering): ITable {
  const cell = (words: Inline): ITableCell => ({ type: "TableCell", items: [richText([words], rendering)] });
  return {
    type: "Table",
    firstRowAsHeaders: true,
    columns: head.map(() => ({ width: 1 })),
    rows: [
      { type: "TableRow", cells: head.map((text) => cell({ kind: "strong", text })) },
      ...rows.map((row) => ({ type: "TableRow" as const, cells: row.map(cell) })),
    ],
  };
}

const actionSet = (buttons: readonly Button[], rendering: Rendering): IActionSet => ({
  type: "ActionSet",
  actions: buttons.map((button) => press(button, rendering)),
});

/** A button says which line it stands for, and on which message: what comes back is whatever the client sends. */
function press({ label, line, style }: Button, { surface, about }: Rendering): IExecuteAction | ISubmitAction {
  const looks = { title: label, style: style === "primary" ? ("positive" as const) : ("default" as const) };
  const data = { action: "run", line, ...(about ? { about } : {}) };
  return surface === "message"
    ? { type: "Action.Execute", ...looks, data }
    : { type: "Action.Submit", ...looks, data, associatedInputs: "none" };
}

/** At most `length` UTF-16 units, never half a character. */
export function clip(words: string, length: number): string {
  if (words.length <= length) return words;
  return `${words.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

const escapeMarkdown = (words: string): string => words.replace(/[\\*_[\]]/g, "\\$&");
