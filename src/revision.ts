import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readCharter, type Revision } from "./core/charter.ts";
import type { Problem } from "./core/model.ts";
import type { AnyRule } from "./core/rule.ts";
import { CannotStart, type Revisions, type StoredRevision } from "./core/store.ts";
import { problemLine, readDocument, type PlacedProblem } from "./document.ts";

const starter = join(import.meta.dirname, "..", "charters", "starter.en.yaml");
/** Says of a store's first revision that the playground made it: what it holds was never meant for a real organisation. */
const playgroundReason = "first start of the playground";

interface Reading {
  readonly rules: readonly AnyRule[];
  readonly playground: Playground | null;
}
/** The playground's company. */
interface Playground {
  readonly company: Company;
  /**
   * Whether it is all there is, no platform and no charter of one's own: then the charter is the company's, stored once
   * and changed like any other. Otherwise the company is laid over the charter at each reading, and never stored.
   */
  readonly alone: boolean;
}
interface Company {
  readonly organisation: object;
  readonly stewards: Readonly<Record<string, readonly string[]>>;
  readonly audiences: readonly object[];
  readonly spaces: object;
}

/**
 * Begins a store that has no charter, with the file or else the starter charter; later makes the file the newest revision
 * where the file itself has changed, so that changes made in chat outlive a restart. Throws CannotStart with every
 * mistake in the file.
 */
export async function adoptCharter(
  revisions: Revisions,
  file: string | null,
  { rules, playground }: Reading,
): Promise<void> {
  const stored = await revisions.current();
  const installed = stored && (await lastInstalled(revisions, stored));
  const wanted = wantedCharter(file, installed, { rules, playground });
  if (!wanted) return;
  const added = await revisions.add(wanted.charter, "installation", wanted.reason, stored?.number ?? 0);
  // Another instance was quicker: what it added may be the same.
  if (added === null) await adoptCharter(revisions, file, { rules, playground });
}

/** What is to be the newest revision, by the last one that an installation added; null where that one may stay. */
function wantedCharter(
  file: string | null,
  installed: StoredRevision | null,
  { rules, playground }: Reading,
): { readonly charter: unknown; readonly reason: string } | null {
  if (playground?.alone) {
    if (installed) return null;
    return { charter: ofCompany(readFile(starter, rules), playground.company), reason: playgroundReason };
  }
  // What was tried out in the playground must not begin to speak to people on a platform.
  const left = installed?.reason === playgroundReason;
  if (file === null && installed && !left) return null;
  const charter = readFile(file ?? starter, rules);
  if (!installed) return { charter, reason: "first start" };
  if (file === null) return { charter, reason: "first start after the playground" };
  return isDeepStrictEqual(installed.charter, charter) ? null : { charter, reason: "the charter file changed" };
}

/** The newest revision that nobody made in chat or on the command line; the oldest of all where there is no such. */
async function lastInstalled(revisions: Revisions, newest: StoredRevision): Promise<StoredRevision> {
  let at = newest;
  while (at.by !== "installation") {
    const before = await revisions.find(at.number - 1);
    if (!before) return at;
    at = before;
  }
  return at;
}

/** The revision in force, ready to judge by. */
export async function newestRevision(revisions: Revisions, { rules, playground }: Reading): Promise<Revision> {
  const stored = await revisions.current();
  if (!stored) throw new CannotStart("The store has no charter.");
  const overlay = playground && !(playground.alone && (await isOfPlayground(revisions))) ? playground : null;
  const read = readCharter(overlay ? laidOver(stored.charter, overlay) : stored.charter, stored.number, rules);
  if (read.ok) return read.revision;
  throw new CannotStart(sentences(`Revision ${stored.number} of the charter cannot be used:`, read.problems));
}

const isOfPlayground = async (revisions: Revisions): Promise<boolean> =>
  (await revisions.find(1))?.reason === playgroundReason;

/** The starter charter as the company's own: its hours hold, every clause speaks, and a change may speak at once. */
const ofCompany = (charter: unknown, company: Company): object => ({
  ...laidOver(charter, { company, alone: true }),
  promotion: { shadowDays: 0 },
});

function laidOver(charter: unknown, { company, alone }: Playground): object {
  // It was read before it was stored, so that its parts are what their names say.
  const written = charter as Partial<Company> & { readonly clauses?: readonly object[] };
  const { clauses = [], audiences = [], stewards = {}, spaces } = written;
  const roles = new Set([...Object.keys(stewards), ...Object.keys(company.stewards)]);
  return {
    ...written,
    stewards: Object.fromEntries(
      [...roles].map((role) => [role, [...(stewards[role] ?? []), ...(company.stewards[role] ?? [])]]),
    ),
    audiences: [...company.audiences, ...audiences],
    spaces: { ...spaces, ...company.spaces },
    ...(alone && {
      organisation: company.organisation,
      clauses: clauses.map((clause) =>
        "stage" in clause && clause.stage === "draft" ? clause : { ...clause, stage: "nudge" },
      ),
    }),
  };
}

/** What a charter file holds, as plain JSON. Throws CannotStart with every mistake in it. */
function readFile(path: string, rules: readonly AnyRule[]): unknown {
  const read = readDocument(bytesOf(path), rules);
  if (read.ok) return read.written;
  throw new CannotStart(sentences(`The charter ${path} cannot be used:`, read.problems));
}
function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new CannotStart(`The charter ${path} cannot be read (${code}).`);
  }
}

/** A title and its problems, a line each, for a terminal; with line and column where they have some. */
export const sentences = (title: string, problems: readonly (Problem | PlacedProblem)[]): string =>
  [title, ...problems.map((problem) => `  ${problemLine({ line: null, column: null, ...problem })}`)].join("\n");
