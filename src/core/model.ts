/**
 * The words of the product, as types.
 *
 * workspace  one organisation's place on a platform (a Slack workspace, a Teams tenant)
 * account    somebody's identity on one platform; adapters know accounts
 * person     somebody of the organisation; only the directory makes persons out of accounts
 * standing   what the platform says of an account
 * audience   what the charter says of it; `unknown` is never treated as staff
 * party      whom an outsider belongs to: a client's or supplier's name; two clients are two parties
 * space      a place to talk; its purpose is declared by the charter
 * message    a platform's message at one version: 0 as posted, later ones grow with each edit
 * event      what an adapter tells the door
 * subject    what a finding is about, and its identity
 * mixture    a set of audiences that meet in one space: a condition, which opens and closes
 * stage      how far a clause may go
 * case       a breach under review; a steward decides it, and somebody else an appeal
 */
export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];
export type Localised = Readonly<Record<Locale, string>>;

declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };
export type WorkspaceId = Id<"workspace">;
export type AccountId = Id<"account">;
export type PersonId = Id<"person">;
export type SpaceId = Id<"space">;
export type NoticeId = Id<"notice">;
export type CaseId = Id<"case">;
export type DraftId = Id<"draft">;

/** An id made of the platform's name and the platform's own id. Only the adapter that minted an id reads it back. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which kind of id it mints
export const mint = <Minted extends WorkspaceId | AccountId | SpaceId>(platform: string, nativeId: string): Minted =>
  `${platform}:${nativeId}` as Minted;
/** The platform's own id inside an id; for the adapter that minted it. */
export const nativeId = (id: WorkspaceId | AccountId | SpaceId): string => id.slice(id.indexOf(":") + 1);

export const standings = ["member", "guest", "external", "bot"] as const;
export type Standing = (typeof standings)[number];
/** The audiences that every charter has; it may name further ones, such as partners. */
export const audiences = ["staff", "client", "supplier", "unknown"] as const;
export type Audience = string;
export const purposes = ["internal", "client", "supplier", "social", "trial", "sanctuary", "undeclared"] as const;
export type Purpose = (typeof purposes)[number];
export const stages = ["draft", "shadow", "nudge", "case"] as const;
export type Stage = (typeof stages)[number];
/** In order: each may do what those before may. */
export const roles = ["employee", "ambassador", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];
/** Why somebody or some place is excepted from a clause: a closed list, since everybody may read it. */
export const exceptionReasons = [
  "on-call",
  "shift-work",
  "works-council",
  "health",
  "safety",
  "legal-duty",
  "moderation",
  "customer-duty",
] as const;
export type ExceptionReason = (typeof exceptionReasons)[number];

/** A half-open range of UTF-16 indices. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The author's own words, without markup; `marks` say which ranges are not prose. */
export interface Text {
  readonly plain: string;
  readonly marks: readonly (Span & { readonly kind: "code" | "link" | "mention" })[];
}

/** A message of a platform. `id` is unique inside its space only. */
export interface Message {
  readonly space: SpaceId;
  readonly id: string;
  readonly version: number;
}

interface Happened {
  readonly platform: string;
  readonly workspace: WorkspaceId;
  readonly at: Temporal.Instant;
}
interface AboutMessage extends Happened {
  readonly message: Message;
}
interface Written extends AboutMessage {
  readonly author: AccountId;
  readonly text: Text;
  readonly mentions: readonly AccountId[];
  /** The id of the message that started the thread, where the message is a reply. */
  readonly thread: string | null;
}
export type MessagePosted = Written & { readonly kind: "message.posted" };
type MessageEdited = Written & { readonly kind: "message.edited" };
type MessageDeleted = AboutMessage & { readonly kind: "message.deleted" };
/** Who is in a space has changed, or is looked at anew. */
export type SpaceComposed = Happened & {
  readonly kind: "space.composed";
  readonly space: SpaceId;
  readonly cause: CompositionCause;
};
export type CompositionCause =
  | { readonly kind: "joined"; readonly account: AccountId; readonly invitedBy: AccountId | null }
  | { readonly kind: "left"; readonly account: AccountId }
  /** Somebody wrote here whom nobody had seen join. */
  | { readonly kind: "posted"; readonly account: AccountId }
  /** The space was opened to another organisation, or closed to it. */
  | { readonly kind: "shared"; readonly by: AccountId | null }
  | { readonly kind: "sweep" };
/** Somebody connected to the platform. `address` is an IP address, `country` an ISO 3166-1 code where the platform tells one. */
export type ConnectionSeen = Happened & {
  readonly kind: "connection.seen";
  readonly account: AccountId;
  readonly address: string;
  readonly country: string | null;
};
/** How a setting of the platform stands, by a name of the adapter's such as "slack.guests.single-sign-on". */
export type SettingRead = Happened & {
  readonly kind: "setting.read";
  readonly setting: string;
  readonly value: string;
};
export type MessageEvent = MessagePosted | MessageEdited | MessageDeleted;
export type Event = MessageEvent | SpaceComposed | ConnectionSeen | SettingRead;
export type WrittenEvent = MessagePosted | MessageEdited;
/** What rules are given: everything but a deletion. */
export type JudgedEvent = Exclude<Event, MessageDeleted>;

/** What a finding is about, and its identity. A mixture is named by its parties, in order, joined by " + ". */
export type Subject =
  | { readonly about: "message"; readonly space: SpaceId; readonly id: string }
  | { readonly about: "space"; readonly space: SpaceId; readonly mixture: string }
  | { readonly about: "connection"; readonly token: string }
  | { readonly about: "setting"; readonly workspace: WorkspaceId; readonly setting: string };

/** Where something is said: enough for an adapter to say something beside it. */
export interface Place {
  readonly workspace: WorkspaceId;
  /** Null for what happened in no space, such as a connection: it is told directly. */
  readonly space: SpaceId | null;
  readonly thread: string | null;
  /** The message that it is about, where there is one. */
  readonly message: string | null;
}

/** Who reads: the language and the IANA zone to write in. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
}

/** One mistake in something a person wrote: where (a path or a field), and what to do about it. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}
