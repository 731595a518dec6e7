/** Everything that was started, to be ended in reverse order whatever happens. */
export interface Stage {
  /** Starts something and remembers how to end it. Rejects once the stage was left. */
  use<Thing>(start: () => Promise<Thing> | Thing, end: (thing: Thing) => unknown): Promise<Thing>;
  /** Ends everything, what is just being started included. May be called more than once. */
  leave(): Promise<void>;
}

export function openStage(): Stage {
  const endings: (() => Promise<unknown>)[] = [];
  let leaving: Promise<void> | null = null;
  const endAll = async (): Promise<void> => {
    // What fails to end must not keep the rest from ending.
    for (const end of endings.splice(0).toReversed()) await end().catch(() => undefined);
  };
  return {
    async use(start, end) {
      if (leaving) throw new Error("the bench is ending");
      const starting = Promise.resolve().then(start);
      endings.push(async () => end(await starting));
      return starting;
    },
    leave: () => (leaving ??= endAll()),
  };
}
