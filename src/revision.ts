import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse as parseYaml, YAMLError } from "yaml";
import { readCharter, type Revision } from "./core/charter.ts";
import type { Problem } from "./core/model.ts";
import type { AnyRule } from "./core/rule.ts";
import { CannotStart, type Revisions } from "./core/store.ts";

const starter = join(import.meta.dirname, "..", "charters", "starter.yaml");

/**
 * Makes the charter file the newest revision where it differs from the one in the store; without a file of one's own,
 * the starter charter begins a store that has none. Throws CannotStart with every mistake in the file.
 */
export async function adoptCharter(
  revisions: Revisions,
  file: string | null,
  rules: readonly AnyRule[],
): Promise<void> {
  const stored = await revisions.current();
  if (stored && file === null) return;
  const path = file ?? starter;
  const written = readFile(path);
  const read = readCharter(written, 1, rules);
  if (!read.ok) throw new CannotStart(sentences(`The charter ${path} cannot be used:`, read.problems));
  if (stored && isDeepStrictEqual(stored.charter, written)) return;
  await revisions.add(written, "installation", stored ? "the charter file changed" : "first start");
}

interface Reading {
  readonly rules: readonly AnyRule[];
  readonly playground: Playground | null;
}
/** The playground's company: laid over the charter, never stored. */
interface Playground {
  readonly company: Company;
  /** Whether it is all there is, no platform and no charter of one's own: then its own hours hold, and shadows speak. */
  readonly alone: boolean;
}
interface Company {
  readonly organisation: object;
  readonly stewards: Readonly<Record<"admins" | "moderators", readonly string[]>>;
  readonly audiences: readonly object[];
  readonly spaces: object;
}

/** The revision in force, ready to judge by. */
export async function newestRevision(revisions: Revisions, { rules, playground }: Reading): Promise<Revision> {
  const stored = await revisions.current();
  if (!stored) throw new CannotStart("The store has no charter.");
  const read = readCharter(playground ? laidOver(stored.charter, playground) : stored.charter, stored.number, rules);
  if (read.ok) return read.revision;
  throw new CannotStart(sentences(`Revision ${stored.number} of the charter cannot be used:`, read.problems));
}

function laidOver(charter: unknown, { company, alone }: Playground): object {
  // It was read before it was stored, so that its parts are what their names say.
  const written = charter as Partial<Company> & { readonly clauses?: readonly object[] };
  const { clauses = [], audiences = [], stewards, spaces } = written;
  return {
    ...written,
    stewards: {
      admins: [...(stewards?.admins ?? []), ...company.stewards.admins],
      moderators: [...(stewards?.moderators ?? []), ...company.stewards.moderators],
    },
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

function readFile(file: string): unknown {
  try {
    // Through JSON, so that the file compares equal to what the store gives back.
    return JSON.parse(JSON.stringify(parseYaml(readFileSync(file, "utf8")))) as unknown;
  } catch (error) {
    const place = error instanceof YAMLError ? ` (line ${error.linePos?.[0].line ?? "unknown"})` : "";
    throw new CannotStart(`The charter ${file} cannot be read${place}.`);
  }
}

/** A title and its problems, a line each, for a terminal. */
export const sentences = (title: string, problems: readonly Problem[]): string =>
  [title, ...problems.map(({ field, text }) => `  ${field}: ${text}`)].join("\n");
