import { isZone, type Revision } from "../core/charter.ts";
import { known, unknown, type Colleague, type Fact, type Member } from "../core/facts.ts";
import type { AccountId } from "../core/model.ts";
import type { KnownAccount, MemberAccount } from "../core/store.ts";
import { classify } from "./audience.ts";

/** What the charter and the directory together know of an account; `host` is who invited it to the space at hand. */
export function colleague(
  { charter }: Revision,
  account: KnownAccount | undefined,
  host: AccountId | null = null,
): Fact<Colleague> {
  if (!account) return unknown("not synced");
  const { organisation } = charter;
  const zone = account.zone !== null && isZone(account.zone) ? account.zone : organisation.zone;
  return known({
    ...memberOf({ charter }, account),
    person: account.person,
    groups: account.groups,
    host,
    zone,
    week: account.week ?? organisation.week,
    holidays: organisation.holidaysByZone[zone] ?? organisation.holidays,
    absences: account.absences,
  });
}

/** What the charter makes of an account in a space. */
export function memberOf({ charter }: Pick<Revision, "charter">, account: MemberAccount): Member {
  const { audience, party } = classify(charter, account);
  return { account: account.id, standing: account.standing, audience, party };
}
