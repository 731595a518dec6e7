import type { Call, Door, Judgement, PlatformAccount } from "../../src/core/adapter.ts";
import type { Event } from "../../src/core/model.ts";
import { text, viewOf, type Reply } from "../../src/core/view.ts";

/** A door that remembers what it was given and answers what the test wants. */
export interface RecordingDoor extends Door {
  readonly events: Event[];
  readonly calls: Call[];
  readonly learned: PlatformAccount[];
  answer: Reply;
  judgements: readonly Judgement[];
  /** While true, nothing can be recorded. */
  broken: boolean;
}

export function recordingDoor(): RecordingDoor {
  const door: RecordingDoor = {
    events: [],
    calls: [],
    learned: [],
    answer: viewOf(text("done")),
    judgements: [],
    broken: false,
    async judge(event) {
      if (door.broken) throw new Error("not recorded");
      door.events.push(event);
      return door.judgements;
    },
    async run(call) {
      if (door.broken) throw new Error("not recorded");
      door.calls.push(call);
      return door.answer;
    },
    async learn({ accounts = [] }) {
      door.learned.push(...accounts);
    },
  };
  return door;
}
