/** A word of a line; `quoted` where it stood in quotation marks, so that it is no keyword. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** Cuts what was typed into words. Straight, curly and French quotation marks hold several together. */
export function splitWords(typed: string): readonly Word[] {
  const found = typed.matchAll(/"((?:[^"\\]|\\[^])*)(?:"|$)|“([^”]*)(?:”|$)|«([^»]*)(?:»|$)|(\S+)/g);
  return [...found].map(([, straight, curly, french, bare = ""]) =>
    straight === undefined
      ? { text: curly ?? french?.trim() ?? bare, quoted: curly !== undefined || french !== undefined }
      : { text: straight.replace(/\\(["\\])/g, "$1"), quoted: true },
  );
}

/** A word in quotation marks, whatever it is. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
/** A word as it can be typed: in quotation marks only where it needs them. */
export const typeable = (text: string): string =>
  /^[^\s"“«\\][^\s]*$/.test(text) && !text.startsWith("--") ? text : quote(text);

/** Cuts off the revision that a line was made from, as forms note it at the end: `… --from 7`. */
export function cutFrom(rest: string): { readonly typed: string; readonly from: number | null } {
  const [noted = "", number] = /(?:^|\s)--from\s+(\d{1,9})$/.exec(rest.trimEnd()) ?? [];
  const typed = rest.trimEnd();
  return number === undefined
    ? { typed, from: null }
    : { typed: typed.slice(0, typed.length - noted.length), from: Number(number) };
}
