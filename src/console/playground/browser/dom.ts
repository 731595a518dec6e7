/** Small tools over the document. Words go in as text, never as markup. */
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** Makes an element: functions become listeners, `true` an empty attribute, `false` none. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** The element that the page is known to have. */
export function part<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** Tells people who listen to the page rather than see it. */
export function announce(words: string): void {
  const status = part("status", HTMLParagraphElement);
  // The same words twice are two announcements only if the region was empty between them.
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = words));
}

/** Markup that our own server rendered and escaped. */
export function rendered(html: string): HTMLElement {
  const holder = make("div", { class: "view" });
  holder.innerHTML = html;
  return holder;
}

/** Fills a place anew only where what it shows has changed, so that focus and open menus stay. */
export function refill(place: HTMLElement, signature: string, fill: () => readonly Node[]): void {
  if (place.dataset["shows"] === signature) return;
  place.dataset["shows"] = signature;
  place.replaceChildren(...fill());
}
