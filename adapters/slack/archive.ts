import { stat } from "node:fs/promises";
import type { PlatformAccount, PlatformSpace } from "../../src/core/adapter.ts";
import { nativeId, type MessagePosted } from "../../src/core/model.ts";
import { openFolder } from "./archive-folder.ts";
import { inTodaysShape } from "./archive-shapes.ts";
import { ArchiveError, FileFault, readList, shown, type Skipped, type Source } from "./archive-source.ts";
import type { SourceFile } from "./archive-source.ts";
import { isPrivate, peopleOf, placesOf, spaceOf, type Places } from "./archive-tables.ts";
import { openZip } from "./archive-zip.ts";
import type { Home } from "./home.ts";
import { normalise, type Ignored } from "./normalise.ts";

export { ArchiveError, type Skipped, type SkipReason } from "./archive-source.ts";

/** Why a message of an export is not judged: as live, and what only a file can hold. */
export type LeftOut = Ignored | "twice" | "too long";

/** What one file of an export holds: what was posted in one space on one day of the workspace, in the order of time. */
export interface ArchiveDay {
  /** "2026-11-16". */
  readonly date: string;
  readonly space: PlatformSpace;
  readonly events: readonly MessagePosted[];
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/** An export of a Slack workspace. */
export interface Archive {
  /** Everybody in its tables, those who have left included: what they wrote is in the export too. */
  readonly people: readonly PlatformAccount[];
  /** How many days of conversations there are to read. */
  readonly files: number;
  /** Conversations among a few, which are never opened: a bot does not see them either. */
  readonly privateConversations: number;
  /** Folders that no table names, such as those of channels that were deleted: each is a space of its own. */
  readonly unlisted: readonly string[];
  /** Files that were left out so far. */
  readonly skipped: readonly Skipped[];
  /** Day by day, and of each day one file after the other: no more than one is held. */
  days(): AsyncIterable<ArchiveDay>;
  close(): Promise<void>;
}

/**
 * Opens an export: a zip as Slack gives it, or the folder that it unpacks to
 * (slack.com/help/articles/220556107). Rejects with ArchiveError where there is none.
 */
export async function openArchive(path: string): Promise<Archive> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ArchiveError("missing");
  const source = found.isDirectory() ? await openFolder(path) : await openZip(path);
  const reading: Reading = { source, skipped: [...source.skipped] };
  const table = async (name: string): Promise<readonly unknown[]> => {
    const file = source.files.find(({ path: at }) => at === name);
    return (file && (await listIn(reading, file))) ?? [];
  };
  const days = reading.source.files.flatMap((file) => dayOf(file) ?? []).toSorted(byDateAndFolder);
  if (days.length === 0) {
    await source.close();
    throw new ArchiveError("not an export");
  }
  const { people, home } = peopleOf([...(await table("org_users.json")), ...(await table("users.json"))]);
  const places = placesOf(home, {
    channels: [...(await table("channels.json")), ...(await table("groups.json"))],
    dialogues: [...(await table("dms.json")), ...(await table("mpims.json"))],
  });
  const open = days.filter(({ folder }) => !isPrivate(places, folder));
  reading.skipped.push(...source.files.flatMap((file) => strayOf(file, places)));
  return {
    people,
    files: open.length,
    privateConversations: new Set(days.map(({ folder }) => folder).filter((folder) => isPrivate(places, folder))).size,
    unlisted: [...new Set(open.map(({ folder }) => folder).filter((folder) => !places.named.has(folder)))].map(shown),
    skipped: reading.skipped,
    days: () => readDays(reading, { home, places, days: open }),
    close: () => source.close(),
  };
}

interface Reading {
  readonly source: Source;
  readonly skipped: Skipped[];
}
interface Day {
  readonly date: string;
  readonly folder: string;
  readonly file: SourceFile;
}

function dayOf(file: SourceFile): Day | null {
  const [, folder, date] = /^([^/]+)\/(\d{4}-\d{2}-\d{2})\.json$/.exec(file.path) ?? [];
  return folder !== undefined && date !== undefined ? { date, folder, file } : null;
}
const byDateAndFolder = (one: Day, other: Day): number =>
  one.date === other.date ? (one.folder < other.folder ? -1 : 1) : one.date < other.date ? -1 : 1;

/** A file beside the days of a conversation, such as a canvas. Tables at the top that we have no use for are no surprise. */
function strayOf(file: SourceFile, places: Places): Skipped[] {
  const [folder = "", ...rest] = file.path.split("/");
  const isStray = rest.length > 0 && dayOf(file) === null && !isPrivate(places, folder);
  return isStray ? [{ file: shown(file.path), why: "not messages" }] : [];
}

/** A list of the export, or null where it cannot be read, which is noted. */
async function listIn({ skipped }: Reading, file: SourceFile): Promise<readonly unknown[] | null> {
  try {
    return await readList(file);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    skipped.push({ file: shown(file.path), why: error.why });
    return null;
  }
}

interface Plan {
  readonly home: Home;
  readonly places: Places;
  readonly days: readonly Day[];
}
async function* readDays(reading: Reading, { home, places, days }: Plan): AsyncIterable<ArchiveDay> {
  for (const { date, folder, file } of days) {
    const rows = await listIn(reading, file);
    if (rows) yield { date, ...judgeable(rows, spaceOf(places, folder), home) };
  }
}

/** Slack cuts a message at 40,000 signs (docs.slack.dev/changelog/2018-04-truncating-really-long-messages). */
const longestMessage = 100_000;

function judgeable(rows: readonly unknown[], space: PlatformSpace, home: Home): Omit<ArchiveDay, "date"> {
  const leftOut: Partial<Record<LeftOut, number>> = {};
  const events = new Map<string, MessagePosted>();
  for (const each of rows) {
    const read = asPosted(each, space, home);
    const why = typeof read === "string" ? read : events.has(read.message.id) ? "twice" : null;
    if (why !== null) leftOut[why] = (leftOut[why] ?? 0) + 1;
    else if (typeof read !== "string") events.set(read.message.id, read);
  }
  const inOrder = [...events.values()].toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  return { space, events: inOrder, leftOut };
}

/** A message as it would have arrived live. Its last wording is all there is; what was deleted is no message any more. */
function asPosted(each: unknown, space: PlatformSpace, home: Home): MessagePosted | LeftOut {
  if (typeof each !== "object" || each === null) return "unreadable";
  const read = normalise({ event: { type: "message", ...inTodaysShape(each), channel: nativeId(space.id) } }, home);
  if (read.event === null) return read.because;
  if (read.event.kind !== "message.posted") return "subtype";
  return read.event.text.plain.length > longestMessage ? "too long" : read.event;
}
