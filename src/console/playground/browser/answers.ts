import { announce, make, rendered } from "./dom.ts";
import { openDialog } from "./dialog.ts";
import { post } from "./connection.ts";
import type { Answered, Page } from "./state.ts";
import type { Answer, WireNote } from "../wire.ts";

/** A private note from Charter, under the message it is about. */
export function noteItem(page: Page, note: WireNote): HTMLLIElement {
  return slip(page, { label: page.say.onlyYou, content: rendered(note.html), under: note.message ?? "", kind: "note" });
}

/** What Charter answered to a command, for the asker alone; it can be put away. */
export function answerItem(page: Page, answered: Answered): HTMLLIElement {
  const { answer, under } = answered;
  const content =
    answer.kind === "view"
      ? rendered(answer.html)
      : make("ul", { class: "view" }, ...answer.problems.map(({ text }) => make("li", { dir: "auto" }, text)));
  const item = slip(page, { label: page.say.onlyYou, content, under, kind: "answer" });
  const away = (): void => {
    page.answers = page.answers.filter(({ id }) => id !== answered.id);
    page.redraw();
    document.getElementById("box")?.focus();
  };
  item
    .querySelector(".only")
    ?.append(make("button", { type: "button", class: "link away", click: away }, page.say.dismiss));
  return item;
}

interface Slip {
  readonly label: string;
  readonly content: HTMLElement;
  readonly under: string;
  readonly kind: "note" | "answer";
}
function slip(page: Page, { label, content, under, kind }: Slip): HTMLLIElement {
  content.addEventListener("click", (event) => {
    const line = event.target instanceof Element && event.target.closest("[data-line]")?.getAttribute("data-line");
    if (typeof line === "string") void ask(page, line, { under });
  });
  const section = make(
    "section",
    { class: `slip ${kind}`, "aria-label": kind === "note" ? label : `${page.say.answerLabel}. ${label}` },
    make("p", { class: "only" }, make("span", { class: "lock", "aria-hidden": "true" }), label),
    content,
  );
  return make("li", { class: "private" }, section);
}

interface Asking {
  /** The line that the answer stands under. */
  readonly under: string;
  /** The message that the command is invoked on; a form asks again with the same. */
  readonly about?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Runs a command. A view stands where it was asked, a form opens, and problems go beside the fields they are about. */
export async function ask(page: Page, line: string, { under, about, fields }: Asking): Promise<Answer | null> {
  const { by, space, at } = page.scene;
  const body = {
    by,
    space,
    line,
    at: at ?? new Date().toISOString(),
    ...(about !== undefined && { about }),
    ...(fields && { fields }),
  };
  const sent = await post<Answer>("run", page.locale, body);
  if (!sent.ok) {
    const text = sent.sentence ?? page.say.failed;
    stand(page, { under, answer: { kind: "problems", problems: [{ field: "", text }] } });
    return null;
  }
  const { answer } = sent;
  if (answer.kind === "form") {
    const again = { under, ...(about !== undefined && { about }) };
    openDialog(answer.html, page, (formLine, filled) =>
      ask(page, formLine, { ...again, ...(filled && { fields: filled }) }),
    );
  } else if (answer.kind === "view" || !fields) stand(page, { under, answer });
  return answer;
}

function stand(page: Page, { under, answer }: Pick<Answered, "under" | "answer">): void {
  const { by, space } = page.scene;
  page.answers = [...page.answers, { id: crypto.randomUUID(), by, space, under, answer }];
  page.redraw();
  const words = answer.kind === "view" ? answer.plain : answer.problems.map(({ text }) => text).join(" ");
  announce(`${page.say.answerLabel}. ${words}`);
}
