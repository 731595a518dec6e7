import type { Call, Door } from "../../src/core/adapter.ts";
import type { Event } from "../../src/core/model.ts";
import { text, viewOf, type Form, type Reply } from "../../src/core/view.ts";

/** A door that writes down what comes in, and does what the test says. */
export interface RecordingDoor extends Door {
  readonly events: Event[];
  readonly calls: Call[];
  /** What judging waits for, or fails with. */
  onJudge: (event: Event) => Promise<void>;
}

const form: Form = {
  title: "Check a draft",
  submit: "Check",
  cancel: "Close",
  line: "ask",
  fields: [{ kind: "text", name: "draft", label: "Your draft", hint: "For you", multiline: true, maxLength: 300 }],
};

/** A form opens itself again when its line is run without fields. Answers "ask" with a form that wants a draft, "more" with a button, and everything else with the line itself. */
export function recordingDoor(): RecordingDoor {
  const door: RecordingDoor = {
    events: [],
    calls: [],
    onJudge: () => Promise.resolve(),
    async judge(event) {
      door.events.push(event);
      await door.onJudge(event);
      return [];
    },
    run(call) {
      door.calls.push(call);
      return Promise.resolve(answer(call));
    },
    learn: () => Promise.resolve(),
  };
  return door;
}

function answer({ line, fields }: Call): Reply {
  if (fields !== undefined) {
    return (fields["draft"] ?? "").trim() === ""
      ? { kind: "problems", problems: [{ field: "draft", text: "Please write the draft." }] }
      : viewOf(text("Nothing to say about it."));
  }
  if (line === "ask") return { kind: "form", form };
  if (line === "more") return viewOf(text("More."), { kind: "buttons", buttons: [{ label: "Why?", line: "why 1" }] });
  return viewOf(text(`You asked: ${line}`));
}
