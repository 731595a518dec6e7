import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import type { RevisionAuthor, Revisions, StoredRevision } from "./core/store.ts";
import { adoptCharter, newestRevision } from "./revision.ts";

/** Revisions in memory, which answer as a database does: by their own copies. */
function revisions(): Revisions & { readonly all: StoredRevision[] } {
  const all: StoredRevision[] = [];
  return {
    all,
    current: () => Promise.resolve(all.at(-1) ?? null),
    find: (number) => Promise.resolve(all[number - 1] ?? null),
    list: (limit) => Promise.resolve(all.toReversed().slice(0, limit)),
    add(charter, by, reason, from) {
      if (from !== all.length) return Promise.resolve(null);
      const at = Temporal.Instant.from("2026-11-22T10:00:00Z");
      all.push({ number: all.length + 1, charter: structuredClone(charter), at, by, reason });
      return Promise.resolve(all.length);
    },
  };
}
const write = (yaml: string | Uint8Array): string => {
  const file = join(mkdtempSync(join(tmpdir(), "charter-revision-")), "charter.yaml");
  writeFileSync(file, yaml);
  return file;
};
const small = (name: string): string =>
  `organisation: { name: ${name}, zone: Europe/Paris, week: { mon: ["09:00-17:00"] } }
audiences: [{ is: staff, standing: member }]
spaces: { "slack:C1": client }
stewards: { admins: ["slack:U1"] }
clauses: []`;
const real = { rules, playground: null };
const nameIn = ({ charter }: StoredRevision): unknown =>
  (charter as { readonly organisation: { readonly name: string } }).organisation.name;
const edit = (store: Revisions, name: string, by: RevisionAuthor, from: number): Promise<number | null> =>
  store.add({ organisation: { name, zone: "UTC", week: { mon: ["09:00-17:00"] } }, clauses: [] }, by, "because", from);

describe("a charter file", () => {
  test("a store begins with the starter charter, and keeps it", async () => {
    const store = revisions();
    await adoptCharter(store, null, real);
    await adoptCharter(store, null, real);
    expect(store.all.map(({ by, reason }) => [by, reason])).toEqual([["installation", "first start"]]);
    const revision = await newestRevision(store, real);
    expect(revision.charter.clauses.every(({ stage }) => stage === "shadow")).toBe(true);
  });

  test("becomes a new revision only when it differs", async () => {
    const store = revisions();
    await adoptCharter(store, write(small("One")), real);
    await adoptCharter(store, write(small("One")), real);
    await adoptCharter(store, write(small("Two")), real);
    await adoptCharter(store, write(small("One")), real);
    expect(store.all.map(nameIn)).toEqual(["One", "Two", "One"]);
  });

  test("that has not changed leaves what was changed in chat since as it is", async () => {
    const store = revisions();
    await adoptCharter(store, write(small("File")), real);
    await edit(store, "Chat", "slack:U1" as RevisionAuthor, 1);
    await edit(store, "Terminal", "command line", 2);
    await adoptCharter(store, write(small("File")), real);
    expect(store.all.map(nameIn)).toEqual(["File", "Chat", "Terminal"]);
    await adoptCharter(store, write(small("New file")), real);
    expect(store.all.map(nameIn)).toEqual(["File", "Chat", "Terminal", "New file"]);
  });

  test("is adopted once by two instances that start together", async () => {
    const store = revisions();
    const file = write(small("One"));
    await Promise.all([adoptCharter(store, file, real), adoptCharter(store, file, real)]);
    expect(store.all).toHaveLength(1);
  });

  test("has all its mistakes told at once with their places, those of the rules beside those of the form", async () => {
    const file = write(`organisation: { name: X, zone: Europe/Paris, week: {}, holidays: { country: XX } }
caps: 3
clauses:
  - { id: Upper, rule: watched-terms }
  - { id: one, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: no-such-rule }
  - { id: two, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: watched-terms, settings: { terms: [{ term: "!!" }] } }
  - { id: two, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: resting-hours }`);
    const store = revisions();
    const error = await adoptCharter(store, file, real).catch((thrown: unknown) => String(thrown));
    for (const place of [
      "2:7 caps:",
      "4:11 clauses.0.id:",
      "4:5 clauses.0.title:",
      /5:\d+ clauses\.1\.rule:/,
      /6:\d+ clauses\.2\.settings\.terms\.0/,
      /7:11 clauses\.3\.id:/,
      "1:52 organisation.week:",
      /1:\d+ organisation\.holidays\.country:/,
    ]) {
      expect(error).toMatch(place);
    }
    expect(store.all).toEqual([]);
  });

  test.each([
    ["no YAML", "a: b: c", /1:4 There is a colon/],
    ["indented with tabs", "x:\n\ty: 1", /2:1 This line is indented with a tab/],
    ["in UTF-16", new Uint8Array(Buffer.from(small("X"), "utf16le")), /UTF-16/],
  ])("that is %s is refused with the place and what to do", async (_, yaml, sentence) => {
    await expect(adoptCharter(revisions(), write(yaml), real)).rejects.toThrow(sentence);
  });

  test("that is not there is named", async () => {
    await expect(adoptCharter(revisions(), "/no/such/charter.yaml", real)).rejects.toThrow(
      "The charter /no/such/charter.yaml cannot be read (ENOENT).",
    );
  });
});

