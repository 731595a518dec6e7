import { validate as isAustralian } from "stdnum/lib/cjs/au/tfn.js";
import { validate as isBelgian } from "stdnum/lib/cjs/be/nn.js";
import { validate as isBrazilian } from "stdnum/lib/cjs/br/cpf.js";
import { validate as isCanadian } from "stdnum/lib/cjs/ca/sin.js";
import { validate as isSwiss } from "stdnum/lib/cjs/ch/ssn.js";
import { validate as isGermanTax } from "stdnum/lib/cjs/de/idnr.js";
import { validate as isGermanInsurance } from "stdnum/lib/cjs/de/svnr.js";
import { validate as isDanish } from "stdnum/lib/cjs/dk/cpr.js";
import { validate as isSpanish } from "stdnum/lib/cjs/es/dni.js";
import { validate as isSpanishForeigner } from "stdnum/lib/cjs/es/nie.js";
import { validate as isSpanishInsurance } from "stdnum/lib/cjs/es/nss.js";
import { validate as isFinnish } from "stdnum/lib/cjs/fi/hetu.js";
import { validate as isFrenchTax } from "stdnum/lib/cjs/fr/nif.js";
import { validate as isBritish } from "stdnum/lib/cjs/gb/nino.js";
import { validate as isIrish } from "stdnum/lib/cjs/ie/pps.js";
import { validate as isIndian } from "stdnum/lib/cjs/in/aadhaar.js";
import { validate as isItalian } from "stdnum/lib/cjs/it/codicefiscale.js";
import { validate as isDutch } from "stdnum/lib/cjs/nl/bsn.js";
import { validate as isNorwegian } from "stdnum/lib/cjs/no/fodselsnummer.js";
import { validate as isPolish } from "stdnum/lib/cjs/pl/pesel.js";
import { validate as isPortuguese } from "stdnum/lib/cjs/pt/nif.js";
import { validate as isRomanian } from "stdnum/lib/cjs/ro/cnp.js";
import { validate as isSwedish } from "stdnum/lib/cjs/se/personnummer.js";
import { validate as isAmerican } from "stdnum/lib/cjs/us/ssn.js";

import { wholeWords } from "./near.ts";

/** A number that a state gives to a person. */
export interface PersonalNumber {
  /** How it is written. Bounded, so that searching is linear; with the flag "g". */
  readonly form: RegExp;
  /** Given letters and digits alone. */
  readonly validate: (number: string) => { readonly isValid: boolean };
  /** Words of which one must stand near, because many other numbers look the same; null where form and check digit prove enough. */
  readonly cue: string | null;
}

const formOf = (form: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_#/.-])(?:${form.replaceAll("_", "[ .\\-/\\u00a0\\u202f]?")})(?![\\p{L}\\p{N}_]|[-.]\\p{N})`,
    "giu",
  );
const nineDigits = String.raw`\d{3}_\d{3}_\d{3}`;
const elevenDigits = String.raw`\d{2}_\d{3}_\d{3}_\d{3}`;

