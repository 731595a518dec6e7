import { roleOf } from "../../core/case.ts";
import { readCharter, todayOf, type Charter, type WrittenCharter } from "../../core/charter.ts";
import { mayUse, type Asked, type Command, type CommandTools } from "../../core/command.ts";
import type { Locale, Localised } from "../../core/model.ts";
import { text, viewOf, type Reply } from "../../core/view.ts";
import { cutFrom, splitWords, type Word } from "./line.ts";

/** Where a change is made: what was asked, and the charter as it stands now. */
export interface Desk {
  readonly asked: Asked;
  readonly tools: CommandTools;
  readonly locale: Locale;
  /** What was typed after the command's name, without the revision that it was made from. */
  readonly words: readonly Word[];
  /** The revision that a confirmation was made from; null where none was shown yet. */
  readonly from: number | null;
  readonly fields: Readonly<Record<string, string>>;
  /** The newest revision: its number, as it is written, and read. */
  readonly number: number;
  readonly written: WrittenCharter;
  readonly charter: Charter;
  /** The day of the organisation. */
  readonly today: string;
  /** The same question once more, about the charter as it is then. */
  readonly again: () => Promise<Reply>;
}
type Work = (desk: Desk) => Promise<Reply> | Reply;

/** A command's `run` that works on the newest charter. Only what `offer` confirms changes anything. */
export const atDesk =
  (work: Work): Command["run"] =>
  (asked, tools) =>
    open(asked, tools, work);

async function open(asked: Asked, tools: CommandTools, work: Work): Promise<Reply> {
  const { locale } = asked.reader;
  const stored = await tools.store.revisions.current();
  if (!stored) return viewOf(text(noCharter[locale]));
  const read = readCharter(stored.charter, stored.number, tools.rules, locale);
  if (!read.ok) return { kind: "problems", problems: read.problems };
  const { typed, from } = cutFrom(keepable(asked.rest));
  const words = splitWords(typed);
  if (words.some(({ text: word, quoted }) => !quoted && word.startsWith("--"))) return viewOf(text(noOptions[locale]));
  const { charter } = read.revision;
  return work({
    asked,
    tools,
    locale,
    words,
    from,
    fields: Object.fromEntries(Object.entries(asked.call.fields ?? {}).map(([name, value]) => [name, keepable(value)])),
    number: stored.number,
    // It was read as a charter just now.
    written: stored.charter as WrittenCharter,
    charter,
    today: todayOf(charter, asked.call.at),
    // No revision has the number 0: what was shown before counts no more.
    again: () => open({ ...asked, rest: `${typed} --from 0` }, tools, work),
  });
}

/** What no store keeps is taken out: a NUL, or half of a character. */
const keepable = (typed: string): string => typed.replaceAll("\0", "").toWellFormed();

const noCharter: Localised = {
  en: "There is no charter yet.",
  fr: "Il n’y a pas encore de charte.",
};

const noOptions: Localised = {
  en: "There are no options to type here: the reason is asked for before anything changes.",
  fr: "Il n’y a pas d’option à saisir ici\u00a0: la raison est demandée avant tout changement.",
};

/** Whether whoever asks may change the charter: by the newest one, since this instance may not have heard of it yet. */
export const mayChange = ({ asked, charter }: Pick<Desk, "asked" | "charter">): boolean =>
  mayUse(roleOf(charter, asked.call.by), "admin");

/** An argument: the word at a place of the line, else what the form's field of that name holds; "" where neither is. */
export const argument = ({ words, fields }: Desk, place: number, name: string): string =>
  words[place]?.text ?? fields[name]?.trim() ?? "";
/** The same, of all words from a place on. */
export const remainder = ({ words, fields }: Desk, place: number, name: string): string =>
  words.length > place
    ? words
        .slice(place)
        .map(({ text: word }) => word)
        .join(" ")
    : (fields[name]?.trim() ?? "");

/** What was meant, or what to answer instead. */
export type Got<Value> = { readonly got: Value } | { readonly reply: Reply };
export const refuse = (field: string, sentence: string): { readonly reply: Reply } => ({
  reply: { kind: "problems", problems: [{ field, text: sentence }] },
});
