import { readCharter, type Clause } from "../core/charter.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Locale, Localised } from "../core/model.ts";
import { heading, strong, text, viewOf, type Block, type Inline, type Reply } from "../core/view.ts";
import { boundBy, changesOf, digestOf } from "../facts/bound.ts";
import { whoIs } from "../facts/index.ts";

const words = {
  title: { en: "Accept the charter", fr: "Accepter la charte" },
  first: {
    en: "With your signature you say that you have read these clauses and accept them. It is kept with the revision and the date, for as long as you are here.",
    fr: "Par votre signature, vous dites avoir lu ces clauses et les accepter. Elle est conservée avec la révision et la date, tant que vous êtes là.",
  },
  again: {
    en: "Since your signature, this changed for you:",
    fr: "Depuis votre signature, voici ce qui a changé pour vous\u00a0:",
  },
  added: { en: "new: ", fr: "nouveau\u00a0: " },
  changed: { en: "changed: ", fr: "modifié\u00a0: " },
  removed: { en: "gone: ", fr: "supprimé\u00a0: " },
  accept: { en: "I accept", fr: "J’accepte" },
  done: {
    en: [
      "You have accepted the charter, revision ",
      ". You will be asked again only when a clause that binds you changes.",
    ],
    fr: [
      "Vous avez accepté la charte, révision ",
      ". On ne vous le redemandera que si une clause qui vous engage change.",
    ],
  },
  already: {
    en: ["You have accepted what binds you on ", ". Nothing of it has changed since."],
    fr: ["Vous avez accepté ce qui vous engage le ", ". Rien n’en a changé depuis."],
  },
  meanwhile: {
    en: "The charter has changed in the meantime. Please look once more:",
    fr: "La charte a changé entre-temps. Veuillez la relire\u00a0:",
  },
  nothing: {
    en: "No clause binds you, so there is nothing to accept.",
    fr: "Aucune clause ne vous engage\u00a0: il n’y a rien à accepter.",
  },
  stranger: {
    en: "The directory does not know you yet, so nothing can be signed. Please try again in a while.",
    fr: "L’annuaire ne vous connaît pas encore\u00a0: rien ne peut être signé. Réessayez un peu plus tard.",
  },
} as const satisfies Record<string, Localised | Record<Locale, readonly string[]>>;

/** Accepts what binds whoever asks. Asked again only when that has changed; the register is kept. */
export const sign: Command = {
  name: "sign",
  summary: {
    en: "accepts the charter, as it binds you now",
    fr: "accepte la charte, telle qu’elle vous engage aujourd’hui",
  },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  async run(asked, tools) {
    const { locale } = asked.reader;
    const { store, revision } = tools;
    const who = await whoIs(store.directory, revision(), asked.call.by);
    if (!who.known) return viewOf(text(words.stranger[locale]));
    const { number, charter } = revision();
    const bound = boundBy(charter, who.value.audience);
    if (bound.length === 0) return viewOf(text(words.nothing[locale]));
    const digest = await digestOf(bound);
    const signed = await store.people.signature(who.value.person);
    if (signed?.digest === digest) {
      const [before, after] = words.already[locale];
      return viewOf(text(before, { kind: "time", at: signed.at }, after));
    }
    if (asked.rest === "") return ask(asked, tools, { bound, digest, signed });
    if (asked.rest !== digest) return ask(asked, tools, { bound, digest, signed }, words.meanwhile[locale]);
    await store.people.sign(who.value.person, { revision: number, digest });
    const [before, after] = words.done[locale];
    return viewOf(text(`${before}${number}${after}`));
  },
};

interface Offer {
  readonly bound: readonly Clause[];
  readonly digest: string;
  readonly signed: { readonly revision: number } | null;
}

async function ask(
  { reader: { locale }, call }: Asked,
  tools: CommandTools,
  offer: Offer,
  before?: string,
): Promise<Reply> {
  const changes = offer.signed ? await changesSince(tools, offer, call.by) : null;
  const body: Block[] = changes
    ? [text(words.again[locale]), { kind: "list", items: changeItems(changes, locale) }]
    : [
        text(words.first[locale]),
        { kind: "list", items: offer.bound.map((each) => [strong(each.title[locale]), ` — ${each.prose[locale]}`]) },
      ];
  return viewOf(
    heading(words.title[locale]),
    ...(before === undefined ? [] : [text(before)]),
    ...body,
    // The digest says what was read: what changed since cannot be accepted by mistake.
    { kind: "buttons", buttons: [{ label: words.accept[locale], line: `sign ${offer.digest}`, style: "primary" }] },
  );
}

type Changes = ReturnType<typeof changesOf>;

/** Null where the signed revision can no longer be read: then all that binds is shown. */
async function changesSince(
  { store, rules, revision }: CommandTools,
  { bound, signed }: Offer,
  by: Asked["call"]["by"],
): Promise<Changes | null> {
  const stored = signed && (await store.revisions.find(signed.revision));
  const read = stored && readCharter(stored.charter, stored.number, rules);
  if (!read?.ok) return null;
  const then = await whoIs(store.directory, { ...revision(), charter: read.revision.charter }, by);
  return then.known ? changesOf(boundBy(read.revision.charter, then.value.audience), bound) : null;
}

const changeItems = (changes: Changes, locale: Locale): Inline[][] =>
  (["added", "changed", "removed"] as const).flatMap((kind) =>
    changes[kind].map((clause): Inline[] => [
      words[kind][locale],
      strong(clause.title[locale]),
      ...(kind === "removed" ? [] : [` — ${clause.prose[locale]}`]),
    ]),
  );
