import type { Command } from "../core/command.ts";
import type { WrittenCharter } from "../core/charter.ts";
import type { AccountId } from "../core/model.ts";
import { roleNames } from "../core/names.ts";
import { text, viewOf, type Field, type Inline, type Reply } from "../core/view.ts";
import { classify } from "../facts/audience.ts";
import { ask, choice, oneOf, textField } from "./change/asking.ts";
import { argument, atDesk, type Desk } from "./change/desk.ts";
import { offer } from "./change/offer.ts";
import { accountNamed, idOf } from "./change/who.ts";

const acts = ["add", "remove"] as const;
const stewardRoles = ["admin", "moderator", "ambassador"] as const;
type StewardRole = (typeof stewardRoles)[number];
const lists = { admin: "admins", moderator: "moderators", ambassador: "ambassadors" } as const;

/** Makes somebody a steward, or no longer one. There is always an admin. */
export const steward: Command = {
  name: "steward",
  summary: { en: "makes somebody a steward, or no longer one", fr: "nomme un référent, ou met fin à son rôle" },
  usage: {
    en: `add|remove <account> [as ${stewardRoles.join("|")}]`,
    fr: `add|remove <compte> [as ${stewardRoles.join("|")}]`,
  },
  role: "admin",
  public: false,
  run: atDesk(async (desk) => {
    const { locale } = desk;
    const act = argument(desk, 0, "act");
    const who = argument(desk, 1, "who");
    if (act === "" || who === "") return askFor(desk, act);
    const chosen = oneOf(act, acts, { field: "act", what: words.what, locale });
    if ("reply" in chosen) return chosen.reply;
    const typed = argument(desk, ["as", "comme"].includes(desk.words[2]?.text ?? "") ? 3 : 2, "role");
    // A steward may be gone from the directory, and their role must end all the same.
    const held = Object.values(desk.charter.stewards)
      .flat()
      .find((one) => one === idOf(desk, who));
    if (chosen.got === "remove" && held !== undefined) return remove(desk, held as AccountId, typed);
    const account = await accountNamed(desk, who);
    if ("reply" in account) return account.reply;
    const { id } = account.got;
    if (chosen.got === "remove") return remove(desk, id, typed);
    if (typed === "") return ask(desk, { title: words.title, line: `steward add ${id}`, fields: [roleField(desk)] });
    const role = oneOf(typed, stewardRoles, { field: "role", what: words.role, locale });
    if ("reply" in role) return role.reply;
    if (account.got.standing === "bot") return viewOf(text(words.bot[locale]));
    const isStaff = classify(desk.charter, account.got).audience === "staff";
    return add(desk, { id, role: role.got, isStaff });
  }),
};

function askFor(desk: Desk, act: string): Reply {
  const { locale } = desk;
  const known = acts.find((one) => one === act);
  const options = acts.map((value) => ({ value, label: words.acts[value][locale] }));
  const fields: Field[] = [
    ...(known ? [] : [choice("act", words.act[locale], { options })]),
    textField("who", words.who[locale], { hint: words.whoHint[locale] }),
    ...(known === "remove" ? [] : [roleField(desk)]),
  ];
  return ask(desk, { title: words.title, line: known ? `steward ${known}` : "steward", fields });
}

const roleField = ({ locale }: Desk): Field =>
  choice("role", words.as[locale], {
    options: stewardRoles.toReversed().map((value) => ({ value, label: roleNames[value][locale] })),
  });

