import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import { boundBy, digestOf } from "../facts/bound.ts";
import { readCharter } from "../core/charter.ts";
import type { Command } from "../core/command.ts";
import type { AccountId, PersonId, WorkspaceId } from "../core/model.ts";
import { viewOf } from "../core/view.ts";
import { countPeople } from "./status/coverage.ts";
import { status } from "./status.ts";

const clause = (id: string, but: object = {}) => ({
  id,
  rule: "watched-terms",
  settings: { terms: [{ term: "Falcon" }] },
  title: { en: `The ${id}`, fr: `Le ${id}` },
  prose: { en: "Prose.", fr: "Prose." },
  ...but,
});
const charter = {
  organisation: { name: "Atelier", zone: "Europe/Paris", week: { mon: ["09:00-18:00"] } },
  inForceFrom: "2026-12-01",
  stewards: { admins: ["local:ada"], moderators: ["local:mo"], ambassadors: ["local:amb"] },
  audiences: [{ is: "staff", standing: "member" }],
  spaces: { "local:plans": "internal", "local:nordvik": "client", "local:gone": "social" },
  clauses: [
    clause("terms", { stage: "nudge" }),
    clause("people", { rule: null, settings: {} }),
    clause("silent", { stage: "nudge", pausedUntil: "2026-12-24" }),
    ...Array.from({ length: 7 }, (_, index) => clause(`further-${index}`)),
  ],
};
const other = (name: string, role: Command["role"]): Command => ({
  name,
  role,
  summary: { en: "", fr: "" },
  usage: { en: "", fr: "" },
  public: false,
  run: () => Promise.resolve(viewOf()),
});
const commands = [status, other("show", "employee"), other("cases", "ambassador"), other("audiences", "moderator")];
const members = ["local:ada", "local:mo", "local:amb", "local:ann", "local:bob"];

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    charter,
    members,
    guests: ["local:gus", "local:ghost"],
    spaces: ["local:plans", "local:nordvik", "local:general", "local:random"],
    tools: {
      commands,
      undecided: () => ({ undecided: new Map([["terms", 3]]), failures: new Map([["silent", 1]]) }),
    },
  });
  await desk.store.directory.learn({
    accounts: [
      {
        id: "local:robot" as AccountId,
        workspace: "local:w" as WorkspaceId,
        standing: "bot",
        ...{ zone: null, locale: null, domain: null, home: null, groups: null },
      },
    ],
  });
  const digest = await digestOf(boundBy(desk.tools.revision().charter, "staff"));
  await desk.store.people.sign("local:ann" as PersonId, { revision: 1, digest });
  await desk.store.people.sign("local:bob" as PersonId, { revision: 1, digest: "of an older charter" });
  await desk.store.people.sign("local:gus" as PersonId, { revision: 1, digest });
});
afterAll(() => desk.close());

describe("status", () => {
  test("shows from when the charter is in force, and what each clause does now", async () => {
    const before = await desk.words("local:ann", "status");
    expect(before).toContain("In force from December 1, 2026");
    expect(before).toContain("The terms | speaks from December 1, 2026");
    expect(before).toContain("The people | a matter for people");
    const after = await desk.words("local:ann", "status", { at: "2026-12-02T09:00:00Z", locale: "fr" });
    expect(after).toContain("En vigueur depuis le 1 décembre 2026");
    expect(after).toContain("Le terms | le dit à la personne qui a écrit, en privé");
    expect(after).toContain("Le silent | se tait jusqu’au 24 décembre 2026");
  });

  test("shows what is not covered: spaces that nobody declared, people whom nobody classified", async () => {
    const answer = await desk.words("local:ann", "status");
    expect(answer).toContain("Spaces known: 4. Declared: internal (1), with a client (1). Not declared: 2.");
    expect(answer).toContain("Accounts known: 8. Not classified yet, so not judged as staff: 2.");
    expect(answer).toContain("not known yet: terms (3).");
    expect(answer).toContain("skipped: silent (1).");
  });

  test("tells employees nothing of cases and signatures; stewards of cases, admins of both", async () => {
    const [employee, ambassador, admin] = await Promise.all(
      ["local:ann", "local:amb", "local:ada"].map((by) => desk.words(by, "status")),
    );
    expect(employee).not.toMatch(/Cases|accepted|audiences/);
    expect(ambassador).toContain("Cases that wait: 0.");
    expect(ambassador).toContain("Cases: /charter cases");
    expect(ambassador).not.toMatch(/accepted|audiences/);
    expect(admin).toContain("Cases that wait: 0.");
    expect(admin).toContain("Have accepted what binds staff now: 1 of 5.");
    expect(admin).toContain("Who is who: /charter audiences");
  });

  test("names nobody, and stays within a screen", async () => {
    for (const at of ["2026-11-24T09:00:00Z", "2026-11-25T09:00:00Z", "2026-11-26T09:00:00Z", "2026-11-27T09:00:00Z"]) {
      const started = Temporal.Instant.from(at);
      await desk.store.health.addGap({ platform: "local", started, ended: null, reason: "not running" });
    }
    const answer = wordsOf(await desk.ask("local:ada", "status"));
    expect(answer.split("\n").length).toBeLessThanOrEqual(25);
    expect(answer).toContain("And 2 more: /charter show");
    expect(answer.match(/Charter was not running/g)).toHaveLength(3);
    for (const id of [...members, "local:gus"]) expect(answer).not.toContain(id);
  });

  test("says when the whole charter is paused", async () => {
    const paused = await statusOf({ ...charter, pausedUntil: "2026-11-30" });
    expect(paused).toContain("The whole charter is silent until November 30, 2026.");
  });

  test("does not count people where there are too many", async () => {
    const { directory } = desk.store;
    expect(await countPeople(directory, desk.tools.revision(), 5001)).toBeNull();
    expect(await countPeople(directory, desk.tools.revision(), 5000)).toMatchObject({ unknown: 2 });
  });
});

/** What the same store says of another charter. */
async function statusOf(written: unknown): Promise<string> {
  const read = readCharter(written, 2, desk.tools.rules);
  if (!read.ok) throw new Error("the charter of the test is wrong");
  const reply = await status.run(
    {
      rest: "",
      role: "employee",
      reader: { locale: "en", zone: "Europe/Paris" },
      call: {
        platform: "local",
        workspace: "local:w" as WorkspaceId,
        by: "local:ann" as AccountId,
        space: null,
        privately: true,
        line: "status",
        reader: { locale: null, zone: null },
        at: Temporal.Instant.from("2026-11-24T09:00:00Z"),
      },
    },
    { ...desk.tools, revision: () => read.revision },
  );
  return wordsOf(reply);
}
