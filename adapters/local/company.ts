import type { Absence } from "../../src/core/facts.ts";
import {
  mint,
  type AccountId,
  type Locale,
  type Localised,
  type Purpose,
  type SpaceId,
  type Standing,
  type WorkspaceId,
} from "../../src/core/model.ts";

/** Atelier Lisière, an invented design studio in Paris and Montréal: the people and spaces of the playground. Plain data. */
export const workspace: WorkspaceId = mint("local", "lisiere");

export interface Inhabitant {
  readonly id: AccountId;
  readonly name: string;
  /** What one types after "@", besides the full name. */
  readonly handle: string;
  readonly role: Localised;
  readonly city: "Paris" | "Montréal" | "Milan" | "Bergen" | "Lyon";
  readonly zone: string;
  readonly locale: string;
  readonly standing: Standing;
  /** The domain of their mail address, as the company's platform has verified it; null where it has not. */
  readonly domain: string | null;
  /** Where an external comes from; null for everybody who has an account with us. */
  readonly home: WorkspaceId | null;
  /** How this person appears beside their name; null for staff. */
  readonly badge: Localised | null;
}

const account = (handle: string): AccountId => mint("local", handle);
const own = { standing: "member", domain: "lisiere.example", home: null, badge: null } as const;
const paris = { city: "Paris", zone: "Europe/Paris", locale: "fr-FR", ...own } as const;
const montreal = { city: "Montréal", zone: "America/Toronto", ...own } as const;

export const people: readonly Inhabitant[] = [
  person("thomas", "Thomas Garnier", { en: "Project lead", fr: "Chef de projet" }, paris),
  person("camille", "Camille Rousseau", { en: "Charter administrator", fr: "Administratrice de la charte" }, paris),
  person("lea", "Léa Fontaine", { en: "Moderator", fr: "Modératrice" }, paris),
  person(
    "ines",
    "Inès Moreau",
    { en: "Architect, on leave next week", fr: "Architecte, en congé la semaine prochaine" },
    paris,
  ),
  person(
    "emma",
    "Emma Wilson",
    { en: "Designer, ambassador of the charter", fr: "Designer, ambassadrice de la charte" },
    { ...montreal, locale: "en-CA" },
  ),
  person(
    "olivier",
    "Olivier Tremblay",
    { en: "Engineer, on call this weekend", fr: "Ingénieur, d’astreinte ce week-end" },
    { ...montreal, locale: "fr-CA" },
  ),
  person(
    "paolo",
    "Paolo Marchetti",
    { en: "Client, Vetro Marchetti", fr: "Client, Vetro Marchetti" },
    {
      city: "Milan",
      zone: "Europe/Rome",
      locale: "en-GB",
      standing: "guest",
      domain: "vetro-marchetti.example",
      home: null,
      badge: { en: "Client", fr: "Client" },
    },
  ),
  person(
    "ingrid",
    "Ingrid Nordvik",
    { en: "Client, Nordvik Ferries", fr: "Cliente, Nordvik Ferries" },
    {
      city: "Bergen",
      zone: "Europe/Oslo",
      locale: "en-GB",
      standing: "external",
      domain: "nordvik.example",
      home: mint("local", "nordvik"),
      badge: { en: "Client", fr: "Cliente" },
    },
  ),
  person(
    "jean",
    "Jean Tassin",
    { en: "Supplier, Imprimerie Tassin", fr: "Fournisseur, Imprimerie Tassin" },
    {
      city: "Lyon",
      zone: "Europe/Paris",
      locale: "fr-FR",
      standing: "guest",
      domain: "tassin.example",
      home: null,
      badge: { en: "Supplier", fr: "Fournisseur" },
    },
  ),
  person(
    "alex",
    "Alex Kim",
    { en: "Guest, not yet classified", fr: "Invité, pas encore classé" },
    {
      city: "Montréal",
      zone: "America/Toronto",
      locale: "en-CA",
      standing: "guest",
      domain: null,
      home: null,
      badge: { en: "Guest", fr: "Invité" },
    },
  ),
];

function person(
  handle: string,
  name: string,
  role: Localised,
  rest: Omit<Inhabitant, "id" | "handle" | "name" | "role">,
): Inhabitant {
  return { id: account(handle), handle, name, role, ...rest };
}

export interface Room {
  readonly id: SpaceId;
  readonly name: string;
  readonly purpose: Purpose;
  readonly about: Localised;
  /** Who is in it at the start; afterwards the chat knows. */
  readonly members: readonly AccountId[];
  /** What was said before the visitor came. Never judged. */
  readonly before: readonly { readonly by: AccountId; readonly text: Localised }[];
}

const staff = ["thomas", "camille", "lea", "ines", "emma", "olivier"].map(account);
const room = (name: string, purpose: Purpose, rest: Pick<Room, "about" | "members" | "before">): Room => ({
  id: mint("local", name),
  name,
  purpose,
  ...rest,
});

