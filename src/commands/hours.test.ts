import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDesk, wordsOf, type Desk } from "../../test/desk.ts";
import { CalendarError } from "../core/command.ts";
import type { Absence } from "../core/facts.ts";
import type { AccountId } from "../core/model.ts";
import { hours } from "./hours.ts";

const charter = {
  organisation: {
    name: "Atelier",
    zone: "Europe/Paris",
    week: { mon: ["09:00-18:00"], tue: ["09:00-18:00"], wed: ["09:00-12:00"] },
  },
  clauses: [],
};
const christmas: Absence = {
  kind: "leave",
  from: Temporal.Instant.from("2026-12-23T23:00:00Z"),
  until: Temporal.Instant.from("2027-01-01T23:00:00Z"),
};
const asked: string[] = [];
const readCalendar = (address: string): Promise<readonly Absence[]> => {
  asked.push(address);
  const why = new URL(address).hostname === "calendar.example" ? null : "unreachable";
  return why === null ? Promise.resolve([christmas]) : Promise.reject(new CalendarError(why));
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ charter, members: ["local:ann", "local:bob"], tools: { commands: [hours], readCalendar } });
});
afterAll(() => desk.close());
const person = async () => {
  const account = (await desk.store.directory.accounts(["local:ann" as AccountId])).get("local:ann" as AccountId);
  if (!account) throw new Error("nobody");
  return { account, settings: await desk.store.people.settings(account.person) };
};
const ann = (line: string, fields?: Record<string, string>): Promise<string> =>
  desk.words("local:ann", line, fields ? { fields } : {});
const annFrench = (line: string): Promise<string> => desk.words("local:ann", line, { locale: "fr" });

