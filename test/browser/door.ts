import { type Adapter, type Call, type Door, type Judgement } from "../../src/core/adapter.ts";
import { mint, type AccountId, type Event, type MessageEvent, type SpaceComposed } from "../../src/core/model.ts";
import { code, heading, strong, text, viewOf, type Block, type Reply, type View } from "../../src/core/view.ts";

/**
 * The product in small: a door that finds "falcon", tells the author and takes it back when the word is gone; that tells
 * whoever invites Paolo, until he is gone; and that answers a report with a form, which answers with a second one.
 */
export interface FalconDoor extends Door {
  /** What the next commands are answered with, instead of its own answers. */
  reply: Reply | null;
  readonly calls: readonly Call[];
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
  const calls: Call[] = [];
  const compose = async ({ workspace, space, cause, at }: SpaceComposed): Promise<Judgement[]> => {
    const place = { workspace, space, thread: null, message: null };
    const before = told.get(space);
    if (cause.kind === "left" && cause.account === "local:paolo" && before) {
      told.delete(space);
      await adapter.perform({ do: "withdraw", to: before.to, place, receipt: before.receipt }, readerOf(before.to));
    }
    if (cause.kind !== "joined" || cause.account !== "local:paolo" || cause.invitedBy === null) return [];
    const to = cause.invitedBy;
    const view = french.has(to) ? frenchMixture : mixture;
    // As a job of its own: told after the answer.
    setImmediate(() => {
      void adapter
        .perform({ do: "tell", how: "inPlace", to, place, view, key: `${space} ${at.toString()}` }, readerOf(to))
        .then((receipt) => receipt && told.set(space, { receipt: receipt.receipt, to }));
    });
    return [{ clause: "separation", stage: "nudge", outcome: "told" }];
  };
  const judge = async (event: Event): Promise<readonly Judgement[]> => {
    if (broken) throw new Error("the store is not available");
    events.push(event);
    if (event.kind === "space.composed") return compose(event);
    return "message" in event ? judgeMessage(event) : [];
  };
  const judgeMessage = async (event: MessageEvent): Promise<Judgement[]> => {
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
  const door: FalconDoor = {
    judge,
    reply: null,
    async run(call) {
      calls.push(call);
      return door.reply ?? answer(call);
    },
    async learn({ accounts = [] }) {
      for (const { id, locale } of accounts) {
        if (locale?.startsWith("fr")) french.add(id);
        else french.delete(id);
      }
    },
    break: (now) => void (broken = now),
    events,
    calls,
  };
  return door;
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
  if (call.line.startsWith("report")) return report(call);
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
/** Who and what it is about, then what will be sent, then thanks. */
function report({ line, about, fields = {} }: Call): Reply {
  if (!about) return viewOf(text("There is no message to report."));
  if (line === "report send") return viewOf(text("Thank you. A moderator will look at it."));
  const why = fields["why"]?.trim() ?? "";
  if (line === "report next" && why === "") {
    return { kind: "problems", problems: [{ field: "why", text: "Please say in a few words what is wrong." }] };
  }
  const who: Block = text({ kind: "person", account: about.author }, " wrote:");
  const first = line === "report";
  return {
    kind: "form",
    form: {
      title: first ? "Report a message" : "Send this report?",
      submit: first ? "Continue" : "Send",
      cancel: "Cancel",
      line: first ? "report next" : "report send",
      about: first
        ? [who, { kind: "quote", inlines: [about.text] }]
        : [who, { kind: "preformatted", text: `  report:\n-   not sent\n+   ${why}` }],
      fields: first ? [{ kind: "text", name: "why", label: "What is wrong?", multiline: true, maxLength: 500 }] : [],
    },
  };
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
const mixture: View = {
  blocks: [
    heading("Clients do not meet here"),
    text({ kind: "person", account: mint("local", "paolo") }, " belongs to another client than those who are here."),
    text(strong("A better way: "), "open a space of their own for them."),
  ],
};
const frenchMixture: View = {
  blocks: [
    heading("Les clients ne se croisent pas ici"),
    text({ kind: "person", account: mint("local", "paolo") }, " vient d’un autre client que ceux qui sont ici."),
    text(strong("Une meilleure façon\u00a0: "), "ouvrez-lui un espace à part."),
  ],
};
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
