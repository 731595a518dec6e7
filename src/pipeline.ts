import type { Judgement } from "./core/adapter.ts";
import type { Revision } from "./core/charter.ts";
import { decide, settle } from "./core/decide.ts";
import { evaluate, type Verdict } from "./core/evaluate.ts";
import type { Event, WrittenEvent } from "./core/model.ts";
import type { Store } from "./core/store.ts";
import { gatherFacts } from "./facts/index.ts";

interface Tools {
  readonly store: Pick<Store, "ledger" | "directory">;
  /** The revision in force now. */
  readonly revision: () => Revision;
  /** Told of what could not be judged, and of rules that threw. */
  readonly observe: (verdict: Verdict) => void;
}

/**
 * The way of a message: facts, evaluate, decide, and one transaction of the ledger if something was found.
 * Resolves when what was found is durable; rejects with StoreUnavailable when it could not be made so.
 */
export async function judge(tools: Tools, event: Event): Promise<readonly Judgement[]> {
  const revision = tools.revision();
  // A sanctuary is dropped before anything looks at its words.
  if (revision.charter.spaces[event.message.space] === "sanctuary") return [];
  const { ledger } = tools.store;
  const { message } = event;
  if (event.kind === "message.deleted") return ledger.supersede({ message, judged: "deleted" }, [], settle);
  const proposals = await propose(tools, revision, event);
  if (event.kind === "message.edited") {
    const judged = revision.clauses.filter(({ rule }) => rule.on.includes(event.kind)).map(({ clause }) => clause.id);
    return ledger.supersede({ message, judged }, proposals, settle);
  }
  return proposals.length > 0 ? ledger.record(proposals, settle) : [];
}

async function propose({ store, observe }: Tools, revision: Revision, event: WrittenEvent) {
  const facts = await gatherFacts(store.directory, revision, event);
  const verdict = evaluate(revision, event, facts);
  observe(verdict);
  return decide(revision, verdict.found, event, facts);
}
