import { announce, make, part } from "./dom.ts";
import { ask } from "./answers.ts";
import { post } from "./connection.ts";
import { dayAndTime, personOf, type Page } from "./state.ts";
import type { Judged, WireMessage } from "../wire.ts";

/** A message of the conversation, with what its own author may do to it. */
export function messageItem(page: Page, message: WireMessage): HTMLLIElement {
  const { say } = page;
  const writer = personOf(page, message.by);
  const when = `${dayAndTime(message.at, writer.zone, page.locale, "short")}, ${writer.city}`;
  const head = make(
    "p",
    { class: "who" },
    make("bdi", { class: "name" }, writer.name),
    ...(writer.badge === null ? [] : [make("span", { class: "badge client" }, writer.badge)]),
    make("time", { datetime: message.at, class: "quiet" }, when),
    ...(message.version > 0 ? [make("span", { class: "quiet" }, `(${say.edited})`)] : []),
    ...(message.reply ? [make("span", { class: "quiet" }, `(${say.reply})`)] : []),
  );
  const editing = page.editing?.id === message.id ? page.editing.text : null;
  const item = make("li", { class: "message", "data-message": message.id }, portrait(page, message.by));
  const body = make("div", { class: "said" }, head);
  body.append(editing === null ? spoken(message) : editForm(page, message, editing));
  if (message.mine && editing === null) body.append(ownActions(page, message));
  if (message.by !== page.scene.by) body.append(othersActions(page, message));
  item.append(body);
  return item;
}

/** Two letters on one of six colours: enough to tell people apart, and no picture to fetch. */
function portrait(page: Page, id: string): HTMLElement {
  const index = page.world.people.findIndex((person) => person.id === id);
  const initials = personOf(page, id)
    .name.split(" ")
    .map((name) => name.slice(0, 1))
    .join("");
  return make("span", { class: `portrait hue-${index % 6}`, "aria-hidden": "true" }, initials);
}

function spoken({ text, mentions }: WireMessage): HTMLElement {
  const words = make("p", { class: "words", dir: "auto" });
  let at = 0;
  for (const { start, end } of mentions) {
    words.append(text.slice(at, start), make("bdi", { class: "person" }, text.slice(start, end)));
    at = end;
  }
  words.append(text.slice(at));
  return words;
}

function ownActions(page: Page, message: WireMessage): HTMLElement {
  const { say } = page;
  const start = message.text.slice(0, 40);
  const edit = (): void => {
    page.editing = { id: message.id, text: message.text };
    page.redraw();
    focusEdit();
  };
  return make(
    "div",
    { class: "actions" },
    make("button", { type: "button", class: "link", "aria-label": say.editOf(start), click: edit }, say.edit),
    make(
      "button",
      { type: "button", class: "link", "aria-label": say.removeOf(start), click: () => void remove(page, message) },
      say.remove,
    ),
  );
}

/** What anybody may ask about somebody else's message: the page names it, and the server knows its words. */
function othersActions(page: Page, { id, by, text }: WireMessage): HTMLElement {
  const { say } = page;
  const writer = personOf(page, by).name;
  const start = text.slice(0, 40);
  const button = (line: string, label: string, name: string): HTMLElement =>
    make(
      "button",
      {
        type: "button",
        class: "link",
        "aria-label": name,
        click: () => void ask(page, line, { under: id, about: id }),
      },
      label,
    );
  return make(
    "div",
    { class: "actions" },
    button("report", say.report, say.reportOf(writer, start)),
    button("check", say.check, say.checkOf(writer, start)),
  );
}

export function focusEdit(): void {
  const box = document.querySelector<HTMLTextAreaElement>("#edit-box");
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}
const focusBox = (): void => part("box", HTMLTextAreaElement).focus();

function editForm(page: Page, message: WireMessage, text: string): HTMLElement {
  const { say } = page;
  const box = make("textarea", { id: "edit-box", rows: "3", maxlength: "40000", dir: "auto", "aria-label": say.edit });
  box.value = text;
  const problem = make("p", { class: "problem", role: "alert" });
  const leave = (): void => {
    page.editing = null;
    page.redraw();
    focusBox();
  };
  const save = async (): Promise<void> => {
    if (box.value.trim() === "") return;
    const sent = await change(page, "edit", message, { text: box.value });
    if (sent.ok) leave();
    else problem.textContent = sent.sentence ?? say.failed;
  };
  return make(
    "form",
    {
      class: "edit",
      submit: (event) => {
        event.preventDefault();
        void save();
      },
      keydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.isComposing) return;
        if (event.key === "Escape") leave();
        if (event.key !== "Enter" || event.shiftKey || event.target !== box) return;
        event.preventDefault();
        void save();
      },
    },
    box,
    problem,
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "button", class: "button", click: leave }, say.cancel),
      make("button", { type: "submit", class: "button primary" }, say.save),
    ),
  );
}

async function remove(page: Page, message: WireMessage): Promise<void> {
  page.removing.add(message.id);
  const sent = await change(page, "remove", message, {});
  if (!sent.ok) page.removing.delete(message.id);
  announce(sent.ok ? page.say.removed : (sent.sentence ?? page.say.failed));
  focusBox();
}

/** Sends a newer version of a message; what became of it goes into the panel. */
async function change(page: Page, how: "edit" | "remove", message: WireMessage, more: { readonly text?: string }) {
  const { by, space, at } = page.scene;
  const body = {
    by,
    space,
    id: message.id,
    version: message.version + 1,
    at: at ?? new Date().toISOString(),
    ...more,
  };
  const sent = await post<Judged>(how, page.locale, body);
  if (sent.ok) {
    page.judged = { ...sent.answer, what: "message" };
    page.redraw();
  }
  return sent;
}
