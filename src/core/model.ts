/**
 * The words of the product, as types.
 *
 * workspace  one organisation's place on a platform (a Slack workspace, a Teams tenant)
 * account    somebody's identity on one platform; adapters know accounts
 * person     somebody of the organisation; only the directory makes persons out of accounts
 * standing   what the platform says of an account
 * audience   what the charter says of it; `unknown` is never treated as staff
 * space      a place to talk; its purpose is declared by the charter
 * message    a platform's message at one version: 0 as posted, later ones grow with each edit
 * event      what an adapter tells the door
 * subject    what a finding is about, and its identity
 * stage      how far a clause may go
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

/** An id made of the platform's name and the platform's own id. Only the adapter that minted an id reads it back. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which kind of id it mints
export const mint = <Minted extends WorkspaceId | AccountId | SpaceId>(platform: string, nativeId: string): Minted =>
  `${platform}:${nativeId}` as Minted;
/** The platform's own id inside an id; for the adapter that minted it. */
export const nativeId = (id: WorkspaceId | AccountId | SpaceId): string => id.slice(id.indexOf(":") + 1);

export const standings = ["member", "guest", "external", "bot"] as const;
export type Standing = (typeof standings)[number];
export const audiences = ["staff", "client", "supplier", "unknown"] as const;
export type Audience = (typeof audiences)[number];
export const purposes = ["internal", "client", "supplier", "social", "trial", "sanctuary", "undeclared"] as const;
export type Purpose = (typeof purposes)[number];
export const stages = ["draft", "shadow", "nudge"] as const;
export type Stage = (typeof stages)[number];
export type Role = "employee" | "moderator" | "admin";

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
  readonly message: Message;
}
interface Written extends Happened {
  readonly author: AccountId;
  readonly text: Text;
  readonly mentions: readonly AccountId[];
  /** The id of the message that started the thread, where the message is a reply. */
  readonly thread: string | null;
}
export type MessagePosted = Written & { readonly kind: "message.posted" };
type MessageEdited = Written & { readonly kind: "message.edited" };
type MessageDeleted = Happened & { readonly kind: "message.deleted" };
export type Event = MessagePosted | MessageEdited | MessageDeleted;
export type WrittenEvent = MessagePosted | MessageEdited;

export interface Subject {
  readonly about: "message";
  readonly space: SpaceId;
  readonly id: string;
}

/** Where something is said: enough for an adapter to say something beside it. */
export interface Place {
  readonly workspace: WorkspaceId;
  readonly space: SpaceId;
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
