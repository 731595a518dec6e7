import { describe, expect, test } from "vitest";
import type { Call } from "./core/adapter.ts";
import { readCharter } from "./core/charter.ts";
import type { Command, CommandTools } from "./core/command.ts";
import type { AccountId, WorkspaceId } from "./core/model.ts";
import { plain, text, viewOf, type Reply } from "./core/view.ts";
import { dispatch } from "./dispatch.ts";
import { nearest } from "./nearest.ts";

const command = (name: string, but: Partial<Command> = {}): Command => ({
  name,
  summary: { en: name, fr: name },
  usage: { en: "", fr: "" },
  role: "employee",
  public: false,
  run: ({ reader, rest }) => Promise.resolve(viewOf(text(`${name} ${reader.locale} ${reader.zone} [${rest}]`))),
  ...but,
});
const read = readCharter(
  {
    organisation: { name: "Here", zone: "Europe/Paris", week: {} },
    stewards: { admins: ["local:ann"], moderators: ["local:mo"] },
    clauses: [],
  },
  1,
  [],
);
if (!read.ok) throw new Error("the charter of the test is wrong");
const tools = {
  store: {
    directory: {
      accounts: (ids: readonly AccountId[]) =>
        Promise.resolve(new Map(ids.map((id) => [id, { id, locale: "fr-CA", zone: "America/Toronto" }]))),
    },
  },
  revision: () => read.revision,
  commands: [
    command("charter"),
    command("help", { public: true }),
    command("check"),
    command("purge", { role: "admin" }),
  ],
} as unknown as CommandTools;
const call = (line: string, but: Partial<Call> = {}): Call => ({
  platform: "local",
  workspace: "local:w" as WorkspaceId,
  by: "local:eve" as AccountId,
  space: null,
  privately: true,
  line,
  reader: { locale: "en", zone: null },
  at: Temporal.Instant.from("2026-11-16T09:00:00Z"),
  ...but,
});
const words = (reply: Reply): string => (reply.kind === "view" ? plain(reply.view) : reply.kind);
const ask = async (line: string, but: Partial<Call> = {}): Promise<string> =>
  words(await dispatch(tools, call(line, but)));

describe("dispatch", () => {
  test("the language that somebody chose wins over what their client says", async () => {
    const chosen = {
      ...tools,
      store: {
        directory: { accounts: () => Promise.resolve(new Map([["local:eve", { language: "fr", zone: null }]])) },
      },
    } as unknown as CommandTools;
    expect(words(await dispatch(chosen, call("check it")))).toContain("check fr");
  });
  test("an empty line asks for one's charter in short", async () => {
    expect(await ask("")).toContain("charter en");
  });
  test("the language comes from the platform's call, else from the directory, and the zone the other way round", async () => {
    expect(await ask("check it", { reader: { locale: null, zone: null } })).toBe("check fr America/Toronto [it]");
    expect(await ask("check it", { reader: { locale: "en", zone: "Asia/Tokyo" } })).toBe(
      "check en America/Toronto [it]",
    );
  });
  test("a zone that is none is the organisation's", async () => {
    const nobody = {
      ...tools,
      store: { directory: { accounts: () => Promise.resolve(new Map()) } },
    } as unknown as CommandTools;
    expect(words(await dispatch(nobody, call("check it", { reader: { locale: "en", zone: "Asia/Tokyo" } })))).toContain(
      "Asia/Tokyo",
    );
    expect(
      words(await dispatch(nobody, call("check it", { reader: { locale: "en", zone: "Mars/Olympus" } }))),
    ).toContain("Europe/Paris");
  });
  test("a word nobody knows gets a suggestion, and is not repeated", async () => {
    const answer = await ask("chekc my secret");
    expect(answer).toContain("/charter check");
    expect(answer).not.toContain("secret");
    expect(answer).not.toContain("chekc");
  });
  test("a command that one may not use does not exist, not even as a suggestion", async () => {
    expect(await ask("purge")).not.toContain("purge");
    expect(await ask("purg")).not.toContain("purge");
    expect(await ask("purge", { by: "local:ann" as AccountId })).toContain("purge en");
  });
  test("in public only what is public is answered", async () => {
    expect(await ask("check x", { privately: false })).toContain("private conversation");
    expect(await ask("help", { privately: false })).toContain("help en");
  });
  test.each([
    ["hlep", "help"],
    ["chekc", "check"],
    ["xyz", null],
    ["no", null],
    ["c".repeat(100_000), null],
  ])("a mistyped name is found: case %#", (typed, expected) => {
    expect(nearest(typed, ["help", "check", "why"])).toBe(expected);
  });
});
