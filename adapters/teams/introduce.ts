import { AdapterError } from "../../src/core/adapter.ts";
import { nativeId, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { membersOf, noticeMember } from "./read.ts";
import type { Context } from "./receive.ts";
import { accountIn } from "./seen.ts";

/** More strangers than this are looked for in the whole roster: the service answers so many questions a second. */
const mostQuestions = 10;

/** Tells the directory who somebody is, before they are judged. Whom the platform does not show now stays unknown. Rejects as the door does. */
export async function introduce(ids: readonly AccountId[], space: SpaceId, context: Context): Promise<void> {
  const { config, connection, door, seen } = context;
  const strangers = ids.filter((id) => !seen.profiles.has(id));
  // Whoever is read is noticed.
  const readRoster = async () => void (await Array.fromAsync(membersOf(space, config.tenantId, { connection, seen })));
  const askFor = async (id: AccountId) => {
    const member = await connection.member(nativeId(space), seen.teamsIds.get(id) ?? nativeId(id));
    noticeMember(seen, member, config.tenantId);
  };
  if (strangers.length > mostQuestions) await unlessRefused(readRoster, context);
  else for (const id of strangers) await unlessRefused(() => askFor(id), context);
  const accounts = ids.flatMap((id) => accountIn(seen, id, config.tenantId) ?? []);
  if (accounts.length > 0) await door.learn({ accounts });
}

async function unlessRefused(read: () => Promise<void>, { config }: Context): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    config.log("teams.roster.unread", { code: error.code });
  }
}
