import type { Organisation } from "../core/charter.ts";
import type { Locale, Localised } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import { weekIn } from "./week.ts";

/** What a rule notices as it is set, each a line that ends without a full stop; none where it notices nothing yet. */
export function judgedBy(
  rule: AnyRule,
  settings: Readonly<Record<string, unknown>>,
  { organisation, locale }: { readonly organisation: Organisation; readonly locale: Locale },
): readonly string[] {
  const words = notices[rule.id];
  // A rule that has no words of its own here still has its title.
  if (!words) return [rule.title[locale]];
  return words(chosenIn(rule, settings), organisation).map((line) => line[locale]);
}

/** The settings of a rule by name, those that were left out with their defaults. */
export function chosenIn(rule: AnyRule, settings: Readonly<Record<string, unknown>>): Chosen {
  const read = rule.settings.safeParse(settings);
  return new Map(Object.entries(isObject(read.data) ? read.data : settings));
}
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type Chosen = ReadonlyMap<string, unknown>;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const listed = (chosen: Chosen, name: string): readonly unknown[] => listOf(chosen.get(name));

/** A setting that is on or off, and what it notices. */
type Switch = readonly [setting: string, en: string, fr: string];
const switchedOn = (chosen: Chosen, switches: readonly Switch[]): Localised[] =>
  switches.flatMap(([setting, en, fr]) => (chosen.get(setting) === true ? [{ en, fr }] : []));
const joined = (lead: Localised, parts: readonly Localised[]): Localised[] =>
  parts.length === 0
    ? []
    : [
        {
          en: `${lead.en}${parts.map(({ en }) => en).join("; ")}`,
          fr: `${lead.fr}${parts.map(({ fr }) => fr).join("\u00a0; ")}`,
        },
      ];

const everywhere: readonly Switch[] = [
  ["harassment", "insults, threats and humiliation", "insultes, menaces et humiliations"],
  ["hate", "contempt for people because of what they are", "mépris des personnes pour ce qu’elles sont"],
  ["sexual", "flirting, remarks about bodies, sexual talk", "séduction, remarques sur le physique, propos sexuels"],
  ["spam", "chain letters, swindles, asking for clicks", "chaînes de messages, arnaques, appels à cliquer"],
];
const atWork: readonly Switch[] = [
  ["sale", "private adverts (sales, gifts, lets)", "petites annonces privées (ventes, dons, locations)"],
  ["gambling", "betting and games for money", "paris et jeux d’argent"],
  [
    "politics",
    "campaigning and petitions, verdicts on parties and politicians",
    "campagnes et pétitions, jugements sur les partis et les élus",
  ],
  ["religion", "winning others for a belief", "prosélytisme religieux"],
  ["jobHunting", "looking for a job elsewhere", "recherche d’un emploi ailleurs"],
  ["gossip", "rumours about an absent colleague", "rumeurs sur une personne absente"],
  ["smallTalk", "leisure as the main topic", "loisirs comme sujet principal"],
];
const data: readonly Switch[] = [
  ["secrets", "passwords, keys and tokens", "mots de passe, clés et jetons"],
  ["paymentCards", "payment cards", "cartes de paiement"],
  ["bankData", "bank accounts", "comptes bancaires"],
  ["identityNumbers", "identity numbers of people", "numéros d’identité de personnes"],
  ["contactLists", "lists of private contacts", "listes de contacts personnels"],
  ["personalContacts", "somebody else’s private number or address", "le numéro ou l’adresse privée d’autrui"],
  ["markedDocuments", "text marked as confidential", "des textes marqués comme confidentiels"],
  ["companyNumbers", "company numbers", "numéros d’entreprises"],
];

const notices: Readonly<Record<string, (chosen: Chosen, organisation: Organisation) => readonly Localised[]>> = {
  "professional-content": (chosen) => [
    ...joined(
      { en: "In every space, social ones too: ", fr: "Dans tous les espaces, conviviaux compris\u00a0: " },
      switchedOn(chosen, everywhere),
    ),
    ...joined(
      {
        en: "Everywhere but in social spaces: ",
        fr: "Partout, sauf dans les espaces conviviaux\u00a0: ",
      },
      switchedOn(chosen, atWork),
    ),
  ],
  "confidential-data": (chosen) => joined({ en: "", fr: "" }, switchedOn(chosen, data)),
  "watched-terms": (chosen) => {
    const count = listed(chosen, "terms").length + listed(chosen, "patterns").length;
    if (count === 0) return [];
    // The names themselves may be secret, and a printed page hangs on walls.
    return [
      {
        en: `Words and phrases that the organisation has listed: ${count} today. They are not printed here; /charter check tells you before you send`,
        fr: `Des mots et expressions que l’organisation a listés\u00a0: ${count} à ce jour. Ils ne sont pas imprimés ici\u00a0; /charter check vous répond avant l’envoi`,
      },
    ];
  },
  "resting-hours": restingHours,
  "audience-separation": audienceSeparation,
  "outside-connection": outsideConnection,
};

