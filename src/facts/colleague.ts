import { isZone, type Charter, type Revision } from "../core/charter.ts";
import { known, unknown, type Colleague, type Fact } from "../core/facts.ts";
import type { Audience } from "../core/model.ts";
import type { KnownAccount } from "../core/store.ts";

/** What the charter and the directory together know of an account. */
export function colleague({ charter }: Revision, account: KnownAccount | undefined): Fact<Colleague> {
  if (!account) return unknown("not synced");
  const { organisation } = charter;
  const zone = account.zone !== null && isZone(account.zone) ? account.zone : organisation.zone;
  return known({
    account: account.id,
    person: account.person,
    audience: audienceOf(charter, account),
    zone,
    week: organisation.week,
    holidays: organisation.holidaysByZone[zone] ?? organisation.holidays,
    absences: account.absences,
  });
}

/** The first line of the charter that fits decides; nobody is staff by default. */
function audienceOf(charter: Charter, { id, standing }: Pick<KnownAccount, "id" | "standing">): Audience {
  const line = charter.audiences.find(
    (each) =>
      (each.accounts !== undefined || each.standing !== undefined) &&
      (each.accounts?.includes(id) ?? true) &&
      (each.standing === undefined || each.standing === standing),
  );
  return line?.is ?? "unknown";
}
