import type { Archive, ArchiveDay, Skipped } from "../../adapters/slack/archive.ts";
import type { PlatformAccount } from "../core/adapter.ts";
import type { Charter, Clause, Revision } from "../core/charter.ts";
import { decide, type Proposal } from "../core/decide.ts";
import { evaluate } from "../core/evaluate.ts";
import { known, unknown, type Facts } from "../core/facts.ts";
import type { AccountId, Audience, MessagePosted, PersonId } from "../core/model.ts";
import type { KnownAccount } from "../core/store.ts";
import { colleague } from "../facts/colleague.ts";
import { newTally, openCounter, type ClauseCount, type Counter } from "./count.ts";
import { openTallies } from "./tallies.ts";

/** What a charter would have meant for an export. */
export interface Rehearsal {
  /** Messages that were judged, and what was found in them over all clauses. */
  readonly messages: number;
  readonly findings: number;
  readonly nudges: number;
  readonly nudgesPerDay: number;
  /** Days of the workspace on which somebody wrote; those without a word would thin the figures out. */
  readonly days: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly spaces: number;
  /** People who wrote, and of them how many are in each audience; "" is those whom no table of the export knows. */
  readonly people: number;
  readonly audiences: Readonly<Record<Audience, number>>;
  readonly byClause: Readonly<Record<string, ClauseCount>>;
  /** Clauses that messages alone do not tell anything about. */
  readonly notJudged: readonly { readonly clause: string; readonly rule: string }[];
  /** Messages that were not judged, by why. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly privateConversations: number;
  readonly unlisted: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly messagesPerSecond: number;
}

export interface Options {
  /** How many examples are kept of each clause. */
  readonly examples: number;
  /** Milliseconds on any scale. */
  readonly clock: () => number;
  /** Told after each file. */
  readonly progress: (read: { readonly files: number; readonly messages: number }) => void;
}

/** Judges everything that an export holds, in the order of time, by a charter all of whose clauses speak. Stores nothing. */
export async function rehearse(archive: Archive, written: Revision, options: Options): Promise<Rehearsal> {
  const run = newRun(written, archive.people, options);
  const before = options.clock();
  let [files, date] = [0, ""];
  for await (const day of archive.days()) {
    // Caps run over all spaces: what one day brought is settled once the last space of the day is read.
    if (day.date !== date) settleAll(run);
    date = day.date;
    judgeDay(run, day);
    options.progress({ files: ++files, messages: run.messages });
  }
  settleAll(run);
  const seconds = (options.clock() - before) / 1000;
  return { ...resultOf(run, archive), messagesPerSecond: seconds > 0 ? Math.round(run.messages / seconds) : 0 };
}

/**
 * A charter as if it spoke already: in force, nothing paused, no clause silent. An export tells nobody's audience, so
 * members of the workspace are staff where the charter itself does not make them something else.
 */
function speaking(revision: Revision): Revision {
  const { charter } = revision;
  const spoken = (clause: Clause): Clause => ({ ...clause, stage: "nudge", pausedUntil: null });
  const audiences: Charter["audiences"] = [...charter.audiences, { is: "staff", standing: "member" }];
  return {
    ...revision,
    charter: { ...charter, audiences, inForceFrom: null, pausedUntil: null, clauses: charter.clauses.map(spoken) },
    clauses: revision.clauses.map((prepared) => ({ ...prepared, clause: spoken(prepared.clause) })),
  };
}

interface Waiting {
  readonly at: Temporal.Instant;
  readonly proposal: Proposal;
  readonly space: string;
  readonly day: string;
}
interface Run {
  readonly revision: Revision;
  readonly accounts: ReadonlyMap<AccountId, KnownAccount>;
  readonly counters: ReadonlyMap<string, Counter>;
  readonly tally: ReturnType<typeof openTallies>;
  readonly leftOut: ReturnType<typeof newTally>;
  readonly authors: Map<AccountId, Audience>;
  readonly spaces: Set<string>;
  readonly days: Set<string>;
  waiting: Waiting[];
  messages: number;
}

