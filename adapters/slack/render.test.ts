import { describe, expect, it } from "vitest";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import type { Block, Inline } from "../../src/core/view.ts";
import { checkMessage, checkModal } from "../../test/slack/blocks.ts";
import { renderForm, renderMessage, renderModal } from "./render.ts";

const reader = { locale: "en", zone: "Europe/Paris" } as const;
const render = (...blocks: Block[]) => renderMessage({ blocks }, reader);
const mrkdwn = (...inlines: Inline[]) => {
  const [block] = render({ kind: "text", inlines }).blocks;
  return block?.type === "section" ? block.text?.text : undefined;
};

describe("a view on Slack", () => {
  it.each<[string, readonly Inline[], string]>([
    ["words", ["a < b & c > d"], "a &lt; b &amp; c &gt; d"],
    ["a mention that somebody wrote", ["<!channel> <@U1>"], "&lt;!channel&gt; &lt;@U1&gt;"],
    ["strong words", [{ kind: "strong", text: "look" }], "*look*"],
    ["strong words that hold the sign", [{ kind: "strong", text: "2*3" }], "2*3"],
    ["code", [{ kind: "code", text: "/charter why" }], "`/charter why`"],
    ["a person", [{ kind: "person", account: mint<AccountId>("slack", "U1") }], "<@U1>"],
    ["a person elsewhere", [{ kind: "person", account: mint<AccountId>("teams", "a<b") }], "teams:a&lt;b"],
    [
      "a person whose id is none",
      [{ kind: "person", account: mint<AccountId>("slack", "U0BOB> <!channel") }],
      "slack:U0BOB&gt; &lt;!channel",
    ],
    ["a space whose id is none", [{ kind: "space", space: mint<SpaceId>("slack", "C1|x") }], "slack:C1|x"],
    ["a space", [{ kind: "space", space: mint<SpaceId>("slack", "C1") }], "<#C1>"],
    [
      "a time",
      [{ kind: "time", at: Temporal.Instant.from("2026-11-21T12:00:00Z") }],
      "<!date^1795262400^{date_short_pretty} {time}|Nov 21, 2026, 1:00 PM>",
    ],
    [
      "a link",
      [{ kind: "link", text: "a > b", href: "https://a.example/?x=<y>|z" }],
      "<https://a.example/?x=%3Cy%3E%7Cz|a &gt; b>",
    ],
    [
      "a link of several parameters",
      [{ kind: "link", text: "x", href: "https://a.example/?a=1&lt;=2" }],
      "<https://a.example/?a=1&amp;lt;=2|x>",
    ],
    ["an address of mail", [{ kind: "link", text: "write", href: "mailto:a@b.example" }], "<mailto:a@b.example|write>"],
    ["a link that runs something as words", [{ kind: "link", text: "x", href: "javascript:alert(1)" }], "x"],
    ["a link to nowhere as words", [{ kind: "link", text: "<x>", href: "nowhere" }], "&lt;x&gt;"],
    [
      "a link that is too long as words",
      [{ kind: "link", text: "x", href: `https://a.example/${"&".repeat(500)}` }],
      "x",
    ],
  ])("shows %s", (_, inlines, expected) => {
    expect(mrkdwn(...inlines)).toBe(expected);
  });

  it("shows a time in UTC to those of whom nothing is known", () => {
    const at = Temporal.Instant.from("2026-11-21T12:00:59Z");
    const { blocks } = renderMessage({ blocks: [{ kind: "text", inlines: [{ kind: "time", at }] }] }, null);
    expect(JSON.stringify(blocks)).toContain("|2026-11-21 12:00 UTC>");
  });

  it("has words for those who do not see its blocks, even where it has none", () => {
    expect(render({ kind: "heading", text: "A <b>" }).text).toBe("A &lt;b&gt;");
    expect(render().text).toBe("Charter");
  });

  it("draws quotes, lists and tables", () => {
    const { blocks } = render(
      { kind: "quote", inlines: ["one\ntwo"] },
      { kind: "list", items: [["a"], [{ kind: "strong", text: "b" }]] },
      { kind: "table", head: ["k", "value"], rows: [["long", "`v`"]] },
    );
    expect(blocks.map((block) => (block.type === "section" ? block.text?.text : ""))).toEqual([
      "> one\n> two",
      "• a\n• *b*\n",
      "```\nk     value\nlong  ʼvʼ\n```",
    ]);
  });

  it("makes a button of a command that one need not type", () => {
    const { blocks } = render({ kind: "buttons", buttons: [{ label: "Why?", line: "why 7", style: "primary" }] });
    expect(blocks).toMatchObject([{ type: "actions", elements: [{ value: "why 7", style: "primary" }] }]);
  });

  it("stays within every limit of Slack, and keeps the buttons that it ends with", () => {
    const long = "é👋&<".repeat(3000);
    const many: Block[] = Array.from({ length: 60 }, (_, index) => ({ kind: "heading", text: `${index} ${long}` }));
    const { text, blocks } = render(
      { kind: "text", inlines: [long, { kind: "strong", text: long }, { kind: "link", text: long, href: long }] },
      { kind: "list", items: Array.from({ length: 100 }, () => [long]) },
      { kind: "table", head: ["a", "b"], rows: Array.from({ length: 200 }, () => [long, long]) },
      ...many,
      { kind: "buttons", buttons: Array.from({ length: 30 }, () => ({ label: long, line: "why" })) },
    );
    expect(checkMessage({ text, blocks })).toMatchObject({ ok: true });
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)?.type).toBe("actions");
  });

  it("shows preformatted lines letter by letter, within the limits", () => {
    const { blocks } = render({ kind: "preformatted", text: "- a ``` <b>\n\n+   c" });
    expect(blocks).toEqual([
      {
        type: "rich_text",
        elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text: "- a ``` <b>\n\n+   c" }] }],
      },
    ]);
    const long = render({ kind: "preformatted", text: `${"x".repeat(7000)}\n`.repeat(30) });
    expect(checkMessage(long)).toMatchObject({ ok: true });
  });

  it("loses nothing of a long text that is cut into sections", () => {
    const long = "0123456789".repeat(1000);
    const { blocks } = render({ kind: "text", inlines: [long] });
    const all = blocks.map((block) => (block.type === "section" ? block.text?.text : "")).join("");
    expect(all).toBe(long);
  });
});

