import type { Span } from "./model.ts";

/** The words around a finding: at most 160 UTF-16 units, identity numbers masked, spans moved along. */
export interface Excerpt {
  readonly text: string;
  readonly spans: readonly Span[];
}

const longest = 160;

/**
 * Masks, then cuts around the first span, so that no part of a number is left at the edge. Never splits a code point.
 * Masked are the digits of any number of six or more, and all letters and digits of the `masked` spans.
 */
export function cutExcerpt(written: string, spans: readonly Span[], masked: readonly Span[] = []): Excerpt {
  const message = maskNumbers(maskSpans(written, masked));
  const first = spans[0] ?? { start: 0, end: 0 };
  const room = Math.max(0, longest - (first.end - first.start));
  let start = Math.max(0, first.start - Math.floor(room / 2));
  const until = Math.min(message.length, start + longest);
  start = codePointEdge(message, Math.max(0, Math.min(start, until - longest)));
  const end = codePointEdge(message, Math.min(until, start + longest));
  return {
    text: message.slice(start, end),
    spans: spans
      .filter((span) => span.start >= start && span.start < end)
      .map((span) => ({ start: span.start - start, end: Math.min(span.end, end) - start })),
  };
}

/** The nearest index at or before `index` that does not lie inside a surrogate pair. */
function codePointEdge(message: string, index: number): number {
  const before = message.charCodeAt(index - 1);
  const at = message.charCodeAt(index);
  return before >= 0xd800 && before < 0xdc00 && at >= 0xdc00 && at < 0xe000 ? index - 1 : index;
}

function maskSpans(written: string, masked: readonly Span[]): string {
  let message = written;
  for (const { start, end } of masked) {
    const hidden = written.slice(start, end).replace(/[\p{L}\p{N}\p{M}]/gu, (sign) => "•".repeat(sign.length));
    message = message.slice(0, start) + hidden + message.slice(end);
  }
  return message;
}

const number = /\p{Nd}(?:[\p{White_Space}\p{Pd}./]{0,2}\p{Nd}){5,}/gu;
const maskNumbers = (words: string): string =>
  words.replace(number, (digits) => digits.replace(/\p{Nd}/gu, (digit) => "•".repeat(digit.length)));
