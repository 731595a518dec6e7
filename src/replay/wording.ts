import type { ArchiveError, LeftOut, SkipReason } from "../../adapters/slack/archive.ts";
import type { Locale } from "../core/model.ts";
import type { Rehearsal } from "./rehearse.ts";

/** Everything that a replay says, in one language. Numbers come as they are to be shown. */
interface Words {
  readonly usage: string;
  readonly wrongArgument: string;
  readonly progress: (read: Readonly<Record<"files" | "of" | "messages", string>>) => string;
  readonly charterUnreadable: (path: string) => string;
  readonly charterWrong: (path: string) => string;
  readonly place: (line: number, column: number) => string;
  readonly archive: Readonly<Record<ArchiveError["why"], (path: string) => string>>;
  readonly nothingToJudge: string;
  readonly summary: (
    figures: Readonly<Record<Figure, string>>,
    days: Pick<Rehearsal, "firstDay" | "lastDay">,
  ) => string;
  readonly dryRun: string;
  readonly howJudged: string;
  readonly whoIsWho: (audiences: string) => string;
  readonly notListed: string;
  readonly pair: (name: string, value: string) => string;
  readonly head: readonly string[];
  readonly all: string;
  readonly codes: string;
  readonly undecided: (title: string, because: string) => string;
  /** By the fact that is not known, and why; what is not listed is said in the engine's own words. */
  readonly undecidedBecause: Readonly<Record<string, string>>;
  readonly failed: (title: string, errors: string) => string;
  readonly notJudged: (clauses: string) => string;
  readonly examples: (title: string) => string;
  readonly noExamples: string;
  readonly leftOut: (reasons: string) => string;
  readonly leftOutBecause: Readonly<Record<LeftOut | "sanctuary", string>>;
  readonly privateConversations: (count: string) => string;
  readonly unlisted: (folders: string) => string;
  readonly skipped: (count: string) => string;
  readonly more: (count: string) => string;
  readonly skippedBecause: Readonly<Record<SkipReason, string>>;
  readonly speed: (perSecond: string) => string;
}
type Figure = "messages" | "people" | "spaces" | "days";

