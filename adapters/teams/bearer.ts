import { z } from "zod";
import { parseJson } from "./json.ts";

/** A bearer token taken apart (RFC 7515, compact form). Nothing of it is verified. */
export interface Bearer {
  /** The issuer that it names; empty where it names none. */
  readonly issuer: string;
  /** The key that it says it is signed with, by RS256; null where it says another thing or none. */
  readonly key: string | null;
  /** What was signed. */
  readonly content: string;
  readonly signature: Buffer;
}

const shape = /^Bearer (([\w-]+)\.([\w-]+))\.([\w-]*)$/;
const header = z.object({ alg: z.literal("RS256"), kid: z.string().min(1).max(200) });
const claims = z.object({ iss: z.string() });

/** Reads the Authorization of a request; null where it holds no such token. */
export function bearerOf(authorization: string | null): Bearer | null {
  const [, content, head, payload, signature] = shape.exec(authorization ?? "") ?? [];
  if (content === undefined || head === undefined || payload === undefined || signature === undefined) return null;
  return {
    issuer: claims.safeParse(decoded(payload)).data?.iss ?? "",
    key: header.safeParse(decoded(head)).data?.kid ?? null,
    content,
    signature: Buffer.from(signature, "base64url"),
  };
}
const decoded = (part: string): unknown => parseJson(Buffer.from(part, "base64url").toString());
