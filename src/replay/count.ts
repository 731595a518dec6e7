import type { Outcome } from "../core/adapter.ts";
import type { PreparedClause } from "../core/charter.ts";
import type { Proposal } from "../core/decide.ts";
import type { Verdict } from "../core/evaluate.ts";
import type { Localised, Span, Stage } from "../core/model.ts";
import { openSample, shares, type Sample } from "./sample.ts";

/** Something that was found: where, and the words around it, masked and cut. Null where nothing of it may be kept. */
export interface Shown {
  readonly space: string;
  /** The day of the workspace, "2026-11-16". */
  readonly day: string;
  readonly code: string;
  readonly excerpt: string;
  readonly spans: readonly Span[];
}

/** What a clause would have meant. */
export interface ClauseCount {
  readonly title: Localised;
  readonly rule: string;
  /** The stage that the charter gives it; it was judged as if it spoke. */
  readonly stage: Stage;
  readonly messages: number;
  readonly findings: number;
  readonly people: number;
  readonly nudges: number;
  readonly nudgesPerDay: number;
  readonly byCode: Readonly<Record<string, number>>;
  /** Of the findings: told, allowed, capped or untold. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Messages on which nothing could be decided, by what is not known and why. */
  readonly undecided: Readonly<Record<string, number>>;
  /** Messages on which the rule threw, by the name of the error. */
  readonly failures: Readonly<Record<string, number>>;
  /** Whether excerpts may be shown at all. */
  readonly traced: boolean;
  readonly examples: readonly Shown[];
}

/** Counts for one clause while an export is read. */
export interface Counter {
  judged(): void;
  undecided(one: Verdict["undecided"][number]): void;
  failed(error: string): void;
  found(proposal: Proposal, outcome: Outcome, where: Pick<Shown, "space" | "day">): void;
  /** `days` is over how many days nudges are spread. */
  result(days: number): ClauseCount;
}

export function openCounter({ clause, rule }: PreparedClause, stage: Stage, wanted: number): Counter {
  const people = new Set<string>();
  const [byCode, outcomes, undecided, failures] = [newTally(), newTally(), newTally(), newTally()];
  const samples = new Map<string, Sample<Shown & { readonly order: number }>>();
  let [messages, findings, nudges] = [0, 0, 0];
  return {
    judged: () => void messages++,
    undecided: ({ fact, because }) => undecided.add(`${fact}: ${because}`),
    failed: (error) => failures.add(error),
    found(proposal, outcome, where) {
      const { code, excerpt, who, author, tell } = proposal;
      findings += 1;
      people.add(who);
      byCode.add(code);
      outcomes.add(outcome);
      // What outsiders do is told to others: nobody is nudged.
      if (outcome === "told" && author !== null && tell.includes(author)) nudges += 1;
      if (!excerpt || wanted === 0) return;
      let sample = samples.get(code);
      if (!sample) samples.set(code, (sample = openSample(wanted)));
      sample.add({ ...where, code, excerpt: excerpt.text, spans: excerpt.spans, order: findings });
    },
    result: (days) => ({
      title: clause.title,
      rule: rule.id,
      stage,
      ...{ messages, findings, people: people.size, nudges, nudgesPerDay: days === 0 ? 0 : nudges / days },
      ...{ byCode: byCode.counts(), outcomes: outcomes.counts() },
      ...{ undecided: undecided.counts(), failures: failures.counts() },
      traced: rule.trace === "excerpt",
      examples: examplesOf([...samples.values()], wanted),
    }),
  };
}

function examplesOf(samples: readonly Sample<Shown & { readonly order: number }>[], wanted: number): readonly Shown[] {
  const sizes = samples.map((sample) => sample.take(wanted).length);
  const chosen = shares(sizes, wanted);
  return samples
    .flatMap((sample, index) => sample.take(chosen[index] ?? 0))
    .toSorted((one, other) => one.order - other.order)
    .map(({ space, day, code, excerpt, spans }) => ({ space, day, code, excerpt, spans }));
}

/** Counts by name, without the dangers of names that objects have already. */
export function newTally() {
  const counted = new Map<string, number>();
  return {
    add: (name: string, times = 1): void => void counted.set(name, (counted.get(name) ?? 0) + times),
    counts: (): Readonly<Record<string, number>> => Object.fromEntries(counted),
  };
}
