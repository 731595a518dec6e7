import { z } from "zod";
import type { Reply } from "../../src/core/view.ts";
import type { Activity } from "./activity.ts";
import type { Answer } from "./connection.ts";
import { fieldsOf, renderForm, renderInvitation, renderProblems, type Filled } from "./form.ts";
import { renderView, type Card, type Rendering } from "./render.ts";
import { wording } from "./wording.ts";

/** Runs a line as whoever pressed or submitted. Rejects when the store is gone. */
export type Run = (line: string, fields?: Readonly<Record<string, string>>) => Promise<Reply>;

const data = z.looseObject({ action: z.string(), line: z.string().max(4000).optional() });
const pressed = z.object({ action: z.object({ data }) });
const dialog = z.object({ data });

/** Answers a pressed button, an opened dialog or a submitted one. What we do not know is taken and ignored. */
export async function answerInvoke(
  { name, value }: Activity,
  run: Run,
  rendering: Omit<Rendering, "surface">,
): Promise<Answer> {
  if (name === "adaptiveCard/action") {
    const line = pressed.safeParse(value).data?.action.data.line;
    if (line === undefined) return { status: 400 };
    return cardAnswer(renderReply(await run(line), { ...rendering, surface: "message" }));
  }
  if (name !== "task/fetch" && name !== "task/submit") return { status: 200 };
  const sent = dialog.safeParse(value).data?.data;
  if (sent?.action === "cancel") return { status: 200 };
  if (sent?.line === undefined) return { status: 400 };
  const inDialog = { ...rendering, surface: "dialog" } as const;
  if (sent.action !== "submit") return dialogAnswer(await run(sent.line), inDialog);
  const fields = fieldsOf(sent);
  const reply = await run(sent.line, fields);
  if (reply.kind !== "problems") return dialogAnswer(reply, inDialog);
  // The dialog is drawn anew: its line without fields answers the form again, and nothing need be remembered.
  const again = await run(sent.line);
  return dialogAnswer(again.kind === "form" ? again : reply, inDialog, { values: fields, problems: reply.problems });
}

/** A reply as the card of a message. */
export function renderReply(reply: Reply, rendering: Rendering): Card {
  switch (reply.kind) {
    case "view":
      return renderView(reply.view, rendering);
    case "form":
      return renderInvitation(reply.form, rendering);
    case "problems":
      return renderProblems(reply.problems, rendering);
  }
}

const cardType = "application/vnd.microsoft.card.adaptive";
const cardAnswer = (card: Card): Answer => ({
  status: 200,
  body: { statusCode: 200, type: cardType, value: card },
});

/** A reply as what a dialog shows next. */
function dialogAnswer(reply: Reply, rendering: Rendering, filled?: Filled): Answer {
  const title = reply.kind === "form" ? reply.form.title : wording.answerTitle[rendering.reader.locale];
  const card = reply.kind === "form" ? renderForm(reply.form, rendering, filled) : renderReply(reply, rendering);
  const value = { title, height: "medium", width: "medium", card: { contentType: cardType, content: card } };
  return { status: 200, body: { task: { type: "continue", value } } };
}
