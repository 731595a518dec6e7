import { describe, expect, test } from "vitest";
import { readBody, runBody, sayBody } from "../../adapters/local/bodies.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { renderView } from "../../adapters/teams/render.ts";
import { viewHtml } from "../../src/console/html.ts";
import { cutExcerpt } from "../../src/core/excerpt.ts";
import { mint, type Reader } from "../../src/core/model.ts";
import { excerptBlocks } from "../../src/core/nudge.ts";
import { isoWeek } from "../../src/core/decide.ts";
import { publicHolidays } from "../../rules/resting-hours/holidays.ts";
import { wallTime } from "../../src/core/time.ts";
import { heading, strong, text, type Inline, type View } from "../../src/core/view.ts";

const reader: Reader = { locale: "en", zone: "Europe/Paris" };
const slack = (view: View): string => JSON.stringify(renderMessage(view, reader));
const teams = (view: View, name = (id: string) => id): string =>
  JSON.stringify(renderView(view, { reader, name, surface: "message" }));
const page = (view: View, name: string | null = null): string => viewHtml(view, { reader, name: () => name });

/** Wherever words of people or of a charter may stand in a view. */
const everywhere = (words: string): View => {
  const excerpt = cutExcerpt(words, [{ start: 1, end: 4 }]);
  return {
    blocks: [
      heading(words),
      text(words, strong(words), { kind: "code", text: words }, { kind: "mark", text: words }),
      ...excerptBlocks(excerpt),
      { kind: "list", items: [[words]] },
      { kind: "table", head: [words], rows: [[words]] },
      { kind: "buttons", buttons: [{ label: words, line: words }] },
    ],
  };
};

describe("words of people, wherever a view shows them", () => {
  test.each([
    "<!channel>",
    "<!here|x>",
    "<@U0BOB>",
    "<#C0GENERAL>",
    "<https://evil.example|your bank>",
    "&lt;!here&gt;",
  ])("are no markup of Slack: %s", (words) => {
    const { text: fallback, blocks } = renderMessage(everywhere(`ab ${words} cd`), reader);
    const shown = [fallback, ...blocks.flatMap((block) => (block.type === "section" ? [block.text?.text ?? ""] : []))];
    expect(shown.join("\n")).not.toMatch(/<[!@#h]/);
    expect(shown.join("\n")).not.toMatch(/&lt;!here&gt;(?<!&amp;lt;!here&amp;gt;)/);
    for (const block of blocks) if (block.type === "section") expect(block.text).toMatchObject({ verbatim: true });
  });

  test.each([
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "' onmouseover='alert(1)",
    "</textarea><svg onload=alert(1)>",
    "<\u0000script>",
    "&#60;script&#62;",
  ])("are no markup of a page: %s", (words) => {
    const html = page(everywhere(`ab ${words} cd`));
    expect(html).not.toContain("\u0000");
    expect(html).not.toMatch(/<(?:script|img|svg|\/textarea)/i);
    expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toContain("&#60;script");
  });

  test("nor are the names of people and spaces", () => {
    const view: View = {
      blocks: [text({ kind: "person", account: mint("local", "x") }, { kind: "space", space: mint("local", "y") })],
    };
    expect(page(view, "<script>\u202e</script>")).not.toContain("<script");
    expect(teams(view, () => "[x](javascript:alert(1))")).not.toContain(`"type":"TextBlock"`);
  });

  test("are text and no Markdown in a card", () => {
    const words = "ab [your bank](https://evil.example) **cd**";
    const card = renderView(everywhere(words), { reader, name: (id) => id, surface: "message" });
    const blocks = card.body.filter(({ type }) => type === "TextBlock").map((block) => JSON.stringify(block));
    expect(blocks.join("\n")).not.toContain("[your bank](");
  });
});

describe("an address", () => {
  const link = (href: string): View => {
    const inline: Inline = { kind: "link", text: "words", href };
    return { blocks: [text(inline)] };
  };
  const dangerous = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "file:///x",
  ];

  test.each(dangerous)("that could run something is no link on a page: %j", (href) => {
    expect(page(link(href))).not.toContain("href=");
  });
  test.each(dangerous)("that could run something is no link in a card: %j", (href) => {
    expect(teams(link(href))).not.toContain("Action.OpenUrl");
  });
  test.each(dangerous)("that could run something is no link in a message of Slack: %j", (href) => {
    expect(slack(link(href))).not.toMatch(/<[^@#!>|]*\|/);
  });
});

describe("an excerpt", () => {
  test.each([70, 72, 74, 76, 78, 80, 82, 84])(
    "shows no digit of an identity number, even of one that its edge cuts: %i signs away",
    (distance) => {
      const message = `${"x".repeat(60)} 1 85 05 78 006 084 36 ${"y ".repeat(distance / 2)}Falcon ${"z".repeat(300)}`;
      const start = message.indexOf("Falcon");
      expect(cutExcerpt(message, [{ start, end: start + 6 }]).text).not.toMatch(/\d/);
    },
  );

  test("never splits a pair, wherever the edge falls", () => {
    for (let before = 60; before < 100; before += 1) {
      const message = `${"😀".repeat(before)}x Falcon ${"😀".repeat(200)}`;
      const start = message.indexOf("Falcon");
      expect(cutExcerpt(message, [{ start, end: start + 6 }]).text.isWellFormed()).toBe(true);
    }
  });
});

describe("what the playground's page may not send", () => {
  const good = { by: "local:thomas", space: "local:charter-trial", id: "a", text: "x" };
  const read = (body: string) => readBody(new Request("http://localhost/", { method: "POST", body }), sayBody);
  test.each([
    ["a member of every object", JSON.stringify(good).replace("{", '{"__proto__":{"polluted":1},')],
    ["a constructor", JSON.stringify({ ...good, constructor: { prototype: { polluted: 1 } } })],
    ["an id that leads elsewhere", JSON.stringify({ ...good, id: "../x" })],
    ["an id with a NUL", JSON.stringify({ ...good, id: "a\u0000" })],
    ["a time without end", JSON.stringify({ ...good, at: "9".repeat(41) })],
    ["a time of no century of ours", JSON.stringify({ ...good, at: "+010000-01-01T00:00:00Z" })],
    ["words without end", JSON.stringify({ ...good, text: "x".repeat(40_001) })],
    ["brackets in brackets", "[".repeat(100_000)],
    ["a list", "[]"],
    ["nothing", ""],
  ])("is %s", async (_, body) => {
    expect(await read(body)).toBeNull();
    expect("polluted" in {}).toBe(false);
  });

  test("fields may be called like members of every object without harm", async () => {
    const body = '{"by":"a","space":null,"line":"x","fields":{"__proto__":"a","constructor":"b"}}';
    const run = await readBody(new Request("http://localhost/", { method: "POST", body }), runBody);
    expect(run?.fields?.["toString"]).not.toBe("a");
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

describe("any instant that a platform can write", () => {
  const instants = [
    "-271821-04-20T00:00:00Z",
    "-000001-06-15T12:00:00Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "+010000-01-01T00:00:00Z",
    "+275000-01-01T00:00:00Z",
  ];
  test.each(instants)("%s has a wall clock, a week and holidays or none", (written) => {
    const at = Temporal.Instant.from(written);
    const { date, minute } = wallTime(at, "Europe/Paris");
    expect(minute).toBeGreaterThanOrEqual(0);
    expect(minute).toBeLessThan(1440);
    expect(isoWeek(at.toZonedDateTimeISO("Europe/Paris"))).toMatch(/^-?\d+-W\d\d$/);
    expect([true, false]).toContain(publicHolidays({ country: "FR" })(date));
  });
});
