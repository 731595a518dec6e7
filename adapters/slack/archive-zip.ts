import { crc32, inflateRawSync } from "node:zlib";
import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from "yauzl";
import { ArchiveError, FileFault, limitOf, limits, shown, withoutOuterFolder } from "./archive-source.ts";
import type { Skipped, SkipReason, Source, SourceFile } from "./archive-source.ts";

/**
 * Lists the JSON files of a packed export; nothing is unpacked on the disk. What the list of files says of sizes is
 * only believed as far as it bounds what is read. Rejects with ArchiveError where it is no zip.
 */
export async function openZip(path: string): Promise<Source> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false }).catch(
    () => null,
  );
  if (!zip) throw new ArchiveError("not an export");
  const listing = newListing(zip);
  try {
    for await (const entry of zip.eachEntry()) {
      if (listing.seen >= limits.files) {
        listing.skipped.push({ file: "*.json", why: "too many" });
        break;
      }
      listing.seen += 1;
      add(listing, entry);
    }
  } catch {
    // What was listed before the damage can be read.
    listing.skipped.push({ file: "*.json", why: "damaged" });
  }
  const { files, skipped } = listing;
  return {
    files: withoutOuterFolder(files),
    skipped,
    close: () => {
      zip.close();
      return Promise.resolve();
    },
  };
}

interface Listing {
  readonly zip: ZipFile;
  readonly files: SourceFile[];
  readonly skipped: Skipped[];
  readonly names: Set<string>;
  seen: number;
  /** Bytes, unpacked, of all the files that are taken. */
  total: number;
}
const newListing = (zip: ZipFile): Listing => ({ zip, files: [], skipped: [], names: new Set(), seen: 0, total: 0 });

function add(listing: Listing, entry: Entry): void {
  const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  // macOS puts a shadow beside each file.
  if (path.endsWith("/") || !path.endsWith(".json") || path.startsWith("__MACOSX/")) return;
  const why = whyNot(listing, entry, path);
  if (why !== null) {
    listing.skipped.push({ file: shown(path), why });
    return;
  }
  const { zip, files, names } = listing;
  names.add(path);
  listing.total += entry.uncompressedSize;
  files.push({ path, size: entry.uncompressedSize, read: () => unpack(zip, entry) });
}

const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function whyNot({ names, total }: Listing, entry: Entry, path: string): SkipReason | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (validateFileName(path) !== null) return "outside";
  if (isLink(entry)) return "link";
  if (entry.isEncrypted()) return "encrypted";
  if (compressionMethod !== stored && compressionMethod !== deflated) return "packing";
  if (names.has(path)) return "twice";
  if (uncompressedSize > limitOf(path)) return "too large";
  const { ratio, from } = limits.density;
  if (uncompressedSize > from && uncompressedSize > ratio * compressedSize) return "too dense";
  // Packing never makes a file much larger.
  if (compressedSize > uncompressedSize + uncompressedSize / 8 + 1024) return "damaged";
  return total + uncompressedSize > limits.total ? "too much" : null;
}
const stored = 0;
const deflated = 8;

/** The bytes of an entry: never more than were declared, and only if they are what was packed. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const packed: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
      packed.push(chunk as Buffer);
    }
    const raw = Buffer.concat(packed);
    const maxOutputLength = Math.max(1, entry.uncompressedSize);
    const bytes = entry.compressionMethod === deflated ? inflateRawSync(raw, { maxOutputLength }) : raw;
    if (bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32) return bytes;
  } catch {
    // The reasons of the library and of zlib come to the same.
  }
  throw new FileFault("damaged");
}
