import { expect, test } from "vitest";
import { recordingDoor } from "../../test/local/door.ts";
import { request } from "../../test/local/rig.ts";
import { checkGate } from "./gate.ts";
import { localAdapter } from "./index.ts";

const asked = (headers: Record<string, string>): Request => new Request("http://localhost:3000/", { headers });

test.each(["localhost", "localhost:8080", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST:1"])(
  "%s is this machine",
  (host) => {
    expect(checkGate(asked({ host }), "to read")).toBeNull();
  },
);

test.each(["charter.example", "localhost.example", "127.0.0.1.example", "10.0.0.1", "localhost:3000@evil.example", ""])(
  "%s is another machine, even to read",
  (host) => expect(checkGate(asked({ host }), "to read")).toBe("elsewhere"),
);

test.each([
  [{ origin: "http://localhost:3000" }, null],
  [{ "sec-fetch-site": "same-origin" }, null],
  [{ "sec-fetch-site": "none" }, null],
  [{ origin: "http://localhost:3001" }, "foreign"],
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, "foreign"],
  [{ origin: "null" }, "foreign"],
  [{ "sec-fetch-site": "cross-site" }, "foreign"],
  [{ "sec-fetch-site": "same-site" }, "foreign"],
  [{}, "foreign"],
])("what acts comes from our own page: %j", (headers, refused) => {
  expect(checkGate(asked({ host: "localhost:3000", ...headers }), "to act")).toBe(refused);
});

test("no route answers another machine's name, and none that acts or listens answers another page", async () => {
  const door = recordingDoor();
  const { routes, start } = localAdapter({ log: () => {} });
  await start(door);
  for (const { method, path } of routes) {
    const elsewhere = await request(routes, method, path, { headers: { host: "rebound.example" } });
    expect([path, elsewhere.status]).toEqual([path, 403]);
    expect(await elsewhere.json()).toEqual({ error: expect.stringMatching(/\.$/u) });
    if (method === "GET" && path !== "/playground/stream") continue;
    const foreign = await request(routes, method, path, { headers: { origin: "https://evil.example" } });
    expect([path, foreign.status]).toEqual([path, 403]);
  }
  expect(door.events).toEqual([]);
});

test("the page and its parts carry a policy that allows nothing from elsewhere and nothing inline", async () => {
  const { routes, start } = localAdapter({ log: () => {} });
  await start(recordingDoor());
  for (const path of ["/", "/playground/style.css", "/playground/browser/app.ts"]) {
    const response = await request(routes, "GET", path);
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
  }
  const page = await (await request(routes, "GET", "/")).text();
  expect(page).not.toMatch(/ style=| on\w+=|<style|<script(?![^>]* src="\/)|https?:/iu);
});

test("every script that a script asks for is served, without types", async () => {
  const { routes, start } = localAdapter({ log: () => {} });
  await start(recordingDoor());
  const scripts = routes.map(({ path }) => path).filter((path) => path.endsWith(".ts"));
  expect(scripts.length).toBeGreaterThan(5);
  for (const path of scripts) {
    const response = await request(routes, "GET", path);
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    for (const [, asks = ""] of (await response.text()).matchAll(/from "(\.[^"]+)"/gu)) {
      expect(scripts).toContain(new URL(asks, `http://localhost${path}`).pathname);
    }
  }
});
