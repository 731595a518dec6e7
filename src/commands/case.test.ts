import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { newPlace, type Place } from "../../test/database.ts";
import type { Act, Adapter, Call } from "../core/adapter.ts";
import type { Case } from "../core/case.ts";
import { readCharter, type Revision } from "../core/charter.ts";
import type { CommandTools } from "../core/command.ts";
import {
  mint,
  type AccountId,
  type MessagePosted,
  type SpaceId,
  type Standing,
  type WorkspaceId,
} from "../core/model.ts";
import type { Store } from "../core/store.ts";
import { plain, type Reply } from "../core/view.ts";
import { dispatch } from "../dispatch.ts";
import { deliver } from "../jobs/deliver.ts";
import { noteAuthors } from "../door.ts";
import { judge } from "../pipeline.ts";
import { caseCommand } from "./case.ts";
import { cases } from "./cases.ts";
import { contest } from "./contest.ts";
import { report } from "./report.ts";

const workspace = mint<WorkspaceId>("local", "w");
const space = mint<SpaceId>("local", "general");
const account = (name: string): AccountId => mint("local", name);
const [ada, rosa, mo, amy, ann, guest] = [
  account("ada"),
  account("rosa"),
  account("mo"),
  account("amy"),
  account("ann"),
  account("guest"),
];

