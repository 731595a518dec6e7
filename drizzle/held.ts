import { eq, inArray, or } from "drizzle-orm";
import { authorKnows, type Case } from "../src/core/case.ts";
import type { AccountId, PersonId } from "../src/core/model.ts";
import type { Cases, PersonSettings } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import type { Queue } from "./outbox.ts";
import { appendAudit, pseudonymOf } from "./revisions.ts";
import {
  absence,
  account,
  draft,
  finding,
  membership,
  notice,
  person,
  reviewCase,
  revision,
  signature,
} from "./schema.ts";
import type { Sealer } from "./seal.ts";

export interface PeopleTools {
  readonly db: Database;
  readonly queue: Pick<Queue, "forgetPeople">;
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
  readonly cases: Pick<Cases, "listOf">;
}

/** More cases than anybody has; the store asks for a bound. */
const allCases = 10_000;

/** Everything about somebody that the database holds, a part for each table, with their own words opened. */
export async function held(
  tools: PeopleTools,
  who: PersonId,
  use: "shown" | "given out",
): Promise<Record<string, readonly object[]>> {
  const ids = await accountsOf(tools.db, who);
  const parts = {
    ...(await ownParts(tools, who)),
    ...(await accountParts(tools, ids)),
    ...(await caseParts(tools, ids)),
  };
  const line = { actor: who, action: "own data exported", subject: pseudonymOf(tools.sealer, who) };
  if (use === "given out") await tools.db.transaction((tx) => appendAudit(tools, tx, line));
  return Object.fromEntries(Object.entries(parts).map(([part, rows]) => [part, rows.map(asJson)]));
}

/** Somebody's accounts. Whom the directory does not know has the one account that they are named after. */
export async function accountsOf(db: Database, who: PersonId): Promise<AccountId[]> {
  const rows = await db.select({ id: account.id }).from(account).where(eq(account.person, who));
  return (rows.length === 0 ? [who as string] : rows.map(({ id }) => id)) as AccountId[];
}

/** Settings as they were chosen, with the calendar's address opened. */
export const readSettings = (sealer: Sealer, row: typeof person.$inferSelect): PersonSettings => ({
  language: row.language,
  zone: row.zone,
  week: row.week,
  calendar: row.calendar && sealer.open("person", row.id, row.calendar),
});

type Parts = Record<string, readonly object[]>;

/** What is kept by person. */
async function ownParts({ db, sealer, now }: PeopleTools, who: PersonId): Promise<Parts> {
  const settings = await db.select().from(person).where(eq(person.id, who));
  const drafts = await db.select().from(draft).where(eq(draft.person, who));
  const kept = drafts.filter(({ expiresAt }) => Temporal.Instant.compare(expiresAt, now()) > 0);
  return {
    settings: settings.map((row) => readSettings(sealer, row)),
    accounts: await db.select().from(account).where(eq(account.person, who)),
    absences: await db.select().from(absence).where(eq(absence.person, who)),
    signatures: await db.select().from(signature).where(eq(signature.person, who)),
    drafts: kept.map(({ id, text, due, expiresAt }) => ({ text: sealer.open("draft", id, text), due, expiresAt })),
  };
}

/** What is kept by account. */
async function accountParts({ db, sealer, now }: PeopleTools, ids: AccountId[]): Promise<Parts> {
  const findings = await db.select().from(finding).where(inArray(finding.author, ids));
  const notices = await db.select().from(notice).where(inArray(notice.account, ids));
  const { number, at, reason } = revision;
  return {
    memberships: await db.select().from(membership).where(inArray(membership.account, ids)),
    invitations: await db.select().from(membership).where(inArray(membership.invitedBy, ids)),
    revisions: await db.select({ number, at, reason }).from(revision).where(inArray(revision.by, ids)),
    findings: findings.map((row) => {
      const { clause, rule, code, revision: of, stage, author, space, message, excerptUntil } = row;
      const isKept = excerptUntil && Temporal.Instant.compare(excerptUntil, now()) > 0;
      const excerpt: unknown = isKept && row.excerpt ? JSON.parse(sealer.open("excerpt", row.id, row.excerpt)) : null;
      return { clause, rule, code, revision: of, stage, author, space, message, excerpt, excerptUntil };
    }),
    notices: notices.map((row) => {
      const { week, clause, rule, code, revision: of, data, account: to, place, how, receipt } = row;
      return { week, clause, rule, code, revision: of, data, account: to, place, how, receipt };
    }),
  };
}

/** Cases that concern somebody, and those that they handled as a steward. Neither tells who reported, nor what others wrote. */
async function caseParts({ db, cases }: PeopleTools, ids: AccountId[]): Promise<Parts> {
  const concerning = await Promise.all(ids.map((id) => cases.listOf(id, allCases)));
  // A report about somebody is theirs to know once it was upheld.
  const isTheirs = (each: Case): boolean =>
    authorKnows(each) || (each.reporter !== null && ids.includes(each.reporter));
  const once = new Map(
    concerning
      .flat()
      .filter(isTheirs)
      .map((each) => [each.id, each]),
  );
  const { number, state, opened, closed } = reviewCase;
  const handled = await db
    .select({ number, state, opened, closed })
    .from(reviewCase)
    .where(or(...[reviewCase.claimedBy, reviewCase.decidedBy, reviewCase.barred].map((by) => inArray(by, ids))));
  return { cases: [...once.values()].map((each) => ownSide(each, new Set(ids))), handled };
}

function ownSide(each: Case, ids: ReadonlySet<AccountId>): object {
  const { number, origin, clause, rule, code, data, platform, workspace, space, message, state, opened, closed } = each;
  const isOwn = (id: AccountId | null): boolean => id !== null && ids.has(id);
  const [wrote, reported] = [isOwn(each.author), isOwn(each.reporter)];
  const others = [each.author, each.reporter].some((id) => id !== null && !isOwn(id));
  return {
    ...{ number, origin, clause, rule, code, data, platform, workspace, space, message, state, opened, closed },
    ...{ wrote, reported },
    excerpt: wrote ? each.excerpt : null,
    note: reported || (wrote && origin === "contest") ? each.note : null,
    // Either side may appeal, and it is not kept which one did.
    appeal: others ? null : each.appeal,
  };
}

/** Instants as ISO 8601 strings; the rest is JSON already. */
const asJson = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Temporal.Instant ? value.toString() : value]),
  );
