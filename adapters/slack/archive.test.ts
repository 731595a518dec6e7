import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openArchive, type Archive, type ArchiveDay } from "./archive.ts";

let root = "";
let made = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "archive-"));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});
const newPlace = (): string => join(root, String(made++));

type Files = Readonly<Record<string, unknown>>;
const bytesOf = (content: unknown): Buffer =>
  Buffer.isBuffer(content) ? content : Buffer.from(typeof content === "string" ? content : JSON.stringify(content));

function writeFolder(files: Files): string {
  const folder = newPlace();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytesOf(content));
  }
  return folder;
}

/** One entry of a zip, with everything that its list of files may lie about. */
interface Packed {
  readonly name: string;
  readonly content: unknown;
  readonly size?: number;
  readonly packedSize?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly attributes?: number;
}
/** A zip as APPNOTE.TXT 6.3 describes it. */
function writeZip(entries: readonly Packed[]): string {
  const [locals, list]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, size, packedSize, flags = 0x800, method = 8, attributes = 0 } of entries) {
    const whole = bytesOf(content);
    const data = method === 8 ? deflateRawSync(whole) : whole;
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(crc32(whole), 10);
    head.writeUInt32LE(packedSize ?? data.length, 14);
    head.writeUInt32LE(size ?? whole.length, 18);
    head.writeUInt16LE(path.length, 22);
    locals.push(Buffer.from("PK\u0003\u0004"), head, path, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes, 6);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), head, tail, path);
    offset += 4 + head.length + path.length + data.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  const place = `${newPlace()}.zip`;
  writeFileSync(place, Buffer.concat([...locals, directory, end]));
  return place;
}
const packed = (files: Files): Packed[] => Object.entries(files).map(([name, content]) => ({ name, content }));

const users = [
  { id: "U0ADA", team_id: "T0HERE", tz: "Europe/Paris", profile: { email: "Ada@Nordvik.example" } },
  { id: "U0BEN", team_id: "T0HERE", is_restricted: true, profile: { email: "ben@client.example" } },
  { id: "U0EVE", team_id: "T0HERE", deleted: true, profile: {} },
  { id: "U0OUT", team_id: "T0ELSEWHERE", is_stranger: true, profile: {} },
  { id: "U0BOT", team_id: "T0HERE", is_bot: true, profile: {} },
  { id: "not an id" },
  "not a user",
];
const channels = [
  { id: "C0GENERAL", name: "general", created: "1433558319" },
  { id: "C0TALK", name: "talk", created: 1433558319 },
];
const said = (user: string, stamp: string, text: string, more: object = {}) => ({
  type: "message",
  user,
  ts: stamp,
  text,
  ...more,
});
const small: Files = {
  "users.json": users,
  "channels.json": channels,
  "integration_logs.json": [],
  "general/2026-11-16.json": [
    said("U0ADA", "1794812400.000200", "second"),
    said("U0ADA", "1794812400.000100", "first <@U0BEN>"),
    said("U0ADA", "1794812401.000100", "corrected", { edited: { user: "U0ADA", ts: "1794812500.000000" } }),
    said("U0ADA", "1794812402.000100", "in a thread", { thread_ts: "1794812400.000100", parent_user_id: "U0ADA" }),
    said("U0ADA", "1794812403.000100", "has joined", { subtype: "channel_join" }),
    said("U0ADA", "1794812404.000100", "This message was deleted.", { subtype: "tombstone", hidden: true }),
    { type: "message", subtype: "bot_message", bot_id: "B0BOT", ts: "1794812405.000100", text: "of an app" },
    said("U0BOT", "1794812406.000100", "of an app", { bot_id: "B0BOT" }),
    said("U0ADA", "1794812400.000200", "second"),
    { type: "message", text: "by nobody" },
    "no message",
    said("U0ADA", "1794812407.000100", "x".repeat(100_001)),
  ],
  "talk/2026-11-15.json": [said("U0BEN", "1794726000.000100", "a day before")],
  "talk/2026-11-16.json": [said("U0BEN", "1794812400.000100", "elsewhere")],
};

