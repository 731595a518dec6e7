import type { Locale } from "../../src/core/model.ts";
import type { Wording } from "../../src/core/rule.ts";

/** What may be wrong with who is in a space, the gravest first: a clause tells one thing at a time. */
export type Code =
  | "client-and-supplier"
  | "two-clients"
  | "two-parties"
  | "audiences-meet"
  | "outsiders-in-internal"
  | "wrong-space"
  | "unknown-outsider"
  | "undeclared-with-outsiders";

/** Read by whoever invited, by the owner of the space or by stewards: nobody is named, and nobody is to blame. */
export const messages: Readonly<Record<Locale, Readonly<Record<Code, Wording>>>> = {
  en: {
    "client-and-supplier": {
      reason: "A client and a supplier can read each other in this space. Your charter keeps them apart.",
      better:
        "Please open one space for the client and one for the supplier, and invite each of them to theirs only. If they need to work together, please ask a steward of the charter first.",
    },
    "two-clients": {
      reason: "Two different clients can read each other in this space. What one client tells us is not for another.",
      better: "Please open a space for each client, and invite each of them to theirs only.",
    },
    "two-parties": {
      reason:
        "Two different organisations from outside can read each other in this space. Your charter keeps them apart.",
      better: "Please open a space for each of them, and invite each of them to theirs only.",
    },
    "audiences-meet": {
      reason: "Two kinds of people from outside meet in this space that your charter keeps apart.",
      better:
        "Please open a space for each of them. If they are to work together, a steward can allow it in the charter.",
    },
    "outsiders-in-internal": {
      reason: "This space is declared for staff, and somebody from outside can read here.",
      better:
        "Please invite them to a space of their own instead. If this one was meant for them, a steward can declare it there with “/charter space here is client” or “supplier”.",
    },
    "wrong-space": {
      reason:
        "This space is declared for one kind of people from outside, and others are here too: a supplier in a client space, or a client in a supplier space.",
      better:
        "Please invite them to a space of their own. If this one is really theirs, a steward can correct what it is for, there, with “/charter space here is supplier” or “client”.",
    },
    "unknown-outsider": {
      reason: "This space is declared for staff, and a guest can read here whom the charter does not know yet.",
      better:
        "Please ask a steward of the charter to say who this guest is, or invite them to another space. Until then, they are not taken for staff.",
    },
    "undeclared-with-outsiders": {
      reason: "Staff and people from outside meet in this space, and nobody has said yet what it is for.",
      better:
        "Please declare it, there, with “/charter space here is client” or “supplier”, or ask a steward to. If it is for staff only, please invite people from outside to another space.",
    },
  },
  fr: {
    "client-and-supplier": {
      reason: "Un client et un fournisseur peuvent se lire dans cet espace. Votre charte les sépare.",
      better:
        "Merci d’ouvrir un espace pour le client et un autre pour le fournisseur, et d’inviter chacun dans le sien seulement. S’ils doivent travailler ensemble, parlez-en d’abord à un responsable de la charte.",
    },
    "two-clients": {
      reason:
        "Deux clients différents peuvent se lire dans cet espace. Ce qu’un client nous confie ne concerne pas l’autre.",
      better: "Merci d’ouvrir un espace par client et d’inviter chacun dans le sien seulement.",
    },
    "two-parties": {
      reason: "Deux organisations extérieures différentes peuvent se lire dans cet espace. Votre charte les sépare.",
      better: "Merci d’ouvrir un espace pour chacune et d’inviter chacune dans le sien seulement.",
    },
    "audiences-meet": {
      reason: "Deux publics extérieurs que votre charte sépare se rencontrent dans cet espace.",
      better:
        "Merci d’ouvrir un espace pour chacun. S’ils doivent travailler ensemble, un responsable peut le permettre dans la charte.",
    },
    "outsiders-in-internal": {
      reason: "Cet espace est déclaré pour le personnel, et une personne extérieure peut le lire.",
      better:
        "Merci de l’inviter plutôt dans un espace à part. Si celui-ci lui était destiné, un responsable peut l’y déclarer avec «\u00a0/charter space here is client\u00a0» ou «\u00a0supplier\u00a0».",
    },
    "wrong-space": {
      reason:
        "Cet espace est déclaré pour un public extérieur, et un autre s’y trouve aussi\u00a0: un fournisseur dans un espace client, ou un client dans un espace fournisseur.",
      better:
        "Merci de l’inviter dans un espace à part. Si celui-ci est vraiment le sien, un responsable peut corriger sa destination, sur place, avec «\u00a0/charter space here is supplier\u00a0» ou «\u00a0client\u00a0».",
    },
    "unknown-outsider": {
      reason:
        "Cet espace est déclaré pour le personnel, et une personne invitée que la charte ne connaît pas encore peut le lire.",
      better:
        "Merci de demander à un responsable de la charte d’indiquer qui est cette personne, ou de l’inviter dans un autre espace. D’ici là, elle n’est pas considérée comme membre du personnel.",
    },
    "undeclared-with-outsiders": {
      reason:
        "Des membres du personnel et des personnes extérieures se rencontrent dans cet espace, et nul n’a encore dit à quoi il sert.",
      better:
        "Merci de le déclarer, sur place, avec «\u00a0/charter space here is client\u00a0» ou «\u00a0supplier\u00a0», ou de le demander à un responsable. S’il est réservé au personnel, invitez plutôt les personnes extérieures dans un autre espace.",
    },
  },
};
