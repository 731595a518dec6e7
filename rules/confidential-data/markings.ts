import { foldText } from "../../src/core/fold.ts";
import type { Span, Text } from "../../src/core/model.ts";
import { compileTerms } from "../../src/core/terms.ts";

/** Not for everybody, wherever it is posted. */
const restricted = [
  "confidential",
  "strictly confidential",
  "highly confidential",
  "company confidential",
  "commercial in confidence",
  "private and confidential",
  "privileged and confidential",
  "confidential and proprietary",
  "top secret",
  "strictly private",
  "not for distribution",
  "do not distribute",
  "do not forward",
  "do not share",
  "eyes only",
  "restricted distribution",
  "limited distribution",
  "under embargo",
  "tlp:red",
  "tlp:amber",
  "confidentiel",
  "confidentielle",
  "strictement confidentiel",
  "strictement confidentielle",
  "très confidentiel",
  "hautement confidentiel",
  "confidentiel entreprise",
  "confidentiel défense",
  "diffusion restreinte",
  "diffusion limitée",
  "ne pas diffuser",
  "ne pas transférer",
  "ne pas partager",
  "secret des affaires",
  "secret professionnel",
  "sous embargo",
  "document confidentiel",
  "confidential document",
] as const;
/** For colleagues: a breach only where others read. */
const internal = [
  "internal",
  "internal only",
  "strictly internal",
  "internal use only",
  "for internal use only",
  "internal use",
  "company internal",
  "interne",
  "interne uniquement",
  "strictement interne",
  "usage interne",
  "usage interne uniquement",
  "à usage interne",
  "document interne",
  "diffusion interne",
  "diffusion interne uniquement",
  "réservé à un usage interne",
] as const;

/** How the usual markings begin, so that a message which begins otherwise is not folded. */
const beginnings =
  /^[^\p{L}\p{N}]{0,12}(?:confiden|strict|highly|company|commercial|private|privileged|top|not|do|eyes|restricted|limited|under|tlp|tr[eè]s|haut|diffusion|ne|secret|sous|document|intern|for|usage|[àa] usage|r[ée]serv)/iu;

/** A marking stands alone on its line or apart from what follows; in a sentence the same words only speak of it. */
const apart = /^[ \t\u00a0]*(?:[*_\])>»"|]+[ \t]*)*(?:$|[\n:|\])–—•]|-[ \t]|[.!][ \t]*(?:\n|$))/u;
const wholeLine = /^[^\n]{0,3}(?:$|\n)/;

/** Gives what finds a marking at the head of a text. `own` are the organisation's, taken as those for few people. */
export function compileMarkings(own: readonly string[]): (text: Text, beforeOutsiders: boolean) => Span[] {
  const find = compileTerms([...restricted, ...own, ...internal]);
  const few = restricted.length + own.length;
  return (text, beforeOutsiders) => {
    if (own.length === 0 && !beginnings.test(text.plain)) return [];
    const begin = foldText(text)[0]?.start;
    if (begin === undefined) return [];
    const heads = find(text).filter(
      (match) => match.start === begin && (match.term < few || beforeOutsiders) && isMarking(text.plain, match),
    );
    const longest = heads.toSorted((one, other) => other.end - one.end)[0];
    return longest ? [{ start: longest.start, end: longest.end }] : [];
  };
}

/** In capitals before a text that is not, a marking needs no sign after it: "CONFIDENTIAL Results of the third quarter". */
function isMarking(plain: string, { start, end }: Span): boolean {
  const after = plain.slice(end, end + 40);
  if (apart.test(after) || wholeLine.test(after)) return true;
  const written = plain.slice(start, end);
  return (
    written.length > 7 &&
    written === written.toUpperCase() &&
    written !== written.toLowerCase() &&
    /\p{Ll}{3}/u.test(after)
  );
}
