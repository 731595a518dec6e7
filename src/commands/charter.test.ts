import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import { revisionOf } from "../../test/product.ts";
import type { Call } from "../core/adapter.ts";
import { exceptions } from "./exceptions.ts";

const clause = (id: string, but: object = {}) => ({
  id,
  title: { en: `Title of ${id}`, fr: `Titre de ${id}` },
  prose: { en: `Prose of ${id}.`, fr: `Texte de ${id}.` },
  ...but,
});
const settings = { terms: [{ term: "Falcon" }] };
const written = {
  organisation: { name: "Lisière", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
  audiences: [
    { is: "staff", standing: "member" },
    { is: "client", accounts: ["local:paolo"] },
  ],
  stewards: { admins: ["local:camille"] },
  spaces: { "local:union": "sanctuary", "local:cafe": "social" },
  clauses: [
    clause("discretion", {
      rule: "watched-terms",
      stage: "nudge",
      settings,
      allowance: 2,
      exceptions: [
        { space: "local:cafe", reason: "safety", until: "2026-12-31" },
        { account: "local:ada", reason: "health", until: "2026-12-31" },
        { account: "local:bob", reason: "health", until: "2026-12-31" },
        { audience: "client", reason: "customer-duty", until: "2026-01-31" },
      ],
    }),
    clause("kindness", { binds: ["staff", "client"] }),
    clause("unwritten", { rule: "watched-terms", stage: "draft", settings }),
  ],
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    charter: written,
    members: ["local:ada", "local:bob", "local:eve", "local:camille"],
    guests: ["local:paolo"],
    spaces: ["local:cafe", "local:union", "local:work"],
  });
});
afterAll(() => desk.close());

describe("one's charter in short", () => {
  test("is the answer to an empty line: what binds whoever asks, and what it does here", async () => {
    const words = await desk.words("local:eve", "", { space: "local:work" });
    expect(words).toContain("Title of discretion — tells the author, privately, after 2 a week that pass");
    expect(words).toContain("Title of kindness — a matter for people");
    expect(words).not.toContain("Title of unwritten");
    expect(words).toContain("not accepted it yet");
  });
  test("says where a clause does not hold", async () => {
    expect(await desk.words("local:eve", "charter", { space: "local:cafe" })).toContain(
      "discretion — does not hold here",
    );
    expect(await desk.words("local:ada", "charter", { space: "local:work" })).toContain(
      "discretion — does not hold here",
    );
    expect(await desk.words("local:eve", "charter", { space: "local:union" })).toContain("Nothing is ever judged here");
  });
  test("shows an outsider what binds outsiders only", async () => {
    const words = await desk.words("local:paolo", "charter");
    expect(words).toContain("Title of kindness");
    expect(words).not.toContain("Title of discretion");
  });
  test("tells somebody whom the directory does not know that nothing is decided yet", async () => {
    expect(await desk.words("local:stranger", "charter")).toContain("does not know you yet");
  });
  test("is in French for whoever reads French", async () => {
    expect(await desk.words("local:eve", "", { locale: "fr" })).toContain("Titre de kindness — l’affaire de chacun");
  });
});

describe("show", () => {
  test("lists every clause, and one in full with what is kept", async () => {
    expect(await desk.words("local:eve", "show")).toContain("Title of unwritten (unwritten) — nothing yet");
    const one = await desk.words("local:eve", "show discretion");
    expect(one).toContain("Prose of discretion.");
    expect(one).toContain("It binds: staff.");
    expect(one).toContain("at most 160 characters");
  });
  test("finds a clause by its title, and guesses what was meant", async () => {
    expect(await desk.words("local:eve", "show titre de kindness", { locale: "fr" })).toContain("Texte de kindness.");
    expect(await desk.words("local:eve", "show discretoin")).toContain("Did you mean /charter show discretion?");
  });
  test("may be asked where others read, and says nothing of whoever asks", async () => {
    expect(await desk.words("local:ada", "show discretion", { privately: false })).toContain("Prose of discretion.");
    expect(await desk.words("local:ada", "charter", { privately: false })).not.toContain("Title");
  });
});

