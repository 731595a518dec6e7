import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const problemsOf = (env: Record<string, string>, flags: string[] = []): string[] => {
  const read = readConfig(env, flags);
  return read.ok ? [] : read.problems.map(({ field }) => field);
};

test("nothing set is the playground over an embedded database", () => {
  const read = readConfig({ SLACK_BOT_TOKEN: "" }, []);
  expect(read).toMatchObject({ ok: true, config: { port: 3000, playground: true, slack: null, teams: null } });
});

test("a configured platform closes the playground, unless it is asked for", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  expect(readConfig(slack, [])).toMatchObject({
    config: { playground: false, slack: { transport: { mode: "http" } } },
  });
  expect(readConfig(slack, ["--playground"])).toMatchObject({ config: { playground: true } });
  expect(readConfig({ ...slack, SLACK_APP_TOKEN: "xapp-1" }, [])).toMatchObject({
    config: { slack: { transport: { mode: "socket" } } },
  });
});

test.each([
  [{ PORT: "many" }, ["PORT"]],
  [{ DATABASE_URL: "mysql://x" }, ["DATABASE_URL"]],
  [{ DATABASE_URL: "postgres://x/y" }, ["CHARTER_SECRET"]],
  [{ SLACK_SIGNING_SECRET: "s" }, ["SLACK_BOT_TOKEN"]],
  [{ SLACK_BOT_TOKEN: "xoxb-1" }, ["SLACK_SIGNING_SECRET"]],
  [{ TEAMS_CLIENT_ID: "a" }, ["TEAMS_CLIENT_SECRET", "TEAMS_TENANT_ID"]],
  [{ DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: "true" }, ["DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS"]],
])("%o is refused, naming %j", (env, fields) => {
  expect(problemsOf(env as Record<string, string>)).toEqual(fields);
});

test("a flag that does not exist is named", () => {
  expect(problemsOf({}, ["--playgruond"])).toEqual(["--playgruond"]);
});
