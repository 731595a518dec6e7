import type { Adapter, Door, PlatformSpace } from "../core/adapter.ts";
import type { SpaceId } from "../core/model.ts";
import type { Directory } from "../core/store.ts";
import type { Log } from "../log.ts";

interface Tools {
  readonly directory: Directory;
  readonly door: Pick<Door, "judge">;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  /** Spaces of which nothing is noted, not even who is in them. */
  readonly isSanctuary: (space: SpaceId) => boolean;
  /** Aborted when the product stops: what is left is read at the next start. */
  readonly signal: AbortSignal;
}

/**
 * Reads everybody and every place that a platform shows into the directory, a page at a time, then who is in each
 * place, and looks at it as a whole. What fails is logged and read at the next sync.
 */
export async function sync(tools: Tools, adapter: Adapter): Promise<void> {
  const { directory, log, signal } = tools;
  try {
    let people = 0;
    for await (const accounts of adapter.people()) {
      if (signal.aborted) return;
      await directory.learn({ accounts });
      people += accounts.length;
    }
    const places: PlatformSpace[] = [];
    for await (const spaces of adapter.spaces()) {
      await directory.learn({ spaces });
      places.push(...spaces);
    }
    for (const place of places) {
      if (signal.aborted) return;
      await sweep(tools, adapter, place);
    }
    log("directory.synced", { platform: adapter.name, people, places: places.length });
  } catch (error) {
    log("directory.failed", { platform: adapter.name, reason: error instanceof Error ? error.name : "unknown" });
  }
}

/** One place that cannot be read does not keep the others from being read. */
async function sweep(tools: Tools, adapter: Adapter, place: PlatformSpace): Promise<void> {
  const { directory, door, log, now } = tools;
  const { id: space, workspace } = place;
  if (tools.isSanctuary(space)) return;
  try {
    const members = await adapter.members(space);
    if (members) await directory.setMembers(space, members);
    const cause = { kind: "sweep" } as const;
    await door.judge({ kind: "space.composed", platform: adapter.name, workspace, at: now(), space, cause });
  } catch (error) {
    log("space.unread", { platform: adapter.name, reason: error instanceof Error ? error.name : "unknown" });
  }
}

/** Looks at every space that is known once more, by what is known of who is in it: the charter has changed. */
export async function sweepAll({ directory, door, log, now, signal }: Tools): Promise<void> {
  const unread = (error: unknown): void =>
    log("space.unread", { platform: "all", reason: error instanceof Error ? error.name : "unknown" });
  for (const { id: space, workspace } of await directory.spaces()) {
    if (signal.aborted) return;
    const platform = space.slice(0, space.indexOf(":"));
    const cause = { kind: "sweep" } as const;
    // One space that cannot be looked at does not keep the others from it.
    await door.judge({ kind: "space.composed", platform, workspace, at: now(), space, cause }).catch(unread);
  }
}
