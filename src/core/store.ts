import type { Judgement, PlatformAccount, PlatformSpace } from "./adapter.ts";
import type { Case, CaseDecision, OpenCase } from "./case.ts";
import type { Proposal, Counts, Settled } from "./decide.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Absence, Week } from "./facts.ts";
import type {
  AccountId,
  CaseId,
  DraftId,
  Locale,
  Message,
  NoticeId,
  PersonId,
  Place,
  SpaceId,
  Standing,
  WorkspaceId,
} from "./model.ts";

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
  /**
   * A space was looked at as a whole, and these conditions hold in it: opens those that are new or back, closes those
   * of the judged clauses that hold no longer, and withdraws what was told of them. Null where somebody came or went
   * since: then it must be looked at again.
   */
  compose(look: Look, settle: Settle): Promise<readonly Judgement[] | null>;
}
/** A look at a space: the clauses it was judged by, the conditions that still hold, and who was in it, by `Members.version`. */
interface Look {
  readonly space: SpaceId;
  readonly judged: readonly string[];
  readonly still: readonly Proposal[];
  readonly version: string;
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
  /** Null for what is nobody's own breach. */
  readonly author: AccountId | null;
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
/** Somebody is told how a case stands; rendered at delivery from the case itself. */
export interface CaseJob {
  readonly do: "case";
  readonly case: CaseId;
  /** "waiting": a steward is asked to look. The others are for whom it concerns: the author, or who reported. */
  readonly what: "waiting" | "received" | "decided";
  readonly platform: string;
  readonly to: AccountId;
  readonly workspace: WorkspaceId;
}
/** Gives somebody back what they put aside for their next working time. */
export interface RemindJob {
  readonly do: "remind";
  readonly draft: DraftId;
  readonly platform: string;
  readonly to: AccountId;
  readonly place: Place;
}
export type OutboxJob = TellJob | WithdrawJob | CaseJob | RemindJob;

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
  /** Where it was about; null where nothing is kept of that. */
  readonly place: (Place & { readonly platform: string }) | null;
}
export interface Notices {
  /** For delivery. Null when the notice is gone. */
  find(id: NoticeId): Promise<Notice | null>;
  /** For its addressee: null also when `by` is somebody else. */
  findFor(id: NoticeId, by: AccountId): Promise<Notice | null>;
  /** The last notice told to `by` that still names them. */
  lastFor(by: AccountId): Promise<Notice | null>;
  /** Told to `by` and not forgotten yet, newest first. */
  allFor(by: AccountId, limit: number): Promise<readonly Notice[]>;
  /** Remembers that it was told, and where what is needed to withdraw it may be kept; starts the excerpt's last day. */
  delivered(id: NoticeId, how: "inPlace" | "direct", receipt: string | null): Promise<void>;
}

