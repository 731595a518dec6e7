import type { Browser, BrowserContext, Locator, Page, ViewportSize } from "playwright-core";
import type { Locale } from "../../src/core/model.ts";

type Moment = "day" | "evening";

/** The playground's page in the hands of a test: who looks, where and when, and what Charter says to them. */
export interface Playground {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained of and what was asked of others: whoever expected it takes it out. */
  readonly complaints: string[];
  /** Goes on as somebody, in a space or, where it is null, in their private conversation with Charter. */
  be(who: string, where: string | null): Promise<void>;
  /** Next Tuesday at 10:00 or at 22:30. */
  at(moment: Moment): Promise<void>;
  write(words: string): Promise<Locator>;
  /** Types a command. The answer stands alone: earlier ones are put away first. */
  ask(line: string): Promise<Locator>;
  readonly answer: Locator;
  readonly notes: Locator;
  /** What leads to notes that wait in the private conversation with Charter. */
  readonly waiting: Locator;
  /** How the choice of spaces calls that conversation, with how many notes are in it. */
  readonly privately: Locator;
  readonly dialog: Locator;
  /** What the panel beside the conversation says of the last message. */
  readonly happened: Locator;
}

/** Opens the playground in a language. */
export async function openPlayground(
  browser: Browser,
  url: string,
  { locale, viewport }: { readonly locale: Locale; readonly viewport?: ViewportSize },
): Promise<Playground> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...(viewport && { viewport }) });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const own = new URL(url).port;
  context.on("page", (page) => {
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const { protocol, hostname, port } = new URL(request.url());
      const ours = port === own && ["localhost", "127.0.0.1"].includes(hostname);
      if (!ours && protocol !== "data:") complaints.push(request.url());
    });
  });
  const page = await context.newPage();
  await page.goto(`${url}/?lang=${locale}`);
  const feed = page.locator("#feed");
  await feed.locator(".message").first().waitFor();
  const answer = feed.locator(".slip.answer");
  const box = page.locator("#box");
  const send = async (words: string): Promise<void> => {
    await box.fill(words);
    await box.press("Enter");
  };
  return {
    page,
    context,
    complaints,
    async be(who, where) {
      await page.locator("#person").selectOption(`local:${who}`);
      await page.locator("#space").selectOption(where === null ? "" : `local:${where}`);
    },
    at: (moment) => page.locator(`[data-moment=${moment}]`).click(),
    async write(words) {
      await send(words);
      const written = feed.locator(".message").filter({ hasText: words }).last();
      await written.waitFor();
      return written;
    },
    async ask(line) {
      while ((await answer.count()) > 0) await answer.first().locator(".away").click();
      await send(line);
      return answer;
    },
    answer,
    notes: feed.locator(".slip.note"),
    waiting: page.locator("#waiting button"),
    privately: page.locator('#space option[value=""]'),
    dialog: page.locator("dialog[open]"),
    happened: page.locator("#happened"),
  };
}
