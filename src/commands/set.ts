import type { Clause } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { memberOf } from "../document/schema.ts";
import { strong, type Field, type Reply } from "../core/view.ts";
import { ask, choice, oneOf, textField } from "./change/asking.ts";
import { clauseField, clauseNamed, withClause } from "./change/clauses.ts";
import { argument, atDesk, refuse, remainder, type Desk } from "./change/desk.ts";
import { typeable } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import {
  audiencesOf,
  choicesOf,
  partAt,
  readValue,
  settingAt,
  settingsOf,
  showValue,
  withPart,
  writeValue,
  type Setting,
} from "./change/settings.ts";

const longest = 1500;

/** Changes one setting of a clause: of its rule, or its allowance, where it tells, and whom it binds. */
export const set: Command = {
  name: "set",
  summary: { en: "changes a setting of a clause", fr: "modifie un réglage d’une clause" },
  usage: { en: "<clause> <setting> <value>", fr: "<clause> <réglage> <valeur>" },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const typed = argument(desk, 0, "clause");
    if (typed === "") return ask(desk, { title: words.title, line: "set", fields: [clauseField(desk)] });
    const clause = clauseNamed(desk, typed);
    if ("reply" in clause) return clause.reply;
    const settings = settingsOf(desk, clause.got);
    const name = argument(desk, 1, "setting");
    if (name === "") return askSetting(desk, clause.got, settings);
    if (["title", "prose"].includes(name)) return refuse("setting", words.prose[locale]).reply;
    const setting = settingNamed(desk, settings, name);
    if ("reply" in setting) return setting.reply;
    // A field that was left empty is a list without entries.
    const isGiven = desk.words.length > 2 || desk.fields["value"] !== undefined;
    if (!isGiven) return askValue(desk, clause.got, setting.got);
    return change(desk, clause.got, setting.got);
  }),
};

function settingNamed(desk: Desk, settings: readonly Setting[], typed: string) {
  const inner = settingAt(settings, typed.split("."));
  if (inner) return { got: inner };
  const names = settings.map(({ name }) => name);
  const found = oneOf(typed, names, { field: "setting", what: words.what, locale: desk.locale });
  if ("reply" in found) return found;
  const setting = settingAt(settings, [found.got]);
  return setting ? { got: setting } : refuse("setting", words.prose[desk.locale]);
}

const askSetting = (desk: Desk, { id }: Clause, settings: readonly Setting[]): Reply =>
  ask(desk, {
    title: words.title,
    line: `set ${id}`,
    fields: [
      choice("setting", words.setting[desk.locale], {
        options: settings.map(({ name, present }) => ({
          value: name,
          label: clip(`${name} (${showValue(present, desk.locale)})`),
        })),
      }),
    ],
  });
const clip = (label: string): string => (label.length > 75 ? `${label.slice(0, 74)}…` : label);

const askValue = (desk: Desk, { id }: Clause, setting: Setting): Reply =>
  ask(desk, { title: words.title, line: `set ${id} ${setting.name}`, fields: [valueField(desk, setting)] });

function valueField({ locale }: Desk, { name, schema, about, present }: Setting): Field {
  const choices = choicesOf(schema);
  const initial = writeValue(present, locale);
  if (choices) {
    const options = choices.map((value) => ({ value, label: words.labels[locale][value] ?? value }));
    return choice("value", name, {
      options,
      initial: typeof present === "boolean" ? (present ? "yes" : "no") : initial,
    });
  }
  const isList = schema.type === "array";
  const isNested = isList && memberOf(schema, "0")?.type === "object";
  const how = isNested ? words.asJson[locale] : isList ? words.byLines[locale] : "";
  const hint = `${about} ${how}`.trim();
  return textField("value", name, {
    multiline: isList,
    maxLength: longest,
    initial: isList && Array.isArray(present) && present.length === 0 ? "" : initial,
    ...(hint === "" ? {} : { hint }),
  });
}

function change(desk: Desk, clause: Clause, setting: Setting): Reply | Promise<Reply> {
  const { locale } = desk;
  const typed = remainder(desk, 2, "value");
  const read = readValue(setting.schema, typed, locale);
  if ("wrong" in read) return refuse("value", read.wrong).reply;
  const wrong = impossible(desk, setting, read.value);
  if (wrong) return wrong;
  const { value } = read;
  return offer(desk, {
    line: `set ${clause.id} ${setting.name} ${typeable(writeValue(value, locale))}`,
    says: [
      strong(clause.title[locale]),
      words.becomes[locale](setting.name, clip(showValue(setting.present, locale)), clip(showValue(value, locale))),
    ],
    change: (written) =>
      withClause(written, clause.id, (one) => {
        const path = setting.name.split(".");
        if (setting.of === "clause") return { ...one, [setting.name]: value };
        if (JSON.stringify(value) === JSON.stringify(setting.present)) return one;
        // Inside a list that has its default, the list is written out first.
        const whole = partAt(one.settings, path.slice(0, 1)) ?? wholeOf(desk, clause, path);
        return { ...one, settings: withPart({ ...one.settings, [path[0] ?? ""]: whole }, path, value) };
      }),
    fieldOf: () => "value",
  });
}

const wholeOf = (desk: Desk, clause: Clause, [name = ""]: readonly string[]): unknown =>
  settingsOf(desk, clause).find((setting) => setting.name === name)?.present;

/** A value outside a closed choice, with the one that was probably meant. */
function impossible(desk: Desk, { name, schema, of }: Setting, value: unknown): Reply | null {
  const what = { field: "value", what: words.value, locale: desk.locale };
  const choices =
    of === "clause" && name === "binds" ? audiencesOf(desk) : schema.type === "boolean" ? null : choicesOf(schema);
  const values = choices === null ? [] : Array.isArray(value) ? value : [value];
  for (const one of values) {
    const found = oneOf(String(one), choices ?? [], what);
    if ("reply" in found) return found.reply;
  }
  return null;
}

const words = {
  title: { en: "Change a setting", fr: "Modifier un réglage" },
  setting: { en: "Setting (as it is now)", fr: "Réglage (valeur actuelle)" },
  what: { en: "setting", fr: "de réglage" },
  value: { en: "value", fr: "de valeur" },
  byLines: {
    en: "One entry a line, or separated by commas.",
    fr: "Une entrée par ligne, ou séparées par des virgules.",
  },
  asJson: { en: "As JSON.", fr: "En JSON." },
  prose: {
    en: "Titles and prose are written in the charter file, in both languages, and applied on the command line: npm run charter -- apply FILE",
    fr: "Les titres et les textes s’écrivent dans le fichier de la charte, dans les deux langues, puis s’appliquent en ligne de commande\u00a0: npm run charter -- apply FICHIER",
  },
  becomes: {
    en: (name: string, before: string, after: string) => `: ${name} becomes ${after}; it is ${before} now.`,
    fr: (name: string, before: string, after: string) =>
      `\u00a0: ${name} devient ${after}\u00a0; actuellement ${before}.`,
  },
  labels: {
    en: { yes: "Yes", no: "No", inPlace: "beside the message", direct: "in a direct message" },
    fr: { yes: "Oui", no: "Non", inPlace: "à côté du message", direct: "en message direct" },
  } as Readonly<Record<"en" | "fr", Readonly<Record<string, string>>>>,
} as const;
