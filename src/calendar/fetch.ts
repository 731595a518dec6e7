import type { LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns/promises";
import { request } from "node:https";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { CalendarError } from "../core/command.ts";

/** What may be connected to, and whose certificates are believed: the public Internet's, but in a test. */
export interface Network {
  readonly allow: (address: string) => boolean;
  readonly ca?: string;
  /** In milliseconds, for all of it. */
  readonly deadline?: number;
}

const deadline = 5000;
const largest = 1024 * 1024;
const mostRedirects = 3;

/**
 * Fetches text from an https address of the public Internet: 5 s and 1 MB at most, three redirects. A name is looked
 * up once and that very address connected to, so that it cannot be another one by then. Rejects with CalendarError.
 */
export async function fetchPublic(address: string, network: Network): Promise<string> {
  const signal = AbortSignal.timeout(network.deadline ?? deadline);
  let url = readAddress(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await connect(url, network, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = readAddress(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new CalendarError("unreachable");
    }
    return readBody(response);
  }
  throw new CalendarError("unreachable");
}

/** Calendars are often given as webcal: addresses, which are https. */
function readAddress(written: string, base?: URL): URL {
  const url = URL.parse(written.trim().replace(/^webcals?:/i, "https:"), base?.href);
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") throw new CalendarError("not allowed");
  return url;
}

async function connect(url: URL, { allow, ca }: Network, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A name server may hang as well.
  const { address, family } = await Promise.race([allowedAddress(host, allow), aborted(signal)]);
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      signal,
      agent: false,
      ...(ca !== undefined && { ca }),
      headers: { accept: "text/calendar", "accept-encoding": "identity", "user-agent": "Charter" },
      // Node asks for one address or for all of them.
      lookup: (_name, options, callback) =>
        options.all ? callback(null, [{ address, family }]) : callback(null, address, family),
    });
    sent.once("response", resolve);
    sent.once("error", () => reject(new CalendarError("unreachable")));
    sent.end();
  });
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new CalendarError("unreachable")), { once: true });
  });

/** The first address of a host; every one of them must be allowed, or none is. */
async function allowedAddress(host: string, allow: Network["allow"]): Promise<LookupAddress> {
  const version = isIP(host);
  const addresses =
    version > 0
      ? [{ address: host, family: version }]
      : await resolveName(host, { all: true }).catch(() => {
          throw new CalendarError("unreachable");
        });
  const [first] = addresses;
  if (!first) throw new CalendarError("unreachable");
  if (!addresses.every(({ address }) => allow(address))) throw new CalendarError("not allowed");
  return first;
}

async function readBody(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > largest) throw new CalendarError("too large");
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof CalendarError ? error : new CalendarError("unreachable");
  }
  return Buffer.concat(parts).toString("utf8");
}
