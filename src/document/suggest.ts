import { audiences } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import { nearest } from "../nearest.ts";
import { namesOf, schemaAt, valuesOf } from "./schema.ts";

/** What is wrong with a field, as far as closed choices tell: its name or its value, and what was probably meant. */
export interface Slip {
  readonly of: "name" | "value";
  /** Null where nothing allowed is near. */
  readonly meant: string | null;
}

export function slipAt(rules: readonly AnyRule[], written: unknown, path: readonly string[]): Slip {
  const ruleOf = (clause: string): string | null => {
    const rule = valueAt(written, ["clauses", clause, "rule"]);
    return typeof rule === "string" ? rule : null;
  };
  const parent = path.slice(0, -1);
  const last = path.at(-1) ?? "";
  const value = valueAt(written, path);
  const byZone = parent.join(".") === "organisation.holidaysByZone";
  const names = byZone ? zones() : namesOf(schemaAt(rules, parent, ruleOf));
  // What is missing is no slip of a name.
  if (names && value !== undefined && !names.includes(last)) return { of: "name", meant: near(last, names) };
  if (typeof value !== "string") return { of: "value", meant: null };
  const choices = choicesAt(path, { rules, written }) ?? valuesOf(schemaAt(rules, path, ruleOf)) ?? [];
  return { of: "value", meant: choices.includes(value) ? null : near(value, choices) };
}

/** Choices that only a charter as a whole knows. */
function choicesAt(
  path: readonly string[],
  { rules, written }: { readonly rules: readonly AnyRule[]; readonly written: unknown },
): readonly string[] | null {
  const where = path.map((part) => (/^\d+$/.test(part) ? "*" : part)).join(".");
  switch (where) {
    case "organisation.zone":
      return zones();
    case "clauses.*.rule":
      return rules.map(({ id }) => id);
    case "audiences.*.is":
    case "clauses.*.binds.*":
    case "clauses.*.exceptions.*.audience": {
      const further = valueAt(written, ["furtherAudiences"]);
      return [...audiences, ...(isObject(further) ? Object.keys(further) : [])];
    }
    default:
      return null;
  }
}

let knownZones: readonly string[] | null = null;
/** Asked of the runtime once, which takes milliseconds to list them. */
const zones = (): readonly string[] => (knownZones ??= Intl.supportedValuesOf("timeZone"));

/** Case makes no difference to what was meant, and "tuesday" means "tue". */
function near(typed: string, names: readonly string[]): string | null {
  const folded = typed.toLowerCase();
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  const [only, ...others] = [...known.keys()].filter((name) => name.startsWith(folded) || folded.startsWith(name));
  const found = known.has(folded) ? folded : nearest(folded, [...known.keys()]);
  const begun = only !== undefined && others.length === 0 && Math.min(only.length, folded.length) >= 3 ? only : null;
  return known.get(found ?? begun ?? "") ?? null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), value);