export const wording: Readonly<Record<Locale, Words>> = {
  en: {
    usage: "Usage: npm run charter -- replay EXPORT [--charter FILE] [--json] [--lang en|fr] [--examples N]",
    wrongArgument: "Name one export: the zip that Slack gave you, or the folder that it unpacks to.",
    progress: ({ files, of, messages }) => `${files} of ${of} files, ${messages} messages ...`,
    charterUnreadable: (path) => `The charter ${path} cannot be read. Does the file exist?`,
    charterWrong: (path) => `The charter ${path} cannot be used:`,
    place: (line, column) => `line ${line}, column ${column}`,
    archive: {
      missing: (path) => `There is no export at ${path}.`,
      "not an export": (path) =>
        `${path} is no export of Slack: neither a zip nor a folder with a folder of days for each channel.`,
    },
    nothingToJudge: "The export holds no message that can be judged.",
    summary: ({ messages, people, spaces, days }, { firstDay, lastDay }) =>
      `Messages: ${messages}. People who wrote: ${people}. Spaces: ${spaces}. Days with messages: ${days}, from ${firstDay} to ${lastDay}.`,
    dryRun: "A dry run: nothing was stored, nobody was told, and no platform was called.",
    howJudged:
      "Every clause was judged as if it told people already, with its allowance a week and the caps a day. Edited messages were judged by their last wording, which is all that an export keeps, and everybody by the time zone they have in it, wherever they were then.",
    whoIsWho: (audiences) =>
      `An export does not say who is staff. Members of the workspace counted as staff, guests and others as unknown, unless the charter says otherwise. Those who wrote: ${audiences}.`,
    notListed: "in no table of the export",
    pair: (name, value) => `${name}: ${value}`,
    head: ["clause", "messages", "findings", "people", "nudges", "nudges a day", "undecided"],
    all: "all",
    codes: "What was found:",
    undecided: (title, because) => `${title}: undecided, since it is not known whom the clause binds: ${because}.`,
    undecidedBecause: {
      "author: not synced": "messages by people in no table of the export",
      "author: not classified": "messages by guests and others whom the charter does not place",
    },
    failed: (title, errors) => `${title}: its rule failed on some messages, which it skipped (${errors}).`,
    notJudged: (clauses) =>
      `Not judged: ${clauses}. Messages do not tell it, and an export does not keep who was in a space at what time, or from where people connected.`,
    examples: (title) => `Examples of ${title}, masked, with what was found between ⟦ ⟧:`,
    noExamples: "Nothing of such a message may be kept, so none is shown.",
    leftOut: (reasons) => `Left out, as they would be live: ${reasons}.`,
    leftOutBecause: {
      "not a message": "no message",
      subtype: "notices such as joins, messages of apps, or deleted ones",
      bot: "by bots",
      dialogue: "in conversations with a bot",
      unchanged: "unchanged",
      unreadable: "in a form that cannot be read",
      twice: "twice in the export",
      "too long": "longer than Slack allows",
      sanctuary: "in a sanctuary",
    },
    privateConversations: (count) =>
      `Conversations among a few that were not opened, since the bot does not see them either: ${count}.`,
    unlisted: (folders) =>
      `No table of the export names these channels; each was judged as a space that nobody has declared: ${folders}.`,
    skipped: (count) => `Files that were left out: ${count}.`,
    more: (count) => `... and ${count} more.`,
    skippedBecause: {
      link: "a link, which is not followed",
      outside: "its path leads out of the export",
      encrypted: "encrypted; please unpack the export and name the folder",
      packing: "packed in a way that cannot be read; please unpack the export and name the folder",
      "too large": "larger than any such file of Slack",
      "too dense": "far too large unpacked for its size",
      "too much": "the export is too large in all; please unpack it and replay a part",
      "too many": "there are too many files; please replay a part",
      twice: "the same name is in the export twice",
      damaged: "damaged",
      unreadable: "it cannot be opened",
      "not text": "not written in UTF-8",
      "not json": "not JSON, or cut off",
      "not a list": "not a list, as every file of an export is",
      "not messages": "not a day's messages",
    },
    speed: (perSecond) => `Read and judged at ${perSecond} messages a second.`,
  },
  fr: {
    usage: "Usage\u00a0: npm run charter -- replay EXPORT [--charter FICHIER] [--json] [--lang en|fr] [--examples N]",
    wrongArgument:
      "Indiquez un export\u00a0: le zip que Slack vous a remis, ou le dossier que l’on obtient en le décompressant.",
    progress: ({ files, of, messages }) => `${files} fichiers sur ${of}, ${messages} messages…`,
    charterUnreadable: (path) => `La charte ${path} ne peut pas être lue. Le fichier existe-t-il\u00a0?`,
    charterWrong: (path) => `La charte ${path} ne peut pas être utilisée\u00a0:`,
    place: (line, column) => `ligne ${line}, colonne ${column}`,
    archive: {
      missing: (path) => `Il n’y a pas d’export à l’emplacement ${path}.`,
      "not an export": (path) =>
        `${path} n’est pas un export de Slack\u00a0: ni un zip, ni un dossier contenant un dossier de journées par canal.`,
    },
    nothingToJudge: "L’export ne contient aucun message qui puisse être examiné.",
    summary: ({ messages, people, spaces, days }, { firstDay, lastDay }) =>
      `Messages\u00a0: ${messages}. Personnes qui ont écrit\u00a0: ${people}. Espaces\u00a0: ${spaces}. Journées avec des messages\u00a0: ${days}, du ${firstDay} au ${lastDay}.`,
    dryRun:
      "C’est une répétition\u00a0: rien n’a été enregistré, personne n’a été prévenu, aucune plateforme n’a été appelée.",
    howJudged:
      "Chaque clause a été appliquée comme si elle prévenait déjà les personnes, avec sa tolérance par semaine et les plafonds par jour. Les messages modifiés ont été examinés dans leur dernière version, la seule que garde un export, et chaque personne selon le fuseau horaire qu’elle y a, où qu’elle ait été alors.",
    whoIsWho: (audiences) =>
      `Un export ne dit pas qui fait partie du personnel. Les membres de l’espace de travail ont été comptés avec le personnel, les invités et les autres comme inconnus, sauf si la charte en dit autrement. Ont écrit\u00a0: ${audiences}.`,
    notListed: "absents des tables de l’export",
    pair: (name, value) => `${name}\u00a0: ${value}`,
    head: ["clause", "messages", "constats", "personnes", "rappels", "rappels par jour", "indécis"],
    all: "toutes",
    codes: "Ce qui a été constaté\u00a0:",
    undecided: (title, because) =>
      `${title}\u00a0: indécis, faute de savoir si la clause s’applique\u00a0: ${because}.`,
    undecidedBecause: {
      "author: not synced": "messages de personnes absentes des tables de l’export",
      "author: not classified": "messages d’invités et d’autres personnes que la charte ne situe pas",
    },
    failed: (title, errors) =>
      `${title}\u00a0: sa règle a échoué sur certains messages, qu’elle a laissés de côté (${errors}).`,
    notJudged: (clauses) =>
      `Non examinées\u00a0: ${clauses}. Les messages ne le disent pas, et un export ne garde ni qui était dans un espace à quel moment, ni d’où les personnes se sont connectées.`,
    examples: (title) => `Exemples pour «\u00a0${title}\u00a0», masqués, ce qui a été constaté entre ⟦ ⟧\u00a0:`,
    noExamples: "Rien d’un tel message ne peut être gardé\u00a0: aucun n’est montré.",
    leftOut: (reasons) => `Laissés de côté, comme ils le seraient en direct\u00a0: ${reasons}.`,
    leftOutBecause: {
      "not a message": "sans être un message",
      subtype: "avis tels que les arrivées, messages d’applications ou messages supprimés",
      bot: "écrits par des robots",
      dialogue: "dans une conversation avec un robot",
      unchanged: "inchangés",
      unreadable: "sous une forme illisible",
      twice: "en double dans l’export",
      "too long": "plus longs que Slack ne le permet",
      sanctuary: "dans un sanctuaire",
    },
    privateConversations: (count) =>
      `Conversations à quelques-uns qui n’ont pas été ouvertes, puisque le robot ne les voit pas non plus\u00a0: ${count}.`,
    unlisted: (folders) =>
      `Aucune table de l’export ne nomme ces canaux\u00a0; chacun a été examiné comme un espace que personne n’a déclaré\u00a0: ${folders}.`,
    skipped: (count) => `Fichiers laissés de côté\u00a0: ${count}.`,
    more: (count) => `… et ${count} autres.`,
    skippedBecause: {
      link: "un lien, qui n’est pas suivi",
      outside: "son chemin sort de l’export",
      encrypted: "chiffré\u00a0; veuillez décompresser l’export et indiquer le dossier",
      packing:
        "compressé d’une façon qui ne peut pas être lue\u00a0; veuillez décompresser l’export et indiquer le dossier",
      "too large": "plus grand que tout fichier de ce genre chez Slack",
      "too dense": "bien trop grand une fois décompressé pour sa taille",
      "too much": "l’export est trop grand en tout\u00a0; veuillez le décompresser et en rejouer une partie",
      "too many": "il y a trop de fichiers\u00a0; veuillez en rejouer une partie",
      twice: "le même nom figure deux fois dans l’export",
      damaged: "endommagé",
      unreadable: "il ne peut pas être ouvert",
      "not text": "pas écrit en UTF-8",
      "not json": "pas du JSON, ou coupé",
      "not a list": "pas une liste, comme l’est tout fichier d’un export",
      "not messages": "pas les messages d’une journée",
    },
    speed: (perSecond) => `Lu et examiné à ${perSecond} messages par seconde.`,
  },
};
