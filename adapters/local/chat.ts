import type { AccountId, SpaceId } from "../../src/core/model.ts";

/** What the playground remembers, in memory only: messages, who is where, private notes, and who is looking. */
export interface Written {
  readonly id: string;
  readonly space: SpaceId;
  readonly author: AccountId;
  readonly thread: string | null;
  readonly text: string;
  readonly posted: Temporal.Instant;
  /** When this version was written. */
  readonly at: Temporal.Instant;
  /** 0 as posted; grows with each edit. */
  readonly version: number;
  readonly deleted: boolean;
}
/** Somebody came into a space or went. `by` brought or removed them; null where it was their own doing. */
export interface Move {
  readonly id: string;
  readonly what: "joined" | "left";
  readonly space: SpaceId;
  readonly account: AccountId;
  readonly by: AccountId | null;
  readonly at: Temporal.Instant;
}
/** One line of a conversation. */
export type Line =
  { readonly kind: "message"; readonly message: Written } | { readonly kind: "move"; readonly move: Move };
/** Something shown to one person alone: under a message, or among their direct messages where `space` is null. */
export interface Note {
  readonly id: string;
  readonly to: AccountId;
  readonly space: SpaceId | null;
  readonly message: string | null;
  /** Where it is about no message: the last line of its space when it was shown. */
  readonly after: string | null;
  readonly html: string;
  readonly plain: string;
}

export interface Chat {
  find(space: SpaceId, id: string): Written | undefined;
  /** Messages that stand, and who came and went, oldest first. */
  lines(space: SpaceId): readonly Line[];
  /** Who is in a space now, in the order in which they came. */
  members(space: SpaceId): readonly AccountId[];
  notes(to: AccountId, space: SpaceId | null): readonly Note[];
  /** Stores a message or its newer version, and tells whoever is looking. An older version changes nothing. */
  put(message: Written): void;
  /** Brings somebody into a space or out of it; changes nothing where they are there, or gone, already. */
  move(move: Move): void;
  /** Shows a note once per key; answers the id to withdraw it by. */
  show(key: string, note: Omit<Note, "id" | "after">): string;
  /** False where there is no such note. */
  withdraw(id: string, to: AccountId): boolean;
  /** Calls back after every change, until the answer is called. */
  watch(changed: () => void): () => void;
}

/** The oldest lines of a space go when there are more: a demonstration that runs for weeks must not grow. */
const longestMemory = 300;

/** An empty chat in which everybody sits where the company says. */
export function openChat(rooms: readonly { readonly id: SpaceId; readonly members: readonly AccountId[] }[]): Chat {
  const kept = new Map<string, Line>();
  const present = new Map(rooms.map(({ id, members }) => [id, new Set(members)]));
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  const inSpace = (space: SpaceId): Line[] => [...kept.values()].filter((line) => spaceOf(line) === space);
  const standing = (space: SpaceId): Line[] =>
    inSpace(space).filter((line) => line.kind === "move" || !line.message.deleted);
  const keep = (line: Line): void => {
    kept.set(keyOf(spaceOf(line), idOf(line)), line);
    for (const old of inSpace(spaceOf(line)).slice(0, -longestMemory)) kept.delete(keyOf(spaceOf(old), idOf(old)));
    changed();
  };
  const find = (space: SpaceId, id: string): Written | undefined => {
    const line = kept.get(keyOf(space, id));
    return line?.kind === "message" ? line.message : undefined;
  };
  return {
    find,
    lines: standing,
    members: (space) => [...(present.get(space) ?? [])],
    put(message) {
      const before = find(message.space, message.id);
      if (!before || before.version < message.version) keep({ kind: "message", message });
    },
    move(move) {
      const there = present.get(move.space);
      if (!there || there.has(move.account) === (move.what === "joined")) return;
      if (move.what === "joined") there.add(move.account);
      else there.delete(move.account);
      keep({ kind: "move", move });
    },
    ...openNotes({ changed, lastLine: (space) => standing(space).map(idOf).at(-1) ?? null }),
    watch(callback) {
      watchers.add(callback);
      return () => void watchers.delete(callback);
    },
  };
}

/** The private notes of a chat, each shown once per key, even after it was withdrawn. */
function openNotes({
  changed,
  lastLine,
}: {
  readonly changed: () => void;
  readonly lastLine: (space: SpaceId) => string | null;
}): Pick<Chat, "notes" | "show" | "withdraw"> {
  const notes = new Map<string, Note>();
  const shown = new Map<string, string>();
  let last = 0;
  return {
    notes: (to, space) => [...notes.values()].filter((note) => note.to === to && note.space === space),
    show(key, note) {
      const before = shown.get(key);
      if (before !== undefined) return before;
      const id = `note-${(last += 1)}`;
      shown.set(key, id);
      for (const old of [...shown.keys()].slice(0, -10 * longestMemory)) shown.delete(old);
      const after = note.space === null || note.message !== null ? null : lastLine(note.space);
      notes.set(id, { id, after, ...note });
      for (const old of [...notes.keys()].slice(0, -longestMemory)) notes.delete(old);
      changed();
      return id;
    },
    withdraw(id, to) {
      if (notes.get(id)?.to !== to) return false;
      notes.delete(id);
      changed();
      return true;
    },
  };
}

const idOf = (line: Line): string => (line.kind === "message" ? line.message.id : line.move.id);
const spaceOf = (line: Line): SpaceId => (line.kind === "message" ? line.message.space : line.move.space);
const keyOf = (space: SpaceId, id: string): string => `${space}\u0000${id}`;
