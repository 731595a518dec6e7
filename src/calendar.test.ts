import { createServer, type Server } from "node:https";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarReader } from "./calendar.ts";
import { isPublic } from "./calendar/networks.ts";
import { CalendarError } from "./core/command.ts";

/** A certificate of a test's own server, for localhost and 127.0.0.1. Nothing else believes it. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4IOdMEVhv+ITuDgu
w9M1QuWDnKh2ZK3+5H6rZg5LAEShRANCAARIU+l6l1lsD7fWBXXLKEICiO+CXCc4
EbZklqfhcYZnlaHLO90FTwhfDaiAzXFZ7ucgb3KBgTCZKd15NlU+ZTpU
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUbV3gbOGpPve6GdHr9TSTiBLb0S4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAxMTIxNVoYDzIxMjYxMDI5
MDExMjE1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARIU+l6l1lsD7fWBXXLKEICiO+CXCc4EbZklqfhcYZnlaHLO90FTwhf
DaiAzXFZ7ucgb3KBgTCZKd15NlU+ZTpUo28wbTAdBgNVHQ4EFgQUdSM462aMgDlN
tXCUsEGyi+cgaw8wHwYDVR0jBBgwFoAUdSM462aMgDlNtXCUsEGyi+cgaw8wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgBDWNm8/iXaAej1QMy7xwsNydUxYXxZBYxHpoNjLXIx0CIF8N
ct31kxUhFsmns2snID1B8MQN5kN4kiVdPnRHOWh1
-----END CERTIFICATE-----`;

const now = () => Temporal.Instant.from("2026-11-22T09:00:00Z");
const lines = (...given: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", ...given, "END:VCALENDAR"].join("\r\n");
const event = (...given: string[]): string[] => [
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTAMP:20261101T000000Z",
  ...given,
  "END:VEVENT",
];

let answers: (path: string, response: ServerResponse) => void = () => undefined;
let asked: string[] = [];
let server: Server;
let base: string;
beforeEach(async () => {
  asked = [];
  server = createServer({ key, cert }, (request, response) => {
    asked.push(request.url ?? "");
    answers(request.url ?? "", response);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  base = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const loopback = {
  allow: (address: string): boolean => address === "127.0.0.1" || address === "::1",
  ca: cert,
  deadline: 1000,
};
/** What the reader gives for an address: spans as text, or why it cannot. */
async function read(address = `${base}/leave.ics`, network = loopback): Promise<string[] | string> {
  try {
    const absences = await calendarReader({ now, network })(address);
    return absences.map(({ from, until }) => `${from.toString()}/${until.toString()}`);
  } catch (error) {
    return error instanceof CalendarError ? error.why : String(error);
  }
}
const readText = (calendar: string): Promise<string[] | string> => {
  answers = (_path, response) => void response.end(calendar);
  return read();
};

