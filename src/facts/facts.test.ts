import { expect, test } from "vitest";
import { readCharter } from "../core/charter.ts";
import type { AccountId, CompositionCause, MessagePosted, PersonId, SpaceId, WorkspaceId } from "../core/model.ts";
import type { Directory, KnownAccount } from "../core/store.ts";
import { gatherComposition, gatherFacts } from "./index.ts";

const read = readCharter(
  {
    organisation: {
      name: "Here",
      zone: "Europe/Paris",
      week: {},
      holidays: { country: "FR" },
      holidaysByZone: { "America/Toronto": { country: "CA", region: "QC" } },
    },
    audiences: [
      { is: "client", accounts: ["slack:client"] },
      { is: "staff", standing: "member" },
      { is: "supplier", standing: "guest", accounts: ["slack:guest"] },
    ],
    spaces: { "slack:c": "client" },
    clauses: [],
  },
  1,
  [],
);
if (!read.ok) throw new Error("the charter of the test is wrong");

const known = (name: string, standing: KnownAccount["standing"], zone: string | null): KnownAccount => ({
  id: `slack:${name}` as AccountId,
  person: `slack:${name}` as PersonId,
  workspace: "slack:w" as WorkspaceId,
  standing,
  language: null,
  zone,
  locale: null,
  domain: null,
  home: null,
  groups: [],
  week: null,
  absences: [],
});
const people = [
  known("ada", "member", "America/Toronto"),
  known("client", "member", "Mars/Olympus"),
  known("guest", "guest", null),
  known("other", "guest", null),
];
const directory = {
  accounts: (ids: readonly AccountId[]) =>
    Promise.resolve(new Map(people.filter(({ id }) => ids.includes(id)).map((person) => [person.id, person]))),
  host: (_space: SpaceId, account: AccountId) =>
    Promise.resolve(account === "slack:client" ? "slack:ada" : account === "slack:guest" ? "slack:client" : null),
} as unknown as Directory;
const event = (author: string, mentions: readonly string[] = []): MessagePosted => ({
  kind: "message.posted",
  platform: "slack",
  workspace: "slack:w" as WorkspaceId,
  at: Temporal.Instant.from("2026-11-16T09:00:00Z"),
  message: { space: "slack:c" as SpaceId, id: "1", version: 0 },
  author: `slack:${author}` as AccountId,
  text: { plain: "", marks: [] },
  mentions: mentions.map((name) => `slack:${name}` as AccountId),
  thread: null,
});
const factsOf = (author: string, mentions?: readonly string[]) =>
  gatherFacts(directory, read.revision, event(author, mentions));

test.each([
  ["ada", "staff"],
  ["client", "client"],
  ["guest", "supplier"],
  ["other", "unknown"],
])(
  "the first line of the charter that fits %s makes them %s, and a line that says nothing fits nobody",
  async (name, audience) => {
    expect((await factsOf(name)).author).toMatchObject({ known: true, value: { audience } });
  },
);

test("somebody whom the directory does not know is not known, and not left out of those mentioned by mistake", async () => {
  expect((await factsOf("stranger")).author).toEqual({ known: false, because: "not synced" });
  const { mentioned } = await factsOf("ada", ["stranger", "guest", "ada"]);
  expect(mentioned).toMatchObject({ known: true, value: [{ account: "slack:guest" }] });
});

test("holidays follow the person's zone, and a zone that does not exist is the organisation's", async () => {
  expect((await factsOf("ada")).author).toMatchObject({
    value: { zone: "America/Toronto", holidays: { region: "QC" } },
  });
  expect((await factsOf("client")).author).toMatchObject({
    value: { zone: "Europe/Paris", holidays: { country: "FR" } },
  });
});

test("a space has the purpose that the charter declares", async () => {
  expect((await factsOf("ada")).space).toEqual({ known: true, value: { purpose: "client" } });
});

test("of an outsider it is known which colleague invited them; another outsider who did is not named", async () => {
  expect((await factsOf("client")).author).toMatchObject({ value: { host: "slack:ada" } });
  expect((await factsOf("guest")).author).toMatchObject({ value: { host: null } });
  expect((await factsOf("ada")).author).toMatchObject({ value: { host: null } });
});

test("somebody's own working hours hold instead of the organisation's", async () => {
  const week = [[[600, 900]], [], [], [], [], [], []] as const;
  const own = { accounts: () => Promise.resolve(new Map([["slack:ada", { ...known("ada", "member", null), week }]])) };
  const facts = await gatherFacts(own as unknown as Directory, read.revision, event("ada"));
  expect(facts.author).toMatchObject({ value: { week } });
});

test("who is in a space is known but for bots, and not at all while nobody is", async () => {
  const bot = { ...known("bot", "bot", null) };
  const membersOf = async (accounts: readonly KnownAccount[], cause: CompositionCause) => {
    const members = () => Promise.resolve({ accounts, version: "1" });
    const { space } = event("ada").message;
    const { facts } = await gatherComposition({ ...directory, members }, read.revision, { space, cause });
    return facts.members.known ? facts.members.value.map(({ account }) => account) : null;
  };
  const ada = "slack:ada" as AccountId;
  expect(await membersOf([...people, bot], { kind: "sweep" })).toEqual(people.map(({ id }) => id));
  expect(await membersOf([], { kind: "sweep" })).toBeNull();
  expect(await membersOf([], { kind: "left", account: ada })).toEqual([]);
  expect(await membersOf([], { kind: "posted", account: ada })).toEqual([ada]);
});
