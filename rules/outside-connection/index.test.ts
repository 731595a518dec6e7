import { describe, expect, it } from "vitest";
import { tryExample } from "../../test/rule-tester.ts";
import { charterSchema, readCharter } from "../../src/core/charter.ts";
import type { Colleague, Week } from "../../src/core/facts.ts";
import {
  mint,
  type AccountId,
  type ConnectionSeen,
  type Locale,
  type PersonId,
  type WorkspaceId,
} from "../../src/core/model.ts";
import type { Example } from "../../src/core/rule.ts";
import { isCountry } from "./countries.ts";
import { outsideConnection } from "./index.ts";

const { organisation } = charterSchema.parse({
  organisation: { name: "Example", zone: "Europe/Paris", week: {} },
  clauses: [],
});

const found = (settings: object, example: Partial<Example>) =>
  tryExample(outsideConnection, { says: "", locale: "en", text: "", finds: [], settings, ...example }).findings;
const from = (address: string, settings: object, country?: string): string | undefined =>
  found(settings, { connection: { address, ...(country !== undefined && { country }) } })[0]?.code;

const problems = (settings: object, locale: Locale = "en", changes: object = {}): string[] => {
  const title = { en: "Connections", fr: "Connexions" };
  const clauses = [{ id: "connections", title, prose: title, rule: "outside-connection", settings }];
  const ours = { name: "Example", zone: "Europe/Paris", week: {}, ...changes };
  const read = readCharter({ organisation: ours, clauses }, 1, [outsideConnection], locale);
  return read.ok ? [] : read.problems.map(({ field, text }) => `${field}: ${text}`);
};

describe("networks", () => {
  it.each([
    ["203.0.113.255", "203.0.113.0/24", true],
    ["203.0.114.0", "203.0.113.0/24", false],
    ["203.0.113.7", "203.0.113.99/24", true],
    ["203.0.113.7", "203.0.113.7", true],
    ["203.0.113.8", "203.0.113.7", false],
    ["203.0.113.8", "0.0.0.0/0", true],
    ["2001:db8::1", "0.0.0.0/0", false],
    ["203.0.113.8", "::/0", false],
    ["2001:db8:40:ffff::1", "2001:db8:40::/48", true],
    ["2001:0DB8:0041:0000::1", "2001:db8:40::/48", false],
    ["2001:db8::7", "2001:db8::7", true],
    ["::ffff:203.0.113.9", "203.0.113.0/24", true],
    ["::ffff:cb00:7109", "203.0.113.0/24", true],
    ["203.0.113.9", "::ffff:203.0.113.0/120", true],
    ["203.0.114.9", "::ffff:203.0.113.0/120", false],
    ["10.1.2.3", "10.0.0.0/8", true],
    ["10.1.2.3", "203.0.113.0/24", false],
  ])("%s is in %s: %s", (address, network, inside) => {
    expect(from(address, { networks: [network] })).toBe(inside ? undefined : "outside-network");
  });

  it.each(["", "unknown", "203.0.113", "0xcb.0.113.9", "203.0.113.256", "203.0.113.9:443", "1:2:3", "203.0.113.9/24"])(
    "say nothing of %j, which is no address",
    (address) => {
      const settings = { networks: ["192.0.2.0/24"], countries: ["FR"], unknownCountry: "notice" };
      expect(from(address, settings, "US")).toBeUndefined();
    },
  );
});

describe("countries", () => {
  const france = { countries: ["FR"] };

  it.each([
    "10.0.0.1",
    "172.16.3.4",
    "192.168.1.1",
    "127.0.0.1",
    "100.64.0.9",
    "169.254.1.1",
    "::1",
    "fd12::1",
    "fe80::1",
  ])("say nothing of %s, which may be in any", (address) => {
    expect(from(address, { ...france, unknownCountry: "notice" }, "US")).toBeUndefined();
    expect(from(address, { ...france, networks: ["203.0.113.0/24"] }, "US")).toBe("outside-network");
  });

  it("are read as platforms write them, and are unknown where they tell none", () => {
    expect(from("198.51.100.7", france, "fr")).toBeUndefined();
    expect(from("198.51.100.7", france, "us")).toBe("outside-country");
    expect(from("198.51.100.7", { ...france, unknownCountry: "notice" }, "")).toBe("unknown-country");
    expect(from("198.51.100.7", france, "")).toBeUndefined();
  });

  it("and networks are each enough", () => {
    const both = { ...france, networks: ["203.0.113.0/24"] };
    expect(from("203.0.113.1", both, "US")).toBeUndefined();
    expect(from("198.51.100.7", both, "FR")).toBeUndefined();
    expect(from("198.51.100.7", both, "US")).toBe("outside-country");
  });

  it("are the 249 of the standard and Kosovo, each known to the runtime by a name", () => {
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
    const all = letters.flatMap((one) => letters.map((other) => `${one}${other}`)).filter(isCountry);
    expect(all).toHaveLength(250);
    expect(all.filter((code) => names.of(code) === undefined)).toEqual([]);
    expect(["UK", "EU", "ZZ", "fr", ""].filter(isCountry)).toEqual([]);
  });
});

