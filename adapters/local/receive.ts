import type { Call, Door } from "../../src/core/adapter.ts";
import type { Locale } from "../../src/core/model.ts";
import { editBody, readBody, removeBody, runBody, sayBody } from "./bodies.ts";
import type { Chat, Written } from "./chat.ts";
import { inhabitant, roomOf, workspace, type Inhabitant, type Room } from "./company.ts";
import { languageOf, refuse, type Refused } from "./gate.ts";
import { eventOf } from "./normalise.ts";
import { describe } from "./read.ts";
import { renderReply } from "./render.ts";
import { saidBefore } from "./before.ts";

export type Log = (event: string, fields: Record<string, string | number | boolean>) => void;
/** What receiving needs; `door` is there from start to stop. */
export interface Reception {
  readonly chat: Chat;
  readonly door: Door;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  /** The language in which each person was last known to read. */
  readonly languages: Map<string, Locale>;
  readonly started: Temporal.Instant;
  /** Ends each stream that somebody listens to. */
  readonly streams: Set<() => void>;
}
export type Handle = (reception: Reception, request: Request) => Promise<Response>;

/** Somebody writes. The same message sent again is judged again, as a platform's retry would be. */
export const say: Handle = async (reception, request) => {
  const body = await readBody(request, sayBody);
  if (!body) return refuse("unreadable", languageOf(request));
  const who = seat(reception.chat, body.by, body.space);
  if (typeof who === "string") return refuse(who, languageOf(request));
  const before = reception.chat.find(who.room.id, body.id);
  if (before && before.author !== who.person.id) return refuse("conflict", languageOf(request));
  const at = body.at ?? before?.posted ?? reception.now();
  const { id, text, thread } = body;
  const message = { id, text, thread, at, posted: at, space: who.room.id, author: who.person.id };
  return submit(reception, request, { ...message, version: 0, deleted: false });
};

/** Somebody corrects a message of theirs. */
export const edit: Handle = async (reception, request) => {
  const body = await readBody(request, editBody);
  return body ? change(reception, request, { ...body, deleted: false }) : refuse("unreadable", languageOf(request));
};

/** Somebody deletes a message of theirs. */
export const remove: Handle = async (reception, request) => {
  const body = await readBody(request, removeBody);
  if (!body) return refuse("unreadable", languageOf(request));
  return change(reception, request, { ...body, text: "", deleted: true });
};

interface Change {
  readonly by: string;
  readonly space: string;
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly deleted: boolean;
  readonly at?: Temporal.Instant | undefined;
}
async function change(reception: Reception, request: Request, wanted: Change): Promise<Response> {
  const who = seat(reception.chat, wanted.by, wanted.space);
  if (typeof who === "string") return refuse(who, languageOf(request));
  const before = reception.chat.find(who.room.id, wanted.id);
  if (!before) return refuse("conflict", languageOf(request));
  if (before.author !== who.person.id) return refuse("another", languageOf(request));
  const { version, text, deleted } = wanted;
  const same = before.version === version && before.text === text && before.deleted === deleted;
  if (same) return submit(reception, request, before);
  if (before.deleted || before.version + 1 !== version) return refuse("conflict", languageOf(request));
  return submit(reception, request, { ...before, version, text, deleted, at: wanted.at ?? reception.now() });
}

/** Judges first and shows afterwards: what could not be recorded was not sent. */
async function submit(reception: Reception, request: Request, message: Written): Promise<Response> {
  const { chat, door, log } = reception;
  const author = inhabitant(message.author);
  try {
    if (author) await follow(reception, [author], languageOf(request));
    const judgements = await door.judge(eventOf(message));
    chat.put(message);
    return Response.json({ judgements }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    log("playground.unrecorded", { message: message.id, error: error instanceof Error ? error.name : "unknown" });
    return refuse("unrecorded", languageOf(request));
  }
}

/** Somebody runs a command: typed, pressed or submitted. */
export const run: Handle = async (reception, request) => {
  const body = await readBody(request, runBody);
  const locale = languageOf(request);
  if (!body) return refuse("unreadable", locale);
  const person = inhabitant(body.by);
  const who = body.space === null ? null : seat(reception.chat, body.by, body.space);
  if (!person) return refuse("stranger", locale);
  if (typeof who === "string") return refuse(who, locale);
  const about = body.about === undefined ? null : messageIn(reception.chat, who?.room, { id: body.about, locale });
  if (body.about !== undefined && !about) return refuse("gone", locale);
  const reader = { locale, zone: person.zone };
  try {
    await follow(reception, [person], locale);
    const reply = await reception.door.run({
      platform: "local",
      workspace,
      by: person.id,
      space: who?.room.id ?? null,
      privately: true,
      line: body.line.replace(/^\s*\/charter(?:\s+|$)/iu, ""),
      ...(about && { about }),
      ...(body.fields && { fields: body.fields }),
      reader,
      at: body.at ?? reception.now(),
    });
    return Response.json(renderReply(reply, reader), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    reception.log("playground.unanswered", { error: error instanceof Error ? error.name : "unknown" });
    return refuse("unrecorded", locale);
  }
};

/** Who writes, in which room; or why they cannot. */
export function seat(
  chat: Chat,
  by: string,
  space: string,
): { readonly person: Inhabitant; readonly room: Room } | Refused {
  const person = inhabitant(by);
  const room = roomOf(space);
  if (!person || !room) return "stranger";
  return chat.members(room.id).includes(person.id) ? { person, room } : "outside";
}

/** The message of this id, as it stands in a room; null where it does not. */
function messageIn(
  chat: Chat,
  room: Room | undefined,
  { id, locale }: { readonly id: string; readonly locale: Locale },
): NonNullable<Call["about"]> | null {
  if (!room) return null;
  const written = chat.find(room.id, id);
  if (written?.deleted) return null;
  const { author, version, text } = written ?? saidBefore(room, locale).find((one) => one.id === id) ?? nobody;
  return author === null ? null : { message: { space: room.id, id, version }, author, text };
}
const nobody = { author: null, version: 0, text: "" } as const;

/** The page's language is that of whoever reads it: the directory learns it, as from a profile, so that notes come in it. */
export async function follow(
  { door, languages }: Pick<Reception, "door" | "languages">,
  readers: readonly Inhabitant[],
  locale: Locale,
): Promise<void> {
  const changed = readers.filter((person) => (languages.get(person.id) ?? person.locale.slice(0, 2)) !== locale);
  if (changed.length === 0) return;
  await door.learn({ accounts: changed.map((person) => describe(person, locale)) });
  for (const person of changed) languages.set(person.id, locale);
}
