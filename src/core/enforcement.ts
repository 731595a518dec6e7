import type { Charter, Clause } from "./charter.ts";
import { stageOf, type Situation } from "./decide.ts";
import type { Locale, Localised } from "./model.ts";
import { matterForPeople, stageNames } from "./names.ts";

const words = {
  pausedUntil: { en: "is silent until ", fr: "se tait jusqu’au " },
  inForceFrom: { en: "speaks from ", fr: "s’applique à partir du " },
  allowance: {
    en: ["after 1 a week that passes", "after ", " a week that pass"],
    fr: ["après 1 tolérée par semaine", "après ", " tolérées par semaine"],
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[]>>;

/** What a clause does in a situation, in a few words: "tells the author, privately, after 2 a week that pass". */
export function enforcement(
  charter: Charter,
  clause: Clause,
  situation: Situation & { readonly locale: Locale },
): string {
  const { locale, today } = situation;
  if (clause.rule === null) return matterForPeople[locale];
  const stage = stageOf(charter, clause, situation);
  const paused = [charter.pausedUntil ?? "", clause.pausedUntil ?? ""].filter((last) => today <= last);
  const until = paused.toSorted((one, other) => (one < other ? 1 : -1))[0];
  if (stage === "shadow" && until) return `${words.pausedUntil[locale]}${dateIn(until, locale)}`;
  const { inForceFrom } = charter;
  if (stage === "shadow" && clause.stage !== "shadow" && inForceFrom !== null) {
    return `${words.inForceFrom[locale]}${dateIn(inForceFrom, locale)}`;
  }
  const speaks = stage === "nudge" || stage === "case";
  const { allowance } = clause;
  const [one, before, after] = words.allowance[locale];
  const passing = allowance === 1 ? one : `${before}${allowance}${after}`;
  return speaks && allowance > 0 ? `${stageNames[stage][locale]}, ${passing}` : stageNames[stage][locale];
}

/** A date of the organisation, "2026-12-01", as people read it. */
export const dateIn = (date: string, locale: Locale): string =>
  Temporal.PlainDate.from(date).toLocaleString(locale, { dateStyle: "long" });
