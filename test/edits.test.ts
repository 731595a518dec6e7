import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLocalRig } from "./local/rig.ts";
import { startProduct, type Product } from "./product.ts";
import { startSlackRig } from "./slack/rig.ts";
import { startTeamsRig } from "./teams/rig.ts";

const breach = "Project Falcon ships on Monday";
const clean = "It ships on Monday";

describe.each([
  ["slack over HTTP", startSlackRig("http")],
  ["slack over Socket Mode", startSlackRig("socket")],
  ["teams", startTeamsRig],
  ["the playground", startLocalRig],
] as const)("edits and deletions on %s", (_, startRig) => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct(startRig);
  });
  afterAll(() => product.stop());

  test("a message that was corrected before it arrived is not told", async () => {
    const { rig } = product;
    const { id } = await rig.say(rig.people.bob, clean);
    const before = rig.told.length;
    await rig.edit(rig.people.bob, id, "It ships on Tuesday");
    // The platform delivers the first version again, late, and this time it reads as it once did.
    await rig.say(rig.people.bob, breach, { id });
    await product.settled();
    expect(rig.told.slice(before)).toEqual([]);
  });

  test("an edit that adds the breach is told", async () => {
    const { rig } = product;
    const { alice } = rig.people;
    const { id } = await rig.say(alice, clean);
    await product.settled();
    const before = rig.told.length;
    await rig.edit(alice, id, breach);
    await product.settled();
    expect(rig.told.slice(before)).toMatchObject([{ to: alice, privately: true }]);
  });

  test("an edit that removes the breach withdraws the nudge where that is possible, and a stale button says so", async () => {
    const { rig } = product;
    const { bob } = rig.people;
    const { id } = await rig.say(bob, breach);
    await product.settled();
    const told = rig.told.at(-1);
    expect(told).toMatchObject({ to: bob, withdrawn: false });
    const index = rig.told.length - 1;
    await rig.edit(bob, id, clean);
    await product.settled();
    const place = { workspace: rig.workspace, space: rig.space, thread: null, message: null };
    expect(rig.told[index]?.withdrawn).toBe(rig.adapter.abilities(place).has(`withdraw.${told?.how ?? "inPlace"}`));
    const { text } = await rig.press(bob, told?.buttons[0] ?? "");
    expect(text).toMatch(/no longer applies|ne s’applique plus/);
  });

  test("a deleted message withdraws its nudge too", async () => {
    const { rig } = product;
    const { bob } = rig.people;
    const { id } = await rig.say(bob, breach);
    await product.settled();
    const told = rig.told.at(-1);
    await rig.remove(bob, id);
    await product.settled();
    const { text } = await rig.press(bob, told?.buttons[0] ?? "");
    expect(text).toMatch(/no longer applies|ne s’applique plus/);
  });

  test("the button of a notice that holds explains it to its addressee, and to nobody else", async () => {
    const { rig } = product;
    const { alice, bob } = rig.people;
    await rig.say(bob, breach);
    await product.settled();
    const label = rig.told.at(-1)?.buttons[0] ?? "";
    const { text } = await rig.press(bob, label);
    expect(text).toMatch(/We do not name it|Nous ne le nommons pas/);
    expect(text).toContain("Project Falcon");
    const notice = await product.store.notices.lastFor(bob);
    expect((await rig.command(alice, `why ${notice?.id ?? ""}`)).text).toMatch(/not for you|ne vous était pas destiné/);
  });
});
