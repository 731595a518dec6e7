import type { Audience, Purpose } from "../../src/core/model.ts";
import { defineRule } from "../../src/core/rule.ts";
import { examples } from "./examples.ts";
import { messages, type Code } from "./messages.ts";
import { meetingOf, type Meeting } from "./parties.ts";
import { allows, settings, type Settings } from "./settings.ts";

/**
 * Clients, suppliers and staff, each in their spaces. What is found is a condition of the space: it holds for as long
 * as the same parties meet there, and is nobody's act.
 */
export const audienceSeparation = defineRule({
  id: "audience-separation",
  title: { en: "Clients and suppliers apart", fr: "Clients et fournisseurs séparés" },
  trace: "excerpt",
  on: ["space.composed"],
  needs: ["members", "space"],
  settings,
  messages,
  examples,
  prepare(chosen: Settings) {
    return (_event, { members, space }) => {
      const meeting = meetingOf(members);
      const { mixture } = meeting;
      const code = whoMeets(chosen, meeting) ?? whoIsWhere(chosen, meeting, space.purpose);
      return code === null ? [] : [{ code, spans: [], mixture }];
    };
  },
});

/** People from outside who must not meet each other, whatever the space is for. */
function whoMeets({ together, partiesApart }: Settings, { outside }: Meeting): Code | null {
  const audiences = [...outside.keys()];
  const meet = (one: Audience, other: Audience): boolean => !allows(together, one, other);
  if (outside.has("client") && outside.has("supplier") && meet("client", "supplier")) return "client-and-supplier";
  // One without a name may belong to the one that has: only two names are surely two.
  const several = partiesApart.filter((audience) => (outside.get(audience)?.size ?? 0) > 1);
  if (several.includes("client")) return "two-clients";
  if (several.length > 0) return "two-parties";
  return audiences.some((one, index) => audiences.slice(index + 1).some((other) => meet(one, other)))
    ? "audiences-meet"
    : null;
}

/** People from outside where the space is not for them. A trial was announced to its members: it need not be declared. */
function whoIsWhere(chosen: Settings, { outside, hasStaff, hasUnknown }: Meeting, purpose: Purpose): Code | null {
  const { internalSpaces, undeclaredSpaces, welcome } = chosen;
  const hasOutsider = [...outside.keys()].some((audience) => !welcome.includes(audience));
  switch (purpose) {
    case "internal":
    case "social":
      if (!internalSpaces) return null;
      return hasOutsider ? "outsiders-in-internal" : hasUnknown ? "unknown-outsider" : null;
    case "client":
      return internalSpaces && isStrange(chosen, outside, "supplier", "client") ? "wrong-space" : null;
    case "supplier":
      return internalSpaces && isStrange(chosen, outside, "client", "supplier") ? "wrong-space" : null;
    case "undeclared":
      return undeclaredSpaces && hasStaff && (hasOutsider || hasUnknown) ? "undeclared-with-outsiders" : null;
    case "trial":
    case "sanctuary":
      return null;
  }
}

/** Whether an audience is in a space declared for the other, and the charter does not let the two share one. */
const isStrange = ({ together }: Settings, outside: Meeting["outside"], one: Audience, host: Audience): boolean =>
  outside.has(one) && !allows(together, one, host);
