import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./postgres.ts";
import { startSlackDouble } from "./slack/double.ts";
import {
  activityOf,
  inThread,
  messageOf,
  type Conversation,
  type Somebody,
  type WireActivity,
} from "./teams/activities.ts";
import { startTeamsDouble } from "./teams/double.ts";

/** A platform's double outside the product's process, and a way to say something there. */
export interface Transport {
  readonly port: number;
  /** The settings that point the product at the double. */
  readonly env: Readonly<Record<string, string>>;
  /** Somebody says it; resolves with whether the product acknowledged it. The id makes a repetition the same message. */
  say(text: string, id: string): Promise<boolean>;
  /** Says a breach again and again until somebody is told: then the product knows whoever speaks here. */
  ready(breach: string): Promise<void>;
  /** Somebody asks; resolves with the words of the answer. */
  command(line: string): Promise<string>;
  /** The words of everything that anybody was told. */
  told(): readonly string[];
  /** So many of the next calls to the platform fail. */
  fail(how: "unreachable" | "forbidden", times: number): void;
  /** Resolves when so many of them have failed. */
  failed(times: number): Promise<void>;
  stop(): Promise<void>;
}

/** Writes a charter to a file of its own and answers the setting that names it. */
export function charterFile(charter: unknown): Readonly<Record<string, string>> {
  const file = join(mkdtempSync(join(tmpdir(), "charter-file-")), "charter.yaml");
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(charter));
  return { CHARTER_FILE: file };
}

/** Messages of `ready` have ids of a time that no test uses. */
export const readyIds = "16";

async function untilTold(transport: Pick<Transport, "say" | "told">, breach: string): Promise<void> {
  for (let second = 1; ; second += 1) {
    const id = `${readyIds}${String(second).padStart(8, "0")}.000000`;
    await transport.say(breach, id);
    await pause(50);
    if (transport.told().length > 0) return;
  }
}

export async function slackTransport(mode: "http" | "socket"): Promise<Transport> {
  const port = await freePort();
  const signingSecret = "a signing secret";
  const url = `http://127.0.0.1:${port}/slack/events`;
  const double = await startSlackDouble({
    transport: mode === "http" ? { mode, url: () => url, signingSecret } : { mode },
  });
  const { state } = double;
  state.users.set("U1", { id: "U1", name: "ada", team_id: state.team, tz: "Europe/Paris", locale: "en-US" });
  state.channels.set("C1", { id: "C1", name: "general", members: new Set(["U1", state.bot.id]) });
  const secret = mode === "http" ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: double.appToken };
  const transport: Omit<Transport, "ready"> = {
    port,
    env: { SLACK_BOT_TOKEN: double.botToken, SLACK_API_URL: double.apiUrl, ...secret },
    async say(text, id) {
      const said = { user: "U1", channel: "C1", text, ts: id };
      // A refused connection is an event that was not acknowledged.
      const { acknowledged } = await double.post(said).catch(() => ({ acknowledged: false }));
      return acknowledged;
    },
    command: async (line) => JSON.stringify((await double.slash("U1", "C1", line)).payload),
    told: () => state.seen.map(({ blocks }) => JSON.stringify(blocks)),
    fail(how, times) {
      for (let count = 0; count < times; count += 1) double.fail({ how, method: "chat.postEphemeral" });
    },
    async failed(times) {
      while (state.journal.filter(({ answered }) => answered === "unreachable").length < times) await pause(50);
    },
    stop: () => double.stop(),
  };
  return { ...transport, ready: (breach) => untilTold(transport, breach) };
}

export async function teamsTransport(): Promise<Transport> {
  const port = await freePort();
  const double = await startTeamsDouble();
  const { clientId, clientSecret, tenantId, serviceUrl, endpoints } = double;
  const ada: Somebody = { id: "29:ada", aadObjectId: crypto.randomUUID(), name: "Ada", userRole: "user", tenantId };
  const channel: Conversation = { id: "19:general@thread.tacv2", conversationType: "channel", name: "General" };
  double.rosters.set(channel.id, [ada]);
  const deliver = async (activity: WireActivity): Promise<boolean> => {
    const { headers, body } = await double.request(activity);
    const request = { method: "POST", headers, body: await new Response(body).text() };
    // A refused connection is an event that was not acknowledged.
    const answer = await fetch(`http://127.0.0.1:${port}/teams/messages`, request).catch(() => null);
    await answer?.arrayBuffer();
    return answer?.ok ?? false;
  };
  const transport: Omit<Transport, "ready"> = {
    port,
    env: {
      TEAMS_CLIENT_ID: clientId,
      TEAMS_CLIENT_SECRET: clientSecret,
      TEAMS_TENANT_ID: tenantId,
      TEAMS_TOKEN_ISSUER: endpoints.issuer,
      TEAMS_OPENID_URL: endpoints.openIdMetadataUrl,
      TEAMS_LOGIN_URL: endpoints.loginEndpoint,
      TEAMS_SERVICE_URL: endpoints.serviceUrl,
    },
    async say(text, id) {
      const milliseconds = String(Math.round(Number(id) * 1000));
      const where = inThread(channel, milliseconds);
      const activity = messageOf(activityOf({ clientId, tenantId, serviceUrl }, ada, where), milliseconds, text);
      return deliver(activity);
    },
    async command(line) {
      const before = double.posted.length;
      const chat: Conversation = { id: "a:ada", conversationType: "personal", name: "" };
      const activity = messageOf(activityOf({ clientId, tenantId, serviceUrl }, ada, chat), String(Date.now()), line);
      await deliver(activity);
      return JSON.stringify(double.posted.slice(before));
    },
    told: () => double.posted.map(({ activity }) => JSON.stringify(activity)),
    fail(how, times) {
      for (let count = 0; count < times; count += 1) double.fail({ status: how === "forbidden" ? 403 : 502 });
    },
    async failed(times) {
      while (double.journal.filter(({ status }) => status === 502).length < times) await pause(50);
    },
    stop: () => double.stop(),
  };
  return { ...transport, ready: (breach) => untilTold(transport, breach) };
}
