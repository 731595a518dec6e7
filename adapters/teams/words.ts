import type { Text } from "../../src/core/model.ts";
import type { Activity } from "./activity.ts";
import { attribute, pieces, type Piece } from "./markup.ts";

type Mark = Text["marks"][number];
type MarkKind = Mark["kind"];

/** The author's own words: no markup, nothing quoted of somebody else. Null where the activity says none. */
export function wordsOf({
  text,
  textFormat,
  attachments,
}: Pick<Activity, "text" | "textFormat" | "attachments">): Text | null {
  const html = attachments.find(({ contentType }) => contentType === "text/html")?.content;
  if (typeof html === "string") return htmlWords(html);
  if (typeof text !== "string") return null;
  return textFormat === "xml" || textFormat === "html" ? htmlWords(text) : plainWords(text);
}

/** Of HTML as the clients send it: blocks are lines, emoji are kept, code, mentions and bare links are marked. */
export function htmlWords(html: string): Text {
  const page = blankPage();
  let quoted = 0;
  // Only mentions and emoji are told by an attribute, on tags that also stand for nothing.
  const spans: boolean[] = [];
  for (const piece of pieces(html)) {
    if (piece.kind === "tag" && piece.name === "blockquote") quoted = Math.max(0, quoted + (piece.closes ? -1 : 1));
    if (quoted > 0) continue;
    if (piece.kind === "text") page.write(piece.text);
    else if (piece.name === "span") readSpan(page, piece, spans);
    else readTag(page, piece);
  }
  return page.finish();
}

/** Of text in which only mentions are markup. */
export function plainWords(text: string): Text {
  const page = blankPage();
  for (const piece of pieces(text.replaceAll("\r\n", "\n"), (name) => name === "at" || name === "quoted")) {
    if (piece.kind === "text") page.verbatim(piece.text);
    else readTag(page, piece);
  }
  return page.finish();
}

type Tag = Extract<Piece, { kind: "tag" }>;

function readSpan(page: Page, tag: Tag, spans: boolean[]): void {
  if (!tag.closes) {
    const isMention = attribute(tag.attributes, "itemtype").endsWith("/Mention");
    spans.push(isMention);
    if (isMention) page.open("mention");
  } else if (spans.pop() === true) page.close("mention");
}

const lines = new Set(["p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"]);
const code = new Set(["code", "pre", "codeblock"]);

function readTag(page: Page, { name, closes, attributes }: Tag): void {
  if (name === "at") {
    if (closes) page.close("mention");
    else page.open("mention");
  } else if (code.has(name)) {
    if (name !== "code") page.line();
    if (closes) page.close("code");
    else page.open("code");
  } else if (name === "br") page.breakLine();
  else if (lines.has(name)) page.line();
  else if (name === "td" || name === "th") page.write(" ");
  else if (!closes && isEmoji(name, attributes)) page.verbatim(attribute(attributes, "alt"));
}
const isEmoji = (name: string, attributes: string): boolean =>
  name === "emoji" || (name === "img" && attribute(attributes, "itemtype").endsWith("/Emoji"));

interface Page {
  /** Text between tags: white space is one space, and none where a line begins. */
  write(text: string): void;
  verbatim(text: string): void;
  /** Begins a line where none has begun. */
  line(): void;
  breakLine(): void;
  open(kind: MarkKind): void;
  close(kind: MarkKind): void;
  finish(): Text;
}

function blankPage(): Page {
  // Parts, not one string: asking a growing string how it ends copies it each time.
  const parts: string[] = [];
  let length = 0;
  let end = "\n";
  const marks: Mark[] = [];
  const depth = { code: 0, mention: 0, link: 0 };
  const starts = { code: 0, mention: 0, link: 0 };
  const add = (text: string): void => {
    if (text === "") return;
    parts.push(text);
    length += text.length;
    end = text.slice(-1);
  };
  const close = (kind: MarkKind): void => {
    if (depth[kind] === 0 || --depth[kind] > 0) return;
    if (length > starts[kind]) marks.push({ kind, start: starts[kind], end: length });
  };
  return {
    write(text) {
      if (depth.code > 0) add(text);
      else {
        const spaced = text.replace(/\s+/g, " ");
        add(spaced.startsWith(" ") && (end === "\n" || end === " ") ? spaced.slice(1) : spaced);
      }
    },
    verbatim: add,
    line() {
      if (end !== "\n") add("\n");
    },
    breakLine() {
      add("\n");
    },
    open(kind) {
      if (depth[kind]++ === 0) starts[kind] = length;
    },
    close,
    finish() {
      for (const kind of ["code", "mention"] as const) while (depth[kind] > 0) close(kind);
      return trimmed(parts.join(""), marks);
    },
  };
}

const url = /\bhttps?:\/\/[^\s<>"']+/gi;

/** Without the white space around, marks moved along, and links that stand bare in the text marked. */
function trimmed(written: string, marks: readonly Mark[]): Text {
  const start = written.length - written.trimStart().length;
  const plain = written.trim();
  const moved = marks
    .map(({ kind, ...span }) => ({
      kind,
      start: Math.max(0, span.start - start),
      end: Math.min(plain.length, span.end - start),
    }))
    .filter((mark) => mark.start < mark.end)
    .toSorted(byStart);
  const links = [...plain.matchAll(url)].map((found): Mark => {
    return { kind: "link", start: found.index, end: found.index + found[0].length };
  });
  return { plain, marks: [...moved, ...apartFrom(moved, links)].toSorted(byStart) };
}
const byStart = (one: Mark, other: Mark): number => one.start - other.start;

/** Those of `links` that touch none of `marks`, in one walk along both, which are sorted by their starts. */
function apartFrom(marks: readonly Mark[], links: readonly Mark[]): readonly Mark[] {
  let next = 0;
  let furthest = 0;
  return links.filter((link) => {
    for (let mark = marks[next]; mark && mark.start < link.end; mark = marks[++next]) {
      furthest = Math.max(furthest, mark.end);
    }
    return furthest <= link.start;
  });
}
