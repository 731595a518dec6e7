import { Document, isScalar, Scalar, visit, type YAMLSeq } from "yaml";
import type { AnyRule } from "../core/rule.ts";
import { memberOf, schemaAt, type JsonSchema } from "./schema.ts";

const width = 100;
/** Texts at least this long are folded over several lines, where they need no quotation marks. */
const foldedFrom = 60;

/**
 * A written charter as YAML, its parts in the order in which one reads them; `rules` give the order inside settings.
 * What `readDocument` makes of it is what was given. Takes plain JSON.
 */
export function writeDocument(written: unknown, rules: readonly AnyRule[] = []): string {
  const document = new Document(inOrder(written, rules), { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Scalar(_, scalar) {
      const style = styleOf(scalar.value);
      if (style) scalar.type = style;
    },
    Seq(_, list) {
      list.flow = isShort(list);
    },
  });
  const text = document.toString({ lineWidth: width, minContentWidth: 0, flowCollectionPadding: false });
  // All of them stand between double quotation marks by now; the library escapes only some.
  return text.replaceAll(unwritten, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function inOrder(written: unknown, rules: readonly AnyRule[]): unknown {
  const clauses = isObject(written) && Array.isArray(written["clauses"]) ? (written["clauses"] as unknown[]) : [];
  const ruleOf = (index: string): string | null => {
    const clause = clauses[Number(index)];
    return isObject(clause) && typeof clause["rule"] === "string" ? clause["rule"] : null;
  };
  const order = (value: unknown, path: readonly string[], schema: JsonSchema | null): unknown => {
    const child = (name: string, member: unknown): unknown => {
      const inside = [...path, name];
      const isSettings = inside.length === 3 && path[0] === "clauses" && name === "settings";
      return order(member, inside, isSettings ? schemaAt(rules, inside, ruleOf) : memberOf(schema, name));
    };
    if (Array.isArray(value)) return value.map((entry: unknown, index) => child(`${index}`, entry));
    if (!isObject(value)) return value;
    return new Map(namesInOrder(value, schema).map((name) => [name, child(name, value[name])]));
  };
  return order(written, [], schemaAt(rules, [], ruleOf));
}

/** As the schema has them, then the others by the alphabet: stores keep no order of their own. */
function namesInOrder(value: Readonly<Record<string, unknown>>, schema: JsonSchema | null): readonly string[] {
  const known = Object.keys(memberNames(schema)).filter((name) => Object.hasOwn(value, name));
  const others = Object.keys(value).filter((name) => !known.includes(name));
  return [...known, ...others.toSorted()].filter((name) => value[name] !== undefined);
}
const memberNames = (schema: JsonSchema | null): object => {
  const parts = schema?.anyOf?.filter((part) => typeof part === "object") ?? [];
  return parts.find(({ properties }) => properties !== undefined)?.properties ?? schema?.properties ?? {};
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Control characters, ends of lines that no editor shows and what turns the direction of reading are written as escapes. */
const invisible = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;
/** Those of them that the library would write as they are. */
const unwritten = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
/** Words with one space between them: folding loses nothing of them. */
const prose = /^[^\s\u00a0]+(?:[ \u00a0][^\s\u00a0]+)*$/;
/** Lines that neither begin nor end with a space, and none of them left empty. */
const lines = /^\S(?:.*\S)?(?:\n\S(?:.*\S)?)*$/;

/** Only what reads well and is sure to come back is folded or set in lines; of the rest the library may choose, or it is escaped. */
function styleOf(value: unknown): Scalar.Type | null {
  if (typeof value !== "string") return null;
  if (invisible.test(value)) return Scalar.QUOTE_DOUBLE;
  if (value.includes("\n")) return lines.test(value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  if (value.length < foldedFrom) return null;
  return prose.test(value) ? Scalar.BLOCK_FOLDED : Scalar.QUOTE_DOUBLE;
}

/** Whether a list fits on one line: of simple values, and not many. */
function isShort({ items }: YAMLSeq): boolean {
  const length = items.reduce<number>((sum, item) => sum + (isScalar(item) ? String(item.value).length + 4 : width), 0);
  return length < width - 20 && !items.some((item) => isScalar(item) && /[\n\r]/.test(String(item.value)));
}
