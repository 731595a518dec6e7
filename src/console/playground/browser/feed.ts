import { make, part } from "./dom.ts";
import { answerItem, noteItem } from "./answers.ts";
import { messageItem } from "./message.ts";
import { moveItem } from "./people.ts";
import type { Answered, Page } from "./state.ts";
import type { WireMessage, WireMove, WireNote } from "../wire.ts";

/** One line of the conversation. It is made anew only when its signature changes, so that focus and half-typed words stay. */
interface Item {
  readonly key: string;
  readonly signature: string;
  readonly make: () => HTMLLIElement;
}

/** Draws the conversation into the page, and answers how to draw it again. */
export function openFeed(page: Page): () => void {
  const feed = part("feed", HTMLOListElement);
  const drawn = new Map<string, { readonly signature: string; readonly node: HTMLLIElement }>();
  let place = "";
  return () => {
    const here = `${page.scene.by} ${page.scene.space ?? ""}`;
    const moved = here !== place;
    place = here;
    const items = itemsOf(page);
    const keys = new Set(items.map(({ key }) => key));
    const newest = items.findLast(({ key }) => !drawn.has(key))?.key;
    for (const [key, { node }] of drawn) {
      if (keys.has(key)) continue;
      node.remove();
      drawn.delete(key);
    }
    items.forEach((item, index) => {
      const before = drawn.get(item.key);
      const node = before?.signature === item.signature ? before.node : item.make();
      if (before && before.node !== node) before.node.replaceWith(node);
      drawn.set(item.key, { signature: item.signature, node });
      if (feed.children[index] !== node) feed.insertBefore(node, feed.children[index] ?? null);
    });
    const grown = newest === undefined ? undefined : drawn.get(newest)?.node;
    if (moved) feed.scrollTo({ top: feed.scrollHeight, behavior: "instant" });
    else if (grown) reveal(feed, grown);
  };
}

/** Brings a new line into view from its beginning; a note, from the beginning of the message that it is about. */
function reveal(feed: HTMLElement, line: HTMLElement): void {
  const isNote = line.querySelector(".note") !== null;
  const before = [...feed.children].slice(0, [...feed.children].indexOf(line));
  const start = (isNote && before.findLast((one) => one.matches(".message"))) || line;
  const edge = feed.getBoundingClientRect().top - feed.scrollTop;
  const above = start.getBoundingClientRect().top - edge - 12;
  const below = line.getBoundingClientRect().bottom - edge + 12;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  feed.scrollTo({ top: Math.min(above, below - feed.clientHeight), behavior: calm ? "instant" : "smooth" });
}

function itemsOf(page: Page): Item[] {
  const { snapshot, scene } = page;
  const answers = page.answers.filter(({ by, space }) => by === scene.by && space === scene.space);
  const items: Item[] = [];
  const hang = (under: string | null): void => {
    for (const note of snapshot.notes) if (note.message === under) items.push(noteLine(page, note));
    for (const answer of answers) if (answer.under === (under ?? "")) items.push(answerLine(page, answer));
  };
  for (const line of snapshot.lines) {
    items.push(line.kind === "message" ? messageLine(page, line) : moveLine(page, line));
    hang(line.id);
  }
  hang(null);
  if (items.length === 0) {
    items.push({ key: "empty", signature: "", make: () => make("li", { class: "empty quiet" }, page.say.emptyDirect) });
  }
  return items;
}

const messageLine = (page: Page, message: WireMessage): Item => ({
  key: `message ${message.id}`,
  signature: `${message.version} ${page.scene.by} ${page.editing?.id === message.id ? page.editing.text : ""}`,
  make: () => messageItem(page, message),
});
const moveLine = (page: Page, move: WireMove): Item => ({
  key: `move ${move.id}`,
  signature: "",
  make: () => moveItem(page, move),
});
const noteLine = (page: Page, note: WireNote): Item => ({
  key: `note ${note.id}`,
  signature: "",
  make: () => noteItem(page, note),
});
const answerLine = (page: Page, answered: Answered): Item => ({
  key: `answer ${answered.id}`,
  signature: "",
  make: () => answerItem(page, answered),
});