async function daysOf(archive: Archive): Promise<readonly ArchiveDay[]> {
  const days: ArchiveDay[] = [];
  for await (const day of archive.days()) days.push(day);
  await archive.close();
  return days;
}
async function readAll(place: string) {
  const archive = await openArchive(place);
  const days = await daysOf(archive);
  const words = days.flatMap(({ events }) => events.map(({ text }) => text.plain));
  return { archive, days, words, skipped: archive.skipped };
}

const everyForm: readonly [string, () => string][] = [
  ["a folder", () => writeFolder(small)],
  ["a zip", () => writeZip(packed(small))],
  [
    "a zip of the folder itself",
    () =>
      writeZip(packed(Object.fromEntries(Object.entries(small).map(([path, content]) => [`out/${path}`, content])))),
  ],
];

describe.each(everyForm)("an export as %s", (_, write) => {
  test("is read day by day, and each day of a space in the order of time", async () => {
    const { days, words, archive } = await readAll(write());
    expect(days.map(({ date, space }) => `${date} ${space.name} ${space.id}`)).toEqual([
      "2026-11-15 talk slack:C0TALK",
      "2026-11-16 general slack:C0GENERAL",
      "2026-11-16 talk slack:C0TALK",
    ]);
    expect(words).toEqual(["a day before", "first @U0BEN", "second", "corrected", "in a thread", "elsewhere"]);
    expect(archive.skipped).toEqual([]);
    expect(archive.files).toBe(3);
  });

  test("leaves out what is left out live, and counts it", async () => {
    const { days } = await readAll(write());
    expect(days[1]?.leftOut).toEqual({ subtype: 3, bot: 1, twice: 1, unreadable: 2, "too long": 1 });
  });

  test("gives events as they come live", async () => {
    const { days } = await readAll(write());
    expect(days[1]?.events[3]).toMatchObject({
      kind: "message.posted",
      workspace: "slack:T0HERE",
      author: "slack:U0ADA",
      message: { space: "slack:C0GENERAL", id: "1794812402.000100", version: 0 },
      thread: "1794812400.000100",
    });
    expect(days[1]?.events[0]?.mentions).toEqual(["slack:U0BEN"]);
  });
});

test("beside a file only what its author wrote is left of the sentence that Slack made of it until 2018", async () => {
  const comment = { user: "U0BEN", comment: "fine colours" };
  const file = { id: "F1", initial_comment: { user: "U0ADA", comment: "the map" } };
  const { words, days } = await readAll(
    writeFolder({
      ...small,
      "talk/2026-11-16.json": [
        {
          type: "message",
          subtype: "file_comment",
          ts: "1794812400.000100",
          text: "<@U0BEN> commented: fine colours",
          comment,
        },
        said("U0ADA", "1794812401.000100", "<@U0ADA> uploaded a file and commented: the map", {
          subtype: "file_share",
          file,
        }),
        said("U0ADA", "1794812402.000100", "<@U0ADA> uploaded a file", { subtype: "file_share", file: { id: "F2" } }),
        said("U0ADA", "1794812403.000100", "as it is today", { subtype: "file_share", files: [{ id: "F3" }] }),
      ],
    }),
  );
  expect(words.slice(-4)).toEqual(["fine colours", "the map", "", "as it is today"]);
  expect(days.at(-1)?.events[0]?.author).toBe("slack:U0BEN");
});

test("people have the standing that Slack gives them, and who has left is who they were", async () => {
  const { archive } = await readAll(writeFolder(small));
  expect(archive.people.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
    "slack:U0ADA member",
    "slack:U0BEN guest",
    "slack:U0EVE member",
    "slack:U0OUT external",
    "slack:U0BOT bot",
  ]);
  expect(archive.people[0]).toMatchObject({ zone: "Europe/Paris", domain: "nordvik.example" });
});

test("a folder that no table names is a space of its own, and one named by its id is that space", async () => {
  const day = [said("U0ADA", "1794812400.000100", "hello")];
  const { days, archive } = await readAll(
    writeFolder({ ...small, "old-name/2026-11-17.json": day, "C0TALK/2026-11-18.json": day }),
  );
  const [old, byId] = days.slice(-2);
  expect(old?.space.name).toBe("old-name");
  expect(old?.space.id).toMatch(/^slack:X[0-9A-F]{20}$/);
  expect(archive.unlisted).toEqual(["old-name"]);
  expect(byId?.space.name).toBe("talk");
});

