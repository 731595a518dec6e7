import { openComposer } from "./composer.ts";
import { getJson, listen } from "./connection.ts";
import { announce, part } from "./dom.ts";
import { openFeed } from "./feed.ts";
import { mend, openSide } from "./happened.ts";
import { offerInvitation, openPeople } from "./people.ts";
import { openScene } from "./scene.ts";
import { nothing, personOf, placeName, sceneAfter, withMembers, type Page, type Scene } from "./state.ts";
import { words } from "../words.ts";
import type { Snapshot, World } from "../wire.ts";

const locale = document.documentElement.lang === "fr" ? "fr" : "en";
const world = await getJson<World>(`/playground/world?lang=${locale}`);
if (world) open(world);
else announce(words[locale].failed);

function open(company: World): void {
  const kept = takeKept();
  const start: Scene = { by: "", space: company.spaces[0]?.id ?? null, moment: "now", at: null };
  let hangUp: (() => void) | null = null;
  let lineOpen = true;
  let fresh = true;

  const page: Page = {
    locale,
    say: words[locale],
    world: company,
    scene: sceneAfter(company, start, kept?.scene ?? {}),
    snapshot: nothing,
    answers: [],
    editing: null,
    unsent: null,
    judged: null,
    left: null,
    read: new Map(),
    removing: new Set(),
    looking: false,
    redraw: () => parts.forEach((draw) => draw()),
    move(wanted) {
      const before = page.scene;
      page.scene = sceneAfter(page.world, before, wanted);
      page.looking = false;
      if (before.by !== page.scene.by || before.space !== page.scene.space) tune();
      page.redraw();
    },
    suggest({ by, space, moment, text, mend: mending, invite }) {
      page.move({ by, space, moment });
      if (invite !== null) {
        offerInvitation(page, invite);
        return;
      }
      if (mending) {
        mend(page, by, space, text);
        return;
      }
      const box = part("box", HTMLTextAreaElement);
      box.value = text;
      box.focus();
      announce(page.say.filled);
    },
  };
  const parts = [openScene(page), openFeed(page), openComposer(page), openSide(page), openPeople(page)];

  /** Listens to what is seen from here now. */
  function tune(): void {
    hangUp?.();
    page.snapshot = nothing;
    page.editing = null;
    fresh = true;
    hangUp = listen(page.scene, locale, {
      snapshot(next) {
        if (!fresh) tellChanges(page, next);
        fresh = false;
        page.snapshot = next;
        page.world = withMembers(page.world, next.members);
        if (!stayPossible(page)) return;
        page.redraw();
      },
      line(now) {
        if (now !== lineOpen) announce(now ? page.say.online : page.say.offline);
        lineOpen = now;
      },
    });
  }

  part("box", HTMLTextAreaElement).value = kept?.draft ?? "";
  part("language", HTMLAnchorElement).addEventListener("click", () => keep(page.scene));
  tune();
  page.redraw();
}

/** Somebody who was brought out of the space they look at goes on elsewhere. */
function stayPossible(page: Page): boolean {
  const { by, space } = page.scene;
  if (page.world.spaces.every(({ id, members }) => id !== space || members.includes(by))) return true;
  if (page.left?.by !== by || page.left.space !== space) {
    announce(page.say.outside(personOf(page).name, placeName(page)));
  }
  page.move({});
  return false;
}

/** Says a new private note aloud, and that one is gone because its message is fine now. */
function tellChanges({ snapshot, say, removing }: Page, next: Snapshot): void {
  for (const note of next.notes) {
    if (!snapshot.notes.some(({ id }) => id === note.id)) announce(`${say.newNote} ${note.plain}`);
  }
  const mended = snapshot.notes.some(
    ({ id, message }) =>
      !next.notes.some((note) => note.id === id) &&
      !removing.has(message ?? "") &&
      next.lines.some((one) => one.id === message),
  );
  if (mended) announce(say.noteGone);
}

/** What a change of language must not lose: kept for this tab, and forgotten once read. */
interface Kept {
  readonly scene: Scene;
  readonly draft: string;
}
function keep(scene: Scene): void {
  const kept: Kept = { scene, draft: part("box", HTMLTextAreaElement).value };
  sessionStorage.setItem("charter-scene", JSON.stringify(kept));
}
function takeKept(): Kept | null {
  const kept = sessionStorage.getItem("charter-scene");
  sessionStorage.removeItem("charter-scene");
  return kept === null ? null : (JSON.parse(kept) as Kept);
}
