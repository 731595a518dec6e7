import type { Locale, Reader } from "../../src/core/model.ts";
import { plain, type Reply, type View } from "../../src/core/view.ts";
import { formHtml, viewHtml } from "../../src/console/html.ts";
import type { Answer, Snapshot, WireMessage, WireNote, World } from "../../src/console/playground/wire.ts";
import type { Chat, Note } from "./chat.ts";
import { moments } from "./clock.ts";
import { charterOfCompany, nameOf, people, rooms, type Inhabitant, type Room } from "./company.ts";
import { readText } from "./normalise.ts";
import { suggestions } from "./suggestions.ts";

/** A view for a reader, with the company's names. */
export const renderView = (view: View, reader: Reader): string =>
  viewHtml(view, { reader, name: (id) => nameOf(id, reader.locale) });

/** What a command answered, for the page. */
export function renderReply(reply: Reply, reader: Reader): Answer {
  switch (reply.kind) {
    case "view":
      return { kind: "view", html: renderView(reply.view, reader), plain: plain(reply.view) };
    case "form":
      return { kind: "form", html: formHtml(reply.form, "field") };
    case "problems":
      return { kind: "problems", problems: reply.problems };
  }
}

/** The company as the page shows it. */
export function renderWorld(locale: Locale, now: Temporal.Instant): World {
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
    spaces: rooms.map(({ id, name, purpose, about, members }) => ({
      id,
      name,
      purpose,
      about: about[locale],
      members,
    })),
    moments: Object.fromEntries(
      zones.map((zone) => [zone, moments(now, zone).map(({ id, at }) => ({ id, at: at.toString() }))]),
    ),
    suggestions: suggestions(locale),
  };
}

/** What one person sees: in a room, or among their direct messages where it is null. */
export function renderSnapshot(
  chat: Chat,
  looking: { person: Inhabitant; room: Room | null; locale: Locale; started: Temporal.Instant },
): Snapshot {
  const { person, room, locale, started } = looking;
  const direct = chat.notes(person.id, null);
  if (!room) return { messages: [], notes: direct.map(wireNote), direct: direct.length };
  const before = room.before.map(({ by, text }, index): WireMessage => ({
    ...spoken(text[locale]),
    id: `before-${index}`,
    by,
    at: afternoonBefore(started)
      .add({ minutes: 7 * index })
      .toString(),
    version: 0,
    mine: false,
    reply: false,
  }));
  const written = chat.messages(room.id).map((message): WireMessage => ({
    ...spoken(message.text),
    id: message.id,
    by: message.author,
    at: message.posted.toString(),
    version: message.version,
    mine: message.author === person.id,
    reply: message.thread !== null,
  }));
  return {
    messages: [...before, ...written],
    notes: chat.notes(person.id, room.id).map(wireNote),
    direct: direct.length,
  };
}

const wireNote = ({ id, message, html, plain: words }: Note): WireNote => ({ id, message, html, plain: words });
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
