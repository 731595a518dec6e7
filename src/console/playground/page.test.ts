import { expect, test } from "vitest";
import { locales } from "../../core/model.ts";
import { playgroundPage } from "./page.ts";
import { words } from "./words.ts";

test.each(locales)("every control of the %s page has a name, and every reference leads somewhere", (locale) => {
  const page = playgroundPage(locale);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
  for (const [, list = ""] of page.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/gu)) {
    for (const id of list.split(" ")) expect(ids).toContain(id);
  }
  for (const [select, id = ""] of page.matchAll(/<select id="([^"]+)"[^>]*>/gu)) {
    expect(page.includes(` for="${id}"`) || / aria-label="[^"]+"/u.test(select)).toBe(true);
  }
  expect(page).toContain(`<html lang="${locale}">`);
});

test("French sentences keep their signs with a no-break space, and speak to people as vous", () => {
  const sentences = JSON.stringify(words.fr);
  expect(sentences).not.toMatch(/[\p{L}\d»][:;!?](?=[\s"])| [:;!?»]/u);
  expect(sentences).not.toMatch(/(?<!\p{L})(?:tu|ton|ta|tes|toi)(?!\p{L})/iu);
});

test("every outcome and purpose has words in both languages", () => {
  for (const locale of locales) {
    for (const outcome of ["told", "allowed", "capped", "shadow", "repeat", "superseded", "untold"]) {
      expect(words[locale].outcomes[outcome]).toBeTruthy();
      expect(words[locale].outcomeNames[outcome]).toBeTruthy();
    }
    for (const outcome of Object.keys(words.en.outcomesHere)) expect(words[locale].outcomesHere[outcome]).toBeTruthy();
  }
  expect(Object.keys(words.fr.purposes)).toEqual(Object.keys(words.en.purposes));
});
