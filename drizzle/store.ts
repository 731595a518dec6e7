import { eq } from "drizzle-orm";
import { CannotStart, StoreUnavailable, Unstorable, type Store } from "../src/core/store.ts";
import { openCases } from "./cases.ts";
import { codeOf, type Connection, type Database } from "./connect.ts";
import { openDirectory } from "./directory.ts";
import { openDrafts } from "./drafts.ts";
import { openHealth } from "./health.ts";
import { openKeeper } from "./keeper.ts";
import { openLedger } from "./ledger.ts";
import { openNotices } from "./notices.ts";
import { openQueue } from "./outbox.ts";
import { openPeople } from "./people.ts";
import { openRevisions } from "./revisions.ts";
import { sealCheck } from "./schema.ts";
import { sealer, type Sealer } from "./seal.ts";
import { openTokens } from "./tokens.ts";
import { openWeekKeys } from "./week.ts";

interface Options {
  readonly secret: Uint8Array;
  readonly now: () => Temporal.Instant;
  /** Gets names and codes only. */
  readonly report: (event: string, fields: Readonly<Record<string, string>>) => void;
}

/** The whole store over an open connection. Whatever fails inside leaves as StoreUnavailable or Unstorable with a code: drivers' errors hold statements and values. */
export async function openStore(connection: Connection, { secret, now, report }: Options): Promise<Store> {
  const { db } = connection;
  const seals = sealer(secret);
  await checkSecret(db, seals);
  const queue = await openQueue(connection, report);
  const tools = { db, queue, now, sealer: seals, weekKeys: openWeekKeys({ sealer: seals, now }) };
  const cases = openCases(tools);
  return {
    ledger: guarded(openLedger(tools)),
    notices: guarded(openNotices(tools)),
    directory: guarded(openDirectory(db)),
    people: guarded(openPeople({ ...tools, cases })),
    drafts: guarded(openDrafts(tools)),
    cases: guarded(cases),
    // Nothing is read or written: these cannot fail, and answer at once.
    tokens: openTokens(tools),
    revisions: guarded(openRevisions(tools)),
    health: guarded(openHealth(db, queue)),
    keeper: guarded(openKeeper(tools)),
    outbox: queue,
    async close() {
      await queue.close();
      await connection.close();
    },
  };
}

/** Another secret would make every hash and excerpt foreign: better not to start. Throws CannotStart. */
async function checkSecret(db: Database, seals: Sealer): Promise<void> {
  const word = "charter";
  await db
    .insert(sealCheck)
    .values({ id: 1, sealed: seals.seal("claim", "check", word) })
    .onConflictDoNothing();
  const [row] = await db.select().from(sealCheck).where(eq(sealCheck.id, 1));
  try {
    if (row && seals.open("claim", "check", row.sealed) === word) return;
  } catch {
    // It was sealed with another secret.
  }
  throw new CannotStart(
    "This database was made with another secret. Set CHARTER_SECRET to that one, or put the file `secret` back into the folder.",
  );
}

/** Wraps every function of a part. A deadlock or a serialisation failure is tried again: nothing was written. */
function guarded<Part extends object>(part: Part): Part {
  const wrap =
    (call: (...given: unknown[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await call(...given);
        } catch (error) {
          const code = codeOf(error);
          // Class 22 of SQLSTATE: a value that the database does not take, however often.
          if (code.startsWith("22") || code === "MAX_PARAMETERS_EXCEEDED") throw new Unstorable(code);
          if (attempt >= 3 || !["40P01", "40001"].includes(code)) throw new StoreUnavailable(code);
        }
      }
    };
  const entries = Object.entries(part as Record<string, (...given: unknown[]) => Promise<unknown>>);
  return Object.fromEntries(entries.map(([name, call]) => [name, wrap(call)])) as Part;
}
