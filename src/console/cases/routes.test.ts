import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../../rules/index.ts";
import { newPlace, type Place } from "../../../test/database.ts";
import { caseCommand } from "../../commands/case.ts";
import type { Route } from "../../core/adapter.ts";
import type { Case } from "../../core/case.ts";
import { readCharter, type Revision } from "../../core/charter.ts";
import type { CommandTools } from "../../core/command.ts";
import { mint, type AccountId, type SpaceId, type WorkspaceId } from "../../core/model.ts";
import type { Store, TokenPurpose } from "../../core/store.ts";
import { dispatch } from "../../dispatch.ts";
import { consoleRoutes } from "./routes.ts";

const origin = "https://charter.example";
const workspace = mint<WorkspaceId>("local", "w");
const space = mint<SpaceId>("local", "general");
const account = (name: string): AccountId => mint("local", name);
const [ada, rosa, mo, amy] = [account("ada"), account("rosa"), account("mo"), account("amy")];

const revisionOf = (stewards: object): Revision => {
  const organisation = { name: "Here", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } };
  const read = readCharter({ organisation, stewards, clauses: [] }, 1, rules);
  if (!read.ok) throw new Error("the charter of the test is wrong");
  return read.revision;
};
const everybody = { moderators: [mo], ambassadors: [amy] };

