import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Absence, Colleague } from "../core/facts.ts";
import type { DraftId, Locale, Localised } from "../core/model.ts";
import type { Draft } from "../core/store.ts";
import { isResting, nextWorkingTime } from "../core/time.ts";
import { heading, text, viewOf, type Form, type Inline, type Reply } from "../core/view.ts";
import { whoIs } from "../facts/index.ts";
import { personOf } from "./own/person.ts";

const longest = 4000;
const most = 20;
const shown = 5;
const glance = 80;

const words = {
  title: { en: "For later", fr: "Pour plus tard" },
  label: { en: "What you would like to get back", fr: "Ce que vous souhaitez retrouver" },
  hint: {
    en: "For you alone. Sealed until then, and then kept no longer.",
    fr: "Pour vous uniquement. Scellé jusque-là, puis effacé.",
  },
  submit: { en: "Put aside", fr: "Mettre de côté" },
  cancel: { en: "Cancel", fr: "Annuler" },
  resting: {
    en: ["You get it back, privately, when you work next: ", "."],
    fr: ["Vous le retrouverez, en privé, à votre prochain temps de travail\u00a0: ", "."],
  },
  working: {
    en: ["This is working time for you: now is fine. If you would rather wait, you get it back, privately: ", "."],
    fr: [
      "Vous êtes sur votre temps de travail\u00a0: le moment convient. Si vous préférez attendre, vous le retrouverez, en privé\u00a0: ",
      ".",
    ],
  },
  kept: {
    en: ["It is put aside, sealed, for you alone. You get it back when you work next: ", ". Have a good rest."],
    fr: [
      "C’est mis de côté, scellé, pour vous uniquement. Vous le retrouverez à votre prochain temps de travail\u00a0: ",
      ". Bon repos.",
    ],
  },
  drop: { en: "Drop it", fr: "Y renoncer" },
  dropNumber: { en: "Drop ", fr: "Effacer le " },
  list: { en: "What I put aside", fr: "Ce que j’ai mis de côté" },
  more: { en: (count: number) => `And ${count} more.`, fr: (count: number) => `Et ${count} de plus.` },
  none: { en: "You have put nothing aside.", fr: "Vous n’avez rien mis de côté." },
  dropped: { en: "It is gone, and does not come back.", fr: "C’est effacé, et ne reviendra pas." },
  gone: {
    en: "This is no longer there: you have got it back, or dropped it already.",
    fr: "Ce n’est plus là\u00a0: vous l’avez déjà retrouvé, ou effacé.",
  },
  empty: { en: "Please write what to put aside.", fr: "Veuillez écrire ce qu’il faut mettre de côté." },
  tooLong: {
    en: `Please shorten it to ${longest.toLocaleString("en")} characters.`,
    fr: `Veuillez le ramener à ${longest.toLocaleString("fr")}\u00a0caractères.`,
  },
  tooMany: {
    en: `You have put ${most} texts aside already. Please drop one first: /charter later list.`,
    fr: `Vous avez déjà mis ${most}\u00a0textes de côté. Effacez-en d’abord un\u00a0: /charter later list.`,
  },
  never: {
    en: "No working time of yours is known in the next 60 days, so nothing was put aside. You can see yours with /charter hours.",
    fr: "Aucun temps de travail ne vous est connu dans les 60\u00a0prochains jours\u00a0: rien n’a été mis de côté. Vous pouvez voir le vôtre avec /charter hours.",
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[] | ((count: number) => string)>>;

/** Puts a text aside until whoever asks works next, and gives it back to them privately then. */
export const later: Command = {
  name: "later",
  summary: {
    en: "puts a text aside until you work next, for you alone",
    fr: "met un texte de côté jusqu’à votre prochain temps de travail, pour vous seulement",
  },
  usage: { en: "<text> | list", fr: "<texte> | liste" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { call, rest, reader } = asked;
    const { locale } = reader;
    if (/^liste?$/i.test(rest)) return list(asked, tools);
    const [, dropped] = /^drop ([0-9a-f-]{36})$/.exec(rest) ?? [];
    if (dropped !== undefined) return drop(dropped as DraftId, asked, tools);
    const written = (call.fields === undefined ? rest : (call.fields["text"] ?? "")).trim();
    if (written.length > longest) return problem(words.tooLong[locale]);
    const when = await nextTime(asked, tools);
    if (!when) return viewOf(text(words.never[locale]));
    // Typed in working time it may be a slip: it is shown back, and kept only when they say so.
    if (call.fields === undefined && (written === "" || when.isWorking)) {
      return { kind: "form", form: formIn(locale, when, written) };
    }
    return written === "" ? problem(words.empty[locale]) : keep(written, when, { asked, tools });
  },
};

const problem = (sentence: string): Reply => ({ kind: "problems", problems: [{ field: "text", text: sentence }] });

interface When {
  readonly due: Temporal.Instant;
  readonly isWorking: boolean;
}

/** When whoever asks works next: where they work now, from tomorrow on. Null where that is not known for 60 days. */
async function nextTime({ call: { by, at }, reader }: Asked, tools: CommandTools): Promise<When | null> {
  const { charter } = tools.revision();
  const who = await whoIs(tools.store.directory, tools.revision(), by);
  const { week, holidays, holidaysByZone } = charter.organisation;
  const life: Pick<Colleague, "zone" | "week" | "absences" | "holidays"> = who.known
    ? who.value
    : { zone: reader.zone, week, absences: [], holidays: holidaysByZone[reader.zone] ?? holidays };
  const isHoliday = tools.holidays(life.holidays);
  const isWorking = !isResting(life, at, { isHoliday });
  const tomorrow = at.toZonedDateTimeISO(life.zone).add({ days: 1 }).startOfDay().toInstant();
  // Who is on call at night waits for alarms, not for this.
  const leave = life.absences.filter(({ kind }: Absence) => kind === "leave");
  const due = nextWorkingTime({ ...life, absences: leave }, isWorking ? tomorrow : at, isHoliday);
  return due && { due, isWorking };
}

const formIn = (locale: Locale, { due, isWorking }: When, initial: string): Form => {
  const [before, after] = words[isWorking ? "working" : "resting"][locale];
  return {
    title: words.title[locale],
    submit: words.submit[locale],
    cancel: words.cancel[locale],
    line: "later",
    about: [text(before, { kind: "time", at: due }, after)],
    fields: [
      {
        kind: "text",
        name: "text",
        label: words.label[locale],
        hint: words.hint[locale],
        initial,
        multiline: true,
        maxLength: longest,
      },
    ],
  };
};

interface Desk {
  readonly asked: Asked;
  readonly tools: CommandTools;
}
async function keep(written: string, { due }: When, { asked, tools: { store } }: Desk): Promise<Reply> {
  const { call, reader } = asked;
  const { locale } = reader;
  const person = await personOf(store.directory, call.by);
  if ((await store.drafts.list(person)).length >= most) return problem(words.tooMany[locale]);
  const { platform, workspace, space, by: account } = call;
  const place = { workspace, space, thread: null, message: null };
  const id = await store.drafts.keep({ text: written, due }, { platform, account, person, place });
  const [before, after] = words.kept[locale];
  return viewOf(text(before, { kind: "time", at: due }, after), {
    kind: "buttons",
    buttons: [
      { label: words.drop[locale], line: `later drop ${id}` },
      { label: words.list[locale], line: "later list" },
    ],
  });
}

async function list({ call, reader: { locale } }: Asked, { store }: CommandTools): Promise<Reply> {
  const drafts = await store.drafts.list(await personOf(store.directory, call.by));
  if (drafts.length === 0) return viewOf(text(words.none[locale]));
  const first = drafts.slice(0, shown);
  return viewOf(
    heading(words.list[locale]),
    { kind: "list", items: first.map(item) },
    ...(drafts.length > shown ? [text(words.more[locale](drafts.length - shown))] : []),
    {
      kind: "buttons",
      buttons: first.map(({ id }, index) => ({
        label: `${words.dropNumber[locale]}${index + 1}`,
        line: `later drop ${id}`,
      })),
    },
  );
}

function item({ text: whole, due }: Draft, index: number): Inline[] {
  const letters = Array.from(whole.replace(/\s+/g, " "));
  const begin = letters.slice(0, glance).join("");
  return [`${index + 1}. `, { kind: "time", at: due }, " — ", letters.length > glance ? `${begin}…` : begin];
}

/** Only what is one's own: ids of others are like ids of nothing. */
async function drop(id: DraftId, { call, reader: { locale } }: Asked, { store }: CommandTools): Promise<Reply> {
  const drafts = await store.drafts.list(await personOf(store.directory, call.by));
  if (!drafts.some((draft) => draft.id === id)) return viewOf(text(words.gone[locale]));
  await store.drafts.remove(id);
  return viewOf(text(words.dropped[locale]));
}
