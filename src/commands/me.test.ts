import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import { settle, type Proposal } from "../core/decide.ts";
import type { AccountId, PersonId, SpaceId, WorkspaceId } from "../core/model.ts";
import { safeHref, type Reply } from "../core/view.ts";
import { me } from "./me.ts";

const charter = {
  organisation: { name: "Atelier", zone: "Europe/Paris", week: { mon: ["09:00-18:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  stewards: { admins: ["local:ada", "other:ada"], moderators: [], ambassadors: [] },
  clauses: [],
};
const space = "local:general" as SpaceId;
const place = { workspace: "local:w" as WorkspaceId, space, thread: null, message: "m1" };
const breachOf = (author: string): Proposal => ({
  clause: "terms",
  revision: 1,
  rule: "watched-terms",
  code: "term",
  data: {},
  stage: "nudge",
  trace: "excerpt",
  platform: "local",
  subject: { about: "message", space, id: `m ${author}` },
  version: 0,
  endures: false,
  place,
  author: author as AccountId,
  who: author,
  tell: [author as AccountId],
  stewards: [],
  allowance: 0,
  caps: { day: 2, dayAndClause: 1 },
  day: "2026-11-24",
  week: "2026-W48",
  excerpt: { text: `the secret of ${author}`, spans: [{ start: 0, end: 3 }] },
});
const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

let desk: Desk;
/** Gives somebody something in most parts. */
async function settleIn(by: string): Promise<void> {
  const { people, directory, drafts, ledger } = desk.store;
  const [account, person] = [by as AccountId, by as PersonId];
  await people.set(person, { language: "en", zone: "Europe/Paris" });
  await people.sign(person, { revision: 1, digest: "d" });
  await directory.setAbsences(person, "leave", [{ kind: "leave", from: now, until: now.add({ hours: 24 }) }]);
  await directory.join(space, account, null);
  await drafts.keep(
    { text: `draft of ${by}`, due: now.add({ hours: 8 }) },
    { platform: "local", account, person, place },
  );
  await ledger.record([breachOf(by)], settle);
}
beforeAll(async () => {
  desk = await openDesk({
    charter,
    members: ["local:ann", "local:bob", "local:ada", "local:eve"],
    now: () => now,
    tools: { commands: [me] },
  });
  for (const by of ["local:ann", "local:bob"]) await settleIn(by);
});
afterAll(() => desk.close());
const hrefOf = (reply: Reply): string => {
  const [block] = reply.kind === "view" ? reply.view.blocks : [];
  const link = block?.kind === "text" ? block.inlines.find((each) => typeof each !== "string") : undefined;
  return link && typeof link !== "string" && link.kind === "link" ? link.href : "";
};

describe("me", () => {
  test("shows each part that there is, with its count, where it comes from and until when", async () => {
    const answer = await desk.words("local:ann", "me");
    expect(answer).toContain("To the charter you are — audience: staff; role: employee");
    expect(answer).toContain("What you chose (2) — from you, until you change it");
    for (const part of ["Your accounts (1)", "Spaces you are in (1)", "That you accepted the charter (1)"]) {
      expect(answer).toContain(part);
    }
    expect(answer).toContain("Texts put aside (1)");
    expect(answer).toContain("What clauses noticed in your messages (1)");
    expect(answer).not.toContain("Cases that concern you");
    expect(answer).not.toContain("secret");
    expect(answer.split("\n").length).toBeLessThanOrEqual(25);
    expect(await desk.words("local:ann", "me", { locale: "fr" })).toContain("What you chose");
    expect(await desk.words("local:eve", "me", { locale: "fr" })).toContain(
      "Vos comptes (1) — viennent de la plateforme",
    );
  });

  test("the settings that somebody never made are nothing", async () => {
    expect(await desk.words("local:eve", "me")).not.toContain("What you chose");
  });

  test("says so where nothing is held", async () => {
    expect(await desk.words("local:zed", "me")).toBe("Nothing is held about you.");
  });

  test("the download is a link that proves who asked, for ten minutes", async () => {
    const href = hrefOf(await desk.ask("local:ann", "me download"));
    expect(href.startsWith("https://charter.example/console/me.json?token=")).toBe(true);
    expect(safeHref(href)).toBe(href);
    const token = new URL(href).searchParams.get("token") ?? "";
    expect(desk.store.tokens.read("download", token)).toBe("local:ann");
    expect(desk.store.tokens.read("enter", token)).toBeNull();
  });

  test("without an address it is read in the chat where it is short, and else asked for", async () => {
    const tools = { ...desk.tools, address: null };
    const asked = {
      rest: "download",
      role: "employee" as const,
      reader: { locale: "en" as const, zone: "Europe/Paris" },
      call: {
        platform: "local",
        workspace: place.workspace,
        by: "local:eve" as AccountId,
        space: null,
        privately: true,
        line: "me download",
        reader: { locale: null, zone: null },
        at: now,
      },
    };
    const short = wordsOf(await me.run(asked, tools));
    expect(short).toContain('"id": "local:eve"');
    expect(short).not.toContain("local:ann");
    const { people, ...others } = desk.store;
    const long = { ...people, held: () => Promise.resolve({ accounts: [{ id: "x".repeat(3000) }] }) };
    const answer = wordsOf(await me.run(asked, { ...tools, store: { ...others, people: long } }));
    expect(answer).toContain("ask for the file: local:ada.");
    const elsewhere = { ...asked, call: { ...asked.call, platform: "third" } };
    expect(wordsOf(await me.run(elsewhere, { ...tools, store: { ...others, people: long } }))).toContain(
      "whoever runs",
    );
  });

  test("erasing asks first, and says what goes and what stays", async () => {
    const reply = await desk.ask("local:ann", "me erase");
    expect(reply).toMatchObject({
      kind: "form",
      form: { line: "me erase", fields: [{ name: "confirm", initial: "keep" }] },
    });
    expect(wordsOf(reply)).toContain("What stays: your accounts");
    for (const fields of [{ confirm: "keep" }, {}, { confirm: "yes" }]) {
      expect(await desk.words("local:ann", "me erase", { fields })).toBe("Nothing was erased.");
    }
    expect((await desk.store.people.held("local:ann" as PersonId, "shown"))["drafts"]).toHaveLength(1);
  });

  test("erases what is one's own, says what went, and leaves everybody else's", async () => {
    const before = await desk.store.people.held("local:bob" as PersonId, "shown");
    const answer = await desk.words("local:ann", "me erase", { fields: { confirm: "erase" } });
    for (const part of ["What you chose (1)", "Texts put aside (1)", "What clauses noticed in your messages (1)"]) {
      expect(answer).toContain(part);
    }
    expect(answer).not.toContain("kept");
    const held = await desk.store.people.held("local:ann" as PersonId, "shown");
    for (const part of ["signatures", "absences", "drafts", "findings", "notices"]) expect(held[part]).toEqual([]);
    expect(await desk.store.people.held("local:bob" as PersonId, "shown")).toEqual(before);
    expect(await desk.words("local:ann", "me erase", { fields: { confirm: "erase" } })).toBe(
      "There was nothing to erase.",
    );
  });

  test("cases that stay are told by their number", async () => {
    const { people, ...others } = desk.store;
    const erase = () => Promise.resolve({ notices: 0, kept: 2 });
    const tools = { ...desk.tools, store: { ...others, people: { ...people, erase } } };
    const reply = await me.run(
      {
        rest: "effacer",
        role: "employee",
        reader: { locale: "fr", zone: "Europe/Paris" },
        call: {
          platform: "local",
          workspace: place.workspace,
          by: "local:bob" as AccountId,
          space: null,
          privately: true,
          line: "me effacer",
          fields: { confirm: "erase" },
          reader: { locale: null, zone: null },
          at: now,
        },
      },
      tools,
    );
    expect(wordsOf(reply)).toContain("jusqu’à leur décision\u00a0: 2.");
  });
});