function restingHours(chosen: Chosen, { week, zone }: Organisation): readonly Localised[] {
  const grace = Number(chosen.get("graceMinutes") ?? 0);
  const [marker] = listed(chosen, "urgentMarkers").map(String);
  const near =
    grace === 0 ? { en: "", fr: "" } : { en: `, give or take ${grace} minutes`, fr: `, à ${grace}\u00a0minutes près` };
  const own = {
    en: `A message written outside one’s working hours, on a public holiday or on leave. Working hours: ${weekIn(week, "en")} in one’s own time zone (else ${zone})${near.en}, unless one has set others with /charter hours`,
    fr: `Un message écrit hors de ses heures de travail, un jour férié ou en congé. Heures de travail\u00a0: ${weekIn(week, "fr")} dans son fuseau (à défaut, ${zone})${near.fr}, sauf réglage par /charter hours`,
  };
  const others = {
    en: "A message that mentions a colleague who is resting",
    fr: "Un message qui mentionne une personne du personnel en repos",
  };
  const urgent = {
    en: `Never a message that begins with “${marker ?? ""}:”, nor somebody on call`,
    fr: `Jamais un message qui commence par «\u00a0${marker ?? ""}\u00a0:\u00a0», ni une personne d’astreinte`,
  };
  const isOwn = chosen.get("ownHours") === true;
  const isOthers = chosen.get("mentions") === true;
  return [...(isOwn ? [own] : []), ...(isOthers ? [others] : []), ...(marker === undefined ? [] : [urgent])];
}

function audienceSeparation(chosen: Chosen): readonly Localised[] {
  const apart = listed(chosen, "partiesApart");
  const together = listed(chosen, "together").some((pair) =>
    ["client", "supplier"].every((one) => listOf(pair).includes(one)),
  );
  const when = (is: boolean, en: string, fr: string): Localised[] => (is ? [{ en, fr }] : []);
  return joined(
    {
      en: "Who is in a space, not what is written there: ",
      fr: "Qui se trouve dans un espace, et non ce qui s’y écrit\u00a0: ",
    },
    [
      ...when(!together, "clients with suppliers", "clients avec fournisseurs"),
      ...when(apart.includes("client"), "two different clients", "deux clients différents"),
      ...when(apart.includes("supplier"), "two different suppliers", "deux fournisseurs différents"),
      ...switchedOn(chosen, [
        [
          "internalSpaces",
          "people from outside in a space that is not for them",
          "des personnes extérieures dans un espace qui n’est pas pour elles",
        ],
        [
          "undeclaredSpaces",
          "staff with people from outside in a space that nobody has declared",
          "le personnel avec des personnes extérieures dans un espace non déclaré",
        ],
      ]),
    ],
  );
}

function outsideConnection(chosen: Chosen): readonly Localised[] {
  const networks = listed(chosen, "networks");
  const countries = listed(chosen, "countries").map(String);
  const regions = (locale: Locale): string => countries.map((code) => regionIn(code, locale)).join(", ");
  const settings = listed(chosen, "platformSettings");
  return [
    ...(networks.length > 0 && countries.length === 0
      ? [
          {
            en: `A connection from elsewhere than our networks (${networks.length} named)`,
            fr: `Une connexion d’ailleurs que nos réseaux (${networks.length} nommés)`,
          },
        ]
      : []),
    ...(countries.length > 0
      ? [
          {
            en: `A connection from outside our networks and from another country than ${regions("en")}`,
            fr: `Une connexion hors de nos réseaux et d’un autre pays que\u00a0: ${regions("fr")}`,
          },
        ]
      : []),
    ...(chosen.get("hours") === true
      ? [{ en: "A connection outside one’s working hours", fr: "Une connexion hors de ses heures de travail" }]
      : []),
    ...(settings.length > 0
      ? [
          {
            en: `Settings of the platform that are no longer as they should be: ${settings.length} watched`,
            fr: `Des réglages de la plateforme qui ne sont plus comme il se doit\u00a0: ${settings.length} suivis`,
          },
        ]
      : []),
  ];
}
const regionIn = (code: string, locale: Locale): string =>
  new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;

/** The rules that have words of their own here. */
export const worded: readonly string[] = Object.keys(notices);
