import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startChild, type Child } from "../child.ts";
import { freePort } from "../postgres.ts";
import { describeInChromium, launch } from "./chromium.ts";
import { openPlayground, type Playground } from "./stage.ts";
import { labels } from "./labels.ts";

describeInChromium("a day of the small company, as npm start gives it", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  describe.each(["en", "fr"] as const)("in %s", { timeout: 120_000 }, (locale) => inLanguage(() => browser, locale));
});

function inLanguage(browserOf: () => Browser, locale: "en" | "fr"): void {
  const say = labels[locale];
  let folder: string;
  let child: Child | null = null;
  let now: Playground;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "charter-day-"));
    child = await startChild({ CHARTER_DATA: folder }, await freePort());
  }, 120_000);
  afterAll(async () => {
    const code = await child?.end("SIGINT");
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(0);
  });
  beforeEach(async () => {
    now = await openPlayground(browserOf(), `http://127.0.0.1:${child?.port}`, { locale });
  });
  afterEach(async () => {
    expect(now.complaints).toEqual([]);
    await now.context.close();
  });
  const press = (slip: Locator, label: string): Promise<void> => slip.getByRole("button", { name: label }).click();
  const has = (slip: Locator, words: string): Promise<void> => slip.getByText(words).first().waitFor();

  test("whoever has read the charter accepts it, once", async () => {
    await now.be("thomas", "studio");
    await now.at("day");
    const answer = await now.ask("/charter");
    await press(answer, say.readAndAccept);
    await has(answer, say.signature);
    await press(answer, say.iAccept);
    await has(answer, say.accepted);
    await has(await now.ask("/charter"), say.youHaveAccepted);
    await now.ask("/charter sign");
    await has(answer, say.unchanged);
    expect(await answer.getByRole("button", { name: say.iAccept }).count()).toBe(0);
  });

  test("whoever brings a client to a supplier is told, alone, and no longer once the client has left", async () => {
    await now.be("thomas", "imprimerie-tassin");
    await now.at("day");
    await now.page.locator("#people-count").click();
    await now.page.locator("#guest").selectOption("local:paolo");
    await now.page.locator("#invite button").click();
    await has(now.happened, say.toldPrivately);
    await now.waiting.click();
    const told = now.notes.filter({ hasText: "#imprimerie-tassin" });
    await has(told, "Vetro Marchetti");
    await has(told, "Imprimerie Tassin");
    for (const steward of ["lea", "camille"]) {
      await now.be(steward, null);
      // Nobody invited anybody there: of that space, the stewards were told at the start.
      await now.notes.filter({ hasText: "#aurora" }).waitFor();
      expect(await told.count()).toBe(0);
    }
    for (const outsider of ["jean", "paolo"]) {
      await now.be(outsider, "imprimerie-tassin");
      await now.page.locator("#feed .moved").waitFor();
      expect(await now.notes.count()).toBe(0);
      expect(await now.waiting.count()).toBe(0);
    }
    await now.be("thomas", "imprimerie-tassin");
    await now.page.locator("#feed .moved").waitFor();
    expect(await now.waiting.count()).toBe(0);
    const waiting = await now.privately.textContent();
    await now.page.locator("#people-count").click();
    await now.page.getByRole("button", { name: say.removePaolo }).click();
    await expect.poll(() => now.privately.textContent(), { timeout: 20_000 }).not.toBe(waiting);
    await now.be("thomas", null);
    expect(await told.count()).toBe(0);
  });

  test("an account number before a client is noted without its digits, and mending takes the note away", async () => {
    await now.be("emma", "vetro-marchetti");
    await now.at("day");
    const message = await now.write(say.iban);
    await now.notes.waitFor();
    const note = await now.notes.innerText();
    expect(note).toContain(say.dataTitle);
    expect(note).not.toMatch(/FR|\d{4}/u);
    await press(message, say.edit);
    await now.page.locator("#edit-box").fill(say.mended);
    await now.page.locator("#edit-box").press("Enter");
    await now.notes.waitFor({ state: "detached" });
  });

  test("two late messages are nobody's business, the third is told, and nothing kept says to whom", async () => {
    await now.be("ines", "studio");
    await now.at("evening");
    for (const words of say.late.slice(0, 2)) {
      await now.write(words);
      await has(now.happened, say.allowed);
    }
    expect(await now.notes.count()).toBe(0);
    await now.write(say.late[2]);
    await now.notes.waitFor();
    await press(now.notes, say.why);
    await has(now.answer, say.keptNothing);
    expect(await now.answer.innerText()).not.toMatch(/In[eè]s/u);
    await has(await now.ask("/charter why"), say.noNotice);
  });

  test("a private sale is for the social space: elsewhere its author hears so", async () => {
    await now.be("olivier", "studio");
    await now.at("day");
    await now.write(say.sale);
    await now.notes.waitFor();
    expect(await now.notes.innerText()).toContain(say.workTitle);
    await now.be("olivier", "café");
    await now.write(say.sale);
    await has(now.happened, say.nothing);
    expect(await now.notes.count()).toBe(0);
  });

  test("an objection is decided by one, appealed, and decided by another, and the notice no longer holds", async () => {
    await now.be("thomas", "nordvik-ferries");
    await now.at("day");
    await now.write(say.codeName);
    await now.notes.waitFor();
    await press(now.notes, say.iObject);
    await now.dialog.locator("textarea").fill(say.objection);
    await now.dialog.getByRole("button", { name: say.send }).click();
    await has(now.answer, say.itIsCase);
    const number = /\d+/u.exec((await now.answer.innerText()).split(say.itIsCase)[1] ?? "")?.[0] ?? "";
    expect(number).not.toBe("");
    const caseTitle = `${say.case} ${number} ·`;
    const told = now.notes.filter({ hasText: caseTitle });

    await now.be("lea", null);
    await told.waitFor();
    await has(told, say.objection);
    await press(told, say.takeIt);
    await has(now.answer, say.yours);
    await now.be("camille", null);
    await now.ask(`case ${number} claim`);
    await has(now.answer, say.changedSince);
    await has(now.answer, "Léa Fontaine");
    await now.be("lea", null);
    await press(now.answer, say.noticeIsRight);
    await now.dialog.locator("textarea").fill(say.upheldBecause);
    await now.dialog.getByRole("button", { name: say.uphold, exact: true }).click();
    await has(now.answer, say.decided);

    await now.be("thomas", null);
    await told.waitFor();
    await has(told, say.upheldBecause);
    expect(await told.innerText()).not.toContain("Léa");
    await press(told, say.appeal);
    await now.dialog.locator("textarea").fill(say.appealBecause);
    await now.dialog.getByRole("button", { name: say.appeal, exact: true }).click();
    await has(now.answer, say.somebodyElse);

    await now.be("lea", null);
    await now.ask(`case ${number} claim`);
    await has(now.answer, say.notYours);
    await now.be("emma", null);
    await now.ask(`case ${number} claim`);
    await has(now.answer, say.yours);
    await press(now.answer, say.objectionIsRight);
    await now.dialog.locator("textarea").fill(say.dismissedBecause);
    await now.dialog.getByRole("button", { name: say.dismiss, exact: true }).click();
    await has(now.answer, say.decided);

    await now.be("thomas", "nordvik-ferries");
    await now.page.locator("#feed .message").filter({ hasText: say.codeName }).waitFor();
    await now.notes.waitFor({ state: "detached" });
    await has(await now.ask(`/charter case ${number}`), say.dismissedBecause);
    await has(await now.ask("/charter why"), say.noLonger);
  });

  test("a report reaches the stewards, and its author never learns of it", async () => {
    await now.be("emma", "studio");
    await now.at("day");
    await now.page.getByRole("button", { name: say.reportThomas }).click();
    await now.dialog.locator("textarea").fill(say.reported);
    await now.dialog.getByRole("button", { name: say.report, exact: true }).click();
    await has(now.answer, say.received);
    for (const steward of ["lea", "camille"]) {
      await now.be(steward, null);
      const told = now.notes.filter({ hasText: say.reported });
      await told.waitFor();
      await has(told, "Emma Wilson");
    }
    await now.be("thomas", null);
    await now.ask("case");
    await now.answer.waitFor();
    const feed = now.page.locator("#feed");
    expect(await feed.innerText()).not.toContain(say.reported);
    expect(await feed.innerText()).not.toContain("Emma");

    await now.be("lea", null);
    await press(now.notes.filter({ hasText: say.reported }), say.takeIt);
    await press(now.answer, say.uphold);
    await now.dialog.locator("textarea").fill(say.reportRight);
    await now.dialog.locator(".primary").click();
    await has(now.answer, say.decided);
    await now.be("emma", null);
    await has(now.notes.filter({ hasText: say.reportRight }), say.thanks);
    await now.be("thomas", null);
    await now.notes.filter({ hasText: say.reportRight }).waitFor();
    expect(await feed.innerText()).not.toContain(say.reported);
    expect(await feed.innerText()).not.toMatch(/Emma|Léa/u);
  });

  test("the link to the console works once, in the browser, and only stewards get one", async () => {
    await now.be("emma", "studio");
    await now.at("day");
    await now.ask(`/charter report ${say.matter}`);
    await now.dialog.getByRole("button", { name: say.report, exact: true }).click();
    await has(now.answer, say.received);

    await now.be("thomas", "studio");
    await now.ask("/charter cases");
    await has(now.answer, say.noSuchCommand);
    expect(await now.answer.getByRole("link").count()).toBe(0);

    await now.be("lea", "studio");
    await now.ask("/charter cases");
    const link = now.answer.getByRole("link");
    const href = (await link.getAttribute("href")) ?? "";
    const opening = now.context.waitForEvent("page");
    await link.click();
    const cases = await opening;
    await cases.getByRole("button", { name: say.enter }).click();
    await cases.getByRole("heading", { name: say.casesThatWait }).waitFor();
    expect(new URL(cases.url()).pathname).toBe("/console/cases");
    // The newest stands first, under the heads.
    await cases.getByRole("row").nth(1).getByRole("link").click();
    await cases.getByText(say.matter).waitFor();
    await cases.getByRole("button", { name: say.takeIt }).waitFor();
    await cases.getByRole("button", { name: say.takeIt }).click();
    await cases.getByText(say.yours).waitFor();
    await cases.getByLabel(say.yourReason).fill(say.reportRight);
    await cases.getByRole("button", { name: say.dismiss, exact: true }).click();
    await cases.getByText(say.decided).waitFor();

    expect(now.complaints).toEqual([]);
    await cases.goto(href);
    await cases.getByRole("button", { name: say.enter }).click();
    await cases.getByRole("heading", { name: say.linkOver }).waitFor();
    // The browser itself complains of a refusal.
    expect(now.complaints.splice(0).every((line) => line.includes("403"))).toBe(true);
  });

  test("whoever asks sees what is held about them, takes it along and erases it", async () => {
    await now.be("emma", "nordvik-ferries");
    await now.at("day");
    await now.write(say.codeName);
    await now.notes.waitFor();
    await has(await now.ask("/charter me"), say.notices);
    await press(now.answer, say.download);
    await now.answer.getByRole("link").waitFor();
    const opening = now.context.waitForEvent("page");
    await now.answer.getByRole("link").click();
    const beside = await opening;
    await beside.getByRole("button", { name: say.download }).waitFor();
    const downloading = beside.waitForEvent("download");
    await beside.getByRole("button", { name: say.download }).click();
    const held = JSON.parse(await readFile(await (await downloading).path(), "utf8")) as Record<string, unknown[]>;
    expect(held["notices"]).not.toHaveLength(0);
    await now.ask("/charter me erase");
    await now.dialog.waitFor();
    await now.dialog.locator("select").selectOption("erase");
    await now.dialog.locator(".primary").click();
    await has(now.answer, say.erased);
    await now.ask("/charter me");
    await has(now.answer, say.meTitle);
    expect(await now.answer.innerText()).not.toContain(say.notices);
  });

  test("an admin silences a clause with a reason, and nobody else can", async () => {
    await now.be("camille", "studio");
    await now.at("evening");
    const stage = async (to: string): Promise<void> => {
      await now.ask(`/charter stage right-to-rest ${to}`);
      await now.dialog.waitFor();
    };
    await stage("shadow");
    await has(now.dialog.locator("ins"), "shadow");
    await has(now.dialog.locator("del"), "nudge");
    await now.dialog.locator(".primary").click();
    await has(now.dialog, say.sayWhy);
    await now.dialog.locator("[name=reason]").fill(say.rephrase);
    await now.dialog.locator(".primary").click();
    await has(now.answer, say.applied);
    await now.be("thomas", "studio");
    await now.write(say.late[0]);
    await has(now.happened, say.onTrial);
    expect(await now.notes.count()).toBe(0);
    await now.ask("/charter stage right-to-rest nudge");
    await has(now.answer, say.noSuchCommand);
    await now.be("camille", "studio");
    await stage("nudge");
    await now.dialog.locator("[name=reason]").fill(say.rephrase);
    await now.dialog.locator(".primary").click();
    await has(now.answer, say.applied);
  });

  test("what one asks most fits a phone", async () => {
    await now.page.setViewportSize({ width: 390, height: 844 });
    await now.be("thomas", "studio");
    await now.at("evening");
    for (const { line, says } of say.lines) {
      await now.ask(line);
      await has(now.answer, says);
      expect(await now.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      const wide = await now.answer.evaluate((own) =>
        [own, ...own.querySelectorAll("*")]
          .filter((one) => one.getBoundingClientRect().right > 390)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );
      expect(wide).toEqual([]);
    }
  });
}
