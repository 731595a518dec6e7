import type { KnownBlock } from "@slack/types";
import { chunks, clip, escape, limits, section } from "./text.ts";

/** A table as lines of code, in columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): KnownBlock[] {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.min(40, Math.max(...lines.map((line) => (line[column] ?? "").length))));
  const drawn = lines.map((line) =>
    widths.map((width, column) => clip((line[column] ?? "").replaceAll("`", "ʼ"), 40).padEnd(width)).join("  "),
  );
  const room = limits.section - ("```".length * 2 + 2);
  return packed(
    drawn.map((words) => clip(escape(words.trimEnd()), room)),
    room,
  ).map((text) => section(`\`\`\`\n${text}\n\`\`\``));
}

/** Rich text knows no markup and no escape: what stands in it is shown letter by letter, signs of code included. */
export function preformatted(text: string): KnownBlock[] {
  return packed(text.split("\n").flatMap((line) => (line === "" ? [""] : chunks(line, limits.section))))
    .filter((lines) => lines.trim() !== "")
    .map((lines) => ({
      type: "rich_text",
      elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text: lines }] }],
    }));
}

/** Lines in as few pieces of one section's length as they fit in. */
function packed(lines: readonly string[], limit: number = limits.section): string[] {
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length + 1 <= limit) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}
