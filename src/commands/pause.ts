import type { Clause } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { dateIn } from "../core/enforcement.ts";
import { code, strong, type Reply } from "../core/view.ts";
import { ask, choice, textField } from "./change/asking.ts";
import { clauseNamed, withClause } from "./change/clauses.ts";
import { atDesk, type Desk } from "./change/desk.ts";
import { lastDay } from "./change/day.ts";
import { offer } from "./change/offer.ts";

const most = 30;
const everything = "*";

/** Silences a clause, or all of them, for a while: recorded, and nobody told. Everybody can see that it is so. */
export const pause: Command = {
  name: "pause",
  summary: {
    en: "silences a clause, or all, for up to 30 days",
    fr: "fait taire une clause, ou toutes, 30\u00a0jours au plus",
  },
  usage: { en: "[clause] until <date> | <n> days | off", fr: "[clause] until <date> | <n> jours | off" },
  role: "admin",
  public: false,
  run: atDesk((desk) => {
    const { until, name } = readArguments(desk);
    if (until === "") return askFor(desk, name);
    if (name === "" || name === everything) return change(desk, null, until);
    const clause = clauseNamed(desk, name);
    return "reply" in clause ? clause.reply : change(desk, clause.got, until);
  }),
};

/** `[clause] until 2026-12-01`, `[clause] 10 days` or `[clause] off`: the time begins at the first word that can. */
function readArguments(desk: Desk): { readonly name: string; readonly until: string } {
  const typed = desk.words.map(({ text }) => text);
  const at = typed.findIndex((word) => /^(?:until|jusqu.*|off|\d.*)$/i.test(word));
  const name = (at < 0 ? typed : typed.slice(0, at)).join(" ");
  const time = at < 0 ? [] : typed.slice(/^\d|^off$/i.test(typed[at] ?? "") ? at : at + 1);
  return {
    // "10 days" alone is about everything.
    name: name === "" && desk.words.length > 0 ? everything : name || (desk.fields["clause"]?.trim() ?? ""),
    until: time.length > 0 ? time.join(" ") : (desk.fields["until"]?.trim() ?? ""),
  };
}

function askFor(desk: Desk, name: string): Reply {
  const { locale, charter } = desk;
  const options = [
    { value: everything, label: words.all[locale] },
    ...charter.clauses
      .filter(({ rule }) => rule !== null)
      .map(({ id, title }) => ({ value: id, label: `${title[locale]} (${id})` })),
  ];
  const until = textField("until", words.until[locale], { hint: words.hint[locale] });
  if (name === "") {
    const fields = [choice("clause", words.clause[locale], { options }), until];
    return ask(desk, { title: words.title, line: "pause", fields });
  }
  const clause = clauseNamed(desk, name);
  if ("reply" in clause) return clause.reply;
  return ask(desk, { title: words.title, line: `pause ${clause.got.id}`, fields: [until] });
}

function change(desk: Desk, clause: Clause | null, typed: string): Reply | Promise<Reply> {
  const { locale } = desk;
  const isOff = typed.toLowerCase() === "off";
  const day = isOff ? { got: null } : lastDay(desk, typed, most);
  if ("reply" in day) return day.reply;
  const pausedUntil = day.got;
  const whole = strong(clause?.title[locale] ?? words.all[locale]);
  return offer(desk, {
    line: ["pause", ...(clause ? [clause.id] : []), pausedUntil === null ? "off" : `until ${pausedUntil}`].join(" "),
    says:
      pausedUntil === null
        ? [whole, words.speaksAgain[locale]]
        : [whole, words.silent[locale](dateIn(pausedUntil, locale)), code("/charter exceptions"), "."],
    change: (written) =>
      clause ? withClause(written, clause.id, (one) => ({ ...one, pausedUntil })) : { ...written, pausedUntil },
    fieldOf: () => "until",
  });
}

const words = {
  title: { en: "Pause", fr: "Pause" },
  clause: { en: "What is to be silent?", fr: "Que faut-il faire taire\u00a0?" },
  all: { en: "The whole charter", fr: "Toute la charte" },
  until: { en: "Until when?", fr: "Jusqu’à quand\u00a0?" },
  hint: {
    en: "The last day as 2026-12-01, a number of days (at most 30), or off to end the pause",
    fr: "Le dernier jour, comme 2026-12-01, un nombre de jours (30 au plus), ou off pour y mettre fin",
  },
  silent: {
    en: (day: string) =>
      ` stays silent up to and including ${day}: recorded, and nobody told. Everybody can see it in `,
    fr: (day: string) =>
      ` se tait jusqu’au ${day} inclus\u00a0: les constats sont enregistrés, et personne n’est averti. Chacun peut le voir avec `,
  },
  speaksAgain: {
    en: " is no longer paused: each clause does again what its stage says.",
    fr: " n’est plus en pause\u00a0: chaque clause fait de nouveau ce que dit son stade.",
  },
} as const;
