import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ruleProblems, tryExample } from "../../test/rule-tester.ts";
import type { Purpose } from "../../src/core/model.ts";
import { confidentialData } from "./index.ts";

interface Circumstances {
  readonly settings?: object;
  readonly purpose?: Purpose;
}
/** What is found first in a text, as "code: marked / marked"; empty where nothing is. */
function found(text: string, { settings = {}, purpose = "internal" }: Circumstances = {}): string {
  const { findings } = tryExample(confidentialData, { says: "", locale: "en", text, finds: [], settings, purpose });
  return findings
    .map(({ code, spans }) => `${code}: ${spans.map(({ start, end }) => text.slice(start, end)).join(" / ")}`)
    .join("; ");
}
const problems = (settings: object): readonly string[] =>
  tryExample(confidentialData, { says: "", locale: "en", text: "", finds: [], settings }).problems;

describe("confidential data", () => {
  it.each(confidentialData.examples)("$locale: $says", (example) => {
    expect(tryExample(confidentialData, example).problems).toEqual([]);
  });

  it("documents every code in both languages", () => {
    expect(ruleProblems(confidentialData)).toEqual([]);
  });

  it("judges an edited message too", () => {
    expect(confidentialData.on).toEqual(["message.posted", "message.edited"]);
  });

  it("tells the gravest kind, and marks all of it", () => {
    expect(found("IBAN DE89 3704 0044 0532 0130 00, mdp : Ph4re!Bleu, pwd=Rivage2041")).toBe(
      "secret: Ph4re!Bleu / Rivage2041",
    );
  });

  it("reads code and links, where secrets are", () => {
    const address = `https://deploy:w8Kp2Lm9@git.example.org/x.git`;
    expect(found(`\`password=Rivage2041\` and ${address}`)).toBe("secret: Rivage2041 / w8Kp2Lm9");
  });

  it("leaves alone what the organisation allows, however it is spaced", () => {
    const settings = { allowed: ["DE89 3704 0044 0532 0130 00"] };
    expect(found("IBAN DE89370400440532013000", { settings })).toBe("");
    expect(found("IBAN DE89370400440532013000 and BE68 5390 0754 7034", { settings })).toBe(
      "bank-data: BE68 5390 0754 7034",
    );
  });

  it("does not read numbers without a prefix as those of countries that are not set", () => {
    const list = "Ann 0176 12345678, Ben 0176 23456789, Cleo 0176 34567890";
    expect(found(list)).toBe("");
    expect(found(list, { settings: { phoneCountries: ["DE"] } })).toContain("contact-list");
  });

  it.each<Purpose>(["client", "supplier", "undeclared"])("takes a %s space for one where outsiders read", (purpose) => {
    expect(found("Internal only: our prices", { purpose })).toBe("marked-document: Internal only");
    expect(found("Karim : 06 39 98 12 34", { purpose })).toBe("personal-contact: 06 39 98 12 34");
  });

  it.each<Purpose>(["internal", "social", "trial"])("takes a %s space for one of colleagues", (purpose) => {
    expect(found("Internal only: our prices", { purpose })).toBe("");
    expect(found("Karim : 06 39 98 12 34", { purpose })).toBe("");
  });

  it("takes any text, and marks within it", () => {
    const pieces = fc.constantFrom(
      "password: ",
      "mdp ",
      "https://",
      "a:b@c",
      "06 12 34 56 78",
      "4111 1111",
      " 1111 1111",
      "FR76",
      "@gmail.com",
      "😀",
      "\ud83d",
      "CONFIDENTIAL",
      "\n",
      "-----BEGIN PRIVATE KEY-----",
      "his mobile ",
      "SSN ",
      "123-45-6789",
      "é",
      "eyJ",
      "::",
      "=",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join("");
          const wrong = tryExample(confidentialData, { says: "", locale: "en", text, finds: [] }).problems;
          // What is found may be anything; spans, purity and errors may not.
          expect(wrong.filter((problem) => !problem.startsWith("it finds"))).toEqual([]);
        },
      ),
    );
  });
});

describe("settings", () => {
  it("are described, every one", () => {
    const { properties = {} } = z.toJSONSchema(confidentialData.settings, { io: "input" });
    const bare = Object.entries(properties).filter(([, one]) => typeof one === "boolean" || !one.description);
    expect(bare).toEqual([]);
  });

  it("turn each kind off", () => {
    const all: readonly (readonly [string, string])[] = [
      ["secrets", "pwd=Rivage2041"],
      ["paymentCards", "4111 1111 1111 1111"],
      ["bankData", "DE89 3704 0044 0532 0130 00"],
      ["identityNumbers", "SSN 536-22-8174"],
      ["contactLists", "ann@gmail.com ben@gmail.com cleo@gmail.com"],
      ["personalContacts", "her mobile is +44 7700 900123"],
      ["markedDocuments", "Confidential: plan"],
    ];
    for (const [kind, text] of all) {
      expect(found(text), kind).not.toBe("");
      expect(found(text, { settings: { [kind]: false } }), kind).toBe("");
    }
  });

  it("that cannot work are named with their places", () => {
    expect(problems({ phoneCountries: ["FR", "XX"], markings: ["…"], contactListFrom: 1 })).toEqual([
      "clauses.0.settings.contactListFrom: At least 2.",
      'clauses.0.settings.phoneCountries.1: "XX" is not a country that has telephone numbers. Use its ISO 3166-1 code, such as "FR".',
      'clauses.0.settings.markings.0: The marking "…" has no letter or digit, so it could never be read.',
    ]);
    const kinds = "secrets paymentCards bankData identityNumbers contactLists personalContacts markedDocuments".split(
      " ",
    );
    expect(problems(Object.fromEntries(kinds.map((kind) => [kind, false])))).toEqual([
      "clauses.0.settings: Turn on at least one kind of data, or remove the clause: with all of them off it notices nothing.",
    ]);
  });
});

describe("time", () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(40_000 / unit.length)).slice(0, 40_000);
  const words = "ssn sin nino niss dni bsn cpr pesel nif cpf fiscal nir passport rib card siret his mobile ";
  const hostile = [
    long("1"),
    long("1 "),
    long("4 "),
    words + long("12-"),
    words + long("123 "),
    long(`${words}123456789 `),
    long("FR76 "),
    long("FR76"),
    long("06 12 34 56 78 "),
    long("(0"),
    long("@"),
    long("a@gmail.com "),
    long("password "),
    long("password: "),
    long("mot de passe a b c d "),
    long("://a:"),
    `://${long("a:")}`,
    long("eyJaaaaaaaaaa.eyJ"),
    long("-----BEGIN PRIVATE KEY-----"),
    long("confidential "),
    long("😀1"),
    long("é"),
  ];

  it("grows in line with the text, whatever the text is", () => {
    const settings = { companyNumbers: true };
    for (const text of hostile) found(text.slice(0, 2000), { settings });
    for (const text of hostile) {
      const before = process.cpuUsage();
      found(text, { settings, purpose: "client" });
      const { user } = process.cpuUsage(before);
      // Judged twice here, in some ten milliseconds each; quadratic time would be seconds.
      expect(user / 1000, text.slice(0, 40)).toBeLessThan(500);
    }
  });
});
