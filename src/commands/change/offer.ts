import { isDeepStrictEqual } from "node:util";
import { writeDocument } from "../../document.ts";
import { readCharter, type WrittenCharter } from "../../core/charter.ts";
import type { Localised, Problem } from "../../core/model.ts";
import { strong, text, viewOf, type Field, type Form, type Inline, type Reply } from "../../core/view.ts";
import { mayChange, type Desk } from "./desk.ts";
import { differenceOf } from "./difference.ts";
import { warningsOf } from "./warnings.ts";

const most = { reason: 300, line: 2000 } as const;

/** A change of the charter that somebody asks for. */
export interface Wanted {
  /** The command with all its arguments, as it can be typed. */
  readonly line: string;
  /** What changes, for whom, in a sentence. */
  readonly says: readonly Inline[];
  /** Makes the changed charter of a written one, which stays as it is. What it makes is read anew, with all mistakes told. */
  readonly change: (written: WrittenCharter) => object;
  readonly warnings?: readonly (readonly Inline[])[];
  /** What is too long for a line, asked for again beside the reason. */
  readonly fields?: readonly Field[];
  /** False where those fields no longer hold what the last confirmation showed. */
  readonly isShown?: boolean;
  /** Which field of the form before a part of the charter came from. */
  readonly fieldOf?: (part: string) => string;
}

/**
 * Shows what a change would do and asks for its reason; applies it where this very form is submitted, and the charter
 * is still the one that it was shown against. Nothing else changes a charter in chat.
 */
export async function offer(desk: Desk, wanted: Wanted): Promise<Reply> {
  const { asked, tools, locale, number, fields, from } = desk;
  if (!mayChange(desk)) return viewOf(text(words.forAdmins[locale]));
  const changed = wanted.change(desk.written);
  const read = readCharter(changed, number + 1, tools.rules, locale);
  if (!read.ok) return { kind: "problems", problems: read.problems.map((problem) => named(problem, desk, wanted)) };
  if (isDeepStrictEqual(read.revision.charter, desk.charter)) return viewOf(text(words.already[locale]));
  const line = `${wanted.line} --from ${number}`;
  if (line.length > most.line) return viewOf(text(words.tooLong[locale]));
  const reason = fields["reason"];
  if (reason !== undefined && from === number && wanted.isShown !== false) {
    const said = reason.replace(/\s+/g, " ").trim();
    const wrong = said === "" ? words.noReason : said.length > most.reason ? words.longReason : null;
    if (wrong) return { kind: "problems", problems: [{ field: "reason", text: wrong[locale] }] };
    const added = await tools.revise(changed, { by: asked.call.by, reason: said, from: number });
    // Somebody was quicker: the same question, about the charter as it is now.
    if (added === null) return desk.again();
    return viewOf(text(strong(words.applied[locale](added)), " ", ...wanted.says));
  }
  const after = read.revision.charter;
  const told = warningsOf({ before: desk.charter, after, by: asked.call.by, today: desk.today, locale });
  const difference = differenceOf(
    writeDocument(desk.written, tools.rules),
    writeDocument(changed, tools.rules),
    locale,
  );
  const form: Form = {
    title: words.title[locale],
    submit: words.apply[locale],
    cancel: words.cancel[locale],
    line,
    about: [
      ...(from !== null && from !== number ? [text(strong(words.meanwhile[locale]))] : []),
      text(...wanted.says),
      { kind: "preformatted", text: difference },
      ...[...told, ...(wanted.warnings ?? [])].map((warning) => text(strong(words.note[locale]), ...warning)),
    ],
    fields: [...(wanted.fields ?? []), reasonField(reason, locale)],
  };
  return { kind: "form", form };
}

const reasonField = (initial: string | undefined, locale: keyof Localised): Field => ({
  kind: "text",
  name: "reason",
  label: words.reason[locale],
  hint: words.reasonHint[locale],
  multiline: false,
  maxLength: most.reason,
  ...(initial === undefined ? {} : { initial: initial.slice(0, most.reason) }),
});

/** A problem at the form's field that it came from; where there was no form, with the name of its part. */
function named({ field, text: sentence }: Problem, { asked }: Desk, { fieldOf }: Wanted): Problem {
  const part = field.replace(/^(?:clauses|audiences)\.\d+\.?/, "").replace(/^settings\./, "");
  const isTold = part === "" || asked.call.fields !== undefined;
  return { field: fieldOf?.(field) ?? part, text: isTold ? sentence : `${part}: ${sentence}` };
}

const words = {
  title: { en: "Change the charter", fr: "Modifier la charte" },
  apply: { en: "Apply", fr: "Appliquer" },
  cancel: { en: "Cancel", fr: "Annuler" },
  reason: { en: "Why?", fr: "Pourquoi\u00a0?" },
  reasonHint: {
    en: "It is kept with the revision. At most 300 characters.",
    fr: "Conservé avec la révision. Au plus 300\u00a0caractères.",
  },
  noReason: {
    en: "Please say why, in a few words: it is kept with the revision.",
    fr: "Merci d’indiquer la raison en quelques mots\u00a0: elle est conservée avec la révision.",
  },
  longReason: {
    en: "Please shorten the reason to 300 characters.",
    fr: "Veuillez ramener la raison à 300\u00a0caractères.",
  },
  forAdmins: {
    en: "Only admins change the charter. Please ask one of them.",
    fr: "Seuls les administrateurs modifient la charte. Merci de vous adresser à l’un d’eux.",
  },
  already: { en: "It is so already: nothing to change.", fr: "C’est déjà le cas\u00a0: il n’y a rien à changer." },
  tooLong: {
    en: "This change is too long for a chat. Please write it into the charter file, and apply it on the command line: npm run charter -- apply FILE",
    fr: "Ce changement est trop long pour une messagerie. Écrivez-le dans le fichier de la charte, puis appliquez-le en ligne de commande\u00a0: npm run charter -- apply FICHIER",
  },
  meanwhile: {
    en: "The charter has changed meanwhile: this is the difference now.",
    fr: "La charte a changé entre-temps\u00a0: voici la différence à présent.",
  },
  note: { en: "Please note: ", fr: "À noter\u00a0: " },
  applied: {
    en: (number: number) => `Applied: this is revision ${number} now.`,
    fr: (number: number) => `C’est fait\u00a0: voici la révision ${number}.`,
  },
} as const;
