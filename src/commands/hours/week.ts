import type { Shift, Week } from "../../core/facts.ts";
import type { Locale, Localised } from "../../core/model.ts";

/** What people call the days, Monday first. */
const dayNames: Readonly<Record<Locale, readonly string[]>> = {
  en: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
};
const shortest = 3;
/** Words between the days and hours that say nothing by themselves. */
const linking: ReadonlySet<string> = new Set(["", "and", "et", "from", "du", "de", "le"]);
const longest = 1000;
const mostShifts = 6;
const minutesADay = 1440;

export type ReadWeek = { readonly ok: true; readonly week: Week } | { readonly ok: false; readonly problem: Localised };

/**
 * Reads a working week such as "mon-fri 08:30-12:30 13:30-18:30; sat 09:00-12:00", with the days in English or in
 * French. Says what cannot be read, a shift that passes midnight, and shifts that overlap.
 */
export function parseWeek(written: string): ReadWeek {
  if (written.length > longest) return { ok: false, problem: problems.tooLong };
  const days: Shift[][] = Array.from({ length: 7 }, () => []);
  for (const part of written.split(/[;\n]/).map(plainly)) {
    if (part === "") continue;
    const read = parsePart(part);
    if ("problem" in read) return { ok: false, problem: read.problem };
    for (const day of read.days) days[day]?.push(...read.shifts);
  }
  return ordered(days);
}

/** The inverse of `parseWeek`: days in a row with the same shifts are written as one. "" for a week without any. */
export function formatWeek(week: Week, locale: Locale): string {
  const written = week.map((shifts) => shifts.map(formatShift).join(" "));
  const runs: { from: number; to: number; shifts: string }[] = [];
  for (const [day, shifts] of written.entries()) {
    const last = runs.at(-1);
    if (last?.shifts === shifts) last.to = day;
    else runs.push({ from: day, to: day, shifts });
  }
  const name = (day: number): string => (dayNames[locale][day] ?? "").slice(0, shortest);
  return runs
    .filter(({ shifts }) => shifts !== "")
    .map(({ from, to, shifts }) => `${from === to ? name(from) : `${name(from)}-${name(to)}`} ${shifts}`)
    .join("; ");
}

/** How long a week is, in minutes. */
export const weekLength = (week: Week): number => week.flat().reduce((sum, [from, until]) => sum + until - from, 0);

/** One kind of dash, no spaces around it, and words in lower case without accents. */
const plainly = (part: string): string =>
  part
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/(?<=[\p{L}\d])\s+(?:to|a|au)\s+(?=[\p{L}\d])/gu, "-")
    .replace(/\s*-\s*/g, "-")
    .trim();

type Part = { readonly days: readonly number[]; readonly shifts: readonly Shift[] } | { readonly problem: Localised };

function parsePart(part: string): Part {
  const days: number[] = [];
  const shifts: Shift[] = [];
  for (const word of part.split(/[\s,&+:]+(?!\d)|[\s,&+]+/)) {
    if (linking.has(word)) continue;
    const named = shifts.length === 0 ? daysNamed(word) : null;
    const shift = named ? null : shiftWritten(word);
    if (named) days.push(...named);
    else if (!shift) return { problem: problems.unread(word) };
    else if (shift[1] <= shift[0]) return { problem: problems.pastMidnight(word) };
    else shifts.push(shift);
  }
  if (days.length === 0) return { problem: problems.noDay(part) };
  return shifts.length === 0 ? { problem: problems.noShift(part) } : { days: [...new Set(days)], shifts };
}

