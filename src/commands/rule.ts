import type { Clause } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { enforcement } from "../core/enforcement.ts";
import type { Locale } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import { code, heading, strong, text, viewOf, type Block, type Button, type Inline, type Reply } from "../core/view.ts";
import { ask, choice, oneOf } from "./change/asking.ts";
import { clauseNamed, ruleOf } from "./change/clauses.ts";
import { atDesk, mayChange, remainder, type Desk } from "./change/desk.ts";
import { settingsOf, showValue, type Setting } from "./change/settings.ts";

const most = { value: 80, example: 160 } as const;

/** A clause and its rule: what it does, its settings as they are, and examples of what it notices. */
export const rule: Command = {
  name: "rule",
  summary: {
    en: "shows a clause’s settings, with examples of what its rule notices",
    fr: "montre les réglages d’une clause et des exemples de ce que sa règle remarque",
  },
  usage: { en: "<clause or rule>", fr: "<clause ou règle>" },
  role: "moderator",
  public: false,
  run: atDesk((desk) => {
    const { charter, tools, locale } = desk;
    const typed = remainder(desk, 0, "clause");
    if (typed === "") return askWhich(desk);
    const clause = clauseNamed(desk, typed);
    if ("got" in clause) return shown(desk, clause.got);
    const free = tools.rules.filter(({ id }) => !charter.clauses.some((each) => each.rule === id));
    const byRule = charter.clauses.find((each) => each.rule === typed.toLowerCase());
    if (byRule) return shown(desk, byRule);
    const unused = free.find(({ id }) => id === typed.toLowerCase());
    if (unused)
      return viewOf(heading(unused.title[locale]), text(words.unused[locale]), ...exampleBlocks(unused, locale));
    const names = [...charter.clauses.map(({ id }) => id), ...tools.rules.map(({ id }) => id)];
    const found = oneOf(typed, names, { field: "clause", what: words.what, locale });
    return "reply" in found ? found.reply : clause.reply;
  }),
};

function askWhich(desk: Desk): Reply {
  const { charter, tools, locale } = desk;
  const options = [
    ...charter.clauses.map(({ id, title }) => ({ value: id, label: `${title[locale]} (${id})`.slice(0, 75) })),
    ...tools.rules
      .filter(({ id }) => !charter.clauses.some((clause) => clause.rule === id || clause.id === id))
      .map(({ id, title }) => ({ value: id, label: `${title[locale]} (${id})`.slice(0, 75) })),
  ];
  return ask(desk, { title: words.title, line: "rule", fields: [choice("clause", words.which[locale], { options })] });
}

function shown(desk: Desk, clause: Clause): Reply {
  const { charter, locale, today } = desk;
  const known = ruleOf(desk, clause);
  const does = enforcement(charter, clause, { today, purpose: "undeclared", locale });
  const settings = settingsOf(desk, clause);
  return viewOf(
    heading(clause.title[locale]),
    text(...(known ? [strong(known.title[locale]), ". "] : []), words.now[locale](does)),
    { kind: "list", items: settings.map((setting) => settingItem(setting, locale)) },
    ...(known ? exampleBlocks(known, locale) : []),
    ...(mayChange(desk) ? [{ kind: "buttons", buttons: buttonsFor(clause, locale) } as const] : []),
  );
}

function settingItem({ name, present, about }: Setting, locale: Locale): Inline[] {
  const value = showValue(present, locale);
  const short = value.length > most.value ? `${value.slice(0, most.value - 1)}…` : value;
  return [code(name), words.is[locale](short), ...(about === "" ? [] : [` — ${about}`])];
}

/** Two of what the rule notices, and one of what it lets be, in the reader's language. */
function exampleBlocks(known: AnyRule, locale: Locale): Block[] {
  const own = known.examples.filter((example) => example.locale === locale && example.text !== "");
  const noticed = own.filter(({ finds }) => finds.length > 0).slice(0, 2);
  const fine = own.filter(({ finds }) => finds.length === 0).slice(0, 1);
  const items = [
    ...noticed.map((example): Inline[] => [strong(words.notices[locale]), exampleText(example.text)]),
    ...fine.map((example): Inline[] => [strong(words.letsBe[locale]), exampleText(example.text)]),
  ];
  return items.length === 0 ? [] : [text(words.examples[locale]), { kind: "list", items }];
}
const exampleText = (example: string): string =>
  example.length > most.example ? `${example.slice(0, most.example - 1)}…` : example;

const buttonsFor = ({ id, rule: ruleId, pausedUntil }: Clause, locale: Locale): readonly Button[] => [
  { label: words.change[locale], line: `set ${id}` },
  ...(ruleId === null
    ? []
    : [
        { label: words.stage[locale], line: `stage ${id}` },
        pausedUntil === null
          ? { label: words.pause[locale], line: `pause ${id}` }
          : { label: words.unpause[locale], line: `pause ${id} off` },
      ]),
  { label: words.except[locale], line: `except ${id}` },
];

const words = {
  title: { en: "Clauses and rules", fr: "Clauses et règles" },
  which: { en: "Which one?", fr: "Laquelle\u00a0?" },
  what: { en: "clause or rule", fr: "de clause ou de règle" },
  unused: {
    en: "No clause of this charter uses this rule. Add one in the charter file: npm run charter -- apply FILE",
    fr: "Aucune clause de cette charte n’utilise cette règle. Ajoutez-en une dans le fichier de la charte\u00a0: npm run charter -- apply FICHIER",
  },
  now: { en: (does: string) => `Now: ${does}.`, fr: (does: string) => `En ce moment\u00a0: ${does}.` },
  is: { en: (value: string) => `: ${value}`, fr: (value: string) => `\u00a0: ${value}` },
  examples: { en: "Examples", fr: "Exemples" },
  notices: { en: "Noticed: ", fr: "Remarqué\u00a0: " },
  letsBe: { en: "Left alone: ", fr: "Laissé tranquille\u00a0: " },
  change: { en: "Change a setting", fr: "Modifier un réglage" },
  stage: { en: "Stage", fr: "Stade" },
  pause: { en: "Pause", fr: "Pause" },
  unpause: { en: "End the pause", fr: "Mettre fin à la pause" },
  except: { en: "Except", fr: "Excepter" },
} as const;
