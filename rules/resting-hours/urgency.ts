import { foldText } from "../../src/core/fold.ts";
import { compileTerms } from "../../src/core/terms.ts";
import type { Text } from "../../src/core/model.ts";

// "urgent:", "[Urgent]", "URGENCE !", "urgent - ..." declare; "an urgent matter" and "urgent-care" do not.
const declares = /^(?:\s*[:!,\])]|\s+[-–—]\s|[^\S\n]*\n)/u;

/** Gives what tells whether a message begins by declaring urgency with one of the markers. */
export function urgencyOf(markers: readonly string[]): (text: Text) => boolean {
  const find = compileTerms(markers);
  return (text) => {
    const begin = foldText(text)[0]?.start;
    return find(text).some(({ start, end }) => start === begin && declares.test(text.plain.slice(end, end + 20)));
  };
}
