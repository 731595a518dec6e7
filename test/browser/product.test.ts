import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startChild, type Child } from "../child.ts";
import { freePort } from "../postgres.ts";
import { describeInChromium, launch } from "./chromium.ts";

describeInChromium("the whole product in Chromium, as npm start gives it", () => {
  const folder = mkdtempSync(join(tmpdir(), "charter-browser-"));
  let child: Child;
  let browser: Browser;
  let page: Page;
  const url = (): string => `http://127.0.0.1:${child.port}`;
  beforeAll(async () => {
    child = await startChild({ CHARTER_DATA: folder }, await freePort());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    expect(await child.end("SIGINT")).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await page?.context().close();
    page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
    page.setDefaultTimeout(15_000);
  });
  const be = async (who: string, where: string): Promise<void> => {
    await page.getByRole("combobox", { name: /Who you are|Qui vous êtes/ }).selectOption(`local:${who}`);
    await page.getByRole("combobox", { name: /Where you write|Où vous écrivez/ }).selectOption(`local:${where}`);
  };
  const write = async (words: string): Promise<void> => {
    await page.locator("#box").fill(words);
    await page.locator("#box").press("Enter");
  };
  const note = () => page.getByRole("region", { name: /^(Only you can see this|Vous seul·e voyez ceci)$/ });

  test("a code name is told at once, explained, and taken back when it is mended", async () => {
    await page.goto(`${url()}/?lang=en`);
    await be("thomas", "nordvik-ferries");
    await page.getByRole("button", { name: "Tuesday 10:00" }).click();
    await write("Good news, Project Falcon ships on Monday");
    await note().waitFor();
    expect(await note().locator("mark").textContent()).toBe("Project Falcon");
    await note().getByRole("button", { name: "Why?" }).click();
    await page.getByText("Some projects and documents are not public yet").first().waitFor();
    await page.getByText("What is kept").first().waitFor();
    await page.getByRole("button", { name: "Mend it" }).click();
    await page.locator("#edit-box").fill("Good news, it ships on Monday");
    await page.locator("#edit-box").press("Enter");
    await note().waitFor({ state: "detached" });
  });

  test("two late messages a week are nobody's business, the third is told, in French", async () => {
    await page.goto(`${url()}/?lang=fr`);
    await be("lea", "studio");
    await page.getByRole("button", { name: /^Mardi 22/ }).click();
    for (const words of ["Un mot tard", "Encore un"]) {
      await write(words);
      await page.locator("#feed").getByText(words).waitFor();
    }
    expect(await note().count()).toBe(0);
    await write("Et un troisième");
    await note().waitFor();
    expect(await note().innerText()).toContain("Droit au repos");
    expect(await note().innerText()).toContain("Le repos est votre droit");
  });

  test("a draft is checked in a form, with its mistake at the field", async () => {
    await page.goto(`${url()}/?lang=en`);
    await be("emma", "studio");
    await write("/charter check");
    const dialog = page.getByRole("dialog", { name: "Check a draft" });
    await dialog.getByRole("button", { name: "Check" }).click();
    await dialog.getByText("Please write the draft to check").waitFor();
    await dialog.getByRole("textbox", { name: "Your draft" }).fill("This is strictly confidential");
    await dialog.getByRole("button", { name: "Check" }).click();
    await page.getByText("Discretion").first().waitFor();
    await page.getByText("Some clauses could not be checked").waitFor({ state: "detached" });
  });

  test("what a client says is for the moderators, not for the client", async () => {
    await page.goto(`${url()}/?lang=en`);
    await be("ingrid", "nordvik-ferries");
    await page.getByRole("button", { name: "Tuesday 10:00" }).click();
    await write("Is this Project Falcon?");
    await page.locator("#feed").getByText("Is this Project Falcon?").waitFor();
    expect(await note().count()).toBe(0);
  });

  test("status says what is covered", async () => {
    await page.goto(`${url()}/?lang=en`);
    await write("/charter status");
    await page.getByText("No gap is known.", { exact: true }).waitFor();
  });
});
