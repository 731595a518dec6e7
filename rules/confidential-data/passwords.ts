import type { Span } from "../../src/core/model.ts";
import { isPlaceholder } from "./placeholder.ts";

const passwordNames =
  "mots? de passe|mdp|passwords?|passwd|pwd|passphrase|passcode|(?:wifi|wi-fi) (?:key|code)|(?:clé|code) (?:du )?(?:wifi|wi-fi)|pass|pw";
const keyNames =
  "api[ _-]?keys?|apikey|clés? (?:d[’'])?api|secret[ _-]?(?:access[ _-]?)?key|client[ _-]?secret|access[ _-]?(?:key|token)|auth[ _-]?token|bearer token|private[ _-]?key|clé (?:privée|secrète)|secret|token|jeton";
const codeNames =
  "(?:code )?pin(?: code)?|digicode|code (?:d[’']accès|de (?:la )?(?:porte|alarme)|du (?:portail|coffre|cadenas)|d[’']alarme)|(?:door|alarm|gate|access|safe|entry)[ -]code|code (?:for|of|to) (?:the )?(?:door|alarm|gate|safe)";
const accountNames = "identifiants?|credentials?|creds|logins?|accès";

/** What the words before a value say of it. In a name such as DB_PASSWORD they stand after an underscore. */
const names = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<password>${passwordNames})|(?<key>${keyNames})|(?<code>${codeNames})|(?<account>(?<![-/.])(?:${accountNames})(?!-)))(?![\\p{L}\\p{N}@])`,
  "giu",
);
/** A window of the message, beginning where a name ends: the value stands within these units, in the same sentence. */
const windowLength = 180;
const mostNames = 300;

/** Passwords, keys and codes that are told in words: "mot de passe : …", "DB_PASSWORD=…", "the password is …". */
export function findPasswords(plain: string): Span[] {
  const found: Span[] = [];
  let seen = 0;
  for (const { index, 0: name, groups = {} } of plain.matchAll(names)) {
    if (++seen > mostNames) break;
    const from = index + name.length;
    if (from < (found.at(-1)?.end ?? 0)) continue;
    const value = valueAfter(plain.slice(from, from + windowLength), kindOf(groups));
    if (value) found.push({ start: from + value.start, end: from + value.end });
  }
  return found;
}
type Kind = "password" | "key" | "code" | "account";
const kindOf = (groups: Readonly<Record<string, string | undefined>>): Kind =>
  groups["password"] ? "password" : groups["key"] ? "key" : groups["code"] ? "code" : "account";

const opening = "[\"'`“«*_\\s\\u00a0]{0,4}";
/** Some words of the same sentence, then a sign or a verb that gives the value. */
const given = new RegExp(
  `^["'\`*_]{0,3}(?<words>(?:[^:=\\n;!?.]|:\\/\\/|\\.(?=\\S)){0,60}?)\\s{0,2}\\u00a0?(?:[:=](?!\\/\\/)|->|=>|→|(?<=[\\s\\u00a0])(?:is|est|sera|c[’']est)(?: (?:le|la|the|now))?(?=\\s))${opening}(?<value>[^\\s"'\`“”«»\\u00a0]{4,200})`,
  "iu",
);
const wordsAfter = /[^\s"'`“”«»\u00a0]+/gu;

function valueAfter(window: string, kind: Kind): Span | null {
  const match = given.exec(window);
  const { value = "", words = "" } = match?.groups ?? {};
  if (match && !aboutIt.test(words) && fits(value, kind, words.trim() === "")) {
    const end = match[0].length - value.length + trimmed(value).length;
    return { start: match[0].length - value.length, end };
  }
  return kind === "password" || kind === "account" ? strongWord(window) : null;
}
/** Words that speak of passwords in general; what follows is advice, not a value. */
const aboutIt =
  /(?<!\p{L})(?:policy|rules?|length|strength|politique|règles?|longueur|reset|forgot\p{L}*|oubli\p{L}*|hash\p{L}*|hach\p{L}*|expir\p{L}*|error|erreur|field|champ|manager|gestionnaire)(?!\p{L})/iu;

function fits(written: string, kind: Kind, direct: boolean): boolean {
  const value = trimmed(written);
  if (kind === "code") return /^\d{4,8}[#*A-Z]?$/.test(value);
  if (direct && kind === "password" && /^\d{6,12}$/.test(value)) return true;
  if (isNoValue(value)) return false;
  if (kind === "key") return isKeyLike(value);
  return value.length >= 6 && hasLetter(value) && (/\d/.test(value) || isSigned(value));
}
const trimmed = (value: string): string => value.replace(/[.,;:)\]}>*_]+$/, "");
const hasLetter = (value: string): boolean => /\p{L}/u.test(value);
/** Signs that are not how words, dates and names are joined. */
const isSigned = (value: string): boolean =>
  /[!#$%^&*+=~|]/.test(value.replace(/[!?]+$/, "")) || /\p{L}@\p{L}*\d|\d@/u.test(value);

/** Without a sign between name and value, only what nobody writes as a word: letters and digits with a sign, or next to the name. */
function strongWord(window: string): Span | null {
  const sentence = /^[^\n;]*/.exec(window)?.[0] ?? "";
  let before = "";
  let count = 0;
  for (const { index, 0: word } of sentence.matchAll(wordsAfter)) {
    const value = trimmed(word);
    if (++count > 7 || aboutIt.test(word)) return null;
    if (isStrong(value, count <= 2 || before === "/") && !isNoValue(value))
      return { start: index, end: index + value.length };
    if (/[.!?]$/.test(word)) return null;
    before = word;
  }
  return null;
}
const isStrong = (value: string, near: boolean): boolean =>
  value.length >= 7 && /\d/.test(value) && hasLetter(value) && (isSigned(value) || (near && isMixedCase(value)));
const isMixedCase = (value: string): boolean => value.length >= 8 && /\p{Ll}/u.test(value) && /\p{Lu}/u.test(value);

function isKeyLike(value: string): boolean {
  if (!/^[A-Za-z0-9+/=_.~-]{16,200}$/.test(value) || new Set(value).size < 8) return false;
  const slug = /^[a-z]+(?:[-_.][a-z0-9]+)*$|^[A-Z]+(?:_[A-Z0-9]+)*$/.test(value);
  return !slug && /\d/.test(value) && hasLetter(value);
}

const knownWords =
  /^(?:sha-?\d{1,3}|md5|base64|oauth-?2?|utf-?8|bcrypt2?|argon2(?:id)?|pbkdf2|2fa|mfa|1password|keepass\w*|http2|k8s|win(?:dows)?\d+|o365|m365|office365|aes-?\d+|rsa-?\d+|h24|v\d[\w.-]*)$/i;
/** An amount, a date, a version, a file, a ticket, a path, an address or a name in code. */
const otherThings =
  /^(?:[/~@-]|(?:ctrl|ctl|alt|shift|cmd|maj|super)[+-]\S+$|[A-Za-z]:[\\/]|\d+(?:[.:/h-]\d*)*$|\d+[ -]?(?:chars?|char\p{L}*|caract\p{L}*|days?|jours?|mois|months?|min\p{L}*|h|ms|s|x|%)$|[A-Z]{2,10}-\d{1,7}$|#\d+$|\S+\.(?:pdf|docx?|xlsx?|pptx?|txt|md|png|jpe?g|zip|csv|json|ya?ml|ts|js|py|kdbx)$|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$)/iu;
const isAddress = /:\/\/|^www\.|^[^@\s]+@[^@\s]+\.\p{L}{2,}$/iu;
const isNoValue = (value: string): boolean =>
  isPlaceholder(value) || knownWords.test(value) || otherThings.test(value) || isAddress.test(value);
