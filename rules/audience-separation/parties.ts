import type { Member } from "../../src/core/facts.ts";
import type { Audience } from "../../src/core/model.ts";

/** Those who meet in a space, by audience and by whom they belong to; each party once. */
export interface Meeting {
  readonly hasStaff: boolean;
  /** For each audience from outside, those of its parties that have a name. An account without one adds its audience only. */
  readonly outside: ReadonlyMap<Audience, ReadonlySet<string>>;
  /** Whether there are guests, or people of another organisation, whom the charter does not know. */
  readonly hasUnknown: boolean;
  /** All parties in order: the identity of the condition that they are. */
  readonly mixture: string;
}

/** Who meets whom. Somebody of the own workspace whom nobody has classified yet counts neither as staff nor as an outsider. */
export function meetingOf(members: readonly Member[]): Meeting {
  const outside = new Map<Audience, Set<string>>();
  const parties = new Set<string>();
  for (const { audience, party, standing } of members) {
    if (standing === "bot" || (audience === "unknown" && standing === "member")) continue;
    parties.add(audience === "staff" ? "staff" : `${audience}:${party ?? "?"}`);
    if (audience === "staff" || audience === "unknown") continue;
    const named = outside.get(audience) ?? new Set();
    if (party !== null) named.add(party);
    outside.set(audience, named);
  }
  return {
    hasStaff: parties.has("staff"),
    outside,
    hasUnknown: [...parties].some((party) => party.startsWith("unknown:")),
    mixture: [...parties].toSorted().join(" + "),
  };
}
