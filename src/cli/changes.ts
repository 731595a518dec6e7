import { readCharter } from "../core/charter.ts";
import type { RevisionAuthor } from "../core/store.ts";
import { writeDocument } from "../document.ts";
import { give, outOption, readFileOf } from "./files.ts";
import { planOf, type Plan } from "./plan.ts";
import { Mistake, type OpenedStore, type Subcommand, type Terminal } from "./subcommand.ts";

/** Exit codes of `plan`, as other tools that plan have them. */
const planned = { nothing: 0, changes: 2 } as const;
const mostReason = 300;

export const plan: Subcommand = {
  name: "plan",
  usage: "FILE",
  summary: "what a charter file would change, and what to know before (exit code 0: nothing, 2: changes, 1: mistakes)",
  options: {},
  takes: [1, 1],
  async run({ words: [path = ""] }, terminal) {
    const read = readFileOf(path, terminal.rules, terminal);
    if (!read) return 1;
    return terminal.withStore(async ({ revisions }) => {
      const { rules, now } = terminal;
      const made = await planOf(
        { written: read.written, charter: read.revision.charter },
        { revisions, rules, now: now() },
      );
      show(made, terminal);
      return made.difference === null ? planned.nothing : planned.changes;
    });
  },
};

function show({ difference, warnings, from }: Plan, { out, err }: Terminal): void {
  if (difference === null) return out(`Nothing changes: the file says what revision ${from} says.`);
  out(difference.trimEnd());
  for (const warning of warnings) err(`Note: ${warning}`);
}

export const apply: Subcommand = {
  name: "apply",
  usage: "FILE [--reason TEXT]",
  summary: "makes a charter file the newest revision",
  options: { reason: { kind: "text", about: "why, for everybody who reads the history" } },
  takes: [1, 1],
  async run({ words: [path = ""], text }, terminal) {
    const reason = text("reason") ?? "a charter file was applied";
    if (reason.length > mostReason) throw new Mistake(`--reason has at most ${mostReason} characters.`);
    const read = readFileOf(path, terminal.rules, terminal);
    if (!read) {
      terminal.err("Nothing was changed.");
      return 1;
    }
    return terminal.withStore(async ({ revisions }) => {
      const { rules, now } = terminal;
      const wanted = { written: read.written, charter: read.revision.charter };
      const made = await planOf(wanted, { revisions, rules, now: now() });
      show(made, terminal);
      if (made.difference === null) return 0;
      return added(await revisions.add(read.written, "command line", reason, made.from), terminal);
    });
  },
};

function added(number: number | null, { out, err }: Terminal): number {
  if (number === null) {
    err("Somebody else changed the charter meanwhile. Nothing was changed here: please try again.");
    return 1;
  }
  out(`Revision ${number} holds now; a running product takes it over within a minute.`);
  return 0;
}

export const exportRevision: Subcommand = {
  name: "export",
  usage: "[--revision N] [--out FILE]",
  summary: "a revision as a charter file (YAML), the newest where none is named",
  options: { revision: { kind: "text", about: "the number of a revision" }, out: outOption },
  takes: [0, 0],
  run({ text }, terminal) {
    const asked = text("revision");
    const number = Number(asked ?? "1");
    if (!Number.isSafeInteger(number) || number < 1) throw new Mistake("--revision is a number from 1.");
    return terminal.withStore(async ({ revisions }) => {
      const stored = asked === null ? await revisions.current() : await revisions.find(number);
      if (!stored) throw new Mistake(asked === null ? "There is no charter yet." : `There is no revision ${number}.`);
      give(writeDocument(stored.charter, terminal.rules), text("out"), terminal);
      return 0;
    });
  },
};

export const listRevisions: Subcommand = {
  name: "revisions",
  usage: "[--limit N]",
  summary: "who changed the charter, when and why, newest first",
  options: { limit: { kind: "text", about: "how many at most; 20 where it is left out" } },
  takes: [0, 0],
  run({ text }, terminal) {
    const limit = Number(text("limit") ?? "20");
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1000)
      throw new Mistake("--limit is a number from 1 to 1000.");
    return terminal.withStore(async ({ revisions }) => {
      const all = await revisions.list(limit);
      if (all.length === 0) terminal.err("There is no charter yet.");
      for (const { number, at, by, reason } of all) {
        const when = at.toString({ smallestUnit: "minute" });
        terminal.out(`${String(number).padStart(4)}  ${when}  ${by ?? "(erased)"}: ${reason.replaceAll(/\s+/g, " ")}`);
      }
      return 0;
    });
  },
};

const roles = ["admin", "moderator", "ambassador"] as const;
type Stewardship = (typeof roles)[number];

export const steward: Subcommand = {
  name: "steward",
  usage: "add|remove ACCOUNT [--as admin|moderator|ambassador]",
  summary: "gives somebody a role or takes it, such as the first admin; ACCOUNT is written as in slack:U024BE7LH",
  options: { as: { kind: "text", about: "the role; admin where it is left out" } },
  takes: [2, 2],
  run({ words: [verb = "", account = ""], text }, terminal) {
    const role = roles.find((name) => name === (text("as") ?? "admin"));
    if (verb !== "add" && verb !== "remove") throw new Mistake(`Say add or remove, and not "${verb}".`);
    if (!role) throw new Mistake(`--as is ${roles.join(", ")}.`);
    return terminal.withStore((store) => changeSteward({ verb, account, role }, store, terminal));
  },
};

interface Change {
  readonly verb: "add" | "remove";
  readonly account: string;
  readonly role: Stewardship;
}
async function changeSteward({ verb, account, role }: Change, { revisions }: OpenedStore, terminal: Terminal) {
  const stored = await revisions.current();
  const now = stored && readCharter(stored.charter, stored.number, terminal.rules);
  if (!stored || !now?.ok) throw new Mistake("There is no charter yet: start the product once, or apply a file.");
  const { stewards } = now.revision.charter;
  const list = stewards[`${role}s`];
  if (list.includes(account) === (verb === "add")) {
    terminal.out(`Nothing changes: ${account} is ${verb === "add" ? "there already" : `no ${role}`}.`);
    return 0;
  }
  const others = list.filter((name) => name !== account);
  if (verb === "remove" && role === "admin" && others.length === 0) {
    throw new Mistake("This is the last admin. Add another one first.");
  }
  const changed = {
    ...(stored.charter as object),
    stewards: { ...stewards, [`${role}s`]: verb === "add" ? [...list, account] : others },
  };
  const read = readCharter(changed, stored.number, terminal.rules);
  if (!read.ok) throw new Mistake(read.problems.map((problem) => problem.text).join("\n"));
  const reason = verb === "add" ? `${role} added` : `${role} removed`;
  const by: RevisionAuthor = "command line";
  return added(await revisions.add(changed, by, reason, stored.number), terminal);
}
