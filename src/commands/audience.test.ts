import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, type Desk } from "../../test/desk.ts";
import type { PlatformAccount } from "../core/adapter.ts";
import type { AccountId, WorkspaceId } from "../core/model.ts";
import { classify } from "../facts/audience.ts";
import { audience } from "./audience.ts";
import { audiences } from "./audiences.ts";
import { holidays } from "./holidays.ts";
import { organisation } from "./organisation.ts";
import { space } from "./space.ts";
import { steward } from "./steward.ts";

const written = {
  organisation: {
    name: "Lisière",
    zone: "Europe/Paris",
    week: { mon: ["09:00-17:00"] },
    domains: ["lisiere.example"],
  },
  audiences: [
    { is: "staff", standing: "member" },
    { is: "client", of: "Nordvik", domains: ["nordvik.example"] },
  ],
  stewards: { admins: ["local:camille"], moderators: ["local:emma"], ambassadors: ["local:gone"] },
  clauses: [],
};
const guest = (id: string, but: Partial<PlatformAccount> = {}): PlatformAccount => ({
  id: id as AccountId,
  workspace: "local:w" as WorkspaceId,
  standing: "guest",
  ...{ zone: null, locale: null, domain: null, home: null, groups: null },
  ...but,
});

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    charter: written,
    members: ["local:camille", "local:emma"],
    spaces: ["local:cafe", "local:atelier"],
    tools: { commands: [audience, audiences, holidays, organisation, space, steward] },
  });
  await desk.store.directory.learn({
    accounts: [
      ...Array.from({ length: 12 }, (_, index) => guest(`local:x${String(index).padStart(2, "0")}`)),
      guest("local:ingrid", { domain: "nordvik.example" }),
      guest("local:lars", { domain: "fr.nordvik.example" }),
      guest("local:away", { home: "local:far" as WorkspaceId, groups: ["local:crew"] }),
      guest("local:helper", { standing: "bot" }),
    ],
  });
});
afterAll(() => desk.close());

const ask = (line: string, by = "local:camille"): Promise<string> => desk.words(by, line, { space: "local:cafe" });
const fill = (line: string, fields: Readonly<Record<string, string>>) => desk.ask("local:camille", line, { fields });
const apply = async (line: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
  const reply = await desk.ask("local:camille", line, { space: "local:cafe", fields });
  if (reply.kind !== "form") throw new Error(`nothing to confirm: ${JSON.stringify(reply)}`);
  expect((await fill(reply.form.line, { ...fields, reason: "Agreed." })).kind).toBe("view");
};
const charter = () => desk.tools.revision().charter;
const whoIs = async (id: string): Promise<string> => {
  const account = (await desk.store.directory.accounts([id as AccountId])).get(id as AccountId);
  if (!account) throw new Error("unknown to the test");
  const known = classify(charter(), account);
  return `${known.audience} ${known.party ?? "-"}`;
};

describe("audience", () => {
  test("says who an account, a domain, a workspace or a group is", async () => {
    await apply("audience @x00 is client of Nordvik Ferries");
    expect(await whoIs("local:x00")).toBe("client Nordvik Ferries");
    await apply("audience <@x00|somebody> est supplier");
    expect(await whoIs("local:x00")).toBe("supplier -");
    await apply("audience fr.nordvik.example is client of “Nordvik France”");
    expect(await whoIs("local:lars")).toBe("client Nordvik France");
    await apply("audience local:far is client of Far");
    expect(await whoIs("local:away")).toBe("client Far");
    await apply("audience group local:crew is supplier");
    expect(charter().audiences).toContainEqual({ is: "supplier", groups: ["local:crew"] });
  });
  test("says how many it changes, and warns where people from outside would count as staff", async () => {
    const words = await ask("audience nordvik.example is staff");
    expect(words).toContain("People in the directory whom this changes: 1.");
    expect(words).toContain("the platform calls 1 of them guests or external");
  });
  test("refuses a contradiction, an unknown account and an unknown audience with a sentence", async () => {
    expect(await ask("audience lisiere.example is client of X")).toContain("is staff already");
    expect(await ask("audience @nobody is client")).toContain("knows nobody as “@nobody”");
    expect(await ask("audience @x01 is cleint")).toContain("Did you mean “client”?");
    expect(await ask("audience @x01 is staff of X")).toContain("Staff belong to nobody else");
  });
  test("asks for what is missing", async () => {
    expect(await fill("audience local:x01", { is: "client", of: "Tassin & Fils" })).toMatchObject({
      form: { line: expect.stringMatching(/^audience local:x01 is client of "Tassin & Fils" --from \d+$/) as string },
    });
  });
});

