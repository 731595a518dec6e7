import { dateIn } from "../../core/enforcement.ts";
import { refuse, type Desk, type Got } from "./desk.ts";

/**
 * The last day of something, as "2026-12-01" or a number of days from today ("10 days"); not before today, and at most
 * so many days away.
 */
export function lastDay({ today, locale }: Desk, typed: string, most: number): Got<string> {
  const [, days] = /^(\d{1,4})\s*(?:d|days?|jours?|j)?$/i.exec(typed) ?? [];
  const now = Temporal.PlainDate.from(today);
  const day = days === undefined ? dateOf(typed) : now.add({ days: Number(days) });
  if (!day) return refuse("until", words.unreadable[locale](typed));
  if (Temporal.PlainDate.compare(day, now) < 0)
    return refuse("until", words.over[locale](dateIn(day.toString(), locale)));
  const latest = now.add({ days: most });
  if (Temporal.PlainDate.compare(day, latest) > 0) {
    return refuse("until", words.tooLong[locale](most, dateIn(latest.toString(), locale)));
  }
  return { got: day.toString() };
}

function dateOf(typed: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null;
  try {
    return Temporal.PlainDate.from(typed);
  } catch {
    return null;
  }
}

const words = {
  unreadable: {
    en: (typed: string) => `“${typed}” is not a date. Write it as 2026-12-01, or as a number of days.`,
    fr: (typed: string) =>
      `«\u00a0${typed}\u00a0» n’est pas une date. Écrivez-la ainsi\u00a0: 2026-12-01, ou en nombre de jours.`,
  },
  over: {
    en: (day: string) => `${day} is over already.`,
    fr: (day: string) => `Le ${day} est déjà passé.`,
  },
  tooLong: {
    en: (days: number, day: string) => `At most ${days} days: until ${day}.`,
    fr: (days: number, day: string) => `Au plus ${days}\u00a0jours\u00a0: jusqu’au ${day}.`,
  },
} as const;
