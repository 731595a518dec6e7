import type { Locale } from "../../core/model.ts";

/** Every word of the playground's page. The compiler lists what a language is missing. */
export interface Words {
  readonly language: string;
  readonly otherLanguage: string;
  readonly title: string;
  readonly tagline: string;
  readonly skip: string;
  readonly needsScript: string;
  readonly scene: string;
  readonly youAre: string;
  readonly writingIn: string;
  readonly itIs: string;
  readonly person: string;
  readonly space: string;
  readonly when: string;
  readonly timeIn: (city: string) => string;
  readonly otherTime: string;
  readonly elsewhere: (city: string, time: string) => string;
  readonly moments: Readonly<Record<"now" | "day" | "evening" | "sunday" | "holidayFrance" | "holidayQuebec", string>>;
  readonly direct: string;
  readonly directAbout: string;
  readonly conversation: (space: string) => string;
  readonly emptyDirect: string;
  readonly purposes: Readonly<Record<string, string>>;
  readonly people: (count: number) => string;
  readonly inviteLabel: string;
  readonly invite: string;
  readonly readyToInvite: string;
  readonly leave: string;
  readonly leaveOf: (space: string) => string;
  readonly takeOut: string;
  readonly takeOutOf: (name: string, space: string) => string;
  readonly joined: (name: string, by: string | null) => string;
  readonly left: (name: string, by: string | null) => string;
  readonly youLeft: (space: string) => string;
  readonly comeBack: string;
  readonly outside: (name: string, space: string) => string;
  readonly box: (space: string) => string;
  readonly boxDirect: string;
  readonly boxHint: string;
  readonly send: string;
  readonly edit: string;
  readonly editOf: (start: string) => string;
  readonly remove: string;
  readonly removeOf: (start: string) => string;
  readonly report: string;
  readonly reportOf: (name: string, start: string) => string;
  readonly check: string;
  readonly checkOf: (name: string, start: string) => string;
  readonly save: string;
  readonly cancel: string;
  readonly edited: string;
  readonly reply: string;
  readonly onlyYou: string;
  readonly answerLabel: string;
  readonly dismiss: string;
  readonly newNote: string;
  readonly noteGone: string;
  /** That private notes wait elsewhere, and what leads to them. */
  readonly waiting: string;
  readonly readIt: string;
  readonly removed: string;
  readonly unsentTitle: string;
  readonly unsent: string;
  readonly sendAgain: string;
  readonly discard: string;
  readonly failed: string;
  readonly offline: string;
  readonly online: string;
  readonly try: string;
  readonly filled: string;
  readonly happened: string;
  readonly happenedEmpty: string;
  readonly nothing: string;
  readonly nothingHere: string;
  readonly clause: string;
  readonly outcomes: Readonly<Record<string, string>>;
  /** What became of a look at who is in a space, where it is said in other words. */
  readonly outcomesHere: Readonly<Record<string, string>>;
  readonly outcomeNames: Readonly<Record<string, string>>;
  readonly eyes: string;
  readonly seeAs: (name: string) => string;
  readonly seenAs: (name: string) => string;
  readonly about: string;
  readonly aboutText: string;
  readonly commandHint: string;
}

