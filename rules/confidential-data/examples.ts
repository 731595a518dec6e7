import type { Example } from "../../src/core/rule.ts";
import type { Code } from "./messages.ts";

/** Keys are put together here, so that no scanner takes this file for a leak. */
const [github, amazon] = [["gh", "p_"].join(""), ["AK", "IA"].join("")];
const token = `${github}Vq7mXw2LrT9cKz4NbY6sHd8JfP3gAe5uRt1W`;
const amazonKey = `${amazon}Q7RZ5WTB2XKDM4LP`;
const connection = `postgres://orders:t9XkQ2mWz@db.example.org:5432/orders`;

const companies = { companyNumbers: true };

const english: readonly Omit<Example<Code>, "locale">[] = [
  { says: "A password after its name", text: "The password for the admin account: Tr4vel!Lamp", finds: ["secret"] },
  { says: "A password in a sentence", text: "The wifi password is Harbour2041, have fun.", finds: ["secret"] },
  { says: "A token", text: `Try it with ${token} for now.`, finds: ["secret"] },
  { says: "A key in code", text: `Set \`AWS_ACCESS_KEY_ID=${amazonKey}\` first.`, finds: ["secret"] },
  { says: "An address that holds a password", text: `DATABASE_URL=${connection}`, finds: ["secret"] },
  { says: "A door code", text: "Door code: 4071 until Friday.", finds: ["secret"] },
  { says: "A payment card", text: "Book it on 5555 5555 5555 4444, exp 08/29.", finds: ["payment-card"] },
  { says: "A rare card that is called one", text: "Her Diners card is 30569309025904.", finds: ["payment-card"] },
  { says: "A bank account", text: "Please pay to GB82 WEST 1234 5698 7654 32.", finds: ["bank-data"] },
  { says: "A social security number", text: "His SSN is 536-22-8174.", finds: ["identity-number"] },
  { says: "A national insurance number", text: "NI number AB 12 34 56 C for payroll.", finds: ["identity-number"] },
  {
    says: "A list of private numbers",
    text: "Ann 07700 900123\nBen 07700 900456\nCleo 07700 900789",
    finds: ["contact-list"],
  },
  {
    says: "Somebody’s private number",
    text: "Her mobile is +44 7700 900123, call after 5.",
    finds: ["personal-contact"],
  },
  {
    says: "A third person’s number before a client",
    text: "Ann can help: +44 7700 900123",
    purpose: "client",
    finds: ["personal-contact"],
  },
  { says: "A marked document", text: "CONFIDENTIAL\nResults of the third quarter", finds: ["marked-document"] },
  {
    says: "An internal marking before a supplier",
    text: "Internal only: our targets for the year",
    purpose: "supplier",
    finds: ["marked-document"],
  },
  {
    says: "A company number, where the charter asks",
    text: "The supplier’s SIRET is 732 829 320 00074.",
    settings: companies,
    finds: ["company-number"],
  },
  { says: "A company number is public", text: "The supplier’s SIRET is 732 829 320 00074.", finds: [] },
  { says: "An internal marking among colleagues", text: "Internal only: our targets for the year", finds: [] },
  { says: "A word in a sentence is no marking", text: "Confidential papers go into the blue bin.", finds: [] },
  { says: "One’s own number", text: "Call me on my mobile, +44 7700 900123.", finds: [] },
  { says: "Advice about passwords", text: "The password policy: 14 characters, one sign, no birthday.", finds: [] },
  { says: "A mask is no password", text: "password: ********", finds: [] },
  { says: "A key of the documentation", text: "The docs use AKIAIOSFODNN7EXAMPLE everywhere.", finds: [] },
  { says: "A published test card that is called one", text: "Pay with the test card 4242 4242 4242 4242.", finds: [] },
  { says: "An order number", text: "Order 4256512554322586 is stuck in fulfilment.", finds: [] },
  { says: "A commit", text: "Revert commit 5f1d7a84db00d2fce00b31a7fc73224f00000000, please.", finds: [] },
  {
    says: "A kind that is turned off",
    text: "Please pay to GB82 WEST 1234 5698 7654 32.",
    settings: { bankData: false },
    finds: [],
  },
  {
    says: "The organisation’s own account",
    text: "Please pay to GB82 WEST 1234 5698 7654 32.",
    settings: { allowed: ["GB82WEST12345698765432"] },
    finds: [],
  },
];

