import { partIn, type Asker, type Case } from "../../core/case.ts";
import type { CaseReader } from "../../core/case-view.ts";
import type { Asked, CommandTools } from "../../core/command.ts";
import type { AccountId } from "../../core/model.ts";
import { memberOf } from "../../facts/colleague.ts";

/** Whether the charter knows an account as staff. */
export async function isStaff(tools: CommandTools, account: AccountId): Promise<boolean> {
  const known = (await tools.store.directory.accounts([account])).get(account);
  return known !== undefined && memberOf(tools.revision(), known).audience === "staff";
}

export const askerOf = async ({ call, role }: Asked, tools: CommandTools): Promise<Asker> => ({
  account: call.by,
  role,
  isStaff: await isStaff(tools, call.by),
});

/** How somebody reads a case, or null where they may learn nothing of it. */
export function readerOf(each: Case, asker: Asker, { reader: { locale } }: Asked): CaseReader | null {
  const part = partIn(each, asker);
  // The store's time, not that of a platform: how long an appeal may be made is counted from there.
  return part && { ...asker, part, locale, now: Temporal.Now.instant() };
}
