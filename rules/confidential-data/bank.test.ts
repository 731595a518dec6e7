import { describe, expect, it } from "vitest";
import { findAccounts } from "./bank.ts";

const accounts = (text: string): string[] => findAccounts(text).map(({ start, end }) => text.slice(start, end));

describe("bank accounts", () => {
  it.each([
    "FR76 3000 6000 0112 3456 7890 189",
    "FR1420041010050500013M02606",
    "GB29 NWBK 6016 1331 9268 19",
    "DE89-3704-0044-0532-0130-00",
    "be68 5390 0754 7034",
    "NO9386011117947",
    "MT84MALT011000012345MTLCAST001S",
    "CH93\u00a00076\u00a02011\u00a06238\u00a05295\u00a07",
  ])("are known as IBANs by country, length and check digits: %s", (iban) => {
    expect(accounts(`Pay to ${iban}, thanks`)).toEqual([iban]);
  });

  it("end before the words after them", () => {
    expect(accounts("GB29 NWBK 6016 1331 9268 19 NatWest")).toEqual(["GB29 NWBK 6016 1331 9268 19"]);
  });

  it("are found in French form where a word speaks of a bank, and counted once inside an IBAN", () => {
    expect(accounts("RIB : 20041 01005 0500013M026 06")).toEqual(["20041 01005 0500013M026 06"]);
    expect(accounts("Noted: 20041 01005 0500013M026 06")).toEqual([]);
    expect(accounts("RIB FR76 30006 00001 12345678901 89")).toHaveLength(1);
  });

  it.each([
    ["a wrong check digit", "FR76 3000 6000 0112 3456 7890 188"],
    ["too short", "FR76 3000 6000 0112 3456 7890"],
    ["longer than its country's", "BE68539007547034X"],
    ["of no country", "ZZ89370400440532013000"],
    ["a field to fill", "IBAN: FR76 XXXX XXXX XXXX XXXX XXXX XXX"],
    ["a published example that is called one", "for example GB29 NWBK 6016 1331 9268 19"],
    ["a wrong French key", "RIB 20041 01005 0500013M026 07"],
  ])("are not %s", (_, text) => {
    expect(accounts(text)).toEqual([]);
  });
});
