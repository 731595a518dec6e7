import { announce, make, part, refill } from "./dom.ts";
import { post } from "./connection.ts";
import { personOf, placeName, spaceOf, withMembers, type Page } from "./state.ts";
import type { Judged, WireMove } from "../wire.ts";

/** Who is in the space: a list that opens, with who may be brought in or out. Answers how to draw it again. */
export function openPeople(page: Page): () => void {
  const guest = part("guest", HTMLSelectElement);
  part("invite", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    if (guest.value !== "") void invite(page, guest.value);
  });
  return () => {
    drawPeople(page);
    drawLeft(page);
  };
}

/** Leaves the room to the conversation, in which something has come. */
function foldAway(): void {
  part("people", HTMLDetailsElement).open = false;
  part("people-count", HTMLElement).focus();
}

/** Opens the list with somebody chosen to be invited: one press remains. */
export function offerInvitation(page: Page, account: string): void {
  part("people", HTMLDetailsElement).open = true;
  part("guest", HTMLSelectElement).value = account;
  part("invite", HTMLFormElement).querySelector("button")?.focus();
  announce(page.say.readyToInvite);
}

/** That somebody came or went, as a line of the conversation. */
export function moveItem(page: Page, { kind, account, by }: WireMove): HTMLLIElement {
  return make("li", { class: "moved quiet" }, page.say[kind](personOf(page, account).name, nameOf(page, by)));
}
const nameOf = (page: Page, id: string | null): string | null => (id === null ? null : personOf(page, id).name);

function drawPeople(page: Page): void {
  const { say, scene, world } = page;
  const space = spaceOf(page);
  part("people", HTMLDetailsElement).hidden = space === null;
  const here = space?.members ?? [];
  part("people-count", HTMLElement).textContent = say.people(here.length);
  const signature = [scene.by, scene.space, ...here].join(" ");
  refill(part("people-here", HTMLUListElement), signature, () => here.map((id) => memberItem(page, id)));
  const others = world.people.filter(({ id }) => !here.includes(id));
  const guest = part("guest", HTMLSelectElement);
  const chosen = guest.value;
  part("invite", HTMLFormElement).hidden = others.length === 0;
  refill(guest, signature, () =>
    others.map(({ id, name, role }) => make("option", { value: id }, `${name} · ${role}`)),
  );
  if (others.some(({ id }) => id === chosen)) guest.value = chosen;
}

function memberItem(page: Page, id: string): HTMLLIElement {
  const { say, scene } = page;
  const { name, role, badge } = personOf(page, id);
  const self = id === scene.by;
  const label = self ? say.leaveOf(placeName(page)) : say.takeOutOf(name, placeName(page));
  return make(
    "li",
    {},
    make(
      "span",
      {},
      make("bdi", { class: "name" }, name),
      " ",
      make("span", { class: badge === null ? "quiet" : "badge client" }, role),
    ),
    make(
      "button",
      { type: "button", class: "link", "aria-label": label, click: () => void bringOut(page, id) },
      self ? say.leave : say.takeOut,
    ),
  );
}

async function invite(page: Page, account: string): Promise<void> {
  const inviter = personOf(page).name;
  if (!(await move(page, "join", account))) return;
  foldAway();
  announce(page.say.joined(personOf(page, account).name, inviter));
}

async function bringOut(page: Page, account: string): Promise<void> {
  const { by, space } = page.scene;
  const self = account === by;
  // Said before the answer: the news that they are out may come first.
  if (self && space !== null) page.left = { by, space };
  const words = self
    ? page.say.youLeft(placeName(page))
    : page.say.left(personOf(page, account).name, personOf(page).name);
  const done = await move(page, "leave", account);
  if (!done) page.left = null;
  else announce(words);
  page.redraw();
  if (self && done) foldAway();
  part(self && done ? "box" : "people-count", HTMLElement).focus();
}

/** A way back for whoever has just left a space on their own. */
function drawLeft(page: Page): void {
  const { say, scene, left, world } = page;
  const space = world.spaces.find(({ id }) => id === left?.space);
  const gone = left !== null && space !== undefined && left.by === scene.by && !space.members.includes(left.by);
  refill(part("left", HTMLDivElement), gone ? space.id : "", () => {
    if (!gone) return [];
    const back = (): void => void comeBack(page, left);
    return [
      make(
        "p",
        { class: "quiet" },
        `${say.youLeft(`#${space.name}`)} `,
        make("button", { type: "button", class: "link", click: back }, say.comeBack),
      ),
    ];
  });
}

const wanted = ({ scene }: Page, account: string) => ({
  by: scene.by,
  space: scene.space,
  account,
  id: crypto.randomUUID(),
  at: scene.at ?? new Date().toISOString(),
});

async function comeBack(page: Page, { by, space }: NonNullable<Page["left"]>): Promise<void> {
  const sent = await post<Judged>("join", page.locale, { ...wanted(page, by), space });
  if (!sent.ok) {
    announce(sent.sentence ?? page.say.failed);
    return;
  }
  page.left = null;
  page.judged = { ...sent.answer, what: "space" };
  // The news of it is on its way: whoever goes there now is a member already.
  const before = page.world.spaces.find(({ id }) => id === space)?.members ?? [];
  page.world = withMembers(page.world, { [space]: [...new Set([...before, by])] });
  page.move({ space });
  part("box", HTMLTextAreaElement).focus();
}

/** Brings somebody in or out; what the charter says of it goes into the panel. False where it did not go through. */
async function move(page: Page, how: "join" | "leave", account: string): Promise<boolean> {
  const sent = await post<Judged>(how, page.locale, wanted(page, account));
  if (!sent.ok) {
    announce(sent.sentence ?? page.say.failed);
    return false;
  }
  page.judged = { ...sent.answer, what: "space" };
  page.redraw();
  return true;
}
