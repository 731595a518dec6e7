import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { describe, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** A suite in a real Chromium; where there is none it says so, in a test that did not run. */
export function describeInChromium(name: string, suite: () => void): void {
  if (existsSync(executablePath)) {
    describe(name, { timeout: 60_000 }, suite);
    return;
  }
  // The reporter counts a skipped test without naming it.
  console.warn(`${name}: not run, there is no Chromium at ${executablePath} (set CHROMIUM_PATH)`);
  test.skip(`${name}: not run: no Chromium`, () => undefined);
}
