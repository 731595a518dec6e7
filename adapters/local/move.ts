import { moveBody, readBody } from "./bodies.ts";
import type { Move } from "./chat.ts";
import { inhabitant, roomOf } from "./company.ts";
import { languageOf, refuse } from "./gate.ts";
import { composedBy } from "./normalise.ts";
import { describe } from "./read.ts";
import { follow, seat, type Handle, type Reception } from "./receive.ts";

/** Somebody brings another into their space, or comes back on their own. */
export const join: Handle = (reception, request) => move(reception, request, "joined");

/** Somebody goes, or a member of the space removes them. */
export const leave: Handle = (reception, request) => move(reception, request, "left");

async function move(reception: Reception, request: Request, what: Move["what"]): Promise<Response> {
  const body = await readBody(request, moveBody);
  const locale = languageOf(request);
  if (!body) return refuse("unreadable", locale);
  const room = roomOf(body.space);
  const person = inhabitant(body.account);
  if (!room || !person) return refuse("stranger", locale);
  const alone = body.by === body.account;
  const who = alone ? { person } : seat(reception.chat, body.by, body.space);
  if (typeof who === "string") return refuse(who, locale);
  return submit(reception, request, {
    id: body.id,
    what,
    space: room.id,
    account: person.id,
    by: alone ? null : who.person.id,
    at: body.at ?? reception.now(),
  });
}

/** Judges first and shows afterwards, as with a message; the same again is judged again, and shown once. */
async function submit({ chat, door, log, languages }: Reception, request: Request, moved: Move): Promise<Response> {
  const locale = languageOf(request);
  const person = inhabitant(moved.account);
  const doer = inhabitant(moved.by ?? moved.account);
  try {
    if (person) await door.learn({ accounts: [describe(person, languages.get(person.id))] });
    if (doer) await follow({ door, languages }, [doer], locale);
    const judgements = await door.judge(composedBy(moved));
    chat.move(moved);
    return Response.json({ judgements }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    log("playground.unrecorded", { move: moved.id, error: error instanceof Error ? error.name : "unknown" });
    return refuse("unrecorded", locale);
  }
}
