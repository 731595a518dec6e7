import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { AccountId, Locale, Localised, PersonId } from "../core/model.ts";
import { audienceName, roleNames } from "../core/names.ts";
import { heading, strong, text, viewOf, type Form, type Inline, type Reply } from "../core/view.ts";
import { whoIs } from "../facts/index.ts";
import { inOrder } from "./me/parts.ts";
import { personOf } from "./own/person.ts";

/** How long a link to the download holds. */
const linkMinutes = 10;
/** More of a file than this is too long to read in a chat. */
const readable = 2500;
const mostAsked = 3;

const words = {
  title: { en: "What is held about you", fr: "Ce qui est conservé à votre sujet" },
  charter: { en: "To the charter you are", fr: "Pour la charte, vous êtes" },
  audience: { en: "audience: ", fr: "public\u00a0: " },
  role: { en: "; role: ", fr: "\u00a0; rôle\u00a0: " },
  nothing: { en: "Nothing is held about you.", fr: "Rien n’est conservé à votre sujet." },
  unnamed: {
    en: "Beside this, clauses without a trace (rest, connections) keep a count for the week that nobody can read back, and that goes with it. The audit chain knows you by a pseudonym.",
    fr: "À part cela, les clauses sans trace (repos, connexions) tiennent pour la semaine un décompte que nul ne peut relire, et qui disparaît avec elle. La chaîne d’audit vous connaît sous un pseudonyme.",
  },
  download: { en: "Download", fr: "Télécharger" },
  erase: { en: "Erase", fr: "Effacer" },
  link: { en: "everything that is held about you", fr: "tout ce qui est conservé à votre sujet" },
  here: {
    en: ["Here is ", `, as a file. The link is for you alone and holds for ${linkMinutes}\u00a0minutes.`],
    fr: ["Voici ", `, dans un fichier. Le lien est pour vous uniquement et vaut ${linkMinutes}\u00a0minutes.`],
  },
  askAdmin: {
    en: "It is too long for a chat. Please ask for the file: ",
    fr: "C’est trop long pour une messagerie. Demandez le fichier à\u00a0: ",
  },
  askOperator: {
    en: "whoever runs Charter at your company",
    fr: "la personne qui fait fonctionner Charter dans votre entreprise",
  },
  goes: {
    en: "What goes: what you chose, your signature, leave and times on call, texts put aside, what clauses noticed in your messages, notices, and your part in cases that are over. Reports and objections of yours are withdrawn. This cannot be undone.",
    fr: "Ce qui s’efface\u00a0: vos choix, votre signature, vos congés et astreintes, vos textes mis de côté, ce que des clauses ont relevé dans vos messages, vos avis, et votre part dans les dossiers clos. Vos signalements et contestations sont retirés. C’est définitif.",
  },
  stays: {
    en: "What stays: your accounts and spaces, since the platform would tell of them again; what the charter itself says of you; cases that others opened about you, until they are decided; and the decisions that you took as a steward.",
    fr: "Ce qui reste\u00a0: vos comptes et vos espaces, que la plateforme indiquerait à nouveau\u00a0; ce que la charte elle-même dit de vous\u00a0; les dossiers que d’autres ont ouverts à votre sujet, jusqu’à leur décision\u00a0; et les décisions que vous avez prises comme référent.",
  },
  sure: { en: "Would you like to erase it?", fr: "Souhaitez-vous l’effacer\u00a0?" },
  keepIt: { en: "No, keep everything", fr: "Non, tout garder" },
  eraseIt: { en: "Yes, erase it", fr: "Oui, effacer" },
  submit: { en: "Continue", fr: "Continuer" },
  cancel: { en: "Cancel", fr: "Annuler" },
  kept: { en: "Nothing was erased.", fr: "Rien n’a été effacé." },
  erased: { en: "This was erased:", fr: "Voici ce qui a été effacé\u00a0:" },
  nothingErased: { en: "There was nothing to erase.", fr: "Il n’y avait rien à effacer." },
  casesKept: {
    en: (count: number) => `Cases about you that stay until they are decided: ${count}.`,
    fr: (count: number) => `Dossiers à votre sujet qui restent jusqu’à leur décision\u00a0: ${count}.`,
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[] | ((count: number) => string)>>;

/** Everything that is held about whoever asks: to see, to download and to erase. About nobody else. */
export const me: Command = {
  name: "me",
  summary: {
    en: "shows what is held about you, and lets you take or erase it",
    fr: "montre ce qui est conservé à votre sujet, pour l’emporter ou l’effacer",
  },
  usage: { en: "[download|erase]", fr: "[télécharger|effacer]" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const person = await personOf(tools.store.directory, asked.call.by);
    const verb = asked.rest.trim().toLowerCase();
    if (["download", "télécharger", "telecharger"].includes(verb)) return download(person, asked, tools);
    if (["erase", "effacer"].includes(verb)) return erase(person, asked, tools);
    return show(person, asked, tools);
  },
};

async function show(person: PersonId, asked: Asked, tools: CommandTools): Promise<Reply> {
  const { locale } = asked.reader;
  const held = await tools.store.people.held(person, "shown");
  const items = inOrder(held).flatMap(({ part, name, kept, value }): Inline[][] => {
    const count = part === "settings" ? chosen(value) : value.length;
    return count === 0 ? [] : [[strong(name[locale]), ` (${count}) — ${kept[locale]}`]];
  });
  const made = await madeOf(asked, tools);
  if (items.length === 0 && made === null) return viewOf(text(words.nothing[locale]));
  return viewOf(
    heading(words.title[locale]),
    { kind: "list", items: [...(made ? [made] : []), ...items] },
    text(words.unnamed[locale]),
    {
      kind: "buttons",
      buttons: [
        { label: words.download[locale], line: "me download" },
        { label: words.erase[locale], line: "me erase" },
      ],
    },
  );
}

/** A row of settings is there for everybody: what counts is what somebody chose. */
const chosen = (rows: readonly object[]): number =>
  rows.flatMap((row) => Object.values(row)).filter((value) => value !== null).length;

/** What the charter makes of whoever asks; null where it says nothing of them. */
async function madeOf(
  { call, role, reader: { locale } }: Asked,
  { store, revision }: CommandTools,
): Promise<Inline[] | null> {
  const { charter } = revision();
  const who = await whoIs(store.directory, revision(), call.by);
  if (!who.known && role === "employee") return null;
  const audience = audienceName(charter, who.known ? who.value.audience : "unknown")[locale];
  return [
    strong(words.charter[locale]),
    ` — ${words.audience[locale]}${audience}${words.role[locale]}${roleNames[role][locale]}`,
  ];
}

async function download(person: PersonId, { call, reader }: Asked, tools: CommandTools): Promise<Reply> {
  const { locale } = reader;
  const { store, address, revision } = tools;
  if (address !== null) {
    const token = store.tokens.mint("download", call.by, call.at.add({ minutes: linkMinutes }));
    const href = `${address}/console/me.json?token=${encodeURIComponent(token)}`;
    const [before, after] = words.here[locale];
    return viewOf(text(before, { kind: "link", text: words.link[locale], href }, after));
  }
  const held = Object.entries(await store.people.held(person, "given out")).filter(([, rows]) => rows.length > 0);
  const file = JSON.stringify(Object.fromEntries(held), null, 2);
  if (file.length <= readable) return viewOf(heading(words.title[locale]), { kind: "preformatted", text: file });
  const admins = revision().charter.stewards.admins.filter((admin) => admin.startsWith(`${call.platform}:`));
  const whom = admins
    .slice(0, mostAsked)
    .flatMap((admin, index): Inline[] => [index === 0 ? "" : ", ", { kind: "person", account: admin as AccountId }]);
  return viewOf(text(words.askAdmin[locale], ...(whom.length > 0 ? whom : [words.askOperator[locale]]), "."));
}

/** Only what was chosen in the form erases: a slip of the finger does not. */
async function erase(person: PersonId, { call, reader: { locale } }: Asked, { store }: CommandTools): Promise<Reply> {
  if (call.fields === undefined) return { kind: "form", form: formIn(locale) };
  if (call.fields["confirm"] !== "erase") return viewOf(text(words.kept[locale]));
  const { kept = 0, ...erased } = await store.people.erase(person);
  const items = inOrder(erased).flatMap(({ name, value }): Inline[][] =>
    value === 0 ? [] : [[strong(name[locale]), ` (${value})`]],
  );
  return viewOf(
    ...(items.length === 0
      ? [text(words.nothingErased[locale])]
      : [text(words.erased[locale]), { kind: "list", items } as const]),
    ...(kept === 0 ? [] : [text(words.casesKept[locale](kept))]),
  );
}

const formIn = (locale: Locale): Form => ({
  title: words.erase[locale],
  submit: words.submit[locale],
  cancel: words.cancel[locale],
  line: "me erase",
  about: [text(words.goes[locale]), text(words.stays[locale])],
  fields: [
    {
      kind: "choice",
      name: "confirm",
      label: words.sure[locale],
      initial: "keep",
      options: [
        { value: "keep", label: words.keepIt[locale] },
        { value: "erase", label: words.eraseIt[locale] },
      ],
    },
  ],
});