test("conversations among a few are not opened, only counted", async () => {
  const day = [said("U0ADA", "1794812400.000100", "between us")];
  const { words, archive } = await readAll(
    writeFolder({
      ...small,
      "dms.json": [{ id: "D0AAAAAAA", members: ["U0ADA", "U0BEN"] }],
      "mpims.json": [{ id: "G0AAAAAAA", name: "mpdm-ada--ben--eve-1" }],
      "D0AAAAAAA/2026-11-16.json": day,
      "mpdm-ada--ben--eve-1/2026-11-16.json": day,
      "mpdm-ada--eve--out-1/2026-11-16.json": day,
    }),
  );
  expect(words).not.toContain("between us");
  expect(archive.privateConversations).toBe(3);
});

test("private channels are read as any other", async () => {
  const day = [said("U0ADA", "1794812400.000100", "hello")];
  const { days } = await readAll(
    writeFolder({ ...small, "groups.json": [{ id: "G0BOARD", name: "board" }], "board/2026-11-17.json": day }),
  );
  expect(days.at(-1)?.space.id).toBe("slack:G0BOARD");
});

describe("a file that cannot be read is named, and the others are read", () => {
  const good = "talk/2026-11-16.json";
  test.each([
    ["damaged", "[{", "not json"],
    ["cut off", JSON.stringify(small[good]).slice(0, -10), "not json"],
    ["empty", "", "not json"],
    ["not a list", { messages: [] }, "not a list"],
    ["not in UTF-8", Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), "not text"],
    ["in UTF-16", Buffer.from("[]", "utf16le"), "not json"],
    ["very deep", "[".repeat(1_000_000), "not json"],
  ])("when it is %s", async (_, content, why) => {
    const file = "general/2026-11-16.json";
    const { words, skipped } = await readAll(writeFolder({ ...small, [file]: content }));
    expect(skipped).toEqual([{ file, why }]);
    expect(words).toEqual(["a day before", "elsewhere"]);
  });

  test("and a list as deep as it is long is no message", async () => {
    const deep = `${"[".repeat(500_000)}${"]".repeat(500_000)}`;
    const { days, skipped } = await readAll(writeFolder({ ...small, "general/2026-11-16.json": deep }));
    expect(skipped).toEqual([]);
    expect(days[1]?.leftOut).toEqual({ unreadable: 1 });
  });

  test("when it is 300 MB", async () => {
    const folder = writeFolder(small);
    truncateSync(join(folder, good), 300 * 2 ** 20);
    const { skipped, words } = await readAll(folder);
    expect(skipped).toEqual([{ file: good, why: "too large" }]);
    expect(words).toContain("first @U0BEN");
  });

  test("when it is no day of messages", async () => {
    const file = "general/canvas_in_the_conversation.json";
    expect((await readAll(writeFolder({ ...small, [file]: [] }))).skipped).toEqual([{ file, why: "not messages" }]);
  });

  test("when it is the table of people: everybody is unknown", async () => {
    const { archive, words } = await readAll(writeFolder({ ...small, "users.json": "{}" }));
    expect(archive.skipped).toEqual([{ file: "users.json", why: "not a list" }]);
    expect(archive.people).toEqual([]);
    expect(words).toContain("elsewhere");
  });

  test("and its name moves nothing on a terminal", async () => {
    const { skipped } = await readAll(writeFolder({ ...small, "gen\u001b[2Jeral/2026-11-17.json": "[" }));
    expect(skipped).toEqual([{ file: "gen�[2Jeral/2026-11-17.json", why: "not json" }]);
  });
});

test("links in a folder are not followed, neither to a file nor to a folder", async () => {
  const folder = writeFolder(small);
  const elsewhere = writeFolder({ "2026-11-17.json": [said("U0ADA", "1794812400.000100", "not of this export")] });
  symlinkSync(join(elsewhere, "2026-11-17.json"), join(folder, "talk", "2026-11-17.json"));
  symlinkSync(elsewhere, join(folder, "linked"));
  const { words, skipped } = await readAll(folder);
  expect(words).not.toContain("not of this export");
  expect(skipped.toSorted((one, other) => one.file.localeCompare(other.file))).toEqual([
    { file: "linked", why: "link" },
    { file: "talk/2026-11-17.json", why: "link" },
  ]);
});

