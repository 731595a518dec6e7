import { envelope, type Envelope } from "./activity.ts";
import { bearerOf } from "./bearer.ts";
import { parseJson } from "./json.ts";
import { publicIssuer, serviceHostsOf, type TeamsConfig } from "./config.ts";

/** What came through the guard, or why it did not. Only the envelope is read; `written` is all of it, unread. */
type Passage =
  | { readonly passed: true; readonly envelope: Envelope; readonly written: unknown }
  | { readonly passed: false; readonly status: 400 | 401 | 403; readonly reason: string };

const refused = (status: 400 | 401 | 403, reason: string): Passage => ({ passed: false, status, reason });

/**
 * Stands before the SDK, which takes a token of any Entra tenant whose audience is our app, and then sends the bot's
 * own token to whatever serviceUrl the body names. Only the service's own issuer, hosts we know and our tenant pass.
 */
export function guard(config: TeamsConfig): (authorization: string | null, body: string) => Passage {
  const issuer = config.endpoints?.issuer ?? publicIssuer;
  const hosts = new Set(serviceHostsOf(config).map((host) => host.toLowerCase()));
  const loopback = config.endpoints?.serviceUrl?.startsWith("http:") ?? false;
  const tenant = config.tenantId.toLowerCase();
  return (authorization, body) => {
    const bearer = bearerOf(authorization);
    if (bearer === null) return refused(401, "no token");
    if (bearer.issuer !== issuer) return refused(401, "issuer");
    const written = parseJson(body);
    const outer = envelope.safeParse(written);
    if (!outer.success) return refused(400, "malformed");
    if (!isServiceUrl(outer.data.serviceUrl, hosts, loopback)) return refused(401, "service url");
    if (!isOfTenant(outer.data, tenant)) return refused(403, "tenant");
    return { passed: true, envelope: outer.data, written };
  };
}

function isServiceUrl(written: string, hosts: ReadonlySet<string>, loopback: boolean): boolean {
  const url = URL.parse(written);
  if (!url || url.username !== "" || url.password !== "" || !hosts.has(url.host)) return false;
  return url.protocol === "https:" || (loopback && url.protocol === "http:" && isLoopback(url.hostname));
}
const isLoopback = (hostname: string): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(hostname);

/** Every tenant that the activity names is ours, and it names one. */
function isOfTenant({ conversation, channelData }: Envelope, tenant: string): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => typeof id === "string");
  return named.length > 0 && named.every((id) => id.toLowerCase() === tenant);
}
