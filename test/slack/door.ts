import type { Call, Door } from "../../src/core/adapter.ts";
import type { Event } from "../../src/core/model.ts";
import { text, viewOf, type Reply } from "../../src/core/view.ts";

/** A door that writes down what comes in, and does what the test says. */
export interface RecordingDoor extends Door {
  readonly events: Event[];
  readonly calls: Call[];
  readonly learned: Parameters<Door["learn"]>[0][];
  /** What judging waits for, or fails with. */
  onJudge: (event: Event) => Promise<void>;
  onRun: (call: Call) => Promise<Reply>;
  /** Resolves when the next event comes in, before it is judged. */
  next(): Promise<Event>;
}

export function recordingDoor(): RecordingDoor {
  const waiting: ((event: Event) => void)[] = [];
  const door: RecordingDoor = {
    events: [],
    calls: [],
    learned: [],
    onJudge: async () => {},
    onRun: async () => viewOf(text("Understood.")),
    next: () => new Promise((came) => waiting.push(came)),
    async judge(event) {
      door.events.push(event);
      for (const came of waiting.splice(0)) came(event);
      await door.onJudge(event);
      return [];
    },
    async run(call) {
      door.calls.push(call);
      return door.onRun(call);
    },
    async learn(seen) {
      door.learned.push(seen);
    },
  };
  return door;
}
