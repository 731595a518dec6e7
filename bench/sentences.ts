import type { Locale } from "../src/core/model.ts";

/** What people say at work: sentences with `{slots}`, and what fills them. */
export interface Phrases {
  readonly sentences: readonly string[];
  /** The same, written in a hurry or with too much joy. */
  readonly lively: readonly string[];
  /** Sentences that the starter charter notices. */
  readonly breaches: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
}

export const emoji = ["tada", "eyes", "+1", "white_check_mark", "rocket", "coffee", "pray", "warning"] as const;
export const links = [
  "https://intranet.example/pages/onboarding",
  "https://tickets.example/browse/OPS-4127?focus=comments",
  "https://files.example/d/1aB9xZ/quarterly-review.xlsx",
  "https://git.example/platform/billing/-/merge_requests/318#note_9942",
  "https://meet.example/kxw-qpof-ntz",
] as const;
export const snippets = [
  "npm ci && npm test -- --run",
  "select id, total from invoice where due < now() order by due limit 50;",
  "kubectl -n billing rollout restart deploy/api",
  "if (order.lines.length === 0) return null;",
  "TypeError: Cannot read properties of undefined (reading 'total')",
  "ssh -L 5432:db.internal:5432 bastion",
] as const;
export const blocks = [
  "const total = lines\n  .filter((line) => !line.cancelled)\n  .reduce((sum, line) => sum + line.amount, 0);",
  'Traceback (most recent call last):\n  File "export.py", line 88, in <module>\n    rows = read(path)\nFileNotFoundError: orders-2026-02.csv',
  'services:\n  api:\n    image: registry.example/api:4.18.2\n    ports: ["8080:8080"]\n    environment:\n      LOG_LEVEL: info',
  "2026-03-02 09:14:07 WARN pool exhausted (max=20)\n2026-03-02 09:14:09 INFO pool recovered after 1873 ms",
] as const;

const english: Phrases = {
  sentences: [
    "Good morning {name}, could you send me the {document} before {hour}?",
    "The {system} was down for {number} minutes last night, the report is in the folder.",
    "I moved our meeting to {day} at {hour}, because {name} is travelling.",
    "{client} asked for a new offer, with {number} licences instead of {number}.",
    "Thanks for the quick answer!",
    "I'll look at the {document} this afternoon and come back to you.",
    "Can somebody from {team} check the numbers on page {number}?",
    "We still miss the signature of {name} on the {document}.",
    "Deployed {system} 4.{number} to staging, please test the invoices.",
    "The delivery to {place} is {number} days late; {client} has been told.",
    "Sounds good to me.",
    "Does anyone know who maintains the {system}? The certificate expires on {day}.",
    "Reminder: time sheets are due on {day} at {hour}.",
    "I don't think that's our bug, it happens with {system} only when the basket is empty.",
    "We hired two people for {team}, they start on {day}.",
    "Let's keep the scope small: login, export, and the {document}, nothing else.",
    "The room on the {number}nd floor is booked until {hour}, take the small one.",
    "{name} wrote the summary, feel free to comment.",
    "The budget went from €{number},500 to €{number},900, mostly because of {place}.",
    "You can write to support@{team}.example or call 555-01{number} until {hour}.",
    "Lunch menu is online, and the lift works again.",
    "We need about {number}% more capacity in {place} by the end of the quarter.",
    "No rush, tomorrow is fine.",
    "The confidential waste bins have been moved next to the printer on our floor.",
    "A falcon is nesting on the roof in {place}, please keep the windows closed there.",
  ],
  lively: [
    "Yesss, it finally works, thank youuuu {name}!!!",
    "WOW, {number} orders in one hour, GREAT job {team}!",
    "hmmm ok... not sure abt that tbh, lets ask {name}",
    "Sooo happy with the {document} :)",
    "pls pls pls somebody restart {system}, its been {number} min",
  ],
  breaches: [
    "Project Falcon ships on {day}, {client} does not know yet.",
    "The draft for project falcon is strictly confidential, please do not forward it.",
    "Pr0ject F4lcon needs {number} more people from {team}.",
    "This {document} is STRICTLY CONFIDENTIAL until {day}.",
  ],
  slots: {
    name: ["Amina", "Oliver", "Zoë", "Rajesh", "Margaret", "Luca", "Ingrid", "Femi"],
    document: [
      "contract",
      "minutes",
      "price list",
      "test report",
      "onboarding plan",
      "invoice",
      "roadmap",
      "audit file",
    ],
    system: ["billing", "the data warehouse", "single sign-on", "the CRM", "the build server", "the label printer"],
    team: ["logistics", "finance", "platform", "design", "field service", "legal"],
    client: ["Nordwind Ferries", "Atelier Brun", "the city of Ghent", "Kestrel Dairy", "O'Hara & Sons"],
    place: ["Rotterdam", "Lyon", "São Paulo", "Gdańsk", "Montréal", "the north warehouse"],
    day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "the 14th"],
    hour: ["9:30", "11 am", "noon", "2 pm", "16:45", "17:30"],
    number: ["2", "3", "7", "12", "18", "25", "40", "64", "96"],
  },
};

