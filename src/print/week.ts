import type { Shift, Week } from "../core/facts.ts";
import type { Locale } from "../core/model.ts";

const names: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
};
const words = {
  en: { to: " to ", from: " from ", and: " and ", none: "not set" },
  fr: { to: " au ", from: " de ", and: " et de ", none: "non fixées" },
} as const;

/** Working hours in words: "Monday to Friday from 08:30 to 18:30". Days that are alike and follow each other are one. */
export function weekIn(week: Week, locale: Locale): string {
  const { to, from, none } = words[locale];
  const parts: string[] = [];
  let first = 0;
  while (first < week.length) {
    const hours = hoursIn(week[first] ?? [], locale);
    let last = first;
    while (last + 1 < week.length && hoursIn(week[last + 1] ?? [], locale) === hours) last++;
    const days = names[locale].slice(first, last + 1);
    const span = days.length > 1 ? `${days[0]}${to}${days.at(-1)}` : `${days[0]}`;
    if (hours !== "") parts.push(`${locale === "fr" ? (days.length > 1 ? "du " : "le ") : ""}${span}${from}${hours}`);
    first = last + 1;
  }
  return parts.length > 0 ? parts.join(", ") : none;
}

function hoursIn(shifts: readonly Shift[], locale: Locale): string {
  const to = { en: " to ", fr: " à " }[locale];
  return shifts.map(([start, end]) => `${clockIn(start, locale)}${to}${clockIn(end, locale)}`).join(words[locale].and);
}

/** Minutes after midnight as a clock shows them: "08:30", in French "8 h 30". */
export function clockIn(minutes: number, locale: Locale): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const two = (part: number): string => String(part).padStart(2, "0");
  if (locale === "en") return `${two(hour)}:${two(minute)}`;
  return `${hour}\u00a0h${minute === 0 ? "" : `\u00a0${two(minute)}`}`;
}
