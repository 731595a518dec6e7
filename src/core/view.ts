import type { AccountId, Problem, SpaceId } from "./model.ts";

/** Content for people, free of any platform. Adapters render it; `plain` is the fallback that every platform needs. */
export interface View {
  readonly blocks: readonly Block[];
}
export type Inline =
  | string
  | { readonly kind: "strong" | "code" | "mark"; readonly text: string }
  | { readonly kind: "person"; readonly account: AccountId }
  | { readonly kind: "space"; readonly space: SpaceId }
  | { readonly kind: "time"; readonly at: Temporal.Instant }
  | { readonly kind: "link"; readonly text: string; readonly href: string };
/** A button is a command that one need not type: pressing it runs `line`. It carries ids, never text of people. */
export interface Button {
  readonly label: string;
  readonly line: string;
  readonly style?: "primary";
}
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly inlines: readonly Inline[] }
  | { readonly kind: "quote"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  /** Lines as they are, in letters of one width: a difference, a file. */
  | { readonly kind: "preformatted"; readonly text: string }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] };

/** One question of a form. Values are strings; a choice's value is one of its options'. */
export type Field =
  | {
      readonly kind: "text";
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly multiline: boolean;
      readonly initial?: string;
      readonly maxLength: number;
    }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial: string;
    };
/** A form is a command whose arguments are asked for: submitting it runs `line` with the fields. */
export interface Form {
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly line: string;
  /** What to read before filling in, such as the difference that submitting makes. */
  readonly about?: readonly Block[];
  readonly fields: readonly Field[];
}

/** What a command answers: something to read, something to fill in, or what is wrong with what was filled in. */
export type Reply =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

export const text = (...inlines: Inline[]): Block => ({ kind: "text", inlines });
export const heading = (words: string): Block => ({ kind: "heading", text: words });
export const strong = (words: string): Inline => ({ kind: "strong", text: words });
export const code = (words: string): Inline => ({ kind: "code", text: words });
export const viewOf = (...blocks: Block[]): Reply => ({ kind: "view", view: { blocks } });

/** The address of a link that may be followed: web and mail only; null for every other scheme. */
export function safeHref(href: string): string | null {
  const url = URL.parse(href);
  return url && ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}

/** A button's label leads nowhere in plain text, so buttons name the command to type instead. */
export function plain(view: View): string {
  return view.blocks.map(plainBlock).join("\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "text":
      return plainInlines(block.inlines);
    case "preformatted":
      return block.text;
    case "quote":
      return `> ${plainInlines(block.inlines)}`;
    case "list":
      return block.items.map((item) => `• ${plainInlines(item)}`).join("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
    case "buttons":
      return block.buttons.map((button) => `${button.label}: /charter ${button.line}`).join("\n");
  }
}

function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join("");
}

function plainInline(inline: Inline): string {
  if (typeof inline === "string") return inline;
  switch (inline.kind) {
    case "strong":
    case "code":
    case "mark":
      return inline.text;
    case "person":
      return inline.account;
    case "space":
      return inline.space;
    case "time":
      return inline.at.toString();
    case "link":
      return safeHref(inline.href) ? `${inline.text} (${inline.href})` : inline.text;
  }
}
