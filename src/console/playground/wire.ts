/** What the playground's page and its adapter say to one another, as JSON. Times are ISO 8601 instants. */
export interface World {
  readonly company: string;
  readonly people: readonly WirePerson[];
  readonly spaces: readonly WireSpace[];
  /** Moments worth trying, by IANA zone. */
  readonly moments: Readonly<Record<string, readonly { readonly id: MomentId; readonly at: string }[]>>;
  readonly suggestions: readonly Suggestion[];
}
export type MomentId = "day" | "evening" | "sunday" | "holiday";
export interface WirePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly city: string;
  readonly zone: string;
  readonly badge: string | null;
}
export interface WireSpace {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly about: string;
  /** Who is in it; snapshots keep it up to date. */
  readonly members: readonly string[];
}
/**
 * A scene to set, and words to put in the box; `mend` corrects one's last message there instead of writing anew, and
 * `invite` names somebody to bring in instead of writing.
 */
export interface Suggestion {
  readonly label: string;
  readonly why: string;
  readonly by: string;
  readonly space: string;
  readonly moment: MomentId;
  readonly text: string;
  readonly mend: boolean;
  readonly invite: string | null;
}

/** Everything that one person sees in one space, whole: a newer snapshot replaces an older one. */
export interface Snapshot {
  /** Messages, and who came and went, oldest first. */
  readonly lines: readonly WireLine[];
  readonly notes: readonly WireNote[];
  /** How many direct messages wait for this person. */
  readonly direct: number;
  /** Who is in each space. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}
export type WireLine = WireMessage | WireMove;
export interface WireMove {
  readonly kind: "joined" | "left";
  readonly id: string;
  readonly account: string;
  /** Who brought or removed them; null where it was their own doing. */
  readonly by: string | null;
}
export interface WireMessage {
  readonly kind: "message";
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
  readonly at: string;
  readonly version: number;
  /** Whether the one who looks may edit and delete it. */
  readonly mine: boolean;
  readonly reply: boolean;
}
export interface WireNote {
  readonly id: string;
  /** The line it stands under; null among direct messages, and at the end of a conversation. */
  readonly message: string | null;
  readonly html: string;
  readonly plain: string;
}

/** What became of a message: one line per clause that it met. */
export interface Judged {
  readonly judgements: readonly { readonly clause: string; readonly stage: string; readonly outcome: string }[];
}
export type Answer =
  | { readonly kind: "view"; readonly html: string; readonly plain: string }
  | { readonly kind: "form"; readonly html: string }
  | { readonly kind: "problems"; readonly problems: readonly { readonly field: string; readonly text: string }[] };
export interface Refusal {
  readonly error: string;
}
