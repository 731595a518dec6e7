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
  const read = rule.settings.safeParse(settings);
  const chosen = new Map(Object.entries(isObject(read.data) ? read.data : settings));
  const words = notices[rule.id];
  // A rule that has no words of its own here still has its title.
  if (!words) return [rule.title[locale]];
  return words(chosen, organisation).map((line) => line[locale]);
}
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type Chosen = ReadonlyMap<string, unknown>;
const listed = (chosen: Chosen, name: string): readonly unknown[] => {
  const value = chosen.get(name);
  return Array.isArray(value) ? value : [];
};

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
  ["spam", "chain letters, swindles, asking for clicks", "chaînes, arnaques, appels à cliquer"],
];
const atWork: readonly Switch[] = [
  ["sale", "private adverts: sales, gifts, lets", "petites annonces privées\u00a0: ventes, dons, locations"],
  ["gambling", "betting and games for money", "paris et jeux d’argent"],
  ["politics", "campaigning for or against a party", "campagne pour ou contre un parti"],
  ["religion", "winning others for a belief", "prosélytisme"],
  ["jobHunting", "looking for a job elsewhere", "recherche d’un emploi ailleurs"],
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
    ...joined({ en: "In every space: ", fr: "Dans tous les espaces\u00a0: " }, switchedOn(chosen, everywhere)),
    ...joined(
      {
        en: "In spaces for work, and not in social ones: ",
        fr: "Dans les espaces de travail, et non conviviaux\u00a0: ",
      },
      switchedOn(chosen, atWork),
    ),
  ],
  "confidential-data": (chosen) =>
    joined({ en: "In a message: ", fr: "Dans un message\u00a0: " }, switchedOn(chosen, data)),
  "watched-terms": (chosen) => {
    const count = listed(chosen, "terms").length + listed(chosen, "patterns").length;
    if (count === 0) return [];
    // The names themselves may be secret, and a printed page hangs on walls.
    return [
      {
        en: `Words and phrases that the organisation has listed: ${count} today`,
        fr: `Des mots et expressions que l’organisation a listés\u00a0: ${count} à ce jour`,
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
  const own = {
    en: `A message that a member of staff posts outside their working hours, on a public holiday or on leave. Working hours are ${weekIn(week, "en")} in one’s own time zone, unless one has set others; ${grace} minutes before and after count as work`,
    fr: `Un message publié par un membre du personnel hors de ses heures de travail, un jour férié ou en congé. Les heures de travail sont ${weekIn(week, "fr")}, dans le fuseau de chacun, sauf si l’on en a choisi d’autres\u00a0; ${grace}\u00a0minutes avant et après comptent comme du travail`,
  };
  const others = {
    en: "A message that mentions a colleague who is resting",
    fr: "Un message qui mentionne un collègue en repos",
  };
  const urgent = {
    en: `Never: a message that begins with “${marker ?? ""}:”, or somebody on call`,
    fr: `Jamais\u00a0: un message qui commence par «\u00a0${marker ?? ""}\u00a0:\u00a0», ni une personne d’astreinte`,
  };
  const zoned = {
    en: `Who has no time zone of their own has that of ${zone}`,
    fr: `Qui n’a pas de fuseau a celui de ${zone}`,
  };
  const isOwn = chosen.get("ownHours") === true;
  const isOthers = chosen.get("mentions") === true;
  return [...(isOwn ? [own, zoned] : []), ...(isOthers ? [others] : []), ...(marker === undefined ? [] : [urgent])];
}

function audienceSeparation(chosen: Chosen): readonly Localised[] {
  const apart = listed(chosen, "partiesApart");
  const meets = (audience: string, en: string, fr: string): Localised[] =>
    apart.includes(audience) ? [{ en, fr }] : [];
  return [
    {
      en: "Who is in a space, not what is written there: clients and suppliers in the same space, unless the charter allows that pair",
      fr: "Qui se trouve dans un espace, et non ce qui s’y écrit\u00a0: clients et fournisseurs dans un même espace, sauf si la charte le permet",
    },
    ...meets("client", "two different clients in the same space", "deux clients différents dans un même espace"),
    ...meets(
      "supplier",
      "two different suppliers in the same space",
      "deux fournisseurs différents dans un même espace",
    ),
    ...switchedOn(chosen, [
      [
        "internalSpaces",
        "people from outside in a space for staff",
        "des personnes extérieures dans un espace du personnel",
      ],
      [
        "undeclaredSpaces",
        "staff and people from outside in a space that nobody has declared",
        "le personnel et des personnes extérieures dans un espace que nul n’a déclaré",
      ],
    ]),
  ];
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
