import { isZone } from "../../core/charter.ts";
import type { Localised } from "../../core/model.ts";
import { nearest } from "../../nearest.ts";

export type ReadZone =
  { readonly ok: true; readonly zone: string } | { readonly ok: false; readonly problem: Localised };

const mostNamed = 5;

/** The IANA zone that somebody names: its own name, or the city in it; or the nearest one as a question. */
export function zoneNamed(typed: string): ReadZone {
  const wanted = plainly(typed.slice(0, 100));
  const zones = Intl.supportedValuesOf("timeZone");
  const whole = zones.find((zone) => plainly(zone) === wanted);
  if (whole !== undefined) return { ok: true, zone: whole };
  const cities = zones.filter((zone) => cityOf(zone) === wanted);
  const [city, ...others] = cities;
  if (city !== undefined && others.length === 0) return { ok: true, zone: city };
  if (city !== undefined) return { ok: false, problem: problems.several(cities.slice(0, mostNamed)) };
  const other = otherName(wanted, zones);
  if (other !== null) return { ok: true, zone: other };
  const near = nearest(wanted, zones.map(plainly)) ?? nearest(wanted, zones.map(cityOf));
  const zone = near === null ? undefined : zones.find((each) => plainly(each) === near || cityOf(each) === near);
  return { ok: false, problem: zone === undefined ? problems.none : problems.near(zone) };
}

/** Names that the list leaves out because they are another's, such as "Europe/Kyiv" or "America/Montreal". */
function otherName(wanted: string, zones: readonly string[]): string | null {
  const regions = new Set(zones.flatMap((zone) => (zone.includes("/") ? [zone.split("/")[0] ?? ""] : [])));
  const names = [wanted, ...[...regions].map((region) => `${region}/${wanted}`)];
  // "EST" and "CET" are zones to the runtime, and not what people mean: they do not follow the clocks of a place.
  const found = names.find((name) => (name.includes("/") || name === "utc") && isZone(name));
  return found === undefined ? null : Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(found).timeZoneId;
}

const plainly = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim()
    .replace(/[\s'’-]+/g, "_");
const cityOf = (zone: string): string => plainly(zone.slice(zone.lastIndexOf("/") + 1));

const problems = {
  several: (zones: readonly string[]) => ({
    en: `There are several: ${zones.join(", ")}. Please write one of them.`,
    fr: `Il y en a plusieurs\u00a0: ${zones.join(", ")}. Veuillez écrire l’un d’eux.`,
  }),
  near: (zone: string) => ({
    en: `This time zone is not known. Did you mean ${zone}?`,
    fr: `Ce fuseau horaire n’est pas connu. Vouliez-vous dire ${zone}\u00a0?`,
  }),
  none: {
    en: "This time zone is not known. Write its name or its city, as in “Europe/Paris” or “Toronto”.",
    fr: "Ce fuseau horaire n’est pas connu. Écrivez son nom ou sa ville, par exemple «\u00a0Europe/Paris\u00a0» ou «\u00a0Toronto\u00a0».",
  },
} as const satisfies Record<string, Localised | ((names: never) => Localised)>;
