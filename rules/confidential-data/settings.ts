import { isSupportedCountry, type CountryCode } from "libphonenumber-js/max";
import { z } from "zod";
import { foldText } from "../../src/core/fold.ts";
import { said } from "../../src/core/problem.ts";

const country = z.custom<CountryCode>((code) => typeof code === "string" && isSupportedCountry(code), {
  error: (issue) =>
    said(
      `"${String(issue.input)}" is not a country that has telephone numbers. Use its ISO 3166-1 code, such as "FR".`,
      `«\u00a0${String(issue.input)}\u00a0» n’est pas un pays qui a des numéros de téléphone. Utilisez son code ISO 3166-1, tel que «\u00a0FR\u00a0».`,
    ),
});
// zod gives the type a name and a JSON schema only where it knows the shape underneath.
const countryCode = z.string().pipe(country);

const marking = z
  .string()
  .min(1)
  .max(100)
  .refine((written) => foldText({ plain: written, marks: [] }).length > 0, {
    error: (issue) =>
      said(
        `The marking "${String(issue.input)}" has no letter or digit, so it could never be read.`,
        `La mention «\u00a0${String(issue.input)}\u00a0» n’a ni lettre ni chiffre\u00a0: elle ne pourrait jamais être lue.`,
      ),
  });

const onByDefault = (what: string) => z.boolean().default(true).describe(what);

export const settings = z
  .strictObject({
    secrets: onByDefault("Notice passwords, keys, tokens, private keys and addresses that hold a password."),
    paymentCards: onByDefault("Notice payment card numbers of every network, by issuer range and check digit."),
    bankData: onByDefault("Notice bank accounts: IBANs of every country, and French account numbers."),
    identityNumbers: onByDefault(
      "Notice identity numbers of persons, such as French NIR, US SSN, UK NINO, Canadian SIN, and numbers of passports.",
    ),
    contactLists: onByDefault(
      "Notice lists of private contacts: mobile numbers, or addresses at private mail providers.",
    ),
    personalContacts: onByDefault(
      "Notice a single private number or address of somebody else, where words say so; and, where people from outside read, " +
        "any that its owner does not give.",
    ),
    markedDocuments: onByDefault(
      "Notice a message that begins with a marking such as “Confidential”; where people from outside read, “Internal only” too.",
    ),
    companyNumbers: z
      .boolean()
      .default(false)
      .describe(
        "Notice company numbers such as SIRET or VAT numbers. They are public, so this is off unless you need it.",
      ),
    contactListFrom: z
      .int()
      .min(2)
      .max(30)
      .default(3)
      .describe("How many different mobile numbers, or private addresses, make a list."),
    phoneCountries: z
      .array(countryCode)
      .max(10)
      .default(["FR", "GB", "US", "BE", "CH"])
      .describe(
        "Countries whose numbers are read without their prefix, as ISO 3166-1 codes. Numbers that begin with + are read from everywhere.",
      ),
    markings: z
      .array(marking)
      .max(50)
      .default([])
      .describe("Further markings of your organisation, beside the usual ones."),
    allowed: z
      .array(z.string().min(4).max(200))
      .max(200)
      .default([])
      .describe(
        "Values that are public, such as the IBAN on your invoices or a hotline. Spaces and hyphens make no difference.",
      ),
  })
  .refine((all) => Object.values(all).some((value) => value === true), {
    error: said(
      "Turn on at least one kind of data, or remove the clause: with all of them off it notices nothing.",
      "Activez au moins une sorte de données, ou retirez la clause\u00a0: sans aucune, elle ne remarque rien.",
    ),
  });
export type Settings = z.infer<typeof settings>;
