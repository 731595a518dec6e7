import type { AccountId, Locale } from "../../src/core/model.ts";
import type { Room } from "./company.ts";

/** What was said in a room before the visitor came, in the visitor's language. Never judged. */
export const saidBefore = (
  room: Room,
  locale: Locale,
): readonly { readonly id: string; readonly author: AccountId; readonly version: 0; readonly text: string }[] =>
  room.before.map(({ by, text }, index) => ({
    id: `before-${index}`,
    author: by,
    version: 0,
    text: text[locale],
  }));
