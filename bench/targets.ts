import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../test/child.ts";
import { starterCharter } from "./charter.ts";
import type { Stage } from "./closing.ts";

type Settings = Readonly<Record<string, string>>;

/** The product in a process of its own, with the starter charter of which every clause speaks. Resolves when it has started. */
export async function startProduct(stage: Stage, settings: Settings, port: number): Promise<void> {
  const folder = await stage.use(
    () => mkdtempSync(join(tmpdir(), "charter-bench-")),
    (made) => rmSync(made, { recursive: true, force: true }),
  );
  const file = join(folder, "charter.yaml");
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(starterCharter()));
  await stage.use(
    () => startChild({ ...settings, CHARTER_FILE: file }, port),
    (child) => child.end("SIGINT"),
  );
}

/** A bare Bolt app in a process of its own. Resolves when it listens. */
export async function startBolt(stage: Stage, settings: Settings, port: number): Promise<void> {
  const env = { PATH: process.env["PATH"], PORT: String(port), ...settings };
  const start = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, "bare-bolt.ts"), { env });
    const first = await Promise.race([once(child, "message"), once(child, "exit").then(() => null)]);
    if (first === null) throw new Error("the bare Bolt app did not start");
    return child;
  };
  await stage.use(start, endChild);
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}
