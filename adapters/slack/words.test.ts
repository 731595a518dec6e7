import { describe, expect, it } from "vitest";
import { readWords } from "./words.ts";

const mrkdwn = (text: string) => readWords({ text, blocks: [] });
const rich = (...elements: object[]) => readWords({ text: "not this", blocks: [{ type: "rich_text", elements }] });
const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
const typed = (text: string, style?: object) => ({ type: "text", text, ...(style ? { style } : {}) });
/** Each mark as its kind and the words under it. */
const marked = ({ text }: ReturnType<typeof readWords>) =>
  text.marks.map(({ kind, start, end }) => `${kind}: ${text.plain.slice(start, end)}`);

describe("the words of mrkdwn", () => {
  it.each([
    ["plain words", "plain words", []],
    ["a &lt; b &amp;&amp; c &gt; d &amp;lt;", "a < b && c > d &lt;", []],
    ["hi <@U1>, <@U2|bob>", "hi @U1, @U2", ["mention: @U1", "mention: @U2"]],
    ["see <#C1|general> and <#C2>", "see #general and #C2", ["mention: #general", "mention: #C2"]],
    ["<!here> <!channel|@channel>", "@here @channel", ["mention: @here", "mention: @channel"]],
    ["<!subteam^S1|@ops> <!subteam^S2>", "@ops @S2", ["mention: @ops", "mention: @S2"]],
    ["<!subteam^S1|@you idiot> <#C1|you idiot>", "@you idiot #you idiot", []],
    ["hi <@U1> <@u2> <@U3\u0000> <@U4|> <@>", "hi @U1 @u2 @U3\u0000 @U4 @", ["mention: @U1", "mention: @U4"]],
    ["on <!date^1392734382^{date}|18 February>", "on 18 February", []],
    ["<https://a.example/x?y=1&amp;z=2>", "https://a.example/x?y=1&z=2", ["link: https://a.example/x?y=1&z=2"]],
    ["<http://a.example|a.example>", "a.example", ["link: a.example"]],
    ["<mailto:a@b.example|a@b.example>", "a@b.example", ["link: a@b.example"]],
    ["<https://a.example|what I say>", "what I say", []],
    ["run `a &lt; b` now", "run a < b now", ["code: a < b"]],
    ["```one\n&gt; two```", "one\n> two", ["code: one\n> two"]],
    ["&gt; their words\nmine", "mine", []],
    ["mine\n&gt; theirs\nmine too", "mine\nmine too", []],
    ["mine\n&gt;&gt;&gt; theirs\nstill theirs", "mine", []],
    ["*bold* _slanted_ ~struck~", "bold slanted struck", []],
    ["2*3*4 snake_case_name ~/a ~/b", "2*3*4 snake_case_name ~/a ~/b", []],
    [":wave: hello", ":wave: hello", []],
    ["", "", []],
  ])("%j reads %j", (written, plain, marks) => {
    const read = mrkdwn(written);
    expect(read.text.plain).toBe(plain);
    expect(marked(read)).toEqual(marks);
  });

  it("names everybody mentioned once", () => {
    expect(mrkdwn("<@U1> <@U2> <@U1>").mentions).toEqual(["slack:U1", "slack:U2"]);
  });

  it("names at most two hundred, however many are mentioned", () => {
    const all = Array.from({ length: 300 }, (_, index) => `U${1000 + index}`);
    expect(mrkdwn(all.map((id) => `<@${id}>`).join(" ")).mentions).toHaveLength(200);
    expect(rich(section(...all.map((user_id) => ({ type: "user", user_id })))).mentions).toHaveLength(200);
  });

  it("takes no longer for signs that never close", () => {
    const started = performance.now();
    for (const sign of ["*a ", "_a ", "`a ", "```a ", "<a ", "&gt;a"]) mrkdwn(sign.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("the words of rich text", () => {
  it("are preferred to mrkdwn", () => {
    expect(rich(section(typed("a *b* &amp; "), typed("c", { bold: true }))).text.plain).toBe("a *b* &amp; c");
  });

  it("leave out quotes, and keep what is around them on its own lines", () => {
    const quote = { type: "rich_text_quote", elements: [typed("their words")] };
    expect(rich(section(typed("before")), quote, section(typed("after"))).text.plain).toBe("before\nafter");
  });

  it("mark code, links, people, channels, groups and broadcasts", () => {
    const read = rich(
      section(typed("x", { code: true }), typed(" "), { type: "link", url: "https://a.example" }, typed(" ")),
      section({ type: "user", user_id: "U1" }, typed(" "), { type: "channel", channel_id: "C1" }),
      section({ type: "usergroup", usergroup_id: "S1" }, typed(" "), { type: "broadcast", range: "here" }),
      { type: "rich_text_preformatted", elements: [typed("let y"), { type: "link", url: "https://b.example" }] },
    );
    expect(marked(read)).toEqual([
      "code: x",
      "link: https://a.example",
      "mention: @U1",
      "mention: #C1",
      "mention: @S1",
      "mention: @here",
      "code: let yhttps://b.example",
    ]);
    expect(read.mentions).toEqual(["slack:U1"]);
  });

  it("set each item of a list on its line, and keep emoji as their names", () => {
    const items = [section(typed("one")), section({ type: "emoji", name: "tada" }, typed(" two"))];
    expect(rich({ type: "rich_text_list", style: "bullet", elements: items }).text.plain).toBe("one\n:tada: two");
  });

  it("are read twenty levels deep, and no deeper", () => {
    const nested = (depth: number): object => (depth === 0 ? typed("deep") : section(nested(depth - 1)));
    expect(rich(nested(19)).text.plain).toBe("deep");
    expect(rich(nested(20)).text.plain).toBe("");
    expect(rich(typed("before"), nested(5000), typed(" after")).text.plain).toBe("before\n after");
  });

  it("cost little however much junk stands between them", () => {
    const junk: unknown[] = Array.from({ length: 500_000 }, () => ({}));
    const lists = Array.from({ length: 200_000 }, () => section(typed("some words of somebody")));
    const started = performance.now();
    readWords({ text: "", blocks: junk });
    readWords({ text: "", blocks: [{ type: "rich_text", elements: junk }] });
    expect(readWords({ text: "", blocks: [{ type: "rich_text", elements: lists }] }).text.plain).toHaveLength(
      10_000 * 23 - 1,
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("name nobody by what is no id", () => {
    const read = rich(section({ type: "user", user_id: "U1> <!channel" }, { type: "user", user_id: "U\u0000" }));
    expect([read.mentions, read.text.marks]).toEqual([[], []]);
  });

  it("show a date by its words, and nothing of what is not known", () => {
    const read = rich(section({ type: "date", timestamp: 1, format: "{date}", fallback: "today" }, { type: "new" }));
    expect(read.text.plain).toBe("today");
  });
});
