import type { Span } from "../../src/core/model.ts";
import type { Contact } from "./contacts.ts";
import { isNear } from "./near.ts";

const reach = { before: 45, after: 30 };
/** "his mobile", "Julie's personal address", "c’est son perso", "le portable de Mme Leroy". */
const somebodyElses = new RegExp(
  [
    String.raw`(?<!\p{L})(?:his|her|their|\p{L}{2,20}['’]s)\s[^.!?\n]{0,25}(?<!\p{L})(?:mobile|cell|cellphone|home|personal|private|e-?mail)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:son|sa|ses|leurs?)\s[^.!?\n]{0,20}(?<!\p{L})(?:portable|mobile|perso|personnel(?:le)?|priv[ée]e?|domicile|06)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:perso|personnel(?:le)?|priv[ée]e?|portable|domicile)\s(?:de\s|du\s|des\s|d['’])`,
    String.raw`(?<!\p{L})(?:num[ée]ro|t[ée]l(?:[ée]phone)?|ligne|mail|e-?mail|adresse|courriel)\s(?:\p{L}{1,12}\s){0,2}(?:perso|personnel(?:le)?|priv[ée]e?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:personal|private|home)\s(?:\p{L}{1,10}\s)?(?:number|phone|mobile|cell|e-?mail|mail|address|line)(?!\p{L})`,
  ].join("|"),
  "iu",
);
const onesOwn = /(?<!\p{L})(?:my|mine|me|mon|ma|mes|moi|m['’])(?!\p{L}{2})/iu;
const professional =
  /(?<!\p{L})(?:work|office|pro|professionnel(?:le)?|bureau|company|business|support|hotline|helpdesk|standard|accueil|astreinte|on-call|switchboard|reception)(?!\p{L})/iu;
/** A line of its own that begins with what the number is: people end their mails so. */
const signature =
  /\n[ \t>*_-]{0,4}(?:t[ée]l(?:[ée]phone)?|phone|mob(?:ile)?|portable|gsm|cell|m|t|p|e-?mail|mail|e)\.?[ \t]{0,2}[:.][^\n]{0,20}$/iu;

/**
 * The contacts that are somebody else's private ones. Among colleagues a word must say so; where people from outside
 * read, a mobile number or private address does not go with a name unless its owner gives it: that is not ours to share.
 */
export function othersContacts(plain: string, contacts: readonly Contact[], beforeOutsiders: boolean): Span[] {
  return contacts.filter((contact) => {
    if (isNear(plain, contact, onesOwn, reach) || isNear(plain, contact, professional, reach)) return false;
    if (isNear(plain, contact, somebodyElses, reach)) return true;
    return beforeOutsiders && !isNear(plain, contact, signature, { before: 40, after: 0 });
  });
}
