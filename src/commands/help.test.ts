import { describe, expect, test } from "vitest";
import { wordsOf } from "../../test/desk.ts";
import type { Asked, Command, CommandTools } from "../core/command.ts";
import type { Locale, Role } from "../core/model.ts";
import { viewOf } from "../core/view.ts";
import { help } from "./help.ts";

const command = (name: string, role: Role): Command => ({
  name,
  role,
  summary: { en: `does ${name}`, fr: `fait ${name}` },
  usage: { en: "<it>", fr: "<cela>" },
  public: false,
  run: () => Promise.resolve(viewOf()),
});
const many = (role: Role, count: number): Command[] =>
  Array.from({ length: count }, (_, index) => command(`${role}-${index}`, role));

interface Asking {
  readonly role?: Role;
  readonly rest?: string;
  readonly privately?: boolean;
  readonly locale?: Locale;
}
const ask = async (
  commands: readonly Command[],
  { role = "employee", rest = "", privately = true, locale = "en" }: Asking = {},
): Promise<string> => {
  const asked = { rest, role, reader: { locale, zone: "UTC" }, call: { privately } } as Asked;
  return wordsOf(await help.run(asked, { commands } as unknown as CommandTools));
};
const few = [help, ...many("employee", 2), ...many("ambassador", 1), ...many("moderator", 1), ...many("admin", 2)];

describe("help", () => {
  test("groups what one may use by whom it is for, in the reader's language", async () => {
    const lines = (await ask(few, { role: "admin" })).split("\n");
    expect(lines).toEqual([
      "What you can ask the charter",
      "• /charter help [command] — lists what you can ask, or explains one of it",
      "• /charter employee-0 <it> — does employee-0",
      "• /charter employee-1 <it> — does employee-1",
      "For stewards",
      "• /charter ambassador-0 <it> — does ambassador-0",
      "• /charter moderator-0 <it> — does moderator-0",
      "For admins",
      "• /charter admin-0 <it> — does admin-0",
      "• /charter admin-1 <it> — does admin-1",
      "One of them explained: /charter help help",
    ]);
    expect(await ask(few, { role: "admin", locale: "fr" })).toContain("/charter admin-0 <cela> — fait admin-0");
  });

  test("shows nobody what they may not use, nor a title over nothing", async () => {
    expect(await ask(few)).not.toMatch(/steward|admin|moderator/);
    const moderator = await ask(few, { role: "moderator" });
    expect(moderator).toContain("moderator-0");
    expect(moderator).not.toContain("admin");
    expect(await ask(few, { role: "ambassador" })).not.toContain("moderator");
  });

  test("where others read along it is the same for everybody", async () => {
    expect(await ask(few, { role: "admin", privately: false })).toBe(await ask(few, { privately: false }));
    expect(await ask(few, { role: "admin", privately: false, rest: "admin-0" })).toContain("no such command");
  });

  test("stays within a screen, however many commands there are, and names each one", async () => {
    for (const [own, stewards, admins] of [
      [15, 4, 15],
      [18, 3, 2],
      [40, 40, 40],
      [1, 30, 1],
    ] as const) {
      const commands = [...many("employee", own), ...many("moderator", stewards), ...many("admin", admins)];
      const answer = await ask(commands, { role: "admin" });
      expect(answer.split("\n").length).toBeLessThanOrEqual(25);
      for (const { name } of commands) expect(answer).toContain(name);
    }
  });

  test("explains one command; a mistyped one gets a suggestion, and is not repeated", async () => {
    expect(await ask(few, { rest: "employee-1" })).toContain("/charter employee-1 <it> — does employee-1.");
    expect(await ask(few, { rest: "/charter employee-1" })).toContain("Try it: /charter employee-1");
    expect(await ask(few, { rest: "hlep" })).toContain("Did you mean /charter help help?");
    expect(await ask(few, { rest: "my-secret" })).not.toContain("secret");
    expect(await ask(few, { rest: "admin-0" })).toBe("There is no such command. ");
  });
});
