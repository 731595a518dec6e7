import type { AccountId, SpaceId } from "../../core/model.ts";
import type { Directory, KnownAccount } from "../../core/store.ts";
import type { Inline } from "../../core/view.ts";
import { nearest } from "../../nearest.ts";
import { refuse, type Desk, type Got } from "./desk.ts";

const pageSize = 1000;

/** Every account of the directory, a page at a time. */
export async function* everybody(directory: Directory): AsyncGenerator<KnownAccount> {
  let after: AccountId | null = null;
  for (;;) {
    const page: readonly KnownAccount[] = await directory.page(after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

/** An id as somebody may write it: with its platform before it, as a mention of Slack's, or by what stands after an @ or #. */
export const idOf = ({ asked: { call } }: Desk, typed: string): string => {
  const [, mentioned] = /^<(?:[@#]|!subteam\^)([^|>]+)(?:\|[^>]*)?>$/.exec(typed) ?? [];
  const native = mentioned ?? typed.replace(/^[@#]/, "");
  return /^[a-z]+:\S+$/.test(native) ? native : `${call.platform}:${native}`;
};

/** The account that somebody names; only one that the directory knows. */
export async function accountNamed(desk: Desk, typed: string): Promise<Got<KnownAccount>> {
  const id = idOf(desk, typed) as AccountId;
  const account = (await desk.tools.store.directory.accounts([id])).get(id);
  return account ? { got: account } : refuse("who", words.noAccount[desk.locale](typed));
}

/** The space that somebody names: "here", its name, a mention or an id; only one that the directory knows, or this one. */
export async function spaceNamed(desk: Desk, typed: string): Promise<Got<SpaceId>> {
  const { asked, tools, charter, locale } = desk;
  if (["here", "ici"].includes(typed.toLowerCase())) {
    return asked.call.space === null ? refuse("space", words.nowhere[locale]) : { got: asked.call.space };
  }
  const spaces = await tools.store.directory.spaces();
  const id = idOf(desk, typed) as SpaceId;
  if (id === asked.call.space || spaces.some((space) => space.id === id) || Object.hasOwn(charter.spaces, id)) {
    return { got: id };
  }
  const name = typed.replace(/^#/, "").toLowerCase();
  const [named, ...others] = spaces.filter((space) => space.name.toLowerCase() === name);
  if (named && others.length === 0) return { got: named.id };
  if (named)
    return refuse("space", words.severalSpaces[locale]([named, ...others].map((space) => space.id).join(", ")));
  const near = nearest(
    name,
    spaces.map((space) => space.name),
  );
  return refuse("space", words.noSpace[locale](typed) + (near === null ? "" : words.didYouMean[locale](near)));
}

/** A space as people know it: by the name that the directory has, else by its id, which the platform may know better. */
export async function spaceInline({ tools }: Desk, id: SpaceId): Promise<Inline> {
  const name = (await tools.store.directory.spaces()).find((space) => space.id === id)?.name;
  return name === undefined ? { kind: "space", space: id } : { kind: "strong", text: `#${name}` };
}

/** Whom a line of the audiences, or an exception, is about. */
export type Target =
  | { readonly kind: "account"; readonly id: AccountId }
  | { readonly kind: "domain" | "workspace" | "group"; readonly id: string };
export const targetKinds = ["account", "domain", "workspace", "group"] as const;

/** What somebody names: said by a word before it, told by its form, or by what the directory knows of it. */
export async function targetNamed(desk: Desk, typed: string, said: Target["kind"] | null): Promise<Got<Target>> {
  const kind = said ?? (isDomain(typed) ? "domain" : typed.startsWith("<!subteam") ? "group" : null);
  if (kind === "domain") return { got: { kind, id: typed.replace(/^@/, "").toLowerCase() } };
  const id = idOf(desk, typed);
  if (kind === "workspace" || kind === "group") return { got: { kind, id } };
  const account = await accountNamed(desk, typed);
  // "@nordvik.example" may be somebody's handle, and else is a domain.
  if ("reply" in account && said === null && isDomain(typed.slice(1))) return targetNamed(desk, typed, "domain");
  if ("got" in account) return { got: { kind: "account", id: account.got.id } };
  if (kind === "account") return account;
  for await (const { workspace, home, groups } of everybody(desk.tools.store.directory)) {
    if (workspace === id || home === id) return { got: { kind: "workspace", id } };
    if (groups.includes(id)) return { got: { kind: "group", id } };
  }
  return account;
}
const isDomain = (typed: string): boolean => /^[^\s@:<>]+\.[a-z][a-z0-9-]+$/i.test(typed);

/** As somebody may type it again. */
export const targetLine = ({ kind, id }: Target): string =>
  kind === "workspace" || kind === "group" ? `${kind} ${id}` : id;
export const targetInline = (target: Target): Inline =>
  target.kind === "account" ? { kind: "person", account: target.id } : { kind: "code", text: target.id };

const words = {
  noAccount: {
    en: (typed: string) =>
      `The directory knows nobody as “${typed}”. Mention them, or write the platform’s own id, as in slack:U024BE7LH.`,
    fr: (typed: string) =>
      `L’annuaire ne connaît personne sous «\u00a0${typed}\u00a0». Mentionnez la personne, ou écrivez l’identifiant de la plateforme, comme slack:U024BE7LH.`,
  },
  nowhere: {
    en: "You are not in a space now: please name it.",
    fr: "Vous n’êtes dans aucun espace en ce moment\u00a0: indiquez lequel.",
  },
  severalSpaces: {
    en: (ids: string) => `Several spaces have this name. Please write the id of one: ${ids}.`,
    fr: (ids: string) => `Plusieurs espaces portent ce nom. Écrivez l’identifiant de l’un d’eux\u00a0: ${ids}.`,
  },
  noSpace: {
    en: (typed: string) => `The directory knows no space “${typed}”.`,
    fr: (typed: string) => `L’annuaire ne connaît pas d’espace «\u00a0${typed}\u00a0».`,
  },
  didYouMean: {
    en: (name: string) => ` Did you mean “#${name}”?`,
    fr: (name: string) => ` Vouliez-vous dire «\u00a0#${name}\u00a0»\u00a0?`,
  },
} as const;
