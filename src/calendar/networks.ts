import ipaddr from "ipaddr.js";

/** Whether an IP address belongs to the public Internet: nothing private, local, shared, reserved or translated. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // "::ffff:10.0.0.1" is 10.0.0.1.
  return ipaddr.process(address).range() === "unicast";
}
