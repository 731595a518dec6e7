import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { locales, type Locale } from "./core/model.ts";
import { readDocument } from "./document.ts";
import { printCharter } from "./print.ts";
import { judgedBy, worded } from "./print/judged.ts";
import { weekIn } from "./print/week.ts";

const on = Temporal.PlainDate.from("2026-11-22");
const starter = (locale: Locale): string =>
  readFileSync(join(import.meta.dirname, "..", "charters", `starter.${locale}.yaml`), "utf8");
function printed(file: string, locale: Locale, nameOf?: (reference: string) => string | null): string {
  const read = readDocument(file, rules, locale);
  if (!read.ok) throw new Error(read.problems.map(({ line, text }) => `${line}: ${text}`).join("\n"));
  return printCharter({ revision: read.revision, rules, locale, on, ...(nameOf && { nameOf }) });
}
/** What stands on the paper, without markup, each part on a line. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>/, "")
    .replaceAll(/<code>|<\/code>/g, "")
    .replaceAll(/<[^>]+>/g, "\n")
    .replaceAll(/\n+/g, "\n");
const article = (html: string, id: string): string =>
  wordsOf(new RegExp(`<article id="${id}">[^]*?</article>`).exec(html)?.[0] ?? "");

const organisation = `organisation: { name: "<b>X</b> & Co", zone: Europe/Paris, week: { mon: ["09:00-17:00"] } }\n`;
const clause = (rest: string): string =>
  `${organisation}clauses: [{ id: one, title: { en: One, fr: Un }, prose: { en: a, fr: b }, ${rest} }]\n`;

describe("the printed charter", () => {
  test("says what happens to a private advert on a Sunday at 22:00: what is judged, who is told, what is kept, what passes", () => {
    const html = printed(starter("en").replaceAll("stage: shadow", "stage: nudge"), "en");
    const content = article(html, "professional-content");
    expect(content).toContain("private adverts (sales, gifts, lets)");
    expect(content).toContain("A private note.");
    const rest = article(html, "right-to-rest");
    expect(rest).toContain("Monday to Friday from 08:30 to 18:30");
    expect(rest).toContain("The first 2 times in a week pass without a note.");
    expect(rest).toContain("Nothing that says who, what or when");
    const words = wordsOf(html);
    expect(words).toContain("The note: nobody but you.");
    expect(words).toContain("until 24 hours after it");
    expect(words).toContain("press “I object” on the note or write /charter contest");
    expect(words).toContain("At most 2 notes a day, 1 for one clause.");
    expect(words).toContain(
      "On Sunday at 22:00, outside your working hours, you post a private advert in a space for work. Clause 1 gives you a private note. " +
        "Of what clause 6 notices, the first 2 times in a week pass without a note. After them: clause 6 gives you a private note.",
    );
    expect(words).toContain("Clause 1 does not look for adverts there. You hear nothing.");
  });

  test("says in plain words that a clause in silence gives no note and keeps nothing that names anybody", () => {
    const words = wordsOf(printed(starter("en"), "en"));
    expect(words).toContain("Clauses: 6 tried in silence, 1 not in use, 5 matters for people.");
    expect(words).toContain("no note, and nothing is kept that names you: only a count, without your words.");
    expect(words).toContain("Clauses 1 and 6 are being tried in silence: you get no note");
    expect(words).toContain("in a space for work that is no trial space. Clauses 1 and 6 are being tried in silence");
    expect(words).toContain(
      "Once they speak: clause 1 gives you a private note; clause 6 gives you none the first 2 times in a week.",
    );
    expect(words).toContain("Draft: no clause gives notes yet, except in trial spaces.");
    expect(words).toContain("none is declared yet: name them before the charter is in force.");
    expect(words).toContain("Beyond clauses 1 to 7, nothing is left to a program");
  });

  test.each([
    [
      "with an advert at a time of work for all",
      `week: { sun: ["21:00-23:00"], tue: ["09:00-17:00"] }`,
      /On Sunday at 22:00, within your working hours, [^.]*\. Clause 1 is being tried/,
    ],
    [
      "where Tuesday is a day of rest",
      `week: { wed: ["09:00-17:00"] }`,
      /On Tuesday at 10:00, outside your [^.]*\. Clause 1 does not [^.]*\. Clause 2 is being tried/,
    ],
  ])("has its examples true of the charter: %s", (_, week, expected) => {
    const file = `organisation: { name: X, zone: Europe/Paris, ${week} }
clauses:
  - { id: a, title: { en: A, fr: A }, prose: { en: a, fr: b }, rule: professional-content }
  - { id: b, title: { en: B, fr: B }, prose: { en: a, fr: b }, rule: resting-hours }
`;
    expect(wordsOf(printed(file, "en"))).toMatch(expected);
  });

  test.each([
    ["looks for no adverts", "rule: professional-content, settings: { sale: false }"],
    ["is a draft", "rule: professional-content, stage: draft"],
    ["binds nobody of the staff", "rule: professional-content, binds: [client]"],
    [
      "does not hold for staff",
      "rule: professional-content, exceptions: [{ audience: staff, reason: safety, until: 2026-12-01 }]",
    ],
  ])("has no examples of adverts where the clause %s", (_, rest) => {
    expect(wordsOf(printed(clause("rule: professional-content"), "en"))).toContain("Two examples");
    expect(wordsOf(printed(clause(rest), "en"))).not.toContain("Two examples");
  });

  test.each(locales)("is one page in %s that fetches nothing and has its headings in order", (locale) => {
    const html = printed(starter(locale), locale);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).not.toMatch(/<(?:script|img|link|iframe)|https?:|url\(|@import/);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  test("is in one language at a time, and French has no space that breaks before its signs", () => {
    const french = wordsOf(printed(starter("fr"), "fr"));
    expect([...french.matchAll(/.{0,20}[^\s«] [;:!?»].{0,10}/g)].map(([found]) => found)).toEqual([]);
    expect(french).not.toMatch(/\b(?:the|nothing|week|told)\b/i);
    expect(wordsOf(printed(starter("en"), "en"))).not.toMatch(/\b(?:rien|semaine|vous)\b/i);
  });

  test("shows what people wrote as text, never as markup", () => {
    const html = printed(
      clause(`rule: null`).replace("prose: { en: a", `prose: { en: "<script>alert(1)</script>"`),
      "en",
    );
    expect(html).toContain("&lt;b&gt;X&lt;/b&gt; &amp; Co");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script");
  });

  test("leaves matters for people to people", () => {
    const html = printed(clause("rule: null"), "en");
    expect(article(html, "one")).toContain("A matter for people.");
    expect(wordsOf(html)).toContain("Nothing is left to a program");
  });

  test.each([
    ["in shadow", "stage: shadow", /\nTried in silence\.\n/],
    ["a draft", "stage: draft", /\nA draft: it is not applied\.\n/],
    ["at nudge", "stage: nudge", /\nA private note\.\n/],
    [
      "at nudge after one that passes",
      "stage: nudge, allowance: 1",
      /\nA private note\. The first time in a week passes/,
    ],
    ["at case", "stage: case", /\nA private note, and a case that a steward looks at\.\n/],
    [
      "paused",
      "stage: nudge, pausedUntil: 2026-11-30",
      /until November 30, 2026, that day included\. Afterwards: a private/,
    ],
    ["no longer paused", "stage: nudge, pausedUntil: 2026-11-21", /\nA private note\.\n/],
    ["binding people from outside", "stage: nudge, binds: [staff, client]", /Staff, clients\.[^]*whoever invited them/],
  ])("says what a clause does that is %s", (_, rest, expected) => {
    expect(article(printed(clause(`rule: confidential-data, ${rest}`), "en"), "one")).toMatch(expected);
  });

  test("says which clauses open cases, and what is masked where a clause finds it", () => {
    const words = wordsOf(printed(clause("rule: confidential-data, stage: case"), "en"));
    expect(words).toContain("or if clause 1 opens one");
    expect(words).toContain("private contacts found by clause 1");
    expect(words).toContain("A clause that opens cases does so beyond these notes too");
    const silent = wordsOf(printed(clause("rule: professional-content"), "en"));
    expect(silent).toContain("as none does today");
    expect(silent).not.toContain("found by clause");
    expect(silent).not.toContain("beyond these notes");
  });

  test("says of a clause with nothing to look for only that it is not in use", () => {
    const words = article(printed(starter("en"), "en"), "outside-connections");
    expect(words).toContain("Not in use: it looks for nothing until the organisation names its networks or countries.");
    expect(words).not.toMatch(/What it notices|What is kept|Tried in silence/);
  });

  test("of a file says that it is a draft, and from when it is meant to hold", () => {
    const words = wordsOf(printed(`inForceFrom: 2027-01-04\npausedUntil: 2026-12-01\n${clause("rule: null")}`, "fr"));
    expect(words).toContain("Projet · imprimé le 22 novembre 2026");
    expect(words).toContain("Entrée en vigueur prévue le 4 janvier 2027.");
    expect(words).toContain("toute la charte se tait jusqu’au 1er\u00a0décembre 2026 inclus");
  });

  test.each([
    [
      "inForceFrom: 2027-01-04\n",
      "Not in force yet: from January 4, 2027. Until then its clauses are tried in silence.",
    ],
    ["inForceFrom: 2026-01-04\n", "In force since January 4, 2026."],
    ["", "In force."],
  ])("of a revision says its number and since when it holds (%j)", (date, expected) => {
    const read = readDocument(`${date}${clause("rule: null")}`, rules);
    if (!read.ok) throw new Error("this charter can be read");
    const { charter } = read.revision;
    const words = wordsOf(printCharter({ revision: { number: 7, charter }, rules, locale: "en", on }));
    expect(words).toContain("Revision 7 · printed on November 22, 2026");
    expect(words).toContain(expected);
  });

  test.each([
    ["stage: nudge", "Private notes come from clause 1. In trial spaces,", /none is declared yet\.\n/],
    ["stage: shadow", "No clause gives notes yet, except in trial spaces.", /none is declared yet\.\n/],
    ["stage: draft", null, /none is declared yet\.\n/],
  ])("of a revision in force says who gives notes today (%s)", (rest, expected, sanctuaries) => {
    const read = readDocument(clause(`rule: professional-content, ${rest}`), rules);
    if (!read.ok) throw new Error("this charter can be read");
    const say = (charter: typeof read.revision.charter): string =>
      wordsOf(printCharter({ revision: { number: 7, charter }, rules, locale: "en", on }));
    const { charter } = read.revision;
    if (expected === null) expect(say(charter)).not.toMatch(/Private notes come|No clause gives notes/);
    else expect(say(charter)).toContain(expected);
    expect(say(charter)).toMatch(sanctuaries);
    const paused = say({ ...charter, pausedUntil: "2026-12-01" });
    expect(paused.includes("not even in trial spaces")).toBe(expected !== null);
  });

  test("names places and groups in exceptions, and only counts persons; what is over is not there", () => {
    const exceptions = [
      `{ space: "slack:C1", reason: safety, until: 2026-12-01 }`,
      `{ group: "slack:S1", reason: on-call, until: 2026-12-01 }`,
      `{ account: "slack:U1", reason: health, until: 2026-12-01 }`,
      `{ account: "slack:U2", reason: health, until: 2026-12-01 }`,
      `{ space: "slack:C9", reason: safety, until: 2026-11-21 }`,
    ];
    const file = clause(
      `rule: watched-terms, settings: { terms: [{ term: Falcon }] }, exceptions: [${exceptions.join(", ")}]`,
    );
    const words = article(
      printed(file, "en", (reference) => (reference === "slack:C1" ? "Night desk" : null)),
      "one",
    );
    expect(words).toContain("The space Night desk: safety, until December 1, 2026.");
    expect(words).toContain("The group slack:S1: on call, until December 1, 2026.");
    expect(words).toContain("2 people: health, until December 1, 2026.");
    expect(words).not.toMatch(/slack:U|slack:C9/);
    // What the organisation watches for may be secret itself.
    expect(words).not.toContain("Falcon");
  });

  test("lists what is never looked at, with the spaces in which nothing is judged", () => {
    const words = wordsOf(
      printed(`spaces: { "slack:C7": sanctuary, "slack:C8": client }\n${clause("rule: null")}`, "en"),
    );
    expect(words).toContain("Direct messages between people, calls, the inside of files and pictures.");
    expect(words).toContain("neither words nor hours nor who is there: slack:C7.");
    expect(wordsOf(printed(clause("rule: null"), "en"))).toContain("none is declared yet");
  });
});

describe("what a rule notices, in words", () => {
  test("every rule has words for it", () => {
    expect(
      rules.map(({ id }) => id).filter((id) => !worded.includes(id)),
      "add them to src/print/judged.ts",
    ).toEqual([]);
  });

  test.each(["professional-content", "confidential-data"])("each switch of %s has words of its own", (id) => {
    const rule = rules.find((each) => each.id === id);
    const read = readDocument(clause("rule: null"), rules);
    if (!rule || !read.ok) throw new Error("there is such a rule, and this charter can be read");
    const switches = Object.entries(Object(rule.settings.parse({}))).filter(([, is]) => typeof is === "boolean");
    const off = Object.fromEntries(switches.map(([name]) => [name, false]));
    const wordless = switches
      .map(([name]) => name)
      .filter((name) => {
        const { organisation: ours } = read.revision.charter;
        return judgedBy(rule, { ...off, [name]: true }, { organisation: ours, locale: "fr" }).length !== 1;
      });
    expect(switches.length).toBeGreaterThan(5);
    expect(wordless, "add them to src/print/judged.ts").toEqual([]);
  });

  test("what is switched off is not said to be noticed", () => {
    const rule = rules.find(({ id }) => id === "professional-content");
    if (!rule) throw new Error("there is such a rule");
    const read = readDocument(clause("rule: null"), rules);
    if (!read.ok) throw new Error("this charter can be read");
    const { organisation: ours } = read.revision.charter;
    const noticed = (settings: object): string =>
      judgedBy(rule, { ...settings }, { organisation: ours, locale: "en" }).join("\n");
    expect(noticed({})).toContain("betting");
    expect(noticed({})).not.toContain("leisure");
    expect(noticed({ gambling: false, smallTalk: true })).not.toContain("betting");
    expect(noticed({ gambling: false, smallTalk: true })).toContain("leisure");
  });

  test("a week is told with the days that are alike together", () => {
    const day = [[540, 1020]] as const;
    expect(
      weekIn(
        [
          day,
          day,
          [],
          day,
          [
            [540, 720],
            [780, 1020],
          ],
          [],
          [],
        ],
        "en",
      ),
    ).toBe(
      "Monday to Tuesday from 09:00 to 17:00, Thursday from 09:00 to 17:00, Friday from 09:00 to 12:00 and 13:00 to 17:00",
    );
    expect(weekIn([day, day, day, day, day, [], []], "fr")).toBe("du lundi au vendredi de 9\u00a0h à 17\u00a0h");
    expect(weekIn([[[510, 1110]], [], [], [], [], [], []], "fr")).toBe(
      "le lundi de 8\u00a0h\u00a030 à 18\u00a0h\u00a030",
    );
    expect(weekIn([[], [], [], [], [], [], []], "en")).toBe("not set");
  });
});