describe("exceptions", () => {
  test("names spaces, counts persons, and leaves out what is over", async () => {
    const words = await desk.words("local:eve", "exceptions");
    expect(words).toContain("local:cafe — safety, until December 31, 2026");
    expect(words).toContain("2 people — health, until December 31, 2026");
    expect(words).toContain("ever judged: local:union");
    expect(words).not.toMatch(/local:ada|local:bob|January/);
  });
  test("shows a pause", async () => {
    const paused = revisionOf({ ...written, pausedUntil: "2026-11-30" });
    const call = { at: Temporal.Instant.from("2026-11-24T09:00Z") } as Call;
    const asked = { call, rest: "", reader: { locale: "fr", zone: "UTC" }, role: "employee" } as const;
    const reply = await exceptions.run(asked, { ...desk.tools, revision: () => paused });
    expect(wordsOf(reply)).toContain("se tait jusqu’au 30 novembre 2026");
  });
});

describe("language", () => {
  test("that somebody chose wins over what their client says, until they follow it again", async () => {
    expect(await desk.words("local:bob", "language français", { locale: "en" })).toContain("en français");
    expect(await desk.words("local:bob", "exceptions", { locale: "en" })).toContain("Là où");
    expect(await desk.words("local:bob", "language auto", { locale: "en" })).toContain("suivra");
    expect(await desk.words("local:bob", "exceptions", { locale: "en" })).toContain("does not hold");
  });
  test("is asked for where none is given, and another one is refused", async () => {
    expect((await desk.ask("local:eve", "language")).kind).toBe("form");
    expect(await desk.words("local:eve", "language", { fields: { language: "fr" }, locale: "en" })).toContain(
      "en français",
    );
    await desk.ask("local:eve", "language auto");
    expect((await desk.ask("local:eve", "language klingon")).kind).toBe("problems");
  });
});

describe("sign", () => {
  const digest = async (by: string): Promise<string> => {
    const reply = await desk.ask(by, "sign");
    const buttons =
      reply.kind === "view"
        ? reply.view.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
        : [];
    return buttons[0]?.line ?? "";
  };
  test("shows what is accepted, accepts it once, and asks again only when what binds has changed", async () => {
    expect(await desk.words("local:ada", "sign")).toContain("Prose of discretion.");
    expect(await desk.words("local:ada", await digest("local:ada"))).toContain("accepted the charter, revision 1");
    expect(await desk.words("local:ada", "sign")).toContain("Nothing of it has changed");
    expect(await desk.words("local:ada", "charter")).toContain("You have accepted it.");

    const revise = async (charter: object, from: number) =>
      desk.tools.revise(charter, { by: "local:camille" as never, reason: "test", from });
    const [first, ...rest] = written.clauses;
    await revise({ ...written, clauses: [{ ...first, settings: { terms: [{ term: "Heron" }] } }, ...rest] }, 1);
    expect(await desk.words("local:ada", "sign")).toContain("Nothing of it has changed");

    await revise({ ...written, clauses: [{ ...first, allowance: 0 }, clause("new")] }, 2);
    expect(await desk.words("local:ada", "charter")).toContain("has changed since you accepted it");
    const words = await desk.words("local:ada", "sign");
    expect(words).toContain("changed: Title of discretion");
    expect(words).toContain("new: Title of new");
    expect(words).toContain("gone: Title of kindness");
  });
  test("accepts only what was read: a button of before shows what holds now", async () => {
    expect(await desk.words("local:eve", "sign 0123456789abcdef")).toContain("has changed in the meantime");
    expect(await desk.store.people.signatures()).toHaveLength(1);
  });
  test("leaves the register with the revision and the person", async () => {
    const [signature] = await desk.store.people.signatures();
    expect(signature).toMatchObject({ person: "local:ada", revision: 1 });
  });
});
