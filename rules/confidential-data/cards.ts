import type { Span } from "../../src/core/model.ts";
import { isNear, isSample, windowsAround } from "./near.ts";
import { digitsOf, hasLuhnDigit, type NumberRun } from "./numbers.ts";

/** The issuer ranges that card networks publish. Of a rare one, or of a rare length, Luhn alone would prove too little. */
const networks: readonly {
  readonly from: number;
  readonly to: number;
  readonly usual: readonly number[];
  readonly rare: readonly number[];
}[] = [
  { from: 400000, to: 499999, usual: [16], rare: [13, 19] }, // Visa; German article numbers have thirteen digits too
  { from: 510000, to: 559999, usual: [16], rare: [] }, // Mastercard
  { from: 222100, to: 272099, usual: [16], rare: [] }, // Mastercard, since 2017
  { from: 340000, to: 349999, usual: [15], rare: [] }, // American Express
  { from: 370000, to: 379999, usual: [15], rare: [] },
  { from: 300000, to: 305999, usual: [], rare: [14, 16, 17, 18, 19] }, // Diners; every SIRET has fourteen digits and Luhn's
  { from: 309500, to: 309599, usual: [], rare: [14, 16, 17, 18, 19] },
  { from: 360000, to: 369999, usual: [], rare: [14, 15, 16, 17, 18, 19] },
  { from: 380000, to: 399999, usual: [], rare: [14, 16, 17, 18, 19] },
  { from: 352800, to: 358999, usual: [16], rare: [17, 18, 19] }, // JCB
  { from: 601100, to: 601199, usual: [16], rare: [17, 18, 19] }, // Discover
  { from: 644000, to: 659999, usual: [16], rare: [17, 18, 19] },
  { from: 620000, to: 629999, usual: [], rare: [16, 17, 18, 19] }, // UnionPay
  { from: 810000, to: 817199, usual: [], rare: [16, 17, 18, 19] },
  { from: 220000, to: 220499, usual: [], rare: [16, 17, 18, 19] }, // Mir
  { from: 979200, to: 979299, usual: [], rare: [16] }, // Troy
  { from: 500000, to: 509999, usual: [], rare: [12, 13, 14, 15, 16, 17, 18, 19] }, // Maestro, RuPay, Verve, Elo
  { from: 560000, to: 589999, usual: [], rare: [12, 13, 14, 15, 16, 17, 18, 19] }, // Maestro
  { from: 600000, to: 699999, usual: [], rare: [12, 13, 14, 15, 16, 17, 18, 19] },
];

const cardWords =
  /(?<!\p{L})(?:cards?|cartes?|visa|master ?card|amex|american express|maestro|diners|discover|jcb|union ?pay|cvv2?|cvc2?|cryptogramme|expir\w*|exp|expiry|valid(?:e|ity)|cb|pan)(?!\p{L})/iu;
const everyCardWord = new RegExp(cardWords, "giu");
const otherNumbers =
  /(?<!\p{L})(?:orders?|commandes?|tracking|suivi|colis|parcel|shipment|ref|réf|référence|reference|contract|contrat|ticket|invoice|facture|dossier|transaction|imei|iccid|serial|série|sku|lot|batch|isbn|ean|gtin|siret|siren|request|trace|event|timestamp|conversation|log|id|ids)(?!\p{L})[^\n]{0,18}$/iu;

/** Numbers for trials that payment services publish. They are found like others, unless the message calls them a test. */
const samples: ReadonlySet<string> = new Set(
  (
    "4242424242424242 4111111111111111 4012888888881881 4000056655665556 4000000000000002 5555555555554444 5105105105105100 " +
    "2223003122003222 378282246310005 371449635398431 6011111111111117 6011000990139424 3530111333300000 3566002020360505 " +
    "30569309025904 38520000023237 36227206271667 6304000000000000 5200828282828210 4000002500003155"
  ).split(" "),
);

/** Payment cards of every network: issuer range, length and Luhn's digit; rare networks where a word speaks of a card. */
export function findCards(plain: string, runs: readonly NumberRun[]): Span[] {
  const spoken = windowsAround(plain, everyCardWord);
  return runs.flatMap((run) => {
    const cards: Span[] = [];
    for (let first = 0; first < run.length; first++) {
      const start = run[first]?.start ?? 0;
      // Where no word speaks of a card, a number must be one from its first digit on.
      if (first > 0 && !spoken.some((window) => window.start <= start && start < window.end)) continue;
      const last = cardFrom(plain, run, first);
      if (last === null) continue;
      cards.push({ start, end: run[last]?.end ?? 0 });
      first = last;
    }
    return cards;
  });
}

/** The index of the group that ends a card beginning with the group `first`. */
function cardFrom(plain: string, run: NumberRun, first: number): number | null {
  const start = run[first]?.start ?? 0;
  const lengths: number[] = [];
  let length = 0;
  for (let last = first; last < run.length; last++) {
    const group = run[last] ?? { start, end: start };
    lengths.push(group.end - group.start);
    length += group.end - group.start;
    // Nobody writes a card digit by digit, and a table of digits would be endless to try.
    if (length > 19 || group.end - group.start < 2) return null;
    if (length >= 12 && isCard(plain, { start, end: group.end }, { lengths, alone: isAlone(run, first, last) }))
      return last;
  }
  return null;
}
/** Only an expiry date and a security code may stand beside it. */
const isAlone = (run: NumberRun, first: number, last: number): boolean =>
  first === 0 && run.length - last <= 4 && run.slice(last + 1).every(({ start, end }) => end - start <= 3);

interface Grouping {
  readonly lengths: readonly number[];
  readonly alone: boolean;
}
function isCard(plain: string, span: Span, { lengths, alone }: Grouping): boolean {
  const number = digitsOf(plain.slice(span.start, span.end));
  const known = networkOf(number);
  if (known === null || !hasLuhnDigit(number) || /^(\d)\1+$/.test(number)) return false;
  const plausible = known === "usual" && alone && isGroupedLikeCard(lengths);
  return (
    (isNear(plain, span, cardWords) || (plausible && !isNear(plain, span, otherNumbers, justBefore))) &&
    !isSample(plain, span, samples)
  );
}
const justBefore = { before: 40, after: 0 };

function networkOf(number: string): "usual" | "rare" | null {
  const issuer = Number(number.slice(0, 6));
  let rare = false;
  for (const network of networks) {
    if (issuer < network.from || issuer > network.to) continue;
    if (network.usual.includes(number.length)) return "usual";
    rare ||= network.rare.includes(number.length);
  }
  return rare ? "rare" : null;
}

/** In one piece, by fours, in halves, or 4-6-5 as American Express prints it. */
function isGroupedLikeCard(lengths: readonly number[]): boolean {
  const shape = lengths.join("-");
  return lengths.length === 1 || shape === "4-6-5" || shape === "8-8" || /^4-4-4-[1-7]$|^4-4-4-4-[1-3]$/.test(shape);
}
