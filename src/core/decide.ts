import type { Outcome } from "./adapter.ts";
import { toldToDecide } from "./case.ts";
import { todayOf, type Charter, type Clause, type Revision } from "./charter.ts";
import { cutExcerpt, type Excerpt } from "./excerpt.ts";
import { spaceOf, type Found } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import type { AccountId, CompositionCause, JudgedEvent, Place, Purpose, Stage, Subject } from "./model.ts";
import type { Finding } from "./rule.ts";

/** What is proposed for a finding; the ledger, knowing how often, settles it. */
export interface Proposal {
  readonly clause: string;
  readonly revision: number;
  readonly rule: string;
  readonly code: string;
  readonly data: NonNullable<Finding["data"]>;
  readonly stage: Stage;
  readonly trace: "excerpt" | "none";
  readonly platform: string;
  readonly subject: Subject;
  readonly version: number;
  /** True where no edit mends it, because the rule does not judge edits: a message at night was sent at night. */
  readonly endures: boolean;
  readonly place: Place;
  /** Null for what is nobody's own breach: a mixture, a setting. */
  readonly author: AccountId | null;
  /** Whose tally moves: the person where the directory knows one, else the account, the space or the workspace. */
  readonly who: string;
  readonly tell: readonly AccountId[];
  /** Who is told where a case is opened. */
  readonly stewards: readonly AccountId[];
  readonly allowance: number;
  readonly caps: { readonly day: number; readonly dayAndClause: number };
  /** The local day of the author and its ISO week, "2026-W47": the periods that tallies run over. */
  readonly day: string;
  readonly week: string;
  /** Null where nothing of the message may be kept. */
  readonly excerpt: Excerpt | null;
}

/** Turns what was found into proposals. Pure. An outsider is never told: whoever invited them is, or else the stewards. */
export function decide(revision: Revision, found: readonly Found[], event: JudgedEvent, facts: Facts): Proposal[] {
  // Most messages break nothing: they do not pay for a date.
  if (found.length === 0) return [];
  const masked = found.flatMap((each) => each.masked);
  const { charter } = revision;
  const author = facts.author.known ? facts.author.value : null;
  const local = event.at.toZonedDateTimeISO(author?.zone ?? charter.organisation.zone);
  const purpose = facts.space.known ? facts.space.value.purpose : "undeclared";
  const today = todayOf(charter, event.at);
  const authorAccount = "author" in event ? event.author : event.kind === "connection.seen" ? event.account : null;
  const space = spaceOf(event);
  return found.map(({ clause: { clause, rule }, findings }) => ({
    clause: clause.id,
    revision: revision.number,
    rule: rule.id,
    code: findings[0].code,
    data: findings[0].data ?? {},
    stage: stageOf(charter, clause, { today, purpose }),
    trace: rule.trace,
    platform: event.platform,
    subject: subjectOf(event, findings[0], local),
    version: "message" in event ? event.message.version : 0,
    endures: !rule.on.includes("message.edited"),
    place: {
      workspace: event.workspace,
      space,
      thread: "thread" in event ? event.thread : null,
      message: "message" in event ? event.message.id : null,
    },
    author: authorAccount,
    ...toldAndCounted(charter, event, facts),
    stewards: toldToDecide(charter, {
      platform: event.platform,
      author: authorAccount,
      reporter: null,
      barred: null,
    }),
    allowance: clause.allowance,
    day: local.toPlainDate().toString(),
    week: isoWeek(local),
    excerpt:
      rule.trace === "none" || !("text" in event)
        ? null
        : cutExcerpt(
            event.text.plain,
            findings.flatMap(({ spans }) => spans),
            masked,
          ),
  }));
}

/** Conditions that stewards are told of a day and platform: what is beyond waits for the next look at its space. */
const conditionsADay = 10;
/** Whoever has just brought parties together is told each time: it is told once, and no cap keeps the graver behind the lesser. */
const uncapped = { day: Infinity, dayAndClause: Infinity };

/** Who is told, whose tally moves with it, and how often a day they may be. */
function toldAndCounted(charter: Charter, event: JudgedEvent, facts: Facts): Pick<Proposal, "tell" | "who" | "caps"> {
  const tell = addressees(charter, event, facts);
  if (event.kind !== "space.composed") {
    const account = "author" in event ? event.author : "account" in event ? event.account : null;
    const person = facts.author.known ? facts.author.value.person : null;
    return { tell, who: person ?? account ?? event.workspace, caps: charter.caps };
  }
  return tell.length === 1 && inviterOf(event.cause) === tell[0]
    ? { tell, who: event.space, caps: uncapped }
    : { tell, who: `${event.platform}:stewards`, caps: { day: conditionsADay, dayAndClause: conditionsADay } };
}

