import { readCharter, type Revision } from "../src/core/charter.ts";
import type { Call } from "../src/core/adapter.ts";
import type { Change, CommandTools } from "../src/core/command.ts";
import type { AccountId, Locale, SpaceId, WorkspaceId } from "../src/core/model.ts";
import { plain, type Reply } from "../src/core/view.ts";
import type { Store } from "../src/core/store.ts";
import { commands } from "../src/commands/index.ts";
import { dispatch } from "../src/dispatch.ts";
import { rules } from "../rules/index.ts";
import { publicHolidays } from "../rules/resting-hours/holidays.ts";
import { newPlace } from "./database.ts";

/** How somebody asks: from where, with which fields, in which language, and when. */
export interface Asking {
  readonly space?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly locale?: Locale;
  readonly at?: string;
  readonly privately?: boolean;
  readonly about?: Call["about"];
}

/** Commands over a store of their own, as a platform's adapter would run them. */
export interface Desk {
  readonly store: Store;
  readonly tools: CommandTools;
  ask(by: string, line: string, asking?: Asking): Promise<Reply>;
  /** The words of the answer, whatever its kind: of a form, its title, what stands before it, and its fields' labels. */
  words(by: string, line: string, asking?: Asking): Promise<string>;
  close(): Promise<void>;
}

interface Options {
  readonly charter: unknown;
  /** Members of the workspace unless they are guests: ids, all of the platform "local". */
  readonly members: readonly string[];
  readonly guests?: readonly string[];
  readonly spaces?: readonly string[];
  readonly now?: () => Temporal.Instant;
  readonly tools?: Partial<CommandTools>;
}

const workspace = "local:w" as WorkspaceId;

/** A desk on a new store that holds the charter as its first revision, and knows these people and spaces. */
export async function openDesk({
  charter,
  members,
  guests = [],
  spaces = [],
  now,
  tools: but,
}: Options): Promise<Desk> {
  const place = await newPlace("pglite", "");
  const store = await place.open(now);
  const read = (written: unknown, number: number): Revision => {
    const made = readCharter(written, number, rules);
    if (!made.ok) throw new Error(made.problems.map(({ field, text }) => `${field}: ${text}`).join("\n"));
    return made.revision;
  };
  let revision = read(charter, 1);
  await store.revisions.add(charter, "installation", "first start", 0);
  await store.directory.learn({
    accounts: [...members, ...guests].map((id) => ({
      id: id as AccountId,
      workspace,
      standing: members.includes(id) ? "member" : "guest",
      ...{ zone: null, locale: null, domain: null, home: null, groups: null },
    })),
    spaces: spaces.map((id) => ({ id: id as SpaceId, workspace, name: id.slice(id.indexOf(":") + 1) })),
  });
  const tools: CommandTools = {
    store,
    revision: () => revision,
    rules,
    commands,
    platforms: ["local"],
    undecided: () => ({ undecided: new Map(), failures: new Map() }),
    address: "https://charter.example",
    readCalendar: () => Promise.resolve([]),
    holidays: publicHolidays,
    async revise(written: unknown, { by, reason, from }: Change) {
      const number = await store.revisions.add(written, by, reason, from);
      if (number !== null) revision = read(written, number);
      return number;
    },
    ...but,
  };
  const ask = (by: string, line: string, asking: Asking = {}): Promise<Reply> =>
    dispatch(tools, {
      platform: "local",
      workspace,
      by: by as AccountId,
      space: (asking.space ?? null) as SpaceId | null,
      privately: asking.privately ?? true,
      line,
      ...(asking.fields && { fields: asking.fields }),
      ...(asking.about && { about: asking.about }),
      reader: { locale: asking.locale ?? null, zone: null },
      at: Temporal.Instant.from(asking.at ?? "2026-11-24T09:00:00Z"),
    });
  return {
    store,
    tools,
    ask,
    words: async (by, line, asking) => wordsOf(await ask(by, line, asking)),
    async close() {
      await store.close();
      await place.remove();
    },
  };
}

/** Everything that a reply says. */
export function wordsOf(reply: Reply): string {
  switch (reply.kind) {
    case "view":
      return plain(reply.view);
    case "problems":
      return reply.problems.map(({ field, text }) => `${field}: ${text}`).join("\n");
    case "form": {
      const { title, about = [], fields, submit } = reply.form;
      return [title, plain({ blocks: about }), ...fields.map(({ label }) => label), submit].join("\n");
    }
  }
}
