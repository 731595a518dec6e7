import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, type Desk } from "../../test/desk.ts";
import { except } from "./except.ts";
import { pause } from "./pause.ts";
import { rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { set } from "./set.ts";
import { stage } from "./stage.ts";
import { term } from "./term.ts";

const clause = (id: string, but: object = {}) => ({
  id,
  title: { en: `The ${id}`, fr: `La ${id}` },
  prose: { en: "So be it.", fr: "Ainsi soit-il." },
  ...but,
});
const written = {
  organisation: { name: "Lisière", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  stewards: { admins: ["local:camille"], moderators: ["local:emma"] },
  clauses: [
    clause("words", { rule: "watched-terms", settings: { terms: [{ term: "Projet Faucon" }, { term: "Falcon" }] } }),
    clause("data", { rule: "confidential-data", stage: "draft" }),
    clause("rest", { rule: "resting-hours", stage: "nudge" }),
    clause("kindness"),
  ],
};

let desk: Desk;
let now = Temporal.Instant.from("2026-11-01T09:00:00Z");
beforeAll(async () => {
  desk = await openDesk({
    charter: written,
    members: ["local:camille", "local:emma"],
    spaces: ["local:cafe", "local:work"],
    now: () => now,
    tools: { commands: [except, pause, rule, rules, set, stage, term] },
  });
});
afterAll(() => desk.close());

const ask = (line: string, by = "local:camille"): Promise<string> =>
  desk.words(by, line, { at: now.toString(), space: "local:work" });
const fill = (line: string, fields: Readonly<Record<string, string>>) =>
  desk.ask("local:camille", line, { at: now.toString(), fields, space: "local:work" });
const apply = async (line: string): Promise<void> => {
  const reply = await desk.ask("local:camille", line, { at: now.toString(), space: "local:work" });
  if (reply.kind !== "form") throw new Error(`nothing to confirm: ${JSON.stringify(reply)}`);
  expect((await fill(reply.form.line, { reason: "Agreed." })).kind).toBe("view");
};
const clauseNow = (id: string) => desk.tools.revision().charter.clauses.find((each) => each.id === id);

describe("stage", () => {
  test("lets a clause speak only when it has been in shadow for as long as the charter asks", async () => {
    expect(await ask("stage words nudge")).toMatch(/in silence since 2026-11-01.*14 days.*from 2026-11-15/);
    expect(await ask("stage data nudge")).toContain("Let it be in shadow for 14 days first");
    now = Temporal.Instant.from("2026-11-10T09:00:00Z");
    await apply("stage data shadow");
    now = Temporal.Instant.from("2026-11-15T08:59:00Z");
    expect(await ask("stage words case")).toContain("in silence since");
    now = Temporal.Instant.from("2026-11-15T09:00:00Z");
    expect(await ask("stage words case")).toContain("goes to “case”");
    expect(await ask("stage data nudge")).toMatch(/since 2026-11-10.*from 2026-11-24/);
    // What has left shadow begins anew; what speaks may go further at once.
    await apply("stage words nudge");
    expect(await ask("stage words case")).toContain("goes to “case”");
    await apply("stage words shadow");
    expect(await ask("stage words nudge")).toContain("since 2026-11-15");
  });
  test("is refused where a case would have to name somebody, and where there is no rule", async () => {
    expect(await ask("stage rest case")).toContain("nothing may be kept that names somebody");
    expect(await ask("stage kindness nudge")).toContain("a matter for people");
  });
  test("asks for what is missing, and says what was probably meant", async () => {
    const reply = await desk.ask("local:camille", "stage words");
    expect(reply).toMatchObject({ kind: "form", form: { line: "stage words", fields: [{ initial: "shadow" }] } });
    expect(await ask("stage wrods nudge")).toContain("Did you mean “words”?");
    expect(await ask("stage words shadwo")).toContain("Did you mean “shadow”?");
    expect(await ask("stage “the words” draft")).toContain("goes to “draft”");
  });
});

describe("set", () => {
  test("asks for the clause, the setting with what it is now, and the value, then shows the change", async () => {
    expect(await fill("set", { clause: "rest" })).toMatchObject({ form: { line: "set rest" } });
    const value = await fill("set rest", { setting: "ownHours" });
    expect(value).toMatchObject({ form: { line: "set rest ownHours", fields: [{ kind: "choice", initial: "yes" }] } });
    expect(await fill("set rest ownHours", { value: "no" })).toMatchObject({
      form: { line: "set rest ownHours no --from 4", fields: [{ name: "reason" }] },
    });
    const list = await fill("set rest", { setting: "urgentMarkers" });
    expect(list).toMatchObject({ form: { fields: [{ multiline: true, initial: "urgent, urgence, emergency" }] } });
  });
  test("changes what belongs to the clause itself", async () => {
    await apply("set words allowance 3");
    await apply("set words tell direct");
    await apply("set words binds staff, client");
    expect(clauseNow("words")).toMatchObject({ allowance: 3, tell: "direct", binds: ["staff", "client"] });
    expect(await ask("set words binds staff, cleint")).toContain("Did you mean “client”?");
    expect(await ask("set words tell elsewhere")).toContain("There are: inPlace, direct");
    expect(await ask("set words prose Be kind")).toContain("npm run charter -- apply");
  });
  test("reaches into a list, empties one, and refuses what is not there", async () => {
    await apply('set words terms.1.term "Peregrine Falcon"');
    expect(clauseNow("words")?.settings["terms"]).toEqual([{ term: "Projet Faucon" }, { term: "Peregrine Falcon" }]);
    await apply("set rest urgentMarkers.0 priority");
    expect(clauseNow("rest")?.settings["urgentMarkers"]).toEqual(["priority", "urgence", "emergency"]);
    expect(await fill("set rest urgentMarkers", { value: "" })).toMatchObject({
      form: { line: "set rest urgentMarkers none --from 9" },
    });
    expect(await ask("set words terms.9.term x")).toContain("no setting “terms.9.term”");
    expect(await ask("set rest graceMinute 1")).toContain("Did you mean “graceMinutes”?");
  });
});

describe("term", () => {
  test("adds a term once, however it is spelt, and takes it out again", async () => {
    await apply("term add words Projet Aigle");
    expect(await ask("term add words projet  AIGLE")).toContain("watched for already");
    expect(await ask("term remove words Projet Aigl")).toContain("Did you mean “Projet Aigle”?");
    await apply("term remove words projet aigle");
    expect(clauseNow("words")?.settings["terms"]).toHaveLength(2);
    expect(await ask("term add rest x")).toContain("watches for no terms");
    expect(await ask("term add words C++")).toContain("must begin and end with a letter");
  });
});

describe("except", () => {
  test("excepts a space, an audience or an account for a while, and takes it back", async () => {
    await apply("except words here for safety until 10 days");
    await apply("except words client for customer-duty until 2026-12-31");
    await apply("except words @emma for health until 2026-12-31");
    expect(clauseNow("words")?.exceptions).toEqual([
      { space: "local:work", reason: "safety", until: "2026-11-25" },
      { audience: "client", reason: "customer-duty", until: "2026-12-31" },
      { account: "local:emma", reason: "health", until: "2026-12-31" },
    ]);
    // A new day takes the place of the old one.
    await apply("except words here for safety until 20 days");
    expect(clauseNow("words")?.exceptions).toHaveLength(3);
    await apply("except remove words #work");
    expect(clauseNow("words")?.exceptions.map(({ space }) => space)).toEqual([undefined, undefined]);
    expect(await ask("except remove words #cafe")).toContain("has no exception for #cafe");
  });
  test("knows its reasons and its days", async () => {
    expect(await ask("except words here for helth until 3 days")).toContain("Did you mean “health”?");
    expect(await ask("except words here for health until yesterday")).toContain("not a date");
    expect(await ask("except words here for health until 2026-11-14")).toContain("over already");
    expect(await ask("except words here for health until 2029-11-14")).toContain("At most 366 days");
  });
});

describe("pause", () => {
  test("silences one clause or all for at most 30 days, and ends", async () => {
    await apply("pause rest 10 days");
    expect(clauseNow("rest")?.pausedUntil).toBe("2026-11-25");
    await apply("pause rest off");
    await apply("pause until 2026-12-15");
    expect(desk.tools.revision().charter.pausedUntil).toBe("2026-12-15");
    expect(await ask("pause until 2026-12-16")).toContain("At most 30 days");
    expect(await ask("pause 31 days")).toContain("At most 30 days");
    await apply("pause off");
    expect(desk.tools.revision().charter.pausedUntil).toBeNull();
    expect(await fill("pause", { clause: "*", until: "2 days" })).toMatchObject({
      form: { line: expect.stringMatching(/^pause until 2026-11-17 --from \d+$/) as string },
    });
  });
});

describe("rules", () => {
  test("lists every clause with its rule, what it does and its exceptions, for moderators too", async () => {
    const words = await ask("rules", "local:emma");
    expect(words).toContain("The rest (rest) | The right to rest | tells the author, privately | 0");
    expect(words).toContain("The words (words) | Watched terms | is tried in silence | 2");
    expect(words).toContain("The kindness (kindness) | — | a matter for people | 0");
  });
  test("shows one with its settings and examples; only admins get the buttons that change it", async () => {
    const words = await ask("rule rest");
    expect(words).toContain("graceMinutes: 15 — Minutes before and after");
    expect(words).toContain("Stage: /charter stage rest");
    const moderator = await ask("rule rest", "local:emma");
    expect(moderator).toContain("graceMinutes: 15");
    expect(moderator).not.toContain("/charter stage");
    expect(await ask("rule words")).toMatch(/Noticed: [^]*Left alone: /);
    expect(await ask("rule watched-terms")).toContain("The words");
    expect(await ask("rule professional-content")).toContain("No clause of this charter uses this rule");
    expect(await ask("rule resting-hour")).toContain("Did you mean “resting-hours”?");
  });
});
