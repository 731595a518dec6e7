/**
 * Server-Sent Events, each a whole snapshot, made only when the reader is ready for it: a slow reader misses states in
 * between and never makes a queue. `watch` calls back on every change until its answer is called.
 */
export function streamSnapshots(
  snapshot: () => unknown,
  watch: (changed: () => void) => () => void,
): { readonly response: Response; close(): void } {
  let last = "";
  let open = true;
  let dirty = true;
  let waiting: PromiseWithResolvers<void> | null = null;
  const unwatch = watch(() => {
    dirty = true;
    waiting?.resolve();
  });
  const close = (): void => {
    open = false;
    unwatch();
    waiting?.resolve();
  };
  /** The next state that differs from the last one sent; null once closed. */
  const next = async (): Promise<string | null> => {
    if (!open) return null;
    if (!dirty) {
      waiting = Promise.withResolvers();
      await waiting.promise;
      return next();
    }
    dirty = false;
    const state = JSON.stringify(snapshot());
    return state === last ? next() : (last = state);
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const state = await next();
      if (state === null) controller.close();
      else controller.enqueue(new TextEncoder().encode(`data: ${state}\n\n`));
    },
    cancel: close,
  });
  const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" };
  return { response: new Response(body, { headers }), close };
}
