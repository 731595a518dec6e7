import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { exceptionReasons, locales, purposes, stages, standings, type Locale } from "../src/core/model.ts";
import { charterJsonSchema, readDocument, writeDocument } from "../src/document.ts";

const read = (name: string): string => readFileSync(join(import.meta.dirname, "..", "charters", name), "utf8");

const oddities = [
  "yes",
  "no",
  "null",
  "~",
  "08:30",
  "0123",
  "1e3",
  "2026-12-01",
  "- a",
  "# a",
  "a: b",
  "a #b",
  " leads",
  "trails ",
  "\u00a0no-break\u00a0",
  "«\u00a0entre guillemets\u00a0»\u00a0: ainsi\u00a0!",
  `"quoted" and 'quoted'`,
  "👩‍💻 é",
  "one\ntwo",
  "one\n\n\ntwo\n",
  "  indented\n more\nless",
  "\ttab",
  "a\r\nb",
  "\u0085\u2028\u2029\ufeff\u0007",
  "&a *b !c %d @e `f",
  "{a: 1}",
  "[a, b]",
  "<<",
  "---",
  "...",
  "?",
  "|",
  ">-",
  "back\\slash \\n",
] as const;
/** Everything that a store can hold: no NUL, no half of a character. */
const plain = fc
  .oneof(fc.constantFrom(...oddities), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.lorem())
  .filter((text) => !text.includes("\0"));
const words = fc
  .array(plain, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(" "))
  .filter((text) => text.length > 0 && text.length <= 4000);
const short = words.map((text) => text.slice(0, 100)).filter((text) => text !== "" && text.isWellFormed());
const localised = fc.record({ en: words, fr: words });
const reference = fc.stringMatching(/^(slack|teams|local):[A-Za-z0-9:@.&*#'"{}[\]-]{1,30}$/);
const date = fc.constantFrom("2026-12-01", "2028-02-29");
const shifts = fc.constantFrom([], ["08:30-12:00", "13:00-24:00"], ["09:00-17:00"]);
const optional = { requiredKeys: [] as [] };

/** JSON as a clause's settings may hold it; no rule reads those of a matter for people. */
const name = short.filter((key) => key !== "__proto__" && key !== "<<");
const settings = fc.dictionary(
  name,
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      plain,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(name, tie("value"), { maxKeys: 4 }),
    ),
  })).value,
  { maxKeys: 4 },
);

const exception = fc
  .tuple(
    fc.oneof(
      fc.record({ space: reference }),
      fc.record({ group: reference }),
      fc.record({ account: reference }),
      fc.record({ audience: fc.constantFrom("staff", "client", "partners") }),
    ),
    fc.record({ reason: fc.constantFrom(...exceptionReasons), until: date }),
  )
  .map(([who, why]) => ({ ...who, ...why }));
const clause = fc.record(
  {
    title: localised,
    prose: localised,
    binds: fc.uniqueArray(fc.constantFrom("staff", "client", "supplier", "unknown", "partners"), { minLength: 1 }),
    rule: fc.constant(null),
    stage: fc.constantFrom(...stages),
    settings,
    allowance: fc.integer({ min: 0, max: 1000 }),
    tell: fc.constantFrom("inPlace", "direct"),
    exceptions: fc.array(exception, { maxLength: 3 }),
    pausedUntil: fc.option(date),
  },
  { requiredKeys: ["title", "prose"] },
);
const ruled = fc.constantFrom(
  { rule: "resting-hours", settings: { urgentMarkers: ["yes", "1"] } },
  { rule: "watched-terms", settings: { terms: [{ term: "08:30" }, { term: "Nordvik: A", locale: "fr" }] } },
  { rule: "confidential-data" },
);
const clauses = fc
  .array(
    fc.oneof(
      clause,
      fc.tuple(clause, ruled).map(([one, other]) => {
        // What keeps no names opens no case.
        const stage = other.rule === "resting-hours" && one.stage === "case" ? { stage: "nudge" } : {};
        return { ...one, settings: {}, ...other, ...stage };
      }),
    ),
    {
      maxLength: 4,
    },
  )
  .map((all) => all.map((one, index) => ({ id: `clause-${index}`, ...one })));
