/** Why a file of an export was left out. Whoever shows it has the sentence: a reason carries nothing that people wrote. */
export type SkipReason =
  | "link"
  | "outside"
  | "encrypted"
  | "packing"
  | "too large"
  | "too dense"
  | "too much"
  | "too many"
  | "twice"
  | "damaged"
  | "unreadable"
  | "not text"
  | "not json"
  | "not a list"
  | "not messages";

export interface Skipped {
  /** The path inside the export, safe to show. */
  readonly file: string;
  readonly why: SkipReason;
}

/** A file that cannot be read; the rest of the export can. */
export class FileFault extends Error {
  readonly why: SkipReason;
  constructor(why: SkipReason) {
    super(`the file is left out: ${why}`);
    this.name = "FileFault";
    this.why = why;
  }
}

/** Why an export as a whole cannot be read. */
export class ArchiveError extends Error {
  readonly why: "missing" | "not an export";
  constructor(why: ArchiveError["why"]) {
    super(`the export cannot be read: ${why}`);
    this.name = "ArchiveError";
    this.why = why;
  }
}

/** One JSON file of an export, not read yet. `size` is in bytes, unpacked, as its container tells. */
export interface SourceFile {
  /** Inside the export, with "/" between folders. */
  readonly path: string;
  readonly size: number;
  /** Rejects with FileFault. */
  readonly read: () => Promise<Uint8Array>;
}

/** The JSON files of an export, and what was left out already while they were listed. */
export interface Source {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
  close(): Promise<void>;
}

const mebibyte = 2 ** 20;
/**
 * How much of an export is read. A busy day of a channel is some 20 MB of JSON, and 100,000 people are some 160 MB.
 * Honest JSON of Slack packs to a tenth or a thirtieth; nothing of a few kilobytes can do harm by its density.
 */
export const limits = {
  files: 300_000,
  day: 64 * mebibyte,
  table: 256 * mebibyte,
  total: 32 * 1024 * mebibyte,
  density: { ratio: 200, from: mebibyte },
} as const;

/** A day's messages lie in a folder of their own; everything else is a table at the top. */
export const limitOf = (path: string): number => (path.includes("/") ? limits.day : limits.table);

/** A path as it may be shown on a terminal: no control or invisible sign, and not without end. */
export const shown = (path: string): string => path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�").slice(0, 200);

const tables: ReadonlySet<string> = new Set([
  "users.json",
  "org_users.json",
  "channels.json",
  "groups.json",
  "dms.json",
  "mpims.json",
]);

/** Whoever packs a folder by hand packs the folder itself too: where all of an export is in one folder, that is its top. */
export function withoutOuterFolder(files: readonly SourceFile[]): readonly SourceFile[] {
  if (files.some(({ path }) => tables.has(path))) return files;
  const outer = files
    .map(({ path }) => path.split("/"))
    .find(([, name, ...rest]) => rest.length === 0 && isTable(name));
  const prefix = outer ? `${outer[0]}/` : "";
  return files
    .filter(({ path }) => path.startsWith(prefix))
    .map((file) => ({ ...file, path: file.path.slice(prefix.length) }));
}
const isTable = (name = ""): boolean => tables.has(name);

/** Reads a file that holds one JSON list. Rejects with FileFault. */
export async function readList(file: SourceFile): Promise<readonly unknown[]> {
  if (file.size > limitOf(file.path)) throw new FileFault("too large");
  const value = parse(decode(await file.read()));
  if (!Array.isArray(value)) throw new FileFault("not a list");
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("not text");
  }
}
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The error of the parser quotes the text.
    throw new FileFault("not json");
  }
}
