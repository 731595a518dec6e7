import type { AccountId, CompositionCause } from "../../src/core/model.ts";
import { isBot, isPersonal, type Account, type Activity } from "./activity.ts";

/** Both spellings of the second are in use. */
const sharing = new Set(["channelShared", "channelUnshared", "channelUnShared"]);

/**
 * What an activity says of who is in a place: who came, brought by whom, who left, and whether it was opened to another
 * team or closed to it. Bots are nobody who could mix, and a chat with the bot alone is no place.
 */
export function causesOf(activity: Activity, account: (who: Account) => AccountId): readonly CompositionCause[] {
  const { type, conversation, from, membersAdded, membersRemoved, channelData } = activity;
  if (type !== "conversationUpdate" || isPersonal(conversation)) return [];
  const by = isPerson(from) ? account(from) : null;
  const joined = membersAdded.filter(isPerson).map((who): CompositionCause => {
    const newcomer = account(who);
    return { kind: "joined", account: newcomer, invitedBy: newcomer === by ? null : by };
  });
  const left = membersRemoved
    .filter(isPerson)
    .map((who): CompositionCause => ({ kind: "left", account: account(who) }));
  const shared: CompositionCause[] = sharing.has(channelData?.eventType ?? "") ? [{ kind: "shared", by }] : [];
  return [...joined, ...left, ...shared];
}

/** The platform names teams and channels, too, where it means nobody in particular. */
const isPerson = (who: Account): boolean => !isBot(who) && !who.id.startsWith("19:");
