import type { Example } from "../../src/core/rule.ts";

type Code = "watched-term";

const project = { terms: [{ term: "Project Aurora" }] };
const projet = { terms: [{ term: "projet Aurore" }, { term: "offre", allow: ["offre d’emploi"] }] };
const secret = { terms: [{ term: "secret", allow: ["secret santa"] }] };
const number = { patterns: [{ pattern: "\\bPRJ-\\d{4}\\b", allow: ["PRJ-0000"] }] };
const pain = { terms: [{ term: "pain", locale: "en" }] };

const english: readonly Omit<Example<Code>, "locale">[] = [
  { says: "A term of two words", text: "When does project aurora begin?", settings: project, finds: ["watched-term"] },
  {
    says: "The same over a hyphen",
    text: "The Project-Aurora slides are ready.",
    settings: project,
    finds: ["watched-term"],
  },
  { says: "Digits for letters", text: "Keep this s3cr3t, please.", settings: secret, finds: ["watched-term"] },
  { says: "Signs for letters", text: "This is $ecret.", settings: secret, finds: ["watched-term"] },
  { says: "Stretched letters", text: "It is a seeeecret!", settings: secret, finds: ["watched-term"] },
  { says: "Look-alike letters", text: "A ѕесrеt list.", settings: secret, finds: ["watched-term"] },
  { says: "A pattern", text: "I moved prj-2041 to next week.", settings: number, finds: ["watched-term"] },
  { says: "A term in its own language", text: "This is a pain for the team.", settings: pain, finds: ["watched-term"] },
  { says: "The same letters in another language", text: "Le pain est dans la cuisine.", settings: pain, finds: [] },
  { says: "A word that only contains the term", text: "The secretary secretes nothing.", settings: secret, finds: [] },
  { says: "An allowed phrase", text: "Who joins Secret Santa this year?", settings: secret, finds: [] },
  { says: "Two sentences are no phrase", text: "This is my project. Aurora is my cat.", settings: project, finds: [] },
  { says: "Code is not prose", text: "Set `secret` to false in the file.", settings: secret, finds: [] },
  { says: "A link is not prose", text: "See https://example.org/secret for more.", settings: secret, finds: [] },
  { says: "An allowed number", text: "Use PRJ-0000 in the template.", settings: number, finds: [] },
  { says: "Nothing is watched until the organisation says so", text: "The secret project.", finds: [] },
];

const french: readonly Omit<Example<Code>, "locale">[] = [
  { says: "Un terme de deux mots", text: "Où en est le Projet Aurore ?", settings: projet, finds: ["watched-term"] },
  {
    says: "Avec une espace insécable",
    text: "Le projet\u00a0aurore démarre.",
    settings: projet,
    finds: ["watched-term"],
  },
  { says: "Après une apostrophe", text: "J’ai reçu l’offre ce matin.", settings: projet, finds: ["watched-term"] },
  {
    says: "Après une apostrophe droite",
    text: "Merci d'envoyer d'abord l'Offre.",
    settings: projet,
    finds: ["watched-term"],
  },
  { says: "Des accents en trop", text: "C’est un sécret.", settings: secret, finds: ["watched-term"] },
  {
    says: "Des chiffres pour des lettres",
    text: "Une 0ffre à ne pas manquer.",
    settings: projet,
    finds: ["watched-term"],
  },
  { says: "Un motif", text: "Le dossier PRJ-1789 est clos.", settings: number, finds: ["watched-term"] },
  { says: "Une expression permise", text: "Une offre d'emploi est en ligne.", settings: projet, finds: [] },
  { says: "Une lettre de plus fait un autre mot", text: "Les offres coffrent.", settings: projet, finds: [] },
  {
    says: "Deux phrases ne font pas une expression",
    text: "C’est mon projet. Aurore le sait.",
    settings: projet,
    finds: [],
  },
  { says: "Le code n’est pas de la prose", text: "Le champ `offre` est vide.", settings: projet, finds: [] },
  { says: "Un mot d’une autre langue", text: "Je prends du pain et du café.", settings: pain, finds: [] },
  { says: "Un numéro permis", text: "Le modèle porte le numéro PRJ-0000.", settings: number, finds: [] },
];

export const examples: readonly Example<Code>[] = [
  ...english.map((example) => ({ ...example, locale: "en" as const })),
  ...french.map((example) => ({ ...example, locale: "fr" as const })),
];
