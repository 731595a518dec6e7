import type { Span } from "../../src/core/model.ts";
import { isPlaceholder } from "./placeholder.ts";

/** Keys and tokens whose issuer gives them a prefix, so that they are known wherever they stand. */
const prefixed = new RegExp(
  `(?<![A-Za-z0-9])(?:${[
    "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])", // Amazon Web Services
    "gh[pousr]_[A-Za-z0-9]{30,255}",
    "github_pat_[A-Za-z0-9_]{22,255}",
    "gl(?:pat|ptt|dt|rt|rtr|cbt|soat|oas|ft|imt|agent)-[A-Za-z0-9_-]{20,255}",
    "xox[abeoprs]-[A-Za-z0-9-]{10,255}",
    "xapp-\\d-[A-Za-z0-9-]{10,255}",
    "(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,255}", // Stripe; pk_ keys are public
    "npm_[A-Za-z0-9]{36}",
    "pypi-[A-Za-z0-9_-]{50,255}",
    "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}", // SendGrid
    "AIza[A-Za-z0-9_-]{35}", // Google
    "GOCSPX-[A-Za-z0-9_-]{28}",
    "ya29\\.[A-Za-z0-9_-]{20,255}",
    "sk-[A-Za-z0-9_-]{20,255}", // OpenAI, Anthropic and others
    "eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,8000}\\.[A-Za-z0-9_-]{10,2000}", // JSON Web Token
    "hf_[A-Za-z0-9]{30,40}",
    "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
    "dop_v1_[a-f0-9]{64}",
    "dapi[a-f0-9]{32}",
    "hvs\\.[A-Za-z0-9_-]{24,255}",
    "ATATT3[A-Za-z0-9_=-]{50,255}",
    "gsk_[A-Za-z0-9]{40,60}",
    "glsa_[A-Za-z0-9_]{32,60}",
    "sq0csp-[A-Za-z0-9_-]{40,50}",
    "lin_api_[A-Za-z0-9]{30,60}",
    "PMAK-[a-f0-9]{24}-[a-f0-9]{34}",
    "AGE-SECRET-KEY-1[A-Z0-9]{58}",
    "\\d{8,10}:AA[A-Za-z0-9_-]{33}", // Telegram
    "AccountKey=[A-Za-z0-9+/]{40,90}={0,2}", // Azure Storage
  ].join("|")})`,
  "g",
);
const webhooks =
  /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9_/-]{20,200}|discord(?:app)?\.com\/api\/webhooks\/\d{10,25}\/[A-Za-z0-9_-]{30,100}|webhook\.office\.com\/webhookb2\/[A-Za-z0-9@/_-]{40,300}|[?&]sig=[A-Za-z0-9%/+]{40,100}={0,2}/g;
const authorisation = /(?<![A-Za-z])(?:Basic|Bearer)\s{1,3}([A-Za-z0-9+/._~-]{16,2000}={0,2})/g;
const amazonSecret = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g;

/** Keys, tokens and webhooks that are known by their form, private keys, and addresses with a password in them. */
export function findSecrets(plain: string): Span[] {
  const keys = spansOf(plain, prefixed).filter(isRealIn(plain));
  const amazon = keys.some(({ start }) => /^A[KSBC][IC]A/.test(plain.slice(start, start + 4)));
  return [
    ...keys,
    ...spansOf(plain, webhooks),
    ...findAuthorisations(plain),
    // The second half of an Amazon key has no mark of its own; beside the first half it is nothing else.
    ...(amazon ? spansOf(plain, amazonSecret).filter((span) => isMixed(plain.slice(span.start, span.end))) : []),
    ...findPrivateKeys(plain),
    ...findAddresses(plain),
  ];
}

const spansOf = (plain: string, form: RegExp): Span[] =>
  [...plain.matchAll(form)].map(({ index, 0: written }) => ({ start: index, end: index + written.length }));
const isMixed = (written: string): boolean => /[a-z]/.test(written) && /[A-Z]/.test(written) && /\d/.test(written);

/** Words joined by hyphens, and a key of the same few letters, were made up; so was one that says so. */
const isRealIn =
  (plain: string) =>
  ({ start, end }: Span): boolean => {
    const written = plain.slice(start, end);
    const random = written.slice(4);
    const looksRandom = (/\d/.test(random) || /[a-z][A-Z]/.test(random)) && new Set(random).size >= 8;
    return looksRandom && !madeUp.test(written) && !slug.test(written);
  };
// Any other word may come about by chance in a key.
const madeUp = /example|x{4}|your[-_]|placeholder|changeme|redacted/i;
const slug = /^sk-[a-z0-9]+(?:-[a-z0-9]+)+$/;

function findAuthorisations(plain: string): Span[] {
  return [...plain.matchAll(authorisation)].flatMap(({ index, 0: whole, 1: value = "" }) => {
    const end = index + whole.length;
    return isMixed(value) && !isPlaceholder(value) ? [{ start: end - value.length, end }] : [];
  });
}

const keyLine = /-----(BEGIN|END) [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
/** From the first line to the last; to the end of the message where the last is missing. */
function findPrivateKeys(plain: string): Span[] {
  const lines = [...plain.matchAll(keyLine)];
  return lines.flatMap(({ index, 0: line, 1: kind }, place) => {
    const next = lines[place + 1];
    const end = next ? next.index + (next[1] === "END" ? next[0].length : 0) : plain.length;
    // The first line alone is how people speak of keys.
    const holdsKey = kind === "BEGIN" && /[A-Za-z0-9+/]{30}/.test(plain.slice(index + line.length, end));
    return holdsKey ? [{ start: index, end }] : [];
  });
}

const inAddress = /:\/\/([^\s:@/?#"'<>]{0,100}):([^\s@/"'<>]{1,200})@([^\s/:?#"'<>]{1,100})/g;
const onThisMachine = /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal)/;

/** "scheme://name:password@host". A password that is the name is how trials on one's own machine are set up. */
function findAddresses(plain: string): Span[] {
  return [...plain.matchAll(inAddress)].flatMap(({ index, 0: whole, 1: name = "", 2: password = "", 3: host = "" }) => {
    const trial = isPlaceholder(password) || (onThisMachine.test(host) && password === name);
    const start = index + 3 + name.length + 1;
    return trial || whole.length === 0 ? [] : [{ start, end: start + password.length }];
  });
}
