import type { PreparedClause, Revision } from "../../core/charter.ts";
import type { Asked, CommandTools } from "../../core/command.ts";
import { evaluate, type Found, type Verdict } from "../../core/evaluate.ts";
import { known } from "../../core/facts.ts";
import { mint, type Purpose, type SpaceId, type Span, type WrittenEvent } from "../../core/model.ts";
import { gatherFacts } from "../../facts/index.ts";

/** Who is going to read a draft: whoever is here, or people outside the company, wherever that may be. */
export type Reading = "here" | "outside";

/** What clauses make of a draft; each clause stands in one of the lists at most. */
export interface Judged {
  readonly found: readonly Found[];
  /** What no excerpt of the draft may show, whatever it is about. */
  readonly masked: readonly Span[];
  /** Clauses that could not be judged, since not enough is known of the author. */
  readonly undecided: readonly string[];
  /** Clauses whose rule failed. */
  readonly failed: readonly string[];
}

/** Where outsiders may be: the clauses of all of these hold at once for what leaves the company. */
const outside: readonly Purpose[] = ["client", "supplier", "undeclared"];

/** Judges a draft as if whoever asks said it now. Nothing is recorded. */
export async function judgeDraft(asked: Asked, tools: CommandTools, draft: string, reading: Reading): Promise<Judged> {
  const revision = tools.revision();
  const event = eventOf(asked, draft, reading);
  const facts = await gatherFacts(tools.store.directory, revision, event);
  if (reading === "here") return merged([evaluate(revision, event, facts)]);
  const content = contentOf(revision);
  return merged(outside.map((purpose) => evaluate(content, event, { ...facts, space: known({ purpose }) })));
}

/** Who is mentioned cannot be told from typed names, so nobody is. What is for outsiders is said in no space of ours. */
const eventOf = ({ call }: Asked, plain: string, reading: Reading): WrittenEvent => ({
  kind: "message.posted",
  platform: call.platform,
  workspace: call.workspace,
  at: call.at,
  message: {
    space: (reading === "here" ? call.space : null) ?? mint<SpaceId>(call.platform, ""),
    id: "draft",
    version: 0,
  },
  author: call.by,
  text: { plain, marks: [] },
  mentions: [],
  thread: null,
});

/** What is asked of words, whenever and wherever they are read: no exception of ours is known out there. */
const contentOf = (revision: Revision): Revision => ({
  ...revision,
  clauses: revision.clauses
    .filter(({ rule }) => rule.trace === "excerpt" && rule.on.includes("message.posted"))
    .map((prepared): PreparedClause => ({ ...prepared, clause: { ...prepared.clause, exceptions: [] } })),
});

/** Several readings as one: of what a clause found in several, the first. */
function merged(verdicts: readonly Verdict[]): Judged {
  const all = verdicts.flatMap((each) => each.found);
  const ids = all.map(({ clause: { clause } }) => clause.id);
  const others = (clauses: readonly { readonly clause: string }[]): string[] =>
    [...new Set(clauses.map(({ clause }) => clause))].filter((id) => !ids.includes(id));
  return {
    found: all.filter((_, index) => ids.indexOf(ids[index] ?? "") === index),
    masked: all.flatMap((each) => each.masked),
    undecided: others(verdicts.flatMap((each) => each.undecided)),
    failed: others(verdicts.flatMap((each) => each.failures)),
  };
}
