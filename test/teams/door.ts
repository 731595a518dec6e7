import type { Call, Door, PlatformAccount, PlatformSpace } from "../../src/core/adapter.ts";
import type { Event } from "../../src/core/model.ts";
import { code, heading, text, viewOf, type Form, type Reply } from "../../src/core/view.ts";

/** A door that remembers what it was given and answers a few lines. */
export interface RecordingDoor extends Door {
  readonly judged: readonly Event[];
  readonly calls: readonly Call[];
  readonly accounts: readonly PlatformAccount[];
  readonly spaces: readonly PlatformSpace[];
  /** Judging waits for this; a rejection is the store's. */
  before: Promise<void>;
  /** Resolves when judging has begun. */
  readonly begun: Promise<void>;
  /** The calls up to now are no longer of interest. */
  forget(): void;
}

export function recordingDoor(): RecordingDoor {
  const judged: Event[] = [];
  const calls: Call[] = [];
  const accounts: PlatformAccount[] = [];
  const spaces: PlatformSpace[] = [];
  const began = Promise.withResolvers<void>();
  const door = {
    judged,
    calls,
    accounts,
    spaces,
    before: Promise.resolve(),
    begun: began.promise,
    forget: () => void calls.splice(0),
    async judge(event: Event) {
      judged.push(event);
      began.resolve();
      await door.before;
      return [];
    },
    async run(call: Call) {
      calls.push(call);
      await door.before;
      return answer(call);
    },
    async learn(seen: Parameters<Door["learn"]>[0]) {
      accounts.push(...(seen.accounts ?? []));
      spaces.push(...(seen.spaces ?? []));
    },
  };
  return door;
}

const form: Form = {
  title: "Tell us more",
  submit: "Send",
  cancel: "Cancel",
  line: "report",
  fields: [
    { kind: "text", name: "reason", label: "Reason", hint: "A few words", multiline: true, maxLength: 200 },
    {
      kind: "choice",
      name: "urgency",
      label: "Urgency",
      options: [
        { value: "low", label: "Low" },
        { value: "high", label: "High" },
      ],
      initial: "low",
    },
  ],
};

function answer({ line, fields }: Call): Reply {
  if (line === "report") {
    if (fields === undefined) return { kind: "form", form };
    if (!fields["reason"]) return { kind: "problems", problems: [{ field: "reason", text: "Say why." }] };
    return viewOf(text("Thank you."));
  }
  if (line.startsWith("wrong")) return { kind: "problems", problems: [{ field: "", text: "There is no such word." }] };
  const buttons = { kind: "buttons", buttons: [{ label: "Report", line: "report" }] } as const;
  return viewOf(heading("You asked"), text("The line was ", code(line), "."), buttons);
}
