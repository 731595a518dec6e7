import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import type { Revisions } from "./core/store.ts";
import { adoptCharter, newestRevision } from "./revision.ts";

function revisions(): Revisions & { readonly all: unknown[] } {
  const all: unknown[] = [];
  return {
    all,
    current: () => Promise.resolve(all.length === 0 ? null : { number: all.length, charter: all.at(-1) }),
    add: (charter) => Promise.resolve(all.push(charter)),
  };
}
const write = (yaml: string): string => {
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

test("a store begins with the starter charter, and keeps it", async () => {
  const store = revisions();
  await adoptCharter(store, null, rules);
  await adoptCharter(store, null, rules);
  expect(store.all).toHaveLength(1);
  const revision = await newestRevision(store, { rules, playground: null });
  expect(revision.charter.clauses.every(({ stage }) => stage === "shadow")).toBe(true);
});

test("a charter file becomes a new revision only when it differs", async () => {
  const store = revisions();
  await adoptCharter(store, write(small("One")), rules);
  await adoptCharter(store, write(small("One")), rules);
  await adoptCharter(store, write(small("Two")), rules);
  expect(store.all).toHaveLength(2);
});

test("all mistakes are told at once, those of the rules beside those of the form", async () => {
  const file = write(`organisation: { name: X, zone: Europe/Paris, week: {}, holidays: { country: XX } }
caps: 3
clauses:
  - { id: Upper, rule: watched-terms }
  - { id: one, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: no-such-rule }
  - { id: two, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: watched-terms, settings: { terms: [{ term: "!!" }] } }
  - { id: two, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: resting-hours }`);
  const store = revisions();
  const error = await adoptCharter(store, file, rules).catch((thrown: unknown) => String(thrown));
  for (const place of [
    "caps:",
    "clauses.0.id:",
    "clauses.0.title:",
    "clauses.1.rule:",
    "clauses.2.settings.terms.0",
    "clauses.3.id:",
    "organisation.week:",
    "organisation.holidays.country:",
  ]) {
    expect(error).toContain(place);
  }
  expect(store.all).toEqual([]);
});

test.each([
  ["a: b: c", "line 1"],
  ["\tx: 1", "line 1"],
])("a file that is no YAML is refused with its line: %j", async (yaml, place) => {
  await expect(adoptCharter(revisions(), write(yaml), rules)).rejects.toThrow(place);
});

test("beside a connected platform the playground's company adds itself and changes nothing of the others", async () => {
  const store = revisions();
  await adoptCharter(store, write(small("Real")), rules);
  const company = {
    organisation: { name: "Invented", zone: "America/Toronto", week: {} },
    stewards: { admins: ["local:a"], moderators: ["local:m"] },
    audiences: [{ is: "client", accounts: ["local:c"] }],
    spaces: { "local:x": "social" },
  };
  const beside = await newestRevision(store, { rules, playground: { company, alone: false } });
  expect(beside.charter).toMatchObject({
    organisation: { name: "Real" },
    stewards: { admins: ["slack:U1", "local:a"], moderators: ["local:m"] },
    audiences: [{ accounts: ["local:c"] }, { standing: "member" }],
    spaces: { "slack:C1": "client", "local:x": "social" },
  });
  const alone = await newestRevision(store, { rules, playground: { company, alone: true } });
  expect(alone.charter.organisation.name).toBe("Invented");
});
