import { describe, expect, it } from "vitest";
import { findCards } from "./cards.ts";
import { numberRuns } from "./numbers.ts";

const cards = (text: string): string[] =>
  findCards(text, numberRuns(text)).map(({ start, end }) => text.slice(start, end));

describe("payment cards", () => {
  it.each([
    ["Visa", "4012888888881881"],
    ["Mastercard", "5105-1051-0510-5100"],
    ["Mastercard of the second series", "2223 0031 2200 3222"],
    ["American Express as it prints it", "3782 822463 10005"],
    ["Discover", "6011 1111 1111 1117"],
    ["JCB", "3530 1113 3330 0000"],
    ["with a narrow space", "4111\u202f1111\u202f1111\u202f1111"],
  ])("of %s are known by range and check digit alone", (_, number) => {
    expect(cards(`Noted: ${number}.`)).toEqual([number]);
  });

  it.each([
    ["Diners", "30569309025904"],
    ["Maestro", "6759649826438453"],
    ["UnionPay", "6212345678901232"],
    ["Visa of thirteen digits", "4222222222222"],
    ["Visa of nineteen digits", "4111111111111111110"],
  ])("of %s need a word that speaks of a card", (_, number) => {
    expect(cards(`Noted: ${number}.`)).toEqual([]);
    expect(cards(`Her card: ${number}.`)).toEqual([number]);
  });

  it("are found before the expiry date and the code beside them", () => {
    expect(cards("4111 1111 1111 1111 08 29 123")).toEqual(["4111 1111 1111 1111"]);
  });

  it("are found one by one in a list", () => {
    expect(cards("cards 4111 1111 1111 1111 5555 5555 5555 4444")).toEqual([
      "4111 1111 1111 1111",
      "5555 5555 5555 4444",
    ]);
  });

  it("published for trials are cards, unless the message calls them a test", () => {
    expect(cards("4242 4242 4242 4242")).toHaveLength(1);
    expect(cards("in the sandbox use 4242 4242 4242 4242")).toEqual([]);
    expect(cards("test, then charge 4970 1012 3456 7893")).toEqual(["4970 1012 3456 7893"]);
  });

  it.each([
    ["a wrong check digit", "4111 1111 1111 1112"],
    ["an order", "order 4111111111111111"],
    ["a piece of a hash", "a4111111111111111f"],
    ["a piece of an address", "https://example.org/4111111111111111"],
    ["a piece of a UUID", "550e8400-4111-1111-1111-111111111111"],
    ["a decimal", "0.4111111111111111"],
    ["a company number", "SIRET 36227206271667"],
    ["rooms in a row", "4500 4600 4700 4809 4900"],
    ["digit by digit", "card 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"],
  ])("are not %s", (_, text) => {
    expect(cards(text)).toEqual([]);
  });
});
