import { domainToASCII } from "node:url";

/** The domain of a mail address as DNS writes it, in lower case; null where there is none. The address itself goes no further. */
export function domainOf(address: string): string | null {
  const domain = domainToASCII(address.slice(address.lastIndexOf("@") + 1));
  const isHost = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
  return address.includes("@") && domain.length <= 253 && isHost ? domain : null;
}
