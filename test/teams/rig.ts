import { teamsAdapter } from "../../adapters/teams/index.ts";
import { mint, nativeId, type AccountId, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import type { Rig, Sent, Shown, StartRig, Told } from "../contracts/rig.ts";
import {
  activityOf,
  botId,
  chosenOn,
  deletionOf,
  editOf,
  inThread,
  invokeOf,
  messageOf,
  updateOf,
  type Conversation,
  type Somebody,
  type WireActivity,
} from "./activities.ts";
import { cardOf, readCard, type SeenCard } from "./cards.ts";
import type { Posted } from "./connector.ts";
import { startTeamsDouble, type TeamsDouble } from "./double.ts";

export interface TeamsRig extends Rig {
  readonly double: TeamsDouble;
  readonly somebody: Readonly<Record<"alice" | "bob" | "outsider", Somebody>>;
  readonly channel: Conversation;
  /** What the adapter logged. */
  readonly logged: readonly { readonly event: string; readonly fields: object }[];
  /** How `command` is typed: in the chat with the bot (unless set otherwise), by the slash, or before everybody. */
  way: "personal" | "targeted" | "mention";
  /** By how many milliseconds the adapter's clock is ahead of ours. */
  ahead: number;
  /** Delivers any activity; resolves with the HTTP answer. */
  deliver(activity: WireActivity): Promise<Response>;
}

export const startTeamsRig: StartRig = (door) => startRig(door);

/** The same rig, with what only tests of Teams look at. */
export async function startRig(door: Parameters<StartRig>[0]): Promise<TeamsRig> {
  const double = await startTeamsDouble();
  const { clientId, clientSecret, tenantId, serviceUrl } = double;
  const somebody = {
    alice: person("alice", tenantId),
    bob: person("bob", tenantId),
    outsider: {
      ...person("outsider", tenantId),
      userRole: "guest" as const,
      userPrincipalName: "out_sider_nordvik.example#EXT#@lisiere.example",
    },
  };
  const channel: Conversation = { id: "19:general@thread.tacv2", conversationType: "channel", name: "General" };
  double.rosters.set(channel.id, Object.values(somebody));
  const logged: { event: string; fields: object }[] = [];
  const clocks = { ahead: 0 };
  const adapter = teamsAdapter({
    clientId,
    clientSecret,
    tenantId,
    endpoints: double.endpoints,
    log: (event, fields) => void logged.push({ event, fields }),
    now: () => Date.now() + clocks.ahead,
  });
  await adapter.start(door);
  const [route] = adapter.routes;
  if (!route) throw new Error("the adapter has no route");

  const home = { clientId, tenantId, serviceUrl };
  const messages = new Map<string, WireActivity>();
  const screens = new Map<AccountId, Screen>();
  const answers = new Set<Posted>();
  let last: WireActivity | null = null;
  let clock = Date.now();
  const tick = (): number => (clock += 1);
  const whoIs = (account: AccountId): Somebody => {
    const found = Object.values(somebody).find(({ aadObjectId }) => accountOf(aadObjectId) === account);
    if (!found) throw new Error("nobody has this account");
    return found;
  };
  for (const one of Object.values(somebody)) double.personal.set(personalChat(one).id, one.id);
  const placeOf = (space: SpaceId): Conversation => ({ ...channel, id: nativeId(space) });
  const deliver = async (activity: WireActivity): Promise<Response> => route.handle(await double.request(activity));
  const send = async (id: string, activity: WireActivity): Promise<Sent> => {
    last = activity;
    return { id, acknowledged: (await deliver(activity)).ok };
  };
  const show = (who: AccountId, card: unknown, { where, dialog }: Omit<Screen, "seen" | "after">): Shown => {
    const seen = readCard(card);
    screens.set(who, { seen, where, dialog, after: double.posted.length });
    const form = dialog && Object.keys(seen.inputs).length > 0;
    const kind = seen.problemFields.length > 0 ? "problems" : form ? "form" : "view";
    return { kind, text: seen.text, problemFields: seen.problemFields };
  };
  /** What somebody looks at: what they were told last, where that is newer than what they were answered. */
  const look = (who: AccountId): Screen => {
    const screen = screens.get(who);
    const told = double.posted.slice(screen?.after ?? 0).findLast((one) => sees(one, whoIs(who)));
    if (!told) {
      if (!screen) throw new Error("nothing was shown to them");
      return screen;
    }
    const where = told.conversation.startsWith("a:") ? personalChat(whoIs(who)) : channel;
    return { seen: readCard(cardIn(told)), where, dialog: false, after: double.posted.length };
  };
  const invoke = async (who: AccountId, where: Conversation, [name, value]: readonly [string, unknown]) => {
    const response = await deliver(invokeOf(activityOf(home, whoIs(who), where), name, value));
    const body = await response.text();
    return cardOf(body === "" ? null : JSON.parse(body));
  };
  const openDialog = async (who: AccountId, where: Conversation, data: object): Promise<Shown> => {
    const card = await invoke(who, where, ["task/fetch", { data, context: { theme: "default" } }]);
    return show(who, card, { where, dialog: "task/submit" });
  };
  /** A form takes one press more: the card that invites to it opens the dialog. */
  const followed = async (who: AccountId, shown: Shown): Promise<Shown> => {
    const screen = screens.get(who);
    const open = screen?.seen.buttons.find(({ data }) => data["action"] === "open");
    return screen && open ? openDialog(who, screen.where, open.data) : shown;
  };

  const rig: TeamsRig = {
    adapter,
    double,
    somebody,
    channel,
    logged,
    deliver,
    way: "personal",
    get ahead() {
      return clocks.ahead;
    },
    set ahead(milliseconds) {
      clocks.ahead = milliseconds;
    },
    workspace: mint<WorkspaceId>("teams", tenantId),
    space: mint<SpaceId>("teams", channel.id),
    people: {
      alice: accountOf(somebody.alice.aadObjectId),
      bob: accountOf(somebody.bob.aadObjectId),
      outsider: accountOf(somebody.outsider.aadObjectId),
    },
    get told() {
      return double.posted.filter((one) => !answers.has(one)).map((one) => toldOf(one, Object.values(somebody)));
    },
    async say(who, text, options = {}) {
      const id = options.id ?? String(tick());
      const where = inThread(channel, options.thread ?? id);
      const activity = messageOf(activityOf(home, whoIs(who), where), id, text);
      messages.set(id, activity);
      return send(id, activity);
    },
    async edit(_who, id, text) {
      return send(id, editOf(messages.get(id) ?? {}, tick(), text));
    },
    async remove(_who, id) {
      return send(id, deletionOf(messages.get(id) ?? {}, tick()));
    },
    async join(where, who, by) {
      const came = whoIs(who);
      double.rosters.set(channel.id, [
        ...(double.rosters.get(channel.id) ?? []).filter(({ id }) => id !== came.id),
        came,
      ]);
      const base = activityOf(home, by === null ? came : whoIs(by), placeOf(where));
      return send("", updateOf(base, tick(), { eventType: "teamMemberAdded", added: [came] }));
    },
    async leave(where, who) {
      const gone = whoIs(who);
      double.rosters.set(
        channel.id,
        (double.rosters.get(channel.id) ?? []).filter(({ id }) => id !== gone.id),
      );
      const base = activityOf(home, gone, placeOf(where));
      return send("", updateOf(base, tick(), { eventType: "teamMemberRemoved", removed: [gone] }));
    },
    async report(who, id) {
      const message = messages.get(id) ?? {};
      const author = Object.values(somebody).find((one) => one.id === authorIn(message));
      if (!author) throw new Error("nobody wrote this");
      const where = inThread(channel, id);
      const card = await invoke(who, where, ["composeExtension/fetchTask", chosenOn(message, author, "report")]);
      return show(who, card, { where, dialog: "composeExtension/submitAction" });
    },
    async again() {
      if (last === null) throw new Error("nothing was delivered yet");
      return send(String(last["id"]), last);
    },
    async command(who, line) {
      const id = String(tick());
      const where = rig.way === "personal" ? personalChat(whoIs(who)) : inThread(channel, id);
      const before = double.posted.length;
      await deliver(
        typedAs(rig.way, messageOf(activityOf(home, whoIs(who), where), id, `charter ${line}`), botId(home)),
      );
      const answer = double.posted.slice(before).find(({ conversation }) => conversation === where.id);
      if (answer) answers.add(answer);
      return followed(who, show(who, cardIn(answer), { where, dialog: false }));
    },
    async press(who, label) {
      const { seen, where, dialog } = look(who);
      const button = seen.buttons.find(({ title }) => title === label);
      if (!button) throw new Error(`nobody shows a button "${label}"`);
      const { type, data } = button;
      const sent = dialog
        ? ([dialog, { data }] as const)
        : (["adaptiveCard/action", { action: { type, data }, trigger: "manual" }] as const);
      return followed(who, show(who, await invoke(who, where, sent), { where, dialog }));
    },
    async submit(who, fields) {
      const { seen, where, dialog } = look(who);
      const button = seen.buttons.find(({ data }) => data["action"] === "submit");
      if (!button || !dialog) throw new Error("no form is open");
      const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`field:${name}`, value]));
      const data = { ...seen.inputs, ...button.data, ...typed };
      return show(who, await invoke(who, where, [dialog, { data }]), { where, dialog });
    },
    fail(how) {
      double.fail(failures[how]);
    },
    async stop() {
      await adapter.stop();
      await double.stop();
    },
  };
  return rig;
}

