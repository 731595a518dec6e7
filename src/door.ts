import type { Door, Judgement } from "./core/adapter.ts";
import type { CommandTools, Undecided } from "./core/command.ts";
import type { Verdict } from "./core/evaluate.ts";
import type { AccountId, Event, SpaceId } from "./core/model.ts";
import { StoreUnavailable, Unstorable, type Gap } from "./core/store.ts";
import { dispatch } from "./dispatch.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { judge, type Noted } from "./pipeline.ts";

interface Tools {
  readonly commands: Omit<CommandTools, "undecided">;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** The one way in, and what it saw: times in which it could record nothing, and clauses it could not judge. */
export interface WatchedDoor extends Door {
  /** Writes the gaps that are over into the store. Rejects where the store is still away. */
  closeGaps(): Promise<void>;
}

export function openDoor({ commands, metrics, log, now }: Tools): WatchedDoor {
  const { store } = commands;
  const undecided = new Map<string, number>();
  const failures = new Map<string, number>();
  const open = new Map<string, Temporal.Instant>();
  const count = (counts: Map<string, number>, clause: string): number => {
    const next = (counts.get(clause) ?? 0) + 1;
    counts.set(clause, next);
    return next;
  };
  const observe = (verdict: Verdict): void => {
    for (const { clause } of verdict.undecided) count(undecided, clause);
    for (const { clause, error } of verdict.failures) {
      // A rule that throws on every message must not fill the log.
      if (count(failures, clause) === 1) log("rule.failed", { clause, error });
      metrics.failures.inc({ clause });
    }
  };
  const judgeTools = { store, revision: commands.revision, observe, noted: noteAuthors() };
  const seen: Undecided = { undecided, failures };

  const closeGaps = async (): Promise<void> => {
    for (const [platform, started] of [...open]) {
      const gap: Gap = { platform, started, ended: now(), reason: "store unavailable" };
      // Taken out before it is written: events that recover together must not write it twice.
      open.delete(platform);
      await store.health.addGap(gap).catch((error: unknown) => {
        open.set(platform, started);
        throw error;
      });
      log("gap.closed", { platform });
    }
  };

  return {
    closeGaps,
    async judge(event: Event): Promise<readonly Judgement[]> {
      const timer = metrics.judging.startTimer();
      try {
        const judgements = await judge(judgeTools, event);
        metrics.events.inc({ platform: event.platform, kind: event.kind });
        for (const { clause, outcome } of judgements) metrics.judgements.inc({ clause, outcome });
        if (open.size > 0) await closeGaps();
        return judgements;
      } catch (error) {
        if (error instanceof Unstorable) {
          // Sent again it would be the same: it is counted and let go, and does not stand in the way of others.
          metrics.unstorable.inc({ platform: event.platform });
          log("event.unstorable", { platform: event.platform, reason: error.message });
          return [];
        }
        if (error instanceof StoreUnavailable && !open.has(event.platform)) {
          open.set(event.platform, now());
          log("gap.opened", { platform: event.platform, reason: error.message });
        }
        metrics.refused.inc({ platform: event.platform });
        throw error;
      } finally {
        timer();
      }
    },
    run: (call) => dispatch({ ...commands, undecided: () => seen }, call),
    learn: (met) => store.directory.learn(met),
  };
}

/** Remembers who has written where. Forgetting costs one look-up each; growing without end would cost the process. */
export function noteAuthors(): Noted {
  const most = 100_000;
  const authors = new Map<SpaceId, Set<AccountId>>();
  let count = 0;
  return {
    has: (space, author) => authors.get(space)?.has(author) ?? false,
    add(space, author) {
      if (count >= most) {
        authors.clear();
        count = 0;
      }
      const here = authors.get(space) ?? new Set();
      authors.set(space, here.add(author));
      count += 1;
    },
    forget(space) {
      count -= authors.get(space)?.size ?? 0;
      authors.delete(space);
    },
  };
}
