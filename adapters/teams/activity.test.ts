import { describe, expect, test } from "vitest";
import { activity } from "./activity.ts";

const base = {
  type: "message",
  id: "1795289204963",
  timestamp: "2026-11-21T19:26:44.9631234Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:alice" },
  recipient: { id: "28:bot" },
  conversation: { id: "19:a", tenantId: "t" },
};
const read = (changes: object) => activity.safeParse({ ...base, ...changes });

test.each([
  { from: undefined },
  { from: "29:alice" },
  { from: { id: "" } },
  { from: { id: "29:\u0000" } },
  { from: { id: "29:\ud800" } },
  { from: { id: "29:a", aadObjectId: "a\nb" } },
  { from: { id: "x".repeat(301) } },
  { id: "1\u007f" },
  { text: 7 },
  { entities: "all" },
  { timestamp: "yesterday" },
  { timestamp: "1999-12-31T23:59:59.999Z" },
  { timestamp: "2100-01-01T00:00:00Z" },
])("is not read: %o", (changes) => {
  expect(read(changes).success).toBe(false);
});

test.each([
  {},
  { from: { id: "x".repeat(300), aadObjectId: "", name: null } },
  { timestamp: "2000-01-01T00:00:00Z" },
  { timestamp: "2099-12-31T23:59:59+00:00" },
])("is read: %o", (changes) => {
  expect(read(changes).success).toBe(true);
});

test("names are one short line that a database can keep", () => {
  const channel = { id: "19:a", name: `Ge\u0000ne\nral\ud800${"l".repeat(500)}` };
  const name = read({ channelData: { channel } }).data?.channelData?.channel?.name;
  expect(name).toMatch(/^Ge ne ral\ufffdl+$/);
  expect(name).toHaveLength(200);
});

describe("a list without end", () => {
  const mention = { type: "mention", mentioned: { id: "29:bob" } };
  test("is read as far as anybody writes", () => {
    const html = { contentType: "text/html", content: "<p>hello</p>" };
    const changes = {
      entities: Array.from({ length: 501 }, () => mention),
      attachments: Array.from({ length: 101 }, () => html),
      membersAdded: [{ id: "29:bob" }, { id: "29:eve" }],
    };
    const { data } = read(changes);
    expect([data?.entities.length, data?.attachments.length, data?.membersAdded.length]).toEqual([500, 100, 2]);
  });

  test("is dropped in a moment", () => {
    const entities = Array(500_000).fill(0);
    const started = performance.now();
    expect(read({ entities, attachments: entities, membersAdded: entities }).data?.entities).toEqual([]);
    expect(performance.now() - started).toBeLessThan(250);
  });
});