const written = {
  organisation: { name: "Here", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
  stewards: { admins: ["local:ann"], moderators: ["local:mo"], ambassadors: ["local:amy"] },
  audiences: [{ is: "staff", standing: "member" }],
  caps: { day: 1000, dayAndClause: 1000 },
  clauses: [
    {
      id: "discretion",
      title: { en: "Discretion", fr: "Discrétion" },
      prose: { en: "We do not name it.", fr: "Nous ne le nommons pas." },
      binds: ["staff", "unknown"],
      rule: "watched-terms",
      stage: "case",
      settings: { terms: [{ term: "Falcon" }] },
    },
    {
      id: "rest",
      title: { en: "Rest", fr: "Repos" },
      prose: { en: "We rest.", fr: "Nous nous reposons." },
      rule: "resting-hours",
      stage: "nudge",
    },
  ],
};
const revisionOf = (but: object = {}): Revision => {
  const read = readCharter({ ...written, ...but }, 1, rules);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.revision;
};

describe("cases, from a word to a decision", () => {
  let place: Place;
  let store: Store;
  let revision = revisionOf();
  const told: Act[] = [];
  beforeAll(async () => {
    place = await newPlace("pglite", "");
    store = await place.open();
    const learn = (id: AccountId, standing: Standing) => ({
      ...{ id, workspace, standing },
      ...{ zone: "Europe/Paris", locale: "en", domain: null, home: null, groups: null },
    });
    const staff = [ada, rosa, mo, amy, ann].map((id) => learn(id, "member"));
    await store.directory.learn({ accounts: [...staff, learn(guest, "guest")] });
    await store.directory.join(space, rosa, null);
    await store.directory.join(space, guest, rosa);
    const adapter = {
      name: "local",
      abilities: () => new Set(["tell.inPlace", "tell.direct", "withdraw.inPlace", "withdraw.direct"]),
      perform(act: Act) {
        told.push(act);
        return Promise.resolve(act.do === "tell" ? { how: act.how, receipt: act.key } : null);
      },
    } as unknown as Adapter;
    const adapters = new Map([["local", adapter]]);
    const log = (): void => undefined;
    const now = (): Temporal.Instant => Temporal.Now.instant();
    await store.outbox.work((job) => deliver({ store, adapters, revision: () => revision, rules, log, now }, job));
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const run = (by: AccountId, line: string, more: Partial<Call> = {}): Promise<Reply> => {
    const tools = {
      store,
      revision: () => revision,
      rules,
      commands: [report, contest, cases, caseCommand],
      address: "https://charter.example",
    } as unknown as CommandTools;
    const reader = { locale: "en", zone: null } as const;
    const at = Temporal.Now.instant();
    const call: Call = { platform: "local", workspace, by, space, privately: true, line, reader, at, ...more };
    return dispatch(tools, call);
  };
  const say = async (by: AccountId, line: string, more: Partial<Call> = {}): Promise<string> => {
    const reply = await run(by, line, more);
    if (reply.kind === "view") return plain(reply.view);
    return reply.kind === "form"
      ? `form ${reply.form.line}\n${plain({ blocks: reply.form.about ?? [] })}`
      : `problems ${reply.problems.map(({ field, text }) => `${field}: ${text}`).join()}`;
  };
  /** What somebody was told since this was asked last, once nothing is on its way. */
  const toldTo = async (who: AccountId): Promise<string> => {
    await expect.poll(async () => (await store.health.queue()).waiting, { timeout: 20_000 }).toBe(0);
    const theirs = told.filter((act) => act.to === who);
    for (const act of theirs) told.splice(told.indexOf(act), 1);
    return theirs.map((act) => (act.do === "tell" ? plain(act.view) : "withdrawn")).join("\n");
  };
  const forget = async (): Promise<void> => {
    for (const who of [ada, rosa, mo, amy, ann, guest]) await toldTo(who);
  };
  let messages = 0;
  const write = async (author: AccountId, text: string, at = "2026-11-16T10:00:00Z"): Promise<MessagePosted> => {
    const event: MessagePosted = {
      kind: "message.posted",
      platform: "local",
      workspace,
      at: Temporal.Instant.from(at),
      message: { space, id: `m${(messages += 1)}`, version: 0 },
      author,
      text: { plain: text, marks: [] },
      mentions: [],
      thread: null,
    };
    await judge({ store, revision: () => revision, observe: () => undefined, noted: noteAuthors() }, event);
    return event;
  };
  const newest = async (): Promise<Case> => {
    const [each] = await store.cases.list("waiting", 1);
    if (!each) throw new Error("no case waits");
    return each;
  };
  const about = ({ message, author, text }: MessagePosted): Partial<Call> => ({
    about: { message, author, text: text.plain },
  });
  /** Somebody reports a message, from its menu to the submitted form. */
  const reported = async (by: AccountId, event: MessagePosted, fields = {}): Promise<Case> => {
    const filled = { clause: "-", matter: "They shouted.", ...fields };
    expect(await say(by, "report", { ...about(event), fields: filled })).toContain("Received, thank you.");
    return newest();
  };

  test("a clause whose stage is case tells the author, asks the stewards, and tells the author what was decided", async () => {
    await write(ada, "Falcon ships on Monday");
    const { number } = await newest();
    expect(await toldTo(ada)).toContain("Somebody will look at it with care");
    expect(await toldTo(mo)).toContain(`case ${number} claim`);
    expect(await say(mo, `case ${number}`)).toContain("Falcon ships on Monday");
    expect(await say(mo, `case ${number} uphold Too early`)).toContain("Please take the case first.");
    expect(await say(mo, `case ${number} claim`)).toContain("It is yours now.");
    expect(await say(mo, `case ${number} uphold`)).toContain(`form case ${number} uphold`);
    expect(await say(mo, `case ${number} uphold`, { fields: { reason: "  " } })).toMatch(/^problems reason: /);
    expect(await say(mo, `case ${number} uphold`, { fields: { reason: "It is not public." } })).toContain("decided");
    const heard = await toldTo(ada);
    expect(heard).toContain("It is not public.");
    expect(heard).toContain(`case ${number} appeal`);
    expect(await say(ada, `case ${number}`)).toContain("It is not public.");
    await forget();
  });

  test("a report asks what it is about, and its form carries ids only", async () => {
    const event = await write(ada, "You are all fools");
    const form = await run(rosa, "report", about(event));
    expect(form).toMatchObject({ kind: "form", form: { line: `report ${space} ${event.message.id} ${ada}` } });
    expect(JSON.stringify(form)).not.toContain("fools");
    // Platforms that draw a form anew run its line once more.
    expect(await run(rosa, `report ${space} ${event.message.id} ${ada}`)).toEqual(form);
  });

  test("whoever reported is known to moderators and admins, not to ambassadors, and never to the author", async () => {
    const { number } = await reported(rosa, await write(ada, "You are all fools, call 0612345678"));
    expect(await toldTo(mo)).toContain(rosa);
    for (const steward of [mo, ann]) expect(await say(steward, `case ${number}`)).toContain(rosa);
    const seen = await say(amy, `case ${number}`);
    expect(seen).toContain("You are all fools, call ••••••••••");
    expect(seen).not.toContain(rosa);
    await say(amy, `case ${number} claim`);
    await say(amy, `case ${number} uphold We do not shout.`);
    const heard = `${await toldTo(ada)}\n${await say(ada, `case ${number}`)}\n${await say(ada, "case")}`;
    expect(heard).toContain("We do not shout.");
    for (const hidden of ["rosa", "They shouted", "reported"]) expect(heard).not.toContain(hidden);
    expect(await toldTo(rosa)).toContain("Thank you. What you reported was looked at with care and upheld");
    await forget();
  });

  test("an author learns nothing of a report that waits or was dismissed", async () => {
    const { number } = await reported(rosa, await write(ada, "A song"));
    const noSuch = "There is no such case that you could see.";
    expect(await say(ada, `case ${number}`)).toBe(noSuch);
    expect(await say(ada, "case")).not.toContain(`Case ${number}`);
    await say(mo, `case ${number} claim`);
    await say(mo, `case ${number} dismiss A song is fine.`);
    expect(await say(ada, `case ${number}`)).toBe(noSuch);
    expect(await say(ada, `case ${number} appeal Why`)).toBe(noSuch);
    expect(await toldTo(ada)).toBe("");
    expect(await toldTo(rosa)).toContain("A song is fine.");
    await forget();
  });

  test("somebody whom a case does not concern hears the same as where there is none", async () => {
    const { number } = await reported(rosa, await write(ada, "A poem"));
    expect(await say(account("eve"), `case ${number}`)).toBe(await say(account("eve"), "case 99999"));
    expect(await say(account("eve"), `case ${number} claim`)).toBe(await say(account("eve"), "case 99999 claim"));
    expect((await newest()).state).toBe("open");
    await forget();
  });

  test("a steward who wrote or reported it neither sees it as a steward nor decides it", async () => {
    const { number, id } = await reported(amy, await write(mo, "A curse"));
    expect(await say(mo, `case ${number}`)).toBe("There is no such case that you could see.");
    expect(await say(mo, "cases")).not.toContain(`Case ${number} `);
    expect(await say(amy, `case ${number} claim`)).toContain("somebody else decides");
    expect(await toldTo(mo)).toBe("");
    expect(await toldTo(ann)).toContain(`case ${number} claim`);
    expect((await store.cases.findById(id))?.state).toBe("open");
    await forget();
  });

  test("of two stewards one holds it, and an admin can give it back for them", async () => {
    const { number } = await reported(rosa, await write(ada, "A rhyme"));
    const both = await Promise.all([say(mo, `case ${number} claim`), say(amy, `case ${number} claim`)]);
    expect(both.filter((answer) => answer.includes("It is yours now."))).toHaveLength(1);
    const holder = (await newest()).claimedBy;
    const other = holder === mo ? amy : mo;
    expect(await say(other, `case ${number} dismiss No`)).toContain("has changed since");
    expect(await say(other, `case ${number} release`)).toContain("could not be done");
    expect(await say(ann, `case ${number} release`)).toContain("It waits for somebody else now.");
    await forget();
  });

  test("an appeal is decided by somebody else", async () => {
    const { number } = await reported(rosa, await write(ada, "A limerick"));
    await say(mo, `case ${number} claim`);
    await say(mo, `case ${number} uphold Too rude.`);
    await forget();
    expect(await say(ada, `case ${number} appeal`)).toContain(`form case ${number} appeal`);
    expect(await say(ada, `case ${number} appeal It rhymes.`)).toContain("Somebody else will look at it");
    expect(await toldTo(mo)).toBe("");
    const asked = await toldTo(ann);
    for (const seen of ["It rhymes.", "Too rude.", `case ${number} claim`]) expect(asked).toContain(seen);
    expect(await say(mo, `case ${number} claim`)).toContain("somebody else decides");
    await say(ann, `case ${number} claim`);
    await say(ann, `case ${number} dismiss It does rhyme.`);
    expect(await toldTo(ada)).toContain("nothing remains of it");
    expect(await say(rosa, `case ${number} appeal But`)).toContain("nothing to appeal");
    await forget();
  });

  test("where nobody else could decide an appeal, that is said, and the admins are told", async () => {
    revision = revisionOf({ stewards: { admins: ["local:ann"] } });
    const { number } = await reported(rosa, await write(ada, "A sonnet"));
    await say(ann, `case ${number} claim`);
    await say(ann, `case ${number} uphold Too long.`);
    await forget();
    expect(await say(ada, `case ${number} appeal Fourteen lines.`)).toContain("nobody else who could decide it");
    expect(await toldTo(ann)).toContain("You decided this case first");
    revision = revisionOf();
    await forget();
  });

  test("what somebody from outside wrote is told to whoever invited them, and never to them", async () => {
    await write(guest, "Falcon, they say");
    const { number, author } = await newest();
    expect(author).toBe(guest);
    await forget();
    await say(mo, `case ${number} claim`);
    await say(mo, `case ${number} uphold Please explain it to them.`);
    expect(await toldTo(rosa)).toContain("Please explain it to them.");
    expect(await toldTo(guest)).toBe("");
    expect(await say(guest, `case ${number}`)).toBe("There is no such case that you could see.");
    await forget();
  });

  test("a report without a message says where and what, and is asked for where it is empty", async () => {
    expect(await say(rosa, "report")).toMatch(/^form report\n/);
    expect(await say(rosa, "report", { fields: { clause: "-", matter: "" } })).toMatch(/^problems matter: /);
    await say(rosa, "report", { fields: { clause: "rest", matter: "Calls every evening." } });
    expect(await newest()).toMatchObject({
      clause: "rest",
      space,
      message: null,
      author: null,
      note: "Calls every evening.",
    });
    await forget();
  });

  test("nobody can be accused by a line typed by hand: no platform vouches for who wrote it", async () => {
    const line = `report ${space} 12345 ${ada}`;
    await say(rosa, line, { fields: { clause: "-", matter: "" } });
    expect(await newest()).toMatchObject({ message: "12345", author: null });
    expect(await say(ada, "report", about(await write(ada, "Mine")))).toContain("your own");
    await forget();
  });

  test("the second report of the same hears the same, and opens no second case", async () => {
    const event = await write(ada, "A pun");
    const first = await reported(rosa, event);
    const again = await reported(amy, event, { matter: "Indeed" });
    expect(again.id).toBe(first.id);
    await forget();
  });

  test("an objection that is right takes the notice back", async () => {
    await write(ada, "Falcon again");
    await forget();
    const form = await run(ada, "contest");
    if (form.kind !== "form") throw new Error("no form");
    expect(plain({ blocks: form.form.about ?? [] })).toContain("will see your name");
    expect(await say(ada, form.form.line, { fields: { reason: " " } })).toMatch(/^problems reason: /);
    const answer = await say(ada, form.form.line, { fields: { reason: "It was announced." } });
    const { number, notice } = await newest();
    expect(answer).toContain(`${number}.`);
    expect(await say(ada, form.form.line, { fields: { reason: "Again" } })).toContain("objected already");
    await say(mo, `case ${number} claim`);
    await say(mo, `case ${number} dismiss So it was.`);
    expect(await toldTo(ada)).toMatch(
      /withdrawn[^]*The notice no longer holds|The notice no longer holds[^]*withdrawn/,
    );
    if (notice === null) throw new Error("the case names no notice");
    expect((await store.notices.find(notice))?.holds).toBe(false);
    await forget();
  });

  test("an objection to a notice of which nothing is kept says first that it names its author", async () => {
    await write(rosa, "Good evening", "2026-11-15T20:00:00Z");
    await expect.poll(() => told.some((act) => act.do === "tell" && act.to === rosa), { timeout: 20_000 }).toBe(true);
    const [, id = ""] = /contest (\S+)/.exec(await toldTo(rosa)) ?? [];
    expect(await say(rosa, `contest ${id} I was on call`)).toMatch(/^form contest [^]*the case will name you/);
    expect((await store.cases.listOf(rosa, 10)).some(({ notice }) => notice === id)).toBe(false);
    expect(await say(amy, `contest ${id}`, { fields: { reason: "Mine?" } })).toContain("was not for you");
    await say(rosa, `contest ${id}`, { fields: { reason: "I was on call" } });
    expect(await newest()).toMatchObject({ author: rosa, clause: "rest", note: "I was on call", excerpt: null });
    await forget();
  });

  test("there is nothing to object to in a notice that no longer holds", async () => {
    const event = await write(ada, "Falcon, once more");
    await forget();
    await store.ledger.supersede({ message: { ...event.message, version: 1 }, judged: "deleted" }, [], () => ({
      outcome: "told",
      effects: [],
    }));
    expect(await say(ada, "contest It is gone")).toContain("no longer applies");
    expect(await say(account("eve"), "contest Me")).toContain("no notice that Charter remembers");
  });

  test("stewards see what waits and a link of their own; employees have no such command", async () => {
    const seen = await say(mo, "cases");
    expect(seen).toMatch(/Case \d+ · /);
    expect(seen).toContain("https://charter.example/console/enter?token=");
    expect(await say(rosa, "cases")).toContain("There is no such command.");
  });
});
