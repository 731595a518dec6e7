import {
  isMap,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type LineCounter,
  type YAMLError,
} from "yaml";
import type { Localised } from "../core/model.ts";
import { sentences } from "./sentences.ts";

/** A mistake and where it is: an offset in UTF-16 units, null where it is the file as a whole. */
export interface Flaw {
  readonly at: number | null;
  readonly field?: string;
  readonly text: Localised;
}
export type Parsed =
  | { readonly ok: true; readonly document: Document; readonly written: unknown; readonly flaws: readonly Flaw[] }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** A hundred clauses with all their prose fit many times. */
const mostBytes = 256 * 1024;
/** What anchors may make of a file, in characters of JSON. */
const mostExpanded = 4 * mostBytes;

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
  const deep = deepAt(text);
  if (deep !== null) {
    for (const { index } of text.matchAll(/^/gm)) lines.addNewLine(index);
    return { ok: false, flaws: [{ at: deep, text: sentences.tooDeep }] };
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
  const value = plainOf(document);
  return value.ok ? { ok: true, document, written: value.written, flaws: oddities(document) } : value;
}

/** Where brackets or signs nest as no charter does: the library would spend seconds on them. Null where they do not. */
function deepAt(text: string): number | null {
  const signs = /(?:[-?:] ){100}/.exec(text);
  if (signs) return signs.index;
  let depth = 0;
  for (const { index, 0: bracket } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > 100) return index;
  }
  return null;
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

/** The document as plain JSON, so that it compares equal to what a store gives back. */
function plainOf(document: Document): { ok: true; written: unknown } | { ok: false; flaws: Flaw[] } {
  const anchors = new Set<string>();
  const unresolved: Flaw[] = [];
  visit(document, {
    Value(_, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias(_, { source, range }) {
      if (!anchors.has(source)) unresolved.push({ at: range?.[0] ?? 0, text: sentences.noAnchor });
    },
  });
  if (unresolved.length > 0) return { ok: false, flaws: unresolved };
  try {
    const json = JSON.stringify(document.toJS({ maxAliasCount: 100 }));
    if (json.length <= mostExpanded) return { ok: true, written: JSON.parse(json) as unknown };
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
        else if (seen.has(name)) flaws.push({ at, field: name, text: sentences.twice(name) });
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
