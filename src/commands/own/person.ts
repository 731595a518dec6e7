import type { AccountId, PersonId } from "../../core/model.ts";
import type { Directory } from "../../core/store.ts";

/** The person behind an account. Whom the directory has not heard of yet is named after their account, as it will do. */
export async function personOf(directory: Pick<Directory, "accounts">, by: AccountId): Promise<PersonId> {
  const account = (await directory.accounts([by])).get(by);
  return account?.person ?? (by as string as PersonId);
}
