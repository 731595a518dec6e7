import type { Span } from "../../src/core/model.ts";
import { isNear, isSample } from "./near.ts";

/** The length of an IBAN in each country that has one (SWIFT IBAN registry, release 99, and the experimental ones in use). */
const lengths: ReadonlyMap<string, number> = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 " +
    "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 " +
    "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 " +
    "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 " +
    "AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const begin = /(?<![a-z0-9])([a-z]{2})[ \u00a0\u202f-]?\d{2}/gi;
const longestGap = 2;

/** IBANs that documents print as examples. */
const samples: ReadonlySet<string> = new Set(
  (
    "FR1420041010050500013M02606 FR7630006000011234567890189 GB29NWBK60161331926819 GB82WEST12345698765432 " +
    "DE89370400440532013000 BE68539007547034 ES9121000418450200051332 IT60X0542811101000000123456 CH9300762011623852957 NL91ABNA0417164300"
  ).split(" "),
);

/** IBANs: a country's length and the check digits (ISO 13616, ISO 7064 MOD 97-10), and French accounts without one. */
export function findAccounts(plain: string): Span[] {
  const accounts: Span[] = [];
  for (const { index, 1: country = "" } of plain.matchAll(begin)) {
    if (index < (accounts.at(-1)?.end ?? 0)) continue;
    const length = lengths.get(country.toUpperCase());
    const span = length === undefined ? null : readSpan(plain, index, length);
    if (span && hasIbanDigits(compact(plain, span)) && !isSample(plain, span, samples)) accounts.push(span);
  }
  return [
    ...accounts,
    ...findRibs(plain).filter(({ start, end }) => !accounts.some((one) => one.start < end && start < one.end)),
  ];
}
const compact = (plain: string, { start, end }: Span): string =>
  plain
    .slice(start, end)
    .replace(/[^a-z0-9]/gi, "")
    .toUpperCase();

/** The span of `length` letters and digits from `start`, over single separators; null where it ends before, or goes on. */
function readSpan(plain: string, start: number, length: number): Span | null {
  let taken = 0;
  let gap = 0;
  for (let at = start; at < plain.length; at++) {
    const char = plain.charCodeAt(at);
    if (isAlphanumeric(char)) {
      taken++;
      gap = 0;
      if (taken === length) return goesOn.test(plain.slice(at + 1, at + 3)) ? null : { start, end: at + 1 };
    } else if (++gap > longestGap || !separators.includes(plain.charAt(at))) return null;
  }
  return null;
}
const separators = " \u00a0\u202f\u2011.-";
const goesOn = /^[\p{L}\p{N}]/u;
const isAlphanumeric = (char: number): boolean =>
  (char >= 48 && char <= 57) || (char >= 65 && char <= 90) || (char >= 97 && char <= 122);

function hasIbanDigits(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const rib = /(?<![\w.-])\d{5}[ \u00a0\u202f-]?\d{5}[ \u00a0\u202f-]?[A-Z0-9]{11}[ \u00a0\u202f-]?\d{2}(?!\w)/g;
const ribWords = /(?<!\p{L})(?:rib|compte|bancaires?|banque|virement|account|bank)(?!\p{L})/iu;

/** A French account number with its key: bank, branch, account and key, where a word speaks of a bank. */
function findRibs(plain: string): Span[] {
  if (!ribWords.test(plain)) return [];
  return [...plain.matchAll(rib)]
    .map(({ index, 0: written }) => ({ start: index, end: index + written.length }))
    .filter((span) => hasRibKey(compact(plain, span)) && isNear(plain, span, ribWords));
}
/** Letters of an account stand for digits: A and J for 1, B, K and S for 2, and so on. The whole is a multiple of 97. */
function hasRibKey(number: string): boolean {
  const figures = number.replace(/[A-Z]/g, (char) => {
    const place = char.charCodeAt(0) - 65;
    return String(place < 18 ? (place % 9) + 1 : place - 16);
  });
  return BigInt(figures) % 97n === 0n;
}
