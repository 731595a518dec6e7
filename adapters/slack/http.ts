import type { verifySlackRequest } from "@slack/bolt";
import { z } from "zod";
import type { Route } from "../../src/core/adapter.ts";
import type { Pending } from "./pending.ts";
import type { Log } from "./interact.ts";
import { nameOf, NotTaken, readKind, type Intake } from "./receive.ts";

export interface HttpTransport {
  readonly pending: Pending;
  readonly signingSecret: string;
  readonly verify: typeof verifySlackRequest;
  readonly intake: Intake;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * The request URL of events, interactivity and commands. 200 means: judged and durable, or nothing to judge.
 * 503 means: send it again. 500 means: what was asked is done, but its answer is lost.
 */
export function httpHandler(transport: HttpTransport): Route["handle"] {
  const seen = seenOnce(transport.now);
  const handle = async (request: Request): Promise<Response> => {
    const raw = await request.text();
    const signature = verified(transport, request.headers, raw);
    if (signature === null) return refuse(transport.log, 401, "signature");
    const body = readBody(raw);
    if (body === undefined) return refuse(transport.log, 400, "body");
    const greeting = verification.safeParse(body);
    if (greeting.success) return Response.json({ challenge: greeting.data.challenge });
    // Events are claimed once by the ledger, so that their replay is harmless; a command would run twice.
    const once = readKind(body).kind === "interaction";
    if (once && !seen.claim(signature)) return refuse(transport.log, 401, "replay");
    try {
      const answer = await transport.intake({ body, ...retryOf(request.headers) });
      return answer === undefined ? new Response(null, { status: 200 }) : Response.json(answer);
    } catch (error) {
      if (error instanceof NotTaken) {
        if (once) seen.release(signature);
        transport.log("slack.unacknowledged", { error: error.reason });
        return new Response(null, { status: 503 });
      }
      transport.log("slack.failed", { error: nameOf(error) });
      // Slack tells whoever typed or pressed that they get no answer; it sends only events again.
      return new Response(null, { status: once ? 500 : 200 });
    }
  };
  return (request) => transport.pending.add(handle(request));
}

function refuse(log: Log, status: number, reason: string): Response {
  log("slack.refused", { status, reason });
  return new Response(null, { status });
}

const oldest = 5 * 60;

/** The signature in its one accepted spelling, where it is right and at most five minutes off; null otherwise. */
function verified({ verify, signingSecret, now }: HttpTransport, headers: Headers, body: string): string | null {
  const signature = headers.get("x-slack-signature") ?? "";
  const stamp = headers.get("x-slack-request-timestamp") ?? "";
  // Bolt's check lets pass what follows a second "=" and times to come: either would get round the list of those seen.
  if (!/^v0=[0-9a-f]{64}$/.test(signature) || !/^\d{1,12}$/.test(stamp)) return null;
  const timestamp = Number(stamp);
  if (timestamp * 1000 > now() + oldest * 1000) return null;
  try {
    verify({
      signingSecret,
      body,
      headers: { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp },
      nowMilliseconds: now(),
    });
    return signature;
  } catch {
    return null;
  }
}

/** Signatures that were answered. Each is forgotten once its timestamp is too old to pass, whatever the clocks' difference. */
function seenOnce(now: () => number) {
  const until = new Map<string, number>();
  return {
    claim(signature: string): boolean {
      for (const [old, end] of until) {
        if (end > now()) break;
        until.delete(old);
      }
      if (until.has(signature)) return false;
      until.set(signature, now() + 2 * oldest * 1000 + 1000);
      return true;
    },
    release: (signature: string) => until.delete(signature),
  };
}

const verification = z.object({ type: z.literal("url_verification"), challenge: z.string() });

/**
 * JSON, or a form that is a command itself or holds JSON in `payload`. Undefined for what can be neither. Its first
 * byte says which, since the signature does not cover the type of the content: people's words stay inside strings.
 */
function readBody(raw: string): unknown {
  if (raw === "") return undefined;
  try {
    if (raw.startsWith("{")) return JSON.parse(raw);
    const form = Object.fromEntries(new URLSearchParams(raw));
    return form["payload"] === undefined ? form : JSON.parse(form["payload"]);
  } catch {
    return undefined;
  }
}

function retryOf(headers: Headers): { retryNum?: number; retryReason?: string } {
  const count = Number(headers.get("x-slack-retry-num") ?? NaN);
  if (!Number.isInteger(count)) return {};
  return { retryNum: count, retryReason: headers.get("x-slack-retry-reason") ?? "unknown_error" };
}
