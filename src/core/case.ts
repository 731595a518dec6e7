import type { Charter } from "./charter.ts";
import type { Excerpt } from "./excerpt.ts";
import type { AccountId, CaseId, NoticeId, Role, SpaceId, WorkspaceId } from "./model.ts";
import type { CaseJob } from "./store.ts";

/** How a case came about: a clause whose stage is `case`, somebody's report, or an author's objection to a notice. */
type CaseOrigin = "stage" | "report" | "contest";
type CaseState = "open" | "claimed" | "upheld" | "dismissed";

/** A breach under review. Words in it are sealed where it is kept, and go when it is over. */
export interface Case {
  readonly id: CaseId;
  /** What people call it: "case 12". */
  readonly number: number;
  readonly origin: CaseOrigin;
  /** The clause it is about; null for a report that names none. */
  readonly clause: string | null;
  readonly rule: string | null;
  readonly code: string | null;
  readonly data: Readonly<Record<string, number | boolean | string>>;
  readonly platform: string;
  readonly workspace: WorkspaceId;
  readonly space: SpaceId | null;
  /** The platform's id of the message, where it is about one. */
  readonly message: string | null;
  /** Who wrote what it is about; null where that is not known or was erased. */
  readonly author: AccountId | null;
  /** Who reported it. Stewards see it, the author does not. */
  readonly reporter: AccountId | null;
  /** The notice that was contested. */
  readonly notice: NoticeId | null;
  readonly excerpt: Excerpt | null;
  /** What the reporter or the objecting author said. */
  readonly note: string | null;
  readonly state: CaseState;
  readonly claimedBy: AccountId | null;
  readonly decidedBy: AccountId | null;
  /** Why it was upheld or dismissed. */
  readonly reason: string | null;
  /** What was decided first, where it was appealed. */
  readonly first: CaseDecision | null;
  /** Who decided first, where it was appealed: they may not decide again. */
  readonly barred: AccountId | null;
  /** Why it was appealed. */
  readonly appeal: string | null;
  readonly opened: Temporal.Instant;
  readonly closed: Temporal.Instant | null;
}

/** What a case begins with. Asking again with the same key while it is open opens no second one. */
export interface OpenCase extends Pick<
  Case,
  | "origin"
  | "clause"
  | "rule"
  | "code"
  | "data"
  | "platform"
  | "workspace"
  | "space"
  | "message"
  | "author"
  | "reporter"
  | "notice"
  | "excerpt"
  | "note"
> {
  /** What makes it the same: the message and clause, or the notice. */
  readonly key: string;
}

export interface CaseDecision {
  readonly state: "upheld" | "dismissed";
  readonly reason: string;
}

/** Days in which a decision can be appealed; then the words of a case go. */
export const appealDays = 14;

/** What the charter makes of an account. */
export function roleOf({ stewards }: Pick<Charter, "stewards">, account: AccountId): Role {
  if (stewards.admins.includes(account)) return "admin";
  if (stewards.moderators.includes(account)) return "moderator";
  return stewards.ambassadors.includes(account) ? "ambassador" : "employee";
}

/** Whether a steward may decide a case: not one that they wrote, reported, contested or decided before. Pure. */
export const mayDecide = (steward: AccountId, { author, reporter, barred }: Concerned): boolean =>
  ![author, reporter, barred].includes(steward);

/** Whom a case concerns, or who decided it before. */
type Concerned = Pick<Case, "author" | "reporter" | "barred">;

/** Who could decide a case: stewards of every kind whom it does not concern. Pure. */
export function deciders({ stewards }: Pick<Charter, "stewards">, concerned: Concerned): readonly AccountId[] {
  const all = new Set([...stewards.moderators, ...stewards.admins, ...stewards.ambassadors] as AccountId[]);
  return [...all].filter((account) => mayDecide(account, concerned));
}

/**
 * Who is told that a case waits: of those who could decide it, the moderators and admins on its platform, or else on
 * any platform, or else the ambassadors. Where nobody could, admins whom it does not concern: they can name somebody. Pure.
 */
export function toldToDecide(
  charter: Pick<Charter, "stewards">,
  each: Concerned & Pick<Case, "platform">,
): AccountId[] {
  const able = deciders(charter, each);
  const qualified = able.filter((account) => roleOf(charter, account) !== "ambassador");
  const near = qualified.filter((account) => platformOf(account) === each.platform);
  const admins = (charter.stewards.admins as AccountId[]).filter(
    (account) => account !== each.author && account !== each.reporter,
  );
  return [...([near, qualified, able].find(({ length }) => length > 0) ?? admins)];
}

/** The platform that an account is on. */
export const platformOf = (account: AccountId): string => account.slice(0, account.indexOf(":"));

/** The job that tells somebody how a case stands. */
export const caseJob = (
  { id, workspace }: Pick<Case, "id" | "workspace">,
  what: CaseJob["what"],
  to: AccountId,
): CaseJob => ({ do: "case", case: id, what, platform: platformOf(to), to, workspace });

/** What somebody is to a case. */
export type Part = "author" | "reporter" | "steward";
/** Somebody who asks, and what the charter makes of them. */
export interface Asker {
  readonly account: AccountId;
  readonly role: Role;
  readonly isStaff: boolean;
}

/** What somebody is to a case; null: they learn nothing of it, not even that it is there. Whom it concerns is no steward of it. Pure. */
export function partIn(each: Case, { account, role, isStaff }: Asker): Part | null {
  if (account === each.reporter) return "reporter";
  // Outsiders are never told what they did; whoever objected asked themselves.
  if (account === each.author) return (isStaff || each.origin === "contest") && authorKnows(each) ? "author" : null;
  return role === "employee" ? null : "steward";
}

/** Whether its author has been told of a case: one that somebody reported is told once it was upheld, and not before. Pure. */
export const authorKnows = ({ origin, state, first }: Pick<Case, "origin" | "state" | "first">): boolean =>
  origin !== "report" || state === "upheld" || first?.state === "upheld";

/** Whether somebody may appeal: whom it concerns, once, within its time. Pure. */
export function mayAppeal(by: AccountId, each: Case, now: Temporal.Instant): boolean {
  if (each.closed === null || each.barred !== null || ![each.author, each.reporter].includes(by)) return false;
  return Temporal.Instant.compare(now, each.closed.add({ hours: 24 * appealDays })) < 0;
}
