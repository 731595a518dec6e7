import type { Command } from "../core/command.ts";
import { charterSchema, type Charter, type WrittenCharter } from "../core/charter.ts";
import { audienceName } from "../core/names.ts";
import { strong, type Field, type Inline, type Reply } from "../core/view.ts";
import { assign, type Assignment } from "../classification.ts";
import { classify } from "../facts/audience.ts";
import { ask, choice, oneOf, textField } from "./change/asking.ts";
import { atDesk, refuse, type Desk } from "./change/desk.ts";
import { quote } from "./change/line.ts";
import { offer } from "./change/offer.ts";
import { audiencesOf } from "./change/settings.ts";
import { everybody, targetInline, targetKinds, targetLine, targetNamed, type Target } from "./change/who.ts";

/** Says who somebody is to the charter: an account, or everybody of a domain, a workspace or a group. */
export const audience: Command = {
  name: "audience",
  summary: { en: "says who an account or a company is", fr: "dit qui est un compte ou une société" },
  usage: {
    en: "<account|domain|workspace|group> is <audience> [of <party>]",
    fr: "<compte|domaine|espace de travail|groupe> est <public> [de <société>]",
  },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const read = readArguments(desk);
    if (read.who === "") {
      const fields = [textField("who", words.who[locale], { hint: words.whoHint[locale] }), ...audienceFields(desk)];
      return ask(desk, { title: words.title, line: "audience", fields });
    }
    const target = await targetNamed(desk, read.who, read.kind);
    if ("reply" in target) return target.reply;
    if (read.is === "") {
      const about = [{ kind: "text", inlines: [targetInline(target.got)] }] as const;
      const line = `audience ${targetLine(target.got)}`;
      return ask(desk, { title: words.title, line, about, fields: audienceFields(desk) });
    }
    const is = oneOf(read.is, audiencesOf(desk), { field: "is", what: words.what, locale });
    if ("reply" in is) return is.reply;
    if (is.got === "staff" && read.of !== "") return refuse("of", words.staffParty[locale]).reply;
    return change(desk, target.got, { is: is.got, of: read.of });
  }),
};

interface Arguments {
  readonly kind: Target["kind"] | null;
  readonly who: string;
  readonly is: string;
  readonly of: string;
}
/** `[kind] who [is] audience [of party]`; what the line leaves out comes from the form. */
function readArguments({ words: typed, fields }: Desk): Arguments {
  const left = typed.map(({ text }) => text);
  const kind = left.length > 1 ? (targetKinds.find((each) => each === left[0]) ?? null) : null;
  if (kind) left.shift();
  const who = left.shift() ?? fields["who"]?.trim() ?? "";
  if (["is", "est"].includes(left[0] ?? "")) left.shift();
  const is = left.shift() ?? fields["is"]?.trim() ?? "";
  if (["of", "de"].includes(left[0] ?? "")) left.shift();
  const of = left.length > 0 ? left.join(" ") : (fields["of"]?.trim() ?? "");
  return { kind, who, is, of };
}

const audienceFields = (desk: Desk): readonly Field[] => [
  choice("is", words.is[desk.locale], {
    options: audiencesOf(desk).map((value) => ({
      value,
      label: `${value} — ${audienceName(desk.charter, value)[desk.locale]}`.slice(0, 75),
    })),
  }),
  textField("of", words.of[desk.locale], { hint: words.ofHint[desk.locale] }),
];

const listOf = { account: "accounts", domain: "domains", workspace: "workspaces", group: "groups" } as const;

async function change(desk: Desk, target: Target, { is, of }: Pick<Arguments, "is" | "of">): Promise<Reply> {
  const { locale, charter } = desk;
  const assignment: Assignment = { list: listOf[target.kind], name: target.id, is, ...(of === "" ? {} : { of }) };
  const assigned = (written: WrittenCharter): WrittenCharter => assign(written, [assignment]);
  const named = audienceName(charter, is)[locale];
  const after = charterSchema.safeParse(assigned(desk.written)).data;
  const effect = after && target.kind !== "account" ? await effectOf(desk, after) : null;
  return offer(desk, {
    line: `audience ${targetLine(target)} is ${is}${of === "" ? "" : ` of ${quote(of)}`}`,
    says: [
      targetInline(target),
      words.counts[locale],
      strong(named),
      of === "" ? "." : ` (${of}).`,
      ...(effect ? [words.effect[locale](effect.people)] : []),
    ],
    change: assigned,
    warnings: effect && effect.outsiders > 0 ? [[words.outsiders[locale](effect.outsiders)]] : [],
    fieldOf: (part) => (part.endsWith(".of") ? "of" : "is"),
  });
}

/** How many people that the directory knows would count as somebody else, and how many from outside as staff. */
async function effectOf({ tools, charter }: Desk, after: Charter) {
  let people = 0;
  let outsiders = 0;
  for await (const account of everybody(tools.store.directory)) {
    const was = classify(charter, account);
    const is = classify(after, account);
    if (account.standing === "bot" || (was.audience === is.audience && was.party === is.party)) continue;
    people += 1;
    if (is.audience === "staff" && account.standing !== "member") outsiders += 1;
  }
  return { people, outsiders };
}

const words = {
  title: { en: "Who is who", fr: "Qui est qui" },
  who: { en: "Account, domain, workspace or group", fr: "Compte, domaine, espace de travail ou groupe" },
  whoHint: {
    en: "A mention, an id such as slack:U024BE7LH, or a domain such as nordvik.example",
    fr: "Une mention, un identifiant tel que slack:U024BE7LH, ou un domaine tel que nordvik.example",
  },
  is: { en: "Who are they?", fr: "De qui s’agit-il\u00a0?" },
  of: { en: "Whom do they belong to?", fr: "À qui appartiennent-ils\u00a0?" },
  ofHint: {
    en: "The client’s or supplier’s name: two clients are two. Empty for staff.",
    fr: "Le nom du client ou du fournisseur\u00a0: deux clients sont deux. Vide pour le personnel.",
  },
  what: { en: "audience", fr: "de public" },
  staffParty: {
    en: "Staff belong to nobody else: leave the name out.",
    fr: "Le personnel n’appartient à personne d’autre\u00a0: omettez le nom.",
  },
  counts: { en: " counts from now on among: ", fr: " compte désormais parmi\u00a0: " },
  effect: {
    en: (people: number) => ` People in the directory whom this changes: ${people}.`,
    fr: (people: number) => ` Personnes de l’annuaire concernées\u00a0: ${people}.`,
  },
  outsiders: {
    en: (count: number) => `the platform calls ${count} of them guests or external, and they would count as staff.`,
    fr: (count: number) => `la plateforme en dit ${count} invités ou externes, et ils compteraient comme personnel.`,
  },
} as const satisfies Record<string, Readonly<Record<"en" | "fr", string | ((count: number) => Inline)>>>;