const charter = fc
  .tuple(
    fc.record({
      organisation: fc.record(
        {
          name: short,
          zone: fc.constantFrom("Europe/Paris", "America/Toronto", "UTC"),
          week: fc.record({ mon: fc.constant(["08:30-18:30"]), sat: shifts, sun: shifts }, { requiredKeys: ["mon"] }),
          holidays: fc.option(fc.record({ country: fc.constantFrom("FR", "NO") })),
          holidaysByZone: fc.constant({ "America/Toronto": { country: "CA", region: "QC" } }),
          domains: fc.uniqueArray(fc.constantFrom("one.example", "two.example")),
        },
        { requiredKeys: ["name", "zone", "week"] },
      ),
      furtherAudiences: fc.record({ partners: localised }),
      clauses,
    }),
    fc.record(
      {
        inForceFrom: fc.option(date),
        objectives: fc.array(localised, { maxLength: 3 }),
        promises: fc.array(localised, { maxLength: 3 }),
        stewards: fc.record(
          { admins: fc.array(reference, { maxLength: 3 }), moderators: fc.array(reference, { maxLength: 3 }) },
          optional,
        ),
        audiences: fc.array(
          fc.record({ is: fc.constant("client"), of: short, standing: fc.constantFrom(...standings) }),
        ),
        spaces: fc.dictionary(reference, fc.constantFrom(...purposes)),
        caps: fc.record({ day: fc.nat(1000), dayAndClause: fc.nat(1000) }),
        promotion: fc.record({ shadowDays: fc.nat(365) }),
        pausedUntil: fc.option(date),
      },
      optional,
    ),
  )
  // As a store gives it back.
  .map(([needed, rest]) => JSON.parse(JSON.stringify({ ...needed, ...rest })) as unknown);

