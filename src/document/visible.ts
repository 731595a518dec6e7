/** What moves a cursor, begins a sequence of a terminal, ends a line or turns the direction of reading. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of others for a terminal: control characters become "\u{1b}"; ends of lines and tabs stay, for texts of several lines. */
export const visibly = (text: string): string =>
  text.replaceAll(unseen, (sign) => (sign === "\n" || sign === "\t" ? sign : escaped(sign)));

/** The same for what is one line: nothing of it begins another, so that nobody's text passes for a sentence of ours. */
export const visiblyInLine = (text: string): string => text.replaceAll(unseen, escaped);

const escaped = (sign: string): string => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
