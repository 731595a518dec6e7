import type { Judgement } from "./core/adapter.ts";
import type { Revision } from "./core/charter.ts";
import { decide, settle, type Proposal } from "./core/decide.ts";
import { evaluate, type Verdict } from "./core/evaluate.ts";
import type { Facts } from "./core/facts.ts";
import type {
  AccountId,
  Event,
  JudgedEvent,
  MessageEvent,
  SpaceComposed,
  SpaceId,
  WrittenEvent,
} from "./core/model.ts";
import { StoreUnavailable, type Store } from "./core/store.ts";
import { gatherCircumstances, gatherComposition, gatherFacts } from "./facts/index.ts";

/** Which authors this process has noted in which space already: only the first message of each costs a look-up. */
export interface Noted {
  has(space: SpaceId, author: AccountId): boolean;
  add(space: SpaceId, author: AccountId): void;
  /** Somebody left, or the whole list was read: who writes there is looked up again. */
  forget(space: SpaceId): void;
}
interface Tools {
  readonly store: Pick<Store, "ledger" | "directory">;
  /** The revision in force now. */
  readonly revision: () => Revision;
  /** Told of what could not be judged, and of rules that threw. */
  readonly observe: (verdict: Verdict) => void;
  readonly noted: Noted;
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

/**
 * Who writes here is here, even if nobody saw them join. The space is looked at before that is noted, so that a look
 * which could not be recorded is made again when the message is sent again.
 */
async function meet(
  tools: Tools,
  { platform, workspace, at, author, message: { space } }: WrittenEvent,
): Promise<readonly Judgement[]> {
  const { directory } = tools.store;
  if (tools.noted.has(space, author) || clausesOnSpaces(tools.revision()).length === 0) return [];
  const isNew = !(await directory.isMember(space, author));
  const cause = { kind: "posted", account: author } as const;
  const judgements = isNew
    ? await judgeComposition(tools, { kind: "space.composed", platform, workspace, at, space, cause })
    : [];
  if (isNew) await directory.join(space, author, null);
  tools.noted.add(space, author);
  return judgements;
}

/** Notes who came or went, then looks at the space as a whole. Of a sanctuary nothing is noted. */
async function judgeSpace(tools: Tools, event: SpaceComposed): Promise<readonly Judgement[]> {
  const { directory } = tools.store;
  const { space, cause } = event;
  if (tools.revision().charter.spaces[space] === "sanctuary") return [];
  if (cause.kind === "joined") await directory.join(space, cause.account, cause.invitedBy);
  if (cause.kind === "left") await directory.leave(space, cause.account);
  if (cause.kind === "left" || cause.kind === "sweep") tools.noted.forget(space);
  return judgeComposition(tools, event);
}

/** A charter that says nothing of who meets whom costs no look at a space of ten thousand. */
const clausesOnSpaces = ({ clauses }: Revision): readonly string[] =>
  clauses.filter(({ rule }) => rule.on.includes("space.composed")).map(({ clause }) => clause.id);

/** How often a space in which people keep coming and going is looked at anew before the platform is asked to send again. */
const mostLooks = 10;

async function judgeComposition(tools: Tools, event: SpaceComposed): Promise<readonly Judgement[]> {
  const { ledger, directory } = tools.store;
  const { space } = event;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const clauses = clausesOnSpaces(tools.revision());
    if (clauses.length === 0) return [];
    const { facts, version } = await gatherComposition(directory, tools.revision(), event);
    const { verdict, proposals } = weigh(tools, event, facts);
    const judged = verdict.judged.filter((id) => clauses.includes(id));
    const judgements = await ledger.compose({ space, judged, still: proposals, version }, settle);
    if (judgements) return judgements;
  }
  throw new StoreUnavailable("a space keeps changing");
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
