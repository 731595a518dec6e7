import type {
  AccountId,
  Event,
  Locale,
  Message,
  Place,
  Reader,
  SpaceId,
  Stage,
  Standing,
  WorkspaceId,
} from "./model.ts";
import type { Reply, View } from "./view.ts";

/** What an adapter can do at a place; it may change with the installation, the space and the person. */
export const abilities = ["tell.inPlace", "tell.direct", "withdraw.inPlace", "withdraw.direct"] as const;
export type Ability = (typeof abilities)[number];

/** Something to do on a platform. `key` is the same whenever the same act is tried again. */
export type Act =
  | {
      readonly do: "tell";
      readonly how: "inPlace" | "direct";
      readonly to: AccountId;
      readonly place: Place;
      readonly view: View;
      readonly key: string;
    }
  | { readonly do: "withdraw"; readonly to: AccountId; readonly place: Place; readonly receipt: string };

/** What an adapter needs to find what it told again: opaque to everybody else. */
export interface Receipt {
  readonly how: "inPlace" | "direct";
  readonly receipt: string;
}

export type AdapterErrorCode = "limited" | "forbidden" | "missing" | "unreachable";

/**
 * Why a platform did not do what it was asked.
 * `limited` and `unreachable` pass: try again after `retryAfter` seconds. `forbidden`: choose another way. `missing`: the place or person is gone.
 */
export class AdapterError extends Error {
  readonly code: AdapterErrorCode;
  readonly retryAfter: number | null;
  constructor(code: AdapterErrorCode, retryAfter: number | null = null) {
    super(`the platform answered: ${code}`);
    this.name = "AdapterError";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** An account as its platform describes it. */
export interface PlatformAccount {
  readonly id: AccountId;
  readonly workspace: WorkspaceId;
  readonly standing: Standing;
  /** An IANA zone, where the platform tells one. */
  readonly zone: string | null;
  /** A BCP 47 tag, where the platform tells one. */
  readonly locale: string | null;
  /** The domain of a mail address that the platform vouches for, in lower case; the address itself is not kept. */
  readonly domain: string | null;
  /** The workspace or tenant that the account comes from, where it is another than ours. */
  readonly home: WorkspaceId | null;
  /** The platform's groups that the account is in, as references; null where the platform does not tell. */
  readonly groups: readonly string[] | null;
}
export interface PlatformSpace {
  readonly id: SpaceId;
  readonly workspace: WorkspaceId;
  readonly name: string;
}

/** One HTTP route of an adapter, in the words of the Fetch standard. The server has bounded the body before. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** "loopback": the server answers it only to this machine itself. */
  readonly reach?: "loopback";
  readonly handle: (request: Request) => Promise<Response>;
}

/** One platform. */
export interface Adapter {
  readonly name: string;
  readonly routes: readonly Route[];
  /** Begins to feed the door. Routes are served only afterwards. */
  start(door: Door): Promise<void>;
  /** Stops taking events; what was taken is finished first. */
  stop(): Promise<void>;
  abilities(place: Place): ReadonlySet<Ability>;
  /** Throws AdapterError, and nothing else that a caller need tell apart. */
  perform(act: Act, reader: Reader): Promise<Receipt | null>;
  /** Everybody and every place the platform shows us, page by page. */
  people(): AsyncIterable<readonly PlatformAccount[]>;
  spaces(): AsyncIterable<readonly PlatformSpace[]>;
  /** Everybody in a space, or null where the platform does not tell us. Throws AdapterError. */
  members(space: SpaceId): Promise<readonly AccountId[] | null>;
}

/** What became of one clause for one message. */
export type Outcome = "told" | "untold" | "allowed" | "capped" | "shadow" | "repeat" | "superseded";
export interface Judgement {
  readonly clause: string;
  readonly stage: Stage;
  readonly outcome: Outcome;
}

/** Where a line comes from, and the arguments that a form asked for. */
export interface Call {
  readonly platform: string;
  readonly workspace: WorkspaceId;
  readonly by: AccountId;
  readonly space: SpaceId | null;
  /** False where others would read the answer: a mention in a channel. */
  readonly privately: boolean;
  readonly line: string;
  /** The message that it was invoked on, from a message's own menu. Its words are as in an event. */
  readonly about?: { readonly message: Message; readonly author: AccountId; readonly text: string };
  readonly fields?: Readonly<Record<string, string>>;
  /** What the platform told of the reader with this call; the directory knows the rest. */
  readonly reader: { readonly locale: Locale | null; readonly zone: string | null };
  readonly at: Temporal.Instant;
}

/** The one way into the product. */
export interface Door {
  /** Resolves when what was found is durable. Rejects: the adapter must not acknowledge, and the platform sends again. */
  judge(event: Event): Promise<readonly Judgement[]>;
  /** Never rejects for what a person typed. Rejects when the store is gone. */
  run(call: Call): Promise<Reply>;
  /** Tells the directory of accounts and spaces that the adapter has seen. */
  learn(seen: {
    readonly accounts?: readonly PlatformAccount[];
    readonly spaces?: readonly PlatformSpace[];
  }): Promise<void>;
}
