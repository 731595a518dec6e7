import type { Command } from "../core/command.ts";
import { dateIn } from "../core/enforcement.ts";
import type { Inline, Reply } from "../core/view.ts";
import type { Week } from "../core/facts.ts";
import { ask, textField } from "./change/asking.ts";
import { atDesk, refuse, type Desk, type Got } from "./change/desk.ts";
import { quote, type Word } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import { formatWeek, parseWeek } from "./hours/week.ts";
import { zoneNamed } from "./hours/zone.ts";

const parts = ["name", "zone", "week", "domains", "from"] as const;
type Part = (typeof parts)[number];
const keywords: Readonly<Record<string, Part>> = {
  name: "name",
  nom: "name",
  zone: "zone",
  fuseau: "zone",
  week: "week",
  semaine: "week",
  domains: "domains",
  domaines: "domains",
  from: "from",
};

/** What the charter says of the organisation: its name, zone, working week and mail domains, and from when it is in force. */
export const organisation: Command = {
  name: "organisation",
  summary: {
    en: "changes the organisation’s name, zone, week, domains, or the day of force",
    fr: "modifie le nom, le fuseau, la semaine, les domaines ou l’entrée en vigueur",
  },
  usage: {
    en: "name <name> | zone <zone> | week <mon-fri 08:30-18:30> | domains <a.example, b.example> | from <date|none>",
    fr: "name <nom> | zone <fuseau> | week <lun-ven 08:30-18:30> | domains <a.example, b.example> | from <date|none>",
  },
  role: "admin",
  public: false,
  run: atDesk((desk) => {
    const { locale } = desk;
    const given = givenParts(desk);
    if ("reply" in given) return given.reply;
    const present = presentParts(desk);
    const asked = [...given.got].filter(([part, value]) => value !== present[part]);
    if (given.got.size === 0) {
      const fields = parts.map((part) =>
        textField(part, words.labels[part][locale], {
          hint: words.hints[part][locale],
          initial: present[part],
          maxLength: part === "domains" ? 1500 : 300,
          multiline: part === "domains",
        }),
      );
      return ask(desk, { title: words.title, line: "organisation", fields });
    }
    return change(desk, new Map(asked));
  }),
};

/** The parts that the line names, each with all words up to the next; or those of the form. */
function givenParts({ words: typed, fields, locale }: Desk): Got<ReadonlyMap<Part, string>> {
  const got = new Map<Part, string>();
  let part: Part | null = null;
  for (const word of typed) {
    const keyword = partNamed(word);
    if (keyword) {
      part = keyword;
      got.set(part, "");
    } else if (part) got.set(part, `${got.get(part) ?? ""} ${word.text}`.trim());
    else return refuse("name", words.noPart[locale](word.text));
  }
  if (typed.length > 0) return { got };
  for (const each of parts) {
    const value = fields[each];
    // A week may be written a line for each group of days.
    const line = value?.trim().replace(/\s*\n\s*/g, each === "week" ? "; " : " ");
    if (line !== undefined) got.set(each, line);
  }
  return { got };
}
const partNamed = ({ text, quoted }: Word): Part | null =>
  !quoted && Object.hasOwn(keywords, text.toLowerCase()) ? (keywords[text.toLowerCase()] ?? null) : null;

const presentParts = ({
  charter: { organisation: ours, inForceFrom },
  locale,
}: Desk): Readonly<Record<Part, string>> => ({
  name: ours.name,
  zone: ours.zone,
  week: formatWeek(ours.week, locale),
  domains: ours.domains.join(", "),
  from: inForceFrom ?? "",
});

