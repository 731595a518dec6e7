import type { Call } from "./adapter.ts";
import type { Revision } from "./charter.ts";
import type { Absence, Holidays } from "./facts.ts";
import { roles, type AccountId, type Locale, type Localised, type Reader, type Role } from "./model.ts";
import type { AnyRule } from "./rule.ts";
import type { Store } from "./store.ts";
import type { IsHoliday } from "./time.ts";
import type { Reply } from "./view.ts";

/** One word after `/charter`: what it does, who may, and where. */
export interface Command {
  readonly name: string;
  readonly summary: Localised;
  /** What is typed after the name, as help shows it; empty where there is nothing. */
  readonly usage: Localised;
  readonly role: Role;
  /** True where everybody present may read the answer. */
  readonly public: boolean;
  run(asked: Asked, tools: CommandTools): Promise<Reply>;
}

/** A call, with the reader's language and zone found, and its line cut. `rest` is what was typed after the name. */
export interface Asked {
  readonly call: Call;
  readonly rest: string;
  readonly reader: Reader;
  readonly role: Role;
}

/** What commands may use. */
export interface CommandTools {
  readonly store: Store;
  readonly revision: () => Revision;
  readonly rules: readonly AnyRule[];
  readonly commands: readonly Command[];
  /** The names of the platforms that are connected. */
  readonly platforms: readonly string[];
  /** What this instance could not judge since it started. */
  readonly undecided: () => Undecided;
  /** Makes a written charter the next revision, if the newest is still `from`; null where somebody was quicker. It holds here at once. */
  readonly revise: (charter: unknown, change: Change) => Promise<number | null>;
  /** The address at which people reach the console, without a slash at the end; null where the operator has not said. */
  readonly address: string | null;
  /** Reads the calendar behind an address: whole days and times of leave. Rejects with CalendarError. */
  readonly readCalendar: (address: string) => Promise<readonly Absence[]>;
  /** Whether a date is a public holiday of a country or region. */
  readonly holidays: (of: Holidays | null) => IsHoliday;
}
export interface Change {
  readonly by: AccountId;
  readonly reason: string;
  readonly from: number;
}
/** Why a calendar could not be read, in a word that the command has a sentence for. */
export class CalendarError extends Error {
  readonly why: "not allowed" | "unreachable" | "too large" | "not a calendar";
  constructor(why: CalendarError["why"]) {
    super(`the calendar is ${why}`);
    this.name = "CalendarError";
    this.why = why;
  }
}
export interface Undecided {
  readonly undecided: ReadonlyMap<string, number>;
  readonly failures: ReadonlyMap<string, number>;
}

/** A line cut into the command's name, in lower case, and all that follows it, as written. */
export interface Line {
  readonly name: string;
  readonly rest: string;
}
export function parseLine(line: string): Line {
  const [, name = "", rest = ""] = /^\s*(?:\/?charter(?=\s|$)\s*)?(\S*)\s*([^]*)$/i.exec(line) ?? [];
  return { name: name.toLowerCase(), rest: rest.trimEnd() };
}
/** The inverse of `parseLine`. */
export const formatLine = ({ name, rest }: Line): string => (rest === "" ? name : `${name} ${rest}`);

/** Whether somebody of this role may use a command that asks for that one. */
export const mayUse = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** The language of ours that a BCP 47 tag asks for; English where it asks for none. */
export const localeOf = (tag: string | null | undefined): Locale =>
  tag && new Intl.Locale(safeTag(tag)).language === "fr" ? "fr" : "en";
const safeTag = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
};
