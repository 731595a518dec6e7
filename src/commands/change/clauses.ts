import type { Clause, WrittenCharter } from "../../core/charter.ts";
import type { Field } from "../../core/view.ts";
import type { AnyRule } from "../../core/rule.ts";
import { choice, oneOf } from "./asking.ts";
import type { Desk, Got } from "./desk.ts";

/** The clause that somebody names by its id or its title. */
export function clauseNamed({ charter, locale }: Desk, typed: string): Got<Clause> {
  const { clauses } = charter;
  const wanted = typed.toLowerCase();
  const titled = clauses.find(({ title }) => [title.en, title.fr].some((name) => name.toLowerCase() === wanted));
  if (titled) return { got: titled };
  const ids = clauses.map(({ id }) => id);
  const found = oneOf(typed, ids, { field: "clause", what: words.what, locale });
  if ("reply" in found) return found;
  const clause = clauses.find(({ id }) => id === found.got);
  // `oneOf` answers one of the ids that it was given.
  if (!clause) throw new TypeError("a clause that is listed is there");
  return { got: clause };
}

/** A choice of one of the clauses that a condition holds for. */
export const clauseField = ({ charter, locale }: Desk, suits: (clause: Clause) => boolean = () => true): Field =>
  choice("clause", words.label[locale], {
    options: charter.clauses.filter(suits).map(({ id, title }) => ({ value: id, label: `${title[locale]} (${id})` })),
  });

export const ruleOf = ({ tools }: Desk, { rule }: Clause): AnyRule | null =>
  tools.rules.find(({ id }) => id === rule) ?? null;

type WrittenClause = WrittenCharter["clauses"][number];
/** The charter with one clause changed. */
export const withClause = (written: WrittenCharter, id: string, change: (clause: WrittenClause) => object): object => ({
  ...written,
  clauses: written.clauses.map((clause) => (clause.id === id ? change(clause) : clause)),
});

const words = {
  what: { en: "clause", fr: "de clause" },
  label: { en: "Clause", fr: "Clause" },
} as const;
