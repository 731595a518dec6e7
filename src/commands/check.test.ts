import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import { readCharter } from "../core/charter.ts";
import type { CommandTools } from "../core/command.ts";
import { rules } from "../../rules/index.ts";
import { check } from "./check.ts";

const clause = (id: string, rule: string, but: object = {}) => ({
  id,
  rule,
  title: { en: `The ${id}`, fr: `Le ${id}` },
  prose: { en: "Prose.", fr: "Prose." },
  ...but,
});
const office = ["09:00-18:00"];
const charter = {
  organisation: {
    name: "Atelier",
    zone: "Europe/Paris",
    week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  },
  audiences: [
    { is: "staff", standing: "member" },
    { is: "client", standing: "guest" },
  ],
  spaces: { "local:plans": "internal", "local:bar": "social", "local:quiet": "sanctuary" },
  clauses: [
    clause("tone", "professional-content", {
      exceptions: [{ audience: "staff", reason: "safety", until: "2027-01-01" }],
    }),
    clause("terms", "watched-terms", { settings: { terms: [{ term: "Falcon" }] } }),
    clause("data", "confidential-data"),
    clause("rest", "resting-hours"),
  ],
};
const evening = "2026-11-24T20:00:00Z";
const password = "kQ7-vT2mXw9";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    charter,
    members: ["local:ann"],
    guests: ["local:gus"],
    tools: { commands: [check] },
  });
});
afterAll(() => desk.close());
const ann = (line: string, asking: Parameters<Desk["words"]>[2] = {}): Promise<string> =>
  desk.words("local:ann", line, asking);

describe("check", () => {
  test("says what the charter would say here and now, with the hour, and where nobody is excepted", async () => {
    const answer = await ann("check Falcon ships, you idiot", { at: evening });
    expect(answer).toContain("The terms");
    expect(answer).toContain("The rest");
    expect(answer).not.toContain("The tone");
    expect(await ann("check The build is green")).toBe("Nothing in this draft touches the charter.");
  });

  test("for outside takes the strictest reading of words, and leaves hours and exceptions out", async () => {
    const answer = await ann("check --for outside Falcon ships, you idiot", { at: evening, space: "local:bar" });
    expect(answer).toContain("If people outside the company read it");
    expect(answer).toContain("The terms");
    expect(answer).toContain("The tone");
    expect(answer).not.toContain("The rest");
    const internal = "Internal only: the plan for next year";
    expect(await ann(`check ${internal}`, { space: "local:plans" })).not.toContain("The data");
    expect(await ann(`check --for outside ${internal}`)).toContain("The data");
    expect(await ann("check --for outside The build is green")).toContain("even if people outside");
  });

  test.each(["check --pour dehors ", "check —for outside ", "CHECK --FOR=Outside ", "check --pour extérieur "])(
    "understands %j",
    async (line) => {
      expect(await ann(`${line}Internal only: the plan`)).toContain("people outside");
    },
  );

  test("asks who is meant where that is not understood, and a dash at the beginning is only a dash", async () => {
    expect(await ann("check --for everybody Falcon")).toContain("for: After --for");
    expect(await ann("check --for constructor Falcon")).toContain("for: After --for");
    expect(await ann("check — for you: Falcon")).toContain("The terms");
  });

  test("the form has the same choice", async () => {
    const form = await desk.ask("local:ann", "check --for outside");
    expect(form).toMatchObject({
      kind: "form",
      form: { line: "check", fields: [{ name: "draft" }, { initial: "outside" }] },
    });
    const fields = { draft: "Internal only: the plan", for: "outside" };
    expect(await ann("check", { fields, space: "local:plans" })).toContain("The data");
    const here = { fields: { ...fields, for: "here" }, space: "local:plans" };
    expect(await ann("check", here)).not.toContain("The data");
    expect(await ann("check", { fields: { draft: " " } })).toBe("draft: Please write the draft to check.");
    expect(await ann("check", { fields: { draft: "x".repeat(4001) } })).toContain("4,000");
  });

  test("shows nothing that is secret, whichever clause quotes it", async () => {
    const answer = await ann(`check --for outside The password of Falcon: ${password}`);
    expect(answer).toContain("The data");
    expect(answer).toContain("The terms");
    expect(answer).not.toContain(password);
  });

  test("says nothing of the rest of people whose names are typed", async () => {
    expect(await ann("check @bob @local:gus do you have the plans?")).toContain("Nothing in this draft");
  });

  test("in a sanctuary nothing is judged, but for outside it is", async () => {
    expect(await ann("check Falcon", { space: "local:quiet" })).toContain("sanctuary");
    expect(await ann("check --for outside Falcon", { space: "local:quiet" })).toContain("The terms");
  });

  test("says what it could not judge", async () => {
    expect(await desk.words("local:zed", "check Falcon")).toContain("does not know you well enough");
    expect(await desk.words("local:zed", "check --for outside Falcon")).toContain("does not know you well enough");
    expect(await desk.words("local:gus", "check Falcon")).toContain("Nothing in this draft");
  });

  test("a rule that fails is named by its clauses, and the others are judged", async () => {
    const read = readCharter(charter, 1, rules);
    if (!read.ok) throw new Error("the charter of the test is wrong");
    const broken = read.revision.clauses.map((each) =>
      each.clause.id === "data"
        ? {
            ...each,
            judge: () => {
              throw new Error("broken");
            },
          }
        : each,
    );
    const tools: CommandTools = { ...desk.tools, revision: () => ({ ...read.revision, clauses: broken }) };
    for (const line of ["Falcon", "--for outside Falcon"]) {
      const reply = await check.run(
        {
          rest: line,
          role: "employee",
          reader: { locale: "en", zone: "Europe/Paris" },
          call: {
            platform: "local",
            workspace: "local:w",
            by: "local:ann",
            space: null,
            privately: true,
            line: `check ${line}`,
            reader: { locale: null, zone: null },
            at: Temporal.Instant.from("2026-11-24T09:00:00Z"),
          } as Parameters<typeof check.run>[0]["call"],
        },
        tools,
      );
      expect(wordsOf(reply)).toContain("because its rule failed: The data.");
      expect(wordsOf(reply)).toContain("The terms");
    }
  });

  test("records nothing", async () => {
    await ann("check Falcon, you idiot");
    await ann("check --for outside Falcon, you idiot");
    const held = await desk.store.people.held("local:ann" as Parameters<typeof desk.store.people.held>[0], "shown");
    expect(held["findings"]).toEqual([]);
    expect(held["notices"]).toEqual([]);
    expect(await desk.store.health.queue()).toEqual({ waiting: 0, dead: 0 });
  });
});
