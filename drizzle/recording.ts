import { randomUUID, randomUUIDv7 } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Judgement, Outcome } from "../src/core/adapter.ts";
import { caseJob } from "../src/core/case.ts";
import type { Proposal } from "../src/core/decide.ts";
import type { AccountId, NoticeId } from "../src/core/model.ts";
import type { Settle } from "../src/core/store.ts";
import { openCase, type CaseTools } from "./cases.ts";
import type { Claimed } from "./claims.ts";
import type { Database } from "./connect.ts";
import type { QueuedJob } from "./outbox.ts";
import { claim, finding, notice } from "./schema.ts";
import { tagWith } from "./seal.ts";
import { readTallies } from "./tallies.ts";
import type { WeekKey, WeekKeys } from "./week.ts";

/** How long an excerpt is kept after its notice was delivered, or after the breach where none was. */
export const excerptHours = 24;

export interface RecordingTools extends CaseTools {
  readonly weekKeys: WeekKeys;
}
interface Recording {
  readonly claimed: readonly Claimed[];
  readonly settle: Settle;
}

/** Settles what is newly claimed and keeps what may be kept of it; answers what became of each, and the jobs that follow. */
export async function keepAll(
  tools: RecordingTools,
  tx: Database,
  { claimed, settle }: Recording,
): Promise<{ judgements: Judgement[]; jobs: QueuedJob[] }> {
  const fresh = claimed.filter(({ isNew }) => isNew);
  const [first] = fresh;
  if (!first) return { judgements: claimed.map(({ proposal }) => judgedAs(proposal, "repeat")), jobs: [] };
  const week = await tools.weekKeys.keyOf(tx, first.proposal.week);
  const tallies = await readTallies(
    tx,
    fresh.map(({ proposal }) => proposal),
    week,
  );
  const judgements: Judgement[] = [];
  const findings: Row<typeof finding>[] = [];
  const notices: Row<typeof notice>[] = [];
  const jobs: QueuedJob[] = [];
  const heard: Uint8Array[] = [];
  for (const { proposal, key, isNew, counts } of claimed) {
    if (!isNew) {
      judgements.push(judgedAs(proposal, "repeat"));
      continue;
    }
    const { outcome, effects } = settle(proposal, tallies.countBreach(proposal, counts));
    judgements.push(judgedAs(proposal, outcome));
    // Of a breach that nobody hears of, in shadow or beyond a cap, nothing is kept that names anybody.
    if (effects.length > 0) heard.push(key);
    const found = effects.length > 0 ? findingOf(tools, proposal, key) : null;
    if (found) findings.push(found);
    const told = effects.flatMap((effect) => (effect.do === "tell" ? [effect.to] : []));
    if (told.length > 0) tallies.countNudge(proposal);
    for (const to of told) {
      const { row, job } = noticeOf({ proposal, key, week, to, found: found?.id ?? null });
      notices.push(row);
      jobs.push(job);
    }
    const opensCase = proposal.trace !== "none" && effects.some((effect) => effect.do === "case");
    if (opensCase) jobs.push(...(await caseFor(tools, tx, { proposal, key, isTold: told.length > 0 })));
  }
  await tallies.save();
  if (heard.length > 0) await tx.update(claim).set({ heard: true }).where(inArray(claim.key, heard));
  if (findings.length > 0) await tx.insert(finding).values(findings);
  if (notices.length > 0) await tx.insert(notice).values(notices);
  return { judgements, jobs };
}

export const judgedAs = ({ clause, stage }: Proposal, outcome: Outcome): Judgement => ({ clause, stage, outcome });

type Row<Table extends { readonly $inferInsert: object }> = Table["$inferInsert"];

/** Who broke what, where that may be kept. Of what nobody wrote or did there is nothing to say beside the notice. */
function findingOf({ sealer, now }: RecordingTools, proposal: Proposal, key: Uint8Array): Row<typeof finding> | null {
  const { clause, rule, code, revision, stage, author, subject, excerpt, place } = proposal;
  if (proposal.trace === "none" || author === null) return null;
  const id = randomUUID();
  return {
    id,
    claim: key,
    ...{ clause, rule, code, revision, stage, author },
    space: place.space,
    message: subject.about === "message" ? subject.id : null,
    excerpt: excerpt && sealer.seal("excerpt", id, JSON.stringify(excerpt)),
    // Delivery starts the last day anew; what is never delivered does not stay longer.
    excerptUntil: excerpt && now().add({ hours: excerptHours }),
  };
}

/** What the words of the rule are filled from; the parties of a mixture are names of the charter's, not of people. */
const dataOf = ({ data, subject }: Proposal): Readonly<Record<string, number | boolean | string>> =>
  subject.about === "space" ? { ...data, mixture: subject.mixture } : data;

interface Telling {
  readonly proposal: Proposal;
  readonly key: Uint8Array;
  readonly week: WeekKey;
  readonly to: AccountId;
  readonly found: string | null;
}

/** The notice, and the job that tells it. Where no trace is kept the row names nobody, and the job goes when done. */
function noticeOf({ proposal, key, week, to, found }: Telling): { row: Row<typeof notice>; job: QueuedJob } {
  const traced = proposal.trace !== "none";
  // In order of time where the row says whose it is; else random: whoever holds the rows must not be able to try which account made it, or when.
  const id = (traced ? randomUUIDv7() : randomUUID()) as string as NoticeId;
  const { clause, rule, code, revision, place, platform, author } = proposal;
  const data = dataOf(proposal);
  const row = {
    id,
    claim: key,
    addressee: tagWith(week.key, "addressee", id, to),
    week: proposal.week,
    ...{ clause, rule, code, revision, finding: found },
    data: traced ? data : null,
    account: traced ? to : null,
    place: traced ? { platform, ...place } : null,
  };
  return {
    row,
    job: {
      id,
      job: { do: "tell", notice: id, platform, to, author, place, clause, revision, rule, code, data, traced },
    },
  };
}

/** Opens the case of a clause whose stage asks for one; answers who is told. An author whom a cap spared the notice hears of the case. */
async function caseFor(
  tools: RecordingTools,
  tx: Database,
  { proposal, key, isTold }: { proposal: Proposal; key: Uint8Array; isTold: boolean },
): Promise<QueuedJob[]> {
  const { clause, rule, code, platform, place, author, tell, excerpt } = proposal;
  const { workspace, space, message } = place;
  const { opened, isNew } = await openCase(tools, tx, {
    ...{ clause, rule, code, platform, workspace, space, message, author, excerpt, key },
    origin: "stage",
    data: dataOf(proposal),
    reporter: null,
    notice: null,
    note: null,
  });
  if (!isNew) return [];
  const unaware = author !== null && !isTold && tell.includes(author) ? [caseJob(opened, "received", author)] : [];
  const waiting = proposal.stewards.map((steward) => caseJob(opened, "waiting", steward));
  return [...unaware, ...waiting].map((job) => ({ id: randomUUID(), job }));
}