/** One connection a day and address is one: who stays connected is not told again. */
function subjectOf(event: JudgedEvent, { mixture = "" }: Finding, local: Temporal.ZonedDateTime): Subject {
  switch (event.kind) {
    case "space.composed":
      return { about: "space", space: event.space, mixture };
    case "connection.seen":
      return { about: "connection", token: `${event.account} ${event.address} ${local.toPlainDate().toString()}` };
    case "setting.read":
      return { about: "setting", workspace: event.workspace, setting: event.setting };
    case "message.posted":
    case "message.edited":
      return { about: "message", space: event.message.space, id: event.message.id };
  }
}

/** Staff are told themselves. What outsiders do, or who meets whom, goes to whoever invited them, or else to the stewards. */
function addressees(charter: Charter, event: JudgedEvent, { author, members }: Facts): readonly AccountId[] {
  const who = author.known ? author.value : null;
  if (who?.audience === "staff") return [who.account];
  const inviter = event.kind === "space.composed" ? inviterOf(event.cause) : (who?.host ?? null);
  if (inviter !== null && (event.kind !== "space.composed" || isStaffHere(inviter, members))) return [inviter];
  const { moderators, admins } = charter.stewards;
  const stewards = event.kind === "setting.read" ? admins : [...moderators, ...admins];
  return [...new Set(stewards)].filter((account) => account.startsWith(`${event.platform}:`)) as AccountId[];
}
/** Only who is listed as staff is told: an inviter who is not there, not known or from outside is nobody to tell. */
const isStaffHere = (account: AccountId, members: Facts["members"]): boolean =>
  members.known && members.value.some((each) => each.account === account && each.audience === "staff");
const inviterOf = (cause: CompositionCause): AccountId | null =>
  cause.kind === "joined" ? cause.invitedBy : cause.kind === "shared" ? cause.by : null;

/** A day of the organisation ("2026-12-01"), and what the space is for. */
export interface Situation {
  readonly today: string;
  readonly purpose: Purpose;
}
/** How far a clause goes: nobody is told while it is paused, or before it is in force but where a trial was announced. */
export function stageOf(charter: Charter, clause: Clause, { today, purpose }: Situation): Stage {
  if (clause.stage === "draft") return "draft";
  if ([charter.pausedUntil, clause.pausedUntil].some((until) => until !== null && today <= until)) return "shadow";
  const early = charter.inForceFrom !== null && today < charter.inForceFrom;
  const stage = early ? "shadow" : clause.stage;
  return stage === "shadow" && purpose === "trial" ? "nudge" : stage;
}
/** "2026-W47" of a date-time in its own zone (ISO 8601 weeks). */
export function isoWeek(local: Temporal.ZonedDateTime): string {
  return `${local.yearOfWeek}-W${String(local.weekOfYear).padStart(2, "0")}`;
}

/** How often, this finding included where it counts: breaches of the clause this week; nudges this local day. */
export interface Counts {
  readonly breachesThisWeek: number;
  readonly nudgesToday: number;
  readonly nudgesTodayForClause: number;
}
/** Something to do in the world, as data. */
type Effect = { readonly do: "tell"; readonly to: AccountId } | { readonly do: "case" };
export interface Settled {
  readonly outcome: Outcome;
  readonly effects: readonly Effect[];
}

/** How often is too often: stage, allowance and caps in one table, first line that holds. A case is opened whatever the caps. Pure. */
export function settle(proposal: Proposal, counts: Counts): Settled {
  const { stage, allowance, tell, caps } = proposal;
  if (stage === "draft" || stage === "shadow") return { outcome: "shadow", effects: [] };
  if (counts.breachesThisWeek <= allowance) return { outcome: "allowed", effects: [] };
  const effects: readonly Effect[] = stage === "case" ? [{ do: "case" }] : [];
  if (tell.length === 0) return { outcome: "untold", effects };
  if (counts.nudgesTodayForClause >= caps.dayAndClause) return { outcome: "capped", effects };
  if (counts.nudgesToday >= caps.day) return { outcome: "capped", effects };
  return { outcome: "told", effects: [...effects, ...tell.map((to) => ({ do: "tell", to }) as const)] };
}
