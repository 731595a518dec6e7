import { part } from "./dom.ts";
import type { Page } from "./state.ts";
import type { Answer } from "../wire.ts";

type Submit = (line: string, fields?: Readonly<Record<string, string>>) => Promise<Answer | null>;

/**
 * Opens a form that the server rendered; it closes when the command took it, or when the person leaves, and gives way
 * to the next form where that is the answer. Where there is something to read first, reading begins at the title.
 */
export function openDialog(html: string, page: Page, submit: Submit): void {
  const dialog = part("dialog", HTMLDialogElement);
  dialog.innerHTML = html;
  const form = dialog.querySelector("form");
  if (!form) return;
  const title = form.getAttribute("aria-labelledby");
  if (title) dialog.setAttribute("aria-labelledby", title);
  form.querySelector("[data-cancel]")?.addEventListener("click", () => dialog.close());
  form.querySelector(".about")?.addEventListener("click", (event) => {
    const line = event.target instanceof Element && event.target.closest("[data-line]")?.getAttribute("data-line");
    if (typeof line !== "string") return;
    dialog.close();
    void submit(line);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    void send(form, page, submit).finally(() => (form.ariaBusy = "false"));
  });
  if (!dialog.open) dialog.showModal();
  dialog.scrollTo({ top: 0 });
  const first = form.querySelector(".about") ? null : controls(form)[0];
  (first ?? form.querySelector("h2"))?.focus();
}

async function send(form: HTMLFormElement, page: Page, submit: Submit): Promise<void> {
  const fields = Object.fromEntries(controls(form).map(({ name, value }) => [name, value]));
  const answer = await submit(form.dataset["line"] ?? "", fields);
  if (answer?.kind === "view") part("dialog", HTMLDialogElement).close();
  const problems =
    answer === null ? [{ field: "", text: page.say.failed }] : answer.kind === "problems" ? answer.problems : [];
  if (problems.length > 0) showProblems(form, problems);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const controls = (form: HTMLFormElement): Control[] => [
  ...form.querySelectorAll<Control>("input[name], textarea[name], select[name]"),
];

/** Each problem beside its field, those of no field at the top; the first of them has the focus. */
function showProblems(
  form: HTMLFormElement,
  problems: readonly { readonly field: string; readonly text: string }[],
): void {
  const names = new Set(controls(form).map(({ name }) => name));
  const general = form.querySelector<HTMLElement>(":scope > .problem");
  if (general)
    fill(
      general,
      problems.filter(({ field }) => !names.has(field)),
    );
  for (const control of controls(form)) {
    const mine = problems.filter(({ field }) => field === control.name);
    const place = form.querySelector<HTMLElement>(`#${control.id}-problem`);
    if (place) fill(place, mine);
    control.toggleAttribute("aria-invalid", false);
    if (mine.length > 0) control.setAttribute("aria-invalid", "true");
    const hint = form.querySelector(`#${control.id}-hint`) ? [`${control.id}-hint`] : [];
    const described = [...hint, ...(mine.length > 0 ? [`${control.id}-problem`] : [])].join(" ");
    if (described === "") control.removeAttribute("aria-describedby");
    else control.setAttribute("aria-describedby", described);
  }
  (controls(form).find((control) => control.getAttribute("aria-invalid") === "true") ?? general)?.focus();
}

function fill(place: HTMLElement, problems: readonly { readonly text: string }[]): void {
  place.textContent = problems.map(({ text }) => text).join(" ");
  place.hidden = problems.length === 0;
}