/** A card that somebody has before them, where it stands, and how much was posted when it came. */
interface Screen {
  readonly seen: SeenCard;
  readonly where: Conversation;
  /** In a dialog, the name of the invoke by which its buttons send. */
  readonly dialog: false | "task/submit" | "composeExtension/submitAction";
  readonly after: number;
}

const failures = {
  limited: { status: 429, retryAfter: "7" },
  forbidden: { status: 403 },
  missing: { status: 404 },
  unreachable: { status: 502 },
} as const;

const accountOf = (aadObjectId: string): AccountId => mint<AccountId>("teams", aadObjectId);
const person = (name: string, tenantId: string): Somebody => ({
  id: `29:${name}`,
  aadObjectId: crypto.randomUUID(),
  name: `${name} Example`,
  userRole: "user",
  userPrincipalName: `${name}@Lisiere.example`,
  tenantId,
});
const personalChat = ({ id }: Somebody): Conversation => ({
  id: `a:${id}`,
  conversationType: "personal",
  name: "",
});

/** The same words, typed to the bot alone, by the slash, or to everybody. */
function typedAs(way: TeamsRig["way"], message: WireActivity, bot: string): WireActivity {
  if (way === "personal") return message;
  if (way === "targeted") return { ...message, recipient: { id: bot, name: "Charter", isTargeted: true } };
  const text = String(message["text"]).replace(/^charter/, "<at>Charter</at>");
  const mention = { type: "mention", text: "<at>Charter</at>", mentioned: { id: bot, name: "Charter" } };
  return { ...message, text, entities: [mention] };
}

const authorIn = ({ from }: WireActivity): unknown =>
  typeof from === "object" && from !== null && "id" in from ? from.id : null;
const cardIn = (posted: Posted | undefined): unknown => cardOf(posted?.activity);
const sees = (posted: Posted, who: Somebody): boolean => posted.onlyFor === null || posted.onlyFor === who.id;

function toldOf(posted: Posted, everybody: readonly Somebody[]): Told {
  const to = everybody.find(({ id }) => id === posted.onlyFor);
  const seen = readCard(cardIn(posted));
  return {
    to: accountOf(to?.aadObjectId ?? ""),
    how: posted.conversation.startsWith("a:") ? "direct" : "inPlace",
    privately: posted.onlyFor !== null,
    text: seen.text,
    buttons: seen.buttons.map(({ title }) => title),
    withdrawn: posted.deleted,
  };
}
