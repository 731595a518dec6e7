import { todayOf, type Clause } from "../core/charter.ts";
import type { Command, CommandTools } from "../core/command.ts";
import { dateIn, enforcement } from "../core/enforcement.ts";
import { isExcepted } from "../core/exception.ts";
import type { Colleague } from "../core/facts.ts";
import type { Locale, Localised, SpaceId } from "../core/model.ts";
import { purposeNames } from "../core/names.ts";
import { heading, strong, text, viewOf, type Block, type Inline } from "../core/view.ts";
import { boundBy, digestOf } from "../facts/bound.ts";
import { whoIs } from "../facts/index.ts";

const words = {
  title: { en: "Your charter at ", fr: "Votre charte chez " },
  notYet: { en: "It is in force from ", fr: "Elle entre en vigueur le " },
  here: { en: "This space is ", fr: "Cet espace est " },
  sanctuary: { en: "Nothing is ever judged here.", fr: "Rien n’est jamais examiné ici." },
  nothing: { en: "No clause binds you here.", fr: "Aucune clause ne vous engage ici." },
  stranger: {
    en: "The directory does not know you yet: which clauses bind you is not decided, and nothing you write is judged by them.",
    fr: "L’annuaire ne vous connaît pas encore\u00a0: il n’est pas décidé quelles clauses vous engagent, et rien de ce que vous écrivez n’est examiné selon elles.",
  },
  excepted: { en: "does not hold here", fr: "ne vaut pas ici" },
  signed: { en: "You have accepted it.", fr: "Vous l’avez acceptée." },
  unsigned: { en: "You have not accepted it yet.", fr: "Vous ne l’avez pas encore acceptée." },
  changed: {
    en: "What binds you has changed since you accepted it.",
    fr: "Ce qui vous engage a changé depuis que vous l’avez acceptée.",
  },
  accept: { en: "Read and accept", fr: "Lire et accepter" },
  show: { en: "Whole charter", fr: "Toute la charte" },
  check: { en: "Check a draft", fr: "Vérifier un brouillon" },
  help: { en: "What I can ask", fr: "Ce que je peux demander" },
} as const satisfies Record<string, Localised>;

/** The charter in short: what binds whoever asks, what it does in this space, and whether they have accepted it. */
export const charter: Command = {
  name: "charter",
  summary: {
    en: "your charter in short: what applies to you here",
    fr: "votre charte en bref\u00a0: ce qui vaut pour vous ici",
  },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  async run({ call, reader: { locale } }, tools) {
    const { charter: document } = tools.revision();
    const who = await whoIs(tools.store.directory, tools.revision(), call.by);
    const today = todayOf(document, call.at);
    const { inForceFrom, organisation } = document;
    const bound = who.known ? boundBy(document, who.value.audience) : [];
    const early = inForceFrom !== null && today < inForceFrom;
    const signature = who.known && bound.length > 0 ? await signatureOf(tools, who.value, bound) : null;
    return viewOf(
      heading(`${words.title[locale]}${organisation.name}`),
      ...(early ? [text(`${words.notYet[locale]}${dateIn(inForceFrom, locale)}.`)] : []),
      ...hereBlocks(tools, call.space, locale),
      ...(who.known
        ? clauseBlocks(bound, { tools, who: who.value, space: call.space, today, locale })
        : [text(words.stranger[locale])]),
      ...(signature ? [text(words[signature][locale])] : []),
      {
        kind: "buttons",
        buttons: [
          ...(signature === "unsigned" || signature === "changed"
            ? [{ label: words.accept[locale], line: "sign", style: "primary" as const }]
            : []),
          { label: words.show[locale], line: "show" },
          { label: words.check[locale], line: "check" },
          { label: words.help[locale], line: "help" },
        ],
      },
    );
  },
};

function hereBlocks({ revision }: CommandTools, space: SpaceId | null, locale: Locale): Block[] {
  if (space === null) return [];
  const purpose = revision().charter.spaces[space] ?? "undeclared";
  const sanctuary = purpose === "sanctuary" ? [" ", words.sanctuary[locale]] : [];
  return [text(words.here[locale], purposeNames[purpose][locale], ".", ...sanctuary)];
}

interface Where {
  readonly tools: CommandTools;
  readonly who: Colleague;
  readonly space: SpaceId | null;
  readonly today: string;
  readonly locale: Locale;
}
function clauseBlocks(bound: readonly Clause[], { tools, who, space, today, locale }: Where): Block[] {
  if (bound.length === 0) return [text(words.nothing[locale])];
  const { charter: document } = tools.revision();
  const purpose = (space === null ? undefined : document.spaces[space]) ?? "undeclared";
  const items = bound.map((clause): Inline[] => {
    const does = isExcepted(clause, { space, who }, today)
      ? words.excepted[locale]
      : enforcement(document, clause, { today, purpose, locale });
    return [strong(clause.title[locale]), ` — ${does}`];
  });
  return [{ kind: "list", items }];
}

async function signatureOf(
  { store }: CommandTools,
  who: Colleague,
  bound: readonly Clause[],
): Promise<"signed" | "unsigned" | "changed"> {
  const signature = await store.people.signature(who.person);
  if (!signature) return "unsigned";
  return signature.digest === (await digestOf(bound)) ? "signed" : "changed";
}
