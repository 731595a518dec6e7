import { z } from "zod";
import { AdapterError } from "../../src/core/adapter.ts";

const answered = z.object({
  response: z.object({
    status: z.number(),
    headers: z.looseObject({ "retry-after": z.unknown().optional() }).catch({}),
  }),
});

/** What a failed call means to whoever asked. The SDK's own error holds the message that was sent, so it is dropped here. */
export function failureOf(error: unknown, now: number): AdapterError {
  if (error instanceof AdapterError) return error;
  const read = answered.safeParse(error);
  if (!read.success) return new AdapterError("unreachable");
  const { status, headers } = read.data.response;
  const retryAfter = secondsOf(headers["retry-after"], now);
  if (status === 429) return new AdapterError("limited", retryAfter);
  if (status === 404) return new AdapterError("missing");
  // 401 and 408 are about us and the moment, 412 is the service's word for a conflict that passes.
  if (status === 401 || status === 408 || status === 412 || status >= 500) {
    return new AdapterError("unreachable", retryAfter);
  }
  // The other refusals do not pass by waiting: another way may.
  return new AdapterError("forbidden");
}

/** Retry-After as seconds, from either of its two forms (RFC 9110, 10.2.3). */
function secondsOf(header: unknown, now: number): number | null {
  if (typeof header !== "string" || header === "") return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
