import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLocalRig } from "./local/rig.ts";
import { startProduct, type Product } from "./product.ts";
import { startSlackRig } from "./slack/rig.ts";
import { startTeamsRig } from "./teams/rig.ts";

describe.each([
  ["slack over HTTP", startSlackRig("http")],
  ["slack over Socket Mode", startSlackRig("socket")],
  ["teams", startTeamsRig],
  ["the playground", startLocalRig],
] as const)("commands on %s", (_, startRig) => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct(startRig);
  });
  afterAll(() => product.stop());

  test("one form, one field error, and then its answer", async () => {
    const { rig } = product;
    const form = await rig.command(rig.people.alice, "check");
    expect(form.kind).toBe("form");
    expect(form.text).toMatch(/Your draft|Votre brouillon/);
    const refused = await rig.submit(rig.people.alice, { draft: " \n " });
    expect(refused).toMatchObject({ kind: "problems", problemFields: ["draft"] });
    expect(refused.text).toMatch(/Please write the draft|Veuillez écrire le brouillon/);
    const answered = await rig.submit(rig.people.alice, { draft: "Project Falcon" });
    expect(answered).toMatchObject({ kind: "view", problemFields: [] });
    expect(answered.text).toMatch(/Discretion|Discrétion/);
  });

  test("help names every command, and status what is covered", async () => {
    const { rig } = product;
    const { text } = await rig.command(rig.people.alice, "help");
    for (const name of ["help", "check", "why", "status"]) expect(text).toContain(`/charter ${name}`);
    expect((await rig.command(rig.people.alice, "status")).text).toMatch(/Discretion|Discrétion/);
  });

  test("a draft is judged, answered in private, and not recorded", async () => {
    const { rig, store } = product;
    const { text } = await rig.command(rig.people.bob, "check about Project Falcon");
    expect(text).toMatch(/Discretion|Discrétion/);
    expect(await store.notices.lastFor(rig.people.bob)).toBeNull();
    expect((await rig.command(rig.people.bob, "check hello")).text).toMatch(
      /Nothing in this draft|Rien dans ce brouillon/,
    );
  });

  test("a mistyped command is answered with a suggestion", async () => {
    const { rig } = product;
    expect((await rig.command(rig.people.alice, "stauts")).text).toContain("/charter status");
  });
});
