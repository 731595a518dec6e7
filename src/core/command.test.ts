import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLine, localeOf, parseLine } from "./command.ts";

test.each([
  ["", "", ""],
  ["   ", "", ""],
  ["help", "help", ""],
  ["/charter check Hello  world ", "check", "Hello  world"],
  ["charter\u00a0check x", "check", "x"],
  ["CHECK\ntwo\nlines", "check", "two\nlines"],
  ["charters", "charters", ""],
  ["check\u0000x", "check\u0000x", ""],
])("%j is the command %j with %j", (line, name, rest) => {
  expect(parseLine(line)).toEqual({ name, rest });
});

test("a line that was formatted is parsed to the same", () => {
  const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/).filter((word) => word !== "charter");
  const rest = fc.string({ unit: "binary" }).map((words) => words.trim());
  fc.assert(
    fc.property(name, rest, (each, words) => {
      expect(parseLine(formatLine({ name: each, rest: words }))).toEqual({ name: each, rest: words });
    }),
  );
});

test("any line is parsed, and nothing that was typed after the name is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (line) => {
      expect(line.endsWith(parseLine(line.trimEnd()).rest) || line.trimEnd() !== line).toBe(true);
    }),
  );
});

test.each([
  ["fr-FR", "fr"],
  ["fr_CA", "fr"],
  ["en-GB", "en"],
  ["de-DE", "en"],
  ["not a tag", "en"],
  ["", "en"],
  [null, "en"],
])("a reader of %j is written to in %j", (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
});