interface Added {
  readonly id: AccountId;
  readonly role: StewardRole;
  readonly isStaff: boolean;
}
/** Somebody is a steward in one role at a time: each may do what those before may. */
function add(desk: Desk, { id, role, isStaff }: Added): Reply | Promise<Reply> {
  const { locale, charter } = desk;
  if (role !== "admin" && isLastAdmin(desk, id)) return viewOf(text(words.lastAdmin[locale]));
  const present = charter.stewards[lists[role]];
  return offer(desk, {
    line: `steward add ${id} as ${role}`,
    says: [{ kind: "person", account: id }, words.becomes[locale](roleNames[role][locale])],
    change: (written) => {
      const without = withoutSteward(written, id);
      const others = without.stewards?.[lists[role]] ?? [];
      return present.includes(id) && !isTwice(desk, id)
        ? written
        : { ...without, stewards: { ...without.stewards, [lists[role]]: [...others, id] } };
    },
    warnings: isStaff ? [] : [[{ kind: "person", account: id }, words.outsider[locale]]],
    fieldOf: () => "who",
  });
}
const isTwice = ({ charter }: Desk, id: AccountId): boolean =>
  stewardRoles.filter((role) => charter.stewards[lists[role]].includes(id)).length > 1;

const isLastAdmin = ({ charter }: Desk, id: AccountId): boolean =>
  charter.stewards.admins.includes(id) && charter.stewards.admins.every((admin) => admin === id);

/** Ends every role that somebody has; the role that may be typed as well must be one of them. */
function remove(desk: Desk, id: AccountId, typed: string): Reply | Promise<Reply> {
  const { locale, charter } = desk;
  const held = stewardRoles.filter((role) => charter.stewards[lists[role]].includes(id));
  const who: Inline = { kind: "person", account: id };
  const known = stewardRoles.find((role) => role === typed);
  if (held.length === 0 || (desk.words.length > 2 && known && !held.includes(known))) {
    return viewOf(text(who, words.isNone[locale]));
  }
  if (isLastAdmin(desk, id)) return viewOf(text(words.lastAdmin[locale]));
  return offer(desk, {
    line: `steward remove ${id}`,
    says: [who, words.ends[locale](held.map((role) => roleNames[role][locale]).join(", "))],
    change: (written) => withoutSteward(written, id),
    fieldOf: () => "who",
  });
}

const withoutSteward = (written: WrittenCharter, id: AccountId): WrittenCharter => ({
  ...written,
  stewards: Object.fromEntries(
    Object.entries(written.stewards ?? {}).map(([list, accounts]) => [
      list,
      (accounts ?? []).filter((one) => one !== id),
    ]),
  ),
});

const words = {
  title: { en: "Stewards", fr: "Référents" },
  act: { en: "What to do", fr: "Que faire" },
  acts: {
    add: { en: "Make somebody a steward", fr: "Nommer un référent" },
    remove: { en: "End somebody’s role", fr: "Mettre fin à un rôle" },
  },
  who: { en: "Who?", fr: "Qui\u00a0?" },
  whoHint: {
    en: "A mention, or an id such as slack:U024BE7LH",
    fr: "Une mention, ou un identifiant tel que slack:U024BE7LH",
  },
  as: { en: "As what?", fr: "Dans quel rôle\u00a0?" },
  what: { en: "such thing to do:", fr: "d’action" },
  role: { en: "role", fr: "de rôle" },
  bot: { en: "A bot cannot be a steward.", fr: "Un bot ne peut pas être référent." },
  becomes: {
    en: (role: string) => ` takes this role among the stewards: ${role}.`,
    fr: (role: string) => ` prend ce rôle parmi les référents\u00a0: ${role}.`,
  },
  ends: {
    en: (roles: string) => ` is no longer a steward (${roles}).`,
    fr: (roles: string) => ` ne fait plus partie des référents (${roles}).`,
  },
  isNone: { en: " has no such role.", fr: " n’a pas ce rôle." },
  outsider: {
    en: " is not staff in this charter, and would see what stewards see.",
    fr: " ne fait pas partie du personnel selon cette charte, et verrait ce que voient les référents.",
  },
  lastAdmin: {
    en: "This is the only admin: please name another first, so that somebody can still change the charter.",
    fr: "C’est la seule personne qui administre la charte\u00a0: nommez d’abord quelqu’un d’autre, pour qu’elle puisse encore être modifiée.",
  },
} as const;
