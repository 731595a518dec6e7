import { timingSafeEqual } from "node:crypto";
import type { AccountId } from "../src/core/model.ts";
import type { TokenPurpose, Tokens } from "../src/core/store.ts";
import type { Sealer } from "./seal.ts";

interface Tools {
  readonly sealer: Sealer;
  readonly now: () => Temporal.Instant;
}

/** No account's id comes near: what is longer is not worth a hash. */
const longest = 1000;

/** Tokens are kept nowhere: "claim.tag", both base64url, where the claim says who and until when, and only the secret makes the tag. */
export function openTokens({ sealer, now }: Tools): Tokens {
  const write = (purpose: TokenPurpose, account: AccountId, until: number): string => {
    const claim = Buffer.from(`${until}.${account}`).toString("base64url");
    return `${claim}.${Buffer.from(sealer.tag("token", purpose, account, String(until))).toString("base64url")}`;
  };
  return {
    mint: (purpose, account, until) => write(purpose, account, until.epochMilliseconds),
    read(purpose, token) {
      if (token.length > longest) return null;
      const [claim = ""] = token.split(".", 1);
      const [, until, account] = /^(\d{1,15})\.([^]+)$/.exec(Buffer.from(claim, "base64url").toString()) ?? [];
      if (until === undefined || account === undefined) return null;
      // Written anew and compared as a whole: no second way of writing the same token is taken.
      const ours = write(purpose, account as AccountId, Number(until));
      if (!isSame(ours, token)) return null;
      return now().epochMilliseconds < Number(until) ? (account as AccountId) : null;
    },
  };
}

/** Takes the same time wherever the two differ. */
function isSame(ours: string, theirs: string): boolean {
  const [one, other] = [Buffer.from(ours), Buffer.from(theirs)];
  return one.length === other.length && timingSafeEqual(one, other);
}
