import { afterAll, beforeAll, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { consoleRoutes } from "../../src/console/cases/routes.ts";
import type { Case } from "../../src/core/case.ts";
import { listen } from "../../src/server.ts";
import { mint, type AccountId, type WorkspaceId } from "../../src/core/model.ts";
import type { TokenPurpose } from "../../src/core/store.ts";
import { openDesk, type Desk } from "../desk.ts";
import { dispatch } from "../../src/dispatch.ts";

const attack = `"'></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>`;
const charterWith = (moderators: readonly string[]) => ({
  organisation: { name: "Here", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
  audiences: [{ is: "staff", standing: "member" }],
  stewards: { admins: ["local:camille"], moderators },
  clauses: [
    { id: "words", title: { en: attack, fr: attack }, prose: { en: attack, fr: attack }, rule: "watched-terms" },
  ],
});
const mo = "local:mo" as AccountId;

let desk: Desk;
let server: Awaited<ReturnType<typeof listen>>;
let url = "";
beforeAll(async () => {
  const members = ["local:camille", mo, "local:eve", "local:ada"];
  desk = await openDesk({ charter: charterWith([mo]), members, spaces: ["local:cafe"] });
  const { store, tools } = desk;
  const routes = consoleRoutes({
    store,
    rules,
    revision: tools.revision,
    run: (call) => dispatch(tools, call),
    now: () => Temporal.Now.instant(),
    name: () => attack,
    address: "https://charter.example",
  });
  const nothing = (): Promise<string> => Promise.resolve("");
  server = await listen({ routes, host: "127.0.0.1", port: 0, ready: nothing, metrics: nothing });
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const mintFor = (purpose: TokenPurpose, who = mo): string =>
  desk.store.tokens.mint(purpose, who, Temporal.Now.instant().add({ minutes: 5 }));
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}${path}`, { redirect: "manual", ...init });
const cookieOf = (token: string) => ({ cookie: `charter_session=${token}` });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string>): Promise<Response> =>
  ask(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: "https://charter.example", ...headers },
  });
const open = (): Promise<Case> =>
  desk.store.cases.open(
    {
      ...{
        origin: "report",
        clause: "words",
        rule: "watched-terms",
        code: "watched-term",
        data: {},
        platform: "local",
      },
      ...{ workspace: mint<WorkspaceId>("local", "w"), space: mint("local", "cafe"), message: attack, notice: null },
      ...{ author: mint("local", "ada"), reporter: mint("local", "eve"), note: attack },
      excerpt: { text: attack, spans: [{ start: 3, end: 20 }] },
      key: attack,
    },
    () => [],
  );
const proofIn = (html: string): string => /name="proof" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("whatever people write, no page has a tag of theirs, also where a reason is shown again", async () => {
  const { number } = await open();
  const inside = cookieOf(mintFor("session"));
  const path = `/console/cases/${number}`;
  const proof = proofIn(await (await ask(path, { headers: inside })).text());
  await post(path, { proof, verb: "claim" }, inside);
  const refused = await post(path, { proof, verb: "uphold", reason: attack.repeat(20) }, inside);
  expect(refused.status).toBe(422);
  const pages = [await ask("/console/cases", { headers: inside }), await ask(path, { headers: inside }), refused];
  for (const page of pages) {
    const html = await page.text();
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/<(?:script|img)/i);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect((html.match(/<\/textarea>/g) ?? []).length).toBeLessThanOrEqual(1);
  }
});

test.each(["enter", "download"] as const)("a token to %s is no session", async (purpose) => {
  expect((await ask("/console/cases", { headers: cookieOf(mintFor(purpose)) })).status).toBe(401);
});

test("a token of any length is one that is over", async () => {
  expect((await ask(`/console/enter?token=${"a".repeat(8000)}`)).status).toBe(403);
  expect((await post("/console/enter", { token: "a".repeat(900_000) }, {})).status).toBe(403);
});

test("a session is no link: it neither lets in nor gives what is held about somebody", async () => {
  const token = mintFor("session");
  expect((await post("/console/enter", { token }, {})).status).toBe(403);
  expect((await post("/console/me.json", { token }, {})).status).toBe(403);
  expect((await post("/console/me.json", { token: mintFor("enter") }, {})).status).toBe(403);
});

test("the file of a link is that of the account it was made for, whoever is inside", async () => {
  const given = await post(
    "/console/me.json",
    { token: mintFor("download", "local:eve" as AccountId) },
    cookieOf(mintFor("session")),
  );
  expect(given.headers.get("content-disposition")).toContain("attachment");
  const words = await given.text();
  expect(words).toContain("local:eve");
  expect(words).not.toContain(mo);
});

test.each([
  ["from another site", { origin: "https://evil.example" }],
  ["from a frame without origin", { origin: "null" }],
  ["from a name that begins as ours", { origin: "https://charter.example.evil.example" }],
  ["from our name as a user's", { origin: "https://charter.example@evil.example" }],
  ["from another port", { origin: "https://charter.example:8443" }],
  ["from a neighbour of our site", { "sec-fetch-site": "same-site" }],
  ["across sites", { "sec-fetch-site": "cross-site" }],
  ["by nothing", { "sec-fetch-site": "none" }],
])("a form that is sent %s changes nothing, with the right proof and cookie", async (_, headers) => {
  const { number, id } = await open();
  const inside = cookieOf(mintFor("session"));
  const path = `/console/cases/${number}`;
  const proof = proofIn(await (await ask(path, { headers: inside })).text());
  const before = await desk.store.cases.findById(id);
  expect((await post(path, { proof, verb: "release" }, { ...inside, ...headers })).status).toBe(403);
  expect((await post("/console/enter", { token: mintFor("enter") }, headers)).status).toBe(403);
  expect((await post("/console/me.json", { token: mintFor("download") }, headers)).status).toBe(403);
  expect((await post("/console/leave", {}, { ...inside, ...headers })).headers.get("set-cookie")).toBeNull();
  expect(await desk.store.cases.findById(id)).toEqual(before);
});

test.each([
  "/console/cases/1",
  "/console/cases/999999999",
  "/console/cases/%252e%252e",
  "/console/cases/..%2f..%2fmetrics",
  "/console/cases/1%00",
  "/console/cases/١",
  "/console/cases/1e0",
  "/console/enter?token=%00&token=x",
  "/console/me.json?token=//evil.example",
  "/console/cases?show=<script>",
  "/console/cases/1?did=constructor",
])("%s can be framed by nobody, is kept by nobody, and leads nowhere else", async (path) => {
  for (const headers of [{}, cookieOf(mintFor("session")), cookieOf(mintFor("session", "local:eve" as AccountId))]) {
    const answer = await ask(path, { headers });
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toContain("<script");
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("a body of another kind, of many thousand fields or of no characters is refused, and no failure", async () => {
  const inside = { ...cookieOf(mintFor("session")), origin: "https://charter.example" };
  const send = (body: string, type: string) =>
    ask("/console/cases/1", { method: "POST", body, headers: { ...inside, "content-type": type } });
  expect((await send('{"verb":"claim"}', "application/json")).status).toBe(403);
  expect((await send("verb=claim&".repeat(50_000), "application/x-www-form-urlencoded")).status).toBe(403);
  expect((await send("proof=%ff%00&verb=claim", "application/x-www-form-urlencoded")).status).toBe(403);
});

test("whoever is no steward any more is outside at their next request", async () => {
  const inside = cookieOf(mintFor("session"));
  expect((await ask("/console/cases", { headers: inside })).status).toBe(200);
  const by = "local:camille" as AccountId;
  const from = (await desk.store.revisions.current())?.number ?? 0;
  await desk.tools.revise(charterWith([]), { by, reason: "Mo left.", from });
  expect((await ask("/console/cases", { headers: inside })).status).toBe(403);
  expect((await ask("/console/cases/1", { headers: inside })).status).toBe(403);
  expect((await post("/console/cases/1", { verb: "claim" }, inside)).status).toBe(403);
});
