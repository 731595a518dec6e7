import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { readCharter, type Charter, type Clause } from "../core/charter.ts";
import type { AnyRule } from "../core/rule.ts";
import type { Revisions, StoredRevision } from "../core/store.ts";
import { writeDocument } from "../document.ts";

/** What a written charter would change, and what somebody should know of it before. */
export interface Plan {
  /** Unified, as lines; null where nothing would change. */
  readonly difference: string | null;
  readonly warnings: readonly string[];
  /** The revision that it was made from; 0 where there is none. */
  readonly from: number;
}

interface Wanted {
  readonly written: unknown;
  readonly charter: Charter;
}
interface Situation {
  readonly revisions: Revisions;
  readonly rules: readonly AnyRule[];
  readonly now: Temporal.Instant;
}

/** Compares a charter with the newest revision. */
export async function planOf({ written, charter }: Wanted, { revisions, rules, now }: Situation): Promise<Plan> {
  const stored = await revisions.current();
  const before = stored ? writeDocument(stored.charter, rules) : "";
  const after = writeDocument(written, rules);
  const from = stored?.number ?? 0;
  if (before === after) return { difference: null, warnings: [], from };
  const [was, is] = [stored ? `revision ${from}` : "nothing", "the file"];
  const difference = createTwoFilesPatch(was, is, before, after, undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
  const read = stored && readCharter(stored.charter, from, rules);
  const old = read?.ok ? read.revision.charter : null;
  const early = stored ? await earlyWarnings(charter, stored, { revisions, rules, now }) : [];
  return { difference, warnings: [...early, ...(old ? changeWarnings(old, charter) : [])], from };
}

const speaks = ({ stage }: Pick<Clause, "stage">): boolean => stage === "nudge" || stage === "case";

/** Clauses that would speak without having been tried in shadow as long as the charter itself asks for. */
async function earlyWarnings(charter: Charter, newest: StoredRevision, situation: Situation): Promise<string[]> {
  const { shadowDays } = charter.promotion;
  const warnings: string[] = [];
  for (const clause of charter.clauses.filter((each) => each.rule !== null && speaks(each))) {
    const since = await silentSince(clause, newest, situation);
    if (since === "speaks already") continue;
    const days = since === null ? 0 : Math.floor(situation.now.since(since).total("hours") / 24);
    if (days >= shadowDays) continue;
    warnings.push(
      `"${clause.id}" would speak after ${days} days in shadow; promotion.shadowDays asks for ${shadowDays}. ` +
        "Nobody knows yet how often it would have spoken.",
    );
  }
  return warnings;
}

/** Since when a clause has been in shadow with the rule that it has now; null where it is not. */
async function silentSince(
  { id, rule }: Clause,
  newest: StoredRevision,
  { revisions, rules }: Situation,
): Promise<Temporal.Instant | "speaks already" | null> {
  let since: Temporal.Instant | null = null;
  let at: StoredRevision | null = newest;
  while (at) {
    const read = readCharter(at.charter, at.number, rules);
    const then = read.ok ? read.revision.charter.clauses.find((clause) => clause.id === id) : undefined;
    if (then && then.rule === rule && speaks(then) && at === newest) return "speaks already";
    if (then?.rule !== rule || then.stage !== "shadow") break;
    since = at.at;
    at = await revisions.find(at.number - 1);
  }
  return since;
}

function changeWarnings(before: Charter, after: Charter): string[] {
  const left = before.clauses.filter(({ id }) => !after.clauses.some((clause) => clause.id === id));
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const freed = Object.keys(before.spaces).filter(
    (space) => before.spaces[space] === "sanctuary" && after.spaces[space] !== "sanctuary",
  );
  return [
    ...left.map(({ id, rule }) =>
      rule === null
        ? `"${id}" leaves the charter.`
        : `"${id}" leaves the charter: what it found is no longer explained.`,
    ),
    ...(same(before.audiences, after.audiences) && same(before.furtherAudiences, after.furtherAudiences)
      ? []
      : ["Audiences change: who counts as staff, client or supplier may be others from now on."]),
    ...freed.map((space) => `${space} is no longer a sanctuary: tell its members before.`),
    ...(before.stewards.admins.length > 0 && after.stewards.admins.length === 0
      ? ["There would be no admin any more: nobody could change the charter in chat."]
      : []),
  ];
}
