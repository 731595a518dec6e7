import type { Localised } from "../../core/model.ts";

/** What the console's pages say. */
export const words = {
  console: { en: "Cases", fr: "Dossiers" },
  skip: { en: "Skip to the content", fr: "Aller au contenu" },
  leave: { en: "Leave", fr: "Quitter" },
  enterTitle: { en: "Enter the console", fr: "Entrer dans la console" },
  enterAbout: {
    en: "This link is yours alone. It works once.",
    fr: "Ce lien est pour vous uniquement. Il ne sert qu’une fois.",
  },
  enter: { en: "Enter", fr: "Entrer" },
  spentTitle: { en: "This link is over", fr: "Ce lien n’est plus valable" },
  spent: {
    en: "A link works once, for five minutes. Please ask for a new one in chat:",
    fr: "Un lien sert une fois, pendant cinq minutes. Veuillez en demander un autre dans la messagerie\u00a0:",
  },
  outsideTitle: { en: "You are not inside", fr: "Vous n’êtes pas dans la console" },
  outside: {
    en: "You left, or were away for some hours. Please ask for a link in chat:",
    fr: "Vous avez quitté la console, ou plusieurs heures ont passé. Veuillez demander un lien dans la messagerie\u00a0:",
  },
  forbiddenTitle: { en: "This is for stewards", fr: "Réservé aux personnes chargées de la charte" },
  forbidden: {
    en: "Admins, moderators and ambassadors of the charter look at cases here. What concerns you, you see in chat:",
    fr: "L’administration, la modération et les ambassadeurs de la charte examinent ici les dossiers. Ce qui vous concerne se voit dans la messagerie\u00a0:",
  },
  refusedTitle: { en: "That could not be taken", fr: "Cela n’a pas pu être accepté" },
  refused: {
    en: "It did not come from a page of this console, or the page was too old. Please go back, load the page anew and try again.",
    fr: "L’envoi ne vient pas d’une page de cette console, ou la page était trop ancienne. Veuillez revenir en arrière, recharger la page et réessayer.",
  },
  missingTitle: { en: "There is no such case", fr: "Ce dossier n’existe pas" },
  missing: {
    en: "It is gone, or it concerns you: then you see it in chat.",
    fr: "Il n’est plus là, ou bien il vous concerne\u00a0: vous le voyez alors dans la messagerie.",
  },
  waiting: { en: "Waiting", fr: "En attente" },
  decided: { en: "Decided", fr: "Décidés" },
  listTitle: {
    waiting: { en: "Cases that wait", fr: "Dossiers en attente" },
    decided: { en: "Cases that are decided", fr: "Dossiers décidés" },
  },
  none: {
    waiting: { en: "No case waits. Thank you.", fr: "Aucun dossier n’attend. Merci." },
    decided: { en: "No case is decided yet.", fr: "Aucun dossier n’est encore décidé." },
  },
  number: { en: "Case", fr: "Dossier" },
  about: { en: "About", fr: "Objet" },
  from: { en: "From", fr: "Origine" },
  state: { en: "State", fr: "État" },
  since: { en: "Opened", fr: "Ouvert" },
  origins: {
    stage: { en: "the clause", fr: "la clause" },
    report: { en: "a report", fr: "un signalement" },
    contest: { en: "an objection", fr: "une objection" },
  },
  more: { en: "These are the newest.", fr: "Voici les plus récents." },
  back: { en: "All cases", fr: "Tous les dossiers" },
  decide: { en: "Decide", fr: "Décider" },
  reason: { en: "Your reason", fr: "Votre raison" },
  reasonHint: {
    en: "Those whom it concerns read this: please be kind and exact, and name nobody.",
    fr: "Les personnes concernées le liront\u00a0: merci d’écrire avec bienveillance et précision, et de ne nommer personne.",
  },
  did: {
    claim: {
      true: { en: "It is yours now.", fr: "Vous vous en chargez désormais." },
      false: { en: "Somebody else has taken it.", fr: "Quelqu’un d’autre s’en est chargé." },
    },
    release: {
      true: { en: "It waits for somebody else now.", fr: "Il attend désormais quelqu’un d’autre." },
      false: { en: "It was not given back.", fr: "Il n’a pas été rendu." },
    },
    decide: {
      true: {
        en: "It is decided, and those whom it concerns are being told.",
        fr: "C’est décidé, et les personnes concernées en sont informées.",
      },
      false: {
        en: "It was not decided: it is not yours.",
        fr: "Il n’a pas été décidé\u00a0: vous ne vous en chargez pas.",
      },
    },
  },
  downloadTitle: { en: "What Charter holds about you", fr: "Ce que Charter conserve à votre sujet" },
  downloadAbout: {
    en: "One file with everything, part by part. It is made when you ask for it, and kept nowhere.",
    fr: "Un seul fichier avec tout, partie par partie. Il est produit à votre demande, et n’est conservé nulle part.",
  },
  download: { en: "Download", fr: "Télécharger" },
  downloadOver: {
    en: "This link is over. Please ask for a new one in chat:",
    fr: "Ce lien n’est plus valable. Veuillez en demander un autre dans la messagerie\u00a0:",
  },
} as const satisfies Record<string, Localised | Record<string, Localised | Record<string, Localised>>>;
