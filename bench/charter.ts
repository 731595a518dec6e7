import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { rules } from "../rules/index.ts";
import { readCharter, type Revision } from "../src/core/charter.ts";

const written = z.looseObject({ clauses: z.array(z.looseObject({ settings: z.unknown().optional() })) });
export type Written = z.infer<typeof written>;

/** The starter charter with every clause let to speak. `caps`, where given, replaces how often somebody may be told. */
export function starterCharter(caps?: { readonly day: number; readonly dayAndClause: number }): Written {
  const file = join(import.meta.dirname, "..", "charters", "starter.en.yaml");
  const starter = written.parse(parse(readFileSync(file, "utf8")));
  const clauses = starter.clauses.map((clause) => ({ ...clause, stage: "nudge" }));
  return { ...starter, ...(caps && { caps }), clauses };
}

/** Makes a charter ready to judge by. */
export function revisionOf(charter: Written): Revision {
  const read = readCharter(charter, 1, rules);
  if (!read.ok) throw new Error("the starter charter cannot be used");
  return read.revision;
}

/** The terms that the starter charter watches for. */
export function watchedTerms({ clauses }: Written): readonly string[] {
  const settings = z.object({ terms: z.array(z.object({ term: z.string() })) });
  return clauses.flatMap((clause) => settings.safeParse(clause.settings).data?.terms ?? []).map(({ term }) => term);
}
