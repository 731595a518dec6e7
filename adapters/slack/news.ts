import { z } from "zod";
import { AdapterError } from "../../src/core/adapter.ts";
import { nativeId, type AccountId, type SpaceComposed } from "../../src/core/model.ts";
import { composed } from "./composed.ts";
import type { Desk } from "./interact.ts";
import { asked } from "./perform.ts";
import { accountOf, introduce, spaceOf } from "./read.ts";

/** Takes what Slack tells beside messages: who came or went, and who and what is new or changed. Rejects as the door does. */
export async function heardNews(desk: Desk, body: unknown): Promise<void> {
  const event = composed(body, desk.home);
  if (event === "unreadable") return desk.log("slack.unreadable", {});
  return event === null ? learn(desk, body) : judge(desk, event);
}

/** Whoever is judged is introduced before, since a rule is told who they are by the directory alone. */
async function judge(desk: Desk, event: SpaceComposed): Promise<void> {
  const { cause } = event;
  const who = cause.kind === "joined" || cause.kind === "left" ? nativeId(cause.account) : null;
  // We are nobody who could mix; that we came to a channel is how we get to know it.
  if (who === desk.home.user) return cause.kind === "joined" ? learnSpace(desk, event) : undefined;
  if (who === "USLACKBOT") return;
  await introduce(desk, strangersIn(cause).map(nativeId), (call) => asked(call()));
  await desk.door.judge(event);
}

/** Those of whom the rules will want to know. Nobody need be known who leaves. */
function strangersIn(cause: SpaceComposed["cause"]): readonly AccountId[] {
  if (cause.kind === "joined") return [cause.account, ...(cause.invitedBy ? [cause.invitedBy] : [])];
  return cause.kind === "shared" && cause.by ? [cause.by] : [];
}

async function learnSpace({ client, door, home, log }: Desk, { space }: SpaceComposed): Promise<void> {
  try {
    const { channel } = await asked(client.conversations.info({ channel: nativeId(space) }));
    const found = spaceOf(channel, home);
    if (found) await door.learn({ spaces: [found] });
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    // The next sync reads it with the others.
    log("slack.space.unread", { code: error.code });
  }
}

const news = z.object({
  event: z.object({ type: z.string(), user: z.unknown().optional(), channel: z.unknown().optional() }),
});

async function learn({ door, home, acquainted }: Desk, body: unknown): Promise<void> {
  const { event } = news.parse(body);
  switch (event.type) {
    case "team_join":
    case "user_change": {
      const account = accountOf(event.user, home);
      if (account === null) return;
      await door.learn({ accounts: [account] });
      acquainted.add(nativeId(account.id));
      return;
    }
    case "channel_created":
    case "channel_rename":
    case "group_rename": {
      const space = spaceOf(event.channel, home);
      return space === null ? undefined : door.learn({ spaces: [space] });
    }
  }
}
