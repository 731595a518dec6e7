import type { Judgement } from "./core/adapter.ts";
import type { Revision } from "./core/charter.ts";
import { decide, settle } from "./core/decide.ts";
import { evaluate, type Verdict } from "./core/evaluate.ts";
import type { Event } from "./core/model.ts";
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
  const facts = await gatherFacts(tools.store.directory, revision, event);
  const verdict = evaluate(revision, event, facts);
  tools.observe(verdict);
  const proposals = decide(revision, verdict.found, event, facts);
  if (event.kind === "message.edited") return ledger.supersede({ message, judged: verdict.judged }, proposals, settle);
  return proposals.length > 0 ? ledger.record(proposals, settle) : [];
}
