import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { authorKnows } from "../src/core/case.ts";
import type { AccountId, PersonId } from "../src/core/model.ts";
import { readCase, withoutNote } from "./cases.ts";
import type { Database } from "./connect.ts";
import { accountsOf, type PeopleTools } from "./held.ts";
import { appendAudit, pseudonymOf } from "./revisions.ts";
import { absence, claim, draft, finding, notice, person, reviewCase, revision, signature } from "./schema.ts";

/**
 * Erases what is held about somebody, in one transaction that leaves a line in the audit chain. What stays: accounts and
 * memberships, which the platform tells anew; jobs on their way; what a steward decided; and `kept`, the open cases about them that they
 * did not bring themselves.
 */
export async function erase(tools: PeopleTools, who: PersonId): Promise<Record<string, number>> {
  const { db, sealer, queue } = tools;
  return db.transaction(async (tx) => {
    const ids = await accountsOf(tx, who);
    const own = await eraseOwn(tx, who);
    const found = await eraseFound(tx, ids);
    const cases = await eraseCases(tools, tx, ids);
    const undelivered = await queue.forgetPeople(tx, ids);
    const revisions = await tx
      .update(revision)
      .set({ by: null })
      .where(inArray(revision.by, ids))
      .returning({ number: revision.number });
    await appendAudit(tools, tx, { actor: who, action: "own data erased", subject: pseudonymOf(sealer, who) });
    return { ...own, ...found, ...cases, undelivered, revisions: revisions.length };
  });
}

async function eraseOwn(tx: Database, who: PersonId): Promise<Record<string, number>> {
  const chosen = [person.language, person.zone, person.week, person.calendar];
  const settings = await tx
    .update(person)
    .set({ language: null, zone: null, week: null, calendar: null })
    .where(and(eq(person.id, who), or(...chosen.map((each) => isNotNull(each)))))
    .returning({ id: person.id });
  const signatures = await tx.delete(signature).where(eq(signature.person, who)).returning({ at: signature.at });
  const absences = await tx.delete(absence).where(eq(absence.person, who)).returning({ id: absence.id });
  const drafts = await tx.delete(draft).where(eq(draft.person, who)).returning({ id: draft.id });
  return {
    settings: settings.length,
    signatures: signatures.length,
    absences: absences.length,
    drafts: drafts.length,
  };
}

/** Findings about their messages go with their claims, and with them what anybody was told of them. */
async function eraseFound(tx: Database, ids: AccountId[]): Promise<Record<string, number>> {
  const notices = await tx.delete(notice).where(inArray(notice.account, ids)).returning({ id: notice.id });
  const findings = await tx
    .delete(finding)
    .where(inArray(finding.author, ids))
    .returning({ claim: finding.claim, message: finding.message });
  // Who is in a space goes on, whoever began it: that claim names nobody, and stays so that nobody is told of it again.
  const claims = findings.flatMap(({ claim: key, message }) => (message === null ? [] : [key]));
  if (claims.length > 0) await tx.delete(claim).where(inArray(claim.key, claims));
  return { findings: findings.length, notices: notices.length };
}

/**
 * Takes somebody out of cases that are over, withdraws the objections they made, and takes their name and note off what
 * they reported: what somebody else wrote is looked at all the same.
 */
async function eraseCases(tools: PeopleTools, tx: Database, ids: AccountId[]): Promise<Record<string, number>> {
  const { now, sealer } = tools;
  const wrote = inArray(reviewCase.author, ids);
  const reported = inArray(reviewCase.reporter, ids);
  const over = inArray(reviewCase.state, ["upheld", "dismissed"]);
  const objected = and(wrote, eq(reviewCase.origin, "contest"));
  for (const row of await tx
    .select()
    .from(reviewCase)
    .where(and(reported, isNotNull(reviewCase.words)))) {
    await tx
      .update(reviewCase)
      .set({ words: withoutNote(sealer, row) })
      .where(eq(reviewCase.id, row.id));
  }
  const goesOn = sql`(not ${over} and not coalesce(${objected}, false))`;
  const cases = await tx
    .update(reviewCase)
    .set({
      words: sql`case when ${wrote} and not ${goesOn} then null else ${reviewCase.words} end`,
      notice: sql`case when ${wrote} and not ${goesOn} then null else ${reviewCase.notice} end`,
      author: sql`case when ${wrote} and not ${goesOn} then null else ${reviewCase.author} end`,
      reporter: sql`case when ${reported} then null else ${reviewCase.reporter} end`,
      // The message leads to whoever wrote it.
      message: sql`case when ${wrote} and not ${goesOn} then null else ${reviewCase.message} end`,
      data: sql`case when ${wrote} and not ${goesOn} then '{}'::jsonb else ${reviewCase.data} end`,
      state: sql`case when ${over} or ${goesOn} then ${reviewCase.state} else 'dismissed' end`,
      claimedBy: sql`case when ${over} or ${goesOn} then ${reviewCase.claimedBy} end`,
      closed: sql`case when ${goesOn} then null else coalesce(${reviewCase.closed}, ${now().toString()}::timestamptz) end`,
    })
    .where(or(reported, and(wrote, or(over, objected))))
    .returning({ id: reviewCase.id });
  // Of a report that nobody has upheld its author learns nothing, not even here.
  const about = await tx.select().from(reviewCase).where(wrote);
  return { cases: cases.length, kept: about.filter((row) => authorKnows(readCase(sealer, row))).length };
}
