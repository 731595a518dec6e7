import type { Example } from "../../src/core/rule.ts";

export type Code = "author-resting" | "reaches-resting";

/** The working week of the examples is Monday to Friday, 09:00 to 18:00, with the public holidays of France. */
const tuesdayEvening = "2026-11-24T21:15:00+01:00[Europe/Paris]";
const tuesdayMorning = "2026-11-24T10:30:00+01:00[Europe/Paris]";
const justAfterWork = "2026-11-24T18:10:00+01:00[Europe/Paris]";
const sunday = "2026-11-22T11:00:00+01:00[Europe/Paris]";
const armistice = "2026-11-11T10:00:00+01:00[Europe/Paris]";
const montreal = { zone: "America/Montreal" };
const london = { zone: "Europe/London" };
const paris = { zone: "Europe/Paris" };

const english: readonly Omit<Example<Code>, "locale">[] = [
  {
    says: "An evening message",
    text: "Here are the figures for tomorrow.",
    at: tuesdayEvening,
    finds: ["author-resting"],
  },
  { says: "A Sunday message", text: "I have read the whole report.", at: sunday, finds: ["author-resting"] },
  { says: "A public holiday", text: "Could you send me the minutes?", at: armistice, finds: ["author-resting"] },
  {
    says: "Writing while on leave",
    text: "I am away, but here is the file.",
    at: tuesdayMorning,
    author: { absence: "leave" },
    finds: ["author-resting"],
  },
  {
    says: "A word about urgency declares none",
    text: "The urgent request can wait until Monday.",
    at: sunday,
    finds: ["author-resting"],
  },
  {
    says: "A mention of somebody for whom it is four in the morning",
    text: "@Alex could you look at this?",
    at: tuesdayMorning,
    mentions: [montreal],
    finds: ["reaches-resting"],
  },
  {
    says: "A mention of somebody on leave",
    text: "@Alex do you have the contract?",
    at: tuesdayMorning,
    mentions: [{ ...paris, absence: "leave" }],
    finds: ["reaches-resting"],
  },
  { says: "An ordinary morning", text: "Good morning, the build is green.", at: tuesdayMorning, finds: [] },
  { says: "A few minutes after work", text: "Done, see you tomorrow.", at: justAfterWork, finds: [] },
  {
    says: "Being on call is working",
    text: "The alert is closed, all is well.",
    at: tuesdayEvening,
    author: { absence: "on-call" },
    finds: [],
  },
  { says: "Declared urgency", text: "Urgent: the payment page is down.", at: tuesdayEvening, finds: [] },
  { says: "Declared urgency in brackets", text: "[URGENT] water in the server room", at: sunday, finds: [] },
  {
    says: "Somebody mentioned who is at work",
    text: "@Alex shall we talk at eleven?",
    at: tuesdayMorning,
    mentions: [london],
    finds: [],
  },
  {
    says: "Somebody mentioned who is on call at night",
    text: "@Alex the alert is yours.",
    at: tuesdayMorning,
    mentions: [{ ...montreal, absence: "on-call" }],
    finds: [],
  },
  {
    says: "Mentions left alone by the settings",
    text: "@Alex for your morning.",
    at: tuesdayMorning,
    mentions: [montreal],
    settings: { mentions: false },
    finds: [],
  },
  {
    says: "A longer grace",
    text: "One last thing before I go.",
    at: "2026-11-24T18:45:00+01:00[Europe/Paris]",
    settings: { graceMinutes: 60 },
    finds: [],
  },
  {
    says: "A client keeps their own hours",
    text: "We have a question about the invoice.",
    at: tuesdayEvening,
    author: { audience: "client" },
    finds: [],
  },
];

const french: readonly Omit<Example<Code>, "locale">[] = [
  {
    says: "Un message du soir",
    text: "Voici les chiffres pour demain.",
    at: tuesdayEvening,
    finds: ["author-resting"],
  },
  { says: "Un message du dimanche", text: "J’ai relu tout le rapport.", at: sunday, finds: ["author-resting"] },
  {
    says: "Un jour férié",
    text: "Pouvez-vous m’envoyer le compte rendu ?",
    at: armistice,
    finds: ["author-resting"],
  },
  {
    says: "Un message pendant des congés",
    text: "Je suis absente, mais voici le fichier.",
    at: tuesdayMorning,
    author: { absence: "leave" },
    finds: ["author-resting"],
  },
  {
    says: "Parler d’urgence n’est pas la déclarer",
    text: "Rien d’urgent, cela peut attendre lundi.",
    at: sunday,
    finds: ["author-resting"],
  },
  {
    says: "Une mention de quelqu’un pour qui il est quatre heures du matin",
    text: "@Camille, pourriez-vous regarder ce point ?",
    at: tuesdayMorning,
    mentions: [montreal],
    finds: ["reaches-resting"],
  },
  {
    says: "Une mention de quelqu’un en congé, parmi d’autres",
    text: "@Alex @Camille, où en est le contrat ?",
    at: tuesdayMorning,
    mentions: [london, { ...paris, absence: "leave" }],
    finds: ["reaches-resting"],
  },
  { says: "Un matin ordinaire", text: "Bonjour à tous, la réunion est à 11 h.", at: tuesdayMorning, finds: [] },
  { says: "Quelques minutes après la journée", text: "C’est terminé, à demain !", at: justAfterWork, finds: [] },
  {
    says: "L’astreinte est du travail",
    text: "L’alerte est close, tout va bien.",
    at: tuesdayEvening,
    author: { absence: "on-call" },
    finds: [],
  },
  { says: "Une urgence déclarée", text: "Urgent : le site de paiement ne répond plus.", at: tuesdayEvening, finds: [] },
  { says: "Une urgence déclarée autrement", text: "URGENCE ! Fuite d’eau en salle serveur.", at: sunday, finds: [] },
  {
    says: "Quelqu’un de mentionné qui travaille",
    text: "@Camille, on en parle à 11 h ?",
    at: tuesdayMorning,
    mentions: [london],
    finds: [],
  },
  {
    says: "Une marque d’urgence propre à l’organisation",
    text: "Astreinte : le disque de sauvegarde est plein.",
    at: tuesdayEvening,
    settings: { urgentMarkers: ["astreinte"] },
    finds: [],
  },
  {
    says: "Un fournisseur garde ses propres horaires",
    text: "La livraison arrivera demain matin.",
    at: tuesdayEvening,
    author: { audience: "supplier" },
    finds: [],
  },
];

export const examples: readonly Example<Code>[] = [
  ...english.map((example) => ({ ...example, locale: "en" as const })),
  ...french.map((example) => ({ ...example, locale: "fr" as const })),
];
