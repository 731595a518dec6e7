import { constants, type Dirent } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { FileFault, limitOf, limits, shown, withoutOuterFolder, type Skipped } from "./archive-source.ts";
import type { Source, SourceFile } from "./archive-source.ts";

/** An outer folder, a conversation's folder, and its days. */
const deepest = 3;

/** Lists the JSON files of an unpacked export. No link is followed, wherever it leads. */
export async function openFolder(root: string): Promise<Source> {
  const files: SourceFile[] = [];
  const skipped: Skipped[] = [];
  const waiting: string[][] = [[]];
  for (let parts = waiting.shift(); parts; parts = waiting.shift()) {
    const path = parts.join("/");
    for (const entry of await list(join(root, path))) {
      const inner = [...parts, entry.name];
      const file = inner.join("/");
      if (entry.isDirectory() && inner.length < deepest) waiting.push(inner);
      else if (entry.isSymbolicLink()) skipped.push({ file: shown(file), why: "link" });
      else if (entry.isFile() && entry.name.endsWith(".json")) {
        if (files.length < limits.files) files.push(await fileAt(root, file));
        else skipped.push({ file: shown(file), why: "too many" });
      }
    }
  }
  return { files: withoutOuterFolder(files), skipped, close: () => Promise.resolve() };
}

async function list(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function fileAt(root: string, path: string): Promise<SourceFile> {
  const place = join(root, path);
  const size = await stat(place).then(
    (found) => found.size,
    () => 0,
  );
  return { path, size, read: () => readWhole(place, limitOf(path)) };
}

async function readWhole(place: string, limit: number): Promise<Uint8Array> {
  // It may have become a link or a pipe since it was listed.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(place, flags).catch(() => null);
  if (!handle) throw new FileFault("unreadable");
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new FileFault("unreadable");
    if (found.size > limit) throw new FileFault("too large");
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(found.size), 0, found.size, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault("unreadable");
  } finally {
    await handle.close();
  }
}
