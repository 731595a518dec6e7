import { describe, expect, it } from "vitest";
import { isOurs, type Home } from "./home.ts";

const home: Home = { team: "T1", enterprise: null, user: "U0BOT" };
const inEnterprise: Home = { ...home, enterprise: "E1" };
const event = (body: unknown, of = home) => isOurs({ kind: "event", body }, of);
const interaction = (body: unknown, of = home) => isOurs({ kind: "interaction", body }, of);

describe("an event is ours", () => {
  it("where our workspace authorised it, whosever the channel or the author is", () => {
    expect(event({ team_id: "T2", context_team_id: "T2", authorizations: [{ team_id: "T1" }] })).toBe(true);
    expect(event({ team_id: "T1", context_team_id: "T1", authorizations: [{ team_id: "T2" }] })).toBe(false);
  });

  it("by its context, then by its team, where no authorisation comes with it", () => {
    expect(event({ team_id: "T2", context_team_id: "T1", authorizations: [] })).toBe(true);
    expect(event({ team_id: "T1", context_team_id: "T2" })).toBe(false);
    expect(event({ team_id: "T1" })).toBe(true);
    expect(event({ team_id: "T2" })).toBe(false);
  });

  it("where our enterprise authorised it, and only where we are in one", () => {
    const whole = { authorizations: [{ team_id: null, enterprise_id: "E1" }] };
    expect(event(whole, inEnterprise)).toBe(true);
    expect(event({ authorizations: [{ team_id: "T2", enterprise_id: "E2" }] }, inEnterprise)).toBe(false);
    expect(event(whole)).toBe(false);
    expect(event({ authorizations: [{ team_id: null, enterprise_id: null }] })).toBe(false);
  });
});

describe("a command or a button is ours", () => {
  it("where it was used in our workspace or our enterprise", () => {
    expect(interaction({ team_id: "T1" })).toBe(true);
    expect(interaction({ team: { id: "T1" }, enterprise: null })).toBe(true);
    expect(interaction({ team: null, enterprise: { id: "E1" } }, inEnterprise)).toBe(true);
    expect(interaction({ team_id: "T2", enterprise_id: "" })).toBe(false);
    expect(interaction({ team: { id: "T2" }, enterprise: { id: "E2" } }, inEnterprise)).toBe(false);
  });

  it("inside a form, where the form is an installation's of ours, whoever fills it in", () => {
    const installed = (team: string) => ({ view: { app_installed_team_id: team }, team: { id: "T1" } });
    expect(interaction(installed("T1"))).toBe(true);
    expect(interaction({ ...installed("T1"), team: { id: "T2" } })).toBe(true);
    expect(interaction({ ...installed("T2"), enterprise: { id: "E1" } }, inEnterprise)).toBe(false);
  });
});

it.each([null, 7, "T1", [], {}, { team_id: 7 }, { authorizations: [null] }, { team_id: "T1\u0000" }])(
  "what names no workspace is nobody's: %j",
  (body) => {
    expect([event(body), interaction(body)]).toEqual([false, false]);
  },
);
