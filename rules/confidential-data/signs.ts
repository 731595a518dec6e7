/** What a message may hold. Most messages hold nothing, and are done with after one look at each character. */
export interface Signs {
  /** How many ASCII digits. */
  readonly digits: number;
  /** The most digits that could be one number: at most three signs or spaces between two of them, and no letter. */
  readonly inOneNumber: number;
  /** The most ASCII letters and digits with nothing between them. */
  readonly inOneToken: number;
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

const isDigit = (char: number): boolean => char >= 48 && char <= 57;
const isLetter = (char: number): boolean => (char | 32) >= 97 && (char | 32) <= 122;
const longestGap = 3;

export function signsOf(plain: string): Signs {
  const signs = { digits: 0, inOneNumber: 0, inOneToken: 0, secret: false };
  let window = 0;
  let number = 0;
  let token = 0;
  let gap = 0;
  for (let index = 0; index < plain.length; index++) {
    const char = plain.charCodeAt(index);
    if (isDigit(char)) {
      signs.digits++;
      number = gap > longestGap ? 1 : number + 1;
      gap = 0;
      if (number > signs.inOneNumber) signs.inOneNumber = number;
    } else gap = isLetter(char) ? longestGap + 1 : gap + 1;
    token = gap === 0 || isLetter(char) ? token + 1 : 0;
    if (token > signs.inOneToken) signs.inOneToken = token;
    window = place(window, char);
    const shelf = shelfOf[window] ?? 0;
    if (shelf !== 0 && !signs.secret) signs.secret = holdsStemAt(plain, index - 2, shelf);
  }
  return signs;
}
function holdsStemAt(plain: string, from: number, shelf: number): boolean {
  return shelves[shelf]?.some((stem) => plain.slice(from, from + stem.length).toLowerCase() === stem) ?? false;
}
