import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Adapter } from "../../src/core/adapter.ts";
import { describeInChromium, launch } from "./chromium.ts";
import { poorContrast } from "./contrast.ts";
import { heading, text, viewOf, type Reply } from "../../src/core/view.ts";
import { falconDoor, type FalconDoor } from "./door.ts";
import { startPlayground } from "./serve.ts";

describeInChromium("the playground in Chromium", inChromium);

const write = async (page: Page, words: string): Promise<void> => {
  await page.locator("#box").fill(words);
  await page.locator("#box").press("Enter");
};
const note = (page: Page) => page.getByRole("region", { name: "Only you can see this", exact: true });

/** Every kind of block, long. */
const everything = (href: string): Reply =>
  viewOf(
    heading("Proposal 12: the right to rest"),
    text(
      "Anybody may read it in ",
      { kind: "link", text: "the console", href },
      ". ",
      "A long sentence goes on. ".repeat(12),
    ),
    { kind: "list", items: Array.from({ length: 12 }, (_, index) => [`Point ${index + 1}, which says something`]) },
    {
      kind: "preformatted",
      text: `  clauses:\n    right-to-rest:\n-     allowance: 2\n+     allowance: 3\n      prose: ${"a long line ".repeat(20)}`,
    },
    {
      kind: "table",
      head: ["Clause", "Stage", "Breaches this week", "Told", "Contested"],
      rows: [["confidential-data", "nudge", "14", "12", "1"]],
    },
    {
      kind: "buttons",
      buttons: ["Publish", "Try it on last month", "Change it", "Put it aside", "Ask a colleague"].map((label) => ({
        label,
        line: "help",
      })),
    },
  );