const french: readonly Omit<Example<Code>, "locale">[] = [
  { says: "Un mot de passe après son nom", text: "Mot de passe du wifi invités : Ph4re!Bleu", finds: ["secret"] },
  { says: "Un mot de passe dans une phrase", text: "Le mdp de la session est Marmite2041.", finds: ["secret"] },
  { says: "Un jeton", text: `Essayez avec ${token} en attendant.`, finds: ["secret"] },
  { says: "Un digicode", text: "Digicode : 4071B jusqu’à vendredi", finds: ["secret"] },
  {
    says: "Une carte de paiement",
    text: "La carte de la cliente : 4111 1111 1111 1111, exp 08/29",
    finds: ["payment-card"],
  },
  { says: "Un IBAN", text: "Mon IBAN : FR76 3000 6000 0112 3456 7890 189", finds: ["bank-data"] },
  {
    says: "Un numéro de sécurité sociale",
    text: "Pour la déclaration, son numéro est 2 55 08 14 168 025 38.",
    finds: ["identity-number"],
  },
  {
    says: "Un numéro de sécurité sociale en Corse",
    text: "NIR 1 84 12 2A 451 089 33 pour la DPAE",
    finds: ["identity-number"],
  },
  { says: "Un passeport", text: "Passeport n° 20AV12345 pour la réservation.", finds: ["identity-number"] },
  {
    says: "Une liste de numéros privés",
    text: "Julie 06 39 98 12 34\nKarim 06 39 98 56 78\nSophie 07 56 78 90 12",
    finds: ["contact-list"],
  },
  {
    says: "Une liste d’adresses privées",
    text: "julie.m@orange.fr, karim@free.fr et sophie@gmail.com",
    finds: ["contact-list"],
  },
  { says: "Le numéro privé de quelqu’un", text: "Le 06 39 98 12 34, c’est son perso.", finds: ["personal-contact"] },
  {
    says: "Le numéro d’un tiers devant un client",
    text: "Karim peut vous aider : 06 39 98 12 34",
    purpose: "client",
    finds: ["personal-contact"],
  },
  {
    says: "Un document marqué",
    text: "Diffusion restreinte\nRésultats du troisième trimestre",
    finds: ["marked-document"],
  },
  {
    says: "Une mention interne devant un fournisseur",
    text: "[Usage interne] Nos objectifs de l’année",
    purpose: "supplier",
    finds: ["marked-document"],
  },
  {
    says: "Un numéro d’entreprise, si la charte le demande",
    text: "SIRET du fournisseur : 732 829 320 00074",
    settings: companies,
    finds: ["company-number"],
  },
  { says: "Un numéro d’entreprise est public", text: "SIRET du fournisseur : 732 829 320 00074", finds: [] },
  { says: "Une mention interne entre collègues", text: "[Usage interne] Nos objectifs de l’année", finds: [] },
  { says: "Dans une phrase, ce n’est pas une mention", text: "Confidentiel ou pas, cela reste entre nous.", finds: [] },
  { says: "Son propre numéro", text: "Vous pouvez m’appeler au 06 39 98 12 34.", finds: [] },
  { says: "Un numéro dans une signature", text: "Bien à vous,\nJulie Martin\nMobile : 06 39 98 12 34", finds: [] },
  { says: "Un conseil sur les mots de passe", text: "Mot de passe : 14 caractères au minimum.", finds: [] },
  { says: "Une clé de contrôle fausse", text: "Faux positif hier sur 2 55 08 14 168 025 39.", finds: [] },
  { says: "Un numéro de commande", text: "Commande 4111111111111111 livrée ce matin.", finds: [] },
  { says: "Un code-barres", text: "EAN 3360571681457 absent du référentiel.", finds: [] },
  { says: "Une heure, une date et une version", text: "Le 24/11/2026 à 10:30, version 4.12.7-rc1.", finds: [] },
];

export const examples: readonly Example<Code>[] = [
  ...english.map((example) => ({ ...example, locale: "en" as const })),
  ...french.map((example) => ({ ...example, locale: "fr" as const })),
];
