import { z } from "zod";

/** A word left beside a file, as Slack kept it until 2018 (docs.slack.dev/changelog/2018-05-file-threads-soon-tread). */
const comment = z.object({ comment: z.string(), user: z.string() });
const before2018 = z.object({
  subtype: z.enum(["file_comment", "file_share"]),
  comment: comment.nullish(),
  file: z.looseObject({ initial_comment: comment.nullish() }).nullish(),
  files: z.array(z.unknown()).nullish(),
});

/**
 * A row of an export in today's shape. Until 2018 Slack put a sentence of its own around what somebody wrote beside a
 * file: here only the author's words are left, as a share or an ordinary message.
 */
export function inTodaysShape(row: object): object {
  const old = before2018.safeParse(row).data;
  if (!old || old.files) return row;
  if (old.subtype === "file_comment") {
    return old.comment ? { ...row, subtype: undefined, user: old.comment.user, text: old.comment.comment } : row;
  }
  return old.file ? { ...row, text: old.file.initial_comment?.comment ?? "" } : row;
}
