/** A piece of the platform's HTML: text with its references resolved, or a tag. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tag"; readonly name: string; readonly closes: boolean; readonly attributes: string };

/**
 * Cuts HTML into pieces, in time linear in its length. Tags that `isTag` does not take, and a "<" that begins none,
 * stay text.
 */
export function* pieces(html: string, isTag: (name: string) => boolean = () => true): Iterable<Piece> {
  let textFrom = 0;
  let at = html.indexOf("<");
  while (at >= 0) {
    const name = /^<\/?([a-zA-Z][\w:-]*)/.exec(html.slice(at, at + 40))?.[1]?.toLowerCase();
    if (name === undefined || !isTag(name)) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    const end = tagEnd(html, at);
    // A tag that never ends swallows nothing: the rest is text.
    if (end < 0) break;
    if (at > textFrom) yield { kind: "text", text: unescape(html.slice(textFrom, at)) };
    yield { kind: "tag", name, closes: html[at + 1] === "/", attributes: html.slice(at + 1, end) };
    textFrom = end + 1;
    at = html.indexOf("<", textFrom);
  }
  if (textFrom < html.length) yield { kind: "text", text: unescape(html.slice(textFrom)) };
}

/** Where the tag that begins at `from` ends; a ">" inside a quoted value does not end it. */
function tagEnd(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return -1;
}

/** The value of an attribute of a tag; empty where there is none. */
export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes);
  return unescape(found?.[1] ?? found?.[2] ?? "");
}

const references: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  laquo: "«",
  raquo: "»",
  rsquo: "’",
  hellip: "…",
  euro: "€",
};

/** Character references become what they stand for; a no-break space becomes a space, since clients put it anywhere. */
function unescape(text: string): string {
  const resolved = text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g, (whole, decimal, hex, name) => {
    if (typeof name === "string") return references[name] ?? whole;
    const point = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
  return resolved.replaceAll("\u00a0", " ");
}