describe("hours", () => {
  const hours = { hours: true };
  const connection = { address: "203.0.113.9" };
  const at = "2026-11-24T21:15:00+01:00[Europe/Paris]";

  it("are the working hours of staff only, and of those who are not on call", () => {
    expect(found(hours, { connection, at })).toEqual([{ code: "outside-hours", spans: [] }]);
    expect(found(hours, { connection, at, author: { absence: "on-call" } })).toEqual([]);
  });

  it("come after from where, since one connection is told once", () => {
    expect(found({ ...hours, networks: ["192.0.2.0/24"] }, { connection, at })[0]?.code).toBe("outside-network");
  });

  it("are not judged of clients whom the clause binds, nor of somebody whose week has none", () => {
    expect(judgedByHours("client", [[540, 1080]])).toEqual([]);
    expect(judgedByHours("staff", [])).toEqual([]);
    expect(judgedByHours("staff", [[540, 1080]])).toEqual(["outside-hours"]);
  });
});

/** What is found of somebody who connects on a Tuesday evening, with these working hours on Mondays alone. */
function judgedByHours(audience: string, monday: Week[0]): string[] {
  const compiled = outsideConnection.compile({ hours: true }, organisation);
  if (!compiled.ok) throw new Error("the settings of the test are wrong");
  const account = mint<AccountId>("example", "ada");
  const author: Colleague = {
    account,
    person: account as string as PersonId,
    standing: "member",
    audience,
    party: null,
    groups: [],
    host: null,
    zone: "Europe/Paris",
    week: [monday, [], [], [], [], [], []],
    holidays: null,
    absences: [],
  };
  const event: ConnectionSeen = {
    kind: "connection.seen",
    platform: "example",
    workspace: mint<WorkspaceId>("example", "workspace"),
    at: Temporal.Instant.from("2026-11-24T20:15:00Z"),
    account,
    address: "203.0.113.9",
    country: null,
  };
  const facts = { author, mentioned: [], space: { purpose: "undeclared" }, members: [] } as const;
  return [...compiled.judge(event, facts)].map(({ code }) => code);
}

describe("settings of the platform", () => {
  const platformSettings = [
    { setting: "slack.invitations", expected: "admins" },
    { setting: "slack.guests.single-sign-on", expected: "required" },
  ];
  const drift = (name: string, value: string) => found({ platformSettings }, { setting: { name, value } });

  it("are compared by name, whatever the capitals, and the finding says which of the list it is", () => {
    expect(drift("slack.guests.single-sign-on", "optional")).toEqual([
      { code: "setting-drift", spans: [], data: { number: 2 } },
    ]);
    expect(drift("slack.guests.single-sign-on", " Required ")).toEqual([]);
    expect(drift("slack.other", "optional")).toEqual([]);
  });
});

describe("what is kept", () => {
  it("is no trace, and a finding about a connection carries nothing", () => {
    expect(outsideConnection.trace).toBe("none");
    for (const example of outsideConnection.examples.filter(({ connection }) => connection)) {
      for (const finding of tryExample(outsideConnection, example).findings) {
        expect(finding).toEqual({ code: finding.code, spans: [] });
      }
    }
  });
});

describe("settings that cannot work", () => {
  it("name their place and what to write instead", () => {
    const drifts = [
      { setting: "slack.invitations", expected: "admins" },
      { setting: "slack.invitations", expected: "everybody" },
      { setting: "Single sign-on", expected: "required" },
    ];
    const networks = ["10.0.0.0/33", "10.1/16", "203.0.113.0/24 ", "office", "::/129", "fd00::/8"];
    expect(problems({ networks, countries: ["UK", "fr", "FR"], platformSettings: drifts })).toEqual([
      ...networks
        .slice(0, 5)
        .map(
          (written, index) =>
            `clauses.0.settings.networks.${index}: "${written}" is not a network. Write it as "203.0.113.0/24" or "2001:db8::/32", or a single address.`,
        ),
      'clauses.0.settings.countries.0: "UK" is not the ISO 3166-1 code of a country. Write it in capitals, as in "FR"; the United Kingdom is "GB".',
      'clauses.0.settings.countries.1: "fr" is not the ISO 3166-1 code of a country. Write it in capitals, as in "FR"; the United Kingdom is "GB".',
      'clauses.0.settings.platformSettings.2.setting: Write a setting by the name that the platform’s adapter gives it, as in "slack.guests.single-sign-on".',
      'clauses.0.settings.platformSettings.1.setting: "slack.invitations" is there twice: say once what it should be.',
    ]);
    expect(problems({ platformSettings: drifts.slice(0, 2) }, "fr")).toEqual([
      "clauses.0.settings.platformSettings.1.setting: «\u00a0slack.invitations\u00a0» y figure deux fois\u00a0: dites une seule fois ce qu’il devrait être.",
    ]);
  });

  it("are none at all where nothing is set yet; public holidays without a calendar are named", () => {
    expect(problems({})).toEqual([]);
    expect(problems({}, "en", { holidays: { country: "XX" } })).toEqual([
      'organisation.holidays.country: No public holidays are known for the country "XX".',
    ]);
  });
});