/** An account as the directory knows it. */
export interface KnownAccount {
  readonly id: AccountId;
  readonly person: PersonId;
  readonly workspace: WorkspaceId;
  readonly standing: Standing;
  /** The language that the person chose; null where they chose none. */
  readonly language: Locale | null;
  /** The person's own choice where there is one, else what the platform told. */
  readonly zone: string | null;
  readonly locale: string | null;
  readonly domain: string | null;
  readonly home: WorkspaceId | null;
  readonly groups: readonly string[];
  /** The person's own working hours, where they set some. */
  readonly week: Week | null;
  readonly absences: readonly Absence[];
}
/** Who is in a space: enough to say which audience each belongs to. */
interface Members {
  readonly accounts: readonly MemberAccount[];
  /** Another whenever somebody comes or goes. */
  readonly version: string;
}
export type MemberAccount = Pick<KnownAccount, "id" | "workspace" | "standing" | "domain" | "home" | "groups">;
export interface Directory {
  /** One look-up for all. Accounts that the directory does not know are absent. */
  accounts(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, KnownAccount>>;
  /** Accounts in the order of their ids, a page at a time. */
  page(after: AccountId | null, limit: number): Promise<readonly KnownAccount[]>;
  /** Spaces in the order of their names. */
  spaces(): Promise<readonly PlatformSpace[]>;
  /** Those who are known to be in a space. */
  members(space: SpaceId): Promise<Members>;
  isMember(space: SpaceId, account: AccountId): Promise<boolean>;
  /** Notes that somebody is in a space. True where nobody had known. */
  join(space: SpaceId, account: AccountId, invitedBy: AccountId | null): Promise<boolean>;
  leave(space: SpaceId, account: AccountId): Promise<void>;
  /** Replaces what is known of who is in a space by a whole list; who invited whom is kept. */
  setMembers(space: SpaceId, accounts: readonly AccountId[]): Promise<void>;
  /** Who invited an account to a space, where that is known and they are in it still. */
  host(space: SpaceId, account: AccountId): Promise<AccountId | null>;
  learn(seen: {
    readonly accounts?: readonly PlatformAccount[];
    readonly spaces?: readonly PlatformSpace[];
  }): Promise<void>;
  /** Replaces all absences of a kind of a person. */
  setAbsences(person: PersonId, kind: Absence["kind"], absences: readonly Absence[]): Promise<void>;
  counts(): Promise<{ readonly accounts: number; readonly spaces: number }>;
}

/** Who changed the charter: somebody in chat, or whoever holds the machine. */
export type RevisionAuthor = AccountId | "installation" | "command line";
export interface StoredRevision {
  readonly number: number;
  /** As it was written: what is left out has its default. */
  readonly charter: unknown;
  readonly at: Temporal.Instant;
  /** Null where the author was erased. */
  readonly by: RevisionAuthor | null;
  readonly reason: string;
}
export interface Revisions {
  current(): Promise<StoredRevision | null>;
  find(number: number): Promise<StoredRevision | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly StoredRevision[]>;
  /**
   * Adds a revision and its line of the audit chain. Answers the number; null where the newest revision is no longer
   * the one that the change was made from. `from` is 0 for the first.
   */
  add(charter: unknown, by: RevisionAuthor, reason: string, from: number): Promise<number | null>;
}

/** What somebody chose for themselves. */
export interface PersonSettings {
  readonly language: Locale | null;
  readonly zone: string | null;
  readonly week: Week | null;
  /** The address of a calendar of leave, kept sealed. */
  readonly calendar: string | null;
}
/** That somebody has accepted the charter. `digest` stands for all that bound them then. */
export interface Signature {
  readonly revision: number;
  readonly digest: string;
  readonly at: Temporal.Instant;
}
export interface People {
  settings(person: PersonId): Promise<PersonSettings>;
  set(person: PersonId, change: Partial<PersonSettings>): Promise<void>;
  /** Everybody with a calendar of leave. */
  calendars(): Promise<readonly { readonly person: PersonId; readonly address: string }[]>;
  sign(person: PersonId, signature: Omit<Signature, "at">): Promise<void>;
  signature(person: PersonId): Promise<Signature | null>;
  /** The register: how many have signed, and each account's revision, in the order of ids. */
  signatures(): Promise<readonly (Signature & { readonly person: PersonId })[]>;
  /**
   * Everything that is held about somebody, part by part, ready for JSON. The words of others are not in it, nor a
   * report about them that nobody has upheld. What is "given out" leaves a line in the audit chain.
   */
  held(person: PersonId, use: "shown" | "given out"): Promise<Readonly<Record<string, readonly object[]>>>;
  /**
   * Erases all that may be erased: settings, signature, absences, drafts, findings, notices, what they reported or
   * contested. Accounts stay, since the platform tells of them again. Answers how many rows went, part by part.
   */
  erase(person: PersonId): Promise<Readonly<Record<string, number>>>;
}

/** A text that somebody put aside. Sealed until it is given back, and gone a day later. */
export interface Draft {
  readonly id: DraftId;
  readonly text: string;
  readonly due: Temporal.Instant;
}
export interface Drafts {
  /** Keeps it and enqueues its return at `due`, in one transaction. */
  keep(
    draft: Omit<Draft, "id">,
    to: { readonly platform: string; readonly account: AccountId; readonly person: PersonId; readonly place: Place },
  ): Promise<DraftId>;
  find(id: DraftId): Promise<Draft | null>;
  /** What a person has put aside, the next one due first. */
  list(person: PersonId): Promise<readonly Draft[]>;
  /** It was given back. */
  remove(id: DraftId): Promise<void>;
}

/** Cases: each change is one transaction, and enqueues who is told of it. */
export interface Cases {
  /** Opens a case, or answers the one that is open already about the same. */
  open(wanted: OpenCase, tell: (opened: Case) => readonly CaseJob[]): Promise<Case>;
  find(number: number): Promise<Case | null>;
  findById(id: CaseId): Promise<Case | null>;
  /** Newest first; "waiting" are those that nobody has decided. */
  list(which: "waiting" | "decided", limit: number): Promise<readonly Case[]>;
  /** Cases that an account wrote, reported or contested, newest first. */
  listOf(account: AccountId, limit: number): Promise<readonly Case[]>;
  /** True for exactly one steward while nobody else holds it. */
  claim(id: CaseId, by: AccountId): Promise<boolean>;
  /** Gives it back. */
  release(id: CaseId, by: AccountId): Promise<boolean>;
  /** Only by whoever holds it. */
  decide(
    id: CaseId,
    by: AccountId,
    decision: CaseDecision,
    tell: (decided: Case) => readonly CaseJob[],
  ): Promise<boolean>;
  /** Opens it again, once, for somebody else than who decided. */
  appeal(id: CaseId, by: AccountId, reason: string, tell: (opened: Case) => readonly CaseJob[]): Promise<boolean>;
}

/** Links that prove who asked: short, signed with the secret outside the database. */
export interface Tokens {
  mint(purpose: TokenPurpose, account: AccountId, until: Temporal.Instant): string;
  /** Null where it is not ours, for something else, or over. */
  read(purpose: TokenPurpose, token: string): AccountId | null;
}
export type TokenPurpose = "enter" | "session" | "download";

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
  readonly people: People;
  readonly drafts: Drafts;
  readonly cases: Cases;
  readonly tokens: Tokens;
  readonly revisions: Revisions;
  readonly health: Health;
  readonly outbox: Outbox;
  readonly keeper: Keeper;
  close(): Promise<void>;
}
