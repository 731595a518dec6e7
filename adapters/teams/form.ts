import type { ISubmitAction } from "@microsoft/teams.cards";
import type { Problem } from "../../src/core/model.ts";
import type { Field, Form } from "../../src/core/view.ts";
import { cardOf, renderBlocks, textBlock, type Card, type Element, type Rendering } from "./render.ts";
import { wording } from "./wording.ts";

/** What was typed into a form, and what is wrong with it. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}
const untouched: Filled = { values: {}, problems: [] };

const prefix = "field:";

/** A form as the card of a dialog. The platform shows no errors of a server: each stands in red under its field. */
export function renderForm(form: Form, rendering: Rendering, filled: Filled = untouched): Card {
  const fields = form.fields.flatMap((field) => renderField(field, filled));
  const names = new Set(form.fields.map(({ name }) => name));
  const others = filled.problems.filter(({ field }) => !names.has(field)).map(problemBlock);
  const about = renderBlocks(form.about ?? [], rendering);
  const actions = [submit(form, rendering), cancel(form)];
  return cardOf([...about, ...others, ...fields], { fallbackText: form.title, actions }, rendering);
}

function renderField(field: Field, { values, problems }: Filled): Element[] {
  const wrong = problems.filter((problem) => problem.field === field.name).map(problemBlock);
  const value = values[field.name] ?? field.initial ?? "";
  const base = { id: `${prefix}${field.name}`, label: field.label, value };
  switch (field.kind) {
    case "text": {
      const { multiline: isMultiline, maxLength, hint } = field;
      const input = { ...base, type: "Input.Text", isMultiline, maxLength } as const;
      return [hint === undefined ? input : { ...input, placeholder: hint }, ...wrong];
    }
    case "choice": {
      const choices = field.options.map((option) => ({ value: option.value, title: option.label }));
      return [{ ...base, type: "Input.ChoiceSet", style: "compact", wrap: true, choices }, ...wrong];
    }
  }
}

const problemBlock = ({ field, text }: Problem): Element =>
  textBlock(text, { id: `problem:${field}`, color: "Attention", spacing: "Small" });

const submit = ({ submit: title, line }: Form, { about }: Rendering): ISubmitAction => ({
  type: "Action.Submit",
  title,
  style: "positive",
  data: { action: "submit", line, ...(about ? { about } : {}) },
});
const cancel = ({ cancel: title }: Form): ISubmitAction => ({
  type: "Action.Submit",
  title,
  data: { action: "cancel" },
  associatedInputs: "none",
});

/** The card that a typed command answers where it needs a form: a dialog opens only when somebody presses. */
export function renderInvitation(form: Form, rendering: Rendering): Card {
  const open: ISubmitAction = {
    type: "Action.Submit",
    title: wording.openForm[rendering.reader.locale],
    style: "positive",
    data: { msteams: { type: "task/fetch" }, action: "open", line: form.line },
  };
  const body: Element[] = [textBlock(form.title, { style: "heading", size: "Medium", weight: "Bolder" })];
  return cardOf(body, { fallbackText: form.title, actions: [open] }, rendering);
}

/** What is wrong with a line that was typed without a form. */
export const renderProblems = (problems: readonly Problem[], rendering: Rendering): Card =>
  cardOf(problems.map(problemBlock), { fallbackText: problems.map(({ text }) => text).join("\n") }, rendering);

/** The values of a submitted form, out of all that a client sends with it. */
export const fieldsOf = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === "string" ? [[name.slice(prefix.length), value]] : [],
    ),
  );
