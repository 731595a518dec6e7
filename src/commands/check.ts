import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Charter } from "../core/charter.ts";
import { cutExcerpt } from "../core/excerpt.ts";
import type { Locale, Localised } from "../core/model.ts";
import { excerptBlocks, wordingOf } from "../core/nudge.ts";
import { strong, text, viewOf, type Block, type Form, type Reply } from "../core/view.ts";
import { judgeDraft, type Judged, type Reading } from "./check/judge.ts";

const longest = 4000;
/** What fits on a screen. */
const mostShown = 5;

const words = {
  title: { en: "Check a draft", fr: "Vérifier un brouillon" },
  draft: { en: "Your draft", fr: "Votre brouillon" },
  hint: {
    en: "Only you see the answer, and nothing is kept.",
    fr: "La réponse n’est visible que par vous, et rien n’est conservé.",
  },
  for: { en: "Who is going to read it?", fr: "Qui va le lire\u00a0?" },
  forHere: { en: "colleagues, here", fr: "des collègues, ici" },
  forOutside: {
    en: "people outside the company: a client, a public post",
    fr: "des personnes extérieures\u00a0: un client, une publication",
  },
  submit: { en: "Check", fr: "Vérifier" },
  cancel: { en: "Close", fr: "Fermer" },
  empty: { en: "Please write the draft to check.", fr: "Veuillez écrire le brouillon à vérifier." },
  tooLong: {
    en: `Please shorten the draft to ${longest.toLocaleString("en")} characters.`,
    fr: `Veuillez ramener le brouillon à ${longest.toLocaleString("fr")} caractères.`,
  },
  noSuchReader: {
    en: "After --for, please write here or outside, and then the draft.",
    fr: "Après --pour, écrivez ici ou dehors, puis le brouillon.",
  },
  here: {
    en: "If you sent it here and now, whatever is let pass each week:",
    fr: "Si vous l’envoyiez ici et maintenant, sans compter ce qui est toléré chaque semaine\u00a0:",
  },
  outside: {
    en: "If people outside the company read it:",
    fr: "Si des personnes extérieures à l’entreprise le lisaient\u00a0:",
  },
  fine: { en: "Nothing in this draft touches the charter.", fr: "Rien dans ce brouillon ne touche à la charte." },
  fineOutside: {
    en: "Nothing in this draft touches the charter, even if people outside the company read it.",
    fr: "Rien dans ce brouillon ne touche à la charte, même si des personnes extérieures à l’entreprise le lisent.",
  },
  sanctuary: {
    en: "This space is a sanctuary: nothing is ever judged here.",
    fr: "Cet espace est un sanctuaire\u00a0: rien n’y est jamais examiné.",
  },
  undecided: {
    en: "Some clauses could not be checked: the directory does not know you well enough yet.",
    fr: "Certaines clauses n’ont pas pu être vérifiées\u00a0: l’annuaire ne vous connaît pas encore assez.",
  },
  failed: {
    en: "Not checked, because its rule failed: ",
    fr: "Non vérifié, parce que la règle a échoué\u00a0: ",
  },
  more: { en: "Clauses that it touches besides: ", fr: "Autres clauses concernées\u00a0: " },
  again: { en: "Check another wording", fr: "Vérifier une autre formulation" },
} as const satisfies Record<string, Localised>;

/** Judges a draft as if it were said here and now, or read outside the company; nothing is recorded. Without a draft it asks for one. */
export const check: Command = {
  name: "check",
  summary: {
    en: "tells you, and only you, what the charter says of a draft",
    fr: "vous dit, à vous uniquement, ce que la charte dit d’un brouillon",
  },
  usage: { en: "[--for outside] <draft>", fr: "[--pour dehors] <brouillon>" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { call, reader } = asked;
    const { locale } = reader;
    const typed = readTyped(asked.rest);
    if (typed === null) return problem("for", words.noSuchReader[locale]);
    if (call.fields === undefined && typed.draft === "") return { kind: "form", form: formIn(locale, typed.reading) };
    const draft = call.fields === undefined ? typed.draft : (call.fields["draft"] ?? "");
    const chosen = call.fields?.["for"];
    const reading = chosen === undefined ? typed.reading : chosen === "outside" ? "outside" : "here";
    if (draft.trim() === "") return problem("draft", words.empty[locale]);
    if (draft.length > longest) return problem("draft", words.tooLong[locale]);
    return answer(asked, tools, { draft, reading });
  },
};