/** "fri" or "mon-fri"; "sat-mon" goes over the weekend. Null where it is no day. */
function daysNamed(word: string): readonly number[] | null {
  const [first = "", last = first, ...more] = word.split("-");
  const [from, to] = [dayOf(first), dayOf(last)];
  if (from === null || to === null || more.length > 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
}

function dayOf(word: string): number | null {
  const name = word.replace(/\.$/, "");
  if (name.length < shortest) return null;
  const isDay = (day: string): boolean => day.startsWith(name) || `${day}s` === name;
  const index = Math.max(...Object.values(dayNames).map((names) => names.findIndex(isDay)));
  return index < 0 ? null : index;
}

function shiftWritten(word: string): Shift | null {
  const [from, until, ...more] = word.split("-").map(minuteOf);
  return typeof from === "number" && typeof until === "number" && more.length === 0 ? [from, until] : null;
}
/** "8", "08:30", "8h", "8h30" and "24:00" as minutes after midnight. */
function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})(?:[:h.](\d{2})?)?$/.exec(clock) ?? [];
  if (hours === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) < 60 && minute <= minutesADay ? minute : null;
}

const formatShift = ([from, until]: Shift): string => `${formatClock(from)}-${formatClock(until)}`;
const formatClock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((number) => String(number).padStart(2, "0")).join(":");

function ordered(days: readonly Shift[][]): ReadWeek {
  const sorted = days.map((shifts) => shifts.toSorted(([one], [other]) => one - other));
  for (const [day, shifts] of sorted.entries()) {
    const overlaps = shifts.some(([from], index) => from < (shifts[index - 1]?.[1] ?? 0));
    if (overlaps) return { ok: false, problem: problems.overlap(day) };
    if (shifts.length > mostShifts) return { ok: false, problem: problems.tooMany(day) };
  }
  const [mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = []] = sorted;
  if (sorted.every((shifts) => shifts.length === 0)) return { ok: false, problem: problems.empty };
  return { ok: true, week: [mon, tue, wed, thu, fri, sat, sun] };
}

const example = {
  en: "“mon-fri 08:30-12:30 13:30-18:00; sat 09:00-12:00”",
  fr: "«\u00a0lun-ven 08:30-12:30 13:30-18:00; sam 09:00-12:00\u00a0»",
} as const;
const problems = {
  unread: (word: string) => ({
    en: `“${word}” could not be read. Write your week as in ${example.en}.`,
    fr: `«\u00a0${word}\u00a0» n’a pas pu être lu. Écrivez votre semaine ainsi\u00a0: ${example.fr}.`,
  }),
  noDay: (part: string) => ({
    en: `Please write the days before “${part}”, as in ${example.en}.`,
    fr: `Veuillez indiquer les jours devant «\u00a0${part}\u00a0», ainsi\u00a0: ${example.fr}.`,
  }),
  noShift: (part: string) => ({
    en: `Please write the hours after “${part}”, as in ${example.en}.`,
    fr: `Veuillez indiquer les heures après «\u00a0${part}\u00a0», ainsi\u00a0: ${example.fr}.`,
  }),
  pastMidnight: (word: string) => ({
    en: `“${word}” ends before it begins. Cut a night in two, as in “mon 22:00-24:00; tue 00:00-06:00”.`,
    fr: `«\u00a0${word}\u00a0» finit avant de commencer. Coupez une nuit en deux\u00a0: «\u00a0lun 22:00-24:00; mar 00:00-06:00\u00a0».`,
  }),
  overlap: (day: number) => ({
    en: `Two times on ${dayNames.en[day]} overlap. Write each hour once.`,
    fr: `Deux plages du ${dayNames.fr[day]} se chevauchent. N’écrivez chaque heure qu’une fois.`,
  }),
  tooMany: (day: number) => ({
    en: `At most ${mostShifts} times a day: ${dayNames.en[day]} has more.`,
    fr: `Au plus ${mostShifts}\u00a0plages par jour\u00a0: le ${dayNames.fr[day]} en a davantage.`,
  }),
  tooLong: {
    en: `Please write your week in at most ${longest} characters.`,
    fr: `Veuillez écrire votre semaine en ${longest}\u00a0caractères au plus.`,
  },
  empty: {
    en: `Please write at least one day and its hours, as in ${example.en}.`,
    fr: `Veuillez indiquer au moins un jour et ses heures, ainsi\u00a0: ${example.fr}.`,
  },
} as const;
