/** Work that has begun and must be finished before the adapter stops. */
export interface Pending {
  /** Remembers the work until it is done, and hands it back. */
  add<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when nothing is left. */
  settled(): Promise<void>;
}

export function newPending(): Pending {
  const running = new Set<Promise<unknown>>();
  return {
    add(work) {
      running.add(work);
      const forget = () => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
