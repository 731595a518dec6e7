import { formatLine, mayUse, type Asked, type Command, type CommandTools } from "../core/command.ts";
import type { Locale, Localised, Role } from "../core/model.ts";
import { code, heading, strong, text, viewOf, type Block, type Inline, type Reply } from "../core/view.ts";
import { nearest } from "../nearest.ts";

/** Lines that fit on a screen. What is left of them when its turn comes decides whether a group has a line for each command. */
const screen = 24;

const words = {
  title: { en: "What you can ask the charter", fr: "Ce que vous pouvez demander à la charte" },
  stewards: { en: "For stewards", fr: "Pour les référents" },
  admins: { en: "For admins", fr: "Pour l’administration" },
  one: { en: "One of them explained: ", fr: "Une commande expliquée\u00a0: " },
  unknown: { en: "There is no such command. ", fr: "Cette commande n’existe pas. " },
  mean: { en: ["Did you mean ", "?"], fr: ["Vouliez-vous dire ", "\u00a0?"] },
  try: { en: "Try it", fr: "Essayer" },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[]>>;

/** Whom a command is there for, in the order in which they are shown. */
const groups: readonly { readonly title: Localised; readonly roles: readonly Role[] }[] = [
  { title: words.title, roles: ["employee"] },
  { title: words.stewards, roles: ["ambassador", "moderator"] },
  { title: words.admins, roles: ["admin"] },
];

/** The commands that the asker may use, by whom they are for; or one of them explained. */
export const help: Command = {
  name: "help",
  summary: {
    en: "lists what you can ask, or explains one of it",
    fr: "liste ce que vous pouvez demander, ou en explique une partie",
  },
  usage: { en: "[command]", fr: "[commande]" },
  role: "employee",
  public: true,
  run: (asked, { commands }) => {
    // What others may read does not say who is a steward.
    const role = asked.call.privately ? asked.role : "employee";
    const allowed = commands.filter((each) => mayUse(role, each.role));
    const wanted = asked.rest
      .trim()
      .toLowerCase()
      .replace(/^\/?(?:charter\s+)?/, "");
    return Promise.resolve(wanted === "" ? everything(allowed, asked) : explained(wanted, allowed, asked));
  },
};

type Commands = CommandTools["commands"];

function everything(allowed: Commands, { reader: { locale } }: Asked): Reply {
  const filled = groups
    .map(({ title, roles }) => ({ title, commands: allowed.filter(({ role }) => roles.includes(role)) }))
    .filter(({ commands }) => commands.length > 0);
  const blocks: Block[] = [];
  // Each group has at least its title and one line; the last line says how to learn more.
  let left = screen - 2 * filled.length - 1;
  for (const { title, commands } of filled) {
    const isFull = commands.length - 1 <= left;
    if (isFull) left -= commands.length - 1;
    blocks.push(blocks.length === 0 ? heading(title[locale]) : text(strong(title[locale])));
    blocks.push(isFull ? { kind: "list", items: commands.map((each) => line(each, locale)) } : inOneLine(commands));
  }
  return viewOf(...blocks, text(words.one[locale], code(`/charter help ${allowed[0]?.name ?? "help"}`)));
}

const line = (command: Command, locale: Locale): Inline[] => [usage(command, locale), ` — ${command.summary[locale]}`];
/** As it is typed: what answers to "/charter" alone has no name there. */
const usage = ({ name, usage: typed }: Command, locale: Locale): Inline =>
  code(name === "charter" ? "/charter" : `/charter ${formatLine({ name, rest: typed[locale] })}`);

const inOneLine = (commands: Commands): Block =>
  text(...commands.flatMap(({ name }, index): Inline[] => (index === 0 ? [code(name)] : [", ", code(name)])));

/** The word typed is not repeated: it may be something that was meant for somebody else. */
function explained(wanted: string, allowed: Commands, { call, reader: { locale } }: Asked): Reply {
  const command = allowed.find(({ name }) => name === wanted);
  if (command) {
    const button = { label: words.try[locale], line: command.name };
    return viewOf(text(...line(command, locale), "."), { kind: "buttons", buttons: call.privately ? [button] : [] });
  }
  const near = nearest(
    wanted,
    allowed.map(({ name }) => name),
  );
  const [before, after] = words.mean[locale];
  const suggestion = near === null ? [] : [before, code(`/charter help ${near}`), after];
  return viewOf(text(words.unknown[locale], ...suggestion));
}
