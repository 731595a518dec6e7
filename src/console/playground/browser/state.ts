import type { Locale } from "../../../core/model.ts";
import type {
  Answer,
  Judged,
  MomentId,
  Snapshot,
  Suggestion,
  WireLine,
  WireMessage,
  WirePerson,
  WireSpace,
  World,
} from "../wire.ts";
import type { Words } from "../words.ts";

/** Who writes, where (null: in private with Charter) and when (`at` null: now). */
export interface Scene {
  readonly by: string;
  readonly space: string | null;
  readonly moment: MomentId | "now" | "wall";
  readonly at: string | null;
}
/** Something that Charter answered, standing where it was asked. It is the page's alone. */
export interface Answered {
  readonly id: string;
  readonly by: string;
  readonly space: string | null;
  /** The message that it stands under; empty where there was none. */
  readonly under: string;
  readonly answer: Exclude<Answer, { kind: "form" }>;
}
/** A message that could not be recorded: exactly what to send again. */
export interface Unsent {
  readonly body: Readonly<Record<string, unknown>> & { readonly text: string };
}

/** Everything the page knows, in one place; every part redraws itself from it. */
export interface Page {
  readonly locale: Locale;
  readonly say: Words;
  /** The company; who is where changes with each snapshot. */
  world: World;
  scene: Scene;
  snapshot: Snapshot;
  answers: readonly Answered[];
  editing: { readonly id: string; readonly text: string } | null;
  unsent: Unsent | null;
  /** What became of the last thing done here: something written, or somebody brought in or out. */
  judged: (Judged & { readonly what: "message" | "space" }) | null;
  /** The space that somebody has just left by their own doing: they may come back. */
  left: { readonly by: string; readonly space: string } | null;
  /** How many private notes each person has seen here, beside the conversations. */
  readonly read: Map<string, number>;
  /** Messages that are being deleted here: that their notes go is no news. */
  readonly removing: Set<string>;
  /** Whether the visitor is looking through somebody else's eyes to see what is not shown. */
  looking: boolean;
  /** Redraws what depends on the page. */
  redraw: () => void;
  /** Moves to another scene: other eyes, another space, another time. */
  move: (scene: Partial<Scene>) => void;
  /** Sets a suggested scene and its words. */
  suggest: (suggestion: Suggestion) => void;
}

export const nothing: Snapshot = { lines: [], notes: [], direct: 0, members: {} };

export const isMessage = (line: WireLine): line is WireMessage => line.kind === "message";
/** The line that an answer stands under when it is asked for now. */
export const lastLine = ({ snapshot }: Page): string => snapshot.lines.at(-1)?.id ?? "";

/** The company with everybody where they are now. */
export const withMembers = (world: World, members: Snapshot["members"]): World => ({
  ...world,
  spaces: world.spaces.map((space) => ({ ...space, members: members[space.id] ?? space.members })),
});

export function personOf(page: Page, id: string = page.scene.by): WirePerson {
  const found = page.world.people.find((person) => person.id === id);
  if (!found) throw new Error("the company has no such person");
  return found;
}
export const spaceOf = (page: Page): WireSpace | null =>
  page.world.spaces.find(({ id }) => id === page.scene.space) ?? null;
/** Where that person writes: "#studio", or Charter's own place. */
export const placeName = (page: Page): string => {
  const space = spaceOf(page);
  return space ? `#${space.name}` : page.say.direct;
};
export const spacesOf = (world: World, person: string): readonly WireSpace[] =>
  world.spaces.filter(({ members }) => members.includes(person));

/** The scene that results, always one that is possible: nobody sits in a space they are not a member of. */
export function sceneAfter(world: World, before: Scene, wanted: Partial<Scene>): Scene {
  const asked = { ...before, ...wanted };
  const person = world.people.find(({ id }) => id === asked.by) ?? world.people[0];
  if (!person) return before;
  const spaces = spacesOf(world, person.id);
  const possible = asked.space === null || spaces.some(({ id }) => id === asked.space);
  const space = possible ? asked.space : (spaces[0]?.id ?? null);
  const known = world.moments[person.zone]?.find(({ id }) => id === asked.moment);
  const at = asked.moment === "wall" ? asked.at : (known?.at ?? null);
  return { by: person.id, space, moment: at === null ? "now" : asked.moment, at };
}

export const dayAndTime = (at: string | null, zone: string, locale: Locale, length: "long" | "short"): string =>
  new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    weekday: length,
    day: "numeric",
    month: length,
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at === null ? Date.now() : Date.parse(at));
