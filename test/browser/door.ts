import { type Adapter, type Call, type Door, type Judgement } from "../../src/core/adapter.ts";
import type { AccountId, Event } from "../../src/core/model.ts";
import { code, heading, strong, text, viewOf, type Reply, type View } from "../../src/core/view.ts";

/** A door that finds "falcon", tells the author and takes it back when the word is gone: the product in small. */
export interface FalconDoor extends Door {
  /** From now on nothing can be recorded, until it is called with false. */
  break(broken: boolean): void;
  readonly events: readonly Event[];
}

export function falconDoor(adapter: Adapter): FalconDoor {
  const events: Event[] = [];
  const told = new Map<string, { receipt: string; to: AccountId }>();
  const french = new Set<AccountId>();
  let broken = false;
  const readerOf = (account: AccountId) =>
    ({ locale: french.has(account) ? "fr" : "en", zone: "Europe/Paris" }) as const;
  const judge = async (event: Event): Promise<Judgement[]> => {
    if (broken) throw new Error("the store is not available");
    events.push(event);
    const { workspace, message } = event;
    const key = `${message.space} ${message.id}`;
    const place = { workspace, space: message.space, thread: null, message: message.id };
    const found = event.kind !== "message.deleted" && /falcon|faucon/iu.test(event.text.plain);
    const before = told.get(key);
    if (before && !found) {
      told.delete(key);
      await adapter.perform({ do: "withdraw", to: before.to, place, receipt: before.receipt }, readerOf(before.to));
    }
    if (event.kind === "message.deleted" || !found) return [];
    if (before) return [{ clause: "discretion", stage: "nudge", outcome: "repeat" }];
    const to = event.author;
    const view = french.has(to) ? frenchNote(event.text.plain) : note(event.text.plain);
    const receipt = await adapter.perform({ do: "tell", how: "inPlace", to, place, view, key }, readerOf(to));
    if (receipt) told.set(key, { receipt: receipt.receipt, to });
    return [{ clause: "discretion", stage: "nudge", outcome: "told" }];
  };
  return {
    judge,
    run: async (call) => answer(call),
    async learn({ accounts = [] }) {
      for (const { id, locale } of accounts) {
        if (locale?.startsWith("fr")) french.add(id);
        else french.delete(id);
      }
    },
    break: (now) => void (broken = now),
    events,
  };
}

function answer(call: Call): Reply {
  if (call.line.startsWith("appeal") && call.fields) {
    return (call.fields["why"] ?? "").trim() === ""
      ? { kind: "problems", problems: [{ field: "why", text: "Please say why, in a few words." }] }
      : viewOf(heading("Thank you"), text("Somebody else will look at it within two days."));
  }
  if (call.line.startsWith("appeal")) {
    return {
      kind: "form",
      form: {
        title: "Say why this note is wrong",
        submit: "Send",
        cancel: "Cancel",
        line: "appeal n1",
        fields: [
          { kind: "choice", name: "about", label: "What is wrong?", initial: "rule", options: choices },
          {
            kind: "text",
            name: "why",
            label: "Why?",
            hint: "One sentence is enough.",
            multiline: true,
            maxLength: 500,
          },
        ],
      },
    };
  }
  return viewOf(
    heading("What you can ask"),
    text(strong("show"), " reads the charter, ", code("/charter show discretion"), " one clause."),
    {
      kind: "table",
      head: ["Command", "What it does"],
      rows: [
        ["show", "reads the charter"],
        ["me", "what is kept about you"],
      ],
    },
  );
}
const choices = [
  { value: "rule", label: "The clause does not fit this case" },
  { value: "words", label: "The words were misread" },
];

function note(words: string): View {
  return {
    blocks: [
      heading("Discretion about projects"),
      quote(words),
      text("This name is confidential, and a client reads along here."),
      text(strong("A better way: "), "edit your message and leave the name out."),
      {
        kind: "buttons",
        buttons: [
          { label: "Why this clause?", line: "why n1", style: "primary" },
          { label: "This is a mistake", line: "appeal n1" },
        ],
      },
    ],
  };
}
function frenchNote(words: string): View {
  return {
    blocks: [
      heading("La discrétion sur les projets"),
      quote(words),
      text("Ce nom est confidentiel, et une cliente lit cette conversation."),
      text(strong("Une meilleure façon\u00a0: "), "modifiez votre message et retirez ce nom."),
      {
        kind: "buttons",
        buttons: [
          { label: "Pourquoi cette clause\u00a0?", line: "why n1", style: "primary" },
          { label: "C’est une erreur", line: "appeal n1" },
        ],
      },
    ],
  };
}
function quote(words: string): View["blocks"][number] {
  const at = words.search(/falcon|faucon/iu);
  return {
    kind: "quote",
    inlines: [words.slice(0, at), { kind: "mark", text: words.slice(at, at + 6) }, words.slice(at + 6)],
  };
}
