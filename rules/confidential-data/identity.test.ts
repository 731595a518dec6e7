import { describe, expect, it } from "vitest";
import { findIdentityNumbers } from "./identity.ts";

const numbers = (text: string): string[] => findIdentityNumbers(text).map(({ start, end }) => text.slice(start, end));

describe("identity numbers", () => {
  it.each([
    ["French, in one piece", "255081416802538", "255081416802538"],
    ["French, as it is printed", "2 55 08 14 168 025 38", "2 55 08 14 168 025 38"],
    ["French, of Corsica", "1 84 12 2A 451 089 33", "1 84 12 2A 451 089 33"],
    ["French, without its key", "sécu 1 84 12 75 451 089", "1 84 12 75 451 089"],
    ["American, by its form", "536-22-8174", "536-22-8174"],
    ["American, in one piece", "SSN 536228174", "536228174"],
    ["Canadian", "SIN: 046 454 286", "046 454 286"],
    ["British", "NI number AB123456C", "AB123456C"],
    ["Italian", "RSSMRA85T10A562S", "RSSMRA85T10A562S"],
    ["Spanish", "DNI 12345678Z", "12345678Z"],
    ["Spanish, of a foreigner", "X-1234567-L", "X-1234567-L"],
    ["Dutch", "BSN 111222333", "111222333"],
    ["Swiss", "AVS 756.9217.0769.85", "756.9217.0769.85"],
    ["Belgian", "registre national 85.07.30-033 28", "85.07.30-033 28"],
    ["a passport", "passport number 123456789", "123456789"],
    ["an identity card", "CNI n° 880692310285", "880692310285"],
  ])("are found: %s", (_, text, number) => {
    expect(numbers(text)).toContain(number);
  });

  it.each([
    ["French with a wrong key", "2 55 08 14 168 025 39"],
    ["French with a month that is none", "2 55 13 14 168 025 25"],
    ["thirteen digits without a word for them", "1 84 12 75 451 089"],
    ["a part number in American form", "part 536-22-8174"],
    ["an American number that was never given", "666-22-8174"],
    ["nine digits without a word for them", "046 454 286"],
    ["a Canadian number with a wrong check digit", "SIN: 046 454 287"],
    ["a commit", "5f1d7a84db00d2fce255081416802538"],
    ["a UUID", "550e8400-e29b-41d4-a716-446655440000"],
    ["a version after a word", "passport module v2.0.1 of 2026"],
    ["a published example that is called one", "exemple : 2 55 08 14 168 025 38"],
  ])("are not %s", (_, text) => {
    expect(numbers(text)).toEqual([]);
  });

  it("are looked for near their word, not anywhere", () => {
    expect(numbers(`BSN ${"and so on ".repeat(20)} 111222333`)).toEqual([]);
  });
});
