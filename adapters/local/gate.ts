import type { Locale, Localised } from "../../src/core/model.ts";

/** Why the playground refuses a request, in words. */
export type Refused = keyof typeof sentences;
const sentences = {
  elsewhere: [
    403,
    {
      en: "The playground answers on this machine only: open it at localhost or 127.0.0.1.",
      fr: "Le terrain d’essai ne répond que sur cette machine\u00a0: ouvrez-le à l’adresse localhost ou 127.0.0.1.",
    },
  ],
  foreign: [
    403,
    {
      en: "The playground takes requests from its own page only.",
      fr: "Le terrain d’essai n’accepte que les demandes de sa propre page.",
    },
  ],
  unreadable: [
    400,
    {
      en: "This request could not be read: its JSON is damaged or a part is missing or too long.",
      fr: "Cette demande est illisible\u00a0: son JSON est abîmé, ou une partie manque ou est trop longue.",
    },
  ],
  stranger: [
    404,
    {
      en: "There is no such person or space in this company.",
      fr: "Cette personne ou cet espace n’existe pas dans cette entreprise.",
    },
  ],
  outside: [
    403,
    { en: "This person is not a member of that space.", fr: "Cette personne n’est pas membre de cet espace." },
  ],
  gone: [409, { en: "This message is not there any more.", fr: "Ce message n’est plus là." }],
  another: [403, { en: "Only its author can change a message.", fr: "Seul l’auteur d’un message peut le modifier." }],
  closed: [503, { en: "The playground is closed for the moment.", fr: "Le terrain d’essai est fermé pour le moment." }],
  conflict: [
    409,
    {
      en: "This message has changed since. Please look again.",
      fr: "Ce message a changé entre-temps. Veuillez le relire.",
    },
  ],
  unrecorded: [
    503,
    {
      en: "Charter could not record this just now, so it was not sent. Please try again in a moment.",
      fr: "Charter n’a pas pu l’enregistrer à l’instant\u00a0: rien n’a été envoyé. Veuillez réessayer dans un instant.",
    },
  ],
} as const satisfies Record<string, readonly [number, Localised]>;

/** The answer that says why, in the language asked for. */
export function refuse(why: Refused, locale: Locale): Response {
  const [status, sentence] = sentences[why];
  return Response.json({ error: sentence[locale] }, { status, headers: { "cache-control": "no-store" } });
}

/**
 * Whether a request may come in at all. A name that only resolves to this machine may be anybody's (DNS rebinding), so the
 * host must be written as loopback; what acts or listens must also come from our own page.
 */
export function checkGate(request: Request, open: "to read" | "to act"): Refused | null {
  const url = new URL(request.url);
  const host = (request.headers.get("host") ?? url.host).toLowerCase();
  if (!loopback.test(host)) return "elsewhere";
  if (open === "to read") return null;
  const origin = request.headers.get("origin");
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === host ? null : "foreign";
  const site = request.headers.get("sec-fetch-site");
  return site === "same-origin" || site === "none" ? null : "foreign";
}
const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/u;

/** The language asked for: `?lang=` first, then what the browser prefers. */
export function languageOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  if (asked === "en" || asked === "fr") return asked;
  return /^\s*fr\b/iu.test(request.headers.get("accept-language") ?? "") ? "fr" : "en";
}
