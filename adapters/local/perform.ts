import { AdapterError, type Ability, type Act, type Receipt } from "../../src/core/adapter.ts";
import type { Place, Reader } from "../../src/core/model.ts";
import { plain } from "../../src/core/view.ts";
import type { Chat } from "./chat.ts";
import { inhabitant, roomOf, type Room } from "./company.ts";
import { renderView } from "./render.ts";

/** The playground can do everything in every space of the company, and write directly elsewhere. */
export function abilitiesAt({ space }: Place): ReadonlySet<Ability> {
  const direct: Ability[] = ["tell.direct", "withdraw.direct"];
  return new Set(space !== null && roomOf(space) ? ["tell.inPlace", "withdraw.inPlace", ...direct] : direct);
}

/**
 * Shows or takes back a private note. In a space, only its members can be told: others are `forbidden`. What happened in
 * no space is told among the direct messages, however it was meant.
 */
export async function perform(chat: Chat, act: Act, reader: Reader): Promise<Receipt | null> {
  if (!inhabitant(act.to)) throw new AdapterError("missing");
  if (act.do === "withdraw") {
    if (!chat.withdraw(act.receipt, act.to)) throw new AdapterError("missing");
    return null;
  }
  const room = act.how === "inPlace" ? roomToTellIn(chat, act) : null;
  const receipt = chat.show(act.key, {
    to: act.to,
    space: room?.id ?? null,
    message: room ? act.place.message : null,
    html: renderView(act.view, reader),
    plain: plain(act.view),
  });
  return { how: room ? "inPlace" : "direct", receipt };
}

function roomToTellIn(chat: Chat, { to, place }: Extract<Act, { do: "tell" }>): Room | null {
  if (place.space === null) return null;
  const room = roomOf(place.space);
  if (!room) throw new AdapterError("missing");
  if (!chat.members(room.id).includes(to)) throw new AdapterError("forbidden");
  return room;
}
