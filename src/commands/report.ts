import { deciders, type OpenCase } from "../core/case.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import { evaluate } from "../core/evaluate.ts";
import { cutExcerpt, type Excerpt } from "../core/excerpt.ts";
import type { AccountId, Localised, SpaceId, WrittenEvent } from "../core/model.ts";
import { text, viewOf, type Field, type Form, type Reply } from "../core/view.ts";
import { gatherFacts } from "../facts/index.ts";
import { tellWaiting } from "./review/told.ts";

/** So that nobody can bury the stewards. */
const mostOpen = 10;
const longest = 500;
/** The choice of no clause: no clause's id begins with a hyphen. */
const otherwise = "-";
/** Platforms offer a hundred choices at most. */
const mostClauses = 99;

const words = {
  title: { en: "Report", fr: "Signaler" },
  submit: { en: "Report", fr: "Signaler" },
  cancel: { en: "Close", fr: "Fermer" },
  aboutMessage: {
    en: "A steward of the charter will look at this message. Moderators and admins can see that it was you; whoever wrote it is never told.",
    fr: "Une personne chargée de la charte examinera ce message. La modération et l’administration peuvent voir que c’est vous\u00a0; la personne qui l’a écrit ne le saura jamais.",
  },
  aboutMatter: {
    en: "A steward of the charter will look at it. Moderators and admins can see that it was you, and nobody else.",
    fr: "Une personne chargée de la charte l’examinera. La modération et l’administration peuvent voir que c’est vous, et personne d’autre.",
  },
  clause: { en: "What it is about", fr: "De quoi il s’agit" },
  other: { en: "Something else", fr: "Autre chose" },
  matter: { en: "What is the matter", fr: "Ce qui ne va pas" },
  optional: { en: "You need not say more.", fr: "Vous n’avez pas à en dire plus." },
  needed: {
    en: "What happened, and in which message or where. The space that you are in is noted.",
    fr: "Ce qui s’est passé, et dans quel message ou à quel endroit. L’espace où vous êtes est noté.",
  },
  empty: { en: "Please say what is the matter.", fr: "Veuillez dire ce qui ne va pas." },
  tooLong: {
    en: `Please shorten it to ${longest} characters.`,
    fr: `Veuillez ramener le texte à ${longest} caractères.`,
  },
  tooMany: {
    en: "Ten of your reports are being looked at already. Please wait for an answer to one of them, or speak with a moderator.",
    fr: "Dix de vos signalements sont déjà à l’examen. Attendez la réponse à l’un d’eux, ou parlez-en à la modération.",
  },
  own: {
    en: "This message is your own: you can change or delete it yourself.",
    fr: "Ce message est le vôtre\u00a0: vous pouvez le modifier ou le supprimer vous-même.",
  },
  received: {
    en: "Received, thank you. Somebody will look at it with care. Where several people report the same, it is looked at once.",
    fr: "C’est bien reçu, merci. Quelqu’un l’examinera avec soin. Ce que plusieurs personnes signalent est examiné une seule fois.",
  },
  nobody: {
    en: "Received, thank you. The charter names nobody yet who could decide it: please tell somebody whom you trust too.",
    fr: "C’est bien reçu, merci. La charte ne nomme encore personne qui puisse en décider\u00a0: parlez-en aussi à quelqu’un de confiance.",
  },
} as const satisfies Record<string, Localised>;

/** Asks a steward to look at a message, or at something that happened in a space. Whoever reports is known to few, and never to the author. */
export const report: Command = {
  name: "report",
  summary: {
    en: "asks a steward to look at something",
    fr: "demande à une personne chargée de la charte d’examiner quelque chose",
  },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { call, reader } = asked;
    const matter = matterOf(asked);
    if (matter.author === call.by) return viewOf(text(words.own[reader.locale]));
    if (call.fields === undefined) return { kind: "form", form: formFor(asked, tools, matter) };
    const note = (call.fields["matter"] ?? "").trim();
    const problem = note.length > longest ? words.tooLong : note === "" && !matter.message ? words.empty : null;
    if (problem) return { kind: "problems", problems: [{ field: "matter", text: problem[reader.locale] }] };
    const open = (await tools.store.cases.listOf(call.by, 200)).filter(
      ({ reporter, state }) => reporter === call.by && (state === "open" || state === "claimed"),
    );
    if (open.length >= mostOpen) return viewOf(text(words.tooMany[reader.locale]));
    const chosen = call.fields["clause"] ?? otherwise;
    const clause = tools.revision().charter.clauses.find(({ id }) => id === chosen)?.id ?? null;
    return received(asked, tools, await caseFor(asked, tools, { matter, note, clause }));
  },
};

