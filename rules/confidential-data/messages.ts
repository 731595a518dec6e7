import type { Wording } from "../../src/core/rule.ts";
import type { Locale } from "../../src/core/model.ts";

/** The kinds of data, the gravest first: a clause tells one thing at a time. */
export type Code =
  | "secret"
  | "payment-card"
  | "bank-data"
  | "identity-number"
  | "contact-list"
  | "personal-contact"
  | "marked-document"
  | "company-number";

export const messages: Readonly<Record<Locale, Readonly<Record<Code, Wording>>>> = {
  en: {
    secret: {
      reason: "This message seems to hold a password, a key or a token. Whoever can read it could use it.",
      better:
        "Please revoke or change it now: deleting the message is not enough, since it may have been read or copied. Then share the new one through your password manager.",
    },
    "payment-card": {
      reason: "This message seems to hold a payment card number. Card data may only be kept where it is protected.",
      better: "Please delete it from the message, and pass it on through the payment tool made for it.",
    },
    "bank-data": {
      reason: "This message seems to hold a bank account number. Such numbers are a frequent target of fraud.",
      better:
        "Please delete it from the message, and send it through the tool or the file where bank details are kept.",
    },
    "identity-number": {
      reason: "This message seems to hold an identity number of a person. The law protects such numbers specially.",
      better: "Please delete it from the message, and use the tool of human resources or the protected file instead.",
    },
    "contact-list": {
      reason: "This message seems to list private contacts of several people. They have not chosen to be listed here.",
      better: "Please delete the list, and share a link to the protected file where it is kept.",
    },
    "personal-contact": {
      reason: "This message seems to give somebody’s private number or address. It is theirs to share.",
      better: "Please send it only to the person who needs it, with the consent of the person it belongs to.",
    },
    "marked-document": {
      reason: "This message begins with a marking that says it is not meant for everybody here.",
      better:
        "Please check who can read this space. A link to the document, with its own access rights, is safer than its words.",
    },
    "company-number": {
      reason: "This message seems to hold a company number, which your charter asks to keep out of messages.",
      better: "Please give the name of the company instead, or a link to its record.",
    },
  },
  fr: {
    secret: {
      reason:
        "Ce message semble contenir un mot de passe, une clé ou un jeton. Toute personne qui peut le lire pourrait s’en servir.",
      better:
        "Merci de le révoquer ou de le changer dès maintenant\u00a0: supprimer le message ne suffit pas, car il a pu être lu ou copié. Transmettez ensuite le nouveau par votre gestionnaire de mots de passe.",
    },
    "payment-card": {
      reason:
        "Ce message semble contenir un numéro de carte de paiement. Ces données ne se conservent que là où elles sont protégées.",
      better: "Merci de le supprimer du message et de le transmettre par l’outil de paiement prévu pour cela.",
    },
    "bank-data": {
      reason: "Ce message semble contenir des coordonnées bancaires. Elles sont une cible fréquente de la fraude.",
      better: "Merci de les supprimer du message et de les envoyer par l’outil ou le dossier où elles sont conservées.",
    },
    "identity-number": {
      reason:
        "Ce message semble contenir le numéro d’identité d’une personne. La loi protège particulièrement ces numéros.",
      better: "Merci de le supprimer du message et d’utiliser l’outil des ressources humaines ou le dossier protégé.",
    },
    "contact-list": {
      reason:
        "Ce message semble contenir les coordonnées privées de plusieurs personnes. Elles n’ont pas choisi de figurer ici.",
      better: "Merci de supprimer la liste et de partager un lien vers le dossier protégé où elle est conservée.",
    },
    "personal-contact": {
      reason:
        "Ce message semble donner le numéro ou l’adresse privée de quelqu’un. C’est à cette personne de les partager.",
      better: "Merci de ne les transmettre qu’à la personne qui en a besoin, avec l’accord de leur titulaire.",
    },
    "marked-document": {
      reason: "Ce message commence par une mention qui indique qu’il ne s’adresse pas à tout le monde ici.",
      better:
        "Merci de vérifier qui peut lire cet espace. Un lien vers le document, avec ses propres droits d’accès, est plus sûr que son texte.",
    },
    "company-number": {
      reason:
        "Ce message semble contenir un numéro d’entreprise, que votre charte demande de ne pas écrire dans les messages.",
      better: "Merci d’indiquer plutôt le nom de l’entreprise, ou un lien vers sa fiche.",
    },
  },
};
