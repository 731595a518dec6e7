import { expect, test } from "vitest";
import { mint, type AccountId, type SpaceId } from "../core/model.ts";
import type { Block, Inline } from "../core/view.ts";
import { escape, formHtml, timeFor, viewHtml, type Audience } from "./html.ts";

const audience: Audience = {
  reader: { locale: "en", zone: "Europe/Paris" },
  name: (id) => (id === "local:lea" ? "Léa <3" : id === "local:studio" ? "studio" : null),
};
const html = (...blocks: Block[]): string => viewHtml({ blocks }, audience);
const inline = (...inlines: Inline[]): string => html({ kind: "text", inlines });
const evil = `<img src=x onerror="alert(1)">'&\u0000`;

test("every kind of block and inline escapes the words it is given", () => {
  const words: Inline[] = [evil, ...(["strong", "code", "mark"] as const).map((kind) => ({ kind, text: evil }))];
  const all = html(
    { kind: "heading", text: evil },
    { kind: "text", inlines: [...words, { kind: "link", text: evil, href: `https://x.example/"${evil}` }] },
    { kind: "quote", inlines: words },
    { kind: "list", items: [words] },
    { kind: "table", head: [evil], rows: [[evil]] },
    { kind: "preformatted", text: `+ ${evil}\n- ${evil}\n${evil}` },
    { kind: "buttons", buttons: [{ label: evil, line: evil }] },
    { kind: "text", inlines: [{ kind: "person", account: mint<AccountId>("local", evil) }] },
  );
  const form = formHtml(
    {
      title: evil,
      submit: evil,
      cancel: evil,
      line: evil,
      about: [{ kind: "preformatted", text: `</pre>${evil}` }],
      fields: [
        { kind: "text", name: evil, label: evil, hint: evil, multiline: false, initial: evil, maxLength: 9 },
        { kind: "text", name: evil, label: evil, multiline: true, initial: `</textarea>${evil}`, maxLength: 9 },
        { kind: "choice", name: evil, label: evil, options: [{ value: evil, label: evil }], initial: evil },
      ],
    },
    audience,
    "field",
  );
  for (const markup of [all, form]) {
    expect(markup).not.toContain("<img");
    expect(markup).not.toContain('onerror="');
    expect(markup).not.toContain("\u0000");
  }
  expect(form.match(/<\/textarea>/gu)).toHaveLength(1);
});

const person = (handle: string): Inline => ({ kind: "person", account: mint<AccountId>("local", handle) });

test("people and spaces are shown by name, isolated, and by id where nobody knows them", () => {
  const space: Inline = { kind: "space", space: mint<SpaceId>("local", "studio") };
  expect(inline(person("lea"), space, person("x"))).toBe(
    '<p dir="auto"><bdi class="person">@Léa &lt;3</bdi><bdi class="space">#studio</bdi><bdi class="person">@local:x</bdi></p>',
  );
});

test("a time is written in the reader's language and zone", () => {
  const at = Temporal.Instant.from("2026-11-24T21:30:00Z");
  expect(timeFor(at, { locale: "en", zone: "Europe/Paris" })).toBe("Tuesday 24 November at 22:30");
  expect(timeFor(at, { locale: "fr", zone: "America/Toronto" })).toBe("mardi 24 novembre à 16:30");
  expect(inline({ kind: "time", at })).toContain('<time datetime="2026-11-24T21:30:00Z">');
});

test.each(["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "https://", "/relative"])(
  "the address %s becomes no link, and its words stay",
  (href) => expect(inline({ kind: "link", text: "here", href })).toBe('<p dir="auto">here</p>'),
);

test("a web address, also of this machine, becomes a link that opens beside the page", () => {
  expect(inline({ kind: "link", text: "console", href: "http://localhost:3000/console#x" })).toContain(
    '<a href="http://localhost:3000/console#x" target="_blank" rel="noopener noreferrer">console</a>',
  );
  expect(inline({ kind: "link", text: "mail", href: "mailto:a@x.example" })).not.toContain("target");
  expect(inline({ kind: "link", text: "here", href: "https://x.example/?a=1&b=2" })).toContain(
    '<a href="https://x.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">here</a>',
  );
});

test("a button carries the command it runs", () => {
  expect(html({ kind: "buttons", buttons: [{ label: "Why?", line: "why n1", style: "primary" }] })).toBe(
    '<div class="buttons"><button type="button" class="button primary" data-line="why n1">Why?</button></div>',
  );
});

test("every field of a form has a label, its hint, its first value and a place for its problem", () => {
  const markup = formHtml(
    {
      title: "Appeal",
      submit: "Send",
      cancel: "Cancel",
      line: "appeal n1",
      fields: [
        {
          kind: "text",
          name: "why",
          label: "Why?",
          hint: "Short.",
          multiline: true,
          initial: "\nfirst",
          maxLength: 500,
        },
        {
          kind: "choice",
          name: "kind",
          label: "What?",
          options: [
            { value: "a", label: "A" },
            { value: "b", label: "B" },
          ],
          initial: "b",
        },
      ],
    },
    audience,
    "field",
  );
  expect(markup).toContain('data-line="appeal n1"');
  expect(markup).toContain('<label for="field-0">Why?</label><p class="hint" id="field-0-hint">Short.</p>');
  expect(markup).toContain('<textarea id="field-0" name="why" aria-describedby="field-0-hint"');
  expect(markup).toContain(">\n\nfirst</textarea>");
  expect(markup).toContain('<option value="b" selected>B</option>');
  expect(markup).toContain('<p class="problem" id="field-1-problem" hidden></p>');
});

const lines = (words: string): string[] =>
  [...html({ kind: "preformatted", text: words }).matchAll(/<(ins|del|span)>([^<]*)\n<\//gu)].map(
    ([, tag = "", line = ""]) => `${tag}: ${line}`,
  );

test("preformatted lines stay as they are, and a difference says what goes and what comes", () => {
  expect(lines("stage:\n- shadow\n+ nudge\n")).toEqual(["span: stage:", "del: - shadow", "ins: + nudge"]);
  expect(lines("  caps:\n-   day: 2\n")).toEqual(["span:   caps:", "del: -   day: 2"]);
  expect(lines("- a\n… and 3 more lines")).toEqual(["del: - a", "span: … and 3 more lines"]);
  expect(lines("clauses:\n- id: discretion")).toEqual(["span: clauses:", "span: - id: discretion"]);
  expect(lines("a\n\nb")).toEqual(["span: a", "span: ", "span: b"]);
});

test("what to read before filling in stands above the fields, with names and times as everywhere", () => {
  const field = { kind: "text", name: "why", label: "Why?", multiline: false, maxLength: 9 } as const;
  const about: Block[] = [{ kind: "text", inlines: [person("lea")] }];
  const markup = formHtml(
    { title: "T", submit: "Send", cancel: "Cancel", line: "x", about, fields: [field] },
    audience,
    "field",
  );
  expect(markup).toContain(
    '<div class="view about"><p dir="auto"><bdi class="person">@Léa &lt;3</bdi></p></div><div class="field">',
  );
});

test("escaping leaves every other sign alone", () => {
  const words = "é 🜁 \ud800 \u202e العربية";
  expect(escape(words)).toBe(words);
  expect(escape(`a"'&<>\u0000`)).toBe("a&quot;&#39;&amp;&lt;&gt;\ufffd");
});