describe("a form on Slack", () => {
  const long = "mot ".repeat(2000);
  const form = renderForm(
    {
      title: long,
      submit: long,
      cancel: long,
      line: "check",
      fields: [
        { kind: "text", name: "a", label: long, hint: long, multiline: true, initial: long, maxLength: 9000 },
        { kind: "choice", name: "b", label: "B", options: [{ value: "x", label: long }], initial: "x" },
      ],
    },
    { line: "check", space: "C1", about: null },
  );

  it("stays within every limit, and remembers its line and its place", () => {
    expect(checkModal(form)).toMatchObject({ ok: true });
    expect(JSON.parse(form.private_metadata ?? "")).toEqual({ line: "check", space: "C1", about: null });
  });

  it("shows what to read before above its questions, all of which it keeps", () => {
    const about: Block[] = Array.from({ length: 150 }, (_, index) => ({ kind: "heading", text: `${index}` }));
    const fields = [{ kind: "text", name: "a", label: "A", multiline: true, maxLength: 10 }] as const;
    const origin = { line: "check", space: null, about: null };
    const { blocks } = renderForm({ title: "T", submit: "S", cancel: "C", line: "check", about, fields }, origin);
    expect(blocks).toHaveLength(100);
    expect([blocks[0]?.type, blocks.at(-2)?.type, blocks.at(-1)?.type]).toEqual(["header", "section", "input"]);
  });

  it("shows a choice's first value", () => {
    expect(form.blocks[1]).toMatchObject({ block_id: "b", element: { initial_option: { value: "x" } } });
  });

  it("gives way to a view that has nothing to submit", () => {
    const modal = renderModal(
      { blocks: [{ kind: "heading", text: "Done" }] },
      { title: "A title that is far too long", space: null, about: null },
    );
    expect(checkModal(modal)).toMatchObject({ ok: true });
    expect(modal.submit).toBeUndefined();
  });
});
