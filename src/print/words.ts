import { dateIn } from "../core/enforcement.ts";
import type { Locale, Localised } from "../core/model.ts";

/** What the printed charter says of itself and of what follows from it, each thing once. `{…}` is filled in. */
export const words = {
  title: { en: "The charter of our internal network", fr: "La charte de notre réseau interne" },
  revision: { en: "Revision {number} · printed on {date}", fr: "Révision {number} · imprimée le {date}" },
  draftOf: { en: "Draft, not in force · printed on {date}", fr: "Projet, pas en vigueur · imprimé le {date}" },
  inForce: { en: "In force since {date}.", fr: "En vigueur depuis le {date}." },
  undated: { en: "In force.", fr: "En vigueur." },
  notInForce: {
    en: "Not in force yet: from {date}. Until then its clauses are tried in silence.",
    fr: "Pas encore en vigueur\u00a0: à partir du {date}. Jusque-là, ses clauses sont en observation silencieuse.",
  },
  planned: { en: "Meant to be in force from {date}.", fr: "Entrée en vigueur prévue le {date}." },
  paused: {
    en: "Paused: the whole charter is silent up to and including {date}.",
    fr: "En pause\u00a0: toute la charte se tait jusqu’au {date} inclus.",
  },
  standings: { en: "Clauses: ", fr: "Clauses\u00a0: " },
  objectives: { en: "What the network is for", fr: "À quoi sert le réseau" },
  promises: { en: "What you are promised", fr: "Ce qui vous est promis" },
  clauses: { en: "The clauses", fr: "Les clauses" },
  bindStaff: {
    en: "They bind staff unless they say otherwise. ",
    fr: "Elles engagent le personnel, sauf indication contraire. ",
  },
  beyond: { en: "Beyond what {clauses} may notice, no program looks for anything", fr: "Au-delà de ce que {clauses} peuvent remarquer, aucun programme ne cherche rien" },
  beyondOne: { en: "Beyond what {clauses} may notice, no program looks for anything", fr: "Au-delà de ce que {clauses} peut remarquer, aucun programme ne cherche rien" },
  beyondNone: { en: "No program looks for anything", fr: "Aucun programme ne cherche rien" },
  people: {
    en: ": the rest is a matter for people. If something troubles you, /charter report brings it to a steward.",
    fr: "\u00a0: le reste est l’affaire de chacun. Si quelque chose vous pèse, /charter report le porte devant un référent.",
  },
  forPeople: { en: "A matter for people.", fr: "L’affaire de chacun." },
  clauseOne: { en: "clause {list}", fr: "la clause {list}" },
  clausesMany: { en: "clauses {list}", fr: "les clauses {list}" },
  happens: { en: "When a message does not fit", fr: "Quand un message ne convient pas" },
  steps: {
    en: [
      "Your message stays where it is: the program deletes nothing and blocks nobody.",
      "You get a private note, at once, so that you can change the message before others read it: the clause, the words found, the reason and a better way.",
      "Notes are few: {day} a day at most, and {dayAndClause} a day for one clause. Beyond that, and for what a clause lets pass in a week, you are told nothing and nothing is kept that names you.",
      "If you correct or delete the message, the note is withdrawn where the platform allows it; otherwise its buttons say that it no longer applies.",
      "A clause tried in silence gives no note, and nothing is kept that names you: only a count, without your words. Only in a trial space does it give notes already.",
      "If you do not agree, press “I object” on the note or write /charter contest. Somebody whom it does not concern decides, with a reason. If they agree with you, the note no longer holds; if not, you may appeal within 14 days, and somebody else decides.",
    ],
    fr: [
      "Votre message reste où il est\u00a0: le programme n’efface rien et ne bloque personne.",
      "Vous recevez un rappel privé, aussitôt, pour pouvoir modifier le message avant que d’autres ne le lisent\u00a0: la clause, les mots en cause, la raison et une meilleure façon de faire.",
      "Les rappels sont rares\u00a0: {day} par jour au plus, dont {dayAndClause} pour une même clause. Au-delà, et pour ce qu’une clause tolère chaque semaine, vous ne recevez rien et rien n’est conservé qui vous désigne.",
      "Si vous corrigez ou supprimez le message, le rappel est retiré là où la plateforme le permet\u00a0; sinon, ses boutons indiquent qu’il ne s’applique plus.",
      "Une clause en observation silencieuse ne donne aucun rappel, et rien n’est conservé qui vous désigne\u00a0: seulement un décompte, sans vos mots. Dans un espace pilote seulement, elle donne déjà des rappels.",
      "Si vous n’êtes pas d’accord, utilisez le bouton «\u00a0Je conteste\u00a0» du rappel ou écrivez /charter contest. Une personne que cela ne concerne pas décide et donne sa raison. Si elle vous donne raison, le rappel ne tient plus\u00a0; sinon, vous pouvez faire appel sous 14\u00a0jours, et quelqu’un d’autre décide.",
    ],
  },
  evenThen: {
    en: "A clause that opens cases does so beyond these notes too, and you hear of it.",
    fr: "Une clause qui ouvre des dossiers le fait même au-delà, et vous en êtes prévenu·e.",
  },
  sees: { en: "Who sees what", fr: "Qui voit quoi" },
  seesList: {
    en: [
      "The note: nobody but you. Nobody else sees that you were told, and no screen lists notes by person.",
      "What is kept after a note: at most 160 characters around the words found, sealed, until 24 hours after the note. Numbers of six digits or more are masked{masked}. Then who wrote, where and in which message, without a word of it, until 30 days after the message.",
      "Stewards: the words only in a case, which is opened if you contest, if somebody reports the message, or {stage}. They stay sealed until 14 days after the decision; the case without its words is kept for a year.",
    ],
    fr: [
      "Le rappel\u00a0: personne d’autre que vous. Nul ne voit que vous l’avez reçu, et aucun écran ne liste les rappels par personne.",
      "Ce qui est conservé après un rappel\u00a0: au plus 160 caractères autour des mots en cause, scellés, jusqu’à 24\u00a0heures après le rappel. Les numéros de six chiffres ou plus y sont masqués{masked}. Puis qui a écrit, où et dans quel message, sans aucun mot, pendant 30\u00a0jours à compter du message.",
      "Les référents\u00a0: les mots seulement dans un dossier, ouvert si vous contestez, si quelqu’un signale le message, ou {stage}. Ils y restent scellés jusqu’à 14\u00a0jours après la décision\u00a0; le dossier, sans les mots, est conservé un an.",
    ],
  },
  masked: {
    en: ", and so are the passwords, keys, cards, accounts, identity numbers and private contacts that {clauses} finds",
    fr: ", comme les mots de passe, clés, cartes, comptes, numéros d’identité et contacts privés que trouve {clauses}",
  },
  stageCase: { en: "by {clauses}", fr: "par {clauses}" },
  stageNone: { en: "by a clause that says so (none does today)", fr: "par une clause qui le dit (aucune aujourd’hui)" },
  never: { en: "What is never looked at", fr: "Ce qui n’est jamais regardé" },
  neverList: {
    en: [
      "Direct messages between people, and calls.",
      "The inside of files and pictures.",
      "What was written before the program came.",
      "What people from outside write, unless a clause binds them. They are never told anything.",
      "Your leave and your times on call, unless you set them yourself with /charter hours.",
    ],
    fr: [
      "Les messages directs entre personnes, et les appels.",
      "L’intérieur des fichiers et des images.",
      "Ce qui a été écrit avant l’arrivée du programme.",
      "Ce qu’écrivent des personnes extérieures, sauf si une clause les engage. Elles ne reçoivent jamais rien.",
      "Vos congés et vos astreintes, sauf si vous les indiquez vous-même avec /charter hours.",
    ],
  },
  sanctuaries: {
    en: "These spaces, in which nothing at all is judged, neither words nor hours nor who is there: {names}.",
    fr: "Ces espaces, où rien n’est examiné, ni les mots, ni les heures, ni les personnes présentes\u00a0: {names}.",
  },
  noSanctuary: {
    en: "Spaces declared as sanctuaries, in which nothing at all is judged. None is declared yet.",
    fr: "Les espaces déclarés sanctuaires, où rien n’est examiné. Aucun ne l’est encore.",
  },
  asked: { en: "What you can ask", fr: "Ce que vous pouvez demander" },
  typed: {
    en: "Commands are typed in the chat, and you alone see the answer.",
    fr: "Ces commandes s’écrivent dans la messagerie, et la réponse n’est visible que par vous.",
  },
  askedList: {
    en: [
      "/charter check tells you, before you send, which clauses a draft would touch. The draft is not kept.",
      "/charter why explains the last note you were given, and /charter contest objects to it.",
      "/charter me shows what is held about you, hands it to you and erases it.",
      "/charter exceptions shows where and for whom the charter does not hold.",
    ],
    fr: [
      "/charter check vous dit, avant l’envoi, quelles clauses un brouillon toucherait. Il n’est pas conservé.",
      "/charter why explique le dernier rappel reçu, et /charter contest permet de le contester.",
      "/charter me montre ce qui est conservé à votre sujet, vous le remet et l’efface.",
      "/charter exceptions montre où et pour qui la charte ne vaut pas.",
    ],
  },
  glossary: { en: "Five words", fr: "Cinq mots" },
  glossaryList: {
    en: [
      ["Steward", "An ambassador, a moderator or an admin. None of them decides what concerns themselves."],
      ["Ambassador", "A volunteer who explains the charter, and may be asked to look at a case."],
      ["Moderator", "Is told of cases and decides them."],
      ["Admin", "Changes the charter, and decides cases too."],
      ["Trial space", "Its members know that clauses tried in silence elsewhere give notes there."],
    ],
    fr: [
      ["Référent", "Un ambassadeur, un modérateur ou un administrateur. Aucun ne décide de ce qui le concerne. Ces noms valent pour toutes et tous."],
      ["Ambassadeur", "Volontaire qui explique la charte, et peut avoir à examiner un dossier."],
      ["Modérateur", "Est prévenu des dossiers et en décide."],
      ["Administrateur", "Modifie la charte, et décide aussi des dossiers."],
      ["Espace pilote", "Ses membres savent que les clauses observées en silence ailleurs y donnent des rappels."],
    ],
  },
  footer: {
    en: "This page was made from the charter itself, by the program that applies it.",
    fr: "Cette page est tirée de la charte elle-même, par le programme qui l’applique.",
  },
} as const satisfies Record<string, Localised | Readonly<Record<Locale, readonly (string | readonly string[])[]>>>;

/** Fills `{name}` in a sentence. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** A date of the organisation, "2026-12-01", as people read it; in French the first of a month is "1er". */
export const dayIn = (date: string, locale: Locale): string => dateIn(date, locale).replace(/^1 /, "1er\u00a0");

/** "1, 2 and 6": numbers or names in a row. */
export const listIn = (items: readonly (string | number)[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(items.map(String));

/** "clause 1", "clauses 1 and 6". */
export const clausesIn = (numbers: readonly number[], locale: Locale): string =>
  fill(words[numbers.length === 1 ? "clauseOne" : "clausesMany"][locale], { list: listIn(numbers, locale) });
