import type { Judgement } from "./core/adapter.ts";
import type { Revision } from "./core/charter.ts";
import { decide, settle, type Proposal } from "./core/decide.ts";
import { evaluate, type Verdict } from "./core/evaluate.ts";
import type { Facts } from "./core/facts.ts";
import type { Event, JudgedEvent, MessageEvent, SpaceComposed, WrittenEvent } from "./core/model.ts";
import type { Store } from "./core/store.ts";
import { gatherCircumstances, gatherComposition, gatherFacts } from "./facts/index.ts";

interface Tools {
  readonly store: Pick<Store, "ledger" | "directory">;
  /** The revision in force now. */
  readonly revision: () => Revision;
  /** Told of what could not be judged, and of rules that threw. */
  readonly observe: (verdict: Verdict) => void;
  /** Which authors this process has noted in which space already. */
  readonly noted: { has(key: string): boolean; add(key: string): void };
}

/**
 * The way of an event: facts, evaluate, decide, and one transaction of the ledger if something was found.
 * Resolves when what was found is durable; rejects with StoreUnavailable when it could not be made so.
 */
export async function judge(tools: Tools, event: Event): Promise<readonly Judgement[]> {
  switch (event.kind) {
    case "space.composed":
      return judgeSpace(tools, event);
    case "connection.seen":
    case "setting.read": {
      const facts = await gatherCircumstances(tools.store.directory, tools.revision(), event);
      const { proposals } = weigh(tools, event, facts);
      return proposals.length > 0 ? tools.store.ledger.record(proposals, settle) : [];
    }
    case "message.posted":
    case "message.edited":
    case "message.deleted":
      return judgeMessage(tools, event);
  }
}

async function judgeMessage(tools: Tools, event: MessageEvent): Promise<readonly Judgement[]> {
  const { ledger, directory } = tools.store;
  const { message } = event;
  // A sanctuary is dropped before anything looks at its words.
  if (tools.revision().charter.spaces[message.space] === "sanctuary") return [];
  if (event.kind === "message.deleted") return ledger.supersede({ message, judged: "deleted" }, [], settle);
  const facts = await gatherFacts(directory, tools.revision(), event);
  const { verdict, proposals } = weigh(tools, event, facts);
  const judgements =
    event.kind === "message.edited"
      ? await ledger.supersede({ message, judged: verdict.judged }, proposals, settle)
      : proposals.length > 0
        ? await ledger.record(proposals, settle)
        : [];
  const met = await meet(tools, event);
  return met.length === 0 ? judgements : [...judgements, ...met];
}

/** Who writes here is here, even if nobody saw them join. */
async function meet(
  tools: Tools,
  { platform, workspace, at, author, message: { space } }: WrittenEvent,
): Promise<readonly Judgement[]> {
  const key = `${space} ${author}`;
  if (tools.noted.has(key)) return [];
  const isNew = await tools.store.directory.join(space, author, null);
  const cause = { kind: "posted", account: author } as const;
  const judgements = isNew
    ? await judgeComposition(tools, { kind: "space.composed", platform, workspace, at, space, cause })
    : [];
  tools.noted.add(key);
  return judgements;
}

/** Notes who came or went, then looks at the space as a whole. */
async function judgeSpace(tools: Tools, event: SpaceComposed): Promise<readonly Judgement[]> {
  const { directory } = tools.store;
  const { space, cause } = event;
  if (cause.kind === "joined") await directory.join(space, cause.account, cause.invitedBy);
  if (cause.kind === "left") await directory.leave(space, cause.account);
  return judgeComposition(tools, event);
}

async function judgeComposition(tools: Tools, event: SpaceComposed): Promise<readonly Judgement[]> {
  const { ledger, directory } = tools.store;
  const revision = tools.revision();
  if (revision.charter.spaces[event.space] === "sanctuary") return [];
  // A charter that says nothing of who meets whom costs no look at a space of ten thousand.
  const clauses = revision.clauses.filter(({ rule }) => rule.on.includes("space.composed"));
  if (clauses.length === 0) return [];
  const facts = await gatherComposition(directory, revision, event);
  const { verdict, proposals } = weigh(tools, event, facts);
  const judged = verdict.judged.filter((id) => clauses.some(({ clause }) => clause.id === id));
  return ledger.compose(event.space, judged, proposals, settle);
}

function weigh(
  { revision, observe }: Tools,
  event: JudgedEvent,
  facts: Facts,
): { readonly verdict: Verdict; readonly proposals: Proposal[] } {
  const current = revision();
  const verdict = evaluate(current, event, facts);
  observe(verdict);
  return { verdict, proposals: decide(current, verdict.found, event, facts) };
}
