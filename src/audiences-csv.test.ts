import { describe, expect, test } from "vitest";
import { accountsInCsv, audiencesFromCsv, audiencesToCsv, type ReadAudiences } from "./audiences-csv.ts";
import { charterSchema } from "./core/charter.ts";
import type { AccountId, PersonId, WorkspaceId } from "./core/model.ts";
import type { KnownAccount } from "./core/store.ts";

const account = (id: string, but: Partial<KnownAccount> = {}): KnownAccount => ({
  id: id as AccountId,
  person: id as PersonId,
  workspace: "local:w" as WorkspaceId,
  standing: "guest",
  ...{ language: null, zone: null, locale: null, domain: null, home: null, groups: [], week: null, absences: [] },
  ...but,
});
const charter = charterSchema.parse({
  organisation: { name: "Here", zone: "UTC", week: {} },
  audiences: [
    { is: "staff", standing: "member" },
    { is: "client", of: "+Nordvik, AS", domains: ["nordvik.example"] },
  ],
  clauses: [],
});
const everybody = [
  account("local:ada", { standing: "member" }),
  account("local:paolo"),
  account("local:ingrid", { domain: "nordvik.example" }),
  account("local:helper", { standing: "bot" }),
];
const accounts = new Map(everybody.map((each) => [each.id, each]));
const from = (csv: string): ReadAudiences => audiencesFromCsv(csv, { charter, accounts, locale: "en" });
const linesOf = (read: ReadAudiences): readonly string[] =>
  read.ok ? [] : read.problems.map(({ line, text }) => `${line}: ${text}`);

describe("who is who as CSV", () => {
  test("changes nothing when it comes back as it went", () => {
    const csv = audiencesToCsv(charter, everybody);
    expect(csv.split("\n")[0]).toBe("account,standing,domain,home,audience,party");
    expect(csv).not.toContain("helper");
    expect(from(csv)).toEqual({ ok: true, assignments: [] });
    expect(accountsInCsv(csv)).toEqual(["local:ada", "local:paolo", "local:ingrid"]);
  });
  test("gives no spreadsheet a formula", () => {
    expect(audiencesToCsv(charter, everybody)).toContain(`"'+Nordvik, AS"`);
  });
  test("is read as spreadsheets write it: semicolons, a byte order mark, other columns, capitals", () => {
    const csv = "\ufeffParty;Note;Account;Audience\r\nTassin;x;local:paolo;Supplier\r\n;;local:ada;\r\n";
    expect(from(csv)).toEqual({
      ok: true,
      assignments: [{ list: "accounts", name: "local:paolo", is: "supplier", of: "Tassin" }],
    });
  });
  test("tells all mistakes at once, by line as an editor counts", () => {
    const csv = [
      "account,audience,party",
      "local:nobody,client,",
      '"local:paolo",client,"two',
      'lines"',
      "local:ada,clown,",
      "local:ingrid,staff,Nordvik",
      "local:paolo,supplier,",
    ].join("\n");
    expect(linesOf(from(csv))).toEqual([
      expect.stringMatching(/^2: .*local:nobody/),
      expect.stringMatching(/^5: .*clown.*client/),
      expect.stringMatching(/^6: Staff belong to nobody/),
      expect.stringMatching(/^7: .*local:paolo.*second/),
    ]);
  });
  test("must name its columns, and close its quotation marks", () => {
    expect(linesOf(from("local:paolo,client\n"))).toEqual([expect.stringMatching(/^1: .*account, audience/)]);
    expect(linesOf(from('account,audience\n"local:paolo,client\n'))).toContain(
      "2: The quotation marks of this line do not match.",
    );
  });
});
