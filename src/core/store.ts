import type { Judgement, PlatformAccount, PlatformSpace } from "./adapter.ts";
import type { Proposal, Counts, Settled } from "./decide.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Absence } from "./facts.ts";
import type { AccountId, Message, NoticeId, PersonId, Place, Standing } from "./model.ts";

/** Raised when the store cannot answer at all; whoever waits must not be acknowledged. Carries no statement and no value. */
export class StoreUnavailable extends Error {
  constructor(reason: string) {
    super(`the store is not available: ${reason}`);
    this.name = "StoreUnavailable";
  }
}

/** Raised for what no try will ever store, such as a NUL in an id. Carries no statement and no value. */
export class Unstorable extends Error {
  constructor(reason: string) {
    super(`the store cannot hold this: ${reason}`);
    this.name = "Unstorable";
  }
}

/** Something an operator must mend before the product can start; the message says what. */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CannotStart";
  }
}

/** The record of what was found: each call is one transaction. */
export interface Ledger {
  /** Claims each (subject, clause) once, moves tallies, settles, keeps what may be kept and enqueues the effects. */
  record(proposals: readonly Proposal[], settle: Settle): Promise<readonly Judgement[]>;
  /**
   * A message was edited or deleted. Withdraws what the change mends, records what is new in it, and remembers the
   * version for an hour, so that an older version that arrives late is judged only for what no edit can mend.
   */
  supersede(change: Change, still: readonly Proposal[], settle: Settle): Promise<readonly Judgement[]>;
}
/** A message at its new version, and the clauses that the change was judged by: all of them where it was deleted. */
export interface Change {
  readonly message: Message;
  readonly judged: readonly string[] | "deleted";
}
export type Settle = (proposal: Proposal, counts: Counts) => Settled;

/** A job of the outbox: ids and names only. It is deleted when done. */
export interface TellJob {
  readonly do: "tell";
  readonly notice: NoticeId;
  readonly platform: string;
  readonly to: AccountId;
  readonly author: AccountId;
  readonly place: Place;
  readonly clause: string;
  readonly revision: number;
  readonly rule: string;
  readonly code: string;
  readonly data: Readonly<Record<string, number | boolean | string>>;
  /** False where nothing may stay that names somebody: such a job is not even kept when it fails for good. */
  readonly traced: boolean;
}
export interface WithdrawJob {
  readonly do: "withdraw";
  readonly notice: NoticeId;
  readonly platform: string;
  readonly to: AccountId;
  readonly place: Place;
}
export type OutboxJob = TellJob | WithdrawJob;

/** What is known of one notice. Whoever asks must be the one it was told to. */
export interface Notice {
  readonly id: NoticeId;
  readonly clause: string;
  readonly revision: number;
  readonly rule: string;
  readonly code: string;
  readonly data: Readonly<Record<string, number | boolean | string>>;
  readonly trace: "excerpt" | "none";
  /** False once the message was corrected or deleted. */
  readonly holds: boolean;
  readonly excerpt: Excerpt | null;
  /** Until when the excerpt is kept; null where there is none. */
  readonly keptUntil: Temporal.Instant | null;
  /** What the adapter needs to withdraw it; null where none is kept or nothing was sent. */
  readonly receipt: string | null;
  readonly how: "inPlace" | "direct" | null;
}
export interface Notices {
  /** For delivery. Null when the notice is gone. */
  find(id: NoticeId): Promise<Notice | null>;
  /** For its addressee: null also when `by` is somebody else. */
  findFor(id: NoticeId, by: AccountId): Promise<Notice | null>;
  /** The last notice told to `by` that still names them. */
  lastFor(by: AccountId): Promise<Notice | null>;
  /** Remembers that it was told, and where what is needed to withdraw it may be kept; starts the excerpt's last day. */
  delivered(id: NoticeId, how: "inPlace" | "direct", receipt: string | null): Promise<void>;
}

/** An account as the directory knows it. */
export interface KnownAccount {
  readonly id: AccountId;
  readonly person: PersonId;
  readonly standing: Standing;
  readonly zone: string | null;
  readonly locale: string | null;
  readonly absences: readonly Absence[];
}
export interface Directory {
  /** One look-up for all. Accounts that the directory does not know are absent. */
  accounts(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, KnownAccount>>;
  learn(seen: {
    readonly accounts?: readonly PlatformAccount[];
    readonly spaces?: readonly PlatformSpace[];
  }): Promise<void>;
  /** Replaces all absences of a kind of a person. */
  setAbsences(person: PersonId, kind: Absence["kind"], absences: readonly Absence[]): Promise<void>;
  counts(): Promise<{ readonly accounts: number; readonly spaces: number }>;
}

interface StoredRevision {
  readonly number: number;
  readonly charter: unknown;
}
export interface Revisions {
  current(): Promise<StoredRevision | null>;
  /** Adds a revision and its line of the audit chain. Answers the number. */
  add(charter: unknown, by: AccountId | "installation", reason: string): Promise<number>;
}

/** A time in which events may have been missed. `ended` is null while it lasts. */
export interface Gap {
  readonly platform: string;
  readonly started: Temporal.Instant;
  readonly ended: Temporal.Instant | null;
  readonly reason: GapReason;
}
export type GapReason = "store unavailable" | "not running" | "clock jumped";
/** What operators look at. */
export interface Health {
  addGap(gap: Gap): Promise<void>;
  /** The latest gaps, newest first. */
  gaps(limit: number): Promise<readonly Gap[]>;
  queue(): Promise<{ readonly waiting: number; readonly dead: number }>;
  /** Marks that this product was alive at `at`; answers when it was last. */
  beat(at: Temporal.Instant): Promise<Temporal.Instant | null>;
}

export interface Outbox {
  /** Hands each job to `perform`. A rejection is tried again, after `retryAfter` seconds where the error says so. */
  work(perform: (job: OutboxJob) => Promise<void>): Promise<void>;
}

/** Housekeeping that time calls for. */
export interface Keeper {
  /** Deletes excerpts, tallies, weekly keys, tombstones and coordinator slots whose time is over. Answers how many rows. */
  expire(now: Temporal.Instant): Promise<number>;
  /** True for exactly one caller per key, over all instances. */
  elect(key: string): Promise<boolean>;
  /** Checks the audit chain; answers the first line that does not fit. */
  verifyAudit(): Promise<{ readonly lines: number; readonly brokenAt: number | null }>;
}

export interface Store {
  readonly ledger: Ledger;
  readonly notices: Notices;
  readonly directory: Directory;
  readonly revisions: Revisions;
  readonly health: Health;
  readonly outbox: Outbox;
  readonly keeper: Keeper;
  close(): Promise<void>;
}
