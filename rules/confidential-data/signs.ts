/** What a message may hold. Most messages hold nothing, and are done with after one look at each character. */
export interface Signs {
  /** How many ASCII digits. */
  readonly digits: number;
  /** Whether a name that stands before a value, or a sign of a key, is there. */
  readonly secret: boolean;
}

/** Names that stand before a value, and the beginnings and inner signs of keys: nothing is a secret without one. */
const stems =
  "://|-----|pass|pwd|pw:|pw=|pw |mdp|mot |mots |clé|key|secret|token|jeton|code|pin|login|cred|identifiant|accès|basic|bearer|eyj|akia|asia|abia|acca|ghp_|gho_|ghu_|ghs_|ghr_|github_pat|glpat|glptt|gldt|glrt|glcbt|glsoat|gloas|glft|glimt|glagent|xox|xapp|whsec|npm_|pypi|sg.|aiza|gocspx|ya29|hf_|shpat|shpca|shppa|shpss|dop_|dapi|hvs.|atatt3|gsk_|glsa|sq0csp|lin_api|pmak|:aa|sk-|sk_|rk_|hooks.|webhook|sig=".split(
    "|",
  );

/** Three characters as a number: five bits of each, so that upper and lower case are the same. */
const place = (window: number, char: number): number => ((window << 5) & 0x7fff) | (char & 31);
/** For every three characters, which of `shelves` holds the stems that begin so; the first shelf is empty. */
const shelfOf = new Uint8Array(1 << 15);
const shelves: string[][] = [[]];
for (const stem of stems) {
  const at = place(place(place(0, stem.charCodeAt(0)), stem.charCodeAt(1)), stem.charCodeAt(2));
  const shelf = shelves[shelfOf[at] ?? 0];
  if (shelf && shelfOf[at] !== 0) shelf.push(stem);
  else shelfOf[at] = shelves.push([stem]) - 1;
}

export function signsOf(plain: string): Signs {
  let digits = 0;
  let secret = false;
  let window = 0;
  for (let index = 0; index < plain.length; index++) {
    const char = plain.charCodeAt(index);
    if (char >= 48 && char <= 57) digits++;
    window = place(window, char);
    const shelf = shelfOf[window] ?? 0;
    if (shelf !== 0 && !secret) secret = holdsStemAt(plain, index - 2, shelf);
  }
  return { digits, secret };
}
function holdsStemAt(plain: string, from: number, shelf: number): boolean {
  return shelves[shelf]?.some((stem) => plain.slice(from, from + stem.length).toLowerCase() === stem) ?? false;
}