const en: Words = {
  language: "English",
  otherLanguage: "Français",
  title: "Charter playground",
  tagline: "A charter that lives where people talk",
  skip: "Skip to the message box",
  needsScript: "This page needs JavaScript, which your browser has switched off.",
  scene: "Set the scene",
  youAre: "You are",
  writingIn: "writing in",
  itIs: "It is",
  person: "Who you are",
  space: "Where you write",
  when: "When you write",
  timeIn: (city) => ` in ${city}`,
  otherTime: "Another time",
  elsewhere: (city, time) => `${time} in ${city}`,
  moments: {
    now: "Now",
    day: "Tuesday 10:00",
    evening: "Tuesday 22:30",
    sunday: "Sunday 22:00",
    holidayFrance: "14 July",
    holidayQuebec: "24 June, Québec",
  },
  direct: "Charter, in private",
  directAbout: "Messages between you and Charter alone",
  conversation: (space) => `Conversation in ${space}`,
  emptyDirect: "Nothing here yet. Ask Charter something: type help.",
  purposes: {
    internal: "Internal",
    client: "Client",
    supplier: "Supplier",
    social: "Social",
    trial: "Trial",
    undeclared: "Undeclared",
    direct: "Private",
  },
  people: (count) => (count === 1 ? "1 person · invite" : `${count} people · invite or remove`),
  inviteLabel: "Bring in",
  invite: "Invite",
  readyToInvite: "The scene is set: press Invite.",
  leave: "Leave",
  leaveOf: (space) => `Leave ${space}`,
  takeOut: "Remove",
  takeOutOf: (name, space) => `Remove ${name} from ${space}`,
  joined: (name, by) => (by === null ? `${name} came back.` : `${by} invited ${name}.`),
  left: (name, by) => (by === null ? `${name} left.` : `${by} removed ${name}.`),
  youLeft: (space) => `You left ${space}.`,
  comeBack: "Come back",
  outside: (name, space) => `${name} is not in ${space} any more.`,
  box: (space) => `Message in ${space}`,
  boxDirect: "Ask Charter",
  boxHint: "Enter sends, Shift+Enter starts a new line.",
  send: "Send",
  edit: "Edit",
  editOf: (start) => `Edit your message: ${start}`,
  remove: "Delete",
  removeOf: (start) => `Delete your message: ${start}`,
  report: "Report",
  reportOf: (name, start) => `Report ${name}’s message: ${start}`,
  check: "Check",
  checkOf: (name, start) => `Check ${name}’s message against the charter: ${start}`,
  save: "Save",
  cancel: "Cancel",
  edited: "edited",
  reply: "reply",
  onlyYou: "Only you can see this",
  answerLabel: "Charter’s answer",
  dismiss: "Dismiss",
  newNote: "Charter has a private note for you:",
  noteGone: "The message is fine now; Charter’s note is withdrawn.",
  waiting: "Charter has written to you in private.",
  readIt: "Read it",
  removed: "Message deleted.",
  unsentTitle: "Not sent yet",
  unsent: "Charter could not record it just now, so nobody has seen your message. Your words are safe here.",
  sendAgain: "Send again",
  discard: "Take the text back",
  failed: "That did not go through. Please try again in a moment.",
  offline: "The connection was lost; it comes back by itself.",
  online: "The connection is back.",
  try: "Try this",
  filled: "The scene is set and the words are in the box.",
  happened: "What happened",
  happenedEmpty: "Write something: this panel tells how the charter took it.",
  nothing: "Nothing in it concerns the charter. Nothing was recorded.",
  nothingHere: "The charter has nothing new to say about who is here.",
  clause: "Clause",
  outcomes: {
    told: "The author was told, at once and in private. When somebody from outside writes, whoever invited them or a moderator is told instead.",
    allowed: "Noticed, and let pass: the clause allows a few a week before it speaks.",
    capped: "Noticed without a word: one note a clause a day, and two in all, are enough for anyone.",
    shadow: "Noticed in silence: this clause is being tried out and does not speak yet. In a trial space it does.",
    repeat: "Already known: the same message is never told twice.",
    untold: "Nobody could be told: the charter names no moderator here.",
    superseded: "A newer version of this message counts instead.",
  },
  outcomesHere: {
    told: "Whoever can mend it was told, at once and in private: the person who invited, or a moderator.",
    repeat: "Already known: who is here together is told once, until it is mended.",
  },
  outcomeNames: {
    told: "Told privately",
    allowed: "Allowed this time",
    capped: "Kept quiet",
    shadow: "On trial",
    repeat: "Already told",
    untold: "Nobody to tell",
    superseded: "Replaced",
  },
  eyes: "Look through other eyes",
  seeAs: (name) => `See it as ${name}`,
  seenAs: (name) => `This is what ${name} sees. Notes for others are not here.`,
  about: "About this page",
  aboutText:
    "Atelier Lisière is invented, and so is everybody in it. The charter, its rules and the private notes are the real ones: the same code works in Slack and in Microsoft Teams.",
  commandHint: "Type /charter help to ask the charter anything.",
};

