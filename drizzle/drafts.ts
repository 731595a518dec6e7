import { randomUUID } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import type { DraftId } from "../src/core/model.ts";
import type { Drafts } from "../src/core/store.ts";
import type { Database } from "./connect.ts";
import type { Queue } from "./outbox.ts";
import { draft, person } from "./schema.ts";
import type { Sealer } from "./seal.ts";

/** How long a text stays that could not be given back when it was due. */
const graceHours = 24;

interface Tools {
  readonly db: Database;
  readonly queue: Queue;
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
}

/** Texts put aside, over a database: the words are in the sealed row only, and the job names the row. */
export function openDrafts({ db, queue, sealer, now }: Tools): Drafts {
  return {
    async keep({ text, due }, { platform, account, person: who, place }) {
      const id = randomUUID() as string as DraftId;
      const expiresAt = due.add({ hours: graceHours });
      await db.transaction(async (tx) => {
        // Somebody may put a text aside before the directory has heard of them.
        await tx.insert(person).values({ id: who }).onConflictDoNothing();
        await tx.insert(draft).values({ id, person: who, text: sealer.seal("draft", id, text), due, expiresAt });
        await queue.add(tx, [{ id, job: { do: "remind", draft: id, platform, to: account, place }, due }]);
      });
      return id;
    },
    async find(id) {
      if (!isUuid(id)) return null;
      const [row] = await db
        .select()
        .from(draft)
        .where(and(eq(draft.id, id), gt(draft.expiresAt, now())));
      return row ? { id, text: sealer.open("draft", id, row.text), due: row.due } : null;
    },
    async list(who) {
      const rows = await db
        .select()
        .from(draft)
        .where(and(eq(draft.person, who), gt(draft.expiresAt, now())))
        .orderBy(asc(draft.due));
      return rows.map(({ id, text, due }) => ({ id: id as DraftId, text: sealer.open("draft", id, text), due }));
    },
    async remove(id) {
      if (isUuid(id)) await db.delete(draft).where(eq(draft.id, id));
    },
  };
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
