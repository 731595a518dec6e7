import type { Clause, Exception } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import { dateIn } from "../core/enforcement.ts";
import { exceptionReasons, type AccountId, type ExceptionReason, type SpaceId } from "../core/model.ts";
import { audienceName, reasonNames } from "../core/names.ts";
import { code, strong, text, viewOf, type Field, type Inline, type Reply } from "../core/view.ts";
import { ask, choice, oneOf, textField } from "./change/asking.ts";
import { clauseField, clauseNamed, withClause } from "./change/clauses.ts";
import { lastDay } from "./change/day.ts";
import { atDesk, refuse, type Desk, type Got } from "./change/desk.ts";
import { typeable } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import { audiencesOf } from "./change/settings.ts";
import { idOf, spaceInline, spaceNamed, targetNamed } from "./change/who.ts";

const most = 366;
const kinds = ["space", "audience", "group", "account"] as const;
/** Whom an exception is for: one of its four members. */
type Who = Pick<Exception, (typeof kinds)[number]>;

/** Excepts a space, an audience, a group or an account from a clause, for a reason that everybody may read, up to a day. */
export const except: Command = {
  name: "except",
  summary: {
    en: "excepts somebody or some place from a clause, for a while",
    fr: "excepte une personne ou un lieu d’une clause, pour un temps",
  },
  usage: {
    en: "[remove] <clause> <space|audience|group|account> for <reason> until <date>",
    fr: "[remove] <clause> <espace|public|groupe|compte> for <raison> until <date>",
  },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const read = readArguments(desk);
    if (read.clause === "" || read.who === "") return askFor(desk, read);
    const clause = clauseNamed(desk, read.clause);
    if ("reply" in clause) return clause.reply;
    const who = (read.removes && listed(desk, clause.got, read.who)) || (await whoNamed(desk, read));
    if ("reply" in who) return who.reply;
    if (read.removes) return remove(desk, clause.got, who.got);
    if (read.reason === "" || read.until === "") {
      const line = `except ${clause.got.id} ${lineOf(who.got)}`;
      return ask(desk, { title: words.title, line, about: [], fields: endFields(desk) });
    }
    const reason = oneOf(read.reason, exceptionReasons, { field: "reason-of", what: words.what, locale });
    if ("reply" in reason) return reason.reply;
    const until = lastDay(desk, read.until, most);
    return "reply" in until ? until.reply : add(desk, clause.got, { ...who.got, reason: reason.got, until: until.got });
  }),
};

interface Arguments {
  readonly removes: boolean;
  readonly clause: string;
  readonly kind: (typeof kinds)[number] | null;
  readonly who: string;
  readonly reason: string;
  readonly until: string;
}
/** `[remove] clause [kind] who for reason until day`; what the line leaves out comes from the form. */
function readArguments({ words: typed, fields }: Desk): Arguments {
  const left = typed.map(({ text: word }) => word);
  const field = (name: string): string => fields[name]?.trim() ?? "";
  const removes = left[0] === "remove";
  if (removes) left.shift();
  const clause = left.shift() ?? field("clause");
  const kind = left.length > 1 || field("who") !== "" ? (kinds.find((each) => each === left[0]) ?? null) : null;
  if (kind) left.shift();
  const who = left.shift() ?? field("who");
  const after = (...keys: readonly string[]): string | null => {
    const at = left.findIndex((word) => keys.includes(word.toLowerCase()));
    if (at < 0) return null;
    const end = left.findIndex((word, index) => index > at && /^(?:for|pour|until|jusqu.*)$/i.test(word));
    return left.slice(at + 1, end < 0 ? left.length : end).join(" ");
  };
  return {
    removes,
    clause,
    kind,
    who,
    reason: after("for", "pour") ?? field("reason-of"),
    until: after("until", "jusqu’au", "jusqu'au") ?? field("until"),
  };
}

function askFor(desk: Desk, { removes, clause }: Arguments): Reply {
  const { locale } = desk;
  const known = desk.charter.clauses.find(({ id }) => id === clause);
  const fields: Field[] = [
    ...(known ? [] : [clauseField(desk)]),
    textField("who", words.who[locale], { hint: words.whoHint[locale] }),
    ...(removes ? [] : endFields(desk)),
  ];
  const line = ["except", ...(removes ? ["remove"] : []), ...(known ? [known.id] : [])].join(" ");
  return ask(desk, { title: words.title, line, fields });
}
// Not "reason": that is the name of why the charter is changed.
const endFields = ({ locale }: Desk): readonly Field[] => [
  choice("reason-of", words.reason[locale], {
    options: exceptionReasons.map((value) => ({ value, label: reasonNames[value][locale] })),
  }),
  textField("until", words.until[locale], { hint: words.untilHint[locale] }),
];

