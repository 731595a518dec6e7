import { instantOf } from "./clock.ts";
import { inhabitant, people, roomOf } from "./company.ts";
import { languageOf, refuse } from "./gate.ts";
import { follow, type Handle } from "./receive.ts";
import { renderSnapshot, renderWorld } from "./render.ts";
import { streamSnapshots } from "./stream.ts";

/** What one person sees in one space, or among their direct messages where none is named, live. */
export const look: Handle = async ({ chat, started, streams }, request) => {
  const asked = new URL(request.url).searchParams;
  const locale = languageOf(request);
  const person = inhabitant(asked.get("by") ?? "");
  const space = asked.get("space");
  const room = space === null ? null : roomOf(space);
  if (!person || room === undefined) return refuse("stranger", locale);
  if (room && !chat.members(room.id).includes(person.id)) return refuse("outside", locale);
  const snapshot = (): unknown => renderSnapshot(chat, { person, room, locale, started });
  const { response, close } = streamSnapshots(snapshot, (changed) => {
    const unwatch = chat.watch(changed);
    return () => {
      unwatch();
      streams.delete(close);
    };
  });
  streams.add(close);
  return response;
};

/** The company, in the visitor's language: from now on everybody reads in it, since the visitor looks through their eyes. */
export const world: Handle = async (reception, request) => {
  const locale = languageOf(request);
  await follow(reception, people, locale);
  return Response.json(renderWorld(reception.chat, locale, reception.now()));
};

/** The instant of a date-time as somebody reads it on their wall. */
export const clock: Handle = async (_reception, request) => {
  const asked = new URL(request.url).searchParams;
  const at = instantOf(asked.get("wall") ?? "", asked.get("zone") ?? "");
  return at ? Response.json({ at: at.toString() }) : refuse("unreadable", languageOf(request));
};
