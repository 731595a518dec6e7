import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { locales } from "./core/model.ts";
import { problemLine, readDocument, writeDocument } from "./document.ts";

const problemsIn = (file: string | Uint8Array, locale: "en" | "fr" = "en"): readonly string[] => {
  const read = readDocument(file, rules, locale);
  return read.ok ? [] : read.problems.map(problemLine);
};
const bytes = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
const organisation = `organisation: { name: X, zone: Europe/Paris, week: { mon: ["09:00-17:00"] } }\n`;
const small = `${organisation}clauses: []\n`;
const wrong = `organisation:
  name: X
  zone: Europe/Pari
  week: { mon: ["8:30-12:00"], tuesday: [] }
  holidaysByZone:
    america/torronto: { country: CA }
audiences:
  - { is: clientt, standing: memberr }
spaces:
  teams:19:abc@thread.v2: clint
inForceFrom: 2026-13-01
caps: 3
clauses:
  - id: one
    title: { en: Hi }
    stage: Nudg
    exeptions: []
    exceptions:
      - { space: slack:C1, reason: oncall, until: tomorrow }
    allowance: 1.5
  - id: two
    title: { en: a, fr: b }
    prose: { en: a, fr: b }
    rule: watched-terms
    settings: { trems: [] }
`;

describe("mistakes in a charter file", () => {
  test("are told all at once, each with its line, its column and what was probably meant", () => {
    expect(problemsIn(wrong)).toEqual([
      expect.stringMatching(/^3:9 organisation\.zone: .*Did you mean "Europe\/Paris"\?$/),
      '4:17 organisation.week.mon.0: Write working time as "08:30-12:00".',
      '4:32 organisation.week.tuesday: There is no "tuesday" here. Did you mean "tue"?',
      expect.stringMatching(/^6:5 organisation\.holidaysByZone\.america\/torronto: .*"America\/Toronto"\?$/),
      expect.stringMatching(/^8:30 audiences\.0\.standing: .* Did you mean "member"\?$/),
      expect.stringMatching(/^10:27 spaces\.teams:19:abc@thread\.v2: .* Did you mean "client"\?$/),
      '11:14 inForceFrom: Write a date as "2026-12-01".',
      "12:7 caps: Write names with their values here, not a number.",
      "14:5 clauses.0.prose: This is missing.",
      "15:5 clauses.0.title.fr: This is missing.",
      '16:12 clauses.0.stage: Write one of these: draft, shadow, nudge, case. Did you mean "nudge"?',
      '17:5 clauses.0.exeptions: There is no "exeptions" here. Did you mean "exceptions"?',
      expect.stringMatching(/^19:36 clauses\.0\.exceptions\.0\.reason: .* Did you mean "on-call"\?$/),
      '19:51 clauses.0.exceptions.0.until: Write a date as "2026-12-01".',
      "20:16 clauses.0.allowance: Write a whole number here.",
      '25:17 clauses.1.settings.trems: There is no "trems" here. Did you mean "terms"?',
    ]);
  });

  test("are told in French to who reads French", () => {
    const problems = problemsIn(wrong, "fr");
    expect(problems).toHaveLength(problemsIn(wrong).length);
    expect(problems).toContain("14:5 clauses.0.prose: Cet élément manque.");
    expect(problems).toContain(
      "17:5 clauses.0.exeptions: Il n’y a pas de «\u00a0exeptions\u00a0» ici. Vouliez-vous dire «\u00a0exceptions\u00a0»\u00a0?",
    );
    expect(problems.join("\n")).not.toMatch(/Write|missing|There is|Did you/);
  });

  test("name the rule and the audience that were probably meant", () => {
    const clause = `  - { id: a, title: { en: a, fr: b }, prose: { en: a, fr: b }, rule: watched-term }\n`;
    const file = `${organisation}furtherAudiences: { partners: { en: p, fr: p } }\naudiences: [{ is: partner, standing: guest }]\nclauses:\n${clause}`;
    expect(problemsIn(file)).toEqual([
      expect.stringMatching(/^3:19 audiences\.0\.is: .* Did you mean "partners"\?$/),
      expect.stringMatching(/^5:\d+ clauses\.0\.rule: .* Did you mean "watched-terms"\?$/),
    ]);
  });

  test("of a file that is no charter at all end with how many more there are", () => {
    const file = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`).join("\n");
    const problems = problemsIn(file);
    expect(problems).toHaveLength(201);
    expect(problems).toContain("And 4802 more mistakes, to be told once these are mended.");
  });
});

const bomb = [
  "a0: &a0 [x, x, x, x, x, x, x, x, x]",
  ...Array.from({ length: 8 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`),
].join("\n");

describe("a file that is not as it should be", () => {
  test.each([
    ["larger than 256 KiB", new Uint8Array(2_000_000).fill(0x61), /^The file has 1954 KiB/],
    ["in UTF-16 with its mark", bytes(`\ufeff${small}`, "utf16le"), /^The file is written in UTF-16/],
    ["in UTF-16 without it", bytes(small, "utf16le"), /^The file is written in UTF-16/],
    ["in Latin-1", bytes("organisation:\n  name: Société\n", "latin1"), /^2:13 From here on the file is not UTF-8/],
    ["with a NUL", "organisation:\n  name: a\0b\n", /^2:10 This text holds a character that cannot be kept/],
    ["empty", "", /^The file is empty/],
    ["of comments only", "# nothing\n", /^The file is empty/],
    ["of a list", "- a\n- b\n", /^1:1 A charter is made of named parts/],
    ["of a single value", "hello\n", /^1:1 A charter is made of named parts/],
    ["of several documents", `${small}---\n${small}`, /^3:1 A second document begins here/],
    ["with anchors that explode", bomb, /^The anchors of this file repeat each other/],
    ["with an anchor that holds itself", "a: &a [*a]\n", /^The anchors of this file repeat each other/],
    ["with an alias of nothing", "a: *b\n", /^1:4 No anchor of this name/],
    ["with tags", "a: !!js/function x\n", /^1:4 A charter is read without tags/],
    ["with a directive", `%YAML 1.1\n---\n${small}`, /^1:1 A charter is read without directives/],
    ["nested without an end", `a: ${"[".repeat(50_000)}`, /nested too deeply/],
    ["with a name that is a list", `? [x]\n: y\n`, /^1:3 The name of a part must be a text/],
  ])("%s gets one clear sentence", (_, file, sentence) => {
    for (const locale of locales) expect(problemsIn(file, locale)).toHaveLength(1);
    expect(problemsIn(file)[0]).toMatch(sentence);
    expect(problemsIn(file, "fr")[0]).not.toBe(problemsIn(file)[0]);
  });

  test("is told of every line that YAML cannot read", () => {
    expect(problemsIn("a:\n\tb: 1\nc: d: e\nf: [1,\n")).toEqual([
      "2:1 This line is indented with a tab. Please use spaces.",
      "3:4 There is a colon with a space inside this text. Please put the text in quotation marks.",
      expect.stringMatching(/^5:1 /),
    ]);
  });

  test("is told of a key that stands twice and of merging beside its other mistakes", () => {
    const file = `${organisation}caps: &c { day: 1, dayAndClause: 1 }\ncaps: { day: 2, dayAndClause: 1 }\npromotion: { <<: *c }\nclauses: []\n`;
    expect(problemsIn(file)).toEqual([
      '3:1 caps: "caps" is here a second time. Keep one of the two.',
      "4:1 promotion.shadowDays: This is missing.",
      expect.stringMatching(/^4:14 <<: A charter is read without merge keys/),
    ]);
  });

  test.each([
    ["half of a character", String.raw`"\ud83d"`],
    ["a NUL that is escaped", String.raw`"a\0"`],
    ["a number without a value", ".nan"],
  ])("with %s, which no store could keep, is refused", (_, value) => {
    expect(problemsIn(small.replace("name: X", `name: ${value}`)).length).toBeGreaterThan(0);
  });

  test("of nine thousand parts is refused in time: no part is compared with every other", () => {
    const file = Array.from({ length: 9000 }, (_, index) => `${index.toString(36)}:`).join("\n");
    expect(problemsIn(file)).toHaveLength(201);
  });

  test("with thousands of mistakes of any kind tells two hundred, and how many others there are", () => {
    for (const line of ["a: @b", "\ta: 1", "- *a", "a: 1", "- .inf", "a: |", "__proto__: 1"]) {
      const problems = problemsIn(`x:\n${`${line}\n`.repeat(5000)}`);
      expect(problems).toHaveLength(201);
      expect(problems.at(-1)).toMatch(/^And \d+ more mistakes/);
    }
    expect(problemsIn("a: @b\n".repeat(201), "fr").at(-1)).toMatch(/^Et 1 autre erreur,/);
  });

  test.each([
    ["above all others", "__proto__: { admin: true }\n"],
    ["deep inside", "spaces: { __proto__: social }\n"],
    ["written with an escape", '"__pr\\x6fto__": 1\n'],
    ["where any name may stand", "clauses: [{ settings: { __proto__: 1 } }]\n"],
  ])("with __proto__ %s is refused", (_, part) => {
    expect(problemsIn(`${organisation}${part}`)).toEqual([
      expect.stringMatching(/^2:\d+ __proto__: No part can be called "__proto__"/),
    ]);
  });

  test("quotes little of what it holds, and nothing that a terminal would obey or take for a line of ours", () => {
    const name = `\\e[2J${"k".repeat(250)}\\nall is well`;
    const [problem = ""] = problemsIn(`${small}"${name}": 1\n`);
    expect(problem).toContain("\\u{1b}[2J");
    expect(problem).not.toMatch(/\p{Cc}/u);
    expect(problem).toMatch(/There is no ".{50,70}…" here\.$/);
    expect(problemsIn(small.replace("Europe/Paris", "z".repeat(100_000)))[0]?.length).toBeLessThan(200);
  });
});

describe("a charter file", () => {
  test("may begin with a byte order mark, end its lines as Windows does, and use anchors sparingly", () => {
    const file = `\ufeff${small}`.replaceAll("\n", "\r\n");
    expect(problemsIn(bytes(file, "utf8"))).toEqual([]);
    expect(problemsIn(file)).toEqual([]);
    const shared = `${organisation}objectives: [&o { en: a, fr: b }]\npromises: [*o]\nclauses: []\n`;
    const read = readDocument(shared, rules);
    expect(read.ok && read.written).toMatchObject({ promises: [{ en: "a", fr: "b" }] });
  });

  test("may hold five thousand audiences and be written out and read again", () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `  - { is: client, domains: [a${at}.eu] }`);
    const read = readDocument(`${small}audiences:\n${lines.join("\n")}\n`, rules);
    expect(read.ok && read.revision.charter.audiences.length).toBe(5000);
    const again = readDocument(read.ok ? writeDocument(read.written, rules) : "", rules);
    expect(again.ok && again.revision.charter.audiences.length).toBe(5000);
    expect(problemsIn(`${small}audiences: [${"{},".repeat(5001)}]\n`)).toEqual([
      "3:12 audiences: Here are 5001 entries; there may be at most 5000.",
    ]);
    expect(problemsIn(organisation + `clauses: [${"1,".repeat(101)}]\n`, "fr")).toEqual([
      "2:10 clauses: Il y a ici 101 éléments\u00a0; il en faut au plus 100.",
    ]);
  });

  test("with characters that nobody sees is written with escapes, and read again as it was", () => {
    const name = "a\u0085b\u009b2Jc\u202ed\u2066e\ufefff\u007f";
    const read = readDocument(small.replace("name: X", `name: ${JSON.stringify(name)}`), rules);
    const written = read.ok ? writeDocument(read.written, rules) : "";
    expect(written).toContain(String.raw`\u202e`);
    expect(written).not.toMatch(/[\u007f-\u009f\u202e\u2066\ufeff]/);
    const again = readDocument(written, rules);
    expect(again.ok && again.revision.charter.organisation.name).toBe(name);
  });

  test("is written in reading order, with prose folded and quotation marks only where they are needed", () => {
    const prose =
      "A long sentence of more than a hundred characters: with a colon, so that it needs a line or two of its own.";
    const clause = {
      settings: { terms: [{ allow: ["rue du Faucon"], term: "yes" }] },
      rule: "watched-terms",
      prose: { fr: "Court\u00a0: oui.", en: prose },
      title: { fr: "b", en: "a: b" },
      id: "one",
    };
    const week = { tue: [], mon: ["08:30-12:00", "13:00-17:00"] };
    const written = { clauses: [clause], organisation: { week, zone: "Europe/Paris", name: "X" } };
    expect(writeDocument(written, rules)).toBe(`organisation:
  name: X
  zone: Europe/Paris
  week:
    mon: [08:30-12:00, 13:00-17:00]
    tue: []
clauses:
  - id: one
    title:
      en: "a: b"
      fr: b
    prose:
      en: >-
        A long sentence of more than a hundred characters: with a colon, so that it needs a line or
        two of its own.
      fr: "Court\u00a0: oui."
    rule: watched-terms
    settings:
      terms:
        - term: "yes"
          allow: [rue du Faucon]
`);
  });
});
