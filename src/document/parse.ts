import {
  isAlias,
  isMap,
  isScalar,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type ErrorCode,
  type LineCounter,
  type Node,
  type YAMLError,
} from "yaml";
import type { Localised } from "../core/model.ts";
import { clipped } from "../core/problem.ts";
import { tooMuch } from "./limits.ts";
import { sentences } from "./sentences.ts";

/** A mistake and where it is: an offset in UTF-16 units, null where it is the file as a whole. */
export interface Flaw {
  readonly at: number | null;
  readonly field?: string;
  readonly text: Localised;
}
export type Parsed = Readable | { readonly ok: false; readonly flaws: readonly Flaw[] };
interface Readable {
  readonly ok: true;
  readonly document: Document;
  /** What each alias stands for: the library would look through the whole document for every one. */
  readonly targets: Targets;
  readonly written: unknown;
  readonly flaws: readonly Flaw[];
}
export type Targets = ReadonlyMap<Alias, Node>;

/** A hundred clauses with all their prose fit many times. */
const mostBytes = 256 * 1024;
/** What anchors may make of a file, in characters of JSON. */
const mostExpanded = 4 * mostBytes;
/** The same in values, of which each may be a mistake: more than a charter of five thousand audiences has. */
const mostValues = 40_000;
/** The longest list of a charter has 5,000, and no more spaces than this fit in a file. */
const mostEntries = 10_000;
/** To resolve one alias the library looks at each anchor. */
const mostAliases = 1000;
/** Longer than any name that a charter may hold, ids of platforms included. It would stand in each problem below it. */
const longestName = 300;

/** The text of a file, or why it is none. A byte order mark of UTF-8 is left out. */
export function decode(
  bytes: Uint8Array | string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly flaw: Flaw; readonly text: string } {
  const size = typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.length;
  if (size > mostBytes) {
    const text = sentences.tooLarge(Math.ceil(size / 1024), mostBytes / 1024);
    return { ok: false, text: "", flaw: { at: null, text } };
  }
  if (typeof bytes === "string") return { ok: true, text: bytes.replace(/^\ufeff/, "") };
  if (isUtf16(bytes)) return { ok: false, text: "", flaw: { at: null, text: sentences.utf16 } };
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder().decode(bytes);
    return { ok: false, text, flaw: { at: Math.max(0, text.indexOf("\ufffd")), text: sentences.notUtf8 } };
  }
}

/** By its byte order mark; or, without one, since every other byte of most texts would be nothing. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  const nothings = start.filter((byte) => byte === 0).length;
  return start.length >= 4 && nothings * 3 >= start.length;
}

/** Reads YAML 1.2 with nothing that surprises: no tags, no merging, no further documents. Never throws. */
export function parse(text: string, lines: LineCounter): Parsed {
  try {
    return parseUnguarded(text, lines);
  } catch (error) {
    // Whatever is nested deeply enough ends the stack; the library catches most of it, and not all.
    if (error instanceof RangeError) return { ok: false, flaws: [{ at: null, text: sentences.tooDeep }] };
    throw error;
  }
}

function parseUnguarded(text: string, lines: LineCounter): Parsed {
  const much = tooMuch(text);
  if (much) {
    countLines(text, lines);
    return { ok: false, flaws: [much] };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    merge: false,
    resolveKnownTags: false,
    // The library compares each key with each; a long map would take minutes. `oddities` compares them.
    uniqueKeys: false,
    logLevel: "error",
  });
  const nul = text.indexOf("\0");
  if (nul >= 0) return { ok: false, flaws: [{ at: nul, text: sentences.unkeepable }] };
  const flaws = flawsOf(document);
  if (flaws.length > 0) return { ok: false, flaws };
  if (document.contents === null) return { ok: false, flaws: [{ at: null, text: sentences.empty }] };
  if (!isMap(document.contents)) return { ok: false, flaws: [{ at: startOf(document), text: sentences.notParts }] };
  const refused = unusableParts(document);
  if (refused.length > 0) return { ok: false, flaws: refused };
  const aliases = aliasesOf(document);
  if (aliases.flaws.length > 0) return { ok: false, flaws: aliases.flaws };
  const value = plainOf(document, aliases.targets.size > 0);
  if (!value.ok) return value;
  return { ok: true, document, targets: aliases.targets, written: value.written, flaws: oddities(document) };
}

