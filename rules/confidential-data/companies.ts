import { validate as isSiren } from "stdnum/lib/cjs/fr/siren.js";
import { validate as isSiret } from "stdnum/lib/cjs/fr/siret.js";
import { validate as isVat } from "stdnum/lib/cjs/fr/tva.js";
import { validate as isEmployer } from "stdnum/lib/cjs/us/ein.js";
import type { Span } from "../../src/core/model.ts";
import { isNear } from "./near.ts";
import { digitsOf, type NumberRun } from "./numbers.ts";

const siretWords = /(?<!\p{L})(?:siren|siret|rcs|entreprise|société|établissement|fournisseur|client|tva)(?!\p{L})/iu;
const vat = /(?<![\p{L}\p{N}])FR[ \u00a0]?\d{2}[ \u00a0]?\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}(?![\p{L}\p{N}])/giu;
const employer = /(?<![\p{L}\p{N}.-])\d{2}-\d{7}(?![\p{L}\p{N}-])/gu;
const employerWords = /(?<!\p{L})(?:ein|employer identification)(?!\p{L})/iu;

/**
 * Company numbers: SIRET and SIREN, French VAT numbers, American employers' numbers. Registers publish them and every
 * invoice bears them, before outsiders too, so the rule looks for them only where its settings ask.
 */
export function findCompanies(plain: string, runs: readonly NumberRun[]): Span[] {
  const whole = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  const french = whole.filter((span) => {
    const number = digitsOf(plain.slice(span.start, span.end));
    const valid = number.length === 14 ? isSiret(number).isValid : number.length === 9 && isSiren(number).isValid;
    return valid && isNear(plain, span, siretWords);
  });
  const written = (form: RegExp, isValid: (number: string) => boolean): Span[] =>
    [...plain.matchAll(form)]
      .filter(([number]) => isValid(number.replace(/[^0-9a-z]/gi, "").toUpperCase()))
      .map(({ index, 0: number }) => ({ start: index, end: index + number.length }));
  const american = written(employer, (number) => isEmployer(number).isValid).filter((span) =>
    isNear(plain, span, employerWords),
  );
  return [...french, ...written(vat, (number) => isVat(number).isValid), ...american];
}
