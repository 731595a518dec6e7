import type { WrittenCharter } from "./core/charter.ts";

/** Says of an account, a domain, a workspace or a group who it is: an audience, and whom they belong to. */
export interface Assignment {
  readonly list: NameList;
  readonly name: string;
  readonly is: string;
  readonly of?: string;
}
type NameList = "accounts" | "domains" | "workspaces" | "groups";
type Line = NonNullable<WrittenCharter["audiences"]>[number];

const conditions = ["accounts", "standing", "domains", "workspaces", "groups"] as const;
/** The most names that a line of the charter takes. */
const room: Readonly<Record<NameList, number>> = { accounts: 5000, domains: 1000, workspaces: 1000, groups: 1000 };

/**
 * A written charter in which the assignments hold: each name is taken out of the lines that only list names, and put
 * into the line of its audience, or into a new one. Accounts come first, since the first line that fits decides; a
 * domain, workspace or group comes before the lines that go by standing alone. Lines with several conditions stay.
 */
export function assign(written: WrittenCharter, assignments: readonly Assignment[]): WrittenCharter {
  const names = new Map<NameList, ReadonlySet<string>>(
    [...Map.groupBy(assignments, ({ list }) => list)].map(([list, all]) => [
      list,
      new Set(all.map(({ name }) => name)),
    ]),
  );
  const lines: Line[] = (written.audiences ?? []).flatMap((line) => {
    const list = onlyListOf(line);
    const gone = list && names.get(list);
    if (!list || !gone) return [line];
    const rest = (line[list] ?? []).filter((name) => !gone.has(name));
    if (rest.length === line[list]?.length) return [line];
    return rest.length === 0 ? [] : [{ ...line, [list]: rest }];
  });
  const lists = Map.groupBy(assignments, ({ list, is, of }) => JSON.stringify([list, is, of]));
  for (const [first, ...others] of lists.values()) if (first) enter(lines, first, [first, ...others]);
  return { ...written, audiences: lines };
}

/** Puts names of one list and audience into the lines, in place. */
function enter(lines: Line[], { list, is, of }: Assignment, assignments: readonly Assignment[]): void {
  const left = [...new Set(assignments.map(({ name }) => name))];
  const end = list === "accounts" ? firstIndex(lines, (line) => line.accounts === undefined) : lines.length;
  for (let index = 0; index < end && left.length > 0; index++) {
    const line = lines[index];
    if (!line || line.is !== is || line.of !== of || onlyListOf(line) !== list) continue;
    const present = line[list] ?? [];
    lines[index] = { ...line, [list]: [...present, ...left.splice(0, room[list] - present.length)] };
  }
  while (left.length > 0) {
    const line: Line = { is, ...(of === undefined ? {} : { of }), [list]: left.splice(0, room[list]) };
    lines.splice(placeOf(lines, list), 0, line);
  }
}

/** Where a new line of a list of names goes. */
function placeOf(lines: readonly Line[], list: NameList): number {
  if (list === "accounts") return firstIndex(lines, (line) => line.accounts === undefined);
  const last = lines.findLastIndex((line) => onlyListOf(line) === list);
  return last >= 0 ? last + 1 : firstIndex(lines, (line) => conditionsOf(line).join(" ") === "standing");
}
const firstIndex = (lines: readonly Line[], suits: (line: Line) => boolean): number => {
  const index = lines.findIndex(suits);
  return index < 0 ? lines.length : index;
};

const conditionsOf = (line: Line): readonly (typeof conditions)[number][] =>
  conditions.filter((condition) => line[condition] !== undefined);
/** The list of a line that has no other condition; null for every other line. */
function onlyListOf(line: Line): NameList | null {
  const [only = "standing", ...others] = conditionsOf(line);
  return others.length > 0 || only === "standing" ? null : only;
}
