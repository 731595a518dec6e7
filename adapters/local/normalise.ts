import type { AccountId, MessageEvent, SpaceComposed, Span, Text } from "../../src/core/model.ts";
import type { Move, Written } from "./chat.ts";
import { people, workspace } from "./company.ts";

/** What was typed, as the core reads it: the plain words with code, links and mentions marked, and who is mentioned. */
export function readText(typed: string): { readonly text: Text; readonly mentions: readonly AccountId[] } {
  const marks: (Span & { kind: "code" | "link" | "mention" })[] = [];
  const taken = new Uint8Array(typed.length);
  const mark = (kind: (typeof marks)[number]["kind"], start: number, end: number): void => {
    marks.push({ start, end, kind });
    taken.fill(1, start, end);
  };
  for (const [kind, pattern] of [
    ["code", /```[^]*?```|`[^`\n]+`/gu],
    ["link", /https?:\/\/[^\s<>]+/giu],
  ] as const) {
    for (const { 0: words, index } of typed.matchAll(pattern)) {
      if (!taken[index]) mark(kind, index, index + words.length);
    }
  }
  const mentioned = new Set<AccountId>();
  for (const { 0: words, index } of typed.matchAll(mentionForm)) {
    const account = byName.get(fold(words.slice(1)));
    if (!account || taken[index]) continue;
    mark("mention", index, index + words.length);
    mentioned.add(account);
  }
  marks.sort((a, b) => a.start - b.start);
  return { text: { plain: typed, marks }, mentions: [...mentioned] };
}

/** Accents and case are forgiven in a mention: "@ines" is Inès. */
const fold = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const byName: ReadonlyMap<string, AccountId> = new Map(
  people.flatMap(({ id, name, handle }) => [
    [fold(name), id],
    [fold(name.split(" ")[0] ?? name), id],
    [fold(handle), id],
  ]),
);
const writtenForms = people
  .flatMap(({ name, handle }) => [name, name.split(" ")[0] ?? name, handle])
  .flatMap((name) => [name, name.normalize("NFD"), fold(name)])
  .toSorted((a, b) => b.length - a.length);
/** An address such as somebody@lea.example is no mention; nor is @leather. */
const mentionForm = new RegExp(
  `(?<![\\p{L}\\p{N}._-])@(?:${writtenForms.join("|")})(?![\\p{L}\\p{M}\\p{N}]|\\.[\\p{L}])`,
  "giu",
);

/** The event of a message's version. */
export function eventOf(message: Written): MessageEvent {
  const happened = {
    platform: "local",
    workspace,
    at: message.at,
    message: { space: message.space, id: message.id, version: message.version },
  } as const;
  if (message.deleted) return { kind: "message.deleted", ...happened };
  return {
    kind: message.version === 0 ? "message.posted" : "message.edited",
    ...happened,
    author: message.author,
    thread: message.thread,
    ...readText(message.text),
  };
}

/** The event of somebody's coming or going. */
export const composedBy = ({ what, space, account, by, at }: Move): SpaceComposed => ({
  kind: "space.composed",
  platform: "local",
  workspace,
  at,
  space,
  cause: what === "joined" ? { kind: what, account, invitedBy: by } : { kind: what, account },
});
