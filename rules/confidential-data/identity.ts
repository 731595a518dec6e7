import { validate as isFrench } from "stdnum/lib/cjs/fr/nir.js";
import { validate as isAmerican } from "stdnum/lib/cjs/us/ssn.js";
import type { Span } from "../../src/core/model.ts";
import { anyCue, personalNumbers } from "./countries.ts";
import { isNear, isSample, wholeWords, windowsAround } from "./near.ts";

/** Enough to tell an author; more would only cost time. */
const mostPerForm = 50;

/** Identity numbers of persons: by form and check digit, and, where others look alike, by a word near them. */
export function findIdentityNumbers(plain: string): Span[] {
  return [
    ...findFrench(plain),
    ...findAmericanForm(plain),
    ...findDocuments(plain),
    ...(anyCue.test(plain) ? numbers : unmistakable).flatMap(({ form, cue, validate }) =>
      (cue === null ? [{ start: 0, end: plain.length }] : windowsAround(plain, cue))
        .flatMap((window) => spansOf(plain, form, window))
        .filter((span) => validate(bare(plain, span)).isValid),
    ),
  ];
}

const numbers = personalNumbers.map((number) => ({
  ...number,
  cue: number.cue === null ? null : wholeWords(number.cue, "giu"),
}));
const unmistakable = numbers.filter(({ cue }) => cue === null);

function spansOf(plain: string, form: RegExp, window: Span = { start: 0, end: plain.length }): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: written } of plain.slice(window.start, window.end).matchAll(form)) {
    const start = window.start + index;
    spans.push({ start, end: start + written.length });
    if (spans.length === mostPerForm) break;
  }
  return spans;
}
const bare = (plain: string, { start, end }: Span): string =>
  plain
    .slice(start, end)
    .replace(/[^0-9a-z]/gi, "")
    .toUpperCase();

const gap = "[ .\\-\\u00a0\\u202f]?";
/** Sex, year, month, department (2A and 2B are Corsica), commune, order; and the key, which people leave out. */
const french = new RegExp(
  `(?<![\\p{L}\\p{N}_#/.-])[1-478]${gap}\\d{2}${gap}\\d{2}${gap}(?:\\d{2}|2[ab])${gap}\\d{3}${gap}\\d{3}(?:${gap}\\d{2})?(?![\\p{L}\\p{N}_]|[-.]\\p{N})`,
  "giu",
);
const frenchWords = wholeWords(
  "nir|n° ?s[ée]cu\\p{L}*|s[ée]cu|s[ée]curité sociale|num[ée]ro de s[ée]cu\\p{L}*|insee|carte vitale|vitale|dpae|due|immatriculation|assur[ée]e?|ameli|cpam|social security",
);
const frenchSamples: ReadonlySet<string> = new Set([
  "255081416802538",
  "269054958815780",
  "188057803609184",
  "180126955222380",
]);

function findFrench(plain: string): Span[] {
  return spansOf(plain, french).filter((span) => {
    const number = bare(plain, span);
    const month = Number(number.slice(3, 5));
    const spoken = isNear(plain, span, frenchWords);
    if (number.length === 13) return spoken && isMonth(month);
    return (spoken || (month >= 1 && month <= 12)) && isFrench(number).isValid && !isSample(plain, span, frenchSamples);
  });
}
/** 20 and above stand for a month that is not known, or for a register that was full (INSEE). */
const isMonth = (month: number): boolean => (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;

const american = /(?<![\p{L}\p{N}_#/.-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}_]|[-./]\p{N})/gu;
const otherThings = wholeWords(
  "orders?|ref|reference|parts?|sku|tickets?|cases?|batch|lots?|serial|invoices?|po|items?|models?|commandes?|réf|référence|pièces?|factures?|dossiers?",
);
/** Three, two and four digits with hyphens are an American number of social security even where nothing says so. */
function findAmericanForm(plain: string): Span[] {
  return spansOf(plain, american).filter(
    (span) => isAmerican(bare(plain, span)).isValid && !isNear(plain, span, otherThings, { before: 25, after: 0 }),
  );
}

const document = /(?<![\p{L}\p{N}_/.-])(?=[A-Z0-9]{0,11}\d{5})[A-Z0-9]{8,12}(?![\p{L}\p{N}_])/gu;
const documentWords =
  /(?<!\p{L})(?:passports?|passeports?|carte (?:nationale )?d[’']identité|cni|identity card|id card|titre de séjour|permis de conduire|driving licen[cs]e|driver[’']?s licen[cs]e|residence permit)(?!\p{L})[^\n.;]{0,30}$/iu;

/** The number of a passport, identity card, residence permit or driving licence, right after its name. */
const findDocuments = (plain: string): Span[] =>
  documentName.test(plain)
    ? spansOf(plain, document).filter((span) => isNear(plain, span, documentWords, { before: 60, after: 0 }))
    : [];
const documentName = /pass(?:e)?port|identit|cni|id card|séjour|permis|licen[cs]e|permit/iu;
