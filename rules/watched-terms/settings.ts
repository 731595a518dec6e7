import { z } from "zod";
import { foldText } from "../../src/core/fold.ts";
import { said } from "../../src/core/problem.ts";
import { compileTerms } from "../../src/core/terms.ts";
import { locales, type Text } from "../../src/core/model.ts";
import { patternProblem } from "./patterns.ts";

const prose = (plain: string): Text => ({ plain, marks: [] });

const locale = z
  .enum(locales)
  .optional()
  .describe("The language in which it is watched for. A message clearly written in another language is left alone.");
const allow = (what: string) =>
  z
    .array(z.string().min(1).max(200))
    .max(50)
    .default([])
    .describe(`Phrases in which the ${what} is fine; each is found like a term.`);

const term = z
  .strictObject({
    term: z
      .string()
      .min(1)
      .max(100)
      .describe(
        "One or more words, found as whole words whatever their case, accents, spacing or disguise. " +
          "Plural and feminine are terms of their own.",
      ),
    locale,
    allow: allow("term"),
  })
  .check(({ value, issues }) => {
    const wrong = (path: (string | number)[], message: string) =>
      issues.push({ code: "custom", input: value, path, message });
    const words = foldText(prose(value.term));
    const trimmed = value.term.trim();
    if (words.length === 0) {
      wrong(
        ["term"],
        said(
          `The term "${value.term}" has no letter or digit, so it could never be found.`,
          `Le terme «\u00a0${value.term}\u00a0» n’a ni lettre ni chiffre\u00a0: il ne pourrait jamais être trouvé.`,
        ),
      );
    } else if (words[0]?.start !== value.term.indexOf(trimmed) || words.at(-1)?.end !== value.term.trimEnd().length) {
      // "C++" would be found in every "C".
      wrong(
        ["term"],
        said(
          `The term "${value.term}" must begin and end with a letter or a digit. For signs, use a pattern.`,
          `Le terme «\u00a0${value.term}\u00a0» doit commencer et finir par une lettre ou un chiffre. Pour des signes, utilisez un motif.`,
        ),
      );
    } else {
      const holds = compileTerms([value.term]);
      for (const [index, phrase] of value.allow.entries()) {
        if (holds(prose(phrase)).length > 0) continue;
        wrong(
          ["allow", index],
          said(
            `"${phrase}" does not contain "${value.term}", so it could never be an exception to it.`,
            `«\u00a0${phrase}\u00a0» ne contient pas «\u00a0${value.term}\u00a0»\u00a0: ce ne pourrait jamais être une exception.`,
          ),
        );
      }
    }
  });

const pattern = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .max(500)
    .check(({ value, issues }) => {
      const message = patternProblem(value);
      if (message !== null) issues.push({ code: "custom", input: value, message });
    })
    .describe("A regular expression in the syntax of RE2. Upper and lower case are the same."),
  locale,
  allow: allow("pattern"),
});

export const settings = z.strictObject({
  terms: z.array(term).max(2000).default([]).describe("The words and phrases to watch for."),
  patterns: z
    .array(pattern)
    .max(100)
    .default([])
    .describe("Patterns to watch for, such as project numbers. They are matched in linear time."),
});
export type Settings = z.infer<typeof settings>;
