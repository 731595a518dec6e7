import type { Absence, Week } from "../../core/facts.ts";
import type { Locale, Localised } from "../../core/model.ts";
import type { KnownAccount, PersonSettings } from "../../core/store.ts";
import { heading, strong, text, type Block, type Form, type Inline } from "../../core/view.ts";
import { formatOnCall } from "./on-call.ts";
import { formatWeek, weekLength } from "./week.ts";

/** Everything about somebody's working time: what they chose, and what holds where they chose nothing. */
export interface WorkingTime {
  readonly account: KnownAccount;
  readonly settings: PersonSettings;
  /** The zone and week that hold for them now. */
  readonly zone: string;
  readonly week: Week;
  readonly organisationWeek: Week;
  readonly now: Temporal.Instant;
}

const shown = 3;
const longestAddress = 2000;

/** Somebody's working time as they read it, with what they may do about it. */
export function overview(time: WorkingTime, locale: Locale): Block[] {
  const { settings, zone, week } = time;
  const items: Inline[][] = [
    [strong(words.zone[locale]), colon(locale), zone, ` (${words[zoneOrigin(time)][locale]})`],
    [
      strong(words.week[locale]),
      colon(locale),
      formatWeek(week, locale),
      ` (${words[settings.week === null ? "organisation" : "own"][locale]}, ${lengthOf(week)})`,
    ],
    [strong(words.oncall[locale]), colon(locale), ...timesOf(time, "on-call", locale)],
    [strong(words.leave[locale]), colon(locale), ...leaveOf(time, locale)],
  ];
  const isOwn = settings.week !== null || settings.zone !== null;
  return [
    heading(words.title[locale]),
    { kind: "list", items },
    text(words.purpose[locale]),
    {
      kind: "buttons",
      buttons: [
        { label: words.change[locale], line: "hours change" },
        ...(isOwn ? [{ label: words.reset[locale], line: "hours reset" }] : []),
      ],
    },
  ];
}

const colon = (locale: Locale): string => ({ en: ": ", fr: "\u00a0: " })[locale];

const zoneOrigin = ({ account, settings }: WorkingTime): "own" | "chat" | "organisation" =>
  settings.zone !== null ? "own" : account.zone !== null ? "chat" : "organisation";

/** "39 h" or "37 h 30", in both languages. */
export function lengthOf(week: Week): string {
  const minutes = weekLength(week);
  const rest = minutes % 60 === 0 ? "" : `\u00a0${String(minutes % 60).padStart(2, "0")}`;
  return `${Math.floor(minutes / 60)}\u00a0h${rest}`;
}

/** The absences of a kind that are not over. */
export const ahead = ({ account, now }: WorkingTime, kind: Absence["kind"]): readonly Absence[] =>
  account.absences.filter((each) => each.kind === kind && Temporal.Instant.compare(each.until, now) > 0);

function timesOf(time: WorkingTime, kind: Absence["kind"], locale: Locale): Inline[] {
  const times = ahead(time, kind);
  if (times.length === 0) return [words.none[locale]];
  const more = times.length > shown ? [words.more[locale](times.length - shown)] : [];
  return [
    ...times
      .slice(0, shown)
      .flatMap(({ from, until }, index): Inline[] => [
        index === 0 ? "" : "; ",
        { kind: "time", at: from },
        " – ",
        { kind: "time", at: until },
      ]),
    ...more,
  ];
}

function leaveOf(time: WorkingTime, locale: Locale): Inline[] {
  if (time.settings.calendar === null && ahead(time, "leave").length === 0) return [words.noCalendar[locale]];
  const from = time.settings.calendar === null ? [] : [` (${words.calendar[locale]})`];
  return [...timesOf(time, "leave", locale), ...from];
}

