import { z } from "zod";
import { AdapterError, type Ability, type Act, type Receipt } from "../../src/core/adapter.ts";
import { nativeId, type AccountId, type Place, type Reader, type SpaceId } from "../../src/core/model.ts";
import { conversationIdOf } from "./activity.ts";
import type { Connection, Outgoing } from "./connection.ts";
import { clip, plainFor, renderView } from "./render.ts";
import { noticeAccount, type Seen } from "./seen.ts";
import { nameIn } from "./naming.ts";

/** What is needed to take back a message: ids only. */
const receipt = z.object({ conversation: z.string(), message: z.string(), targeted: z.boolean() });

const everywhere: readonly Ability[] = ["tell.direct", "withdraw.direct", "withdraw.inPlace"];
/** Nobody can be addressed alone in a chat that is theirs alone; there, and in no place at all, the direct way is left. */
export function abilitiesAt({ space }: Place, seen: Seen): ReadonlySet<Ability> {
  if (space === null) return new Set<Ability>(["tell.direct", "withdraw.direct"]);
  const personal = seen.spaces.get(space)?.personal ?? nativeId(space).startsWith("a:");
  return new Set<Ability>(personal ? everywhere : ["tell.inPlace", ...everywhere]);
}

/** Does one act; answers the receipt of what was told. */
export async function perform(
  act: Act,
  reader: Reader,
  { connection, seen }: { readonly connection: Connection; readonly seen: Seen },
): Promise<Receipt | null> {
  if (act.do === "withdraw") {
    const { conversation, message, targeted } = readReceipt(act.receipt);
    await connection.remove(conversation, message, targeted);
    return null;
  }
  const rendering = { reader, name: nameIn(seen), surface: "message" } as const;
  const card = renderView(act.view, rendering);
  const summary = clip(plainFor(act.view, rendering).replace(/\s+/g, " "), 200);
  const { space } = act.place;
  const targeted = act.how === "inPlace";
  if (targeted && space === null) throw new AdapterError("forbidden");
  const there = targeted && space !== null ? { ...act.place, space } : null;
  const conversation =
    there === null
      ? await personalChat(act.to, connection, seen)
      : conversationIdOf(nativeId(there.space), threadOf(there));
  const onlyFor = there === null ? null : await teamsIdOf(act.to, there.space, { connection, seen });
  const outgoing: Outgoing = { card, summary, onlyFor };
  const message = await connection.post(conversation, outgoing);
  return { how: act.how, receipt: JSON.stringify({ conversation, message, targeted }) };
}

function readReceipt(written: string): z.infer<typeof receipt> {
  try {
    return receipt.parse(JSON.parse(written));
  } catch {
    // Not one of ours: there is nothing that could be found by it.
    throw new AdapterError("missing");
  }
}

/** In a channel the answer to a post stands in the thread that the post begins; a chat has no threads. */
const threadOf = ({ space, thread, message }: Place & { readonly space: SpaceId }): string | null =>
  thread ?? (nativeId(space).endsWith("@thread.tacv2") ? message : null);

/** The person's id in conversations: seen before, or asked of the place where they are. */
async function teamsIdOf(
  to: AccountId,
  space: SpaceId,
  { connection, seen }: { readonly connection: Connection; readonly seen: Seen },
): Promise<string> {
  const known = seen.teamsIds.get(to);
  if (known !== undefined) return known;
  const member = await connection.member(nativeId(space), nativeId(to));
  noticeAccount(seen, member);
  return member.id;
}

async function personalChat(to: AccountId, connection: Connection, seen: Seen): Promise<string> {
  const known = seen.personalChats.get(to);
  if (known !== undefined) return known;
  const opened = await connection.openPersonal(seen.teamsIds.get(to) ?? nativeId(to));
  seen.personalChats.set(to, opened);
  return opened;
}
