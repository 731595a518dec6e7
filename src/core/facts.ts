import type { AccountId, Audience, PersonId, Purpose, Standing } from "./model.ts";

/** Something the store knows, or does not know and why. A rule is run only on what is known. */
export type Fact<Value> =
  { readonly known: true; readonly value: Value } | { readonly known: false; readonly because: Ignorance };
export type Ignorance = "not synced" | "not classified" | "not visible" | "not asked";

export const known = <Value>(value: Value): Fact<Value> => ({ known: true, value });
export const unknown = (because: Ignorance): Fact<never> => ({ known: false, because });

/** Working time of one day, in minutes after local midnight, half-open: [510, 1080] is 08:30 to 18:00. */
export type Shift = readonly [from: number, to: number];
/** Shifts by ISO day of the week, Monday first. */
export type Week = readonly [
  readonly Shift[],
  readonly Shift[],
  readonly Shift[],
  readonly Shift[],
  readonly Shift[],
  readonly Shift[],
  readonly Shift[],
];
/** Where public holidays come from: an ISO 3166-1 country and, where it matters, an ISO 3166-2 region ("FR", "CA" with "QC"). */
export interface Holidays {
  readonly country: string;
  readonly region?: string | undefined;
}

/** A time in which somebody's ordinary week does not hold. */
export interface Absence {
  readonly kind: "leave" | "on-call";
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** What the charter and the directory make of an account. */
export interface Member {
  readonly account: AccountId;
  readonly standing: Standing;
  readonly audience: Audience;
  /** Whom an outsider belongs to, such as a client's name; null for staff and where nobody has said. */
  readonly party: string | null;
}

/** What the store knows of somebody who writes or is written to. */
export interface Colleague extends Member {
  readonly person: PersonId;
  /** The platform's groups that the account is in. */
  readonly groups: readonly string[];
  /** For an outsider in a space: who invited them there, where that is known. */
  readonly host: AccountId | null;
  /** An IANA zone that exists. */
  readonly zone: string;
  readonly week: Week;
  readonly holidays: Holidays | null;
  readonly absences: readonly Absence[];
}

/** Everything a rule may ask for. A new fact is a member here and a file in `src/facts`. */
export interface Facts {
  /** Who wrote or connected. */
  readonly author: Fact<Colleague>;
  /** The people mentioned whom the directory knows. */
  readonly mentioned: Fact<readonly Colleague[]>;
  readonly space: Fact<{ readonly purpose: Purpose }>;
  /** Everybody in the space; bots are left out. Known only when the space is looked at as a whole. */
  readonly members: Fact<readonly Member[]>;
}
export type FactName = keyof Facts;
export type Known<Names extends FactName> = {
  readonly [Name in Names]: Facts[Name] extends Fact<infer Value> ? Value : never;
};
