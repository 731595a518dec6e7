import { todayOf, type Clause } from "../core/charter.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import { dateIn, enforcement } from "../core/enforcement.ts";
import type { Locale, Localised } from "../core/model.ts";
import { audienceName } from "../core/names.ts";
import { code, heading, strong, text, viewOf, type Block, type Inline } from "../core/view.ts";
import { nearest } from "../nearest.ts";

const words = {
  inForce: { en: "In force since ", fr: "En vigueur depuis le " },
  notYet: { en: "In force from ", fr: "En vigueur à partir du " },
  revision: { en: "revision ", fr: "révision " },
  one: { en: "One clause in full: ", fr: "Une clause en entier\u00a0: " },
  binds: { en: "It binds: ", fr: "Elle engage\u00a0: " },
  does: { en: "What happens: it ", fr: "Ce qui se passe\u00a0: elle " },
  person: {
    en: "What happens: nothing is judged by a program, it is ",
    fr: "Ce qui se passe\u00a0: rien n’est examiné par un programme, c’est ",
  },
  unknown: { en: "There is no such clause. ", fr: "Cette clause n’existe pas. " },
  mean: { en: ["Did you mean ", "?"], fr: ["Vouliez-vous dire ", "\u00a0?"] },
  all: { en: ["All of them: ", "."], fr: ["Toutes les clauses\u00a0: ", "."] },
  exceptions: { en: "Where it does not hold: ", fr: "Là où elle ne vaut pas\u00a0: " },
  nothingNamed: {
    en: "What is kept: nothing that names anybody. A count for the week, which cannot be read back and goes with it.",
    fr: "Ce qui est conservé\u00a0: rien qui désigne quelqu’un. Un décompte pour la semaine, illisible, qui disparaît avec elle.",
  },
  excerpt: {
    en: "What is kept: at most 160 characters, sealed, until a day after you were told; then who wrote and where, for 30 days.",
    fr: "Ce qui est conservé\u00a0: 160 caractères au plus, scellés, jusqu’à un jour après l’avis\u00a0; puis qui a écrit et où, pendant 30\u00a0jours.",
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[]>>;

/** The charter's clauses by title, or one of them in full. */
export const show: Command = {
  name: "show",
  summary: { en: "shows the charter, or one clause in full", fr: "montre la charte, ou une clause en entier" },
  usage: { en: "<clause>", fr: "<clause>" },
  role: "employee",
  public: true,
  run(asked, tools) {
    const { clauses } = tools.revision().charter;
    if (asked.rest === "") return Promise.resolve(viewOf(...contents(asked, tools)));
    const wanted = asked.rest.trim().toLowerCase();
    const clause = clauses.find(({ id, title }) =>
      [id, title.en.toLowerCase(), title.fr.toLowerCase()].includes(wanted),
    );
    return Promise.resolve(viewOf(...(clause ? inFull(clause, asked, tools) : noSuch(wanted, asked, tools))));
  },
};

function contents({ call, reader: { locale } }: Asked, { revision }: CommandTools): Block[] {
  const { number, charter } = revision();
  const { name, zone } = charter.organisation;
  const today = todayOf(charter, call.at);
  const { inForceFrom } = charter;
  const since =
    inForceFrom === null
      ? ""
      : `${words[today < inForceFrom ? "notYet" : "inForce"][locale]}${dateIn(inForceFrom, locale)}, `;
  const items = charter.clauses.map((clause): Inline[] => [
    strong(clause.title[locale]),
    ` (${clause.id}) — ${enforcement(charter, clause, { today, purpose: purposeAt(call, charter), locale })}`,
  ]);
  return [
    heading(name),
    text(`${since}${words.revision[locale]}${number}, ${zone}`),
    ...charter.objectives.slice(0, 3).map((each) => text(each[locale])),
    { kind: "list", items },
    text(words.one[locale], code(`/charter show ${charter.clauses[0]?.id ?? ""}`)),
  ];
}

const purposeAt = ({ space }: Asked["call"], { spaces }: ReturnType<CommandTools["revision"]>["charter"]) =>
  (space === null ? undefined : spaces[space]) ?? "undeclared";

function inFull(clause: Clause, { call, reader: { locale } }: Asked, { revision, rules }: CommandTools): Block[] {
  const { charter } = revision();
  const today = todayOf(charter, call.at);
  const does = enforcement(charter, clause, { today, purpose: purposeAt(call, charter), locale });
  const rule = rules.find(({ id }) => id === clause.rule);
  const kept = rule ? [text(words[rule.trace === "none" ? "nothingNamed" : "excerpt"][locale])] : [];
  const current = clause.exceptions.filter(({ until }) => today <= until).length;
  const exceptions = current === 0 ? [] : [text(words.exceptions[locale], code("/charter exceptions"))];
  return [
    heading(clause.title[locale]),
    text(clause.prose[locale]),
    text(`${words.binds[locale]}${clause.binds.map((each) => audienceName(charter, each)[locale]).join(", ")}.`),
    text(`${rule ? words.does[locale] : words.person[locale]}${does}.`),
    ...kept,
    ...exceptions,
  ];
}

function noSuch(wanted: string, { reader: { locale } }: Asked, { revision }: CommandTools): Block[] {
  const ids = revision().charter.clauses.map(({ id }) => id);
  const near = nearest(wanted, ids);
  const [mean, end] = words.mean[locale];
  const [all, stop] = words.all[locale];
  const suggestion = near === null ? [] : [mean, code(`/charter show ${near}`), end, " "];
  return [text(words.unknown[locale], ...suggestion, all, ids.join(", "), stop)];
}
