import type { Example } from "../../src/core/rule.ts";
import type { Code } from "./messages.ts";

/** Addresses are of the ranges that are kept for documentation. */
const office = { networks: ["203.0.113.0/24", "2001:db8:40::/48"] };
const home = { countries: ["FR", "BE"] };
const guests = { platformSettings: [{ setting: "example.guests.single-sign-on", expected: "required" }] };
const evening = "2026-11-24T21:15:00+01:00[Europe/Paris]";
const morning = "2026-11-24T10:30:00+01:00[Europe/Paris]";
const elsewhere = "198.51.100.7";

/** The same situations in both languages: a connection has no language, and what it is told has. */
const situations: readonly (Omit<Example<Code>, "locale" | "says" | "text"> & { readonly says: [string, string] })[] = [
  {
    says: ["Another network than the office's", "Un autre réseau que celui du bureau"],
    connection: { address: elsewhere },
    settings: office,
    finds: ["outside-network"],
  },
  {
    says: ["Another network, in the newer form of addresses", "Un autre réseau, par une adresse de la nouvelle forme"],
    connection: { address: "2001:db8:41::7" },
    settings: office,
    finds: ["outside-network"],
  },
  {
    says: ["Another country", "Un autre pays"],
    connection: { address: elsewhere, country: "US" },
    settings: home,
    finds: ["outside-country"],
  },
  {
    says: ["A country that the platform does not tell, where that is to be noticed", "Un pays inconnu, à signaler"],
    connection: { address: elsewhere },
    settings: { ...home, unknownCountry: "notice" },
    finds: ["unknown-country"],
  },
  {
    says: [
      "An evening, where the organisation judges hours too",
      "Un soir, là où l’organisation regarde aussi l’heure",
    ],
    connection: { address: "203.0.113.9" },
    at: evening,
    settings: { ...office, hours: true },
    finds: ["outside-hours"],
  },
  {
    says: ["Single sign-on of guests that was switched off", "L’authentification des invités a été désactivée"],
    setting: { name: "example.guests.single-sign-on", value: "optional" },
    settings: guests,
    finds: ["setting-drift"],
  },
  {
    says: ["The office", "Le bureau"],
    connection: { address: "203.0.113.9" },
    settings: office,
    finds: [],
  },
  {
    says: [
      "The office's address, written inside one of the newer form",
      "Le bureau, par une adresse qui en contient une",
    ],
    connection: { address: "::ffff:203.0.113.9" },
    settings: office,
    finds: [],
  },
  {
    says: ["The VPN ends abroad, and is named", "Le VPN sort à l’étranger, et il est nommé"],
    connection: { address: "203.0.113.9", country: "US" },
    settings: { ...office, ...home },
    finds: [],
  },
  {
    says: ["At home, in a country that is named", "À la maison, dans un pays nommé"],
    connection: { address: elsewhere, country: "BE" },
    settings: { ...office, ...home },
    finds: [],
  },
  {
    says: ["A private address is of no country", "Une adresse privée n’est d’aucun pays"],
    connection: { address: "10.20.30.40", country: "US" },
    settings: home,
    finds: [],
  },
  {
    says: ["A country that the platform does not tell", "Un pays que la plateforme n’indique pas"],
    connection: { address: elsewhere },
    settings: home,
    finds: [],
  },
  {
    says: ["An evening, where nobody asked to judge hours", "Un soir, là où nul n’a demandé de regarder l’heure"],
    connection: { address: "203.0.113.9" },
    at: evening,
    settings: office,
    finds: [],
  },
  {
    says: ["A morning, where hours are judged", "Un matin, là où l’heure compte"],
    connection: { address: "203.0.113.9" },
    at: morning,
    settings: { ...office, hours: true },
    finds: [],
  },
  {
    says: ["Single sign-on of guests as it should be", "L’authentification des invités telle que prévue"],
    setting: { name: "example.guests.single-sign-on", value: "Required" },
    settings: guests,
    finds: [],
  },
  {
    says: ["A clause that is not set yet", "Une clause qui n’est pas encore réglée"],
    connection: { address: elsewhere, country: "US" },
    finds: [],
  },
];

export const examples: readonly Example<Code>[] = situations.flatMap(({ says: [en, fr], ...situation }) => [
  { ...situation, says: en, locale: "en" as const, text: "" },
  { ...situation, says: fr, locale: "fr" as const, text: "" },
]);
