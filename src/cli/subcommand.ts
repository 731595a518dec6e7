import type { AnyRule } from "../core/rule.ts";
import type { Directory, Revisions } from "../core/store.ts";

/** Where a command line writes: `out` is what was asked for, `err` everything about it. Each call is one line or more. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}
/** What subcommands work with. */
export interface Terminal extends Output {
  readonly rules: readonly AnyRule[];
  readonly now: () => Temporal.Instant;
  /** Opens the store of the settings, for the time of `use`. Throws CannotStart with a sentence. */
  withStore<Answer>(use: (store: OpenedStore) => Promise<Answer>): Promise<Answer>;
}
export interface OpenedStore {
  readonly revisions: Revisions;
  readonly directory: Pick<Directory, "spaces" | "page" | "accounts">;
}

interface Option {
  readonly kind: "text" | "flag";
  readonly about: string;
}
/** What was typed after a subcommand, read by its own options. */
export interface Arguments {
  readonly words: readonly string[];
  /** The value of a text option, null where it was left out. */
  readonly text: (name: string) => string | null;
}
/** One word after `charter` on the command line. `run` answers the exit code. */
export interface Subcommand {
  readonly name: string;
  /** What is typed after the name, for help. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** How many words it takes, at least and at most. */
  readonly takes: readonly [least: number, most: number];
  run(args: Arguments, terminal: Terminal): Promise<number>;
}

/** Something that whoever typed can mend; the message is shown whole. */
export class Mistake extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Mistake";
  }
}
