import { expect, test } from "vitest";
import { htmlWords, plainWords } from "./words.ts";

const marked = ({ plain, marks }: ReturnType<typeof htmlWords>) =>
  marks.map(({ kind, start, end }) => [kind, plain.slice(start, end)]);

test.each([
  [
    "tags are not words",
    "<div><div>Hello, <strong>bold</strong>-<em>italic</em>.</div>\n</div>",
    "Hello, bold-italic.",
  ],
  ["spaces on both sides of a tag are one", "<p>a <b> b</b></p> c", "a b\nc"],
  ["blocks are lines", "<p>one</p><p>two<br>three</p><ul><li>four</li></ul>", "one\ntwo\nthree\nfour"],
  ["references are what they stand for", "<p>a &lt;b&gt; &amp;amp; &#233;&nbsp;&#x1F600;</p>", "a <b> &amp; é 😀"],
  [
    "somebody else's words are dropped",
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Bob</strong><p>fool</p></blockquote><p>I agree</p>',
    "I agree",
  ],
  ["a quotation in a quotation is dropped whole", "<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "d"],
  [
    "emoji are kept, pictures are not",
    '<p>ok <emoji id="smile" alt="🙂" title="Smile"></emoji> <img itemtype="http://schema.skype.com/Emoji" alt="🎉"> <img alt="a picture" src="x"></p>',
    "ok 🙂 🎉",
  ],
  ["a sign in a quoted value does not end a tag", '<p title="a > b">word</p>', "word"],
  ["a sign that begins no tag is a word", "1 < 2 and 3 <4", "1 < 2 and 3 <4"],
  ["a tag that never ends swallows nothing", "fool <p class=", "fool <p class="],
])("%s", (_promise, html, plain) => {
  expect(htmlWords(html).plain).toBe(plain);
});

test("mentions and code are marked where they stand", () => {
  const words = htmlWords(
    '<p> <span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Bob B</span>&nbsp;see <code>a  b</code> and <at id="1">Eve</at></p>',
  );
  expect(words.plain).toBe("Bob B see a  b and Eve");
  expect(marked(words)).toEqual([
    ["mention", "Bob B"],
    ["code", "a  b"],
    ["mention", "Eve"],
  ]);
});

test("an address is a link; the words of a named link are the author's", () => {
  const words = htmlWords(
    '<p>see <a href="https://a.example/x">https://a.example/x</a> or <a href="https://b.example">you fool</a></p>',
  );
  expect(marked(words)).toEqual([["link", "https://a.example/x"]]);
  expect(words.plain).toContain("you fool");
});

test("a link that touches a mention or code is none of its own", () => {
  const words = htmlWords(
    'http://a.example <code>http://b.example</code> http://c<at id="1">.example</at> <at>x</at> http://d.example',
  );
  expect(marked(words)).toEqual([
    ["link", "http://a.example"],
    ["code", "http://b.example"],
    ["mention", ".example"],
    ["mention", "x"],
    ["link", "http://d.example"],
  ]);
});

test("in plain text only mentions are markup", () => {
  const words = plainWords("<at>Charter</at>&nbsp;is <b>1</b> < 2?\r\n  yes ");
  expect(words.plain).toBe("Charter is <b>1</b> < 2?\n  yes");
  expect(marked(words)).toEqual([["mention", "Charter"]]);
});

test("a long message of broken markup is read in a moment", () => {
  const started = performance.now();
  htmlWords("<a ".repeat(30_000));
  htmlWords("<p>".repeat(30_000));
  htmlWords(`<a "${"<a '".repeat(20_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each(["<at>x</at> http://a ", "<code>x</code> http://a ", "<p>a</p>", "a <b>b</b> "])(
  "a long message costs in proportion to its length: %s",
  (piece) => {
    const html = piece.repeat(400_000 / piece.length);
    const started = performance.now();
    htmlWords(html);
    // Were each piece held against all others, this would take ten seconds.
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
