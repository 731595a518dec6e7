import { z } from "zod";
import { charterSchema } from "../core/charter.ts";
import type { AnyRule } from "../core/rule.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const asJson = (schema: z.ZodType): JsonSchema =>
  // Editors read draft 7 best. Through JSON, which leaves out the member that only zod itself can call.
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input", target: "draft-7" }))) as JsonSchema;

/** The JSON schema of a charter file, for editors: with the settings of each rule where a clause names it. Plain JSON. */
export function charterJsonSchema(rules: readonly AnyRule[]): JsonSchema {
  const charter = asJson(charterSchema);
  const clauses = objectOf(charter.properties?.["clauses"]);
  const clause = objectOf(clauses?.items);
  if (!clauses || !clause) throw new TypeError("a charter has clauses");
  const rule: JsonSchema = { ...objectOf(clause.properties?.["rule"]), enum: [...rules.map(({ id }) => id), null] };
  const written = { ...clause, properties: { ...clause.properties, rule }, allOf: rules.map(settingsOf) };
  return {
    ...charter,
    title: "The charter of an internal network",
    properties: { ...charter.properties, clauses: { ...clauses, items: written } },
  };
}

/** If a clause names the rule, then its settings are the rule's. */
function settingsOf({ id, settings }: AnyRule): JsonSchema {
  const { $schema: _dialect, ...own } = asJson(settings);
  const named = { properties: { rule: { const: id } }, required: ["rule"] };
  // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema; nobody awaits it
  return { if: named, then: { properties: { settings: own } } };
}

/** What a schema says of one member or entry; null where it says nothing of it. */
export function memberOf(schema: JsonSchema | null, name: string): JsonSchema | null {
  const own = withoutNull(schema);
  if (!own) return null;
  const { items, properties, additionalProperties } = own;
  if (own.type === "array") return /^\d+$/.test(name) ? objectOf(items) : null;
  return objectOf(Object.hasOwn(properties ?? {}, name) ? properties?.[name] : additionalProperties);
}

/** The names that an object may have; null where any may stand. */
export function namesOf(schema: JsonSchema | null): readonly string[] | null {
  const own = withoutNull(schema);
  return own?.properties && own.additionalProperties === false ? Object.keys(own.properties) : null;
}

/** The texts that a value may be; null where it may be others. */
export function valuesOf(schema: JsonSchema | null): readonly string[] | null {
  const values = withoutNull(schema)?.enum;
  return values ? values.filter((value) => typeof value === "string") : null;
}

/** The part of "this or null" that is not null. */
function withoutNull(schema: JsonSchema | null): JsonSchema | null {
  const parts = schema?.anyOf?.map(objectOf) ?? [];
  return parts.find((part) => part !== null && part.type !== "null") ?? schema;
}

const objectOf = (schema: boolean | JsonSchema | (boolean | JsonSchema)[] | undefined): JsonSchema | null =>
  typeof schema === "object" && !Array.isArray(schema) ? schema : null;

const cached = new WeakMap<readonly AnyRule[], JsonSchema>();
/** The schema of a charter at a place of a written one; of a clause's settings, that of its rule. */
export function schemaAt(
  rules: readonly AnyRule[],
  path: readonly string[],
  ruleOf: (clause: string) => string | null,
) {
  const charter = cached.get(rules) ?? charterJsonSchema(rules);
  cached.set(rules, charter);
  const [first, clause = "", part] = path;
  if (first !== "clauses" || part !== "settings") return path.reduce(memberOf, charter as JsonSchema | null);
  const rule = rules.find(({ id }) => id === ruleOf(clause));
  return rule ? path.slice(3).reduce(memberOf, asJson(rule.settings) as JsonSchema | null) : null;
}
