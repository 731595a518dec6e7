import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonSchema } from "../../document/schema.ts";
import { locales } from "../../core/model.ts";
import { readValue, withPart, writeValue } from "./settings.ts";

const list: JsonSchema = { type: "array", items: { type: "string" } };
const pairs: JsonSchema = { type: "array", items: { type: "array", items: { type: "string" } } };
const nested: JsonSchema = { type: "array", items: { type: "object", properties: { a: {} } } };
const entry = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((word) => word === word.trim() && !/[\n\r]/.test(word) && !["none", "aucun", "aucune"].includes(word));
const isJson = (words: readonly string[]): boolean =>
  words.join(", ").startsWith("[") && words.join(", ").endsWith("]");

describe("a value of a setting", () => {
  test.each(locales)("is read back as it is shown: %s", (locale) => {
    const same = (schema: JsonSchema, value: unknown): void => {
      expect(readValue(schema, writeValue(value, locale), locale)).toEqual({ value });
    };
    fc.assert(
      fc.property(fc.boolean(), (value) => {
        same({ type: "boolean" }, value);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), (value) => {
        same({ type: "integer" }, value);
      }),
    );
    fc.assert(
      fc.property(fc.array(entry), (value) => {
        fc.pre(!isJson(value));
        same(list, value);
      }),
    );
    same(pairs, [
      ["client", "partner"],
      ["client", "press"],
    ]);
    same(nested, [{ a: "b, c" }, { a: "" }]);
  });
  test("may be a list by lines or by commas, or nothing", () => {
    expect(readValue(list, "a, b,,c", "en")).toEqual({ value: ["a", "b", "c"] });
    expect(readValue(list, "a, b\nc\n", "en")).toEqual({ value: ["a, b", "c"] });
    expect(readValue(list, "[urgent], now", "en")).toEqual({ value: ["[urgent]", "now"] });
    expect(readValue(list, "", "en")).toEqual({ value: [] });
    expect(readValue(list, "aucun", "fr")).toEqual({ value: [] });
  });
  test.each([
    [{ type: "boolean" }, "perhaps"],
    [{ type: "integer" }, "many"],
    [{ type: "integer" }, ""],
    [nested, "a, b"],
    [{ type: "object" }, "{a"],
  ] as const)("is refused with a sentence: case %#", (schema, typed) => {
    expect(readValue(schema as JsonSchema, typed, "en")).toHaveProperty("wrong");
  });
  test("changes in one part, and leaves what it was made from", () => {
    const before = Object.freeze({ list: Object.freeze([Object.freeze({ a: 1 }), Object.freeze({ a: 2 })]), other: 3 });
    expect(withPart(before, ["list", "1", "a"], 9)).toEqual({ list: [{ a: 1 }, { a: 9 }], other: 3 });
    expect(before.list[1]).toEqual({ a: 2 });
  });
});
