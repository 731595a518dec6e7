import { describe, expect, it } from "vitest";
import { findPhones, findPrivateMail } from "./contacts.ts";
import { othersContacts } from "./privacy.ts";

const phones = (text: string): string[] => findPhones(text, ["FR", "GB", "US"]).map(({ reach }) => reach);
const mails = (text: string): string[] => findPrivateMail(text).map(({ reach }) => reach);
function others(text: string, beforeOutsiders = false): string[] {
  const contacts = [...findPhones(text, ["FR", "GB"]), ...findPrivateMail(text)];
  return othersContacts(text, contacts, beforeOutsiders).map(({ start, end }) => text.slice(start, end));
}

describe("private numbers", () => {
  it("are the same number however they are written", () => {
    expect(phones("06 39 98 12 34, 06.39.98.12.34, +33 6 39 98 12 34, 0033639981234, +33 (0)6 39 98 12 34")).toEqual([
      "+33639981234",
    ]);
  });

  it("are read from anywhere with their prefix, and at home without", () => {
    expect(phones("+49 1512 3456789")).toEqual(["+4915123456789"]);
    expect(phones("(415) 555-2671")).toEqual(["+14155552671"]);
    expect(phones("07700 900123")).toEqual(["+447700900123"]);
  });

  it.each([
    ["a landline", "01 23 45 67 89"],
    ["a free number", "+33 805 123 456"],
    ["a fax", "Fax : 06 39 98 12 34"],
    ["a meeting", "984 2231 7765"],
    ["a time stamp", "1700110391140"],
    ["dates", "01 02 2026 05 02 2026"],
    ["an address of a machine", "192.168.100.254"],
    ["a piece of a path", "/srv/0639981234/current"],
    ["a ticket", "#0639981234"],
  ])("are not %s", (_, text) => {
    expect(phones(text)).toEqual([]);
  });
});

describe("private addresses", () => {
  it("are at providers for everybody, and the same in any case", () => {
    expect(mails("Ann.B@Gmail.com, ann.b@gmail.com; karim@yahoo.co.uk. zoe@orange.fr")).toEqual([
      "ann.b@gmail.com",
      "karim@yahoo.co.uk",
      "zoe@orange.fr",
    ]);
  });

  it("are not those of companies, even of the same name", () => {
    expect(mails("ann@example.org, ann@orange.com, @gmail.com, ann@gmail, ann@mygmail.com")).toEqual([]);
  });
});

describe("somebody else's contact", () => {
  it.each([
    "Her mobile is 07700 900123.",
    "Julie’s personal number: 07700 900123",
    "Le 06 39 98 12 34, c’est son perso.",
    "Le portable de Mme Leroy : 06 39 98 12 34",
    "Son mail perso : zoe@orange.fr",
    "The customer’s personal address is zoe@gmail.com.",
  ])("is one where words say so: %s", (text) => {
    expect(others(text)).toHaveLength(1);
  });

  it.each([
    "Call me on my mobile: 07700 900123",
    "Mon portable perso : 06 39 98 12 34",
    "Her work mobile is 07700 900123.",
    "Son portable pro : 06 39 98 12 34",
    "L’astreinte : 06 39 98 12 34",
  ])("is not one's own or a professional one, before outsiders either: %s", (text) => {
    expect(others(text)).toEqual([]);
    expect(others(text, true)).toEqual([]);
  });

  it("is any that its owner does not give, before outsiders", () => {
    expect(others("Ask Karim: 06 39 98 12 34")).toEqual([]);
    expect(others("Ask Karim: 06 39 98 12 34", true)).toEqual(["06 39 98 12 34"]);
    expect(others("Best regards,\nKarim\nMob: 06 39 98 12 34", true)).toEqual([]);
  });
});