describe("audiences", () => {
  test("counts, and lists the unclassified ten at a time with a button to say who each is", async () => {
    const first = await ask("audiences");
    expect(first).toContain("staff | 2");
    expect(first).toContain("1. Say who: /charter audience local:x01");
    expect(first).not.toContain("local:x11");
    expect(first).not.toContain("helper");
    expect(first).toContain("Next ten: /charter audiences after local:x10");
    expect(await ask("audiences after local:x10")).toContain("local:x11");
  });
  test("suggests who somebody is, in a button that is the whole command", async () => {
    await desk.store.directory.learn({ accounts: [guest("local:a-new", { domain: "no.nordvik.example" })] });
    const words = await ask("audiences");
    expect(words).toContain("perhaps client, Nordvik (a related domain)");
    expect(words).toContain('1. client, Nordvik: /charter audience local:a-new is client of "Nordvik"');
  });
  test("lets moderators read, and change nothing", async () => {
    const before = await desk.store.revisions.current();
    expect(await ask("audiences", "local:emma")).not.toContain("/charter audience ");
    const csv = "account,audience\nlocal:x01,client";
    for (const fields of [{ csv }, { csv, reason: "Mine." }]) {
      expect(await desk.words("local:emma", "audiences import", { fields })).toContain("Only admins");
    }
    expect(await desk.store.revisions.current()).toEqual(before);
  });
  test("goes out as CSV and comes in again, confirmed with what was shown", async () => {
    expect(await ask("audiences csv")).toContain("local:x01,guest,,,unknown,");
    const csv = "account,audience,party\nlocal:x01,client,Tassin\nlocal:x02,supplier,";
    await expect(fill("audiences import", { csv })).resolves.toMatchObject({ kind: "form" });
    const shown = await fill("audiences import", { csv });
    if (shown.kind !== "form") throw new Error("nothing to confirm");
    // What was changed after it was shown is shown again.
    const other = csv.replace("Tassin", "Other");
    const again = await fill(shown.form.line, { csv: other, reason: "Agreed." });
    expect(again.kind).toBe("form");
    expect(await whoIs("local:x01")).toBe("unknown -");
    await apply("audiences import", { csv });
    expect([await whoIs("local:x01"), await whoIs("local:x02")]).toEqual(["client Tassin", "supplier -"]);
  });
  test("tells every mistake of a CSV by its line", async () => {
    const reply = await fill("audiences import", { csv: "account,audience\nlocal:who,client\nlocal:x03,clown" });
    expect(reply).toMatchObject({
      kind: "problems",
      problems: [{ field: "csv", text: expect.stringMatching(/Line 2: [^]*Line 3: /) as string }],
    });
  });
});

describe("steward", () => {
  test("never leaves a charter without an admin", async () => {
    expect(await ask("steward remove @camille")).toContain("the only admin");
    expect(await ask("steward add @camille as moderator")).toContain("the only admin");
    await apply("steward add @emma as admin");
    expect(charter().stewards).toMatchObject({ admins: ["local:camille", "local:emma"], moderators: [] });
    await apply("steward remove @camille");
    expect(charter().stewards.admins).toEqual(["local:emma"]);
    // The right is gone at once.
    expect(await ask("steward add @camille as admin")).toContain("no such command");
    const back = await desk.ask("local:emma", "steward add @camille as admin");
    if (back.kind !== "form") throw new Error("nothing to confirm");
    await desk.ask("local:emma", back.form.line, { fields: { reason: "Welcome back." } });
    expect(charter().stewards.admins).toEqual(["local:emma", "local:camille"]);
  });
  test("ends the role of somebody whom the directory no longer knows, and refuses strangers and bots", async () => {
    await apply("steward remove local:gone");
    expect(charter().stewards.ambassadors).toEqual([]);
    expect(await ask("steward add @nobody as admin")).toContain("knows nobody");
    expect(await ask("steward add @helper as admin")).toContain("A bot cannot");
    expect(await ask("steward add @ingrid as ambassador")).toContain("is not staff in this charter");
  });
});

describe("space", () => {
  test("declares a space by here, name or id, and takes it back", async () => {
    await apply("space here is social");
    await apply("space #atelier est fournisseur");
    expect(charter().spaces).toEqual({ "local:cafe": "social", "local:atelier": "supplier" });
    await apply("space local:cafe is undeclared");
    expect(charter().spaces).toEqual({ "local:atelier": "supplier" });
  });
  test("says what was probably meant", async () => {
    expect(await ask("space #atelie is client")).toContain("Did you mean “#atelier”?");
    expect(await ask("space here is clint")).toContain("Did you mean “client”?");
    expect(await desk.words("local:camille", "space here is client")).toContain("not in a space now");
  });
});

describe("organisation and holidays", () => {
  test("change several parts at once, as a form or as a line", async () => {
    await apply("organisation", {
      name: "Lisière SA",
      zone: "Toronto",
      week: "lun-ven 9h-17h\nsam 9h-12h",
      domains: "lisiere.example, LISIERE.test",
      from: "2026-12-01",
    });
    const { organisation: ours, inForceFrom } = charter();
    expect(ours).toMatchObject({
      name: "Lisière SA",
      zone: "America/Toronto",
      domains: ["lisiere.example", "lisiere.test"],
    });
    expect(ours.week.map((shifts) => shifts.length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(inForceFrom).toBe("2026-12-01");
    await apply('organisation name "Week of Domains" from none');
    expect([charter().organisation.name, charter().inForceFrom]).toEqual(["Week of Domains", null]);
  });
  test("refuse what cannot be read, at its field", async () => {
    expect(await fill("organisation", { zone: "Europe/Pari" })).toMatchObject({ problems: [{ field: "zone" }] });
    expect(await fill("organisation", { week: "mon 17-9" })).toMatchObject({ problems: [{ field: "week" }] });
    expect(await fill("organisation", { from: "tomorrow" })).toMatchObject({ problems: [{ field: "from" }] });
    expect(await ask("organisation colour blue")).toContain("not one of these");
  });
  test("name the next public holidays, so that the right country can be told", async () => {
    expect(await ask("holidays fr")).toContain("December 25, 2026");
    await apply("holidays FR for Europe/Paris");
    expect(charter().organisation.holidaysByZone).toEqual({ "Europe/Paris": { country: "FR" } });
    await apply("holidays none for Europe/Paris");
    expect(charter().organisation.holidaysByZone).toEqual({});
    expect(await ask("holidays XX")).toContain("No public holidays are known");
    expect(await ask("holidays FR for Europe/Pari")).toContain("Did you mean “Europe/Paris”?");
  });
});
