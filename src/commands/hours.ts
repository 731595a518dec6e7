import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { AccountId, Localised } from "../core/model.ts";
import { text, viewOf, type Reply } from "../core/view.ts";
import { whoIs } from "../facts/index.ts";
import { nearest } from "../nearest.ts";
import { keep, parts, readChange, type Part, type Written } from "./hours/change.ts";
import { formOf, overview, type WorkingTime } from "./hours/overview.ts";

const words = {
  saved: { en: "This is kept now.", fr: "C’est enregistré." },
  wasReset: {
    en: "Your zone and week are no longer your own: your chat’s and the organisation’s hold again. Leave and times on call stay.",
    fr: "Votre fuseau et votre semaine ne sont plus les vôtres\u00a0: ceux de votre messagerie et de l’organisation valent à nouveau. Congés et astreintes demeurent.",
  },
  unknown: {
    en: "Please write zone, week, leave, oncall or reset after /charter hours.",
    fr: "Veuillez écrire zone, semaine, congés, astreinte ou reset après /charter hours.",
  },
  mean: {
    en: (near: string) => ` Did you mean ${near}?`,
    fr: (near: string) => ` Vouliez-vous dire ${near}\u00a0?`,
  },
  stranger: {
    en: "The directory does not know you yet, so nothing can be kept for you. Please try again in a while.",
    fr: "L’annuaire ne vous connaît pas encore\u00a0: rien ne peut être conservé pour vous. Réessayez un peu plus tard.",
  },
} as const;

/** What people may type for each part, in both languages. */
const verbs: Readonly<Record<string, Part | "change" | "reset">> = {
  change: "change",
  modifier: "change",
  reset: "reset",
  zone: "zone",
  fuseau: "zone",
  week: "week",
  semaine: "week",
  leave: "leave",
  congés: "leave",
  congé: "leave",
  conges: "leave",
  conge: "leave",
  oncall: "oncall",
  "on-call": "oncall",
  astreinte: "oncall",
  astreintes: "oncall",
};

/** Shows and changes when whoever asks works: zone, week, leave, times on call. */
export const hours: Command = {
  name: "hours",
  summary: {
    en: "shows and changes when you work, so that your rest is known",
    fr: "montre et change vos heures de travail, pour que votre repos soit connu",
  },
  usage: { en: "[zone|week|leave|oncall …]", fr: "[zone|semaine|congés|astreinte …]" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { locale } = asked.reader;
    const time = await workingTime(asked.call, tools);
    if (!time) return viewOf(text(words.stranger[locale]));
    const [, typed = "", rest = ""] = /^(on[ -]call|\S*)\s*([^]*)$/i.exec(asked.rest) ?? [];
    const verb = typed.toLowerCase().replace(" ", "-");
    if (verb === "") return viewOf(...overview(time, locale));
    const meant = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (meant === undefined) return unknownVerb(verb, asked);
    if (meant === "reset") return reset(time, asked, tools);
    const { fields } = asked.call;
    if (meant !== "change" && rest !== "") return change(time, { [meant]: rest }, { asked, tools });
    if (fields === undefined) return { kind: "form", form: formOf(time, locale) };
    // A client may leave out what is empty.
    const filled = Object.fromEntries(parts.map((part) => [part, fields[part] ?? ""]));
    return change(time, filled, { asked, tools });
  },
};

async function workingTime(
  { by, at }: { readonly by: AccountId; readonly at: Temporal.Instant },
  { store, revision }: CommandTools,
): Promise<WorkingTime | null> {
  const account = (await store.directory.accounts([by])).get(by);
  const who = await whoIs(store.directory, revision(), by);
  if (!account || !who.known) return null;
  const { zone, week } = who.value;
  const settings = await store.people.settings(account.person);
  return { account, settings, zone, week, organisationWeek: revision().charter.organisation.week, now: at };
}

interface Desk {
  readonly asked: Asked;
  readonly tools: CommandTools;
}

async function change(time: WorkingTime, written: Written, { asked, tools }: Desk): Promise<Reply> {
  const { locale } = asked.reader;
  const { change: wanted, mistakes } = await readChange(written, time, tools.readCalendar);
  if (mistakes.length > 0) {
    return { kind: "problems", problems: mistakes.map(({ field, text: says }) => ({ field, text: says[locale] })) };
  }
  await keep(time, wanted, tools.store);
  return answer(words.saved, asked, tools);
}

async function reset(time: WorkingTime, asked: Asked, tools: CommandTools): Promise<Reply> {
  await keep(time, { zone: null, week: null }, tools.store);
  return answer(words.wasReset, asked, tools);
}

/** What was done, and how it stands now. */
async function answer(done: Localised, { call, reader: { locale } }: Asked, tools: CommandTools): Promise<Reply> {
  const time = await workingTime(call, tools);
  return viewOf(text(done[locale]), ...(time ? overview(time, locale) : []));
}

function unknownVerb(verb: string, { reader: { locale } }: Asked): Reply {
  const near = nearest(verb, Object.keys(verbs));
  const mean = near === null ? "" : words.mean[locale](near);
  return { kind: "problems", problems: [{ field: "", text: `${words.unknown[locale]}${mean}` }] };
}
