import type { Example } from "../../src/core/rule.ts";
import type { Code } from "./messages.ts";

const staff = { audience: "staff" };
const nordvik = { audience: "client", party: "Nordvik" };
const vetro = { audience: "client", party: "Vetro" };
const someClient = { audience: "client" };
const tassin = { audience: "supplier", party: "Tassin" };
const orme = { audience: "supplier", party: "Orme" };
const atelier = { audience: "partner", party: "Atelier" };
const colleague = { audience: "unknown", standing: "member" } as const;
const guest = { audience: "unknown", standing: "guest" } as const;

/** The same situations in both languages: who is in a space has no language, and what it is told has. */
const situations: readonly (Omit<Example<Code>, "locale" | "says" | "text"> & { readonly says: [string, string] })[] = [
  {
    says: ["A client and a supplier", "Un client et un fournisseur"],
    members: [staff, nordvik, tassin],
    purpose: "client",
    finds: ["client-and-supplier"],
  },
  {
    says: ["Two clients in a client space", "Deux clients dans un espace client"],
    members: [staff, nordvik, vetro],
    purpose: "client",
    finds: ["two-clients"],
  },
  {
    says: ["Two clients in a space on trial", "Deux clients dans un espace à l’essai"],
    members: [staff, nordvik, vetro],
    purpose: "trial",
    finds: ["two-clients"],
  },
  {
    says: [
      "Two suppliers, where suppliers are kept apart too",
      "Deux fournisseurs, là où les fournisseurs sont séparés aussi",
    ],
    members: [staff, tassin, orme],
    purpose: "supplier",
    settings: { partiesApart: ["client", "supplier"] },
    finds: ["two-parties"],
  },
  {
    says: [
      "A partner, an audience that this charter names, beside a client",
      "Un partenaire, public que cette charte nomme, à côté d’un client",
    ],
    members: [staff, nordvik, atelier],
    purpose: "client",
    finds: ["audiences-meet"],
  },
  {
    says: ["A client in an internal space", "Un client dans un espace interne"],
    members: [staff, nordvik],
    purpose: "internal",
    finds: ["outsiders-in-internal"],
  },
  {
    says: ["A supplier in a social space", "Un fournisseur dans un espace convivial"],
    members: [staff, tassin],
    purpose: "social",
    finds: ["outsiders-in-internal"],
  },
  {
    says: ["A supplier in a client space", "Un fournisseur dans un espace client"],
    members: [staff, tassin],
    purpose: "client",
    finds: ["wrong-space"],
  },
  {
    says: [
      "A guest whom nobody has classified, among staff",
      "Une personne invitée que personne n’a classée, parmi le personnel",
    ],
    members: [staff, guest],
    purpose: "internal",
    finds: ["unknown-outsider"],
  },
  {
    says: ["Staff and a client, nobody has said where", "Du personnel et un client, nul n’a dit où"],
    members: [staff, nordvik],
    purpose: "undeclared",
    finds: ["undeclared-with-outsiders"],
  },
  {
    says: ["Staff with one client in a client space", "Du personnel avec un seul client dans un espace client"],
    members: [staff, staff, nordvik, nordvik],
    purpose: "client",
    finds: [],
  },
  {
    says: ["Staff with two suppliers in a supplier space", "Du personnel avec deux fournisseurs dans leur espace"],
    members: [staff, tassin, orme],
    purpose: "supplier",
    finds: [],
  },
  {
    says: [
      "A client whose company nobody has named, beside one named",
      "Un client dont nul n’a nommé l’entreprise, à côté d’un client nommé",
    ],
    members: [staff, nordvik, someClient],
    purpose: "client",
    finds: [],
  },
  {
    says: [
      "A colleague whom nobody has classified yet, in an internal space",
      "Un collègue que personne n’a encore classé, dans un espace interne",
    ],
    members: [staff, colleague],
    purpose: "internal",
    finds: [],
  },
  {
    says: [
      "A client and a partner whom the charter lets meet",
      "Un client et un partenaire que la charte laisse se voir",
    ],
    members: [staff, nordvik, atelier],
    purpose: "client",
    settings: { together: [["partner", "client"]] },
    finds: [],
  },
  {
    says: ["A partner who works among staff", "Un partenaire qui travaille au sein du personnel"],
    members: [staff, atelier],
    purpose: "internal",
    settings: { welcome: ["partner"] },
    finds: [],
  },
  { says: ["Staff only", "Du personnel seulement"], members: [staff, staff], purpose: "undeclared", finds: [] },
];

export const examples: readonly Example<Code>[] = situations.flatMap(({ says: [en, fr], ...situation }) => [
  { ...situation, says: en, locale: "en" as const, text: "" },
  { ...situation, says: fr, locale: "fr" as const, text: "" },
]);
