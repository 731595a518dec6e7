import { todayOf } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { enforcement } from "../core/enforcement.ts";
import { heading, viewOf, type Button } from "../core/view.ts";

const most = 10;

/** Every clause with the rule that enforces it, what it does now, and how many exceptions hold. */
export const rules: Command = {
  name: "rules",
  summary: {
    en: "lists the clauses with their rules and stages",
    fr: "liste les clauses, leurs règles et leurs stades",
  },
  usage: { en: "", fr: "" },
  role: "moderator",
  public: false,
  run({ call, reader: { locale } }, { revision, rules: known }) {
    const { charter } = revision();
    const today = todayOf(charter, call.at);
    const rows = charter.clauses.map((clause) => {
      const rule = known.find(({ id }) => id === clause.rule);
      const holding = clause.exceptions.filter(({ until }) => today <= until).length;
      return [
        `${clause.title[locale]} (${clause.id})`,
        rule?.title[locale] ?? "—",
        enforcement(charter, clause, { today, purpose: "undeclared", locale }),
        `${holding}`,
      ];
    });
    const buttons = charter.clauses
      .slice(0, most)
      .map(({ id, title }): Button => ({ label: title[locale].slice(0, 75), line: `rule ${id}` }));
    return Promise.resolve(
      viewOf(
        heading(words.title[locale]),
        {
          kind: "table",
          head: [words.clause[locale], words.rule[locale], words.stage[locale], words.exceptions[locale]],
          rows,
        },
        ...(buttons.length > 0 ? [{ kind: "buttons", buttons } as const] : []),
      ),
    );
  },
};

const words = {
  title: { en: "Clauses and rules", fr: "Clauses et règles" },
  clause: { en: "Clause", fr: "Clause" },
  rule: { en: "Rule", fr: "Règle" },
  stage: { en: "What it does now", fr: "Ce qu’elle fait" },
  exceptions: { en: "Exceptions", fr: "Exceptions" },
} as const;
