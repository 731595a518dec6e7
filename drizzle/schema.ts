import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

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

export const person = pgTable("person", { id: text().primaryKey() });

export const account = pgTable("account", {
  id: text().primaryKey(),
  person: text()
    .notNull()
    .references(() => person.id, { onDelete: "cascade" }),
  workspace: text().notNull(),
  standing: text({ enum: ["member", "guest", "external", "bot"] }).notNull(),
  zone: text(),
  locale: text(),
});

export const space = pgTable("space", {
  id: text().primaryKey(),
  workspace: text().notNull(),
  name: text().notNull(),
});

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
    author: text().notNull(),
    space: text().notNull(),
    message: text().notNull(),
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
      space: string;
      thread: string | null;
      message: string | null;
    }>(),
    how: text({ enum: ["inPlace", "direct"] }),
    receipt: text(),
  },
  (table) => [index().on(table.claim), index().on(table.account)],
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