/** Tells a counter where the lines of a text begin that no parser went through. */
export function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
}

const startOf = (document: Document): number => document.contents?.range?.[0] ?? 0;

function flawsOf(document: Document): Flaw[] {
  const directive = document.directives?.yaml.explicit === true || document.warnings.some(isDirective);
  if (directive) return [{ at: 0, text: sentences.directive }];
  const tooDeep = document.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (tooDeep) return [{ at: tooDeep.pos[0], text: sentences.tooDeep }];
  return [...document.errors, ...document.warnings].map((error) => ({ at: error.pos[0], text: wordsFor(error) }));
}
const isDirective = ({ code }: YAMLError): boolean => code === "BAD_DIRECTIVE";

/** The library's words are for programmers; these are for whoever writes a charter. */
const wordsFor = ({ code }: YAMLError): Localised => words[code] ?? sentences.unreadable;
const words: Partial<Readonly<Record<ErrorCode, Localised>>> = {
  TAB_AS_INDENT: sentences.tab,
  BAD_INDENT: sentences.indentation,
  MULTIPLE_DOCS: sentences.several,
  MISSING_CHAR: sentences.unclosed,
  BLOCK_AS_IMPLICIT_KEY: sentences.colon,
  BAD_SCALAR_START: sentences.beginning,
  BAD_DQ_ESCAPE: sentences.escape,
  TAG_RESOLVE_FAILED: sentences.tag,
  BAD_ALIAS: sentences.noAnchor,
  NON_STRING_KEY: sentences.notText,
  MULTILINE_IMPLICIT_KEY: sentences.notText,
  KEY_OVER_1024_CHARS: sentences.notText,
};

/** Names that nothing may have, and more entries than anything may have. Nothing of such a file is read further. */
function unusableParts(document: Document): Flaw[] {
  const flaws: Flaw[] = [];
  visit(document, {
    Collection(_, { items, range }) {
      if (items.length > mostEntries) flaws.push({ at: range?.[0] ?? 0, text: sentences.tooManyEntries(mostEntries) });
    },
    Pair(_, { key }) {
      // A name is written out: an alias for one is a riddle to whoever reads the file.
      if (isAlias(key)) flaws.push({ at: key.range?.[0] ?? 0, text: sentences.notText });
      if (!isScalar(key)) return;
      const name = String(key.value);
      const at = key.range?.[0] ?? 0;
      if (name === "__proto__") flaws.push({ at, field: name, text: sentences.reserved(name) });
      if (name.length > longestName) flaws.push({ at, text: sentences.longName(longestName) });
    },
  });
  return flaws;
}

function aliasesOf(document: Document): { readonly targets: Targets; readonly flaws: readonly Flaw[] } {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const flaws: Flaw[] = [];
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias(_, alias) {
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
      else flaws.push({ at: alias.range?.[0] ?? 0, text: sentences.noAnchor });
    },
  });
  const tooMany = flaws.length === 0 && targets.size > mostAliases;
  return { targets, flaws: tooMany ? [{ at: null, text: sentences.anchors }] : flaws };
}

/** The document as plain JSON, so that it compares equal to what a store gives back. */
function plainOf(document: Document, repeats: boolean): { ok: true; written: unknown } | { ok: false; flaws: Flaw[] } {
  try {
    const json = JSON.stringify(document.toJS({ maxAliasCount: 100 }));
    if (json.length <= mostExpanded && (!repeats || json.split(",").length <= mostValues))
      return { ok: true, written: JSON.parse(json) as unknown };
  } catch {
    // An anchor that holds itself, or too many aliases of aliases.
  }
  return { ok: false, flaws: [{ at: null, text: sentences.anchors }] };
}

/** What YAML allows and a charter does not: a key twice, merging, and values that no store can hold. */
function oddities(document: Document): Flaw[] {
  const flaws: Flaw[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const at = key.range?.[0] ?? 0;
        if (name === "<<") flaws.push({ at, field: name, text: sentences.merge });
        else if (seen.has(name)) flaws.push({ at, field: name, text: sentences.twice(clipped(name)) });
        seen.add(name);
      }
    },
    Scalar(_, { value, range }) {
      const at = range?.[0] ?? 0;
      if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
        flaws.push({ at, text: sentences.unkeepable });
      }
      if (typeof value === "number" && !Number.isFinite(value)) flaws.push({ at, text: sentences.notFinite });
    },
  });
  return flaws;
}
