import { AdapterError, type Call, type Door } from "../../src/core/adapter.ts";
import type { SpaceId } from "../../src/core/model.ts";
import type { Reply } from "../../src/core/view.ts";
import { isBot, isPersonal, readerOf, spaceOf, toldOf, workspaceOf, type Activity } from "./activity.ts";
import { typedOf, type Typed } from "./commands.ts";
import { causesOf } from "./composed.ts";
import type { TeamsConfig } from "./config.ts";
import type { Answer, Connection } from "./connection.ts";
import { introduce } from "./introduce.ts";
import { answerInvoke, renderReply, type Run } from "./invokes.ts";
import { nameIn } from "./naming.ts";
import { normalise } from "./normalise.ts";
import { membersOf } from "./read.ts";
import { clip } from "./render.ts";
import { accountIn, noticeAccount, noticeActivity, noticeHabits, sharedSpaces, type Seen } from "./seen.ts";
import { signerFor } from "./signed.ts";

export interface Context {
  readonly config: TeamsConfig;
  readonly door: Door;
  readonly connection: Connection;
  readonly seen: Seen;
  /** Work that the platform need not wait for, but `stop` does. */
  readonly later: (work: Promise<void>) => void;
}

/** Takes a verified activity. The answer is ready when what it means is durable; 503 asks the platform to send it again. */
export async function receive(activity: Activity, context: Context): Promise<Answer> {
  const fresh = noticeActivity(context.seen, activity);
  // Who is there decides how they are judged: a place that we come to or see for the first time is read at once.
  const arrived = activity.membersAdded.some(({ id }) => id === activity.recipient.id);
  if (fresh !== null || arrived) context.later(learn(activity, context));
  else if (!isBot(activity.from)) context.later(learnHabits(activity, context));
  try {
    if (activity.type === "invoke") return await onInvoke(activity, context);
    if (activity.type === "conversationUpdate") return await onComposed(activity, context);
    return await onMessage(activity, context);
  } catch (error) {
    context.config.log("teams.not-taken", { error: error instanceof Error ? error.name : "unknown" });
    return { status: 503 };
  }
}

async function onMessage(activity: Activity, context: Context): Promise<Answer> {
  const { config, door, seen } = context;
  const account = (teamsId: string) => seen.accounts.get(teamsId) ?? null;
  const { event } = normalise(activity, { tenantId: config.tenantId, account });
  if (event !== null) await door.judge(event);
  const typed = activity.type === "message" ? typedOf(activity) : null;
  if (typed !== null) {
    const reply = await door.run({
      ...callOf(activity, context),
      privately: typed.how !== "mention",
      line: typed.line,
    });
    await say(reply, { typed, activity }, context);
  }
  return { status: 200 };
}

/** Somebody came, left, or let others in. Newcomers are introduced before, since a rule is told who they are by the directory alone. */
async function onComposed(activity: Activity, context: Context): Promise<Answer> {
  const { config, door, seen } = context;
  const causes = causesOf(activity, (who) => noticeAccount(seen, who));
  const { space } = spaceOf(activity.conversation.id);
  const newcomers = causes.flatMap((cause) => (cause.kind === "joined" ? cause.account : []));
  if (newcomers.length > 0) await introduce(newcomers, space, context);
  const happened = {
    platform: "teams",
    workspace: workspaceOf(config.tenantId),
    at: timeOf(activity, config),
  } as const;
  for (const cause of causes) await door.judge({ kind: "space.composed", ...happened, space, cause });
  return { status: 200 };
}

async function onInvoke(activity: Activity, context: Context): Promise<Answer> {
  if (isBot(activity.from)) return { status: 200 };
  // Whoever pressed sees the answer alone, wherever the card stands.
  const call = { ...callOf(activity, context), privately: true };
  const run: Run = (asked) => context.door.run({ ...call, ...asked });
  const signer = signerFor(call.by, context.config);
  return answerInvoke(activity, { run, signer }, { reader: readerOf(activity), name: nameIn(context.seen) });
}

const timeOf = ({ timestamp }: Activity, { now = Date.now }: TeamsConfig): Temporal.Instant =>
  timestamp ?? Temporal.Instant.fromEpochMilliseconds(now());

function callOf(activity: Activity, { config, seen }: Context): Omit<Call, "privately" | "line"> {
  return {
    platform: "teams",
    workspace: workspaceOf(config.tenantId),
    by: noticeAccount(seen, activity.from),
    space: isPersonal(activity.conversation) ? null : spaceOf(activity.conversation.id).space,
    reader: toldOf(activity),
    at: timeOf(activity, config),
  };
}

/** Answers a typed command where and as privately as it came. A form is always for one person. */
async function say(
  reply: Reply,
  { typed, activity }: { readonly typed: Typed; readonly activity: Activity },
  { config, connection, seen }: Context,
): Promise<void> {
  const card = renderReply(reply, { reader: readerOf(activity), name: nameIn(seen), surface: "message" });
  const summary = clip((card.fallbackText ?? "").replace(/\s+/g, " "), 200);
  const alone = typed.how === "targeted" || (typed.how === "mention" && reply.kind === "form");
  try {
    const onlyFor = alone ? activity.from.id : null;
    await connection.post(activity.conversation.id, { card, summary, onlyFor });
  } catch (error) {
    // The command has run: sending the activity again would run it twice.
    config.log("teams.answer.lost", { code: error instanceof AdapterError ? error.code : "unknown" });
  }
}

/** Tells the directory the language and zone of somebody it knows, where they are new. Never rejects. */
async function learnHabits(activity: Activity, { config, door, seen }: Context): Promise<void> {
  const id = noticeAccount(seen, activity.from);
  const habits = toldOf(activity);
  const fresh = noticeHabits(seen, id, habits);
  const account = accountIn(seen, id, config.tenantId);
  if (!fresh || account === null) return;
  await door.learn({ accounts: [account] }).catch((error: unknown) => {
    // Told again with the next message.
    seen.habits.delete(id);
    config.log("teams.habits.unlearnt", { error: error instanceof Error ? error.name : "unknown" });
  });
}

/** Tells the directory who is in the place of an activity. Never rejects: people are read again on the next sweep. */
async function learn(activity: Activity, { config, door, connection, seen }: Context): Promise<void> {
  const space: SpaceId = spaceOf(activity.conversation.id).space;
  if (!isBot(activity.from)) noticeHabits(seen, noticeAccount(seen, activity.from), toldOf(activity));
  try {
    await door.learn({ spaces: sharedSpaces(seen, workspaceOf(config.tenantId)).filter(({ id }) => id === space) });
    for await (const accounts of membersOf(space, config.tenantId, { connection, seen }))
      await door.learn({ accounts });
  } catch (error) {
    config.log("teams.roster.unread", { code: error instanceof AdapterError ? error.code : "unknown" });
  }
}
