import type { Call } from "./adapter.ts";
import type { Reply } from "./view.ts";
import type { Localised, Role } from "./model.ts";

/** One word after `/charter`: what it does, who may, and where. */
export interface Command {
  readonly name: string;
  readonly summary: Localised;
  /** What is typed after the name, as help shows it; empty where there is nothing. */
  readonly usage: Localised;
  readonly role: Role;
  /** False where the answer is for the asker alone. */
  readonly public: boolean;
  /** `rest` is what was typed after the name, trimmed; a submitted form gives `call.fields` instead. */
  run(call: Call, rest: string): Promise<Reply>;
}

/** A line cut into the command's name, in lower case, and all that follows it, as written. */
export interface Line {
  readonly name: string;
  readonly rest: string;
}
export function parseLine(line: string): Line {
  const [, name = "", rest = ""] = /^\s*(?:\/?charter\s+)?(\S*)\s*([^]*)$/i.exec(line) ?? [];
  return { name: name.toLowerCase(), rest: rest.trimEnd() };
}
export const formatLine = ({ name, rest }: Line): string => (rest === "" ? name : `${name} ${rest}`);