/** Whom somebody names: by a word before it, as an audience, as a space where it says so, else as an account or group. */
async function whoNamed(desk: Desk, { kind, who }: Pick<Arguments, "kind" | "who">): Promise<Got<Who>> {
  const audiences = audiencesOf(desk);
  if (kind === "audience") {
    const audience = oneOf(who, audiences, { field: "who", what: words.audience, locale: desk.locale });
    return "reply" in audience ? audience : { got: { audience: audience.got } };
  }
  if (kind === null && audiences.includes(who)) return { got: { audience: who } };
  const isPlace = /^(?:here|ici|#.*|<#.*)$/i.test(who) || Object.hasOwn(desk.charter.spaces, who);
  const isSpace = kind === "space" || (kind === null && (isPlace || (await isKnownSpace(desk, who))));
  if (isSpace) {
    const space = await spaceNamed(desk, who);
    return "reply" in space ? space : { got: { space: space.got } };
  }
  const target = await targetNamed(desk, who, kind);
  if ("reply" in target) return target;
  if (target.got.kind === "account") return { got: { account: target.got.id } };
  if (target.got.kind === "group") return { got: { group: target.got.id } };
  return refuse("who", words.noSuch[desk.locale]);
}
const isKnownSpace = async ({ tools }: Desk, id: string): Promise<boolean> =>
  (await tools.store.directory.spaces()).some((space) => space.id === id);

/** Whom an exception of the clause names by this id: they may be gone from the directory. */
function listed(desk: Desk, { exceptions }: Clause, typed: string): { readonly got: Who } | null {
  const id = idOf(desk, typed);
  const found = exceptions.find((each) => kinds.some((kind) => each[kind] === id));
  if (!found) return null;
  const { reason: _, until: __, ...who } = found;
  return { got: who };
}

const lineOf = (who: Who): string => {
  const [kind = "", id = ""] = Object.entries(who)[0] ?? [];
  return `${kind} ${typeable(id)}`;
};
async function inlineOf(desk: Desk, { space, account, audience, group }: Who): Promise<Inline> {
  if (space !== undefined) return spaceInline(desk, space as SpaceId);
  if (account !== undefined) return { kind: "person", account: account as AccountId };
  if (audience !== undefined) return audienceName(desk.charter, audience)[desk.locale];
  return code(group ?? "");
}
const isFor =
  (who: Who) =>
  (each: Who): boolean =>
    kinds.every((kind) => each[kind] === who[kind]);

type Added = Who & { readonly reason: ExceptionReason; readonly until: string };
async function add(desk: Desk, { id, title }: Clause, added: Added): Promise<Reply> {
  const { locale } = desk;
  const { reason, until, ...who } = added;
  return offer(desk, {
    line: `except ${id} ${lineOf(who)} for ${reason} until ${until}`,
    says: [
      strong(title[locale]),
      words.notFor[locale],
      await inlineOf(desk, who),
      words.because[locale](reasonNames[reason][locale], dateIn(until, locale)),
    ],
    // Somebody is excepted once: a new reason or day takes the place of the old.
    change: (written) =>
      withClause(written, id, (clause) => ({
        ...clause,
        exceptions: [...(clause.exceptions ?? []).filter((each) => !isFor(who)(each)), added],
      })),
    warnings: [[words.visible[locale], code("/charter exceptions"), words.persons[locale]]],
    fieldOf: () => "who",
  });
}

async function remove(desk: Desk, clause: Clause, who: Who): Promise<Reply> {
  const { locale } = desk;
  const named = await inlineOf(desk, who);
  if (!clause.exceptions.some(isFor(who))) {
    return viewOf(text(strong(clause.title[locale]), words.noException[locale], named, "."));
  }
  return offer(desk, {
    line: `except remove ${clause.id} ${lineOf(who)}`,
    says: [strong(clause.title[locale]), words.again[locale], named, "."],
    change: (written) =>
      withClause(written, clause.id, (one) => ({
        ...one,
        exceptions: (one.exceptions ?? []).filter((each) => !isFor(who)(each)),
      })),
    fieldOf: () => "who",
  });
}

const words = {
  title: { en: "Exception", fr: "Exception" },
  who: { en: "For whom, or where?", fr: "Pour qui, ou où\u00a0?" },
  whoHint: {
    en: "“here”, #space, an audience, a mention, or an id such as slack:U024BE7LH",
    fr: "«\u00a0ici\u00a0», #espace, un public, une mention, ou un identifiant tel que slack:U024BE7LH",
  },
  reason: { en: "Why? Everybody may read it.", fr: "Pourquoi\u00a0? Chacun peut le lire." },
  until: { en: "Until when?", fr: "Jusqu’à quand\u00a0?" },
  untilHint: {
    en: "The last day as 2026-12-01, or a number of days",
    fr: "Le dernier jour, comme 2026-12-01, ou un nombre de jours",
  },
  what: { en: "reason", fr: "de raison" },
  audience: { en: "audience", fr: "de public" },
  noSuch: {
    en: "An exception is for a space, an audience, a group or an account.",
    fr: "Une exception vaut pour un espace, un public, un groupe ou un compte.",
  },
  notFor: { en: " does not hold for ", fr: " ne vaut pas pour\u00a0: " },
  because: {
    en: (reason: string, day: string) => `, up to and including ${day}. Reason: ${reason}.`,
    fr: (reason: string, day: string) => `, jusqu’au ${day} inclus. Raison\u00a0: ${reason}.`,
  },
  visible: { en: "everybody can see it in ", fr: "chacun peut la voir avec " },
  persons: {
    en: ": spaces and groups by name, persons only as a count.",
    fr: "\u00a0: les espaces et les groupes par leur nom, les personnes seulement en nombre.",
  },
  noException: { en: " has no exception for ", fr: " n’a pas d’exception pour\u00a0: " },
  again: { en: " holds again for ", fr: " vaut de nouveau pour\u00a0: " },
} as const;
