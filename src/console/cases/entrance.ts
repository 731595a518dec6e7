import { roleOf } from "../../core/case.ts";
import { localeOf } from "../../core/command.ts";
import type { AccountId, Locale } from "../../core/model.ts";
import type { Store } from "../../core/store.ts";
import { enter, isOwnOrigin, localeAsked, sessionCookie, type SessionTools } from "../session.ts";
import { attachment, goTo, html, notice, page } from "./frame.ts";
import { words } from "./words.ts";

/**
 * The link from chat. Following it shows a button and changes nothing, since chats and mail programs follow links by
 * themselves; pressing the button uses it up.
 */
export async function showEntrance(tools: SessionTools, request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const account = tools.store.tokens.read("enter", token);
  const locale = await localeFor(tools, request, account);
  if (account === null) return spent(locale);
  const button = { token, title: words.enterTitle, about: words.enterAbout, label: words.enter };
  return buttonPage(locale, { ...button, action: "/console/enter" });
}

export async function useEntrance(tools: SessionTools, request: Request): Promise<Response> {
  if (!isOwnOrigin(request, tools.address)) return refused(localeAsked(request));
  const token = (await fieldsOf(request)).get("token") ?? "";
  const wanted = tools.store.tokens.read("enter", token);
  const locale = await localeFor(tools, request, wanted);
  if (wanted === null) return spent(locale);
  if (roleOf(tools.revision().charter, wanted) === "employee") return forbidden(locale);
  const account = await enter(tools, token);
  return account === null ? spent(locale) : goTo("/console/cases", sessionCookie(tools, account));
}

interface DownloadTools extends SessionTools {
  readonly store: SessionTools["store"] & Pick<Store, "people">;
}

/** The link to what is held about somebody: a button first, for the same reason. */
export async function showDownload(tools: DownloadTools, request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const account = tools.store.tokens.read("download", token);
  const locale = await localeFor(tools, request, account);
  if (account === null) return downloadOver(locale);
  const button = { token, title: words.downloadTitle, about: words.downloadAbout, label: words.download };
  return buttonPage(locale, { ...button, action: "/console/me.json" });
}

export async function giveDownload(tools: DownloadTools, request: Request): Promise<Response> {
  if (!isOwnOrigin(request, tools.address)) return refused(localeAsked(request));
  const account = tools.store.tokens.read("download", (await fieldsOf(request)).get("token") ?? "");
  const known = account && (await tools.store.directory.accounts([account])).get(account);
  if (!known) return downloadOver(await localeFor(tools, request, account));
  const held = await tools.store.people.held(known.person, "given out");
  return attachment(`${JSON.stringify(held, null, 2)}\n`, {
    name: "charter-me.json",
    type: "application/json; charset=utf-8",
  });
}

async function localeFor({ store }: SessionTools, request: Request, account: AccountId | null): Promise<Locale> {
  const known = account && (await store.directory.accounts([account])).get(account);
  return known ? localeOf(known.locale) : localeAsked(request);
}

/** What a form holds; empty where it is none. */
export async function fieldsOf(request: Request): Promise<URLSearchParams> {
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  return new URLSearchParams(isForm ? await request.text() : "");
}

interface ButtonPage {
  readonly title: Readonly<Record<Locale, string>>;
  readonly about: Readonly<Record<Locale, string>>;
  readonly label: Readonly<Record<Locale, string>>;
  readonly action: string;
  readonly token: string;
}
const buttonPage = (locale: Locale, { title, about, label, action, token }: ButtonPage): Promise<Response> =>
  page({
    locale,
    title: title[locale],
    status: 200,
    visitor: null,
    body: html`<p>${about[locale]}</p>
      <form method="post" action="${action}">
        <input type="hidden" name="token" value="${token}" />
        <div class="buttons"><button class="primary">${label[locale]}</button></div>
      </form>`,
  });

const say = (status: number, title: Words, sentence: Words, line: string | null) => (locale: Locale) =>
  notice(locale, { status, title: title[locale], sentence: sentence[locale], line });
type Words = Readonly<Record<Locale, string>>;
const spent = say(403, words.spentTitle, words.spent, "/charter cases");
const downloadOver = say(403, words.spentTitle, words.downloadOver, "/charter me");
export const outside = say(401, words.outsideTitle, words.outside, "/charter cases");
export const forbidden = say(403, words.forbiddenTitle, words.forbidden, "/charter case");
export const refused = say(403, words.refusedTitle, words.refused, null);
export const missing = say(404, words.missingTitle, words.missing, "/charter case");
