import { z } from "zod";
import { mint, type AccountId, type Text } from "../../src/core/model.ts";
import { isId } from "./ids.ts";

/** What an author wrote, and whom they named in it. */
export interface Words {
  readonly text: Text;
  readonly mentions: readonly AccountId[];
}

/** What a message carries: Slack's mrkdwn, and the blocks in which its own clients write. */
export interface Wording {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/**
 * How much of a message is read. Slack nests a few levels deep, takes 50 blocks, and no more elements than letters,
 * of which its clients send some 12,000; whoever is mentioned is looked up in the directory in one question.
 */
const limits = { blocks: 100, elements: 20_000, depth: 20, mentions: 200 } as const;
/** An element that cannot be read takes about as long to refuse as so many take to read. */
const priceOfJunk = 20;

/**
 * The author's own words without markup: from rich text where there is any, from mrkdwn otherwise.
 * Quotes are left out, since they are mostly somebody else's words. Emoji stay as `:name:`.
 */
export function readWords({ text, blocks }: Wording): Words {
  const draft = newDraft();
  const rich = blocks
    .slice(0, limits.blocks)
    .map((block) => richText.safeParse(block))
    .filter(({ success }) => success);
  if (rich.length > 0) for (const { data } of rich) addAll(draft, data?.elements, 1);
  else addMrkdwn(draft, text);
  return finish(draft);
}

type Mark = Text["marks"][number];
interface Draft {
  plain: string;
  /** The last character, known without putting all pieces together. */
  last: string;
  /** How many more elements are read. */
  left: number;
  readonly marks: Mark[];
  readonly mentions: Set<string>;
}
const newDraft = (): Draft => ({ plain: "", last: "", left: limits.elements, marks: [], mentions: new Set() });

function add(draft: Draft, words: string, kind?: Mark["kind"]): void {
  const start = draft.plain.length;
  draft.plain += words;
  draft.last = words.at(-1) ?? draft.last;
  if (kind && words !== "") draft.marks.push({ start, end: draft.plain.length, kind });
}

function finish(draft: Draft): Words {
  const plain = draft.plain.trimEnd();
  const marks = draft.marks
    .map((mark) => ({ ...mark, end: Math.min(mark.end, plain.length) }))
    .filter(({ start, end }) => start < end);
  return { text: { plain, marks }, mentions: [...draft.mentions].map((id) => mint<AccountId>("slack", id)) };
}

function addPerson(draft: Draft, id: string): void {
  if (!isId(id)) return add(draft, `@${id}`);
  if (draft.mentions.size < limits.mentions) draft.mentions.add(id);
  add(draft, `@${id}`, "mention");
}

/** A channel, a group or everybody. Names hold no spaces: a label that does is prose, and must not hide words. */
function addName(draft: Draft, name: string): void {
  add(draft, name, /\s/.test(name) ? undefined : "mention");
}

/** A label that is not the address is prose like any other, and is not marked: a link must not hide words. */
function addLink(draft: Draft, address: string, label: string | undefined): void {
  const shown = label === undefined || label === "" ? address : label;
  add(draft, shown, !/\s/.test(shown) && address.includes(shown) ? "link" : undefined);
}

const richText = z.object({ type: z.literal("rich_text"), elements: z.array(z.unknown()) });
const element = z.object({
  type: z.string(),
  elements: z.array(z.unknown()).optional(),
  text: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  usergroup_id: z.string().optional(),
  name: z.string().optional(),
  range: z.string().optional(),
  fallback: z.string().optional(),
  value: z.string().optional(),
  style: z.object({ code: z.boolean().optional() }).optional().catch(undefined),
});

function addAll(draft: Draft, elements: readonly unknown[] = [], depth: number): void {
  if (depth > limits.depth) return;
  for (const raw of elements) {
    if (draft.left <= 0) return;
    draft.left -= 1;
    addRich(draft, raw, depth);
  }
}

function addRich(draft: Draft, raw: unknown, depth: number): void {
  const read = element.safeParse(raw);
  if (!read.success) return void (draft.left -= priceOfJunk);
  const { type, elements, text = "", url = "", user_id, channel_id, usergroup_id, name, range } = read.data;
  switch (type) {
    case "rich_text_quote":
      return endLine(draft);
    case "rich_text_preformatted":
    case "rich_text_section":
    case "rich_text_list": {
      endLine(draft);
      const start = draft.plain.length;
      addAll(draft, elements, depth + 1);
      if (type === "rich_text_preformatted") markAll(draft, start);
      return;
    }
    case "text":
      return add(draft, text, read.data.style?.code ? "code" : undefined);
    case "link":
      return addLink(draft, url, text);
    case "user":
      return user_id === undefined ? undefined : addPerson(draft, user_id);
    case "channel":
      return add(draft, `#${channel_id ?? ""}`, "mention");
    case "usergroup":
      return add(draft, `@${usergroup_id ?? ""}`, "mention");
    case "broadcast":
      return add(draft, `@${range ?? ""}`, "mention");
    case "emoji":
      return add(draft, `:${name ?? ""}:`);
    default:
      return add(draft, read.data.fallback ?? read.data.value ?? "");
  }
}

function endLine(draft: Draft): void {
  if (draft.last !== "" && draft.last !== "\n") add(draft, "\n");
}

/** Turns everything written since `start` into one range of code. */
function markAll(draft: Draft, start: number): void {
  while ((draft.marks.at(-1)?.start ?? -1) >= start) draft.marks.pop();
  if (draft.plain.length > start) draft.marks.push({ start, end: draft.plain.length, kind: "code" });
}

/** In order: a fenced block, a quote to the end, a quoted line, code in a line, and what Slack puts between angles. */
const token = /```([^]*?)```|^(?:&gt;|>){3}[^]*|^(?:&gt;|>).*\n?|`([^`\n]+)`|<([^<>\n]*)>/gmu;

function addMrkdwn(draft: Draft, raw: string): void {
  let from = 0;
  for (const match of raw.matchAll(token)) {
    const [whole, fence, inline, angle] = match;
    add(draft, prose(raw.slice(from, match.index)));
    from = match.index + whole.length;
    if (fence !== undefined) add(draft, unescape(fence), "code");
    else if (inline !== undefined) add(draft, unescape(inline), "code");
    else if (angle !== undefined) addAngle(draft, angle);
  }
  add(draft, prose(raw.slice(from)));
}

function addAngle(draft: Draft, angle: string): void {
  const bar = angle.indexOf("|");
  const target = bar < 0 ? angle : angle.slice(0, bar);
  const label = bar < 0 ? undefined : unescape(angle.slice(bar + 1));
  if (target.startsWith("@")) return addPerson(draft, target.slice(1));
  if (target.startsWith("#")) return addName(draft, `#${label || target.slice(1)}`);
  if (target.startsWith("!date")) return add(draft, label ?? "");
  if (target.startsWith("!")) {
    const named = label ?? target.slice(target.indexOf("^") + 1).replace(/^!/, "");
    return addName(draft, named.startsWith("@") ? named : `@${named}`);
  }
  addLink(draft, unescape(target), label);
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const unescape = (escaped: string): string => escaped.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? "");

/** Each pattern stops at its own sign, so that a long line of signs costs no more than its length. */
const emphases = [/\*([^\s*](?:[^*\n]*[^\s*])?)\*/, /_([^\s_](?:[^_\n]*[^\s_])?)_/, /~([^\s~](?:[^~\n]*[^\s~])?)~/].map(
  (sign) => new RegExp(`(?<![\\p{L}\\p{N}])${sign.source}(?![\\p{L}\\p{N}])`, "gu"),
);
const prose = (raw: string): string => unescape(emphases.reduce((words, sign) => words.replace(sign, "$1"), raw));
