import { expect, test } from "vitest";
import { readText } from "./normalise.ts";

const marked = (typed: string): string[] =>
  readText(typed).text.marks.map(({ kind, start, end }) => `${kind}: ${typed.slice(start, end)}`);

test("the words stay as they were typed", () => {
  const typed = "  @Léa, see `x` \ud83d \u202e https://a.example ";
  expect(readText(typed).text.plain).toBe(typed);
});

test("code, links and mentions are marked, in the order in which they stand", () => {
  expect(marked("@emma read `@lea` at https://x.example/@ines then ```\n@paolo\n```")).toEqual([
    "mention: @emma",
    "code: `@lea`",
    "link: https://x.example/@ines",
    "code: ```\n@paolo\n```",
  ]);
});

test.each([
  ["@Inès Moreau, bonjour", ["local:ines"]],
  ["@ines and @INÈS", ["local:ines"]],
  ["@Ine\u0300s Moreau", ["local:ines"]],
  ["(@lea) @Thomas Garnier!", ["local:lea", "local:thomas"]],
  ["@lea.", ["local:lea"]],
  ["@leather, mail@lea.example, @nobody, @ lea, lea", []],
])("%s mentions %j", (typed, mentions) => {
  expect([...readText(typed).mentions].toSorted()).toEqual(mentions);
});

test("a full name is marked to its end", () => {
  expect(marked("@Inès Moreau?")).toEqual(["mention: @Inès Moreau"]);
});
