import { formatLine, mayUse, type Command } from "../core/command.ts";
import { code, heading, viewOf } from "../core/view.ts";

const title = { en: "What you can ask the charter", fr: "Ce que vous pouvez demander à la charte" } as const;

/** The commands that the asker may use, a line each. */
export const help: Command = {
  name: "help",
  summary: { en: "lists what you can ask", fr: "liste ce que vous pouvez demander" },
  usage: { en: "", fr: "" },
  role: "employee",
  public: true,
  run: ({ reader: { locale }, role }, { commands }) => {
    const items = commands
      .filter((command) => mayUse(role, command.role))
      .map(({ name, usage, summary }) => [
        code(`/charter ${formatLine({ name, rest: usage[locale] })}`),
        ` — ${summary[locale]}`,
      ]);
    return Promise.resolve(viewOf(heading(title[locale]), { kind: "list", items }));
  },
};
