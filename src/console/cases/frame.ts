import { html, raw } from "hono/html";
import type { Locale } from "../../core/model.ts";
import type { Visitor } from "../session.ts";
import { words } from "./words.ts";

/** What a page of the console may do: its own style, its own forms, and nothing else anywhere. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  // Not "no-referrer": browsers would then hide from us where a form comes from.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

export type Html = ReturnType<typeof html>;
interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly status: number;
  /** Who is inside: null on pages before that. */
  readonly visitor: Visitor | null;
  readonly body: Html;
}

/** A whole page as an answer, with the headers that every page of the console carries. */
export async function page({ locale, title, status, visitor, body }: Page): Promise<Response> {
  const text = await html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · Charter</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/console/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip[locale]}</a>
        <header class="top">
          <p class="brand">Charter <span>${words.console[locale]}</span></p>
          ${visitor ? navigation(visitor) : ""}
        </header>
        <main id="content">
          <h1 dir="auto">${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return new Response(text.toString(), { status, headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
}

const navigation = ({ reader: { locale } }: Visitor): Html =>
  html`<nav>
    <a href="/console/cases">${words.waiting[locale]}</a>
    <a href="/console/cases?show=decided">${words.decided[locale]}</a>
    <form method="post" action="/console/leave">
      <button class="plain">${words.leave[locale]}</button>
    </form>
  </nav>`;

/** A page that says one thing, and what to type in chat to go on. */
export const notice = (
  locale: Locale,
  { status, title, sentence, line }: { status: number; title: string; sentence: string; line: string | null },
): Promise<Response> =>
  page({
    ...{ locale, title, status },
    visitor: null,
    body: html`<p>${sentence}${line === null ? "" : html` <code>${line}</code>`}</p>`,
  });

/** Goes on to another page of the console, by GET. */
export const goTo = (path: string, cookie: string | null = null): Response =>
  new Response(null, { status: 303, headers: { ...headers, location: path, ...(cookie && { "set-cookie": cookie }) } });

/** A file to keep. */
export const attachment = (content: string, { name, type }: { name: string; type: string }): Response =>
  new Response(content, {
    headers: { ...headers, "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });

export { html, raw };
