import type { Holidays } from "../core/facts.ts";
import { isZone } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { dateIn } from "../core/enforcement.ts";
import { isoDate, localDate } from "../core/time.ts";
import { strong, type Reply } from "../core/view.ts";
import { nearest } from "../nearest.ts";
import { ask, textField } from "./change/asking.ts";
import { atDesk, refuse, type Desk } from "./change/desk.ts";
import { offer } from "./change/offer.ts";

/** Says which public holidays hold for people in the organisation's zone, or in another one. */
export const holidays: Command = {
  name: "holidays",
  summary: { en: "says which public holidays hold, by zone", fr: "dit quels jours fériés valent, par fuseau" },
  usage: { en: "<country|none> [region] [for <zone>]", fr: "<pays|none> [région] [for <fuseau>]" },
  role: "admin",
  public: false,
  run: atDesk((desk) => {
    const { locale, charter, fields } = desk;
    const typed = desk.words.map(({ text }) => text);
    const at = typed.findIndex((word) => ["for", "pour"].includes(word.toLowerCase()));
    const [country = fields["country"]?.trim() ?? "", region = fields["region"]?.trim() ?? ""] =
      at < 0 ? typed : typed.slice(0, at);
    const zone = (at < 0 ? fields["zone"]?.trim() : typed[at + 1]) ?? "";
    if (country === "") {
      const present = charter.organisation.holidays;
      const fieldsOf = [
        textField("country", words.country[locale], {
          hint: words.countryHint[locale],
          initial: present?.country ?? "",
        }),
        textField("region", words.region[locale], { hint: words.regionHint[locale], initial: present?.region ?? "" }),
        textField("zone", words.zone[locale], { hint: words.zoneHint[locale] }),
      ];
      return ask(desk, { title: words.title, line: "holidays", fields: fieldsOf });
    }
    if (zone !== "" && !isZone(zone)) {
      const near = nearest(zone, Intl.supportedValuesOf("timeZone"));
      return refuse("zone", words.noZone[locale](zone, near)).reply;
    }
    const isNone = ["none", "aucun"].includes(country.toLowerCase());
    const place = isNone
      ? null
      : { country: country.toUpperCase(), ...(region === "" ? {} : { region: region.toUpperCase() }) };
    return change(desk, place, zone === charter.organisation.zone ? "" : zone);
  }),
};

function change(desk: Desk, place: Holidays | null, zone: string): Reply | Promise<Reply> {
  const { locale, charter } = desk;
  const name = place ? [place.country, ...(place.region === undefined ? [] : [place.region])].join(" ") : null;
  const next = place ? nextDays(desk, place) : [];
  if (next === null || (name !== null && next.length === 0)) {
    return refuse("country", words.unknown[locale](name ?? "")).reply;
  }
  const where = zone === "" ? charter.organisation.zone : zone;
  return offer(desk, {
    line: `holidays ${name ?? "none"}${zone === "" ? "" : ` for ${zone}`}`,
    says: [
      words.people[locale](where),
      strong(name ?? words.none[locale]),
      next.length > 0 ? words.next[locale](next.map((day) => dateIn(day, locale)).join(", ")) : ".",
    ],
    change: (written) => {
      const ours = written.organisation;
      if (zone === "") return { ...written, organisation: { ...ours, holidays: place } };
      const { [zone]: _, ...others } = ours.holidaysByZone ?? {};
      return { ...written, organisation: { ...ours, holidaysByZone: place ? { ...others, [zone]: place } : others } };
    },
    fieldOf: () => "country",
  });
}

/** The next three public holidays of a place: whoever reads them knows whether it is the right one. Null where none are known. */
function nextDays({ tools, today }: Desk, place: Holidays): readonly string[] | null {
  const days: string[] = [];
  try {
    const isHoliday = tools.holidays(place);
    for (let date = localDate(today), left = 400; left > 0 && days.length < 3; date++, left--) {
      if (isHoliday(date)) days.push(isoDate(date));
    }
    return days;
  } catch {
    return null;
  }
}

const words = {
  title: { en: "Public holidays", fr: "Jours fériés" },
  country: { en: "Country", fr: "Pays" },
  countryHint: { en: "ISO 3166-1 code, such as FR; or none", fr: "Code ISO 3166-1, tel que FR\u00a0; ou none" },
  region: { en: "Region", fr: "Région" },
  regionHint: { en: "Where its holidays differ, such as QC", fr: "Si ses jours fériés diffèrent, comme QC" },
  zone: { en: "For people in this zone", fr: "Pour les personnes de ce fuseau" },
  zoneHint: { en: "Empty: the organisation’s own", fr: "Vide\u00a0: celui de l’organisation" },
  none: { en: "none", fr: "aucun" },
  people: {
    en: (zone: string) => `Public holidays of people in ${zone}: `,
    fr: (zone: string) => `Jours fériés des personnes du fuseau ${zone}\u00a0: `,
  },
  next: { en: (days: string) => `. The next ones: ${days}.`, fr: (days: string) => `. Les prochains\u00a0: ${days}.` },
  unknown: {
    en: (name: string) =>
      `No public holidays are known for “${name}”. Write the country as its ISO 3166-1 code and the region as its ISO 3166-2 code, as in: CA QC`,
    fr: (name: string) =>
      `Aucun jour férié n’est connu pour «\u00a0${name}\u00a0». Écrivez le pays par son code ISO 3166-1 et la région par son code ISO 3166-2, par exemple\u00a0: CA QC`,
  },
  noZone: {
    en: (zone: string, near: string | null) =>
      `There is no time zone “${zone}”.${near === null ? "" : ` Did you mean “${near}”?`}`,
    fr: (zone: string, near: string | null) =>
      `Il n’y a pas de fuseau horaire «\u00a0${zone}\u00a0».${near === null ? "" : ` Vouliez-vous dire «\u00a0${near}\u00a0»\u00a0?`}`,
  },
} as const;