/** Asks for all of it at once. Fields are filled with what somebody chose: what is empty is not their own. */
export function formOf(time: WorkingTime, locale: Locale): Form {
  const { settings, zone, organisationWeek } = time;
  const field = (name: keyof typeof labels, hint: string, initial = "") =>
    ({
      kind: "text",
      name,
      label: labels[name][locale],
      hint,
      initial,
      multiline: name === "oncall",
      maxLength: 1000,
    }) as const;
  const standard = formatWeek(organisationWeek, locale);
  return {
    title: words.title[locale],
    submit: words.save[locale],
    cancel: words.cancel[locale],
    line: "hours change",
    fields: [
      field("zone", hints.zone[locale], settings.zone ?? ""),
      field("week", hints.week[locale](standard), settings.week === null ? "" : formatWeek(settings.week, locale)),
      field("oncall", hints.oncall[locale], formatOnCall(ahead(time, "on-call"), zone)),
      // The address is a secret of its own, and is not shown again.
      {
        ...field("leave", hints[settings.calendar === null ? "leave" : "leaveKept"][locale]),
        maxLength: longestAddress,
      },
    ],
  };
}

const labels = {
  zone: { en: "Time zone", fr: "Fuseau horaire" },
  week: { en: "Working week", fr: "Semaine de travail" },
  oncall: { en: "On call", fr: "Astreintes" },
  leave: { en: "Calendar of leave", fr: "Calendrier des congés" },
} as const satisfies Record<string, Localised>;

const hints = {
  zone: {
    en: "Europe/Paris, or a city such as Toronto. Empty: as your chat says.",
    fr: "Europe/Paris, ou une ville comme Toronto. Vide\u00a0: celui de votre messagerie.",
  },
  week: {
    en: (standard: string) => `Empty: the organisation’s, ${standard}`,
    fr: (standard: string) => `Vide\u00a0: celle de l’organisation, ${standard}`,
  },
  oncall: {
    en: "One a line, as in 2026-11-28 18:00 to 2026-11-30 08:00",
    fr: "Une par ligne, par exemple 2026-11-28 18:00 au 2026-11-30 08:00",
  },
  leave: {
    en: "An address that begins with https:// and gives a calendar (ICS). Only the times are read.",
    fr: "Une adresse en https:// qui donne un calendrier (ICS). Seules les dates sont lues.",
  },
  leaveKept: {
    en: "Empty: as it is now. “none”: no calendar. Or another address that begins with https://",
    fr: "Vide\u00a0: comme aujourd’hui. «\u00a0aucun\u00a0»\u00a0: pas de calendrier. Ou une autre adresse en https://",
  },
} as const;

const words = {
  title: { en: "Your working time", fr: "Votre temps de travail" },
  zone: labels.zone,
  week: labels.week,
  oncall: labels.oncall,
  leave: { en: "Leave", fr: "Congés" },
  own: { en: "your choice", fr: "votre choix" },
  chat: { en: "from your chat", fr: "d’après votre messagerie" },
  organisation: { en: "the organisation’s", fr: "de l’organisation" },
  none: { en: "nothing ahead", fr: "rien de prévu" },
  noCalendar: { en: "no calendar", fr: "aucun calendrier" },
  calendar: { en: "read from your calendar each night", fr: "lus chaque nuit dans votre calendrier" },
  more: {
    en: (count: number) => `, and ${count} more`,
    fr: (count: number) => `, et ${count} de plus`,
  },
  purpose: {
    en: "It tells Charter when you rest, and serves for nothing else. Colleagues do not see it; whoever mentions you learns at most that you are resting.",
    fr: "Cela indique à Charter quand vous vous reposez, et ne sert à rien d’autre. Vos collègues ne le voient pas\u00a0; qui vous mentionne apprend tout au plus que vous vous reposez.",
  },
  change: { en: "Change", fr: "Modifier" },
  reset: { en: "As everybody", fr: "Comme tout le monde" },
  save: { en: "Save", fr: "Enregistrer" },
  cancel: { en: "Cancel", fr: "Annuler" },
} as const;
