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
    expect(content).toContain("private adverts: sales, gifts, lets");
    expect(content).toContain("A private note, at once, with the reason and a better way.");
    expect(content).toContain("You alone.");
    expect(content).toContain("until 24 hours after you were told");
    expect(content).toContain("/charter contest");
    const rest = article(html, "right-to-rest");
    expect(rest).toContain("Monday to Friday from 08:30 to 18:30");
    expect(rest).toContain("Your first 2 in a week pass without a word");
    expect(rest).toContain("Nothing that says who you are, what you wrote or when.");
    expect(wordsOf(html)).toContain(
      "You get at most 2 such notes a day over all clauses, and at most 1 for one clause.",
    );
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
    expect(article(printed(clause("rule: null"), "en"), "one")).toContain("no program looks for it");
  });

  test.each([
    ["in shadow", "stage: shadow", /tried in silence, and nobody is told anything[^]*Once it speaks: a private note/],
    ["a draft", "stage: draft", /Nothing: it is a draft/],
    ["at nudge", "stage: nudge", /\nA private note, at once/],
    ["at case", "stage: case", /a case is opened[^]*the stewards who look at cases[^]*14 days after its decision/],
    ["paused", "stage: nudge, pausedUntil: 2026-11-30", /Nothing until November 30, 2026, that day included/],
    ["no longer paused", "stage: nudge, pausedUntil: 2026-11-21", /\nA private note, at once/],
    ["binding people from outside", "stage: nudge, binds: [staff, client]", /whoever invited them/],
  ])("says what a clause does that is %s", (_, rest, expected) => {
    expect(article(printed(clause(`rule: confidential-data, ${rest}`), "en"), "one")).toMatch(expected);
  });

  test("says from when it is in force, and when all of it is paused", () => {
    const early = printed(`inForceFrom: 2027-01-04\npausedUntil: 2026-12-01\n${clause("rule: null")}`, "fr");
    expect(wordsOf(early)).toContain("Pas encore en vigueur\u00a0: à partir du 4 janvier 2027.");
    expect(wordsOf(early)).toContain("toute la charte se tait jusqu’au 1 décembre 2026 inclus");
    expect(wordsOf(printed(`inForceFrom: 2026-01-04\n${clause("rule: null")}`, "en"))).toContain("In force since");
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

  test("lists the spaces in which nothing is judged", () => {
    const words = wordsOf(
      printed(`spaces: { "slack:C7": sanctuary, "slack:C8": client }\n${clause("rule: null")}`, "en"),
    );
    expect(words).toContain("never read by the charter: slack:C7.");
  });
});

describe("what a rule notices, in words", () => {
  test("every rule has words for it", () => {
    expect(
      rules.map(({ id }) => id).filter((id) => !worded.includes(id)),
      "add them to src/print/judged.ts",
    ).toEqual([]);
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
    expect(weekIn([day, day, day, day, day, [], []], "fr")).toBe("du lundi au vendredi de 09:00 à 17:00");
    expect(weekIn([[], [], [], [], [], [], []], "en")).toBe("not set");
  });
});
