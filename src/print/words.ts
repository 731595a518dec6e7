import { dateIn } from "../core/enforcement.ts";
import type { Locale, Localised } from "../core/model.ts";

/** What the printed charter says of itself and of what follows from it, each thing once. `{…}` is filled in. */
export const words = {
  title: { en: "The charter of our internal network", fr: "La charte de notre réseau interne" },
  revision: { en: "Revision {number} · printed on {date}", fr: "Révision {number} · imprimée le {date}" },
  draftOf: { en: "Draft · printed on {date}", fr: "Projet · imprimé le {date}" },
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
  draftSilent: {
    en: "Draft: no clause gives notes yet, except in trial spaces. Where the program runs, it reads messages already, only to count.",
    fr: "Projet\u00a0: aucune clause ne donne encore de rappel, sauf dans les espaces pilotes. Là où le programme tourne, il lit déjà les messages, seulement pour compter.",
  },
  draftSpeaking: {
    en: "Draft: nothing of it holds yet. The clauses are shown as they will be.",
    fr: "Projet\u00a0: rien n’en est encore appliqué. Les clauses sont présentées telles qu’elles seront.",
  },
  nowSilent: {
    en: "No clause gives notes yet, except in trial spaces. The program reads messages already, only to count.",
    fr: "Aucune clause ne donne encore de rappel, sauf dans les espaces pilotes. Le programme lit déjà les messages, seulement pour compter.",
  },
  nowPaused: {
    en: "No clause gives notes, not even in trial spaces. The program still reads messages, only to count.",
    fr: "Aucune clause ne donne de rappel, pas même dans les espaces pilotes. Le programme lit encore les messages, seulement pour compter.",
  },
  nowSpeaking: {
    en: "Private notes come from {clauses}. In trial spaces, they come from clauses tried in silence too.",
    fr: "Donnent des rappels privés\u00a0: {clauses}. Dans les espaces pilotes, les clauses en observation silencieuse en donnent aussi.",
  },
  standings: { en: "Clauses: ", fr: "Clauses\u00a0: " },
  objectives: { en: "What the network is for", fr: "À quoi sert le réseau" },
  promises: { en: "What you are promised", fr: "Ce qui vous est promis" },
  clauses: { en: "The clauses", fr: "Les clauses" },
  bindStaff: {
    en: "They bind staff unless they say otherwise. ",
    fr: "Elles engagent le personnel, sauf indication contraire. ",
  },
  beyond: {
    en: "Beyond {clauses}, nothing is left to a program: the rest is a matter for people. If something troubles you, /charter report brings it to a steward.",
    fr: "Hormis {clauses}, rien n’est confié à un programme\u00a0: le reste est l’affaire de chacun. Si quelque chose vous pèse, /charter report le porte devant un référent.",
  },
  beyondNone: {
    en: "Nothing is left to a program: all of it is a matter for people. If something troubles you, /charter report brings it to a steward.",
    fr: "Rien n’est confié à un programme\u00a0: tout est l’affaire de chacun. Si quelque chose vous pèse, /charter report le porte devant un référent.",
  },
  clauseOne: { en: "clause {list}", fr: "la clause {list}" },
  clausesMany: { en: "clauses {list}", fr: "les clauses {list}" },
  to: { en: " to ", fr: " à " },
  happens: { en: "When a message does not fit", fr: "Quand un message ne convient pas" },
  steps: {
    en: [
      "Your message stays where it is: the program deletes nothing and blocks nobody.",
      "You get a private note, at once, so that you can change your message while few have read it: the clause, the words found, the reason and a better way. You need not answer before working hours.",
      "At most {day} notes a day, {dayAndClause} for one clause. Beyond that, and for what a clause lets pass in a week, you get none, and nothing is kept that names you.",
      "If you correct or delete the message, the note is withdrawn where the platform allows it; elsewhere its buttons say that it no longer applies.",
      "Outside of trial spaces, a clause tried in silence gives no note, and nothing is kept that names you: only a count, without your words.",
      "If you do not agree, press “I object” on the note or write /charter contest, for as long as the note is kept: 30 days. Somebody whom it does not concern decides, with a reason. If in your favour, the note no longer holds; if not, you may appeal within 14 days, to somebody else.",
    ],
    fr: [
      "Votre message reste où il est\u00a0: le programme n’efface rien et ne bloque personne.",
      "Vous recevez un rappel privé, aussitôt, pour pouvoir modifier votre message tant que peu de gens l’ont lu\u00a0: la clause, les mots en cause, la raison et une meilleure façon de faire. Vous n’avez pas à y répondre avant vos heures de travail.",
      "Au plus {day} rappels par jour, {dayAndClause} pour une même clause. Au-delà, et pour ce qu’une clause tolère chaque semaine, vous n’en recevez pas, et rien n’est conservé qui vous désigne.",
      "Si vous corrigez ou supprimez le message, le rappel est retiré là où la plateforme le permet\u00a0; ailleurs, ses boutons indiquent qu’il ne s’applique plus.",
      "Hors des espaces pilotes, une clause en observation silencieuse ne donne aucun rappel, et rien n’est conservé qui vous désigne\u00a0: seulement un décompte, sans vos mots.",
      "En cas de désaccord, utilisez le bouton «\u00a0Je conteste\u00a0» du rappel ou écrivez /charter contest, tant que le rappel est conservé\u00a0: 30\u00a0jours. Une personne que cela ne concerne pas décide, avec une raison. Si c’est en votre faveur, le rappel ne tient plus\u00a0; sinon, vous pouvez faire appel sous 14\u00a0jours, devant quelqu’un d’autre.",
    ],
  },
  evenThen: {
    en: "A clause that opens cases does so beyond these notes too, and you hear of it.",
    fr: "Une clause qui ouvre des dossiers le fait même au-delà, et vous l’apprenez aussitôt.",
  },
  sees: { en: "Who sees what", fr: "Qui voit quoi" },
  seesList: {
    en: [
      "The note: nobody but you. No screen lists notes by person.",
      "Kept after a note, except by clauses about rest, connections and who meets whom, which say it themselves: at most 160 characters around the words found, sealed, until 24 hours after it; numbers of six digits or more are masked{masked}. Then who wrote, where and in which message, without a word, until 30 days after the message.",
      "Stewards see the words only in a case: if you contest, if somebody reports the message, or {stage}. If you contest after the 24 hours, they see the place and the message, not the words. Words go 14 days after the decision, the case after a year.",
      "Stewards decide whether the clause or the report was right, and say why; nothing else follows from it here. Whoever reported is never named to the author; moderators and admins can see who it was.",
    ],
    fr: [
      "Le rappel\u00a0: personne d’autre que vous. Aucun écran ne liste les rappels par personne.",
      "Conservé après un rappel, sauf par les clauses sur le repos, les connexions et les personnes qui se côtoient, qui le précisent elles-mêmes\u00a0: au plus 160 caractères autour des mots en cause, scellés, jusqu’à 24\u00a0heures après\u00a0; les numéros de six chiffres ou plus sont masqués{masked}. Puis qui a écrit, où et dans quel message, sans aucun mot, pendant 30\u00a0jours à compter du message.",
      "Les référents ne voient les mots que dans un dossier\u00a0: si vous contestez, si quelqu’un signale le message, ou {stage}. Si vous contestez passé les 24\u00a0heures, ils voient le lieu et le message, pas les mots. Les mots sont effacés 14\u00a0jours après la décision, le dossier au bout d’un an.",
      "Les référents décident si la clause ou le signalement est juste, et disent pourquoi\u00a0; rien d’autre n’en découle ici. L’auteur n’apprend jamais qui a signalé\u00a0; la modération et l’administration peuvent le voir.",
    ],
  },
  masked: {
    en: ", like the passwords, keys, cards, accounts, identity numbers and private contacts found by {clauses}",
    fr: ", comme les mots de passe, clés, cartes, comptes, numéros d’identité et contacts privés trouvés par {clauses}",
  },
  stageCase: {
    en: "if {clauses} opens one",
    fr: "si {clauses} en ouvre un",
  },
  stageNone: {
    en: "if a clause opens one, as none does today",
    fr: "si une clause en ouvre un, ce qu’aucune ne fait aujourd’hui",
  },
  never: { en: "What is never looked at", fr: "Ce qui n’est jamais regardé" },
  neverList: {
    en: [
      "Direct messages between people, calls, the inside of files and pictures.",
      "What was written before the program came.",
      "What people from outside write, unless a clause binds them. They are never told anything.",
      "Your leave and times on call, unless you set them with /charter hours.",
    ],
    fr: [
      "Les messages directs entre personnes, les appels, l’intérieur des fichiers et des images.",
      "Ce qui a été écrit avant l’arrivée du programme.",
      "Ce qu’écrivent des personnes extérieures, sauf si une clause les engage. Elles ne reçoivent jamais rien.",
      "Vos congés et astreintes, sauf si vous les indiquez avec /charter hours.",
    ],
  },
  sanctuaries: {
    en: "These spaces, in which nothing at all is judged, neither words nor hours nor who is there: {names}.",
    fr: "Ces espaces, où rien n’est examiné, ni les mots, ni les heures, ni les personnes présentes\u00a0: {names}.",
  },
  noSanctuary: {
    en: "Spaces declared as sanctuaries, where nothing at all is judged; none is declared yet{before}.",
    fr: "Les espaces déclarés sanctuaires, où rien n’est examiné\u00a0: aucun ne l’est encore{before}.",
  },
  beforeForce: {
    en: ": name them before the charter is in force",
    fr: "\u00a0; désignez-les avant l’entrée en vigueur de la charte",
  },
  asked: { en: "What you can ask", fr: "Ce que vous pouvez demander" },
  typed: {
    en: "Commands are typed in the chat, and you alone see the answer.",
    fr: "Ces commandes s’écrivent dans la messagerie, et la réponse n’est visible que par vous.",
  },
  askedList: {
    en: [
      "/charter check tells you, before you send, which clauses a draft would touch; it is not kept.",
      "/charter why explains your last note; /charter me shows, hands you and erases what is held about you.",
      "/charter exceptions shows where and for whom the charter does not hold.",
    ],
    fr: [
      "/charter check vous dit, avant l’envoi, quelles clauses un brouillon toucherait\u00a0; il n’est pas conservé.",
      "/charter why explique votre dernier rappel\u00a0; /charter me vous permet de voir, de recevoir ou d’effacer ce qui est conservé à votre sujet.",
      "/charter exceptions montre où et pour qui la charte ne vaut pas.",
    ],
  },
  glossary: { en: "Five words", fr: "Cinq mots" },
  glossaryList: {
    en: [
      ["Steward", "An ambassador, moderator or admin. None decides what concerns themselves."],
      ["Ambassador", "A volunteer who explains the charter, and may look at cases."],
      ["Moderator", "Is told of cases and decides them."],
      ["Admin", "Changes the charter, and decides cases too."],
      ["Trial space", "Its members know that clauses tried in silence give notes there."],
    ],
    fr: [
      [
        "Référent",
        "Ambassadeur, modérateur ou administrateur\u00a0: des noms qui valent pour toutes et tous. Aucun ne décide de ce qui le concerne.",
      ],
      ["Ambassadeur", "Volontaire qui explique la charte, et peut examiner des dossiers."],
      ["Modérateur", "Reçoit les dossiers et en décide."],
      ["Administrateur", "Modifie la charte, et décide aussi des dossiers."],
      ["Espace pilote", "Ses membres savent que les clauses en observation silencieuse y donnent des rappels."],
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

/** Names in a row. */
export const listIn = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(items);

/** "clause 1", "clauses 1 and 6", "clauses 1 to 6". */
export function clausesIn(numbers: readonly number[], locale: Locale): string {
  const [first = 0] = numbers;
  const isRange = numbers.length > 2 && numbers.every((number, index) => number === first + index);
  const list = isRange ? `${first}${words.to[locale]}${numbers.at(-1)}` : listIn(numbers.map(String), locale);
  return fill(words[numbers.length === 1 ? "clauseOne" : "clausesMany"][locale], { list });
}
