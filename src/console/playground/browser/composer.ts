import { announce, make, part } from "./dom.ts";
import { ask } from "./answers.ts";
import { post } from "./connection.ts";
import { lastLine, placeName, spaceOf, type Page, type Unsent } from "./state.ts";
import type { Judged } from "../wire.ts";

/** The message box: what begins with /charter asks Charter, everything else is said to the space. */
export function openComposer(page: Page): () => void {
  const box = part("box", HTMLTextAreaElement);
  const form = part("composer", HTMLFormElement);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(page, box);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return () => {
    part("box-label", HTMLLabelElement).textContent = spaceOf(page)
      ? page.say.box(placeName(page))
      : page.say.boxDirect;
    box.placeholder = spaceOf(page) ? page.say.box(placeName(page)) : page.say.boxDirect;
    drawUnsent(page, box);
  };
}

async function submit(page: Page, box: HTMLTextAreaElement): Promise<void> {
  const text = box.value;
  if (text.trim() === "") return;
  box.value = "";
  if (page.scene.space === null || /^\s*\/charter(?:\s|$)/iu.test(text)) {
    await ask(page, text, { under: lastLine(page) });
    return;
  }
  const { by, space, at } = page.scene;
  await send(page, { body: { by, space, id: crypto.randomUUID(), text, at: at ?? new Date().toISOString() } });
}

/** Sends a message; where it was not recorded, it waits visibly with the same id and the same words. */
async function send(page: Page, message: Unsent): Promise<void> {
  const sent = await post<Judged>("say", page.locale, message.body);
  page.unsent = sent.ok ? null : message;
  if (sent.ok) page.judged = { ...sent.answer, what: "message" };
  page.redraw();
  if (!sent.ok)
    announce(`${page.say.unsentTitle}. ${sent.again ? page.say.unsent : (sent.sentence ?? page.say.failed)}`);
}

function drawUnsent(page: Page, box: HTMLTextAreaElement): void {
  const { say, unsent } = page;
  const holder = part("unsent", HTMLDivElement);
  if (!unsent) {
    holder.replaceChildren();
    return;
  }
  const again = (): void => {
    box.focus();
    void send(page, unsent);
  };
  const back = (): void => {
    box.value = box.value === "" ? unsent.body.text : `${unsent.body.text}\n${box.value}`;
    page.unsent = null;
    page.redraw();
    box.focus();
  };
  holder.replaceChildren(
    make(
      "section",
      { class: "notice", "aria-label": say.unsentTitle },
      make("p", {}, make("strong", {}, say.unsentTitle)),
      make("p", { class: "words", dir: "auto" }, unsent.body.text),
      make("p", {}, say.unsent),
      make(
        "div",
        { class: "buttons" },
        make("button", { type: "button", class: "button", click: back }, say.discard),
        make("button", { type: "button", class: "button primary", click: again }, say.sendAgain),
      ),
    ),
  );
}
