import { describe, expect, it } from "vitest";
import { tryExample } from "../../test/rule-tester.ts";
import { readCharter } from "../../src/core/charter.ts";
import type { Colleague, Holidays, Known } from "../../src/core/facts.ts";
import {
  mint,
  type AccountId,
  type Audience,
  type PersonId,
  type SpaceId,
  type WorkspaceId,
} from "../../src/core/model.ts";
import { isoDate, localDate } from "../../src/core/time.ts";
import { publicHolidays, UnknownHolidays } from "./holidays.ts";
import { restingHours } from "./index.ts";
import { urgencyOf } from "./urgency.ts";

const monday = ["09:00-18:00"];
interface Written {
  readonly week?: object;
  readonly holidays?: Holidays;
  readonly holidaysByZone?: Readonly<Record<string, Holidays>>;
  readonly settings?: object;
}
function read({ settings = {}, ...changes }: Written) {
  const title = { en: "Rest", fr: "Repos" };
  const organisation = { name: "Example", zone: "Europe/Paris", week: { mon: monday }, ...changes };
  const clauses = [{ id: "rest", title, prose: title, rule: "resting-hours", settings }];
  return readCharter({ organisation, clauses }, 1, [restingHours]);
}
function problems(written: Written): string[] {
  const charter = read(written);
  return charter.ok ? [] : charter.problems.map(({ field, text }) => `${field}: ${text}`);
}

describe("a charter that cannot be judged by", () => {
  it("names a country and a region that have no calendar, and where they stand", () => {
    expect(
      problems({ holidays: { country: "XX" }, holidaysByZone: { "Europe/Berlin": { country: "FR", region: "QC" } } }),
    ).toEqual([
      'organisation.holidays.country: No public holidays are known for the country "XX".',
      "organisation.holidaysByZone.Europe/Berlin.region: " +
        'No public holidays are known for the region "QC" of FR. Use one of 57, 67, 68, YT, MQ, GP, GF, RE, MF, BL, or none.',
    ]);
    expect(problems({ holidays: { country: "CA", region: "QC" } })).toEqual([]);
  });

  it("names a week in which nobody works", () => {
    expect(problems({ week: {} })).toEqual([
      "organisation.week: The working week has no shift, so nobody would ever work.",
    ]);
  });

  it("names settings that notice nothing, and markers that cannot be read", () => {
    expect(problems({ settings: { ownHours: false, mentions: false } })).toEqual([
      "clauses.0.settings: Turn on ownHours or mentions, or remove the clause: with both off it notices nothing.",
    ]);
    expect(problems({ settings: { urgentMarkers: ["urgent", "!!"] } })).toEqual([
      'clauses.0.settings.urgentMarkers.1: The urgent marker "!!" has no letter or digit, so it could never be read.',
    ]);
  });
});

const account = (name: string): AccountId => mint<AccountId>("example", name);
function colleague(name: string, changes: Partial<Colleague> = {}): Colleague {
  const shifts = [[540, 1080]] as const;
  return {
    account: account(name),
    person: account(name) as string as PersonId,
    standing: "member",
    audience: "staff",
    party: null,
    groups: [],
    host: null,
    zone: "Europe/Paris",
    week: [shifts, shifts, shifts, shifts, shifts, [], []],
    holidays: null,
    absences: [],
    ...changes,
  };
}
/** The codes found in a message, of a Tuesday at 10:00 in Paris where no instant is given. */
function judged(facts: Known<"author" | "mentioned">, settings: object = {}, at = "2026-11-24T09:00:00Z"): string[] {
  const charter = read({ settings });
  const clause = charter.ok ? charter.revision.clauses[0] : undefined;
  const findings = clause?.judge(
    {
      kind: "message.posted",
      platform: "example",
      workspace: mint<WorkspaceId>("example", "workspace"),
      at: Temporal.Instant.from(at),
      message: { space: mint<SpaceId>("example", "space"), id: "1", version: 0 },
      author: facts.author.account,
      text: { plain: "Hello", marks: [] },
      mentions: facts.mentioned.map((one) => one.account),
      thread: null,
    },
    { ...facts, space: { purpose: "internal" }, members: [] },
  );
  return [...(findings ?? [])].map(({ code }) => code);
}