/** What is reported: a message, or what happens in a space. */
interface Matter {
  readonly space: SpaceId | null;
  readonly message: string | null;
  readonly author: AccountId | null;
  /** Empty where the platform gave the words only when the form was opened. */
  readonly text: string;
}

function matterOf({ call, rest }: Asked): Matter {
  const { about } = call;
  if (about) return { space: about.message.space, message: about.message.id, author: about.author, text: about.text };
  const [space, message, ...others] = rest.split(/\s+/).filter((word) => word !== "");
  // The platform says nothing of this message any more: who wrote it could be anybody's claim.
  // Ids are short and plain: whatever else was typed is no message, and must not be kept as if it were one.
  const isId = (word: string): boolean => /^[!-~]{1,200}$/.test(word);
  const isLine =
    space?.startsWith(`${call.platform}:`) &&
    message !== undefined &&
    others.length === 1 &&
    isId(space) &&
    isId(message);
  return isLine
    ? { space: space as SpaceId, message, author: null, text: "" }
    : { space: call.space, message: null, author: null, text: "" };
}

function formFor({ call, rest, reader: { locale } }: Asked, tools: CommandTools, matter: Matter): Form {
  const { about } = call;
  const ids = about ? `${about.message.space} ${about.message.id} ${about.author}` : matter.message ? rest : "";
  const isMessage = matter.message !== null;
  const typed = isMessage ? "" : rest.slice(0, longest);
  const options = tools
    .revision()
    .charter.clauses.filter(({ stage }) => stage !== "draft")
    .slice(0, mostClauses)
    .map(({ id, title }) => ({ value: id, label: title[locale] }));
  const fields: Field[] = [
    {
      kind: "choice",
      name: "clause",
      label: words.clause[locale],
      options: [{ value: otherwise, label: words.other[locale] }, ...options],
      initial: otherwise,
    },
    {
      kind: "text",
      name: "matter",
      label: words.matter[locale],
      hint: words[isMessage ? "optional" : "needed"][locale],
      multiline: true,
      maxLength: longest,
      ...(typed !== "" && { initial: typed }),
    },
  ];
  return {
    title: words.title[locale],
    submit: words.submit[locale],
    cancel: words.cancel[locale],
    line: `report ${ids}`.trimEnd(),
    about: [text(words[isMessage ? "aboutMessage" : "aboutMatter"][locale])],
    fields,
  };
}

interface Reported {
  readonly matter: Matter;
  readonly note: string;
  readonly clause: string | null;
}

async function caseFor(asked: Asked, tools: CommandTools, { matter, note, clause }: Reported): Promise<OpenCase> {
  const { call } = asked;
  const { space, message, author } = matter;
  const what = message === null ? `${call.by} ${note}` : message;
  return {
    ...{ clause, space, message, author, note: note === "" ? null : note },
    origin: "report",
    // What a rule found is not what somebody reports: its words would put something into their mouth.
    rule: null,
    code: null,
    data: {},
    platform: call.platform,
    workspace: call.workspace,
    reporter: call.by,
    notice: null,
    excerpt: matter.text === "" ? null : await excerptOf(asked, tools, { matter, clause }),
    key: `report ${space ?? ""} ${what} ${clause ?? otherwise}`,
  };
}

/** The words around what the rules find in the message, or else its beginning; what no excerpt may show is masked. */
async function excerptOf(
  { call }: Asked,
  tools: CommandTools,
  { matter, clause }: Pick<Reported, "matter" | "clause">,
): Promise<Excerpt> {
  const { space, message, author, text: plain } = matter;
  if (space === null || message === null || author === null) return cutExcerpt(plain, []);
  const event: WrittenEvent = {
    kind: "message.posted",
    platform: call.platform,
    workspace: call.workspace,
    at: call.at,
    message: { space, id: message, version: 0 },
    author,
    text: { plain, marks: [] },
    mentions: [],
    thread: null,
  };
  const revision = tools.revision();
  const { found } = evaluate(revision, event, await gatherFacts(tools.store.directory, revision, event));
  const masked = found.flatMap((each) => each.masked);
  const about = found.filter((each) => each.clause.clause.id === clause);
  const spans = about.flatMap(({ findings }) => findings.flatMap((finding) => finding.spans));
  return cutExcerpt(plain, spans, masked);
}

async function received({ reader: { locale } }: Asked, tools: CommandTools, wanted: OpenCase): Promise<Reply> {
  await tools.store.cases.open(wanted, tellWaiting(tools));
  // The same answer whether or not somebody reported it before.
  const able = deciders(tools.revision().charter, { author: wanted.author, reporter: wanted.reporter, barred: null });
  return viewOf(text(words[able.length > 0 ? "received" : "nobody"][locale]));
}