/** All but the French number of social security, which has rules of its own. */
export const personalNumbers: readonly PersonalNumber[] = [
  {
    form: formOf(String.raw`\d{3}_\d{2}_\d{4}`),
    validate: isAmerican,
    cue: String.raw`ssns?|social[ -]security(?: (?:number|no|n°|#))?|itin`,
  },
  { form: formOf(nineDigits), validate: isCanadian, cue: "sin|nas|social insurance|assurance sociale" },
  {
    form: formOf(String.raw`[a-z]{2}_\d{2}_\d{2}_\d{2}_[a-d]`),
    validate: isBritish,
    cue: "nino|ni|nin|national insurance|insurance number|payroll|payslip|employee|p45|p60|hmrc",
  },
  // Sixteen letters and digits with a check letter, and the Swiss one with its fixed beginning, are like nothing else.
  {
    form: formOf("[a-z]{6}[0-9lmnpqrstuv]{2}[a-ehlmprst][0-9lmnpqrstuv]{2}[a-z][0-9lmnpqrstuv]{3}[a-z]"),
    validate: isItalian,
    cue: null,
  },
  {
    form: formOf(String.raw`756_\d{4}_\d{4}_\d{2}`),
    validate: isSwiss,
    cue: "avs|ahv|oasi|navs|numéro|number|nummer|salari[ée]e?s?|employ[ée]e?s?",
  },
  {
    form: formOf(String.raw`\d{2}_\d{2}_\d{2}_\d{3}_\d{2}`),
    validate: isBelgian,
    cue: "niss|insz|nrn|registre national|num[ée]ro national|national (?:register )?number|rijksregister(?:nummer)?",
  },
  {
    form: formOf(String.raw`\d{8}_[a-z]`),
    validate: isSpanish,
    cue: "dni|nif|d\\.n\\.i\\.|identity|identité|passport",
  },
  { form: formOf(String.raw`[xyz]_\d{7}_[a-z]`), validate: isSpanishForeigner, cue: null },
  {
    form: formOf(String.raw`\d{2}_\d{8}_\d{2}`),
    validate: isSpanishInsurance,
    cue: "nss|seguridad social|social security|sécurité sociale",
  },
  {
    form: formOf(elevenDigits),
    validate: isGermanTax,
    cue: "steuer-?id(?:nr)?|idnr|steueridentifikationsnummer|tax id|german tax",
  },
  {
    form: formOf(String.raw`\d{2}_\d{6}_[a-z]_\d{3}`),
    validate: isGermanInsurance,
    cue: "svnr|sozialversicherung\\p{L}*|rentenversicherung\\p{L}*|social security",
  },
  { form: formOf(nineDigits), validate: isDutch, cue: "bsn|burgerservicenummer|citizen service number" },
  { form: formOf(String.raw`\d{6}_\d{4}`), validate: isDanish, cue: "cpr|cpr-?nummer|personnummer" },
  {
    form: formOf(String.raw`(?:\d{2})?\d{6}[-+]?\d{4}`),
    validate: isSwedish,
    cue: "personnummer|personal identity number",
  },
  {
    form: formOf(String.raw`\d{6}_\d{5}`),
    validate: isNorwegian,
    cue: "fødselsnummer|fodselsnummer|personnummer|d-nummer",
  },
  {
    form: formOf(String.raw`\d{6}[-+a]\d{3}[0-9a-y]`),
    validate: isFinnish,
    cue: "hetu|henkilötunnus|personal identity code",
  },
  { form: formOf(String.raw`\d{7}[a-w][abhtwx]?`), validate: isIrish, cue: "ppsn?|personal public service" },
  { form: formOf(elevenDigits), validate: isPolish, cue: "pesel" },
  { form: formOf(nineDigits), validate: isPortuguese, cue: "nif|contribuinte" },
  { form: formOf(String.raw`[1-9]\d{12}`), validate: isRomanian, cue: "cnp|cod numeric personal" },
  { form: formOf(String.raw`\d{3}_\d{3}_\d{3}_\d{2}`), validate: isBrazilian, cue: "cpf" },
  { form: formOf(String.raw`\d{4}_\d{4}_\d{4}`), validate: isIndian, cue: "aadhaar|aadhar|uidai" },
  { form: formOf(String.raw`\d{3}_\d{3}_\d{2,3}`), validate: isAustralian, cue: "tfn|tax file number" },
  {
    form: formOf(String.raw`[0-3]\d_\d{2}_\d{3}_\d{3}_\d{3}`),
    validate: isFrenchTax,
    cue: "num[ée]ro fiscal|n° fiscal|identifiant fiscal|spi|référence fiscale|fiscal",
  },
];

/** Whether any of the cues is there at all: one search instead of one for each. */
export const anyCue = wholeWords(personalNumbers.flatMap(({ cue }) => cue ?? []).join("|"));
