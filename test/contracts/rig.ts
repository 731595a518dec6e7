import type { Adapter, Door } from "../../src/core/adapter.ts";
import type { AccountId, SpaceId, WorkspaceId } from "../../src/core/model.ts";

/** A platform's double with our adapter in front of it, in words that all platforms share. One per adapter. */
export interface Rig {
  readonly adapter: Adapter;
  readonly workspace: WorkspaceId;
  /** Two members and an outsider, and a space in which all three are. */
  readonly people: { readonly alice: AccountId; readonly bob: AccountId; readonly outsider: AccountId };
  readonly space: SpaceId;
  /** Somebody writes; resolves when the platform was answered. The id is the platform's own. */
  say(who: AccountId, text: string, options?: { readonly thread?: string; readonly id?: string }): Promise<Sent>;
  edit(who: AccountId, id: string, text: string): Promise<Sent>;
  remove(who: AccountId, id: string): Promise<Sent>;
  /** Somebody comes into a space, brought by `invitedBy` or on their own; resolves when the platform was answered. */
  join(space: SpaceId, account: AccountId, invitedBy: AccountId | null): Promise<Sent>;
  leave(space: SpaceId, account: AccountId): Promise<Sent>;
  /** Somebody chooses "report" in the menu of a message; resolves with what they are shown. */
  report(who: AccountId, messageId: string): Promise<Shown>;
  /** The platform delivers the last event again, byte for byte or as its retry. */
  again(): Promise<Sent>;
  /** Somebody types `/charter LINE`; resolves with what they were shown, as plain text, or the form that opened. */
  command(who: AccountId, line: string): Promise<Shown>;
  /** Somebody presses the button with this label on the last thing they were shown. */
  press(who: AccountId, label: string): Promise<Shown>;
  /** Somebody submits the form that is open for them. */
  submit(who: AccountId, fields: Readonly<Record<string, string>>): Promise<Shown>;
  /** Everything the platform was asked to show to people outside an answer, in order. */
  readonly told: readonly Told[];
  /** The next call to the platform fails like this, once. */
  fail(how: "limited" | "forbidden" | "missing" | "unreachable"): void;
  stop(): Promise<void>;
}
export interface Sent {
  readonly id: string;
  /** Whether the platform took it as acknowledged; where not, it would send again. */
  readonly acknowledged: boolean;
}
export interface Told {
  readonly to: AccountId;
  readonly how: "inPlace" | "direct";
  /** Whether only the addressee sees it. */
  readonly privately: boolean;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly withdrawn: boolean;
}
export interface Shown {
  readonly kind: "view" | "form" | "problems";
  /** All words shown, fields' labels and problems included. */
  readonly text: string;
  /** The fields that have a problem. */
  readonly problemFields: readonly string[];
}
export type StartRig = (door: Door) => Promise<Rig>;