describe("hours", () => {
  beforeEach(async () => {
    await ann("hours reset");
    await ann("hours oncall none");
    await ann("hours leave none");
    asked.length = 0;
  });

  test("shows the organisation's week to somebody who chose none, in their language", async () => {
    expect(await ann("hours")).toContain("mon-tue 09:00-18:00; wed 09:00-12:00 (the organisation’s, 21\u00a0h)");
    expect(await annFrench("hours")).toContain("lun-mar 09:00-18:00; mer 09:00-12:00 (de l’organisation, 21\u00a0h)");
    expect(await ann("hours")).toContain("Europe/Paris (the organisation’s)");
    expect(await ann("hours")).not.toContain("hours reset");
  });

  test("keeps a week and a zone that were typed, and shows them as one's own", async () => {
    expect(await annFrench("hours semaine lun-ven 8h30-12h30 13h30-17h; sam 9h-12h")).toContain(
      "lun-ven 08:30-12:30 13:30-17:00; sam 09:00-12:00 (votre choix, 40\u00a0h\u00a030)",
    );
    expect(await ann("hours zone toronto")).toContain("America/Toronto (your choice)");
    expect((await person()).account).toMatchObject({ zone: "America/Toronto" });
    expect((await person()).account.week?.[5]).toEqual([[540, 720]]);
  });

  test("of nobody else it changes anything", async () => {
    await ann("hours week mon 9-12");
    expect(await desk.words("local:bob", "hours")).toContain("the organisation’s, 21\u00a0h");
  });

  test("a week of 48 hours is kept; a minute more is not, and kindly said", async () => {
    expect(await ann("hours week mon-sat 09:00-17:00")).toContain("48\u00a0h");
    expect(await ann("hours week mon-fri 09:00-17:00; sat 09:00-17:01")).toContain(
      "This week adds up to 48\u00a0h\u00a001",
    );
    expect((await person()).account.week?.[5]).toEqual([[540, 1020]]);
  });

  test("reset gives the organisation's week and the chat's zone back, and leaves the rest", async () => {
    await ann("hours week mon 9-12");
    await ann("hours zone Asia/Tokyo");
    await ann("hours oncall 2026-11-28 18:00 to 20:00");
    expect(await ann("hours reset")).toContain("hold again");
    const { account, settings } = await person();
    expect(settings).toMatchObject({ week: null, zone: null });
    expect(account.absences).toHaveLength(1);
  });

  test("times on call are on one's own clocks", async () => {
    await ann("hours zone America/Toronto");
    await ann("hours on call 2026-11-28 18:00 to 2026-11-30 08:00");
    expect((await person()).account.absences).toEqual([
      {
        kind: "on-call",
        from: Temporal.Instant.from("2026-11-28T23:00:00Z"),
        until: Temporal.Instant.from("2026-11-30T13:00:00Z"),
      },
    ]);
    expect(await annFrench("hours astreinte aucune")).toContain("Astreintes\u00a0: rien de prévu");
    expect((await person()).account.absences).toEqual([]);
  });

  test("leave is read from a calendar, whose address is kept and never shown", async () => {
    const answer = await ann("hours leave <https://calendar.example/secret.ics|calendar.example>");
    expect(asked).toEqual(["https://calendar.example/secret.ics"]);
    expect(answer).toContain("2026-12-23T23:00:00Z – 2027-01-01T23:00:00Z (read from your calendar each night)");
    expect(answer).not.toContain("secret");
    expect(JSON.stringify(await desk.ask("local:ann", "hours change"))).not.toContain("secret");
    expect((await person()).settings.calendar).toBe("https://calendar.example/secret.ics");
    expect(await ann("hours leave none")).toContain("no calendar");
    expect((await person()).account.absences).toEqual([]);
    expect((await person()).settings.calendar).toBeNull();
  });

  test("a calendar that cannot be read changes nothing", async () => {
    await ann("hours leave https://calendar.example/a.ics");
    expect(await ann("hours leave https://gone.example/a.ics")).toContain("leave: No calendar answered");
    expect((await person()).settings.calendar).toBe("https://calendar.example/a.ics");
    expect((await person()).account.absences).toEqual([christmas]);
  });

  test("the form asks for all of it, filled with one's own choices; sent back it changes nothing", async () => {
    await ann("hours week mon 9-12");
    await ann("hours oncall 2026-11-28 18:00 to 20:00");
    await ann("hours leave https://calendar.example/a.ics");
    const before = await person();
    const reply = await desk.ask("local:ann", "hours change");
    if (reply.kind !== "form") throw new Error(reply.kind);
    const fields = Object.fromEntries(
      reply.form.fields.map((field) => [field.name, field.kind === "text" ? (field.initial ?? "") : ""]),
    );
    expect(fields).toEqual({
      zone: "",
      week: "mon 09:00-12:00",
      oncall: "2026-11-28 18:00 – 2026-11-28 20:00",
      leave: "",
    });
    expect(await ann(reply.form.line, fields)).toContain("kept now");
    expect(await person()).toEqual(before);
    // What a client leaves out was emptied; only the calendar stays.
    await ann(reply.form.line, {});
    expect((await person()).settings).toMatchObject({ week: null, calendar: "https://calendar.example/a.ics" });
    expect((await person()).account.absences).toEqual([christmas]);
  });

  test("a new zone in the form leaves times on call where they are in the world", async () => {
    await ann("hours oncall 2026-11-28 18:00 to 20:00");
    const { absences } = (await person()).account;
    await ann("hours change", { zone: "Toronto", oncall: "2026-11-28 18:00 – 2026-11-28 20:00" });
    expect((await person()).account).toMatchObject({ zone: "America/Toronto", absences });
    await ann("hours change", { zone: "Toronto", oncall: "2026-11-28 18:00 to 20:00" });
    expect((await person()).account.absences[0]?.from.toString()).toBe("2026-11-28T23:00:00Z");
  });

  test("all mistakes come at once, beside their fields, and nothing is kept", async () => {
    const reply = await desk.ask("local:ann", "hours change", {
      fields: { zone: "Pariss", week: "mon", oncall: "soon", leave: "https://gone.example/a.ics" },
    });
    expect(reply.kind === "problems" ? reply.problems.map(({ field }) => field) : reply.kind).toEqual([
      "zone",
      "week",
      "oncall",
      "leave",
    ]);
    expect((await person()).settings).toEqual({ language: null, zone: null, week: null, calendar: null });
  });

  test("a word nobody knows gets a suggestion; without its argument a part gets the form", async () => {
    expect(await ann("hours wek mon 9-12")).toContain("Did you mean week?");
    expect(await ann("hours constructor")).toContain("Please write zone");
    expect(await ann("hours week")).toContain("Working week");
  });

  test("whom the directory does not know is told so", async () => {
    expect(wordsOf(await desk.ask("local:zed", "hours zone Paris"))).toContain("does not know you yet");
  });
});
