import type { Adapter } from "../core/adapter.ts";
import type { Directory } from "../core/store.ts";
import type { Log } from "../log.ts";

/** Reads everybody and every place that a platform shows into the directory, a page at a time. What fails is logged and read at the next sync. */
export async function sync(directory: Directory, adapter: Adapter, log: Log): Promise<void> {
  try {
    let people = 0;
    for await (const accounts of adapter.people()) {
      await directory.learn({ accounts });
      people += accounts.length;
    }
    let places = 0;
    for await (const spaces of adapter.spaces()) {
      await directory.learn({ spaces });
      places += spaces.length;
    }
    log("directory.synced", { platform: adapter.name, people, places });
  } catch (error) {
    log("directory.failed", { platform: adapter.name, reason: error instanceof Error ? error.name : "unknown" });
  }
}
