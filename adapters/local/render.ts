import type { Locale, Reader } from "../../src/core/model.ts";
import { plain, type Reply, type View } from "../../src/core/view.ts";
import { formHtml, viewHtml, type Audience } from "../../src/console/html.ts";
import type { Answer, Snapshot, WireLine, WireMessage, WireNote, World } from "../../src/console/playground/wire.ts";
import { saidBefore } from "./before.ts";
import type { Chat, Line, Note } from "./chat.ts";
import { moments } from "./clock.ts";
import { charterOfCompany, nameOf, people, rooms, type Inhabitant, type Room } from "./company.ts";
import { readText } from "./normalise.ts";
import { suggestions } from "./suggestions.ts";

/** A view for a reader, with the company's names. */
export const renderView = (view: View, reader: Reader): string => viewHtml(view, audienceOf(reader));
const audienceOf = (reader: Reader): Audience => ({ reader, name: (id) => nameOf(id, reader.locale) });

/** What a command answered, for the page. */
export function renderReply(reply: Reply, reader: Reader): Answer {
  switch (reply.kind) {
    case "view":
      return { kind: "view", html: renderView(reply.view, reader), plain: plain(reply.view) };
    case "form":
      return { kind: "form", html: formHtml(reply.form, audienceOf(reader), "field") };
    case "problems":
      return { kind: "problems", problems: reply.problems };
  }
}

/** The company as the page shows it. */
export function renderWorld(chat: Chat, locale: Locale, now: Temporal.Instant): World {
  const zones = [...new Set(people.map(({ zone }) => zone))];
  return {
    company: charterOfCompany.organisation.name,
    people: people.map(({ id, name, role, city, zone, badge }) => ({
      id,
      name,
      role: role[locale],
      city,
      zone,
      badge: badge?.[locale] ?? null,
    })),
    spaces: rooms.map(({ id, name, purpose, about }) => ({
      id,
      name,
      purpose,
      about: about[locale],
      members: chat.members(id),
    })),
    moments: Object.fromEntries(
      zones.map((zone) => [zone, moments(now, zone).map(({ id, at }) => ({ id, at: at.toString() }))]),
    ),
    suggestions: suggestions(locale),
  };
}

interface Looking {
  readonly person: Inhabitant;
  readonly room: Room | null;
  readonly locale: Locale;
  readonly started: Temporal.Instant;
}

/** What one person sees: in a room, or among their direct messages where it is null. Of a room they left, nothing. */
export function renderSnapshot(chat: Chat, looking: Looking): Snapshot {
  const { person, room } = looking;
  const direct = chat.notes(person.id, null);
  const members = Object.fromEntries(rooms.map(({ id }) => [id, chat.members(id)]));
  const about = { direct: direct.length, members };
  if (!room) return { lines: [], notes: direct.map(wireNote), ...about };
  if (!chat.members(room.id).includes(person.id)) return { lines: [], notes: [], ...about };
  const lines = [...linesBefore(room, looking), ...chat.lines(room.id).map((line) => wireLine(line, person))];
  const ids = new Set(lines.map(({ id }) => id));
  // A note about no message stands where the conversation was; at its end where that line is gone.
  const notes = chat.notes(person.id, room.id).map((note) => ({
    ...note,
    message: note.message ?? (note.after !== null && ids.has(note.after) ? note.after : null),
  }));
  return { lines, notes: notes.map(wireNote), ...about };
}

const linesBefore = (room: Room, { locale, started }: Looking): WireLine[] =>
  saidBefore(room, locale).map(({ id, author, text, version }, index) => ({
    ...spoken(text),
    kind: "message",
    id,
    by: author,
    at: afternoonBefore(started)
      .add({ minutes: 7 * index })
      .toString(),
    version,
    mine: false,
    reply: false,
  }));

function wireLine(line: Line, reader: Inhabitant): WireLine {
  if (line.kind === "move") {
    const { id, what, account, by } = line.move;
    return { kind: what, id, account, by };
  }
  const { message } = line;
  return {
    ...spoken(message.text),
    kind: "message",
    id: message.id,
    by: message.author,
    at: message.posted.toString(),
    version: message.version,
    mine: message.author === reader.id,
    reply: message.thread !== null,
  };
}

const wireNote = ({ id, message, html, plain: words }: Omit<Note, "after">): WireNote => ({
  id,
  message,
  html,
  plain: words,
});
function spoken(typed: string): Pick<WireMessage, "text" | "mentions"> {
  const { marks } = readText(typed).text;
  return {
    text: typed,
    mentions: marks.filter(({ kind }) => kind === "mention").map(({ start, end }) => ({ start, end })),
  };
}

/** 15:00 UTC on the last weekday before: everybody of the company is at work then. */
function afternoonBefore(now: Temporal.Instant): Temporal.Instant {
  let day = now.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
  while (day.dayOfWeek > 5) day = day.subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: "UTC", plainTime: "15:00" }).toInstant();
}
