import { CalendarError, type CommandTools } from "../../core/command.ts";
import type { Absence, Week } from "../../core/facts.ts";
import type { Localised } from "../../core/model.ts";
import { formatOnCall, parseOnCall } from "./on-call.ts";
import { ahead, lengthOf, type WorkingTime } from "./overview.ts";
import { parseWeek, weekLength } from "./week.ts";
import { zoneNamed } from "./zone.ts";

/** The parts that somebody may change, as they were written; what is not there stays as it is. */
export type Written = Partial<Readonly<Record<Part, string>>>;
export const parts = ["zone", "week", "oncall", "leave"] as const;
export type Part = (typeof parts)[number];

interface Change {
  readonly zone?: string | null;
  readonly week?: Week | null;
  readonly onCall?: readonly Absence[];
  /** Null: no calendar any more. */
  readonly calendar?: { readonly address: string; readonly absences: readonly Absence[] } | null;
}
export interface Mistake {
  readonly field: Part;
  readonly text: Localised;
}

/** Working time may not go beyond 48 hours a week: directive 2003/88/EC, article 6, and in France L3121-20. */
const longestWeek = 48 * 60;

const nothing = new Set(["none", "no", "off", "aucun", "aucune", "non"]);
const standard = new Set(["", "auto", "reset", "default", "défaut", "organisation"]);

/** Reads all that was written, and says all that is wrong with it at once. Reads the calendar too, where one is named. */
export async function readChange(
  written: Written,
  time: WorkingTime,
  readCalendar: CommandTools["readCalendar"],
): Promise<{ readonly change: Change; readonly mistakes: readonly Mistake[] }> {
  const change: { -readonly [Name in keyof Change]: Change[Name] } = {};
  const mistakes: Mistake[] = [];
  const wrong = (field: Part, text: Localised): void => void mistakes.push({ field, text });
  const { zone, week, oncall, leave } = written;
  if (zone !== undefined) {
    const read = standard.has(plainly(zone)) ? { ok: true as const, zone: null } : zoneNamed(zone);
    if (read.ok) change.zone = read.zone;
    else wrong("zone", read.problem);
  }
  if (week !== undefined) {
    const read = standard.has(plainly(week)) ? { ok: true as const, week: null } : parseWeek(week);
    if (!read.ok) wrong("week", read.problem);
    else if (read.week && weekLength(read.week) > longestWeek) wrong("week", words.tooLong(lengthOf(read.week)));
    else change.week = read.week;
  }
  // The form writes times on the clocks of the old zone: sent back as they were, they are not read on a new one's.
  if (oncall !== undefined && sameLines(oncall) !== formatOnCall(ahead(time, "on-call"), time.zone)) {
    const isNone = oncall.trim() === "" || nothing.has(plainly(oncall));
    // Typed times are on the clocks of where one says one is.
    const read = isNone
      ? { ok: true as const, absences: [] }
      : parseOnCall(oncall, { zone: change.zone ?? time.zone, now: time.now });
    if (read.ok) change.onCall = read.absences;
    else wrong("oncall", read.problem);
  }
  if (leave !== undefined && leave.trim() !== "") {
    const read = await readLeave(leave, readCalendar);
    if ("problem" in read) wrong("leave", read.problem);
    else change.calendar = read.calendar;
  }
  return { change, mistakes };
}

const sameLines = (typed: string): string => typed.replaceAll("\r\n", "\n").trim();
const plainly = (typed: string): string => typed.trim().toLowerCase();

async function readLeave(
  typed: string,
  readCalendar: CommandTools["readCalendar"],
): Promise<{ readonly calendar: NonNullable<Change["calendar"]> | null } | { readonly problem: Localised }> {
  if (nothing.has(plainly(typed))) return { calendar: null };
  // Slack writes a typed address as <https://…> or <https://…|…>.
  const address = typed.trim().replace(/^<([^|>]*)(?:\|[^>]*)?>$/, "$1");
  try {
    return { calendar: { address, absences: await readCalendar(address) } };
  } catch (error) {
    if (error instanceof CalendarError) return { problem: words.calendar[error.why] };
    throw error;
  }
}

/** Keeps a change. */
export async function keep(
  { account: { person } }: WorkingTime,
  { zone, week, onCall, calendar }: Change,
  { people, directory }: Pick<CommandTools["store"], "people" | "directory">,
): Promise<void> {
  await people.set(person, {
    ...(zone !== undefined && { zone }),
    ...(week !== undefined && { week }),
    ...(calendar !== undefined && { calendar: calendar?.address ?? null }),
  });
  if (onCall) await directory.setAbsences(person, "on-call", onCall);
  if (calendar !== undefined) await directory.setAbsences(person, "leave", calendar?.absences ?? []);
}

const words = {
  tooLong: (length: string) => ({
    en: `This week adds up to ${length}, and working time ends at 48\u00a0h a week, to protect your health. Please shorten it; if your work asks for more, do speak about it with somebody you trust.`,
    fr: `Cette semaine compte ${length}, or le temps de travail s’arrête à 48\u00a0h par semaine, pour protéger votre santé. Veuillez la raccourcir\u00a0; si votre travail en demande davantage, parlez-en avec une personne de confiance.`,
  }),
  calendar: {
    "not allowed": {
      en: "This address cannot be read: please give one that begins with https:// and can be reached from the internet.",
      fr: "Cette adresse ne peut pas être lue\u00a0: donnez-en une qui commence par https:// et que l’on peut joindre depuis internet.",
    },
    unreachable: {
      en: "No calendar answered at this address. Please check it, or try again later.",
      fr: "Aucun calendrier n’a répondu à cette adresse. Vérifiez-la, ou réessayez plus tard.",
    },
    "too large": {
      en: "This calendar is too large. Please give one that holds your leave only.",
      fr: "Ce calendrier est trop grand. Donnez-en un qui ne contient que vos congés.",
    },
    "not a calendar": {
      en: "What is at this address is no calendar (ICS) that can be read.",
      fr: "Ce qui se trouve à cette adresse n’est pas un calendrier (ICS) lisible.",
    },
  },
} as const;
