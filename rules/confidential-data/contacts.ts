import { getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/max";
import type { Span } from "../../src/core/model.ts";
import { isPrivateDomain } from "./domains.ts";

/** A number or an address that reaches one person. `reach` is the same however it is written. */
export interface Contact extends Span {
  readonly kind: "phone" | "mail";
  readonly reach: string;
}

/** Reading a number costs 40 microseconds a country, so a message of nothing but numbers is read in part. */
const mostReadings = 100;
const mostContacts = 30;

const phone =
  /(?<![\p{L}\p{N}_#./\\@&=-])(?:\+|00)?\(?\d(?:[ .\-()\u00a0\u2009\u202f\u2011\u200e\u202c]{0,2}\d){7,14}(?![\p{L}\p{N}_@]|[-./:]\p{N})/gu;
/** What a mobile in its own country looks like: with the zero of trunk calls, or with an area code and separators. */
const trunk = /^\(?0\d/;
const american = /^\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/;
const fax = /(?<!\p{L})fax[^\n]{0,6}$/iu;
/** A company's own lines are many people's. */
const personalTypes: ReadonlySet<string | undefined> = new Set(["MOBILE", "FIXED_LINE_OR_MOBILE", "PERSONAL_NUMBER"]);

/** The mobile numbers of a text, once each, read as somebody in these countries would write them. */
export function findPhones(plain: string, countries: readonly CountryCode[]): Contact[] {
  const found = new Map<string, Contact>();
  let readings = 0;
  for (const { index, 0: written } of plain.matchAll(phone)) {
    if (readings >= mostReadings || found.size === mostContacts) break;
    const from = writtenFrom(written, countries);
    if (from.length === 0 || fax.test(plain.slice(Math.max(0, index - 10), index))) continue;
    readings += from.length;
    const reach = firstReach(written.replace(/^00/, "+"), from);
    if (reach && !found.has(reach)) {
      found.set(reach, { kind: "phone", reach, start: index, end: index + written.length });
    }
  }
  return [...found.values()];
}
const anywhere = [undefined];
/** The countries in which this could be a number as it is written; `undefined` stands for its own prefix. */
function writtenFrom(written: string, countries: readonly CountryCode[]): readonly (CountryCode | undefined)[] {
  if (/^(?:\+|00)/.test(written)) return anywhere;
  if (american.test(written)) return countries.filter(isAmerican);
  const national = trunk.test(written) && written.replace(/\D/g, "").length <= 12;
  return national ? countries.filter((country) => !isAmerican(country)) : [];
}
const isAmerican = (country: CountryCode): boolean => getCountryCallingCode(country) === "1";

function firstReach(written: string, from: readonly (CountryCode | undefined)[]): string | null {
  for (const country of from) {
    const reach = personalReach(written, country);
    if (reach) return reach;
  }
  return null;
}
function personalReach(written: string, country?: CountryCode): string | null {
  const read = parsePhoneNumberFromString(written, country);
  if (!read) return null;
  if (read.isValid() ? personalTypes.has(read.getType()) : mobileByForm.test(read.number)) return read.number;
  return null;
}
/** Ranges are opened more often than a library is brought up to date; these plans keep theirs for mobiles, or for films. */
const mobileByForm = /^\+(?:33[67]\d{8}|447\d{9}|324\d{8}|417\d{8}|1[2-9]\d{2}555\d{4})$/;

const domain = /[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}/iy;
const inName = /[\p{L}\p{N}._%+-]/u;

/** The addresses of a text at providers for private persons, once each. */
export function findPrivateMail(plain: string): Contact[] {
  const found = new Map<string, Contact>();
  for (let at = plain.indexOf("@"); at >= 0 && found.size < mostContacts; at = plain.indexOf("@", at + 1)) {
    domain.lastIndex = at + 1;
    const host = domain.exec(plain)?.[0];
    if (host === undefined || !isPrivateDomain(host)) continue;
    let start = at;
    while (start > 0 && at - start < 64 && inName.test(plain.charAt(start - 1))) start--;
    const name = plain.slice(start, at);
    if (name === "") continue;
    const reach = `${name}@${host}`.toLowerCase();
    if (!found.has(reach)) found.set(reach, { kind: "mail", reach, start, end: at + 1 + host.length });
  }
  return [...found.values()];
}
