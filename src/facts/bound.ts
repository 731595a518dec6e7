import type { Charter, Clause } from "../core/charter.ts";
import type { Audience } from "../core/model.ts";

/** The clauses that ask something of an audience; drafts ask nothing of anybody yet. */
export const boundBy = ({ clauses }: Charter, audience: Audience): readonly Clause[] =>
  clauses.filter(({ binds, stage }) => stage !== "draft" && binds.includes(audience));

/**
 * What somebody accepts with a clause: its words, and what may follow from it. Its settings are not part of it, such
 * as one more watched term: a hundred thousand people are not asked again for that.
 */
const accepted = ({ id, title, prose, rule, stage, allowance }: Clause): string =>
  JSON.stringify([id, title.en, title.fr, prose.en, prose.fr, rule, stage, allowance]);

/** Stands for all that binds somebody, whatever its order: SHA-256 in hexadecimal digits. */
export async function digestOf(clauses: readonly Clause[]): Promise<string> {
  const whole = clauses.map(accepted).toSorted().join("\n");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whole));
  return new Uint8Array(digest).toHex();
}

/** What changed for somebody between two charters, clause by clause. */
export function changesOf(
  before: readonly Clause[],
  now: readonly Clause[],
): Record<"added" | "changed" | "removed", readonly Clause[]> {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const kept = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !old.has(id)),
    changed: now.filter((clause) => {
      const one = old.get(clause.id);
      return one !== undefined && accepted(one) !== accepted(clause);
    }),
    removed: before.filter(({ id }) => !kept.has(id)),
  };
}
