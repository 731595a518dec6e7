import type { Call, Door } from "../../src/core/adapter.ts";
import type { Event } from "../../src/core/model.ts";
import { heading, text, viewOf, type Block, type Field, type Form, type Reply } from "../../src/core/view.ts";

/** A door that writes down what comes in, and does what the test says. */
export interface RecordingDoor extends Door {
  readonly events: Event[];
  readonly calls: Call[];
  /** What judging waits for, or fails with. */
  onJudge: (event: Event) => Promise<void>;
}

const draft: Field = {
  kind: "text",
  name: "draft",
  label: "Your draft",
  hint: "For you",
  multiline: true,
  maxLength: 300,
};
const form = (line: string, about: readonly Block[] = []): Form => ({
  title: "Check a draft",
  submit: "Check",
  cancel: "Close",
  line,
  about,
  fields: [draft],
});
/** Signs that mean something to one platform or another, and spaces that stand for something. */
export const lines = "- organisation:\n+ **organisation**: `_lisière_` <&> *[x](y)*\n    name:  two\n\n# end ```";
const difference: readonly Block[] = [heading("What changes"), { kind: "preformatted", text: lines }];

/**
 * A form opens itself again when its line is run without fields. Answers "ask" with a form that wants a draft, "first"
 * with a form that a second one follows, "change" with a form that shows a difference, "lines" with the difference,
 * "more" with a button, "report" with a form, and everything else with the line itself.
 */
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
  const opened = opens(line);
  if (opened === null) return viewOf(text(`You asked: ${line}`));
  if (fields === undefined || opened.kind !== "form") return opened;
  if ((fields["draft"] ?? "").trim() === "") {
    return { kind: "problems", problems: [{ field: "draft", text: "Please write the draft." }] };
  }
  return line === "first"
    ? { kind: "form", form: form("second", difference) }
    : viewOf(text("Nothing to say about it."));
}

/** What a line answers before anything is filled in; null where it is not known. */
function opens(line: string): Reply | null {
  switch (line) {
    case "ask":
    case "first":
    case "report":
      return { kind: "form", form: form(line) };
    case "second":
    case "change":
      return { kind: "form", form: form(line, difference) };
    case "lines":
      return { kind: "view", view: { blocks: difference } };
    case "more":
      return viewOf(text("More."), { kind: "buttons", buttons: [{ label: "Why?", line: "why 1" }] });
    default:
      return null;
  }
}
