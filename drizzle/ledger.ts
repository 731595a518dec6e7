import { and, eq, inArray, lt, notInArray } from "drizzle-orm";
import type { Proposal } from "../src/core/decide.ts";
import type { Subject } from "../src/core/model.ts";
import type { Change, Ledger } from "../src/core/store.ts";
import { claimAll, groupOf, keyOf, mend, takeTurns, turnOf } from "./claims.ts";
import type { Database } from "./connect.ts";
import { memberVersion } from "./directory.ts";
import { judgedAs, keepAll, type RecordingTools } from "./recording.ts";
import { claim, tombstone } from "./schema.ts";

const tombstoneHours = 1;

/** The ledger over a database: each call is one transaction, and calls on one subject, or about one person, take turns. */
export function openLedger(tools: RecordingTools): Ledger {
  const { db, sealer, queue, now } = tools;
  return {
    async record(proposals, settle) {
      const [first] = proposals;
      if (!first) return [];
      const turn = turnOf(sealer, first.subject);
      return db.transaction(async (tx) => {
        await takeTurns(tx, turn, whoseTurn(tools, first));
        const isOver = await lateness(tx, turn, first);
        const current = proposals.filter((proposal) => !isOver(proposal));
        const claimed = await claimAll(tools, tx, current);
        const { judgements, jobs } = await keepAll(tools, tx, { claimed, settle });
        await queue.add(tx, jobs);
        return [...proposals.filter(isOver).map((proposal) => judgedAs(proposal, "superseded")), ...judgements];
      });
    },

    async supersede(change, still, settle) {
      const { space, id, version } = change.message;
      const subject = { about: "message", space, id } as const;
      const turn = turnOf(sealer, subject);
      return db.transaction(async (tx) => {
        await takeTurns(tx, turn, ...still.slice(0, 1).map((proposal) => whoseTurn(tools, proposal)));
        const seen = { version, deleted: change.judged === "deleted", expiresAt: now().add({ hours: tombstoneHours }) };
        const newest = await tx
          .insert(tombstone)
          .values({ message: turn, ...seen })
          .onConflictDoUpdate({ target: tombstone.message, set: seen, setWhere: lt(tombstone.version, version) })
          .returning({ version: tombstone.version });
        if (newest.length === 0) return still.map((proposal) => judgedAs(proposal, "superseded"));
        const withdrawals = await mend(tx, and(inGroups(tools, subject), mendedBy(change, still)));
        const claimed = await claimAll(tools, tx, still);
        const { judgements, jobs } = await keepAll(tools, tx, { claimed, settle });
        await queue.add(tx, [...withdrawals, ...jobs]);
        return judgements;
      });
    },

    async compose({ space, judged, still, version }, settle) {
      if (judged.length === 0) return [];
      const subject = { about: "space", space, mixture: "" } as const;
      return db.transaction(async (tx) => {
        await takeTurns(
          tx,
          turnOf(sealer, subject),
          ...still.slice(0, 1).map((proposal) => whoseTurn(tools, proposal)),
        );
        if ((await memberVersion(tx, space)) !== version) return null;
        const holding = still.map((proposal) => keyOf(sealer, proposal));
        const over = and(
          inGroups(tools, subject),
          inArray(claim.clause, [...judged]),
          holding.length > 0 ? notInArray(claim.key, holding) : undefined,
        );
        const withdrawals = await mend(tx, over);
        const claimed = await claimAll(tools, tx, still);
        const { judgements, jobs } = await keepAll(tools, tx, { claimed, settle });
        await queue.add(tx, [...withdrawals, ...jobs]);
        return judgements;
      });
    },
  };
}

/** Whose tally moves: all proposals of one call are about the same. */
const whoseTurn = ({ sealer }: RecordingTools, { who }: Proposal): Uint8Array => sealer.tag("pseudonym", who);

const inGroups = ({ sealer }: RecordingTools, subject: Subject) =>
  inArray(
    claim.message,
    (["excerpt", "none"] as const).map((trace) => groupOf(sealer, subject, trace)),
  );

/** The clauses that the change mends: those it was judged by and does not break; all of a message that is gone. */
function mendedBy({ judged }: Change, still: readonly Proposal[]) {
  if (judged === "deleted") return undefined;
  const mended = judged.filter((id) => !still.some(({ clause }) => clause === id));
  return inArray(claim.clause, mended);
}

/** What of a message is over because a newer version came before it: all where it was deleted, else what an edit can mend. */
async function lateness(
  tx: Database,
  turn: Uint8Array,
  { subject, version }: Proposal,
): Promise<(proposal: Proposal) => boolean> {
  if (subject.about !== "message") return () => false;
  const [newer] = await tx.select().from(tombstone).where(eq(tombstone.message, turn));
  if (!newer || newer.version <= version) return () => false;
  return ({ endures }) => newer.deleted || !endures;
}
