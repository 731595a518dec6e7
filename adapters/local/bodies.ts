import { z } from "zod";

/** What the page may send, as JSON. Messages are any Unicode of at most 40,000 UTF-16 units, as on the large platforms. */
const longest = 40_000;
const id = z.string().regex(/^[\w.-]{1,64}$/u);
const name = z.string().max(100);
const words = z
  .string()
  .max(longest)
  .refine((typed) => typed.trim() !== "");
const instant = z
  .string()
  .max(40)
  .transform((written, context) => {
    try {
      const at = Temporal.Instant.from(written);
      if (at.epochMilliseconds >= earliest && at.epochMilliseconds < latest) return at;
    } catch {
      // Said below, with the other reason.
    }
    context.addIssue({ code: "custom", message: "not an instant of this century" });
    return z.NEVER;
  });
const earliest = Date.UTC(2000);
const latest = Date.UTC(2100);

export const sayBody = z.strictObject({
  by: name,
  space: name,
  id,
  text: words,
  thread: id.nullable().default(null),
  at: instant.optional(),
});
export const editBody = z.strictObject({
  by: name,
  space: name,
  id,
  /** The version that this makes: one more than what the writer saw. */
  version: z.int().min(1),
  text: words,
  at: instant.optional(),
});
export const removeBody = editBody.omit({ text: true });
/** Who brings whom into a space, or out of it; the same person twice where somebody comes or goes on their own. */
export const moveBody = z.strictObject({ by: name, space: name, id, account: name, at: instant.optional() });
export const runBody = z.strictObject({
  by: name,
  space: name.nullable(),
  line: z.string().max(longest),
  /** The id of the message that it is invoked on. */
  about: id.optional(),
  fields: z.record(z.string().max(200), z.string().max(longest)).optional(),
  at: instant.optional(),
});

/** Reads a request's JSON, or null where it is not what was agreed. */
export async function readBody<Read>(request: Request, schema: z.ZodType<Read>): Promise<Read | null> {
  try {
    const read = schema.safeParse(await request.json());
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
