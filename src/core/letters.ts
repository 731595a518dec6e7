/** What a code point is to a word, as small numbers: below `nothing` it ends a word, from `letter` on it is part of one. */
export type Kind = number;
const edge: Kind = 1;
export const soft: Kind = 2;
export const sign: Kind = 3;
export const nothing: Kind = 4;
const accent: Kind = 5;
export const letter: Kind = 6;
export const digit: Kind = 7;
/** A word of its own. */
export const alone: Kind = 8;

/** Capitals decide where a small letter has another look: the Greek "Ν" is an N, though "ν" is nearer to a v. */
const looksLike = new Map(
  [
    ["авгекмнпорстухіјѕһӏԁԛԝҽ", "abrekmhnopctyxijshldqwe"],
    ["αβεζηικμνορτυχωγ", "abezhikmnoptyxwy"],
    ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
    ["øđðłıħŋɑɡɩƒɛɔʋʃ", "oddlihnagifeovs"],
  ].flatMap(([from = "", to = ""]) => Array.from(from, (char, index): [string, string] => [char, to[index] ?? char])),
)
  .set("æ", "ae")
  .set("œ", "oe")
  .set("ß", "ss")
  .set("þ", "th");

const foldsToNothing = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t-\r\x85])\p{Cc})$/u;
const softGap = /^[\p{White_Space}\p{Pd}\p{Pc}'‘’ʼ′`´＇]$/u;
const accents =
  /^(?![\u3099\u309a])(?:(?=\p{Mn})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]|\p{Me})$/u;
const wordPart = /^[\p{L}\p{M}\p{N}]$/u;
const partsOfWords = /^(?:(?!ʼ)[\p{L}\p{M}\p{N}])+$/u;
const han = /\p{Script=Han}/u;
const signs = "@$!";

// What is known of each code point, filled when first met: classifying costs a microsecond, looking up a nanosecond.
const kinds = new Uint8Array(0x110000);
// No letter has been given a place beyond the third plane.
const folded = Array<string>(0x40000).fill("");

/** What a code point is; any number from 0 to 0x10ffff, lone surrogates too. */
export function kindOf(point: number): Kind {
  const kind = kinds[point] ?? edge;
  return kind === 0 ? classify(point) : kind;
}
function classify(point: number): Kind {
  const written = String.fromCodePoint(point);
  const kind = kindOfWritten(point, written);
  kinds[point] = kind;
  return kind;
}
function kindOfWritten(point: number, written: string): Kind {
  if (point >= 0xd800 && point < 0xf900) return edge; // lone surrogates and private use
  const ideograph = (point >= 0x4e00 && point < 0xa000) || (point >= 0x20000 && point < 0x2f800);
  if (ideograph || (point >= 0xac00 && point < 0xd7a4)) {
    folded[point] = written.normalize("NFD"); // two thirds of the plane, and no other question to ask of them
    return ideograph ? alone : letter;
  }
  if (foldsToNothing.test(written)) return nothing;
  if (softGap.test(written)) return soft;
  if (accents.test(written)) return accent;
  if (signs.includes(written.normalize("NFKD"))) {
    folded[point] = written.normalize("NFKD");
    return sign;
  }
  const fold = foldPoint(point);
  // Enclosed and squared letters are signs by their category and letters to the eye; other signs are not words.
  if (fold === "" || !(wordPart.test(written) || /^[a-z]$/.test(fold))) return edge;
  folded[point] = fold;
  // Languages that write Han put no spaces between words, so each of its characters stands for itself.
  if (han.test(fold)) return Array.from(fold).length === 1 ? alone : edge;
  return /^\p{N}+$/u.test(fold) ? digit : letter;
}

/** Repeated until it changes nothing, so that folding what was folded is the same. */
function foldPoint(point: number): string {
  let fold = String.fromCodePoint(enclosedLetter(point));
  for (let round = 0; round < 4; round++) {
    const parts = Array.from(fold.normalize("NFKD").toLowerCase().normalize("NFKD"));
    if (parts.includes("\u2044")) return ""; // a fraction is not a number with more digits
    const next = parts.flatMap((part) => (accents.test(part) ? [] : [looksLike.get(part) ?? part]));
    const kept = next.filter((part) => partsOfWords.test(part)).join("");
    if (kept === fold) break;
    fold = kept;
  }
  return fold;
}
/** White letters on black discs and squares, which Unicode does not decompose. */
function enclosedLetter(point: number): number {
  if (point >= 0x1f150 && point <= 0x1f169) return point - 0x1f150 + 0x61;
  return point >= 0x1f170 && point <= 0x1f189 ? point - 0x1f170 + 0x61 : point;
}

/** The folded letters and digits of a range, and its signs as they are. */
export function foldOf(plain: string, start: number, end: number): string {
  let fold = "";
  for (let at = start; at < end;) {
    const point = plain.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    if (kind >= letter || kind === sign) fold += folded[point] ?? "";
    at += point > 0xffff ? 2 : 1;
  }
  return fold;
}