const fr: Words = {
  language: "Français",
  otherLanguage: "English",
  title: "Le terrain d’essai de Charter",
  tagline: "La charte qui vit là où l’on se parle",
  skip: "Aller à la zone de message",
  needsScript: "Cette page a besoin de JavaScript, que votre navigateur a désactivé.",
  scene: "Planter le décor",
  youAre: "Vous êtes",
  writingIn: "et vous écrivez dans",
  itIs: "Nous sommes",
  person: "Qui vous êtes",
  space: "Où vous écrivez",
  when: "Quand vous écrivez",
  timeIn: (city) => `, heure de ${city}`,
  otherTime: "Autre moment",
  elsewhere: (city, time) => `${time} à ${city}`,
  moments: {
    now: "Maintenant",
    day: "Mardi 10\u00a0h",
    evening: "Mardi 22\u00a0h\u00a030",
    sunday: "Dimanche 22\u00a0h",
    holidayFrance: "14\u00a0juillet",
    holidayQuebec: "24\u00a0juin, Québec",
  },
  direct: "Charter, en privé",
  directAbout: "Les messages entre vous et Charter, et personne d’autre",
  conversation: (space) => `Conversation dans ${space}`,
  emptyDirect: "Rien pour l’instant. Interrogez Charter\u00a0: tapez help.",
  purposes: {
    internal: "Interne",
    client: "Client",
    supplier: "Fournisseur",
    social: "Convivial",
    trial: "Essai",
    undeclared: "Non déclaré",
    direct: "Privé",
  },
  people: (count) => (count === 1 ? "1 personne · inviter" : `${count} personnes · inviter ou retirer`),
  inviteLabel: "Faire entrer",
  invite: "Inviter",
  readyToInvite: "Le décor est planté\u00a0: appuyez sur Inviter.",
  leave: "Quitter",
  leaveOf: (space) => `Quitter ${space}`,
  takeOut: "Retirer",
  takeOutOf: (name, space) => `Retirer ${name} de ${space}`,
  joined: (name, by) => (by === null ? `De retour\u00a0: ${name}.` : `${by} a fait entrer ${name}.`),
  left: (name, by) => (by === null ? `${name} a quitté l’espace.` : `${by} a retiré ${name} de l’espace.`),
  youLeft: (space) => `Vous avez quitté ${space}.`,
  comeBack: "Revenir",
  outside: (name, space) => `${name} ne fait plus partie de ${space}.`,
  box: (space) => `Message dans ${space}`,
  boxDirect: "Interroger Charter",
  boxHint: "Entrée envoie, Maj+Entrée passe à la ligne.",
  send: "Envoyer",
  edit: "Modifier",
  editOf: (start) => `Modifier votre message\u00a0: ${start}`,
  remove: "Supprimer",
  removeOf: (start) => `Supprimer votre message\u00a0: ${start}`,
  report: "Signaler",
  reportOf: (name, start) => `Signaler le message de ${name}\u00a0: ${start}`,
  check: "Vérifier",
  checkOf: (name, start) => `Vérifier avec la charte le message de ${name}\u00a0: ${start}`,
  save: "Enregistrer",
  cancel: "Annuler",
  edited: "modifié",
  reply: "réponse",
  onlyYou: "Vous seul·e voyez ceci",
  answerLabel: "La réponse de Charter",
  dismiss: "Masquer",
  newNote: "Charter vous adresse une note privée\u00a0:",
  noteGone: "Le message convient désormais\u00a0; la note de Charter est retirée.",
  waiting: "Charter vous a écrit en privé.",
  readIt: "Lire",
  removed: "Message supprimé.",
  unsentTitle: "Pas encore envoyé",
  unsent:
    "Charter n’a pas pu l’enregistrer à l’instant\u00a0: personne n’a vu votre message. Vos mots sont conservés ici.",
  sendAgain: "Renvoyer",
  discard: "Reprendre le texte",
  failed: "Cela n’a pas abouti. Veuillez réessayer dans un instant.",
  offline: "La connexion est perdue\u00a0; elle reviendra d’elle-même.",
  online: "La connexion est rétablie.",
  try: "À essayer",
  filled: "Le décor est planté et les mots sont dans la zone de saisie.",
  happened: "Ce qui s’est passé",
  happenedEmpty: "Écrivez quelque chose\u00a0: ce panneau dira comment la charte l’a reçu.",
  nothing: "Rien n’y concerne la charte. Rien n’a été enregistré.",
  nothingHere: "La charte n’a rien de nouveau à dire des personnes présentes.",
  clause: "Clause",
  outcomes: {
    told: "La personne qui a écrit a été prévenue, aussitôt et en privé. Si elle est extérieure, c’est la personne qui l’a invitée, ou la modération, qui est prévenue.",
    allowed: "Remarqué, et admis\u00a0: la clause en tolère quelques-uns par semaine avant de parler.",
    capped: "Remarqué sans un mot\u00a0: une note par clause et par jour, deux en tout, suffisent à chacun.",
    shadow:
      "Compté en silence\u00a0: cette clause est en observation et ne parle pas encore. Dans un espace pilote, elle parle.",
    repeat: "Déjà connu\u00a0: un même message n’est jamais signalé deux fois.",
    untold: "Personne ne pouvait être prévenu\u00a0: la charte ne nomme ici aucun modérateur.",
    superseded: "C’est une version plus récente de ce message qui compte.",
  },
  outcomesHere: {
    told: "La personne qui peut y remédier a été prévenue, aussitôt et en privé\u00a0: celle qui a invité, ou la modération.",
    repeat: "Déjà connu\u00a0: une telle rencontre n’est signalée qu’une fois, tant qu’elle dure.",
  },
  outcomeNames: {
    told: "Signalé en privé",
    allowed: "Admis cette fois",
    capped: "Gardé sous silence",
    shadow: "En observation",
    repeat: "Déjà signalé",
    untold: "Personne à prévenir",
    superseded: "Remplacé",
  },
  eyes: "Voir par d’autres yeux",
  seeAs: (name) => `Voir comme ${name}`,
  seenAs: (name) => `Voici ce que voit ${name}. Les notes destinées aux autres n’y sont pas.`,
  about: "À propos de cette page",
  aboutText:
    "L’Atelier Lisière est inventé, comme toutes les personnes qui y travaillent. La charte, ses règles et les notes privées sont les vraies\u00a0: le même code sert dans Slack et dans Microsoft Teams.",
  commandHint: "Tapez /charter help pour interroger la charte.",
};

export const words: Readonly<Record<Locale, Words>> = { en, fr };
