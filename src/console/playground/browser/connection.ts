import type { Locale } from "../../../core/model.ts";
import type { Scene } from "./state.ts";
import type { Refusal, Snapshot } from "../wire.ts";

/** What became of a request: its answer, or a sentence and whether the same may be sent again. */
export type Sent<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly again: boolean; readonly sentence: string | null };

/** Posts JSON. Never throws: a broken connection is an answer too. */
export async function post<Answer>(path: string, locale: Locale, body: unknown): Promise<Sent<Answer>> {
  try {
    const response = await fetch(`/playground/${path}?lang=${locale}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true, answer: (await response.json()) as Answer };
    const refusal = (await response.json().catch(() => null)) as Refusal | null;
    return { ok: false, again: response.status >= 500, sentence: refusal?.error ?? null };
  } catch {
    return { ok: false, again: true, sentence: null };
  }
}

export async function getJson<Answer>(path: string): Promise<Answer | null> {
  const response = await fetch(path).catch(() => null);
  return response?.ok ? ((await response.json()) as Answer) : null;
}

/** Listens to what one person sees in one space, until the answer is called. The browser reconnects by itself. */
export function listen(
  { by, space }: Scene,
  locale: Locale,
  heard: { readonly snapshot: (snapshot: Snapshot) => void; readonly line: (open: boolean) => void },
): () => void {
  const asked = new URLSearchParams({ by, lang: locale, ...(space !== null && { space }) });
  const source = new EventSource(`/playground/stream?${asked}`);
  source.addEventListener("message", ({ data }) => heard.snapshot(JSON.parse(String(data)) as Snapshot));
  source.addEventListener("open", () => heard.line(true));
  source.addEventListener("error", () => heard.line(false));
  return () => source.close();
}
