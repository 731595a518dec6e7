import { createHash } from "node:crypto";
import { z } from "zod";
import type { PlatformAccount, PlatformSpace } from "../../src/core/adapter.ts";
import { mint, type SpaceId, type WorkspaceId } from "../../src/core/model.ts";
import { shown } from "./archive-source.ts";
import type { Home } from "./home.ts";
import { isId, slackId } from "./ids.ts";
import { accountOf } from "./read.ts";

const team = z.string().nullish().catch(null);
const user = z.looseObject({
  team_id: team,
  enterprise_user: z.object({ enterprise_id: team }).nullish().catch(null),
});
type User = z.infer<typeof user>;

/** Everybody in the tables of people, and the workspace that they are of. */
export function peopleOf(rows: readonly unknown[]): { people: readonly PlatformAccount[]; home: Home } {
  const users = rows.map((each) => user.safeParse(each)).flatMap(({ data }): User[] => (data ? [data] : []));
  const home: Home = {
    team: mostFrequent(users.map(({ team_id }) => team_id)) ?? "TEXPORT",
    enterprise: mostFrequent(users.map(({ enterprise_user }) => enterprise_user?.enterprise_id)),
    user: "",
  };
  const accounts = users.flatMap((each) => {
    // Somebody who has left wrote as whoever they were then.
    const account = accountOf({ ...each, deleted: false }, home);
    return account ? [[account.id, account] as const] : [];
  });
  return { people: [...new Map(accounts).values()], home };
}

/** An export names no home. Outsiders of shared channels are among its users, and are fewer. */
function mostFrequent(names: readonly (string | null | undefined)[]): string | null {
  const groups = Map.groupBy(
    names.filter((name) => typeof name === "string" && isId(name)),
    (name) => name,
  );
  const [first] = [...groups].toSorted(([, one], [, other]) => other.length - one.length);
  return first?.[0] ?? null;
}

/** Which folder is which space. */
export interface Places {
  readonly home: Home;
  readonly named: ReadonlyMap<string, PlatformSpace>;
  readonly private: ReadonlySet<string>;
}
const row = z.object({
  id: slackId,
  name: z.string().nullish().catch(null),
  is_im: z.boolean().nullish().catch(null),
  is_mpim: z.boolean().nullish().catch(null),
});
type Row = z.infer<typeof row>;

/** Of the tables of channels, public and private, and of those of conversations among a few. */
export function placesOf(home: Home, tables: Readonly<Record<"channels" | "dialogues", readonly unknown[]>>): Places {
  const rows = rowsIn(tables.channels);
  const isDialogue = ({ is_im, is_mpim }: Row): boolean => is_im === true || is_mpim === true;
  const dialogues = [...rows.filter(isDialogue), ...rowsIn(tables.dialogues)];
  // Slack names a folder after its channel; other tools name it after the id.
  const named = rows
    .filter((each) => !isDialogue(each))
    .toReversed()
    .flatMap(({ id, name }) => {
      const space = spaceAt(id, name ?? id, home);
      return [[id, space] as const, [name ?? id, space] as const];
    });
  return { home, named: new Map(named), private: new Set(dialogues.flatMap(({ id, name }) => [id, name ?? id])) };
}

const rowsIn = (table: readonly unknown[]): Row[] =>
  table.map((each) => row.safeParse(each)).flatMap(({ data }) => (data ? [data] : []));

/** Whether a folder is a conversation among a few, also where no table says so. */
export const isPrivate = (places: Places, folder: string): boolean =>
  !places.named.has(folder) && (places.private.has(folder) || /^(?:D[A-Z0-9]{7,}$|mpdm-)/.test(folder));

const spaceAt = (id: string, name: string, home: Home): PlatformSpace => ({
  id: mint<SpaceId>("slack", id),
  workspace: mint<WorkspaceId>("slack", home.team),
  name: shown(name),
});

/** Channels that were deleted or renamed leave folders that no table names; each gets an id that no channel has. */
export function spaceOf({ named, home }: Places, folder: string): PlatformSpace {
  const standIn = (): string => `X${createHash("sha256").update(folder).digest("hex").slice(0, 20).toUpperCase()}`;
  return named.get(folder) ?? spaceAt(isId(folder) ? folder : standIn(), folder, home);
}
