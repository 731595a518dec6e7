import { make, part, refill } from "./dom.ts";
import { focusEdit } from "./message.ts";
import { isMessage, type Page } from "./state.ts";

/** Draws what became of the last message, and what to try next. */
export function openSide(page: Page): () => void {
  return () => {
    drawHappened(page);
    drawTries(page);
  };
}

function drawHappened({ say, judged }: Page): void {
  const holder = part("happened", HTMLDivElement);
  if (!judged) return;
  if (judged.judgements.length === 0) {
    holder.replaceChildren(make("p", { class: "calm" }, judged.what === "space" ? say.nothingHere : say.nothing));
    return;
  }
  const lines = judged.judgements.map(({ clause, outcome }) =>
    make(
      "li",
      { class: `outcome ${outcome}` },
      make("p", { class: "verdict" }, make("strong", {}, say.outcomeNames[outcome] ?? outcome)),
      make("p", { class: "quiet" }, `${say.clause} `, make("code", {}, clause)),
      make("p", {}, (judged.what === "space" ? say.outcomesHere[outcome] : null) ?? say.outcomes[outcome] ?? ""),
    ),
  );
  holder.replaceChildren(make("ul", { class: "outcomes" }, ...lines));
}

/** What to try, as far as it can be tried now: mending once there is something to mend, inviting whom is not there yet. */
function drawTries(page: Page): void {
  const membersOf = (id: string): readonly string[] => page.world.spaces.find((one) => one.id === id)?.members ?? [];
  const possible = page.world.suggestions.filter(
    ({ mend: mends, invite, by, space }) =>
      membersOf(space).includes(by) &&
      (invite === null || !membersOf(space).includes(invite)) &&
      (!mends || lastOwn(page, by, space) !== null),
  );
  refill(part("try", HTMLUListElement), possible.map(({ label }) => label).join(), () =>
    possible.map((suggestion) => {
      const { label, why } = suggestion;
      const click = (): void => page.suggest(suggestion);
      return make(
        "li",
        {},
        make("button", { type: "button", class: "chip", title: why, "aria-description": why, click }, label),
      );
    }),
  );
}

/** The last message of that person here, where the page is looking at it. */
function lastOwn({ scene, snapshot }: Page, by: string, space: string): string | null {
  if (scene.by !== by || scene.space !== space) return null;
  return snapshot.lines.filter(isMessage).findLast(({ mine }) => mine)?.id ?? null;
}

/** Opens the last message of the scene for correction with these words. */
export function mend(page: Page, by: string, space: string, text: string): void {
  const id = lastOwn(page, by, space);
  if (id === null) return;
  page.editing = { id, text };
  page.redraw();
  focusEdit();
}
