import type { Outcome } from "./adapter.ts";
import type { Revision } from "./charter.ts";
import { cutExcerpt, type Excerpt } from "./excerpt.ts";
import type { Found } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import type { AccountId, PersonId, Place, Purpose, Stage, Subject, WrittenEvent } from "./model.ts";
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
  readonly author: AccountId;
  /** Whose tally moves: the person where the directory knows one. */
  readonly who: PersonId | AccountId;
  readonly tell: readonly AccountId[];
  readonly allowance: number;
  readonly caps: { readonly day: number; readonly dayAndClause: number };
  /** The local day of the author and its ISO week, "2026-W47": the periods that tallies run over. */
  readonly day: string;
  readonly week: string;
  /** Null where nothing of the message may be kept. */
  readonly excerpt: Excerpt | null;
}

/** Turns what was found into proposals. Pure. An outsider is never told: the stewards are. */
export function decide(revision: Revision, found: readonly Found[], event: WrittenEvent, facts: Facts): Proposal[] {
  // Most messages break nothing: they do not pay for a date.
  if (found.length === 0) return [];
  const masked = found.flatMap((each) => each.masked);
  const { charter } = revision;
  const author = facts.author.known ? facts.author.value : null;
  const local = event.at.toZonedDateTimeISO(author?.zone ?? charter.organisation.zone);
  const purpose = facts.space.known ? facts.space.value.purpose : "undeclared";
  const stewards = [...new Set([...charter.stewards.moderators, ...charter.stewards.admins])] as AccountId[];
  const tell =
    author?.audience === "staff" ? [event.author] : stewards.filter((account) => onPlatform(account, event.platform));
  return found.map(({ clause: { clause, rule }, findings }) => ({
    clause: clause.id,
    revision: revision.number,
    rule: rule.id,
    code: findings[0].code,
    data: findings[0].data ?? {},
    stage: stageAt(clause.stage, purpose),
    trace: rule.trace,
    platform: event.platform,
    subject: { about: "message", space: event.message.space, id: event.message.id },
    version: event.message.version,
    endures: !rule.on.includes("message.edited"),
    place: {
      workspace: event.workspace,
      space: event.message.space,
      thread: event.thread,
      message: event.message.id,
    },
    author: event.author,
    who: author?.person ?? event.author,
    tell,
    allowance: clause.allowance,
    caps: charter.caps,
    day: local.toPlainDate().toString(),
    week: isoWeek(local),
    excerpt:
      rule.trace === "none"
        ? null
        : cutExcerpt(
            event.text.plain,
            findings.flatMap(({ spans }) => spans),
            masked,
          ),
  }));
}

/** In a space whose members were told that it is a trial, a shadow clause speaks at once. */
export const stageAt = (stage: Stage, purpose: Purpose): Stage =>
  stage === "shadow" && purpose === "trial" ? "nudge" : stage;

const onPlatform = (account: AccountId, platform: string): boolean => account.startsWith(`${platform}:`);

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
interface Effect {
  readonly do: "tell";
  readonly to: AccountId;
}
export interface Settled {
  readonly outcome: Outcome;
  readonly effects: readonly Effect[];
}

/** How often is too often: stage, allowance and caps in one table, first line that holds. Pure. */
export function settle(proposal: Proposal, counts: Counts): Settled {
  if (proposal.stage === "shadow") return silent("shadow");
  if (counts.breachesThisWeek <= proposal.allowance) return silent("allowed");
  if (proposal.tell.length === 0) return silent("untold");
  if (counts.nudgesTodayForClause >= proposal.caps.dayAndClause) return silent("capped");
  if (counts.nudgesToday >= proposal.caps.day) return silent("capped");
  return { outcome: "told", effects: proposal.tell.map((to) => ({ do: "tell", to })) };
}
const silent = (outcome: Outcome): Settled => ({ outcome, effects: [] });
