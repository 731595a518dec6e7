import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { AccountId } from "../../src/core/model.ts";
import { reference, type Reference } from "./about.ts";
import { workspaceOf } from "./activity.ts";
import type { TeamsConfig } from "./config.ts";

/** A reference as a dialog carries it through the client; it holds `until` then, in milliseconds since the epoch. */
export const signedReference = reference.extend({
  until: z.int(),
  signature: z.string().regex(/^[\w-]{43}$/),
});
export type SignedReference = z.infer<typeof signedReference>;

/** Signs references for one account, and tells whether one that comes back is ours, theirs and not too old. */
export interface Signer {
  readonly sign: (about: Reference) => SignedReference;
  readonly holds: (carried: SignedReference) => boolean;
}

const hour = 3_600_000;

/**
 * The platform hands a card's data back as the client sends it: unsigned, a changed client could have anybody named as
 * the author of anything. HMAC-SHA-256 (RFC 2104) under a key that every instance derives (HKDF, RFC 5869) from the
 * secret they share, so that another one than the one that opened a dialog may take what is submitted in it.
 */
export function signerFor(by: AccountId, config: TeamsConfig): Signer {
  const { clientSecret, tenantId, now = Date.now } = config;
  const key = new Uint8Array(hkdfSync("sha256", clientSecret, workspaceOf(tenantId), "charter reference", 32));
  const signatureOf = ({ space, id, version, author }: Reference, until: number): string => {
    // As JSON, no part can run into the next.
    const signed = JSON.stringify([by, space, id, version, author, until]);
    return createHmac("sha256", key).update(signed).digest("base64url");
  };
  return {
    sign(about) {
      const until = now() + hour;
      return { ...about, until, signature: signatureOf(about, until) };
    },
    holds({ until, signature, ...about }) {
      const ours = Buffer.from(signatureOf(about, until));
      const theirs = Buffer.from(signature);
      return theirs.length === ours.length && timingSafeEqual(theirs, ours) && now() < until;
    },
  };
}