export const rooms: readonly Room[] = [
  room("charter-trial", "trial", {
    about: { en: "Try the charter: it speaks at once here", fr: "Pour essayer la charte\u00a0: elle y parle aussitôt" },
    members: [...staff, account("paolo")],
    before: [
      {
        by: account("camille"),
        text: {
          en: "Welcome! Everybody here knows that this space is a trial. Write what you like and see what the charter would say.",
          fr: "Bienvenue\u00a0! Chacun ici sait que cet espace est un essai. Écrivez ce que vous voulez et voyez ce que dirait la charte.",
        },
      },
    ],
  }),
  room("studio", "internal", {
    about: { en: "The team, among ourselves", fr: "L’équipe, entre nous" },
    members: staff,
    before: [
      {
        by: account("emma"),
        text: {
          en: "The ferry terminal sketches are in the shared folder. Comments welcome by Thursday.",
          fr: "Les esquisses de la gare maritime sont dans le dossier partagé. Vos remarques avant jeudi\u00a0?",
        },
      },
      {
        by: account("thomas"),
        text: {
          en: "Lovely. I will go through them tomorrow morning.",
          fr: "Superbe. Je les relis demain matin.",
        },
      },
    ],
  }),
  room("nordvik-ferries", "client", {
    about: { en: "With our client Nordvik Ferries", fr: "Avec notre cliente Nordvik Ferries" },
    members: [...["thomas", "emma", "ines", "olivier", "lea"].map(account), account("ingrid")],
    before: [
      {
        by: account("ingrid"),
        text: {
          en: "Hello! Could we see the new waiting room before our board meets?",
          fr: "Bonjour\u00a0! Pourrions-nous voir la nouvelle salle d’attente avant notre conseil\u00a0?",
        },
      },
    ],
  }),
  room("vetro-marchetti", "client", {
    about: { en: "With our client Vetro Marchetti", fr: "Avec notre client Vetro Marchetti" },
    members: [...["thomas", "camille", "emma"].map(account), account("paolo")],
    before: [
      {
        by: account("paolo"),
        text: {
          en: "The glass samples left Milan today.",
          fr: "Les échantillons de verre ont quitté Milan aujourd’hui.",
        },
      },
    ],
  }),
  room("imprimerie-tassin", "supplier", {
    about: { en: "With our printer", fr: "Avec notre imprimeur" },
    members: [...["thomas", "lea"].map(account), account("jean")],
    before: [
      {
        by: account("jean"),
        text: {
          en: "Proofs are ready. Matt or satin for the cover?",
          fr: "Les épreuves sont prêtes. Mat ou satiné pour la couverture\u00a0?",
        },
      },
    ],
  }),
  room("café", "social", {
    about: { en: "Everything but work", fr: "Tout, sauf le travail" },
    members: staff,
    before: [
      {
        by: account("olivier"),
        text: { en: "First snow in Montréal! ☃️", fr: "Première neige à Montréal\u00a0! ☃️" },
      },
    ],
  }),
  room("aurora", "undeclared", {
    about: { en: "Nobody has said yet what it is for", fr: "Personne n’a encore dit à quoi il sert" },
    members: [...["thomas", "emma"].map(account), account("ingrid"), account("paolo"), account("alex")],
    before: [
      {
        by: account("alex"),
        text: { en: "Hello all, who is running this one?", fr: "Bonjour à tous, qui pilote ce projet\u00a0?" },
      },
    ],
  }),
];

/** What a charter needs to know the company: every part fits the member of the same name in a written charter. */
export const charterOfCompany = {
  organisation: {
    name: "Atelier Lisière",
    zone: "Europe/Paris",
    week: weekdays("08:30-12:30", "13:30-18:30"),
    holidays: { country: "FR" },
    holidaysByZone: { "America/Toronto": { country: "CA", region: "QC" } },
    domains: ["lisiere.example"],
  },
  stewards: { admins: [account("camille")], moderators: [account("lea")], ambassadors: [account("emma")] },
  audiences: [
    { is: "staff", standing: "member", domains: ["lisiere.example"] },
    { is: "client", of: "Vetro Marchetti", domains: ["vetro-marchetti.example"] },
    { is: "client", of: "Nordvik Ferries", domains: ["nordvik.example"] },
    { is: "supplier", of: "Imprimerie Tassin", domains: ["tassin.example"] },
  ],
  spaces: Object.fromEntries(
    rooms.filter(({ purpose }) => purpose !== "undeclared").map(({ id, purpose }) => [id as string, purpose]),
  ),
} as const;

function weekdays(...shifts: string[]): Readonly<Record<"mon" | "tue" | "wed" | "thu" | "fri", readonly string[]>> {
  return { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts };
}

/** Who is away or on call around `now`: Inès is on leave all next week (Paris), Olivier is on call this weekend (Montréal). */
export function absencesOfCompany(now: Temporal.Instant): readonly { account: AccountId; absence: Absence }[] {
  const leave = mondayOf(now, "Europe/Paris").add({ weeks: 1 });
  const weekend = mondayOf(now, "America/Toronto").add({ days: 5 });
  return [
    { account: account("ines"), absence: { kind: "leave", ...span(leave, { weeks: 1 }) } },
    { account: account("olivier"), absence: { kind: "on-call", ...span(weekend, { days: 2 }) } },
  ];
}

const span = (from: Temporal.ZonedDateTime, length: Temporal.DurationLike): Pick<Absence, "from" | "until"> => ({
  from: from.toInstant(),
  until: from.add(length).toInstant(),
});

/** The start of this ISO week's Monday in a zone. */
function mondayOf(now: Temporal.Instant, zone: string): Temporal.ZonedDateTime {
  const today = now.toZonedDateTimeISO(zone);
  return today.startOfDay().subtract({ days: today.dayOfWeek - 1 });
}

export const inhabitant = (id: string): Inhabitant | undefined => people.find((one) => one.id === id);
export const roomOf = (id: string): Room | undefined => rooms.find((one) => one.id === id);
/** The name of a person or space, or null where the company has none of that id. */
export const nameOf = (id: string, locale: Locale): string | null =>
  inhabitant(id)?.name ?? roomOf(id)?.name ?? (id === workspace ? { en: "the studio", fr: "l’atelier" }[locale] : null);