describe("the console", () => {
  let place: Place;
  let store: Store;
  let revision = revisionOf(everybody);
  let routes: readonly Route[] = [];
  beforeAll(async () => {
    place = await newPlace("pglite", "");
    store = await place.open();
    const learn = (id: AccountId, locale: string) => ({
      ...{ id, workspace, locale, standing: "member" as const },
      ...{ zone: "Europe/Paris", domain: null, home: null, groups: null },
    });
    await store.directory.learn({
      accounts: [learn(ada, "en"), learn(rosa, "en"), learn(mo, "fr"), learn(amy, "en")],
      spaces: [{ id: space, workspace, name: "general" }],
    });
    const tools = { store, revision: () => revision, rules, commands: [caseCommand] } as unknown as CommandTools;
    const now = (): Temporal.Instant => Temporal.Now.instant();
    const run = dispatch.bind(null, tools);
    const name = (id: string): string | null => (id === rosa ? "Rosa <b>" : null);
    routes = consoleRoutes({ store, revision: () => revision, rules, run, now, name, address: origin });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const ask = (method: Route["method"], path: string, headers: Record<string, string>, body?: string) => {
    const { pathname } = new URL(path, origin);
    const fits = ({ path: pattern }: Route): boolean =>
      new RegExp(`^${pattern.replaceAll(".", "\\.").replace(/:\w+/, "[^/]+")}$`).test(pathname);
    const route = routes.find((each) => each.method === method && fits(each));
    if (!route) throw new Error(`no route for ${path}`);
    return route.handle(new Request(new URL(path, origin), { method, headers, ...(body !== undefined && { body }) }));
  };
  const get = (path: string, cookie = "", more = {}): Promise<Response> => ask("GET", path, { cookie, ...more });
  const own = { origin, "sec-fetch-site": "same-origin" };
  const post = (path: string, fields: Record<string, string>, cookie = "", from: Record<string, string> = own) =>
    ask(
      "POST",
      path,
      { cookie, host: "charter.example", "content-type": "application/x-www-form-urlencoded", ...from },
      new URLSearchParams(fields).toString(),
    );
  const tokenFor = (purpose: TokenPurpose, who: AccountId, minutes = 5): string =>
    store.tokens.mint(purpose, who, Temporal.Now.instant().add({ minutes }));
  const enter = async (who: AccountId): Promise<string> => {
    const entered = await post("/console/enter", { token: tokenFor("enter", who) });
    expect(entered.status).toBe(303);
    return entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  };
  const proofIn = (html: string): string => /name="proof" value="([^"]+)"/.exec(html)?.[1] ?? "";
  let made = 0;
  const open = (but: Partial<Case> = {}): Promise<Case> =>
    store.cases.open(
      {
        ...{ origin: "report", clause: null, rule: null, code: null, data: {}, platform: "local", workspace, space },
        ...{ message: "m1", author: ada, reporter: rosa, notice: null, note: "<script>alert(1)</script>" },
        excerpt: { text: "You & <them>", spans: [{ start: 0, end: 3 }] },
        key: `test ${(made += 1)}`,
        ...but,
      },
      () => [],
    );

  test("a link shows a button however often it is followed, and lets in once", async () => {
    const token = tokenFor("enter", mo);
    const path = `/console/enter?token=${encodeURIComponent(token)}`;
    const [first, second] = [await get(path), await get(path)];
    expect([first.status, second.status, first.headers.get("set-cookie")]).toEqual([200, 200, null]);
    expect(await second.text()).toContain("Entrer dans la console");
    const entered = await Promise.all([1, 2, 3].map(() => post("/console/enter", { token })));
    expect(entered.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 403, 403]);
  });

  test("the cookie is for this console only, no script reads it, and it goes over https alone", async () => {
    const entered = await post("/console/enter", { token: tokenFor("enter", mo) });
    const cookie = entered.headers.get("set-cookie") ?? "";
    for (const part of ["HttpOnly", "SameSite=Lax", "Secure", "Path=/console", "Max-Age=28800"])
      expect(cookie).toContain(part);
  });

  test.each([
    ["for something else", () => tokenFor("download", mo)],
    ["that is over", () => tokenFor("enter", mo, -1)],
    ["that is none", () => "nonsense"],
    ["of somebody who is no steward", () => tokenFor("enter", rosa)],
  ])("a link %s lets nobody in", async (_, token) => {
    const entered = await post("/console/enter", { token: token() });
    expect([entered.status, entered.headers.get("set-cookie")]).toEqual([403, null]);
  });

  test("nothing is shown to whoever has not entered, or is no steward any more", async () => {
    const { number } = await open();
    expect((await get("/console/cases")).status).toBe(401);
    expect((await get(`/console/cases/${number}`, "charter_session=forged.token")).status).toBe(401);
    const cookie = await enter(mo);
    expect((await get("/console/cases", cookie)).status).toBe(200);
    revision = revisionOf({ ambassadors: [amy] });
    const refused = await get(`/console/cases/${number}`, cookie);
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain("You &amp;");
    revision = revisionOf(everybody);
  });

  test("a case is read in the steward's language, with every word escaped, and no script could run", async () => {
    const { number } = await open();
    const page = await get(`/console/cases/${number}`, await enter(mo));
    const html = await page.text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script");
    expect(html).toContain("@Rosa &lt;b&gt;");
    expect(html).toContain("#general");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  test("an ambassador does not see who reported", async () => {
    const { number } = await open();
    const html = await (await get(`/console/cases/${number}`, await enter(amy))).text();
    expect(html).toContain("You</mark> &amp; &lt;them&gt;");
    expect(html).not.toContain("Rosa");
  });

  test("a steward sees no case that concerns them, in the list or by its number", async () => {
    const { number } = await open({ author: mo });
    const cookie = await enter(mo);
    expect(await (await get("/console/cases", cookie)).text()).not.toContain(`/console/cases/${number}"`);
    expect((await get(`/console/cases/${number}`, cookie)).status).toBe(404);
    expect((await get("/console/cases/abc", cookie)).status).toBe(404);
  });

  test("a case is taken, given a reason and decided, and stands in the other list", async () => {
    const { id, number } = await open();
    const cookie = await enter(amy);
    const path = `/console/cases/${number}`;
    const proof = proofIn(await (await get(path, cookie)).text());
    const taken = await post(path, { proof, verb: "claim" }, cookie);
    expect([taken.status, taken.headers.get("location")]).toEqual([303, `${path}?did=claim`]);
    expect(await (await get(`${path}?did=claim`, cookie)).text()).toContain("It is yours now.");
    const empty = await post(path, { proof, verb: "uphold", reason: " " }, cookie);
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Please write a reason.");
    const long = await post(path, { proof, verb: "uphold", reason: `<${"x".repeat(1000)}` }, cookie);
    expect(await long.text()).toContain("&lt;xxx");
    await post(path, { proof, verb: "uphold", reason: "Not so loud." }, cookie);
    expect(await store.cases.findById(id)).toMatchObject({ state: "upheld", decidedBy: amy, reason: "Not so loud." });
    expect(await (await get(`${path}?did=uphold`, cookie)).text()).toContain("Not so loud.");
    expect(await (await get("/console/cases?show=decided", cookie)).text()).toContain(`${path}"`);
    expect(await (await get("/console/cases", cookie)).text()).not.toContain(`${path}"`);
  });

  test("whoever comes second is told so", async () => {
    const { id, number } = await open();
    const cookie = await enter(amy);
    const path = `/console/cases/${number}`;
    const proof = proofIn(await (await get(path, cookie)).text());
    await store.cases.claim(id, mo);
    await post(path, { proof, verb: "claim" }, cookie);
    expect(await (await get(`${path}?did=claim`, cookie)).text()).toContain("Somebody else has taken it.");
    expect((await store.cases.findById(id))?.claimedBy).toBe(mo);
  });

  test.each([
    ["from another site", { origin: "https://evil.example" }, null],
    ["that hides where it comes from", { origin: "null" }, null],
    ["without any origin", {}, null],
    ["that a browser calls cross-site", { origin, "sec-fetch-site": "cross-site" }, null],
    ["without the proof of the page", own, "wrong"],
  ] as [string, Record<string, string>, string | null][])("a form %s changes nothing", async (_, from, wrong) => {
    const { id, number } = await open();
    const cookie = await enter(amy);
    const path = `/console/cases/${number}`;
    const proof = wrong ?? proofIn(await (await get(path, cookie)).text());
    expect((await post(path, { proof, verb: "claim" }, cookie, from)).status).toBe(403);
    expect((await store.cases.findById(id))?.state).toBe("open");
  });

  test("the proof of one session is none in another", async () => {
    const { id, number } = await open();
    const path = `/console/cases/${number}`;
    const proof = proofIn(await (await get(path, await enter(mo))).text());
    expect((await post(path, { proof, verb: "claim" }, await enter(amy))).status).toBe(403);
    expect((await store.cases.findById(id))?.state).toBe("open");
  });

  test("whoever leaves is outside", async () => {
    const left = await post("/console/leave", {}, await enter(mo));
    expect(left.headers.get("set-cookie")).toMatch(/charter_session=;.*Max-Age=0/);
    expect(
      (await post("/console/leave", {}, "", { origin: "https://evil.example" })).headers.get("set-cookie"),
    ).toBeNull();
  });

  test("what is held about somebody is given to whoever has their link, at the press of a button", async () => {
    const token = tokenFor("download", ada);
    const shown = await get(`/console/me.json?token=${encodeURIComponent(token)}`);
    expect([shown.status, shown.headers.get("content-disposition")]).toEqual([200, null]);
    const given = await post("/console/me.json", { token });
    expect(given.headers.get("content-disposition")).toBe('attachment; filename="charter-me.json"');
    const held = await given.text();
    expect(JSON.parse(held)).toHaveProperty("accounts");
    expect(held).not.toContain(rosa);
    expect((await post("/console/me.json", { token: tokenFor("enter", ada) })).status).toBe(403);
  });
});