describe("the playground", () => {
  const company = {
    organisation: { name: "Invented", zone: "America/Toronto", week: { tue: ["09:00-17:00"] } },
    stewards: { admins: ["local:a"], moderators: ["local:m"], ambassadors: ["local:e"] },
    audiences: [{ is: "client", accounts: ["local:c"] }],
    spaces: { "local:x": "social" },
  };
  const alone = { rules, playground: { company, alone: true } };
  const beside = { rules, playground: { company, alone: false } };

  test("alone, has its company's charter stored once: every clause speaks, and so may changes at once", async () => {
    const store = revisions();
    await adoptCharter(store, null, alone);
    await adoptCharter(store, null, alone);
    expect(store.all.map(({ by, reason }) => [by, reason])).toEqual([
      ["installation", "first start of the playground"],
    ]);
    const { charter } = await newestRevision(store, alone);
    expect(charter).toMatchObject({
      organisation: { name: "Invented" },
      stewards: company.stewards,
      spaces: company.spaces,
      promotion: { shadowDays: 0 },
    });
    expect(charter.audiences[0]).toMatchObject({ accounts: ["local:c"] });
    expect(charter.clauses.length).toBeGreaterThan(5);
    expect(charter.clauses.every(({ stage }) => stage === "nudge")).toBe(true);
  });

  test("alone, is changed like any other: what commands write is what holds", async () => {
    const store = revisions();
    await adoptCharter(store, null, alone);
    await edit(store, "Changed", "local:a" as RevisionAuthor, 1);
    await adoptCharter(store, null, alone);
    const { number, charter } = await newestRevision(store, alone);
    expect([number, charter.organisation.name, charter.spaces]).toEqual([2, "Changed", {}]);
  });

  test("leaves its charter behind when a platform is connected to its store", async () => {
    const store = revisions();
    await adoptCharter(store, null, alone);
    await edit(store, "Tried out", "local:a" as RevisionAuthor, 1);
    await adoptCharter(store, null, beside);
    const { charter } = await newestRevision(store, real);
    expect(charter.organisation.name).toBe("Our company");
    expect(charter.clauses.every(({ stage }) => stage === "shadow")).toBe(true);
    await adoptCharter(store, null, beside);
    expect(store.all).toHaveLength(3);
  });

  test("beside a connected platform adds its company at each reading, and changes nothing of the others", async () => {
    const store = revisions();
    await adoptCharter(store, write(small("Real")), beside);
    const { charter } = await newestRevision(store, beside);
    expect(charter).toMatchObject({
      organisation: { name: "Real" },
      stewards: { admins: ["slack:U1", "local:a"], moderators: ["local:m"], ambassadors: ["local:e"] },
      audiences: [{ accounts: ["local:c"] }, { standing: "member" }],
      spaces: { "slack:C1": "client", "local:x": "social" },
    });
    expect(store.all.map(nameIn)).toEqual(["Real"]);
  });

  test("alone on the store of a real organisation shows itself and stores nothing", async () => {
    const store = revisions();
    await adoptCharter(store, write(small("Real")), real);
    await adoptCharter(store, null, alone);
    expect((await newestRevision(store, alone)).charter.organisation.name).toBe("Invented");
    expect(store.all.map(nameIn)).toEqual(["Real"]);
  });
});