describe("a hostile zip", () => {
  const hello = [said("U0ADA", "1794812400.000100", "hello")];
  const file = "general/2026-11-17.json";
  const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 2 ** 20);
  const cases: readonly [string, Packed, string][] = [
    ["a path that climbs", { name: "../general/2026-11-17.json", content: hello }, "outside"],
    ["an absolute path", { name: "/etc/2026-11-17.json", content: hello }, "outside"],
    ["a path of Windows that climbs", { name: "..\\general\\2026-11-17.json", content: hello }, "outside"],
    ["a drive", { name: "C:/general/2026-11-17.json", content: hello }, "outside"],
    ["a link", { name: file, content: "/etc/passwd", attributes: (0o120777 << 16) >>> 0 }, "link"],
    ["an encrypted file", { name: file, content: hello, flags: 0x801 }, "encrypted"],
    ["another way of packing", { name: file, content: hello, method: 12 }, "packing"],
    ["a file that is there already", { name: "talk/2026-11-16.json", content: hello }, "twice"],
    ["a bomb of zeros", { name: file, content: zeros(4) }, "too dense"],
    ["a larger bomb", { name: file, content: zeros(65) }, "too large"],
    ["a bomb that says it is small", { name: file, content: zeros(65), size: 2 }, "damaged"],
    ["a small one that says it is more", { name: file, content: hello, size: 500 }, "damaged"],
    ["packed bytes that are none", { name: file, content: "[]", method: 8, size: 0 }, "damaged"],
  ];
  test.each(cases)("with %s: only that is left out", async (_, entry, why) => {
    const { skipped, words } = await readAll(writeZip([...packed(small), entry]));
    expect(skipped.map((each) => each.why)).toEqual([why]);
    expect(words).toHaveLength(6);
  });

  test("whose bytes were changed on the way gives none of that file", async () => {
    const place = writeZip([...packed(small), { name: file, content: "[1,2,3,4,5]", method: 0 }]);
    const bytes = readFileSync(place);
    bytes[bytes.indexOf("[1,2,3,4,5]") + 1] = 0x39;
    writeFileSync(place, bytes);
    expect((await readAll(place)).skipped).toEqual([{ file, why: "damaged" }]);
  });

  test("with entries that are folders is read as if they were not there", async () => {
    const { skipped, words } = await readAll(writeZip([{ name: "general/", content: "" }, ...packed(small)]));
    expect(skipped).toEqual([]);
    expect(words).toHaveLength(6);
  });

  test("that promises more than may be unpacked in all is read as far as that goes", async () => {
    const entries = Array.from({ length: 520 }, (_, index) => ({
      name: `general/canvas-${index}.json`,
      content: "",
      size: 64 * 2 ** 20,
      packedSize: 2 ** 20,
    }));
    const { skipped, words } = await readAll(writeZip([...packed(small), ...entries]));
    // 32 GiB are 512 files of 64 MiB; the honest ones come before.
    expect(skipped.filter(({ why }) => why === "too much")).toHaveLength(520 - 511);
    expect(words).toHaveLength(6);
  });

  test("whose list of files breaks off is read up to there", async () => {
    const place = writeZip([...packed(small), { name: file, content: hello }]);
    const bytes = readFileSync(place);
    const last = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002"));
    bytes[last] = 0;
    writeFileSync(place, bytes);
    const { skipped, words } = await readAll(place);
    expect(skipped).toEqual([{ file: "*.json", why: "damaged" }]);
    expect(words).toHaveLength(6);
  });
});

test.each([
  ["nothing", () => join(root, "nothing"), "missing"],
  ["a file that is no zip", () => join(writeFolder({ "notes.txt": "PK, but no zip" }), "notes.txt"), "not an export"],
  ["an empty zip", () => writeZip([]), "not an export"],
  ["a folder of something else", () => writeFolder({ "photos/2026.json": [] }), "not an export"],
])("%s is no export", async (_, write, why) => {
  await expect(openArchive(write())).rejects.toMatchObject({ name: "ArchiveError", why });
});
