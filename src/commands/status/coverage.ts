import type { Revision } from "../../core/charter.ts";
import { purposes, type AccountId, type Purpose } from "../../core/model.ts";
import type { Directory, Store } from "../../core/store.ts";
import { classify } from "../../facts/audience.ts";
import { boundBy, digestOf } from "../../facts/bound.ts";

/** Beyond this many accounts, counting them all costs more than an answer in chat may. */
const mostCounted = 5000;
const pageSize = 1000;

/** How many accounts are of nobody's known audience, and how many are staff; null where there are too many to count. */
export async function countPeople(
  directory: Directory,
  { charter }: Revision,
  accounts: number,
): Promise<{ readonly unknown: number; readonly staff: ReadonlySet<string> } | null> {
  if (accounts > mostCounted) return null;
  let unknown = 0;
  const staff = new Set<string>();
  let after: AccountId | null = null;
  for (;;) {
    const page = await directory.page(after, pageSize);
    for (const account of page) {
      // A bot belongs to nobody, and is never judged.
      if (account.standing === "bot") continue;
      const { audience } = classify(charter, account);
      if (audience === "unknown") unknown += 1;
      if (audience === "staff") staff.add(account.person);
    }
    after = page.at(-1)?.id ?? null;
    if (after === null || page.length < pageSize) return { unknown, staff };
  }
}

/** How many of the spaces that the directory knows are declared, by purpose. */
export async function countSpaces(
  directory: Directory,
  { charter }: Revision,
): Promise<{ readonly all: number; readonly declared: ReadonlyMap<Purpose, number> }> {
  const spaces = await directory.spaces();
  const declared = new Map<Purpose, number>();
  for (const purpose of purposes) {
    const count = spaces.filter(({ id }) => charter.spaces[id] === purpose).length;
    if (purpose !== "undeclared" && count > 0) declared.set(purpose, count);
  }
  return { all: spaces.length, declared };
}

/** How many have accepted what binds staff now; of all staff, where those are counted. */
export async function countSigned(
  { people }: Pick<Store, "people">,
  { charter }: Revision,
  staff: ReadonlySet<string> | null,
): Promise<number> {
  const digest = await digestOf(boundBy(charter, "staff"));
  const signed = (await people.signatures()).filter((each) => each.digest === digest);
  return staff ? signed.filter(({ person }) => staff.has(person)).length : signed.length;
}