describe("a charter and its file", () => {
  test("whatever a charter holds, its file gives it back, and the same again", () => {
    fc.assert(
      fc.property(charter, (written) => {
        const yaml = writeDocument(written, rules);
        const back = readDocument(yaml, rules);
        expect(back.ok ? [] : back.problems).toEqual([]);
        if (!back.ok) return;
        expect(back.written).toEqual(written);
        expect(writeDocument(back.written, rules)).toBe(yaml);
        const again = readDocument(new TextEncoder().encode(writeDocument(back.written)), rules);
        expect(again.ok && again.revision.charter).toEqual(back.revision.charter);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("the order in which a store holds the parts makes no difference to the file", () => {
    fc.assert(
      fc.property(charter, (written) => {
        expect(writeDocument(reversed(written), rules)).toBe(writeDocument(written, rules));
      }),
      { numRuns: 50 },
    );
  });

  test("no file makes it throw, and each mistake has a sentence", () => {
    const lines = fc.constantFrom(
      "a: 1",
      " b: 2",
      "- c",
      "\td: 3",
      "e: *x",
      "f: &x [1]",
      "g: [",
      '"h',
      "? i",
      "---",
      "<<: 1",
    );
    const file = fc.oneof(
      fc.array(lines, { maxLength: 8 }).map((all) => new TextEncoder().encode(all.join("\n"))),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(file, fc.constantFrom(...locales), (bytes, locale) => {
        const answer = readDocument(bytes, rules, locale);
        expect(answer.ok).toBe(false);
        if (!answer.ok) for (const { text } of answer.problems) expect(text).toMatch(/\S{2,} \S+/);
      }),
      { numRuns: 200 },
    );
  });
});

/** The same with the members of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe("the starter charters", () => {
  const starter = (locale: Locale) => {
    const answer = readDocument(read(`starter.${locale}.yaml`), rules, locale);
    if (!answer.ok) throw new Error(answer.problems.map(({ line, text }) => `${line}: ${text}`).join("\n"));
    return { ...answer, written: answer.written as { readonly organisation: object } };
  };

  test.each(locales)("the one in %s can be used as it is, speaks nowhere, and leaves much to people", (locale) => {
    const { clauses: all } = starter(locale).revision.charter;
    expect(all.every(({ stage }) => stage === "shadow")).toBe(true);
    expect(all.filter(({ rule }) => rule === null).length).toBeGreaterThanOrEqual(5);
    const enforced = all.flatMap(({ rule }) => (rule === null ? [] : [rule]));
    expect([...new Set(enforced)].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  test("what hurts people has a clause of its own, and no category is looked for by two", () => {
    const ofContent = starter("en").revision.charter.clauses.filter(({ rule }) => rule === "professional-content");
    const rule = rules.find(({ id }) => id === "professional-content");
    const on = ofContent.map(({ settings: chosen }) =>
      Object.entries(rule?.settings.parse(chosen) ?? {}).flatMap(([category, is]) => (is === true ? [category] : [])),
    );
    expect(ofContent.map(({ id }) => id)).toEqual(["professional-content", "respect-for-persons"]);
    expect(on).toEqual([
      ["spam", "gambling", "sale", "politics", "religion"],
      ["harassment", "hate", "sexual"],
    ]);
  });

  test("both say the same, but for the organisation's name and the comments", () => {
    const [en, fr] = [starter("en").written, starter("fr").written];
    expect({ ...fr, organisation: { ...fr.organisation, name: "" } }).toEqual({
      ...en,
      organisation: { ...en.organisation, name: "" },
    });
    const comments = (text: string): string[] => text.split("\n").filter((line) => /^ *# .*\w{4}/.test(line));
    const english = comments(read("starter.en.yaml"));
    expect(english.length).toBeGreaterThan(15);
    // What is shown as an example, or points at the schema, is the same.
    const shared = comments(read("starter.fr.yaml")).filter((line) => english.includes(line));
    expect(shared.every((line) => /^ *# (yaml-language-server:|[\w-]+:|- \{| {2}[\w:-]+)/.test(line))).toBe(true);
  });

  test("its French is written with a space that does not break before its signs", () => {
    const text = read("starter.fr.yaml").replaceAll(/^.*(?:en: |https?:).*$/gm, "");
    expect([...text.matchAll(/.{0,20}(?:[^\s«] [;!?»]|« \S).{0,10}/g)].map(([found]) => found)).toEqual([]);
  });

  test.each(locales)("editors find the schema from the one in %s", (locale) => {
    expect(read(`starter.${locale}.yaml`)).toMatch(/^# yaml-language-server: \$schema=\.\/charter\.schema\.json$/m);
  });
});

describe("the schema for editors", () => {
  test("is up to date", () => {
    const current: unknown = JSON.parse(read("charter.schema.json"));
    expect(
      current,
      "renew it with: npm run charter -- schema --out charters/charter.schema.json && npm run format",
    ).toEqual(charterJsonSchema(rules));
  });

  test("knows every part of a charter, and the settings of a clause by its rule", () => {
    const schema = charterJsonSchema(rules);
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(["organisation", "promises", "clauses"]),
    );
    expect(schema).toMatchObject({ additionalProperties: false, required: ["organisation", "clauses"] });
    for (const [index, { id }] of rules.entries()) {
      const ofRule = `properties.clauses.items.allOf.${index}`;
      expect(schema).toHaveProperty(`${ofRule}.if.properties.rule.const`, id);
      expect(schema).toHaveProperty(`${ofRule}.then.properties.settings.type`, "object");
      expect(schema).toHaveProperty(`${ofRule}.then.properties.settings.additionalProperties`, false);
    }
    expect(schema).toHaveProperty("properties.clauses.items.properties.rule.enum", [
      ...rules.map(({ id }) => id),
      null,
    ]);
  });
});
