import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import { settle, type Proposal } from "../core/decide.ts";
import type { AccountId, NoticeId, SpaceId, WorkspaceId } from "../core/model.ts";
import type { OutboxJob } from "../core/store.ts";
import type { Button, Reply } from "../core/view.ts";
import { why } from "./why.ts";

const clause = (id: string, rule: string, settings = {}) => ({
  id,
  rule,
  settings,
  title: { en: `The ${id}`, fr: `Le ${id}` },
  prose: { en: "What it asks.", fr: "Ce qu’elle demande." },
  stage: "nudge",
});
const charter = {
  organisation: { name: "Atelier", zone: "Europe/Paris", week: { mon: ["09:00-18:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  clauses: [
    clause("terms", "watched-terms", { terms: [{ term: "Falcon" }] }),
    clause("apart", "audience-separation"),
    clause("rest", "resting-hours"),
  ],
};

const space = "local:general" as SpaceId;
const ann = "local:ann" as AccountId;
const breach = (but: Partial<Proposal> = {}): Proposal => ({
  clause: "terms",
  revision: 1,
  rule: "watched-terms",
  code: "term",
  data: {},
  stage: "nudge",
  trace: "excerpt",
  platform: "local",
  subject: { about: "message", space, id: "m1" },
  version: 0,
  endures: false,
  place: { workspace: "local:w" as WorkspaceId, space, thread: null, message: "m1" },
  author: ann,
  who: ann,
  tell: [ann],
  stewards: [],
  allowance: 0,
  caps: { day: 9, dayAndClause: 9 },
  day: "2026-11-24",
  week: "2026-W48",
  excerpt: { text: "about Falcon", spans: [{ start: 6, end: 12 }] },
  ...but,
});

let desk: Desk;
const told: NoticeId[] = [];
beforeAll(async () => {
  desk = await openDesk({
    charter,
    members: ["local:ann", "local:bob"],
    now: () => Temporal.Instant.from("2026-11-24T09:00:00Z"),
    tools: { commands: [why] },
  });
  const { promise: all, resolve } = Promise.withResolvers<undefined>();
  await desk.store.outbox.work(async (job: OutboxJob) => {
    if (job.do !== "tell") return;
    await desk.store.notices.delivered(job.notice, "direct", null);
    told.push(job.notice);
    if (told.length === 3) resolve(undefined);
  });
  const resting = {
    trace: "none",
    clause: "rest",
    rule: "resting-hours",
    code: "author-resting",
    excerpt: null,
  } as const;
  await desk.store.ledger.record([breach({ ...resting, subject: { about: "message", space, id: "m2" } })], settle);
  const condition = breach({
    clause: "apart",
    rule: "audience-separation",
    code: "client-supplier",
    subject: { about: "space", space, mixture: "client:Nordvik + supplier:Vetro" },
    place: { workspace: "local:w" as WorkspaceId, space, thread: null, message: null },
    author: null,
    excerpt: null,
  });
  const { version } = await desk.store.directory.members(space);
  await desk.store.ledger.compose({ space, judged: ["apart"], still: [condition], version }, settle);
  await desk.store.ledger.record([breach()], settle);
  await all;
});
afterAll(() => desk.close());
const buttonsOf = (reply: Reply): readonly Button[] =>
  reply.kind === "view" ? reply.view.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])) : [];
const noticeOf = async (named: string): Promise<NoticeId> => {
  for (const id of told) if ((await desk.words("local:ann", `why ${id}`)).includes(named)) return id;
  throw new Error(`no notice of ${named}`);
};

describe("why", () => {
  test("explains the notice, where it was, and what is kept, with a way to object", async () => {
    const id = await noticeOf("The terms");
    const reply = await desk.ask("local:ann", `why ${id}`);
    const answer = wordsOf(reply);
    for (const part of [
      "What it asks.",
      "It was about a message in local:general.",
      "> about Falcon",
      "What is kept",
    ]) {
      expect(answer).toContain(part);
    }
    expect(buttonsOf(reply).map(({ line }) => line)).toEqual([`contest ${id}`, "me"]);
    expect(answer.split("\n").length).toBeLessThanOrEqual(25);
  });

  test("says of audiences that meet which ones, and where", async () => {
    const answer = await desk.words("local:ann", `why ${await noticeOf("The apart")}`);
    expect(answer).toContain("It was about who meets in local:general (Nordvik (client), Vetro (supplier)).");
  });

  test("of a notice about rest no place is known, and one can object to it by its button", async () => {
    const id = await noticeOf("The rest");
    const reply = await desk.ask("local:ann", `why ${id}`);
    expect(wordsOf(reply)).not.toContain("local:general");
    expect(wordsOf(reply)).toContain("nothing that says who you are");
    expect(buttonsOf(reply).map(({ line }) => line)).toContain(`contest ${id}`);
  });

  test("is answered to whom it was told, and to nobody else", async () => {
    for (const id of told) {
      const reply = await desk.ask("local:bob", `why ${id}`);
      expect(wordsOf(reply)).toContain("was not for you");
      expect(buttonsOf(reply)).toEqual([]);
    }
    expect(await desk.words("local:bob", "why")).toContain("no notice");
  });

  test("says that it no longer applies once the message was corrected, and offers nothing", async () => {
    const id = await noticeOf("The terms");
    await desk.store.ledger.supersede({ message: { space, id: "m1", version: 1 }, judged: ["terms"] }, [], settle);
    const reply = await desk.ask("local:ann", `why ${id}`);
    expect(wordsOf(reply)).toContain("no longer applies");
    expect(buttonsOf(reply)).toEqual([]);
  });
});
