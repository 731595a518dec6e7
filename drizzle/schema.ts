import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Week } from "../src/core/facts.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => value,
  fromDriver: (value) => new Uint8Array(value),
});
const instant = customType<{ data: Temporal.Instant; driverData: Date | string }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.fromEpochMilliseconds(new Date(value).getTime()),
});

// The directory: who exists, and nothing about what they did.

export const person = pgTable("person", {
  id: text().primaryKey(),
  /** What the person chose; null where they chose nothing. */
  language: text({ enum: ["en", "fr"] }),
  zone: text(),
  week: jsonb().$type<Week>(),
  /** The address of a calendar of leave, sealed. */
  calendar: bytes(),
});

export const account = pgTable(
  "account",
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    workspace: text().notNull(),
    standing: text({ enum: ["member", "guest", "external", "bot"] }).notNull(),
    zone: text(),
    locale: text(),
    domain: text(),
    home: text(),
    /** Null where the platform has never told. */
    groups: jsonb().$type<readonly string[]>(),
  },
  (table) => [index().on(table.person)],
);

export const space = pgTable("space", {
  id: text().primaryKey(),
  workspace: text().notNull(),
  name: text().notNull(),
});

/** Who is known to be in which space, and who invited them. */
export const membership = pgTable(
  "membership",
  {
    space: text().notNull(),
    account: text().notNull(),
    invitedBy: text(),
  },
  (table) => [primaryKey({ columns: [table.space, table.account] }), index().on(table.account)],
);

export const signature = pgTable("signature", {
  person: text()
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  revision: integer().notNull(),
  /** Stands for all that bound the person then. */
  digest: text().notNull(),
  at: instant().notNull(),
});

/** Texts that people put aside for their next working time. */
export const draft = pgTable(
  "draft",
  {
    id: uuid().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** Sealed. */
    text: bytes().notNull(),
    due: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.person), index().on(table.expiresAt)],
);

export const absence = pgTable(
  "absence",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    person: text()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    kind: text({ enum: ["leave", "on-call"] }).notNull(),
    from: instant().notNull(),
    until: instant().notNull(),
  },
  (table) => [index().on(table.person)],
);

// The charter, and the chain that says who changed it.

export const revision = pgTable("revision", {
  number: integer().primaryKey(),
  charter: jsonb().notNull(),
  at: instant().notNull(),
  /** An account, "installation" or "command line"; null once its author was erased. */
  by: text(),
  reason: text().notNull(),
});

/** Lines over keyed pseudonyms, each sealed to the one before. A trigger refuses changes. */
export const audit = pgTable("audit", {
  line: bigint({ mode: "number" }).primaryKey(),
  at: instant().notNull(),
  actor: bytes().notNull(),
  action: text().notNull(),
  subject: text().notNull(),
  seal: bytes().notNull(),
});

// What was found. A claim is the one record of (subject, clause); it names nobody.

export const claim = pgTable(
  "claim",
  {
    /** Keyed hash of subject and clause. */
    key: bytes().primaryKey(),
    /** Keyed hash of the message. */
    message: bytes().notNull(),
    clause: text().notNull(),
    week: text().notNull(),
    holds: boolean().notNull().default(true),
    /** Whether somebody was told of it, or a case opened, since it last began to hold. */
    heard: boolean().notNull().default(false),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.message), index().on(table.expiresAt)],
);

/** Only of clauses that keep a trace. */
export const finding = pgTable(
  "finding",
  {
    id: uuid().primaryKey(),
    claim: bytes()
      .notNull()
      .references(() => claim.key, { onDelete: "cascade" }),
    clause: text().notNull(),
    rule: text().notNull(),
    code: text().notNull(),
    revision: integer().notNull(),
    stage: text().notNull(),
    /** Null where it is nobody's own breach. */
    author: text(),
    space: text(),
    message: text(),
    /** Sealed; null once its time is over. */
    excerpt: bytes(),
    excerptUntil: instant(),
  },
  (table) => [index().on(table.claim), index().on(table.excerptUntil), index().on(table.author)],
);

export const notice = pgTable(
  "notice",
  {
    id: uuid().primaryKey(),
    claim: bytes()
      .notNull()
      .references(() => claim.key, { onDelete: "cascade" }),
    /** Keyed hash of the addressee; the key goes with the week. */
    addressee: bytes().notNull(),
    week: text().notNull(),
    clause: text().notNull(),
    rule: text().notNull(),
    code: text().notNull(),
    revision: integer().notNull(),
    /** The rest is null where the clause keeps no trace. */
    data: jsonb().$type<Record<string, number | boolean | string>>(),
    finding: uuid().references(() => finding.id, { onDelete: "set null" }),
    account: text(),
    place: jsonb().$type<{
      platform: string;
      workspace: string;
      space: string | null;
      thread: string | null;
      message: string | null;
    }>(),
    how: text({ enum: ["inPlace", "direct"] }),
    receipt: text(),
  },
  (table) => [index().on(table.claim), index().on(table.account), index().on(table.finding)],
);

/** How often, over keyed hashes of (person, clause, week) and (person, day). No instant, no name. */
export const tally = pgTable("tally", {
  key: bytes().primaryKey(),
  week: text().notNull(),
  count: integer().notNull(),
});

/** The key of a week's tallies, sealed. When it goes, nothing can tell any more whose they were. */
export const weekKey = pgTable("week_key", {
  week: text().primaryKey(),
  sealed: bytes().notNull(),
  expiresAt: instant().notNull(),
});

/** The newest version seen of an edited or deleted message, for an hour. */
export const tombstone = pgTable("tombstone", {
  message: bytes().primaryKey(),
  version: bigint({ mode: "number" }).notNull(),
  deleted: boolean().notNull(),
  expiresAt: instant().notNull(),
});

// Cases: what people decide.

export const reviewCase = pgTable(
  "review_case",
  {
    id: uuid().primaryKey(),
    number: integer().notNull().unique(),
    /** Keyed hash of what makes two cases the same. */
    key: bytes().notNull(),
    origin: text({ enum: ["stage", "report", "contest"] }).notNull(),
    clause: text(),
    rule: text(),
    code: text(),
    data: jsonb().$type<Record<string, number | boolean | string>>().notNull(),
    platform: text().notNull(),
    workspace: text().notNull(),
    space: text(),
    message: text(),
    author: text(),
    reporter: text(),
    notice: uuid(),
    /** All words in it: excerpt, note, reason and appeal, sealed; null once its time is over. */
    words: bytes(),
    state: text({ enum: ["open", "claimed", "upheld", "dismissed"] }).notNull(),
    claimedBy: text(),
    decidedBy: text(),
    barred: text(),
    opened: instant().notNull(),
    closed: instant(),
  },
  (table) => [index().on(table.key), index().on(table.state), index().on(table.author), index().on(table.reporter)],
);

// How the product itself is.

/** A known word under the secret, so that another secret is noticed at the start. */
export const sealCheck = pgTable("seal_check", { id: integer().primaryKey(), sealed: bytes().notNull() });

export const gap = pgTable("gap", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  platform: text().notNull(),
  started: instant().notNull(),
  ended: instant(),
  reason: text({ enum: ["store unavailable", "not running", "clock jumped"] }).notNull(),
});

export const heartbeat = pgTable("heartbeat", { id: integer().primaryKey(), at: instant().notNull() });

export const cronRun = pgTable("cron_run", {
  key: text().primaryKey(),
  at: timestamp({ withTimezone: true })
    .notNull()
    .default(sql`now()`),
});
