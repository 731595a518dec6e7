import { todayOf, type Charter, type PreparedClause, type Revision } from "./charter.ts";
import { isExcepted } from "./exception.ts";
import type { Fact, FactName, Facts, Ignorance, Known } from "./facts.ts";
import type { JudgedEvent, SpaceId, Span } from "./model.ts";
import type { AnyRule, Finding } from "./rule.ts";

/** Everything that judging one event gave: what was found, what could not be judged and why, and which rules threw. */
export interface Verdict {
  readonly found: readonly Found[];
  /** The clauses that were really judged, or do not bind the author: only of them may be said that nothing was found. */
  readonly judged: readonly string[];
  readonly undecided: readonly { readonly clause: string; readonly fact: FactName; readonly because: Ignorance }[];
  readonly failures: readonly { readonly clause: string; readonly error: string }[];
}
/** What one clause's rule found: never empty, all of one code. */
export interface Found {
  readonly clause: PreparedClause;
  readonly findings: readonly [Finding, ...Finding[]];
  /** What no excerpt of this message may show, whatever it is about. */
  readonly masked: readonly Span[];
}

/** Judges an event by a revision. Pure: the same event, facts and revision give the same verdict. */
export function evaluate(revision: Revision, event: JudgedEvent, facts: Facts): Verdict {
  const found: Found[] = [];
  const judged: string[] = [];
  const undecided: { clause: string; fact: FactName; because: Ignorance }[] = [];
  const failures: { clause: string; error: string }[] = [];
  for (const prepared of revision.clauses) {
    const { clause, rule } = prepared;
    if (clause.stage === "draft" || !rule.on.includes(event.kind)) continue;
    const binds = isException(prepared, revision.charter, event, facts) ? "no" : binding(prepared, event, facts);
    if (binds === "no") {
      judged.push(clause.id);
      continue;
    }
    const missing = binds === "yes" ? missingNeed(rule, event, facts) : "author";
    if (missing !== undefined) {
      undecided.push({ clause: clause.id, fact: missing, because: whyUnknown(facts[missing]) });
      continue;
    }
    try {
      const findings = [...prepared.judge(event, knownOf(facts))];
      judged.push(clause.id);
      const [first, ...rest] = findings;
      // A clause tells one thing at a time: the first code found, wherever it occurs.
      if (!first) continue;
      const masked = findings.filter(({ code }) => rule.masks?.includes(code)).flatMap(({ spans }) => spans);
      found.push({ clause: prepared, findings: [first, ...rest.filter(({ code }) => code === first.code)], masked });
    } catch (error) {
      failures.push({ clause: clause.id, error: error instanceof Error ? error.name : "unknown" });
    }
  }
  return { found, judged, undecided, failures };
}

/** What happened to a space or a setting has no author: it is nobody's breach, and binds nobody in particular. */
const hasAuthor = ({ kind }: JudgedEvent): boolean => kind !== "space.composed" && kind !== "setting.read";

/** The first fact that the rule needs and that is not known. */
const missingNeed = ({ needs }: AnyRule, event: JudgedEvent, facts: Facts): FactName | undefined =>
  needs.find((need) => !facts[need].known && (need !== "author" || hasAuthor(event)));

/** The space that an event is about, where it is about one. */
export const spaceOf = (event: JudgedEvent): SpaceId | null =>
  event.kind === "space.composed" ? event.space : "message" in event ? event.message.space : null;

/** Nearly every clause has no exception: no date is made for it. */
const isException = ({ clause }: PreparedClause, charter: Charter, event: JudgedEvent, { author }: Facts): boolean =>
  clause.exceptions.length > 0 &&
  isExcepted(clause, { space: spaceOf(event), who: author.known ? author.value : null }, todayOf(charter, event.at));

/** Whether a clause binds the author. Somebody unknown may be bound or not: undecided, unless the clause binds the unknown too. */
function binding({ clause }: PreparedClause, event: JudgedEvent, { author }: Facts): "yes" | "no" | "undecided" {
  if (!hasAuthor(event)) return "yes";
  const audience = author.known ? author.value.audience : "unknown";
  if (clause.binds.includes(audience)) return "yes";
  return audience === "unknown" ? "undecided" : "no";
}

const whyUnknown = (fact: Fact<unknown>): Ignorance => (fact.known ? "not classified" : fact.because);

/** Only what is known; `evaluate` has checked that all the rule's needs are. */
function knownOf(facts: Facts): Known<FactName> {
  const values = {
    author: valueOf(facts.author),
    mentioned: valueOf(facts.mentioned),
    space: valueOf(facts.space),
    members: valueOf(facts.members),
  } satisfies Record<FactName, unknown>;
  return values as Known<FactName>;
}
const valueOf = <Value>(fact: Fact<Value>): Value | undefined => (fact.known ? fact.value : undefined);
