import type { Span } from "../../src/core/model.ts";

/** Groups of digits that read as one number or as several: only a space, a point or a hyphen lies between them. */
export type NumberRun = readonly Span[];

const digits = /\d+/g;
const softGap = /^(?:[ .\-\u00a0\u2009\u202f\u2011\u2013]|[\u200b-\u200f\u2060\ufeff]){1,3}$/u;
/** A number inside one of these is a piece of a name, an address or a hash, not a number. */
const attachedBefore = /(?:[\p{L}\p{N}_#@\\]|\S[/&-]|\d[.,])$/u;
const attachedAfter = /^(?:[\p{L}\p{N}_@\\]|[-./:]\p{L}|:\d)/u;

/** The numbers of a text, in order, without those that are pieces of longer tokens. Linear. */
export function numberRuns(plain: string): NumberRun[] {
  const runs: Span[][] = [];
  let last: Span | null = null;
  for (const { index, 0: written } of plain.matchAll(digits)) {
    const group = { start: index, end: index + written.length };
    const run = runs.at(-1);
    if (run && last && index - last.end <= 3 && softGap.test(plain.slice(last.end, index))) run.push(group);
    else runs.push([group]);
    last = group;
  }
  return runs.filter((run) => !isAttached(plain, run));
}

function isAttached(plain: string, run: NumberRun): boolean {
  const start = run[0]?.start ?? 0;
  const end = run.at(-1)?.end ?? 0;
  return (
    attachedBefore.test(plain.slice(Math.max(0, start - 2), start)) || attachedAfter.test(plain.slice(end, end + 2))
  );
}

/** The digits alone of what was written. */
export const digitsOf = (written: string): string => written.replace(/\D/g, "");

/** Luhn's check digit (ISO/IEC 7812-1, annex B). */
export function hasLuhnDigit(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length; index++) {
    const digit = number.charCodeAt(number.length - 1 - index) - 48;
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
