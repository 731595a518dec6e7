import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { z } from "zod";
import { bearerOf } from "./bearer.ts";
import { publicIssuer, publicOpenIdMetadataUrl, type TeamsConfig } from "./config.ts";

/** Why a token is not the service's; 503 where nobody can say yet, so that whoever sent it sends it again. */
type Refusal = { readonly status: 401 | 503; readonly reason: "no token" | "issuer" | "signature" | "keys" };

type Keys = ReadonlyMap<string, KeyObject>;
const published = z.object({ keys: z.array(z.unknown()).max(1000) });
const rsaKey = z.object({ kty: z.literal("RSA"), kid: z.string().min(1), n: z.string(), e: z.string() });

const minute = 60_000;
/** For how long the service's documentation lets keys be kept. */
const keptFor = 24 * 60 * minute;
/** How often anybody can make us ask for the keys: so many at once, and one more every so often. */
const [burst, pause] = [5, 12_000];
const mostAbsent = 100;

/**
 * Checks that a token is signed by the service; null where it is. The SDK checks the same again, with the claims, but
 * asks for the keys at every key id that is new to it, whoever made it up. Here any answer renews all keys, so that
 * strangers can exhaust how often we ask without keeping a new key from us.
 */
export function serviceKeys(config: TeamsConfig): (authorization: string) => Promise<Refusal | null> {
  const issuer = config.endpoints?.issuer ?? publicIssuer;
  const keyOf = keyFinder(config);
  return async (authorization) => {
    const bearer = bearerOf(authorization);
    if (bearer === null) return { status: 401, reason: "no token" };
    if (bearer.issuer !== issuer) return { status: 401, reason: "issuer" };
    const key = bearer.key === null ? "absent" : await keyOf(bearer.key);
    if (key === "unread") return { status: 503, reason: "keys" };
    const holds = key !== "absent" && verify("RSA-SHA256", Buffer.from(bearer.content), key, bearer.signature);
    return holds ? null : { status: 401, reason: "signature" };
  };
}

/** Finds a key of the service's by its id, in what was read or by reading anew. */
function keyFinder(config: TeamsConfig): (id: string) => Promise<KeyObject | "absent" | "unread"> {
  const now = config.now ?? Date.now;
  const mayAsk = allowance(now);
  const absent = new Map<string, number>();
  let keys: Keys = new Map();
  let readAt = -Infinity;
  let reading: Promise<boolean> | null = null;
  const read = async (): Promise<boolean> => {
    try {
      [keys, readAt] = [await fetchKeys(config), now()];
      return true;
    } catch {
      config.log("teams.keys.unread", {});
      return false;
    } finally {
      reading = null;
    }
  };
  return async (id) => {
    const known = keys.get(id);
    if (known && now() - readAt < keptFor) return known;
    if ((absent.get(id) ?? -Infinity) > now()) return "absent";
    if (reading === null && mayAsk()) reading = read();
    if (reading === null || !(await reading)) return "unread";
    const found = keys.get(id);
    if (found) return found;
    const [oldest] = absent.keys();
    if (absent.size >= mostAbsent && oldest !== undefined) absent.delete(oldest);
    absent.set(id, now() + minute);
    return "absent";
  };
}

/** A bucket of `burst` tokens, of which one comes back every `pause` milliseconds. */
function allowance(now: () => number): () => boolean {
  let left = burst;
  let since = now();
  return () => {
    // A clock that was set back must not keep us from asking until it comes there again.
    since = Math.min(since, now());
    const back = Math.floor((now() - since) / pause);
    left = Math.min(burst, left + back);
    since += back * pause;
    if (left === 0) return false;
    left -= 1;
    return true;
  };
}

async function fetchKeys({ endpoints }: TeamsConfig): Promise<Keys> {
  const metadata = endpoints?.openIdMetadataUrl ?? publicOpenIdMetadataUrl;
  // The keys lie beside the metadata that names them: the SDK looks for them there, too.
  const url = metadata.replace(/\/openidconfiguration$/, "/keys");
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`the keys were answered by ${response.status}`);
  const listed = published.parse(await response.json()).keys.flatMap((key) => rsaKey.safeParse(key).data ?? []);
  return new Map(listed.map(({ kid, ...key }) => [kid, createPublicKey({ format: "jwk", key })]));
}
