import { z } from "zod";

/**
 * Slack's rules for blocks and views, as far as we use them. Each function answers what is wrong; an empty list is right.
 * Numbers: docs.slack.dev/reference/block-kit/blocks, /block-elements and /reference/views.
 */
const plainText = (limit: number) =>
  z.looseObject({ type: z.literal("plain_text"), text: z.string().min(1).max(limit) });
const mrkdwn = z.looseObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(3000) });

const button = z.looseObject({
  type: z.literal("button"),
  action_id: z.string().min(1).max(255),
  text: plainText(75),
  value: z.string().min(1).max(2000),
  style: z.enum(["primary", "danger"]).optional(),
});
const option = z.looseObject({ text: plainText(75), value: z.string().min(1).max(150) });
const select = z.looseObject({
  type: z.literal("static_select"),
  action_id: z.string().min(1).max(255),
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
});
const textInput = z
  .looseObject({
    type: z.literal("plain_text_input"),
    action_id: z.string().min(1).max(255),
    multiline: z.boolean().optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().min(1).optional(),
  })
  .refine(({ initial_value = "", max_length = 3000 }) => initial_value.length <= max_length, "initial value too long");

const lines = z.looseObject({
  type: z.literal("rich_text_preformatted"),
  elements: z.array(z.looseObject({ type: z.literal("text"), text: z.string().min(1).max(3000) })).min(1),
});

const blockId = z.string().min(1).max(255).optional();
const block = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("section"), block_id: blockId, text: mrkdwn }),
  z.looseObject({ type: z.literal("header"), block_id: blockId, text: plainText(150) }),
  z.looseObject({ type: z.literal("context"), block_id: blockId, elements: z.array(mrkdwn).min(1).max(10) }),
  z.looseObject({ type: z.literal("actions"), block_id: blockId, elements: z.array(button).min(1).max(25) }),
  z.looseObject({ type: z.literal("rich_text"), block_id: blockId, elements: z.array(lines).min(1) }),
  z.looseObject({
    type: z.literal("input"),
    block_id: blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    element: z.discriminatedUnion("type", [textInput, select]),
  }),
]);
export type DoubleBlock = z.infer<typeof block>;

const unique = (ids: readonly (string | undefined)[]): boolean => {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size === given.length;
};
const blocks = (limit: number) =>
  z
    .array(block)
    .max(limit)
    .refine((all) => unique(all.map((one) => one.block_id)), "a block id occurs twice")
    .refine(
      (all) => unique(all.flatMap((one) => (one.type === "actions" ? one.elements : [])).map((one) => one.action_id)),
      "an action id occurs twice",
    );
const message = z.looseObject({
  text: z.string().trim().min(1, "a message needs a fallback text").max(40_000),
  blocks: blocks(50).optional(),
});
const modal = z
  .looseObject({
    type: z.literal("modal"),
    callback_id: z.string().max(255).optional(),
    private_metadata: z.string().max(3000).default(""),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks: blocks(100),
  })
  .refine(
    ({ submit, blocks: all }) => submit !== undefined || all.every(({ type }) => type !== "input"),
    "an input needs a submit button",
  );
export type Modal = z.infer<typeof modal>;

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: readonly string[] };

export const checkMessage = (raw: unknown): Checked<z.infer<typeof message>> => check(message, raw);
export const checkModal = (raw: unknown): Checked<Modal> => check(modal, raw);

function check<Value>(schema: z.ZodType<Value>, raw: unknown): Checked<Value> {
  const read = schema.safeParse(raw);
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, wrong: read.error.issues.map(({ path, message: why }) => `${path.join(".")}: ${why}`) };
}

/** All words that blocks show, in order. */
export function wordsOf(all: readonly DoubleBlock[]): string {
  return all.flatMap(words).join("\n");
}
function words(one: DoubleBlock): string[] {
  switch (one.type) {
    case "section":
      return [unescape(one.text.text)];
    case "header":
      return [one.text.text];
    case "context":
      return one.elements.map(({ text }) => unescape(text));
    case "rich_text":
      return one.elements.flatMap(({ elements }) => elements.map(({ text }) => text));
    case "actions":
      return one.elements.map(({ text }) => text.text);
    case "input": {
      const options = one.element.type === "static_select" ? one.element.options.map(({ text }) => text.text) : [];
      return [one.label.text, ...(one.hint ? [one.hint.text] : []), ...options];
    }
  }
}
const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Every button in the blocks. */
export const buttonsOf = (all: readonly DoubleBlock[]): readonly z.infer<typeof button>[] =>
  all.flatMap((one) => (one.type === "actions" ? one.elements : []));
