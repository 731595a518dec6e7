import { z } from "zod";
import { slackId } from "./ids.ts";

/** The workspace that installed us, and our own user in it. */
export interface Home {
  readonly team: string;
  readonly enterprise: string | null;
  readonly user: string;
}

/** What is no id is as good as none: it is nobody's. */
const id = slackId.nullish().catch(null);
const named = z.object({ id }).nullish().catch(null);
const happened = z.object({
  authorizations: z.array(z.object({ team_id: id, enterprise_id: id })).nullish(),
  context_team_id: id,
  context_enterprise_id: id,
  team_id: id,
});
const asked = z.object({
  team_id: id,
  enterprise_id: id,
  team: named,
  enterprise: named,
  view: z.object({ app_installed_team_id: id }).nullish(),
});
interface Installation {
  readonly team?: string | null | undefined;
  readonly enterprise?: string | null | undefined;
}

/**
 * Whether a payload is for the installation that we serve: its workspace, or the enterprise that this belongs to.
 * The same app may be installed elsewhere, and signs there with the same secret. Who wrote is no matter here:
 * user ids are unique over all of Slack (docs.slack.dev/reference/methods/users.identity), so that an outsider in a
 * channel that companies share is an account of their own, of which the directory knows that it is external.
 */
export function isOurs({ kind, body }: { kind: "event" | "interaction"; body: unknown }, home: Home): boolean {
  const { team, enterprise } = kind === "event" ? installationOfEvent(body) : installationOfInteraction(body);
  return team === home.team || (home.enterprise !== null && enterprise === home.enterprise);
}

/** In a channel shared between companies the outer team may be the other company's: the authorisation says whose we are. */
function installationOfEvent(body: unknown): Installation {
  const { data } = happened.safeParse(body);
  const [authorised] = data?.authorizations ?? [];
  if (authorised) return { team: authorised.team_id, enterprise: authorised.enterprise_id };
  return { team: data?.context_team_id ?? data?.team_id, enterprise: data?.context_enterprise_id };
}

/** A form says where its app is installed; its team and enterprise are those of whoever filled it in. */
function installationOfInteraction(body: unknown): Installation {
  const { data } = asked.safeParse(body);
  const installed = data?.view?.app_installed_team_id;
  if (installed) return { team: installed, enterprise: installed };
  return { team: data?.team?.id ?? data?.team_id, enterprise: data?.enterprise?.id ?? data?.enterprise_id };
}