function newRun(written: Revision, people: readonly PlatformAccount[], { examples }: Options): Run {
  const revision = speaking(written);
  // What is not about messages finds nothing here, and is said to.
  const counted = written.clauses.filter(({ rule }) => rule.on.includes("message.posted"));
  return {
    revision,
    accounts: new Map(people.map((account) => [account.id, asKnown(account)])),
    counters: new Map(
      counted.map((prepared) => [prepared.clause.id, openCounter(prepared, prepared.clause.stage, examples)]),
    ),
    tally: openTallies(),
    leftOut: newTally(),
    ...{ authors: new Map(), spaces: new Set(), days: new Set() },
    ...{ waiting: [], messages: 0 },
  };
}

/** Nobody has linked or set anything: each account is a person of its own. */
const asKnown = ({ groups, ...account }: PlatformAccount): KnownAccount => ({
  ...account,
  person: account.id as string as PersonId,
  groups: groups ?? [],
  language: null,
  week: null,
  absences: [],
});

function judgeDay(run: Run, { date, space, events, leftOut }: ArchiveDay): void {
  for (const [why, times] of Object.entries(leftOut)) run.leftOut.add(why, times);
  if (run.revision.charter.spaces[space.id] === "sanctuary") return run.leftOut.add("sanctuary", events.length);
  if (events.length === 0) return;
  run.spaces.add(space.id);
  run.days.add(date);
  for (const event of events) judgeMessage(run, event, { space: space.name, day: date });
}

function judgeMessage(run: Run, event: MessagePosted, where: Pick<Waiting, "space" | "day">): void {
  const { revision, counters } = run;
  const facts = factsOf(run, event);
  run.messages += 1;
  run.authors.set(event.author, facts.author.known ? facts.author.value.audience : "");
  const verdict = evaluate(revision, event, facts);
  for (const clause of verdict.judged) counters.get(clause)?.judged();
  for (const one of verdict.undecided) counters.get(one.clause)?.undecided(one);
  for (const { clause, error } of verdict.failures) counters.get(clause)?.failed(error);
  for (const proposal of decide(revision, verdict.found, event, facts)) {
    run.waiting.push({ at: event.at, proposal, ...where });
  }
}

function factsOf({ revision, accounts }: Run, { author, mentions, message }: MessagePosted): Facts {
  const mentioned = mentions
    .filter((account) => account !== author)
    .map((account) => colleague(revision, accounts.get(account)));
  return {
    author: colleague(revision, accounts.get(author)),
    mentioned: known(mentioned.flatMap((fact) => (fact.known ? [fact.value] : []))),
    space: known({ purpose: revision.charter.spaces[message.space] ?? "undeclared" }),
    members: unknown("not asked"),
  };
}

function settleAll(run: Run): void {
  const inOrder = run.waiting.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  for (const { proposal, space, day } of inOrder) {
    run.counters.get(proposal.clause)?.found(proposal, run.tally(proposal).outcome, { space, day });
  }
  run.waiting = [];
}

function resultOf(run: Run, archive: Archive): Omit<Rehearsal, "messagesPerSecond"> {
  const days = [...run.days].toSorted();
  const clauses = [...run.counters].map(([id, counter]) => [id, counter.result(days.length)] as const);
  const sum = (count: (clause: ClauseCount) => number): number =>
    clauses.reduce((total, [, clause]) => total + count(clause), 0);
  const audiences = newTally();
  for (const audience of run.authors.values()) audiences.add(audience);
  return {
    messages: run.messages,
    findings: sum(({ findings }) => findings),
    nudges: sum(({ nudges }) => nudges),
    nudgesPerDay: sum(({ nudgesPerDay }) => nudgesPerDay),
    ...{ days: days.length, firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null },
    ...{ spaces: run.spaces.size, people: run.authors.size, audiences: audiences.counts() },
    byClause: Object.fromEntries(clauses),
    notJudged: run.revision.clauses
      .filter(({ clause }) => !run.counters.has(clause.id))
      .map(({ clause, rule }) => ({ clause: clause.id, rule: rule.id })),
    leftOut: run.leftOut.counts(),
    privateConversations: archive.privateConversations,
    unlisted: archive.unlisted,
    skipped: archive.skipped,
  };
}
