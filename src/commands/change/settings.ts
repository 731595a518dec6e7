import type { Clause } from "../../core/charter.ts";
import { audiences, type Locale } from "../../core/model.ts";
import { inLocale } from "../../core/problem.ts";
import { memberOf, namesOf, schemaAt, valuesOf, type JsonSchema } from "../../document/schema.ts";
import { ruleOf } from "./clauses.ts";
import type { Desk } from "./desk.ts";

/** One setting of a clause or of its rule: where it is written, what it may be, and what it is now. */
export interface Setting {
  readonly name: string;
  /** Of the rule, or of the clause itself. */
  readonly of: "rule" | "clause";
  readonly schema: JsonSchema;
  readonly about: string;
  readonly present: unknown;
}

const ofClause = ["allowance", "tell", "binds"] as const;

/** The settings of a clause: of its rule first, then its own. */
export function settingsOf(desk: Desk, clause: Clause): readonly Setting[] {
  const rule = ruleOf(desk, clause);
  const named = (part: string): JsonSchema | null =>
    schemaAt(desk.tools.rules, ["clauses", "0", part], () => clause.rule);
  const present = rule?.settings.safeParse(clause.settings).data;
  const of = rule ? named("settings") : null;
  const setting = (name: string, schema: JsonSchema | null, rest: Pick<Setting, "of" | "present">): Setting[] =>
    schema ? [{ name, schema, about: inLocale(schema.description ?? "", desk.locale), ...rest }] : [];
  return [
    ...(namesOf(of) ?? []).flatMap((name) =>
      setting(name, memberOf(of, name), { of: "rule", present: partAt(present, [name]) }),
    ),
    ...ofClause.flatMap((name) => setting(name, named(name), { of: "clause", present: clause[name] })),
  ];
}

/** The setting that a dotted path leads to, such as "platformSettings.0.expected"; null where it leads nowhere. */
export function settingAt(settings: readonly Setting[], path: readonly string[]): Setting | null {
  const [name, ...inner] = path;
  const whole = settings.find((setting) => setting.name === name);
  if (!whole || inner.length === 0) return whole ?? null;
  const schema = inner.reduce<JsonSchema | null>(memberOf, whole.schema);
  const present = partAt(whole.present, inner);
  return schema && present !== undefined ? { ...whole, name: path.join("."), schema, present } : null;
}

export const partAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, name) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, name)
        ? (at as Record<string, unknown>)[name]
        : undefined,
    value,
  );

/** A value with a part of it changed. What the path leads through is there. */
export function withPart(value: unknown, [name, ...inner]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part;
  const changed = withPart(partAt(value, [name]), inner, part);
  if (Array.isArray(value)) return value.map((entry: unknown, index) => (`${index}` === name ? changed : entry));
  return { ...(typeof value === "object" ? value : {}), [name]: changed };
}

/** The values of a closed choice; null where any may stand. */
export const choicesOf = (schema: JsonSchema): readonly string[] | null =>
  schema.type === "boolean" ? ["yes", "no"] : valuesOf(schema);

type ReadValue = { readonly value: unknown } | { readonly wrong: string };

/** What somebody typed, as a setting holds it: yes or no, a number, a list separated by commas or lines, or JSON for what is nested. */
export function readValue(schema: JsonSchema, typed: string, locale: Locale): ReadValue {
  const { type = "string" } = schema;
  if (type === "boolean") return readSwitch(typed, locale);
  if (type === "integer" || type === "number") return readNumber(typed, locale);
  if (type === "array") return readList(schema, typed, locale);
  if (type === "object") return readJson(typed, locale);
  return { value: valuesOf(schema)?.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed };
}

function readNumber(typed: string, locale: Locale): ReadValue {
  const number = Number(typed.replace(",", ".").replace(/\s/g, ""));
  const isNumber = typed.trim() !== "" && Number.isFinite(number);
  return isNumber ? { value: number } : { wrong: words.number[locale](typed) };
}

const switches: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(["yes", "true", "on", "oui", "vrai"].map((word) => [word, true])),
  ...Object.fromEntries(["no", "false", "off", "non", "faux"].map((word) => [word, false])),
};
function readSwitch(typed: string, locale: Locale): ReadValue {
  const value = Object.hasOwn(switches, typed.toLowerCase()) ? switches[typed.toLowerCase()] : undefined;
  return value === undefined ? { wrong: words.yesOrNo[locale] } : { value };
}

function readList(schema: JsonSchema, typed: string, locale: Locale): ReadValue {
  const json = /^\s*\[/.test(typed) ? readJson(typed, locale) : null;
  // "[urgent]" is no JSON, and may be an entry.
  if (json && "value" in json) return json;
  const entry = memberOf(schema, "0");
  if (entry?.type === "object") return { wrong: words.json[locale] };
  const entries = (typed.includes("\n") ? typed.split("\n") : typed.split(","))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const isNothing = entries.length === 1 && ["none", "aucun", "aucune"].includes((entries[0] ?? "").toLowerCase());
  if (isNothing) return { value: [] };
  // A list of pairs: "client + partner".
  return { value: entry?.type === "array" ? entries.map((part) => part.split("+").map((one) => one.trim())) : entries };
}

function readJson(typed: string, locale: Locale): ReadValue {
  try {
    return { value: JSON.parse(typed) as unknown };
  } catch {
    return { wrong: words.json[locale] };
  }
}

/** A value as it is shown, and as `readValue` reads it back. */
export function writeValue(value: unknown, locale: Locale): string {
  if (typeof value === "boolean") return (value ? words.yes : words.no)[locale];
  if (typeof value === "string" || typeof value === "number") return `${value}`;
  if (!Array.isArray(value)) return value === undefined ? "" : JSON.stringify(value);
  if (value.length === 0) return words.nothing[locale];
  if (value.some((entry) => typeof entry === "object" && !Array.isArray(entry))) return JSON.stringify(value);
  const entries = value.map((entry) => (Array.isArray(entry) ? entry.join(" + ") : String(entry)));
  // A comma inside an entry: a list by lines, and one line is told from one entry by an empty second.
  return entries.some((entry) => entry.includes(",")) ? `${entries.join("\n")}\n` : entries.join(", ");
}

/** A value in short, for people to read: of entries with members, the first member of each. */
export function showValue(value: unknown, locale: Locale): string {
  const isNested = (entry: unknown): entry is object =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry);
  if (!Array.isArray(value) || !value.some(isNested)) {
    return writeValue(value, locale).trim().replaceAll("\n", ", ");
  }
  return value.map((entry) => (isNested(entry) ? String(Object.values(entry)[0]) : String(entry))).join(", ");
}

/** The audiences that a clause may bind. */
export const audiencesOf = ({ charter }: Pick<Desk, "charter">): readonly string[] => [
  ...audiences,
  ...Object.keys(charter.furtherAudiences),
];

const words = {
  yes: { en: "yes", fr: "oui" },
  no: { en: "no", fr: "non" },
  nothing: { en: "none", fr: "aucun" },
  yesOrNo: { en: "Please say yes or no.", fr: "Répondez par oui ou par non." },
  number: {
    en: (typed: string) => `“${typed}” is not a number.`,
    fr: (typed: string) => `«\u00a0${typed}\u00a0» n’est pas un nombre.`,
  },
  json: {
    en: "This setting holds values inside values: please write it as JSON, or in the charter file.",
    fr: "Ce réglage contient des valeurs imbriquées\u00a0: écrivez-le en JSON, ou dans le fichier de la charte.",
  },
} as const;
