import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What the secret outside the database is used for; each purpose has a key of its own. */
type Purpose = "excerpt" | "week" | "claim" | "audit" | "pseudonym" | "person" | "draft" | "case" | "token";

const version = 1;

/** Seals and tags with keys derived (HKDF-SHA-256) from one secret of at least 32 bytes that never enters the database. */
export interface Sealer {
  /** AES-256-GCM; `about` is bound to the result, so that it opens nowhere else. */
  seal(purpose: Purpose, about: string, content: string): Uint8Array;
  /** Throws when it was not sealed with this secret for this purpose and subject. */
  open(purpose: Purpose, about: string, sealed: Uint8Array): string;
  /** HMAC-SHA-256 over parts that cannot run into each other. */
  tag(purpose: Purpose, ...parts: readonly string[]): Uint8Array;
}

export function sealer(secret: Uint8Array): Sealer {
  const keys = new Map<Purpose, Uint8Array>();
  const keyOf = (purpose: Purpose): Uint8Array => {
    const key = keys.get(purpose) ?? new Uint8Array(hkdfSync("sha256", secret, "charter", purpose, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    seal(purpose, about, content) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(content, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed]);
    },
    open(purpose, about, sealed) {
      if (sealed[0] !== version) throw new Error("sealed by a version that is not known");
      const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), sealed.subarray(1, 13));
      decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
    },
    tag: (purpose, ...parts) => tagWith(keyOf(purpose), ...parts),
  };
}

/** HMAC-SHA-256 over length-prefixed parts. */
export function tagWith(key: Uint8Array, ...parts: readonly string[]): Uint8Array {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest();
}
