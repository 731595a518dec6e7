import { z } from "zod";
import type { Call } from "../../src/core/adapter.ts";
import type { Reply } from "../../src/core/view.ts";
import { aboutOf, chosenMessage } from "./about.ts";
import type { Activity } from "./activity.ts";
import type { Answer } from "./connection.ts";
import { fieldsOf, renderForm, renderInvitation, renderProblems, type Filled } from "./form.ts";
import { renderView, type Card, type Rendering } from "./render.ts";
import { signedReference, type Signer } from "./signed.ts";
import { wording } from "./wording.ts";

/** Runs a line as whoever pressed or submitted. Rejects when the store is gone. */
export type Run = (asked: Pick<Call, "line" | "fields" | "about">) => Promise<Reply>;
/** Whoever pressed or submitted: what runs as them, and what signs for them. */
export interface Presser {
  readonly run: Run;
  readonly signer: Signer;
}
type Surroundings = Omit<Rendering, "surface" | "about">;

const data = z.looseObject({
  action: z.string(),
  line: z.string().max(4000).optional(),
  about: signedReference.optional().catch(undefined),
});
const pressed = z.object({ action: z.object({ data }) });
const dialog = z.object({ data });

/** Answers a pressed button, an opened dialog or a submitted one. What we do not know is taken and ignored. */
export async function answerInvoke(activity: Activity, by: Presser, rendering: Surroundings): Promise<Answer> {
  switch (activity.name ?? "") {
    case "adaptiveCard/action": {
      const line = pressed.safeParse(activity.value).data?.action.data.line;
      if (line === undefined) return { status: 400 };
      return cardAnswer(renderReply(await by.run({ line }), { ...rendering, surface: "message" }));
    }
    case "composeExtension/fetchTask":
      return onMessageMenu(activity, by, rendering);
    // A dialog that was opened from a message's menu sends its buttons under a name of its own.
    case "composeExtension/submitAction":
    case "task/fetch":
    case "task/submit":
      return onDialog(activity, by, rendering);
    default:
      return { status: 200 };
  }
}

/** Runs the command that somebody chose in the menu of a message. */
async function onMessageMenu(activity: Activity, by: Presser, rendering: Surroundings): Promise<Answer> {
  const chosen = chosenMessage(activity);
  if (chosen === null) return { status: 400 };
  const { line, reference, text } = chosen;
  const reply = await by.run({ line, about: aboutOf(reference, text) });
  return dialogAnswer(reply, { ...rendering, surface: "dialog", about: by.signer.sign(reference) });
}

async function onDialog({ value }: Activity, { run, signer }: Presser, rendering: Surroundings): Promise<Answer> {
  const sent = dialog.safeParse(value).data?.data;
  if (sent?.action === "cancel") return { status: 200 };
  if (sent?.line === undefined) return { status: 400 };
  // Without a reference that holds, the line is run as if it had been typed, which says nothing of who wrote what.
  const about = sent.about && signer.holds(sent.about) ? sent.about : null;
  const inDialog = { ...rendering, surface: "dialog", ...(about ? { about } : {}) } as const;
  const asked = { line: sent.line, ...(about ? { about: aboutOf(about) } : {}) };
  if (sent.action !== "submit") return dialogAnswer(await run(asked), inDialog);
  const fields = fieldsOf(sent);
  const reply = await run({ ...asked, fields });
  if (reply.kind !== "problems") return dialogAnswer(reply, inDialog);
  // The dialog is drawn anew: its line without fields answers the form again, and nothing need be remembered.
  const again = await run(asked);
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
