import type { Organisation } from "../../src/core/charter.ts";
import type { Purpose, Span, Text } from "../../src/core/model.ts";
import { defineRule, type Finding } from "../../src/core/rule.ts";
import { isSupportedCountry, type CountryCode } from "libphonenumber-js/max";
import { findAccounts } from "./bank.ts";
import { findCards } from "./cards.ts";
import { findCompanies } from "./companies.ts";
import { findPhones, findPrivateMail } from "./contacts.ts";
import { examples } from "./examples.ts";
import { findIdentityNumbers } from "./identity.ts";
import { compileMarkings } from "./markings.ts";
import { messages, type Code } from "./messages.ts";
import { numberRuns, type NumberRun } from "./numbers.ts";
import { findPasswords } from "./passwords.ts";
import { othersContacts } from "./privacy.ts";
import { findSecrets } from "./secrets.ts";
import { settings, type Settings } from "./settings.ts";
import { signsOf, type Signs } from "./signs.ts";

/** Enough to fill any excerpt, so that nothing which is shown there goes unmarked. */
const mostSpans = 40;
/** Who reads here may be a client, a supplier, or nobody has said: undeclared is never taken for internal. */
const outside: ReadonlySet<Purpose> = new Set(["client", "supplier", "undeclared"]);

/** Data that belongs in protected tools: secrets, cards, accounts, identity numbers, private contacts, marked documents. */
export const confidentialData = defineRule({
  id: "confidential-data",
  title: { en: "Confidential data", fr: "Données confidentielles" },
  trace: "excerpt",
  on: ["message.posted", "message.edited"],
  needs: ["space"],
  settings,
  messages,
  examples,
  // A marking may be read; everything else found is what must not be repeated.
  masks: [
    "secret",
    "payment-card",
    "bank-data",
    "identity-number",
    "contact-list",
    "personal-contact",
    "company-number",
  ],
  prepare(chosen: Settings, organisation: Organisation) {
    const detect = compileDetectors(chosen, organisation);
    const allowed = new Set(chosen.allowed.map(compact));
    // Code and links are read too: that is where secrets are.
    return ({ text }, { space }) => {
      const found: Finding<Code>[] = [];
      for (const { code, spans } of detect(text, outside.has(space.purpose))) {
        const kept = joined(spans.filter(({ start, end }) => !allowed.has(compact(text.plain.slice(start, end)))));
        if (kept.length > 0) found.push({ code, spans: kept.slice(0, mostSpans) });
      }
      return found;
    };
  },
});
const compact = (value: string): string => value.replace(/[\s\u00a0.-]/g, "").toUpperCase();

interface Detected {
  readonly code: Code;
  readonly spans: readonly Span[];
}

/** Each kind is looked for only where the signs it needs are there at all; most messages have none. */
function compileDetectors(chosen: Settings, organisation: Organisation) {
  const countries = countriesOf(chosen, organisation);
  const findMarkings = compileMarkings(chosen.markings);
  return function* detect(text: Text, beforeOutsiders: boolean): Generator<Detected> {
    const { plain } = text;
    const signs = signsOf(plain);
    const runs: readonly NumberRun[] = signs.inOneNumber >= 9 ? numberRuns(plain) : [];
    if (chosen.secrets && signs.secret)
      yield { code: "secret", spans: [...findSecrets(plain), ...findPasswords(plain)] };
    if (chosen.paymentCards && signs.inOneNumber >= 12) yield { code: "payment-card", spans: findCards(plain, runs) };
    if (chosen.bankData && signs.digits >= 10) yield { code: "bank-data", spans: findAccounts(plain) };
    if (chosen.identityNumbers && mayHoldIdentity(signs))
      yield { code: "identity-number", spans: findIdentityNumbers(plain) };
    yield* detectContacts(plain, signs.inOneNumber >= 8, beforeOutsiders);
    if (chosen.markedDocuments) yield { code: "marked-document", spans: findMarkings(text, beforeOutsiders) };
    if (chosen.companyNumbers && signs.digits >= 9) yield { code: "company-number", spans: findCompanies(plain, runs) };
  };

  function* detectContacts(plain: string, mayHoldPhone: boolean, beforeOutsiders: boolean): Generator<Detected> {
    if (!chosen.contactLists && !chosen.personalContacts) return;
    const phones = mayHoldPhone ? findPhones(plain, countries) : [];
    const mails = plain.includes("@") ? findPrivateMail(plain) : [];
    const lists = [phones, mails].filter((contacts) => contacts.length >= chosen.contactListFrom);
    if (chosen.contactLists) yield { code: "contact-list", spans: lists.flat() };
    if (chosen.personalContacts) {
      yield { code: "personal-contact", spans: othersContacts(plain, [...phones, ...mails], beforeOutsiders) };
    }
  }
}

/** Six digits in a row, or five in a document's token of eight; the Italian one is a token of sixteen, mostly letters. */
const mayHoldIdentity = ({ digits, inOneNumber, inOneToken }: Signs): boolean =>
  inOneNumber >= 6 || (inOneNumber >= 5 && inOneToken >= 8) || (digits >= 5 && inOneToken >= 16);

/** People write numbers without prefix as at home: in the organisation's own country first. */
function countriesOf({ phoneCountries }: Settings, { holidays }: Organisation): readonly CountryCode[] {
  const own = holidays?.country;
  return own !== undefined && isSupportedCountry(own) ? [...new Set([own, ...phoneCountries])] : phoneCountries;
}

/** In order, and one where several overlap. */
function joined(found: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of found.toSorted((one, other) => one.start - other.start)) {
    const before = spans.at(-1);
    if (before && start < before.end) spans[spans.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}
