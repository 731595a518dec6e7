import { structuredPatch } from "diff";
import type { Locale } from "../../core/model.ts";

const most = { lines: 25, width: 100, edits: 400 } as const;

const words = {
  more: {
    en: (lines: number) => `… and ${lines} more lines`,
    fr: (lines: number) => `… et ${lines} lignes de plus`,
  },
  tooMany: {
    en: "The difference is too large to be shown here.",
    fr: "La différence est trop grande pour être montrée ici.",
  },
} as const;

/** What differs between two documents, as unified lines with one line around each; cut to what fits in a message. */
export function differenceOf(before: string, after: string, locale: Locale): string {
  const options = { context: 1, maxEditLength: most.edits };
  const patch = structuredPatch("", "", before, after, "", "", options);
  if (!patch) return words.tooMany[locale];
  const lines = patch.hunks.flatMap(({ oldStart, newStart, lines: changed }, index) => [
    ...(index > 0 || oldStart > 1 || newStart > 1 ? [`@@ ${newStart}`] : []),
    ...changed.filter((line) => !line.startsWith("\\")),
  ]);
  const shown = lines.slice(0, lines.length > most.lines ? most.lines - 1 : most.lines).map(clip);
  const hidden = lines.length - shown.length;
  return [...shown, ...(hidden > 0 ? [words.more[locale](hidden)] : [])].join("\n");
}

const clip = (line: string): string => (line.length > most.width ? `${line.slice(0, most.width - 1)}…` : line);
