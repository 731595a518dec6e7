import type { Clause } from "./charter.ts";
import type { AccountId, Audience, SpaceId } from "./model.ts";

/** Whom and where an exception could be for; what is not known fits none. */
interface Concerned {
  readonly space: SpaceId | null;
  readonly who: { readonly account: AccountId; readonly audience: Audience; readonly groups: readonly string[] } | null;
}

/** Whether an exception of the clause holds for this space or person, on a day of the organisation ("2026-12-01"). */
export const isExcepted = ({ exceptions }: Clause, { space, who }: Concerned, today: string): boolean =>
  exceptions.some(
    (each) =>
      today <= each.until &&
      ((each.space !== undefined && each.space === space) ||
        (each.account !== undefined && each.account === who?.account) ||
        (each.audience !== undefined && each.audience === who?.audience) ||
        (each.group !== undefined && (who?.groups.includes(each.group) ?? false))),
  );