const problem = (field: string, sentence: string): Reply => ({
  kind: "problems",
  problems: [{ field, text: sentence }],
});

const readers: Readonly<Record<string, Reading>> = {
  here: "here",
  inside: "here",
  ici: "here",
  outside: "outside",
  dehors: "outside",
  extérieur: "outside",
  exterieur: "outside",
};

interface Draft {
  readonly draft: string;
  readonly reading: Reading;
}
/** What was typed, with who is going to read it cut off; null where that is nobody we know. Phones make a dash of "--". */
function readTyped(rest: string): Draft | null {
  const [flag, reader = "", draft = ""] = /^(?:--|[—–])(?:for|pour)(?:=|\s+)(\S*)\s*([^]*)$/i.exec(rest) ?? [];
  if (flag === undefined) return { draft: rest, reading: "here" };
  const name = reader.toLowerCase();
  const reading = Object.hasOwn(readers, name) ? readers[name] : undefined;
  return reading ? { draft, reading } : null;
}

const formIn = (locale: Locale, reading: Reading): Form => ({
  title: words.title[locale],
  submit: words.submit[locale],
  cancel: words.cancel[locale],
  line: "check",
  fields: [
    {
      kind: "text",
      name: "draft",
      label: words.draft[locale],
      hint: words.hint[locale],
      multiline: true,
      maxLength: longest,
    },
    {
      kind: "choice",
      name: "for",
      label: words.for[locale],
      initial: reading,
      options: [
        { value: "here", label: words.forHere[locale] },
        { value: "outside", label: words.forOutside[locale] },
      ],
    },
  ],
});

async function answer(asked: Asked, tools: CommandTools, { draft, reading }: Draft): Promise<Reply> {
  const { locale } = asked.reader;
  const { charter } = tools.revision();
  const { space } = asked.call;
  if (reading === "here" && space !== null && charter.spaces[space] === "sanctuary") {
    return viewOf(text(words.sanctuary[locale]));
  }
  const judged = await judgeDraft(asked, tools, draft, reading);
  const { found, undecided, failed } = judged;
  const blocks = [
    ...(found.length > 0 ? [text(words[reading][locale])] : []),
    ...foundBlocks(judged, draft, locale),
    ...named(
      words.more,
      charter,
      found.slice(mostShown).map(
        ({
          clause: {
            clause: { id },
          },
        }) => id,
      ),
      locale,
    ),
    ...(undecided.length > 0 ? [text(words.undecided[locale])] : []),
    ...named(words.failed, charter, failed, locale),
  ];
  const fine = words[reading === "here" ? "fine" : "fineOutside"][locale];
  if (blocks.length === 0) return viewOf(text(fine));
  const line = reading === "here" ? "check" : "check --for outside";
  return viewOf(...blocks, { kind: "buttons", buttons: [{ label: words.again[locale], line }] });
}

function foundBlocks({ found, masked }: Judged, draft: string, locale: Locale): Block[] {
  return found.slice(0, mostShown).flatMap(({ clause: { clause, rule }, findings }) => {
    const [{ code, data = {} }] = findings;
    const { reason, better } = wordingOf({ rule, code, data }, locale);
    const spans = findings.flatMap((finding) => finding.spans);
    const quote = spans.length > 0 ? excerptBlocks(cutExcerpt(draft, spans, masked)) : [];
    return [text(strong(clause.title[locale])), ...quote, text(reason), text(better)];
  });
}

/** A sentence that ends in the titles of clauses; nothing where there are none. */
function named(before: Localised, { clauses }: Charter, ids: readonly string[], locale: Locale): Block[] {
  const titles = clauses.filter(({ id }) => ids.includes(id)).map(({ title }) => title[locale]);
  return titles.length === 0 ? [] : [text(`${before[locale]}${titles.join(", ")}.`)];
}
