import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { activityOf, inThread, invokeOf, messageOf } from "./activities.ts";
import { recordingDoor, type RecordingDoor } from "./door.ts";
import { listen } from "./double.ts";
import { tokenVariants } from "./issuer.ts";
import { startRig, type TeamsRig } from "./rig.ts";
import { teamsAdapter } from "../../adapters/teams/index.ts";

let door: RecordingDoor;
let rig: TeamsRig;
beforeEach(async () => {
  door = recordingDoor();
  rig = await startRig(door);
});
afterEach(() => rig.stop());

const message = (text = "hello", from = rig) => {
  const { clientId, tenantId, serviceUrl } = from.double;
  const home = { clientId, tenantId, serviceUrl };
  return messageOf(
    activityOf(home, from.somebody.alice, inThread(from.channel, "1795289204963")),
    "1795289204963",
    text,
  );
};
const handle = async (request: Request): Promise<Response> => {
  const [route] = rig.adapter.routes;
  if (!route) throw new Error("no route");
  return route.handle(request);
};

describe("a message with the service's own token", () => {
  test("is judged as its author wrote it", async () => {
    const sent = await rig.say(rig.people.alice, "hello <at>Bob</at>", { thread: "1795289204000" });
    expect(sent.acknowledged).toBe(true);
    expect(door.judged).toMatchObject([
      {
        kind: "message.posted",
        platform: "teams",
        workspace: rig.workspace,
        author: rig.people.alice,
        message: { space: rig.space, id: sent.id, version: 0 },
        thread: "1795289204000",
        text: { plain: "hello Bob" },
      },
    ]);
  });

  test("tells the directory its author's language and zone, once the roster has told who they are", async () => {
    await rig.say(rig.people.alice, "hello");
    const alice = () => door.accounts.filter(({ id }) => id === rig.people.alice);
    await expect.poll(alice).toMatchObject([{ standing: "member", locale: "en", zone: "Europe/Paris" }]);
    await rig.say(rig.people.alice, "hello again");
    await rig.deliver({
      ...message("bonjour"),
      id: "1795289204999",
      locale: "fr-CA",
      localTimezone: "America/Toronto",
    });
    await expect.poll(alice).toHaveLength(2);
    expect(alice().at(-1)).toMatchObject({ standing: "member", locale: "fr", zone: "America/Toronto" });
  });

  test("is answered only when the door has resolved", async () => {
    const durable = Promise.withResolvers<void>();
    door.before = durable.promise;
    let answered = false;
    const answer = rig.say(rig.people.alice, "hello").then((sent) => {
      answered = true;
      return sent;
    });
    await door.begun;
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    durable.resolve();
    expect((await answer).acknowledged).toBe(true);
  });

  test("is not acknowledged where the door rejects, so that the service sends it again", async () => {
    door.before = Promise.reject(new Error("the store is gone"));
    door.before.catch(() => undefined);
    const response = await rig.deliver(message());
    expect(response.status).toBe(503);
    door.before = Promise.resolve();
    expect((await rig.deliver(message())).status).toBe(200);
    expect(door.judged).toHaveLength(2);
  });

  test("is not refused for good where the keys that check its token cannot be fetched", async () => {
    rig.double.keysDown = true;
    expect((await rig.deliver(message())).status).toBe(503);
    rig.double.keysDown = false;
    expect((await rig.deliver(message())).status).toBe(200);
    expect(door.judged).toHaveLength(1);
  });

  test("is taken at once where the service has changed its keys", async () => {
    expect((await rig.deliver(message())).status).toBe(200);
    await rig.double.issuer.rotate();
    expect((await rig.deliver(message())).status).toBe(200);
    expect(door.judged).toHaveLength(2);
  });

  test("is edited and deleted under versions that grow", async () => {
    const { id } = await rig.say(rig.people.alice, "first");
    await rig.edit(rig.people.alice, id, "second");
    await rig.remove(rig.people.alice, id);
    const [posted, edited, deleted] = door.judged;
    expect([posted?.kind, edited?.kind, deleted?.kind]).toEqual([
      "message.posted",
      "message.edited",
      "message.deleted",
    ]);
    const [, second = 0, third = 0] = door.judged.map((event) => ("message" in event ? event.message.version : NaN));
    expect(second).toBeGreaterThan(0);
    expect(third).toBeGreaterThan(second);
  });
});