const french: Phrases = {
  sentences: [
    "Bonjour {name}, pourriez-vous m'envoyer {document} avant {hour} ?",
    "{system} a été indisponible {number} minutes cette nuit, le compte rendu est dans le dossier.",
    "J'ai déplacé notre réunion à {day} {hour}, car {name} est en déplacement.",
    "{client} demande une nouvelle offre : {number} licences au lieu de {number}.",
    "Merci pour votre réponse rapide !",
    "Je regarde {document} cet après-midi et je reviens vers vous.",
    "Quelqu'un de l'équipe {team} peut-il vérifier les chiffres de la page {number} ?",
    "Il manque encore la signature de {name} sur {document}.",
    "La version 4.{number} est en recette, merci de tester la facturation.",
    "La livraison à {place} a {number} jours de retard ; {client} est prévenu.",
    "Ça me convient.",
    "Qui s'occupe de {system} ? Le certificat expire {day}.",
    "Rappel : les feuilles de temps sont à rendre {day} à {hour}.",
    "Je ne crois pas que l'erreur vienne de chez nous, elle n'apparaît qu'avec un panier vide.",
    "Deux personnes rejoignent l'équipe {team}, elles commencent {day}.",
    "Gardons un périmètre réduit : la connexion, l'export et {document}, rien d'autre.",
    "La salle du {number}e étage est prise jusqu'à {hour}, prenez la petite.",
    "{name} a rédigé la synthèse, vos remarques sont les bienvenues.",
    "Le budget passe de {number} 500 € à {number} 900 €, surtout à cause de {place}.",
    "Vous pouvez écrire à support@{team}.example ou appeler le 01 99 00 {number} 12 jusqu'à {hour}.",
    "Le menu de la cantine est en ligne, et l'ascenseur remarche.",
    "Il nous faudrait environ {number} % de capacité en plus à {place} d'ici la fin du trimestre.",
    "Rien ne presse, demain ira très bien.",
    "Les bacs pour papiers confidentiels sont désormais à côté de l'imprimante de l'étage.",
    "Un faucon niche sur le toit à {place}, laissez les fenêtres fermées de ce côté, s'il vous plaît.",
  ],
  lively: [
    "Géniaaal, ça marche enfin, merciii {name} !!!",
    "BRAVO à l'équipe {team}, {number} commandes en une heure !",
    "bof... pas sûr, faut voir avec {name} je pense",
    "Trooop contente du résultat :)",
    "svp qqn peut relancer {system} ? ça fait {number} min",
  ],
  breaches: [
    "Le projet Faucon sort {day}, {client} ne le sait pas encore.",
    "Ce brouillon est strictement confidentiel, merci de ne pas le transférer.",
    "PROJET FAUCON : il faudrait {number} personnes de plus de l'équipe {team}.",
    "Pr0jet F@ucon, on en parle {day} à {hour}.",
  ],
  slots: {
    name: ["Amélie", "Benoît", "Chloé", "Youssef", "Françoise", "Noël", "Aïcha", "Thomas"],
    document: ["le contrat", "le compte rendu", "la grille tarifaire", "le rapport d'essai", "la facture", "le devis"],
    system: ["la facturation", "l'entrepôt de données", "l'authentification", "le CRM", "l'imprimante d'étiquettes"],
    team: ["logistique", "finance", "plateforme", "design", "juridique", "terrain"],
    client: ["Nordwind Ferries", "l'Atelier Brun", "la ville de Gand", "la laiterie Crécerelle", "Lefèvre & Fils"],
    place: ["Rotterdam", "Lyon", "São Paulo", "Gdańsk", "Montréal", "l'entrepôt nord"],
    day: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "le 14"],
    hour: ["9 h 30", "11 h", "midi", "14 h", "16 h 45", "17 h 30"],
    number: ["2", "3", "7", "12", "18", "25", "40", "64", "96"],
  },
};

export const phrases: Readonly<Record<Locale, Phrases>> = { en: english, fr: french };
