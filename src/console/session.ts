import { createHash, timingSafeEqual } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";
import { roleOf } from "../core/case.ts";
import type { Revision } from "../core/charter.ts";
import { localeOf } from "../core/command.ts";
import type { AccountId, Locale, Reader, Role } from "../core/model.ts";
import type { KnownAccount, Store } from "../core/store.ts";

/** How long somebody stays in the console without a new link. */
const sessionHours = 8;
const cookieName = "charter_session";

export interface SessionTools {
  readonly store: Pick<Store, "tokens" | "directory" | "keeper">;
  /** The revision in force now: who is a steward is asked anew at every request. */
  readonly revision: () => Revision;
  readonly now: () => Temporal.Instant;
  /** The address at which people reach the console; null where the operator has not said. */
  readonly address: string | null;
}

/** Somebody who is in the console. */
export interface Visitor {
  readonly account: AccountId;
  readonly role: Role;
  readonly reader: Reader;
  /** What the directory knows of them, where it knows them. */
  readonly known: KnownAccount | null;
  /** Goes into every form, and must come back with it. */
  readonly proof: string;
}

/** Who a request comes from, by its cookie; null where nobody has entered, or too long ago. */
export async function visitorOf(tools: SessionTools, request: Request): Promise<Visitor | null> {
  const token = parse(request.headers.get("cookie") ?? "", cookieName)[cookieName];
  const account = token === undefined ? null : tools.store.tokens.read("session", token);
  if (token === undefined || account === null) return null;
  const known = (await tools.store.directory.accounts([account])).get(account) ?? null;
  const { charter } = tools.revision();
  const reader = { locale: localeOf(known?.locale), zone: known?.zone ?? charter.organisation.zone };
  return { account, role: roleOf(charter, account), reader, known, proof: proofOf(token) };
}

/** Whoever follows a link once: the account that it was made for; null where it is not ours, over, or was followed before. */
export async function enter({ store }: SessionTools, token: string): Promise<AccountId | null> {
  const account = store.tokens.read("enter", token);
  if (account === null) return null;
  const isFirst = await store.keeper.elect(`enter ${digest(token)}`);
  return isFirst ? account : null;
}

/** The cookie that lets somebody stay; it proves the account, and never what they may do. */
export function sessionCookie({ store, now, address }: SessionTools, account: AccountId): string {
  const token = store.tokens.mint("session", account, now().add({ hours: sessionHours }));
  return serialize(cookieName, token, { ...cookieOptions(address), maxAge: sessionHours * 3600 });
}
export const leavingCookie = ({ address }: Pick<SessionTools, "address">): string =>
  serialize(cookieName, "", { ...cookieOptions(address), maxAge: 0 });

const cookieOptions = (address: string | null) =>
  ({
    path: "/console",
    httpOnly: true,
    // Lax: whoever follows a link from chat is still inside; what changes anything is asked for its origin as well.
    sameSite: "Lax",
    secure: address?.startsWith("https:") ?? false,
  }) as const;

/** Whether a form was sent from a page of ours: browsers say where from, and a page elsewhere cannot say otherwise. */
export function isOwnOrigin(request: Request, address: string | null): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  const from = origin === null ? null : URL.parse(origin);
  if (!from) return false;
  // Behind a proxy the request's own address is another; its Host header is what the browser was told.
  const hosts = [request.headers.get("host"), address === null ? null : URL.parse(address)?.host];
  return hosts.includes(from.host);
}

/** Whether a form carries what a page of this very session gave it. */
export function isProof(given: string, { proof }: Visitor): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(proof)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const proofOf = (token: string): string => digest(`form ${token}`);
const digest = (words: string): string => createHash("sha256").update(words).digest("base64url");

/** The language that a browser asks for, where nobody is known yet. */
export const localeAsked = (request: Request): Locale =>
  localeOf(request.headers.get("accept-language")?.split(",")[0]?.split(";")[0]?.trim());
