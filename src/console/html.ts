import type { Reader } from "../core/model.ts";
import { safeHref, type Block, type Field, type Form, type Inline, type View } from "../core/view.ts";

/** For whom a page is written: the reader, and how a person or space is called; null where nobody knows. */
export interface Audience {
  readonly reader: Reader;
  readonly name: (id: string) => string | null;
}

/** A view as HTML. Pure; every word is escaped and isolated from the direction of its neighbours. */
export function viewHtml(view: View, audience: Audience): string {
  return view.blocks.map((block) => blockHtml(block, audience)).join("");
}

function blockHtml(block: Block, audience: Audience): string {
  const inlines = (parts: readonly Inline[]): string => parts.map((part) => inlineHtml(part, audience)).join("");
  switch (block.kind) {
    case "heading":
      return `<h3 dir="auto">${escape(block.text)}</h3>`;
    case "text":
      return `<p dir="auto">${inlines(block.inlines)}</p>`;
    case "quote":
      return `<blockquote dir="auto">${inlines(block.inlines)}</blockquote>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li dir="auto">${inlines(item)}</li>`).join("")}</ul>`;
    case "preformatted":
      return linesHtml(block.text);
    case "table":
      return tableHtml(block.head, block.rows);
    case "buttons":
      return `<div class="buttons">${block.buttons
        .map(
          ({ label, line, style }) =>
            `<button type="button" class="button${style === "primary" ? " primary" : ""}" data-line="${escape(line)}">${escape(label)}</button>`,
        )
        .join("")}</div>`;
  }
}

/** Lines as they are, in a box that scrolls and that the keyboard can reach; in a difference, what goes and what comes. */
function linesHtml(words: string): string {
  const lines = words.replace(/\n$/u, "").split("\n");
  const isDifference =
    lines.some((line) => /^[+]|^@@ /u.test(line)) || lines.every((line) => /^(?:[- …]|$)/u.test(line));
  const html = lines.map((line) => {
    const tag = isDifference ? (changes[line.charAt(0)] ?? "span") : "span";
    return `<${tag}>${escape(line)}\n</${tag}>`;
  });
  return `<pre tabindex="0" dir="auto"><code>${html.join("")}</code></pre>`;
}
const changes: Readonly<Record<string, string>> = { "+": "ins", "-": "del" };

/** A wide table scrolls in its own box, which the keyboard can reach. */
function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headings = head.map((words) => `<th scope="col" dir="auto">${escape(words)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((words) => `<td dir="auto">${escape(words)}</td>`).join("")}</tr>`)
    .join("");
  return `<div class="table" tabindex="0"><table><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function inlineHtml(inline: Inline, audience: Audience): string {
  if (typeof inline === "string") return escape(inline);
  switch (inline.kind) {
    case "strong":
      return `<strong>${escape(inline.text)}</strong>`;
    case "code":
      return `<code>${escape(inline.text)}</code>`;
    case "mark":
      return `<mark>${escape(inline.text)}</mark>`;
    case "person":
      return `<bdi class="person">@${escape(audience.name(inline.account) ?? inline.account)}</bdi>`;
    case "space":
      return `<bdi class="space">#${escape(audience.name(inline.space) ?? inline.space)}</bdi>`;
    case "time":
      return `<time datetime="${inline.at.toString()}">${escape(timeFor(inline.at, audience.reader))}</time>`;
    case "link":
      return linkHtml(inline.text, inline.href);
  }
}

/** Only addresses that cannot run anything become links; of the others the words remain. A page opens beside ours. */
function linkHtml(words: string, href: string): string {
  const safe = safeHref(href);
  if (!safe) return escape(words);
  const beside = /^https?:/u.test(safe) ? ' target="_blank"' : "";
  return `<a href="${escape(safe)}"${beside} rel="noopener noreferrer">${escape(words)}</a>`;
}

/** A day and time in words, in the reader's language and zone: "Tuesday 24 November at 22:30". */
export function timeFor(at: Temporal.Instant, { locale, zone }: Reader): string {
  const form = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  return form.format(at.epochMilliseconds);
}

/** A form as HTML. Control `n` is called `${prefix}-n`; its problem goes into `${prefix}-n-problem`. Pure and escaped. */
export function formHtml(form: Form, audience: Audience, prefix: string): string {
  const about = form.about ? `<div class="view about">${viewHtml({ blocks: form.about }, audience)}</div>` : "";
  const fields = form.fields.map((field, index) => fieldHtml(field, `${prefix}-${index}`)).join("");
  return (
    `<form method="dialog" novalidate data-line="${escape(form.line)}" aria-labelledby="${prefix}-title">` +
    `<h2 id="${prefix}-title" tabindex="-1" dir="auto">${escape(form.title)}</h2>` +
    `<p class="problem" id="${prefix}-problem" tabindex="-1" hidden></p>${about}${fields}` +
    `<div class="buttons"><button type="button" class="button" data-cancel>${escape(form.cancel)}</button>` +
    `<button type="submit" class="button primary">${escape(form.submit)}</button></div></form>`
  );
}

function fieldHtml(field: Field, id: string): string {
  const hint = field.kind === "text" && field.hint !== undefined ? field.hint : null;
  const described = hint === null ? "" : ` aria-describedby="${id}-hint"`;
  const common = `id="${id}" name="${escape(field.name)}"${described}`;
  return (
    `<div class="field"><label for="${id}">${escape(field.label)}</label>` +
    (hint === null ? "" : `<p class="hint" id="${id}-hint">${escape(hint)}</p>`) +
    `${controlHtml(field, common)}<p class="problem" id="${id}-problem" hidden></p></div>`
  );
}

function controlHtml(field: Field, common: string): string {
  switch (field.kind) {
    case "text":
      return field.multiline
        ? // HTML drops the first line break of a textarea: this one is given away so that the writer's own stays.
          `<textarea ${common} dir="auto" rows="4" maxlength="${field.maxLength}">\n${escape(field.initial ?? "")}</textarea>`
        : `<input ${common} dir="auto" type="text" autocomplete="off" maxlength="${field.maxLength}" value="${escape(field.initial ?? "")}">`;
    case "choice":
      return `<select ${common}>${field.options
        .map(
          ({ value, label }) =>
            `<option value="${escape(value)}"${value === field.initial ? " selected" : ""}>${escape(label)}</option>`,
        )
        .join("")}</select>`;
  }
}

/** Makes any string harmless between tags and inside quoted attributes. */
export function escape(words: string): string {
  return words.replaceAll("\u0000", "\ufffd").replace(/[&<>"']/gu, (sign) => signs[sign] ?? "");
}
const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
