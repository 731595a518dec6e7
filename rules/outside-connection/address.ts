import ipaddr from "ipaddr.js";

export type Address = ReturnType<typeof ipaddr.process>;
/** A range of addresses: its first, and how many bits all of them share. */
export type Network = readonly [first: Address, bits: number];

/** An address as platforms tell it, IPv4 inside IPv6 unwrapped; null for what is none. Shorthand and octal IPv4 are none. */
export function readAddress(written: string): Address | null {
  const trimmed = written.trim();
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(trimmed) || ipaddr.IPv6.isValid(trimmed);
  return isAddress ? ipaddr.process(trimmed) : null;
}

/** A network as "203.0.113.0/24" or "2001:db8::/32"; an address by itself is a network of one. Null for what is none. */
export function readNetwork(written: string): Network | null {
  if (!written.includes("/")) {
    const alone = readAddress(written);
    return alone && [alone, alone.kind() === "ipv4" ? 32 : 128];
  }
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(written)) return ipaddr.IPv4.parseCIDR(written);
  if (!ipaddr.IPv6.isValidCIDR(written)) return null;
  const [first, bits] = ipaddr.IPv6.parseCIDR(written);
  // The addresses are unwrapped, and so must be the networks that they are compared with.
  return first.isIPv4MappedAddress() && bits >= 96 ? [first.toIPv4Address(), bits - 96] : [first, bits];
}

/** Whether an address is in a network; one of IPv4 is in none of IPv6. */
export function isWithin(address: Address, [first, bits]: Network): boolean {
  return address.kind() === first.kind() && address.match([first, bits]);
}

/** Whether an address may be in some country: no private, local or carrier's inner address, which are the same everywhere. */
export const isSomewhere = (address: Address): boolean => !nowhere.has(address.range());
const nowhere: ReadonlySet<string> = new Set([
  "private",
  "uniqueLocal",
  "carrierGradeNat",
  "loopback",
  "linkLocal",
  "unspecified",
  "multicast",
  "broadcast",
]);
