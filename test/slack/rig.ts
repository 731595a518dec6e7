import { createAdaptorServer } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { slackAdapter, type SlackTransport } from "../../adapters/slack/index.ts";
import type { Adapter, Door } from "../../src/core/adapter.ts";
import { mint, nativeId, type AccountId, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import type { Rig, Sent, Shown, StartRig, Told } from "../contracts/rig.ts";
import { buttonsOf, wordsOf } from "./blocks.ts";
import type { Delivered } from "./delivery.ts";
import { messageAt, startSlackDouble, type SlackDouble } from "./double.ts";
import type { State } from "./state.ts";

/** A rig with what only Slack's own tests look at. */
export interface SlackRig extends Rig {
  readonly double: SlackDouble;
  /** Where Slack's requests go; empty in Socket Mode. */
  readonly url: string;
  /** The names of what the adapter logged, with their fields, in order. */
  readonly logged: readonly { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
}
export const signingSecret = "a signing secret of the double";
const channel = "C0GENERAL";

/** Starts a double of Slack with our adapter in front of it, over one of the two transports. */
export function startSlackRig(transport: "http" | "socket"): StartRig {
  return (door) => startRig(transport, door);
}

export async function startRig(mode: "http" | "socket", door: Door): Promise<SlackRig> {
  let url = "";
  const double = await startSlackDouble({
    transport: mode === "http" ? { mode, url: () => url, signingSecret } : { mode },
  });
  populate(double.state);
  const logged: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const transport: SlackTransport = mode === "http" ? { mode, signingSecret } : { mode, appToken: double.appToken };
  const adapter = slackAdapter({
    botToken: double.botToken,
    apiUrl: double.apiUrl,
    transport,
    log(event, fields) {
      logged.push({ event, fields });
      if (event === "slack.unacknowledged") void double.socket.giveUp();
    },
  });
  await adapter.start(door);
  const server = await serveRoutes(adapter);
  url = server.url;
  return {
    ...actions(double),
    get told() {
      return toldIn(double.state);
    },
    adapter,
    double,
    url,
    logged,
    async stop() {
      await adapter.stop();
      await server.close();
      await double.stop();
    },
  };
}

/** Serves an adapter's routes on the loopback, as the product's server does. */
async function serveRoutes({ routes }: Adapter): Promise<{ url: string; close: () => Promise<void> }> {
  const [route] = routes;
  if (!route) return { url: "", close: async () => {} };
  const server = createAdaptorServer({ fetch: route.handle });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${route.path}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Two members, an outsider from another company, and a channel in which all are, the bot included. */
function populate(state: State): void {
  const [alice, bob, outsider] = ["U0ALICE", "U0BOB", "U0OUTSIDER"] as const;
  const mailOf = (name: string) => ({ is_email_confirmed: true, profile: { email: `${name}@Lisiere.example` } });
  const [paris, toronto] = [
    { tz: "Europe/Paris", locale: "fr-FR" },
    { tz: "America/Toronto", locale: "en-US" },
  ];
  state.users.set(alice, { id: alice, name: "alice", team_id: state.team, ...paris, ...mailOf("alice") });
  state.users.set(bob, { id: bob, name: "bob", team_id: state.team, ...toronto, ...mailOf("bob") });
  const theirs = { is_stranger: true, profile: { email: "them@lisiere.example" } };
  state.users.set(outsider, { id: outsider, name: "outsider", team_id: "T0OTHER", ...theirs });
  state.channels.set(channel, { id: channel, name: "general", members: new Set([alice, bob, outsider, state.bot.id]) });
}

const account = (id: string): AccountId => mint<AccountId>("slack", id);

function actions(double: SlackDouble): Omit<Rig, "adapter" | "told" | "stop"> {
  const { state } = double;
  const sent = (id: string, { acknowledged }: Delivered): Sent => {
    last = id;
    return { id, acknowledged };
  };
  let last = "";
  return {
    workspace: mint<WorkspaceId>("slack", state.team),
    people: { alice: account("U0ALICE"), bob: account("U0BOB"), outsider: account("U0OUTSIDER") },
    space: mint<SpaceId>("slack", channel),
    async say(who, text, { thread, id } = {}) {
      const said = { user: nativeId(who), channel, text, ...(thread ? { thread } : {}), ...(id ? { ts: id } : {}) };
      const handed = await double.post(said);
      return sent(handed.message.ts, handed);
    },
    edit: async (_who, id, text) => sent(id, await double.edit(messageAt(state, channel, id), text)),
    remove: async (_who, id) => sent(id, await double.remove(messageAt(state, channel, id))),
    async join(where, who, by) {
      const membership = { user: nativeId(who), channel: nativeId(where) };
      return sent("", await double.join(membership, by === null ? null : nativeId(by)));
    },
    leave: async (where, who) => sent("", await double.leave({ user: nativeId(who), channel: nativeId(where) })),
    report: (who, id) => shown(state, who, () => double.choose(nativeId(who), "report", messageAt(state, channel, id))),
    again: async () => sent(last, await double.again()),
    command: (who, line) => shown(state, who, () => double.slash(nativeId(who), channel, line)),
    press: (who, label) => shown(state, who, () => double.click(nativeId(who), label)),
    submit: (who, fields) => shown(state, who, () => double.submit(nativeId(who), fields)),
    fail: (how) => double.fail({ how }),
  };
}

/** Does something, and answers what its doer was shown by it. */
async function shown(state: State, who: AccountId, act: () => Promise<Delivered>): Promise<Shown> {
  const before = state.seen.length;
  const { acknowledged, payload } = await act();
  if (!acknowledged) throw new Error("what was done was not acknowledged");
  const errors = errorsIn(payload);
  if (errors) return { kind: "problems", text: Object.values(errors).join("\n"), problemFields: Object.keys(errors) };
  const seen = state.seen.slice(before).findLast(({ user }) => user === nativeId(who));
  const blocks = seen?.blocks ?? [];
  const kind = blocks.some(({ type }) => type === "input") ? "form" : "view";
  const title = seen?.how === "modal" ? `${seen.text}\n` : "";
  return { kind, text: title + wordsOf(blocks), problemFields: [] };
}

function errorsIn(payload: unknown): Record<string, string> | null {
  const answer = (payload ?? {}) as { response_action?: string; errors?: Record<string, string> };
  return answer.response_action === "errors" ? (answer.errors ?? {}) : null;
}

function toldIn(state: State): readonly Told[] {
  return state.seen.flatMap((seen) =>
    seen.how === "ephemeral" || seen.how === "direct"
      ? [
          {
            to: account(seen.user),
            how: seen.how === "ephemeral" ? ("inPlace" as const) : ("direct" as const),
            privately: true,
            text: wordsOf(seen.blocks.filter(({ type }) => type !== "actions")),
            buttons: buttonsOf(seen.blocks).map(({ text }) => text.text),
            withdrawn: seen.message?.deleted ?? false,
          },
        ]
      : [],
  );
}