function change(desk: Desk, asked: ReadonlyMap<Part, string>): Reply | Promise<Reply> {
  const { locale } = desk;
  const values: { inForceFrom?: string | null; ours: Record<string, unknown> } = { ours: {} };
  const says: Inline[] = [];
  for (const [part, typed] of asked) {
    const read = readPart(desk, part, typed);
    if ("reply" in read) return read.reply;
    if (part === "from") values.inForceFrom = read.got as string | null;
    else values.ours[part] = read.got;
    const plainly = typeof read.got === "string" ? read.got : typed;
    const shown = part === "from" && isDate(plainly) ? dateIn(plainly, locale) : plainly;
    says.push(words.becomes[locale](words.labels[part][locale], shown || words.nothing[locale]));
  }
  const { ours, ...force } = values;
  const line = [...asked].map(([part, typed]) => `${part} ${quote(typed)}`).join(" ");
  return offer(desk, {
    line: `organisation ${line}`.trim(),
    says,
    change: (written) => ({ ...written, ...force, organisation: { ...written.organisation, ...ours } }),
    fieldOf: (field) =>
      field === "inForceFrom" ? "from" : (parts.find((part) => field.startsWith(`organisation.${part}`)) ?? "name"),
  });
}

/** A part as the charter file holds it. What is left to the charter's schema is passed on as it was typed. */
function readPart({ locale }: Desk, part: Part, typed: string): Got<unknown> {
  switch (part) {
    case "name":
      return { got: typed };
    case "zone": {
      const read = zoneNamed(typed);
      return read.ok ? { got: read.zone } : refuse("zone", read.problem[locale]);
    }
    case "week": {
      const read = parseWeek(typed);
      return read.ok ? { got: fileWeek(read.week) } : refuse("week", read.problem[locale]);
    }
    case "domains":
      return { got: listOf(typed) };
    case "from":
      return { got: ["", "none", "aucun", "aucune"].includes(typed.toLowerCase()) ? null : typed };
  }
}
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** A week as a charter file holds it, by day, without the days on which nobody works. */
const fileWeek = (week: Week): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    week.flatMap((shifts, index) => {
      const written = formatWeek([shifts, [], [], [], [], [], []], "en").split(" ").slice(1);
      return written.length === 0 ? [] : [[days[index], written]];
    }),
  );
const listOf = (typed: string): readonly string[] =>
  ["none", "aucun"].includes(typed.toLowerCase())
    ? []
    : [...new Set(typed.split(/[\s,;]+/).map((each) => each.toLowerCase().replace(/^@/, "")))].filter(Boolean);
function isDate(typed: string): boolean {
  try {
    return Temporal.PlainDate.from(typed).toString() === typed;
  } catch {
    return false;
  }
}

const words = {
  title: { en: "The organisation", fr: "L’organisation" },
  labels: {
    name: { en: "Name", fr: "Nom" },
    zone: { en: "Time zone", fr: "Fuseau horaire" },
    week: { en: "Working hours", fr: "Heures de travail" },
    domains: { en: "Mail domains", fr: "Domaines de messagerie" },
    from: { en: "In force from", fr: "En vigueur à partir du" },
  },
  hints: {
    name: { en: "What the organisation is called", fr: "Comment s’appelle l’organisation" },
    zone: { en: "Of whoever has none of their own: Europe/Paris", fr: "Pour qui n’a pas le sien\u00a0: Europe/Paris" },
    week: {
      en: "mon-fri 08:30-12:30 13:30-18:30; sat 09:00-12:00",
      fr: "lun-ven 08:30-12:30 13:30-18:30; sam 09:00-12:00",
    },
    domains: {
      en: "The organisation’s own, separated by commas: no client may claim one",
      fr: "Ceux de l’organisation, séparés par des virgules\u00a0: aucun client ne peut s’en réclamer",
    },
    from: {
      en: "The day from which clauses may speak, as 2026-12-01; empty: at once",
      fr: "Le jour à partir duquel les clauses s’expriment, comme 2026-12-01\u00a0; vide\u00a0: aussitôt",
    },
  },
  nothing: { en: "none", fr: "aucun" },
  becomes: {
    en: (label: string, value: string) => `${label}: from now on ${value}. `,
    fr: (label: string, value: string) => `${label}\u00a0: désormais ${value}. `,
  },
  noPart: {
    en: (typed: string) => `“${typed}” is not one of these: ${parts.join(", ")}.`,
    fr: (typed: string) => `«\u00a0${typed}\u00a0» ne figure pas parmi\u00a0: ${parts.join(", ")}.`,
  },
} as const;