describe("what does not come from the service", () => {
  const bad = [null, ...tokenVariants.filter((variant) => variant !== "good")];
  test.each(bad)("is refused and nothing is sent anywhere: token %s", async (variant) => {
    const response = await handle(await rig.double.request(message(), variant));
    expect([401, 403]).toContain(response.status);
    expect(door.judged).toEqual([]);
    expect(rig.double.sent()).toEqual([]);
  });

  test("is refused when another tenant's activity bears a good token", async () => {
    const theirs = "12121212-1212-4212-8212-121212121212";
    const foreign = {
      ...message(),
      conversation: { id: rig.channel.id, tenantId: theirs },
      channelData: { tenant: { id: theirs } },
    };
    expect((await rig.deliver(foreign)).status).toBe(403);
    expect((await rig.deliver({ ...message(), channelData: { tenant: { id: theirs } } })).status).toBe(403);
    expect(door.judged).toEqual([]);
    expect(rig.double.sent()).toEqual([]);
  });

  test.each(["good", "forged Entra"] as const)(
    "never makes us call an attacker's service: token %s",
    async (variant) => {
      let called = 0;
      const attacker = createServer((_incoming, outgoing) => {
        called += 1;
        outgoing.end("{}");
      });
      const serviceUrl = await listen(attacker);
      const response = await handle(await rig.double.request({ ...message("charter help"), serviceUrl }, variant));
      attacker.close();
      expect(response.status).toBe(401);
      expect(called).toBe(0);
      expect(door.judged).toEqual([]);
      expect(door.calls).toEqual([]);
      expect(rig.double.sent()).toEqual([]);
    },
  );

  test("is logged by its reason alone", async () => {
    await handle(await rig.double.request(message("a secret"), "foreign key"));
    expect(rig.logged).toEqual([{ event: "teams.refused", fields: { status: 401, reason: "signature" } }]);
  });
});

describe("what nobody can read", () => {
  test("is refused where it is malformed, and taken where its type is unknown", async () => {
    const { from: _from, ...nameless } = message();
    expect((await rig.deliver(nameless)).status).toBe(400);
    expect((await rig.deliver({ ...message(), type: "typing", from: 7 })).status).toBe(200);
    expect((await rig.deliver({ ...message(), type: "invoke", name: "signin/verifyState" })).status).toBe(200);
    expect(door.judged).toEqual([]);
  });

  test("is refused where its type is unknown and its token is not the service's", async () => {
    const typing = { ...message(), type: "typing" };
    expect((await handle(await rig.double.request(typing, "foreign key"))).status).toBe(401);
  });

  test.each([
    ["an id that no database keeps", { id: "17952\u000089204963" }],
    ["an author that no database keeps", { from: { id: "29:a\u0000", aadObjectId: "a" } }],
    ["an account without end", { from: { id: "29:a", aadObjectId: "a".repeat(301) } }],
    ["a time beyond every calendar", { timestamp: "+010000-01-01T00:00:00Z" }],
    ["a time in the year 9999", { timestamp: "9999-12-31T23:59:59Z" }],
  ])("is %s, and is refused for good", async (_, changes) => {
    expect((await rig.deliver({ ...message(), ...changes })).status).toBe(400);
    expect(door.judged).toEqual([]);
    expect(rig.logged).toEqual([{ event: "teams.refused", fields: { status: 400, reason: "malformed" } }]);
  });

  test.each(["..;messageid=1", ";messageid=1", "."])(
    "is a place whose roster lies at no path, and no other path is asked: %j",
    async (id) => {
      const conversation = { id, conversationType: "channel", tenantId: rig.double.tenantId };
      await rig.deliver({ ...message(), conversation });
      await rig.adapter.stop();
      expect(rig.double.sent()).toEqual([]);
      expect(rig.logged).toEqual([{ event: "teams.roster.unread", fields: { code: "missing" } }]);
    },
  );

  test("is an invoke that names no line", async () => {
    const { clientId, tenantId, serviceUrl } = rig.double;
    const base = activityOf({ clientId, tenantId, serviceUrl }, rig.somebody.alice, rig.channel);
    expect((await rig.deliver(invokeOf(base, "adaptiveCard/action", { action: {} }))).status).toBe(400);
    expect((await rig.deliver(invokeOf(base, "task/submit", null))).status).toBe(400);
  });
});

describe("starting and stopping", () => {
  test("refuses to start where unsigned requests would be let in", async () => {
    const { clientId, clientSecret, tenantId } = rig.double;
    const config = { clientId, clientSecret, tenantId, unauthenticatedRequestsAllowed: true, log: () => undefined };
    await expect(teamsAdapter(config).start(door)).rejects.toThrow("DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS");
  });

  test("lets nothing unsigned in, whatever the environment tells the SDK", async () => {
    process.env["DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS"] = "true";
    process.env["CLIENT_SECRET"] = "somebody else's";
    try {
      const other = await startRig(door);
      const response = await other.adapter.routes[0]?.handle(
        await other.double.request(message("hello", other), "foreign key"),
      );
      expect(response?.status).toBe(401);
      expect((await other.command(other.people.alice, "help")).text).toContain("help");
      await other.stop();
    } finally {
      delete process.env["DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS"];
      delete process.env["CLIENT_SECRET"];
    }
  });

  test("takes nothing before it started and after it stopped, and finishes what was under way", async () => {
    const durable = Promise.withResolvers<void>();
    door.before = durable.promise;
    const taken = rig.say(rig.people.alice, "hello");
    await door.begun;
    const stopped = rig.adapter.stop();
    expect((await rig.deliver(message())).status).toBe(503);
    durable.resolve();
    await stopped;
    expect((await taken).acknowledged).toBe(true);
  });

  test("reads who is in a place when it first hears from it", async () => {
    await rig.say(rig.people.alice, "hello");
    await rig.adapter.stop();
    expect(door.spaces).toEqual([{ id: rig.space, workspace: rig.workspace, name: "General" }]);
    expect(door.accounts.map(({ id, standing }) => [id, standing])).toEqual([
      [rig.people.alice, "member"],
      [rig.people.bob, "member"],
      [rig.people.outsider, "guest"],
    ]);
  });
});
