import { mint, type Localised, type SpaceId, type WrittenEvent } from "../core/model.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import { cutExcerpt } from "../core/excerpt.ts";
import { evaluate } from "../core/evaluate.ts";
import { excerptBlocks, wordingOf } from "../core/nudge.ts";
import { strong, text, viewOf, type Block, type Form, type Reply } from "../core/view.ts";
import { gatherFacts } from "../facts/index.ts";

const longest = 4000;

const words = {
  title: { en: "Check a draft", fr: "Vérifier un brouillon" },
  draft: { en: "Your draft", fr: "Votre brouillon" },
  hint: {
    en: "Only you see the answer, and nothing is kept.",
    fr: "La réponse n’est visible que par vous, et rien n’est conservé.",
  },
  submit: { en: "Check", fr: "Vérifier" },
  cancel: { en: "Close", fr: "Fermer" },
  empty: { en: "Please write the draft to check.", fr: "Veuillez écrire le brouillon à vérifier." },
  tooLong: {
    en: `Please shorten the draft to ${longest.toLocaleString("en")} characters.`,
    fr: `Veuillez ramener le brouillon à ${longest.toLocaleString("fr")} caractères.`,
  },
  ifSent: {
    en: "If you sent it here and now, whatever is let pass each week:",
    fr: "Si vous l’envoyiez ici et maintenant, sans compter ce qui est toléré chaque semaine\u00a0:",
  },
  fine: { en: "Nothing in this draft touches the charter.", fr: "Rien dans ce brouillon ne touche à la charte." },
  undecided: {
    en: "Some clauses could not be checked: the directory does not know you well enough yet.",
    fr: "Certaines clauses n’ont pas pu être vérifiées\u00a0: l’annuaire ne vous connaît pas encore assez.",
  },
} as const satisfies Record<string, Localised>;

/** Judges a draft as if it were said here and now; nothing is recorded. Without a draft it asks for one. */
export const check: Command = {
  name: "check",
  summary: {
    en: "tells you, and only you, what the charter says of a draft",
    fr: "vous dit, à vous uniquement, ce que la charte dit d’un brouillon",
  },
  usage: { en: "<draft>", fr: "<brouillon>" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { call, rest, reader } = asked;
    const { locale } = reader;
    if (call.fields === undefined && rest === "") return { kind: "form", form: formIn(locale) };
    const draft = call.fields === undefined ? rest : (call.fields["draft"] ?? "");
    if (draft.trim() === "") return problem(words.empty[locale]);
    if (draft.length > longest) return problem(words.tooLong[locale]);
    return answer(asked, tools, draft);
  },
};

const problem = (sentence: string): Reply => ({ kind: "problems", problems: [{ field: "draft", text: sentence }] });

const formIn = (locale: keyof Localised): Form => ({
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
  ],
});

async function answer({ call, reader }: Asked, tools: CommandTools, draft: string): Promise<Reply> {
  const { locale } = reader;
  const revision = tools.revision();
  const event: WrittenEvent = {
    kind: "message.posted",
    platform: call.platform,
    workspace: call.workspace,
    at: call.at,
    message: { space: call.space ?? mint<SpaceId>(call.platform, ""), id: "draft", version: 0 },
    author: call.by,
    text: { plain: draft, marks: [] },
    mentions: [],
    thread: null,
  };
  const facts = await gatherFacts(tools.store.directory, revision, event);
  const { found, undecided } = evaluate(revision, event, facts);
  const masked = found.flatMap((each) => each.masked);
  const blocks: Block[] = found.flatMap(({ clause: { clause, rule }, findings }) => {
    const [{ code, data = {} }] = findings;
    const { reason, better } = wordingOf({ rule, code, data }, locale);
    const spans = findings.flatMap((finding) => finding.spans);
    const quote = spans.length > 0 ? excerptBlocks(cutExcerpt(draft, spans, masked)) : [];
    return [text(strong(clause.title[locale])), ...quote, text(reason), text(better)];
  });
  if (blocks.length > 0) blocks.unshift(text(words.ifSent[locale]));
  if (blocks.length === 0 && undecided.length === 0) blocks.push(text(words.fine[locale]));
  if (undecided.length > 0) blocks.push(text(words.undecided[locale]));
  return viewOf(...blocks);
}
