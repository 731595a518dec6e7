import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rig } from "./contracts/rig.ts";
import { startLocalRig } from "./local/rig.ts";
import { startProduct, type Product } from "./product.ts";
import { startSlackRig } from "./slack/rig.ts";
import { startTeamsRig } from "./teams/rig.ts";

const breach = "Project Falcon";
const long = (piece: string): string => piece.repeat(39_000 / piece.length);

/** What people, and those who are not kind, may write. Each is said alone, and again beside a breach. */
const texts: readonly (readonly [string, string])[] = [
  ["NUL", "a\u0000b\u0000"],
  ["every control character", String.fromCharCode(...Array.from({ length: 160 }, (_, point) => point))],
  ["lone surrogates", "\ud800 \udfff\ud800 \udbff"],
  ["overrides of direction", "\u202e\u2066\u202dabc\u2069\u200f"],
  ["characters that are none", "\ufffe\uffff\u{10ffff}\ue000\u{f0000}"],
  ["a hundred accents on a letter", `a${"\u0301\u20e3".repeat(100)}`],
  ["emoji of many parts", "👩🏽‍🚀🏳️‍🌈🇫🇷👨‍👩‍👧‍👦"],
  ["markup of Slack", "<!channel> <@U0BOB|bob> <https://x.example|y> *b* `c` &lt;!here&gt;"],
  ["markup of the web", "<script>alert(1)</script><img src=x onerror=alert(1)> ${1} {{1}} %s"],
  ["words of databases", "'; drop table claim; -- \\ $1 $$ \\x00"],
  ["names of an object's own members", "__proto__ constructor hasOwnProperty toString"],
  ["one letter without end", long("a")],
  ["one wide letter without end", long("漢")],
  ["one sign without end", long("$")],
  ["spaces without end", `x${long(" ")}x`],
  ["half a pair without end", long("\ud800")],
  ["brackets without end", long("<")],
  ["backticks without end", long("`")],
  ["stars without end", long("*a ")],
];

const platforms = [
  ["slack", startSlackRig("http")],
  ["teams", startTeamsRig],
  ["the playground", startLocalRig],
] as const;

describe.each(platforms)("on %s", (name, startRig) => {
  let product: Product;
  let rig: Rig;
  beforeAll(async () => {
    product = await startProduct(startRig);
    ({ rig } = product);
  });
  afterAll(() => product.stop());

  test.each(texts)("a message of %s is taken, with and without a breach", async (_, words) => {
    const { alice } = rig.people;
    const before = rig.told.length;
    expect((await rig.say(alice, `. ${words}`)).acknowledged).toBe(true);
    await product.settled();
    expect(rig.told).toHaveLength(before);
    const { id, acknowledged } = await rig.say(alice, `${breach}. ${words.slice(0, 30_000)}`);
    expect(acknowledged).toBe(true);
    await product.settled();
    expect(rig.told).toHaveLength(before + 1);
    expect(rig.told.at(-1)).toMatchObject({ to: alice, privately: true });
    expect((await rig.edit(alice, id, `${words} was it`)).acknowledged).toBe(true);
    expect((await rig.remove(alice, id)).acknowledged).toBe(true);
    await product.settled();
    expect(rig.told).toHaveLength(before + 1);
  });

  test.each(texts)("a command of %s is answered", async (_, words) => {
    const { bob } = rig.people;
    expect((await rig.command(bob, `check ${breach}. ${words.slice(0, 3000)}`)).text).toContain("Discretion");
    expect((await rig.command(bob, words)).kind).toBe("view");
    expect((await rig.command(bob, `why ${words}`)).text).not.toContain("Discretion");
  });

  test("a notice of somebody else is explained to nobody else, whatever line a button carries", async () => {
    const { alice, bob, outsider } = rig.people;
    await rig.say(alice, `${breach} is what only alice knows`);
    await product.settled();
    const notice = (await product.store.notices.lastFor(alice))?.id;
    const own = await rig.command(alice, `why ${notice}`);
    expect(own.text).toContain("only alice knows");
    for (const who of [bob, outsider]) {
      for (const line of [`why ${notice}`, `why  ${notice} `, `/charter why ${notice}`, "why"]) {
        const shown = await rig.command(who, line);
        expect(shown.text).not.toContain("only alice knows");
        expect(shown.text).not.toContain("Discretion");
      }
    }
  });

  test("a correction that comes and goes faster than its withdrawal is taken each time", async () => {
    const { alice } = rig.people;
    const { id } = await rig.say(alice, breach);
    await product.settled();
    for (const words of ["fine", breach, "fine", breach, "fine"]) {
      rig.fail("unreachable");
      expect((await rig.edit(alice, id, words)).acknowledged).toBe(true);
    }
  });

  test("nothing of this was taken for an outage", async () => {
    expect(await product.store.health.gaps(5), name).toEqual([]);
  });
});