function inChromium(): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 30_000);
  afterAll(() => browser.close());

  /** A page of a fresh playground; whatever its console complains of, or it asks of others, is an error of the test. */
  async function visit(options: BrowserContextOptions & { readonly lang?: "en" | "fr" } = {}) {
    const { lang = "en", ...context } = options;
    let door: FalconDoor | undefined;
    const playground = await startPlayground((adapter: Adapter) => (door = falconDoor(adapter)));
    const visitor = await browser.newContext({ reducedMotion: "reduce", ...context });
    const page = await visitor.newPage();
    page.setDefaultTimeout(8_000);
    const complaints: string[] = [];
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(playground.url)) complaints.push(request.url());
    });
    onTestFinished(async () => {
      await visitor.close();
      await playground.stop();
    });
    await page.goto(`${playground.url}/?lang=${lang}`);
    await page.locator("#feed .message").first().waitFor();
    if (!door) throw new Error("there is no door");
    return { page, door, complaints, url: playground.url };
  }
  test("a breach is told to its author at once, under the message, and an edit that mends it takes the note away", async () => {
    const { page, complaints } = await visit();
    await page.getByRole("button", { name: "A code name slips" }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await note(page).waitFor();
    const order = await page.locator("#feed > li").evaluateAll((lines) => lines.map(({ className }) => className));
    expect(order.slice(-2)).toEqual(["message", "private"]);
    expect(await note(page).locator("mark").textContent()).toBe("Falcon");
    await page.locator("#happened").getByText("Told privately").waitFor();
    await page.locator("#status").getByText("Charter has a private note for you").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Mend it" }).click();
    await page.locator("#edit-box").press("Enter");
    await note(page).waitFor({ state: "detached" });
    await page.getByText("(edited)").waitFor();
    await page.locator("#happened").getByText("Nothing in it concerns the charter").waitFor();
    expect(complaints).toEqual([]);
  });

  test("whoever else looks sees the message and not the note", async () => {
    const { page } = await visit();
    await write(page, "Project Falcon starts");
    await note(page).waitFor();
    await page.getByRole("button", { name: "See it as Emma Wilson" }).click();
    await page.getByText("This is what Emma Wilson sees").first().waitFor();
    await page.getByText("Project Falcon starts").waitFor();
    expect(await note(page).count()).toBe(0);
    await page.getByRole("combobox", { name: "Who you are" }).selectOption("local:thomas");
    await note(page).waitFor();
  });

  test("a note arrives while another page of the same person looks on", async () => {
    const { page, url } = await visit();
    const second = await page.context().newPage();
    await second.goto(`${url}/?lang=en`);
    await second.locator("#feed .message").first().waitFor();
    await write(page, "Falcon again");
    await note(second).waitFor();
  });

  test("a command is answered in place, for the asker alone, and can be put away", async () => {
    const { page } = await visit();
    await write(page, "/charter help");
    const answer = page.getByRole("region", { name: "Charter’s answer. Only you can see this" });
    await answer.waitFor();
    expect(await page.locator("#feed .message").count()).toBe(1);
    await page.getByRole("combobox", { name: "Who you are" }).selectOption("local:emma");
    await answer.waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "Who you are" }).selectOption("local:thomas");
    await answer.getByRole("button", { name: "Dismiss" }).click();
    await answer.waitFor({ state: "detached" });
  });

  test("a form says what is wrong at the field, puts the focus there, and closes when it is taken", async () => {
    const { page } = await visit();
    await write(page, "Falcon");
    await note(page).getByRole("button", { name: "This is a mistake" }).click();
    const dialog = page.getByRole("dialog", { name: "Say why this note is wrong" });
    const why = dialog.getByRole("textbox", { name: "Why?" });
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByText("Please say why").waitFor();
    expect(await why.getAttribute("aria-invalid")).toBe("true");
    expect(await why.getAttribute("aria-describedby")).toBe("field-1-hint field-1-problem");
    expect(await why.evaluate((field) => field === document.activeElement)).toBe(true);
    await why.fill("It was public already");
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("Somebody else will look at it").first().waitFor();
  });

  test("somebody who is invited is seen to come, and whoever invited them is told what the charter says of it", async () => {
    const { page, door, complaints } = await visit();
    await page.getByRole("button", { name: "Two clients together" }).click();
    const invite = page.getByRole("button", { name: "Invite", exact: true });
    expect(await invite.evaluate((own) => own === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.locator("#feed .moved").getByText("Thomas Garnier invited Paolo Marchetti.").waitFor();
    await note(page).getByText("Clients do not meet here").waitFor();
    await page.locator("#happened").getByText("the person who invited, or a moderator").waitFor();
    await page.locator("#people-count").getByText("7 people").waitFor();
    expect(await page.getByRole("button", { name: "Two clients together" }).count()).toBe(0);
    await write(page, "Good morning all");
    await page.locator("#feed").getByText("Good morning all").waitFor();
    const order = await page.locator("#feed > li").evaluateAll((lines) => lines.map(({ className }) => className));
    expect(order.slice(-3)).toEqual(["moved quiet", "private", "message"]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("box");
    await page.locator("#people-count").click();
    await page.getByRole("button", { name: "Remove Paolo Marchetti from #nordvik-ferries" }).click();
    await note(page).waitFor({ state: "detached" });
    await page.locator("#feed .moved").getByText("Thomas Garnier removed Paolo Marchetti.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("people-count");
    expect(door.events.map((event) => event.kind === "space.composed" && event.cause.kind)).toEqual([
      "joined",
      false,
      "left",
    ]);
    expect(complaints).toEqual([]);
  });

  test("whoever leaves a space goes on elsewhere and may come back, and whoever is removed while looking goes on too", async () => {
    const { page, url } = await visit();
    const second = await page.context().newPage();
    await second.goto(`${url}/?lang=en`);
    await second.locator("#feed .message").first().waitFor();
    await second.getByRole("combobox", { name: "Who you are" }).selectOption("local:emma");
    await page.locator("#people-count").click();
    await page.getByRole("button", { name: "Remove Emma Wilson from #charter-trial" }).click();
    await second.locator("#place").getByText("#studio").waitFor();
    await second.getByText("Emma Wilson is not in #charter-trial any more.").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Leave #charter-trial" }).click();
    await page.locator("#place").getByText("#studio").waitFor();
    const space = page.getByRole("combobox", { name: "Where you write" });
    expect(await space.locator("option").allTextContents()).not.toContain("#charter-trial · Trial");
    await page.getByRole("button", { name: "Come back" }).click();
    await page.locator("#place").getByText("#charter-trial").waitFor();
    await page.locator("#feed .moved").getByText("Thomas Garnier came back.").waitFor();
    expect(await page.getByRole("button", { name: "Come back" }).count()).toBe(0);
    await write(page, "Here again");
    await page.locator("#feed").getByText("Here again").waitFor();
  });

  test("a message of somebody else is reported from its own menu, through one form and the next", async () => {
    const { page, door, complaints } = await visit();
    await page.getByRole("button", { name: "Report Camille Rousseau’s message: Welcome!" }).click();
    const first = page.getByRole("dialog", { name: "Report a message" });
    await first.getByText("@Camille Rousseau wrote:").waitFor();
    await first.getByText("Everybody here knows that this space is a trial").waitFor();
    expect(await first.getByRole("heading").evaluate((title) => title === document.activeElement)).toBe(true);
    await first.getByRole("button", { name: "Continue" }).click();
    await first.getByText("Please say in a few words").waitFor();
    await first.getByRole("textbox", { name: "What is wrong?" }).fill("It is a test");
    await first.getByRole("button", { name: "Continue" }).click();
    const next = page.getByRole("dialog", { name: "Send this report?" });
    await next.waitFor();
    expect(await next.locator("ins").textContent()).toBe("+   It is a test\n");
    expect(await next.locator("del").textContent()).toBe("-   not sent\n");
    await next.getByRole("button", { name: "Send" }).click();
    await next.waitFor({ state: "hidden" });
    const order = await page.locator("#feed > li").evaluateAll((lines) => lines.map(({ className }) => className));
    expect(order).toEqual(["message", "private"]);
    expect(door.calls.map(({ line, about }) => [line, about?.author])).toEqual([
      ["report", "local:camille"],
      ["report next", "local:camille"],
      ["report next", "local:camille"],
      ["report send", "local:camille"],
    ]);
    expect(complaints).toEqual([]);
  });

  test("one's own messages are not reported, and others' are neither edited nor deleted", async () => {
    const { page } = await visit();
    await write(page, "Mine");
    const [others, own] = [page.locator("#feed .message").first(), page.locator("#feed .message").last()];
    await own.getByText("Mine").waitFor();
    expect(await own.getByRole("button").allTextContents()).toEqual(["Edit", "Delete"]);
    expect(await others.getByRole("button").allTextContents()).toEqual(["Report", "Check"]);
  });

  test("a link to the console opens beside the playground", async () => {
    const { page, door, url } = await visit();
    door.reply = everything(`${url}/?lang=fr`);
    await write(page, "/charter show");
    const opening = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "the console" }).click();
    const beside = await opening;
    await beside.getByRole("heading", { name: "Ce qui s’est passé" }).waitFor();
    expect(page.url()).toBe(`${url}/?lang=en`);
  });

  test.each(["en", "fr"] as const)("a long answer and its forms fit a phone of 390 px, in %s", async (lang) => {
    const { page, door, complaints, url } = await visit({ lang, viewport: { width: 390, height: 844 } });
    door.reply = everything(`${url}/?lang=fr`);
    await write(page, "/charter show");
    await page.locator(".slip.answer pre").waitFor();
    const wide = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("body *")]
          .filter((one) => one.checkVisibility() && !one.closest("pre, .table, .tries, .when .chips, .unseen, .skip"))
          .filter((one) => one.getBoundingClientRect().right > 390.5)
          .map(({ tagName, className }) => `${tagName} ${className}`),
      );
    expect(await wide()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator(".slip.answer pre").evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    await page.locator(".slip.answer pre").focus();
    expect(await page.evaluate(poorContrast)).toEqual([]);
    await page.locator("#people-count").click();
    expect(await wide()).toEqual([]);
    door.reply = null;
    await page.locator("#feed .message .actions button").first().click();
    await page.locator("dialog textarea").fill("x ".repeat(200));
    await page.locator("dialog .primary").click();
    await page.locator("dialog pre").waitFor();
    expect(await wide()).toEqual([]);
    expect(await page.evaluate(poorContrast)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("what could not be recorded is not shown as sent, and goes out again as the same message", async () => {
    const { page, door } = await visit();
    door.break(true);
    await write(page, "Hello all");
    await page.getByRole("region", { name: "Not sent yet" }).waitFor();
    expect(await page.locator("#feed").innerText()).not.toContain("Hello all");
    const again = page.waitForResponse((response) => response.url().includes("/playground/say"));
    await page.getByRole("button", { name: "Send again" }).click();
    const answered = await again;
    expect(answered.status()).toBe(503);
    const refused = answered.request().postDataJSON() as { id: string };
    door.break(false);
    await page.getByRole("button", { name: "Send again" }).click();
    await page.locator("#feed").getByText("Hello all").waitFor();
    expect(door.events.map((event) => "message" in event && event.message.id)).toEqual([refused.id]);
    expect(await page.getByRole("region", { name: "Not sent yet" }).count()).toBe(0);
  });

  test("one's own message can be deleted, and its note goes with it", async () => {
    const { page } = await visit();
    await write(page, "Falcon");
    await note(page).waitFor();
    await page.getByRole("button", { name: "Delete your message: Falcon" }).click();
    await note(page).waitFor({ state: "detached" });
    await page.getByText("Message deleted.").waitFor({ state: "attached" });
    expect(await page.locator("#feed .message").count()).toBe(1);
    expect(await page.locator("#box").evaluate((box) => box === document.activeElement)).toBe(true);
  });

  test("the time is the writer's, and follows them to another zone", async () => {
    const { page, door } = await visit();
    await page.getByRole("button", { name: "Tuesday 22:30" }).click();
    expect(await page.locator("#clock").innerText()).toMatch(/^Tuesday .* at 22:30 in Paris$/u);
    await page.getByRole("combobox", { name: "Who you are" }).selectOption("local:emma");
    expect(await page.locator("#clock").innerText()).toMatch(/^Tuesday .* at 22:30 in Montréal$/u);
    await page.getByLabel("Another time").fill("2027-01-04T06:15");
    await page.getByText("Monday 4 January at 06:15 in Montréal").waitFor();
    await write(page, "Early");
    await page.locator("#feed").getByText("Mon 4 Jan, 06:15, Montréal").waitFor();
    expect(door.events[0]?.at.toString()).toBe("2027-01-04T11:15:00Z");
  });

  test("markup and every other sign in a message are words", async () => {
    const { page, complaints } = await visit();
    const words = "<img src=x onerror=alert(1)> & \u202eolleh \ud83d\ude00 العربية falcon";
    await write(page, words);
    await note(page).waitFor();
    expect(await page.locator("#feed .words").last().textContent()).toBe(words);
    expect(await page.locator("#feed img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("the language changes everything on the page, and loses neither scene nor draft", async () => {
    const { page } = await visit();
    await page.getByRole("combobox", { name: "Where you write" }).selectOption("local:nordvik-ferries");
    await page.locator("#box").fill("Le Projet Faucon avance");
    await page.getByRole("link", { name: "Français" }).click();
    await page.getByRole("heading", { name: "Ce qui s’est passé" }).waitFor();
    await page.locator("#feed .message").first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    expect(await page.locator("#box").inputValue()).toBe("Le Projet Faucon avance");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByRole("region", { name: "Vous seul·e voyez ceci" }).waitFor();
    const names = await page.locator("body").ariaSnapshot();
    expect(names).not.toMatch(
      /\b(?:Send|Edit|Delete|Try|What|You|Message in|Only|Report|Check|Invite|Remove|Leave|people)\b/u,
    );
  });

  test("everything can be done from the keyboard", async () => {
    const { page } = await visit();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Falcon");
    await page.keyboard.press("Enter");
    await note(page).waitFor();
    const edit = page.getByRole("button", { name: "Edit your message: Falcon" });
    for (let steps = 0; steps < 12 && !(await edit.evaluate((own) => own === document.activeElement)); steps++) {
      await page.keyboard.press("Shift+Tab");
    }
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Hello");
    await page.keyboard.press("Enter");
    await note(page).waitFor({ state: "detached" });
    await page.locator("#edit-box").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("box");
  });

  test.each([
    ["light", "en"],
    ["light", "fr"],
    ["dark", "en"],
    ["dark", "fr"],
  ] as const)("on a phone of 360 px, %s, in %s, nothing overflows and every text can be read", async (scheme, lang) => {
    const { page, complaints } = await visit({ lang, colorScheme: scheme, viewport: { width: 360, height: 740 } });
    await write(page, "falcon ".repeat(20) + "x".repeat(300));
    await page.locator(".slip.note").waitFor();
    await write(page, "/charter help");
    await page.locator(".slip.answer").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.evaluate(poorContrast)).toEqual([]);
    await page.locator(".slip.note .button").last().click();
    await page.locator("dialog[open] .primary").click();
    await page.locator("[aria-invalid]").waitFor();
    expect(await page.evaluate(poorContrast)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}
