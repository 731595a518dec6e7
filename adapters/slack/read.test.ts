import { describe, expect, it } from "vitest";
import { accountOf, spaceOf } from "./read.ts";

const home = { team: "T1", enterprise: "E1", user: "U0BOT" };
const user = { id: "U1", team_id: "T1", tz: "Europe/Paris", locale: "fr-FR" };

describe("a user of Slack as an account", () => {
  it.each([
    ["member", {}],
    ["bot", { is_bot: true }],
    ["bot", { id: "USLACKBOT" }],
    ["external", { is_stranger: true }],
    ["external", { team_id: "T2" }],
    ["external", { team_id: "T2", enterprise_user: { enterprise_id: "E2" } }],
    ["external", { team_id: "T2", is_restricted: true }],
    ["member", { team_id: "T2", enterprise_user: { enterprise_id: "E1" } }],
    ["guest", { is_restricted: true }],
    ["guest", { is_ultra_restricted: true }],
  ])("stands as %s with %j", (standing, more) => {
    expect(accountOf({ ...user, ...more }, home)?.standing).toBe(standing);
  });

  it("has the zone and the language that Slack tells, or none", () => {
    expect(accountOf(user, home)).toMatchObject({ zone: "Europe/Paris", locale: "fr-FR", workspace: "slack:T1" });
    expect(accountOf({ id: "U1" }, home)).toMatchObject({ zone: null, locale: null });
  });

  const mail = { profile: { email: "anna@Nordvik.example" } };
  it.each([
    ["nordvik.example", mail],
    ["nordvik.example", { ...mail, is_email_confirmed: true, is_restricted: true }],
    [null, { ...mail, is_email_confirmed: false }],
    [null, { ...mail, is_invited_user: true }],
    [null, { ...mail, is_bot: true }],
    [null, { ...mail, is_stranger: true, team_id: "T2" }],
    [null, { profile: { email: 7 } }],
    [null, {}],
  ])("comes from the mail domain %s with %j", (domain, more) => {
    expect(accountOf({ ...user, ...more }, home)).toMatchObject({ domain, groups: null });
  });

  it.each([
    ["slack:T2", { team_id: "T2" }],
    ["slack:T2", { team_id: "T2", is_stranger: true }],
    [null, { is_stranger: true }],
    [null, { team_id: "T2", enterprise_user: { enterprise_id: "E1" } }],
    [null, { team_id: "t2\u0000" }],
    [null, {}],
  ])("has the home %s with %j", (at, more) => {
    expect(accountOf({ ...user, ...more }, home)?.home).toBe(at);
  });

  it("is none, and neither is a channel, where the id or the name could not be stored", () => {
    for (const id of ["U\u0000", "U1> <!channel", "", "Ü", "U".repeat(41)])
      expect(accountOf({ ...user, id }, home)).toBeNull();
    expect(spaceOf({ id: "C\u0000", name: "general" }, home)).toBeNull();
    expect(spaceOf({ id: "C1", name: "gen\u0000eral" }, home)).toBeNull();
    expect(spaceOf({ id: "C1", name: "équipe-été" }, home)?.name).toBe("équipe-été");
  });

  it("keeps a user whose zone or language is junk, without them", () => {
    const junk = { ...user, tz: "Mars\u0000", locale: "fr FR" };
    expect(accountOf(junk, home)).toMatchObject({ id: "slack:U1", zone: null, locale: null });
  });

  it("is none for somebody who has left, and for what is no user", () => {
    expect(accountOf({ ...user, deleted: true }, home)).toBeNull();
    expect(accountOf("U1", home)).toBeNull();
    expect(spaceOf({ id: "C1" }, home)).toBeNull();
  });
});
