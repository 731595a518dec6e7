import { getJson } from "./connection.ts";
import { announce, make, part, refill } from "./dom.ts";
import { dayAndTime, nothing, personOf, spaceOf, spacesOf, type Page, type Scene } from "./state.ts";

/** The sentence that sets the scene: who, where and when. */
export function openScene(page: Page): () => void {
  const person = part("person", HTMLSelectElement);
  const space = part("space", HTMLSelectElement);
  const wall = part("wall", HTMLInputElement);
  person.append(...peopleOptions(page));
  person.addEventListener("change", () => page.move({ by: person.value }));
  space.addEventListener("change", () => page.move({ space: space.value === "" ? null : space.value }));
  wall.addEventListener("change", () => {
    if (wall.value === "") return;
    const asked = new URLSearchParams({ wall: wall.value, zone: personOf(page).zone });
    void getJson<{ at: string }>(`/playground/clock?${asked}`).then(
      (answer) => answer && page.move({ moment: "wall", at: answer.at }),
    );
  });
  setInterval(() => drawClock(page), 20_000);
  return () => {
    person.value = page.scene.by;
    refill(space, signatureOf(page), () => spaceOptions(page));
    space.value = page.scene.space ?? "";
    if (page.scene.moment !== "wall") wall.value = "";
    drawMoments(page);
    drawClock(page);
    drawPlace(page);
    drawWaiting(page);
    drawEyes(page);
  };
}

/** What the list of spaces shows: it changes when somebody comes or goes. */
const signatureOf = ({ world, scene, snapshot }: Page): string =>
  [scene.by, snapshot.direct, ...spacesOf(world, scene.by).map(({ id }) => id)].join(" ");

function peopleOptions({ world }: Page): HTMLElement[] {
  const cities = [...new Set(world.people.map(({ city }) => city))];
  return cities.map((city) =>
    make(
      "optgroup",
      { label: city },
      ...world.people
        .filter((person) => person.city === city)
        .map(({ id, name, role }) => make("option", { value: id }, `${name} · ${role}`)),
    ),
  );
}

function spaceOptions({ world, scene, say, snapshot }: Page): HTMLElement[] {
  const spaces = spacesOf(world, scene.by).map(({ id, name, purpose }) =>
    make("option", { value: id }, `#${name} · ${say.purposes[purpose] ?? purpose}`),
  );
  const direct = snapshot.direct > 0 ? `${say.direct} (${snapshot.direct})` : say.direct;
  return [...spaces, make("option", { value: "" }, direct)];
}

function drawMoments(page: Page): void {
  const { say, scene, world } = page;
  const { zone } = personOf(page);
  const labels: Readonly<Record<string, string>> = {
    ...say.moments,
    holiday: zone === "America/Toronto" ? say.moments.holidayQuebec : say.moments.holidayFrance,
  };
  const holder = part("moments", HTMLDivElement);
  const ids: Scene["moment"][] = ["now", ...(world.moments[zone] ?? []).map(({ id }) => id)];
  refill(holder, zone, () =>
    ids.map((id) =>
      make(
        "button",
        { type: "button", class: "chip", "data-moment": id, click: () => page.move({ moment: id }) },
        labels[id] ?? id,
      ),
    ),
  );
  for (const chip of holder.querySelectorAll<HTMLElement>("[data-moment]")) {
    chip.setAttribute("aria-pressed", String(chip.dataset["moment"] === scene.moment));
  }
}

/** The writer's own time in full, and what it is meanwhile where colleagues are. */
function drawClock(page: Page): void {
  const { locale, say, scene, world } = page;
  const writer = personOf(page);
  const clock = part("clock", HTMLOutputElement);
  const now = `${dayAndTime(scene.at, writer.zone, locale, "long")}${say.timeIn(writer.city)}`;
  if (clock.value !== now) clock.value = now;
  const others = world.people.filter(
    ({ city, zone, badge }, index) =>
      badge === null && zone !== writer.zone && world.people.findIndex((one) => one.city === city) === index,
  );
  part("elsewhere", HTMLParagraphElement).textContent = others
    .map(({ city, zone }) => say.elsewhere(city, dayAndTime(scene.at, zone, locale, "short")))
    .join(" · ");
}

function drawPlace(page: Page): void {
  const { say } = page;
  const space = spaceOf(page);
  const purpose = space?.purpose ?? "direct";
  part("place", HTMLHeadingElement).replaceChildren(
    make("bdi", {}, space ? `#${space.name}` : say.direct),
    make("span", { class: `badge ${purpose}` }, say.purposes[purpose] ?? purpose),
  );
  part("place-about", HTMLParagraphElement).textContent = space?.about ?? say.directAbout;
  const seen = part("seen", HTMLParagraphElement);
  seen.hidden = !page.looking;
  seen.textContent = say.seenAs(personOf(page).name);
}

/** A way to what Charter wrote to that person in private, where they have not read it yet. */
function drawWaiting(page: Page): void {
  const { say, scene, snapshot, read } = page;
  const before = read.get(scene.by) ?? 0;
  // What was read and taken back since must not hide what comes next; of somebody just turned to, nothing is known yet.
  const seen = scene.space === null ? snapshot.direct : Math.min(before, snapshot.direct);
  if (snapshot !== nothing) read.set(scene.by, seen);
  const waits = snapshot.direct > seen;
  refill(part("waiting", HTMLDivElement), String(waits), () => {
    if (!waits) return [];
    const go = (): void => {
      page.move({ space: null });
      part("box", HTMLTextAreaElement).focus();
    };
    const button = make("button", { type: "button", class: "link", click: go }, say.readIt);
    return [make("p", { class: "quiet seen" }, `${say.waiting} `, button)];
  });
}

function drawEyes(page: Page): void {
  const others = (spaceOf(page)?.members ?? []).filter((id) => id !== page.scene.by);
  const look = (id: string): void => {
    page.move({ by: id });
    page.looking = true;
    page.redraw();
    part("feed", HTMLOListElement).focus();
    announce(page.say.seenAs(personOf(page).name));
  };
  refill(part("eyes", HTMLDivElement), `${page.scene.by} ${page.scene.space ?? ""} ${others.join(" ")}`, () =>
    others.length === 0
      ? [make("p", { class: "quiet" }, page.say.directAbout)]
      : others.map((id) =>
          make(
            "button",
            { type: "button", class: "chip", click: () => look(id) },
            page.say.seeAs(personOf(page, id).name),
          ),
        ),
  );
}