describe("the right to rest", () => {
  const asleep = { zone: "America/Montreal" };
  const leo = colleague("leo");

  it("is not judged again when an old message is edited", () => {
    expect(restingHours.on).toEqual(["message.posted"]);
  });

  it("keeps no trace, and its findings carry nothing", () => {
    expect(restingHours.trace).toBe("none");
    for (const example of restingHours.examples) {
      for (const finding of tryExample(restingHours, example).findings) {
        expect(finding).toEqual({ code: finding.code, spans: [] });
      }
    }
  });

  it("speaks of the author first where the author rests too", () => {
    const facts = { author: colleague("zoe", asleep), mentioned: [colleague("leo", asleep)] };
    expect(judged(facts)).toEqual(["author-resting"]);
    expect(judged(facts, { ownHours: false })).toEqual(["reaches-resting"]);
  });

  it("is reached when one of several people mentioned rests", () => {
    expect(judged({ author: leo, mentioned: [colleague("a"), colleague("b", asleep)] })).toEqual(["reaches-resting"]);
    expect(judged({ author: leo, mentioned: [colleague("a"), colleague("b")] })).toEqual([]);
  });

  it.each<Audience>(["client", "supplier", "unknown"])(
    "says nothing of the hours of somebody who is %s",
    (audience) => {
      expect(judged({ author: leo, mentioned: [colleague("b", { ...asleep, audience })] })).toEqual([]);
      expect(judged({ author: colleague("b", { ...asleep, audience }), mentioned: [] })).toEqual([]);
    },
  );

  it("does not take a mention of oneself for a disturbance", () => {
    expect(
      judged({ author: colleague("zoe", asleep), mentioned: [colleague("zoe", asleep)] }, { ownHours: false }),
    ).toEqual([]);
  });

  it("takes public holidays from where the person is", () => {
    const thanksgiving = "2026-11-26T14:00:00Z";
    const inBoston = colleague("amy", { zone: "America/New_York", holidays: { country: "US" } });
    expect(judged({ author: inBoston, mentioned: [] }, {}, thanksgiving)).toEqual(["author-resting"]);
    expect(judged({ author: leo, mentioned: [inBoston] }, {}, thanksgiving)).toEqual(["reaches-resting"]);
    expect(judged({ author: leo, mentioned: [{ ...inBoston, holidays: null }] }, {}, thanksgiving)).toEqual([]);
  });
});

const in2026 = (holidays: Holidays): string[] =>
  Array.from({ length: 365 }, (_, day) => localDate("2026-01-01") + day)
    .filter(publicHolidays(holidays))
    .map((date) => isoDate(date).slice(5));

describe("public holidays", () => {
  it("are the eleven of France, and thirteen in the Moselle", () => {
    expect(in2026({ country: "FR" })).toEqual(
      "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25".split(" "),
    );
    expect(in2026({ country: "FR", region: "57" })).toHaveLength(13);
  });

  it("include the last of December where it stands for a first of January on a Saturday", () => {
    expect(publicHolidays({ country: "US" })(localDate("2027-12-31"))).toBe(true);
  });

  it("are none for somebody without a place, and an error for a place that is not known", () => {
    expect(publicHolidays(null)(localDate("2026-12-25"))).toBe(false);
    expect(() => publicHolidays({ country: "XX" })(localDate("2026-12-25"))).toThrow(UnknownHolidays);
  });
});

describe("declared urgency", () => {
  const isUrgent = urgencyOf(["urgent", "urgence", "prio 1"]);
  it.each([
    "urgent: help",
    "Urgent\u00a0: le site",
    "URGENCE ! Fuite",
    "[urgent] help",
    "(Prio-1) help",
    "🚨 urgent - help",
    "Urgent, please",
    "urgent\nthe site is down",
  ])("begins %j", (plain) => {
    expect(isUrgent({ plain, marks: [] })).toBe(true);
  });
  it.each([
    "urgent",
    "an urgent: matter",
    "urgent-care rota",
    "Urgent matters can wait",
    "Rien d'urgent : à lundi",
    "urgently: no",
    "",
  ])("does not begin %j", (plain) => {
    expect(isUrgent({ plain, marks: [] })).toBe(false);
  });
  it("may follow a mention", () => {
    expect(isUrgent({ plain: "@leo urgent: help", marks: [{ kind: "mention", start: 0, end: 4 }] })).toBe(true);
  });
});