describe("a calendar of leave", () => {
  test("gives the times of its events, and nothing of what they are called", async () => {
    const calendar = lines(
      ...event("SUMMARY:Surgery", "DTSTART:20261130T080000Z", "DTEND:20261130T170000Z"),
      ...event("DTSTART:20261201T080000Z", "DURATION:PT90M"),
    );
    const absences = await readText(calendar);
    expect(absences).toEqual([
      "2026-11-30T08:00:00Z/2026-11-30T17:00:00Z",
      "2026-12-01T08:00:00Z/2026-12-01T09:30:00Z",
    ]);
    expect(JSON.stringify(absences)).not.toContain("Surgery");
  });

  test("has whole days in its own zone", async () => {
    const day = event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227");
    expect(await readText(lines("X-WR-TIMEZONE:Europe/Paris", ...day))).toEqual([
      "2026-12-23T23:00:00Z/2026-12-26T23:00:00Z",
    ]);
    expect(await readText(lines(...day))).toEqual(["2026-12-24T00:00:00Z/2026-12-27T00:00:00Z"]);
  });

  test("knows IANA zones without a description, and a zone of its own by its description", async () => {
    expect(
      await readText(
        lines(...event("DTSTART;TZID=America/Toronto:20261130T090000", "DTEND;TZID=America/Toronto:20261130T100000")),
      ),
    ).toEqual(["2026-11-30T14:00:00Z/2026-11-30T15:00:00Z"]);
    const described = [
      "BEGIN:VTIMEZONE",
      "TZID:Office",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0200",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    expect(
      await readText(
        lines(...described, ...event("DTSTART;TZID=Office:20261130T090000", "DTEND;TZID=Office:20261130T100000")),
      ),
    ).toEqual(["2026-11-30T07:00:00Z/2026-11-30T08:00:00Z"]);
  });

  test("repeats over thirteen months with its exceptions, across a change of the clocks", async () => {
    const weekly = event(
      "DTSTART;TZID=Europe/Paris:20260320T140000",
      "DTEND;TZID=Europe/Paris:20260320T180000",
      "RRULE:FREQ=WEEKLY;BYDAY=FR",
      "EXDATE;TZID=Europe/Paris:20261127T140000",
    );
    const absences = await readText(lines(...weekly));
    expect(absences).toContain("2026-12-04T13:00:00Z/2026-12-04T17:00:00Z");
    expect(absences).toContain("2027-06-04T12:00:00Z/2027-06-04T16:00:00Z");
    expect(absences).not.toContain("2026-11-27T13:00:00Z/2026-11-27T17:00:00Z");
    expect(absences.length).toBeGreaterThan(50);
    expect(absences.length).toBeLessThan(64);
  });

  test("leaves out what is cancelled, free, over, far away or of no length", async () => {
    const at = ["DTSTART:20261130T080000Z", "DTEND:20261130T170000Z"];
    const calendar = lines(
      ...event(...at, "STATUS:CANCELLED"),
      ...event(...at, "TRANSP:TRANSPARENT"),
      ...event("DTSTART:20260930T080000Z", "DTEND:20260930T170000Z"),
      ...event("DTSTART:20280130T080000Z", "DTEND:20280130T170000Z"),
      ...event("DTSTART:20261130T080000Z"),
    );
    expect(await readText(calendar)).toEqual([]);
  });

  test("that repeats every second ends all the same", async () => {
    const start = ["DTSTART:20261123T080000Z", "DTEND:20261123T080001Z"];
    expect((await readText(lines(...event(...start, "RRULE:FREQ=SECONDLY")))).length).toBe(1000);
  });

  test.each(["", "Hello", "<html></html>", "BEGIN:VCARD\r\nEND:VCARD", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT"])(
    "that is none is said to be none: %j",
    async (calendar) => {
      expect(["not a calendar", []]).toContainEqual(await readText(calendar));
    },
  );
});

describe("an address", () => {
  test.each([
    "http://localhost/leave.ics",
    "file:///etc/passwd",
    "https://user:secret@localhost/",
    "ftp://localhost/",
    "nonsense",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/",
    "https://[::ffff:10.0.0.1]/",
    "https://localhost/",
  ])("that is not https, or not of the public Internet, is never asked: %s", async (address) => {
    expect(await read(address, { ...loopback, allow: isPublic })).toBe("not allowed");
    expect(asked).toEqual([]);
  });

  test("that redirects is followed three times, and every step is checked", async () => {
    const hops = (many: number) => (path: string, response: ServerResponse) => {
      const hop = Number(path.slice(1)) || 0;
      if (hop < many) response.writeHead(302, { location: `/${hop + 1}` }).end();
      else response.end(lines());
    };
    answers = hops(3);
    expect(await read(`${base}/0`)).toEqual([]);
    answers = hops(4);
    expect(await read(`${base}/0`)).toBe("unreachable");
    answers = (_path, response) => void response.writeHead(302, { location: "https://169.254.169.254/" }).end();
    expect(await read()).toBe("not allowed");
    answers = (_path, response) => void response.writeHead(302, { location: base.replace("https", "http") }).end();
    expect(await read()).toBe("not allowed");
  });

  test("that hangs, drips or ends early is given up", async () => {
    answers = () => undefined;
    expect(await read(undefined, { ...loopback, deadline: 100 })).toBe("unreachable");
    answers = (_path, response) => void response.write("BEGIN:VCALENDAR");
    expect(await read(undefined, { ...loopback, deadline: 100 })).toBe("unreachable");
    answers = (_path, response) => {
      response.writeHead(200, { "content-length": "5000" });
      response.write("BEGIN", () => response.destroy());
    };
    expect(await read()).toBe("unreachable");
  });

  test("that sends more than a megabyte, whatever it says of its length, is left", async () => {
    answers = (_path, response) => {
      const part = Buffer.alloc(64 * 1024, "x");
      const more = (): void =>
        void (response.destroyed || (response.write(part) ? setImmediate(more) : response.once("drain", more)));
      more();
    };
    expect(await read()).toBe("too large");
  });

  test("that answers with an error, or with a certificate nobody knows, cannot be reached", async () => {
    answers = (_path, response) => void response.writeHead(404).end();
    expect(await read()).toBe("unreachable");
    answers = (_path, response) => void response.end(lines());
    const { allow, deadline } = loopback;
    expect(await read(undefined, { allow, deadline } as typeof loopback)).toBe("unreachable");
  });
});

test.each([
  "10.1.2.3",
  "192.168.0.1",
  "100.64.0.1",
  "fd00::1",
  "fe80::1",
  "64:ff9b::a00:1",
  "0.0.0.0",
  "224.0.0.1",
  "::",
  "240.0.0.1",
  "198.18.0.1",
])("%s is not of the public Internet", (address) => expect(isPublic(address)).toBe(false));
test.each(["8.8.8.8", "2606:4700::1111"])("%s is of the public Internet", (address) =>
  expect(isPublic(address)).toBe(true),
);
