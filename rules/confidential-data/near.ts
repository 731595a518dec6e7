import type { Span } from "../../src/core/model.ts";

/** How far words may stand from what they speak of, in UTF-16 units. */
interface Reach {
  readonly before: number;
  readonly after: number;
}
const usualReach: Reach = { before: 60, after: 40 };

/** Whether words that fit `cue` stand near a span; the span itself does not count. `cue` has no "g" flag. */
export function isNear(plain: string, span: Span, cue: RegExp, reach: Reach = usualReach): boolean {
  return (
    cue.test(plain.slice(Math.max(0, span.start - reach.before), span.start)) ||
    cue.test(plain.slice(span.end, span.end + reach.after))
  );
}

/** A regular expression for any of these words, whole. */
export const wholeWords = (words: string, flags = "iu"): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

const mostWindows = 50;
/** The parts of a text around words that fit `cue`, which has a "g" flag; they do not cut what has no space in it. */
export function windowsAround(plain: string, cue: RegExp): Span[] {
  const windows: { start: number; end: number }[] = [];
  for (const { index, 0: words } of plain.matchAll(cue)) {
    const start = wordEdge(plain, index - usualReach.after, -1);
    const end = wordEdge(plain, index + words.length + usualReach.before, 1);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = end;
    else if (windows.push({ start, end }) === mostWindows) break;
  }
  return windows;
}
/** From `index` on in a direction: the next space within thirty units, or the text's end. */
function wordEdge(plain: string, index: number, step: 1 | -1): number {
  const from = Math.max(0, Math.min(plain.length, index));
  for (let at = from; Math.abs(at - from) < 30 && at > 0 && at < plain.length; at += step) {
    if (/\s/.test(plain.charAt(at))) return at;
  }
  return step < 0 ? Math.max(0, from - 30) : Math.min(plain.length, from + 30);
}

/** Words that say that something is there to be shown or tried, and is nobody's. */
const sampleWords =
  /(?<!\p{L})(?:tests?|testing|sandbox|examples?|exemples?|samples?|specimen|spécimen|dummy|fake|demo|démo|recette|staging|docs?|documentation|fixtures?|fictif|fictive|placeholder)(?!\p{L})/iu;

/** Whether a published sample (`samples` holds it without separators) is also called one where it stands. */
export function isSample(plain: string, span: Span, samples: ReadonlySet<string>): boolean {
  const written = plain.slice(span.start, span.end).replace(/[^0-9a-z]/gi, "");
  return samples.has(written.toUpperCase()) && isNear(plain, span, sampleWords);
}
