import { AdapterError, type Ability, type Act, type Receipt } from "../../src/core/adapter.ts";
import type { Place, Reader } from "../../src/core/model.ts";
import { plain } from "../../src/core/view.ts";
import type { Chat } from "./chat.ts";
import { inhabitant, roomOf } from "./company.ts";
import { renderView } from "./render.ts";

/** The playground can do everything in every space of the company, and write directly elsewhere. */
export function abilitiesAt(place: Place): ReadonlySet<Ability> {
  const direct: Ability[] = ["tell.direct", "withdraw.direct"];
  return new Set(roomOf(place.space) ? ["tell.inPlace", "withdraw.inPlace", ...direct] : direct);
}

/** Shows or takes back a private note. In a space, only its members can be told: others are `forbidden`. */
export async function perform(chat: Chat, act: Act, reader: Reader): Promise<Receipt | null> {
  if (!inhabitant(act.to)) throw new AdapterError("missing");
  if (act.do === "withdraw") {
    if (!chat.withdraw(act.receipt, act.to)) throw new AdapterError("missing");
    return null;
  }
  const room = roomOf(act.place.space);
  if (act.how === "inPlace") {
    if (!room) throw new AdapterError("missing");
    if (!room.members.includes(act.to)) throw new AdapterError("forbidden");
  }
  const receipt = chat.show(act.key, {
    to: act.to,
    space: act.how === "inPlace" ? act.place.space : null,
    message: act.how === "inPlace" ? act.place.message : null,
    html: renderView(act.view, reader),
    plain: plain(act.view),
  });
  return { how: act.how, receipt };
}
