import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The product in a process of its own, as an operator starts it. */
export interface Child {
  readonly port: number;
  /** Everything it wrote to either stream, over all its lives. */
  readonly output: readonly string[];
  /** Ends it at once, as a crash would, or asks it to stop. Resolves with its exit code when it is gone. */
  end(signal: "SIGKILL" | "SIGINT"): Promise<number | null>;
  /** Starts it again with the same settings; resolves when it is ready. */
  start(): Promise<void>;
}

const root = join(import.meta.dirname, "..");

/** Starts the product on a port; resolves when it says that it has started, rejects with what it said when it ends before. */
export async function startChild(env: Readonly<Record<string, string>>, port: number): Promise<Child> {
  const output: string[] = [];
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ["src/main.ts"], {
      cwd: root,
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: String(port), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      for (const stream of [started.stdout, started.stderr]) {
        createInterface({ input: stream }).on("line", (line) => {
          output.push(line);
          if (line.includes('"event":"started"')) resolve();
        });
      }
      started.once("exit", (code) => reject(new Error(`it ended with ${code}:\n${output.slice(-12).join("\n")}`)));
    });
  };
  await start();
  return {
    port,
    output,
    start,
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
