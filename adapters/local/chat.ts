import type { AccountId, SpaceId } from "../../src/core/model.ts";

/** What the playground remembers, in memory only: messages, private notes, and who is looking. */
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
/** Something shown to one person alone: under a message, or among their direct messages where `space` is null. */
export interface Note {
  readonly id: string;
  readonly to: AccountId;
  readonly space: SpaceId | null;
  readonly message: string | null;
  readonly html: string;
  readonly plain: string;
}

export interface Chat {
  find(space: SpaceId, id: string): Written | undefined;
  /** Messages that stand, oldest first. */
  messages(space: SpaceId): readonly Written[];
  notes(to: AccountId, space: SpaceId | null): readonly Note[];
  /** Stores a message or its newer version, and tells whoever is looking. An older version changes nothing. */
  put(message: Written): void;
  /** Shows a note once per key; answers the id to withdraw it by. */
  show(key: string, note: Omit<Note, "id">): string;
  /** False where there is no such note. */
  withdraw(id: string, to: AccountId): boolean;
  /** Calls back after every change, until the answer is called. */
  watch(changed: () => void): () => void;
}

/** The oldest messages of a space go when there are more: a demonstration that runs for weeks must not grow. */
const longestMemory = 300;

export function openChat(): Chat {
  const messages = new Map<string, Written>();
  const notes = new Map<string, Note>();
  const shown = new Map<string, string>();
  let lastNote = 0;
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  const inSpace = (space: SpaceId): Written[] => [...messages.values()].filter((message) => message.space === space);
  return {
    find: (space, id) => messages.get(keyOf(space, id)),
    messages: (space) => inSpace(space).filter(({ deleted }) => !deleted),
    notes: (to, space) => [...notes.values()].filter((note) => note.to === to && note.space === space),
    put(message) {
      const before = messages.get(keyOf(message.space, message.id));
      if (before && before.version >= message.version) return;
      messages.set(keyOf(message.space, message.id), message);
      for (const old of inSpace(message.space).slice(0, -longestMemory)) messages.delete(keyOf(old.space, old.id));
      changed();
    },
    show(key, note) {
      const before = shown.get(key);
      if (before !== undefined) return before;
      const id = `note-${(lastNote += 1)}`;
      shown.set(key, id);
      for (const old of [...shown.keys()].slice(0, -10 * longestMemory)) shown.delete(old);
      notes.set(id, { id, ...note });
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
    watch(callback) {
      watchers.add(callback);
      return () => void watchers.delete(callback);
    },
  };
}

const keyOf = (space: SpaceId, id: string): string => `${space}\u0000${id}`;
