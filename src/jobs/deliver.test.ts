import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { AdapterError, type Ability, type Act, type Adapter, type AdapterErrorCode } from "../core/adapter.ts";
import { readCharter, type Revision } from "../core/charter.ts";
import type { AccountId, NoticeId, SpaceId, WorkspaceId } from "../core/model.ts";
import type { Notice, OutboxJob, TellJob } from "../core/store.ts";
import { plain } from "../core/view.ts";
import { deliver } from "./deliver.ts";

const read = readCharter(
  {
    organisation: { name: "Here", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
    clauses: [
      {
        id: "discretion",
        title: { en: "Discretion", fr: "Discrétion" },
        prose: { en: "We do not name it.", fr: "Nous ne le nommons pas." },
        rule: "watched-terms",
        stage: "nudge",
        settings: { terms: [{ term: "Falcon" }] },
      },
    ],
  },
  1,
  rules,
);
if (!read.ok) throw new Error("the charter of the test is wrong");
const { revision } = read;
const ada = "slack:ada" as AccountId;
const mo = "slack:mo" as AccountId;
const place = { workspace: "slack:w" as WorkspaceId, space: "slack:c" as SpaceId, thread: null, message: "1" };
const id = "00000000-0000-8000-8000-000000000001" as NoticeId;
const job: TellJob = {
  do: "tell",
  notice: id,
  platform: "slack",
  to: ada,
  author: ada,
  place,
  clause: "discretion",
  revision: 1,
  rule: "watched-terms",
  code: "watched-term",
  data: {},
  traced: true,
};

interface Setting {
  readonly can?: readonly Ability[];
  readonly fails?: readonly (AdapterErrorCode | null)[];
  readonly notice?: Partial<Notice> | null;
  readonly revision?: Revision;
}
async function run(
  given: OutboxJob,
  {
    can = ["tell.inPlace", "tell.direct", "withdraw.direct"],
    fails = [],
    notice = {},
    revision: current = revision,
  }: Setting = {},
) {
  const acts: Act[] = [];
  const failures = [...fails];
  const delivered: unknown[] = [];
  const logged: string[] = [];
  const adapter = {
    name: "slack",
    abilities: () => new Set(can),
    perform(act: Act) {
      acts.push(act);
      const code = failures.shift();
      return code ? Promise.reject(new AdapterError(code, 3)) : Promise.resolve({ how: "inPlace", receipt: "r" });
    },
  } as unknown as Adapter;
  const found = notice && { id, clause: "discretion", holds: true, excerpt: null, receipt: null, how: null, ...notice };
  const store = {
    notices: {
      find: () => Promise.resolve(found),
      delivered: (...told: unknown[]) => Promise.resolve(void delivered.push(told)),
    },
    directory: {
      accounts: () => Promise.resolve(new Map([[ada, { locale: "fr-FR", zone: "Europe/Paris" }]])),
    },
  } as unknown as Parameters<typeof deliver>[0]["store"];
  const tools = {
    store,
    adapters: new Map([["slack", adapter]]),
    revision: () => current,
    rules,
    log: (event: string) => void logged.push(event),
  };
  const error = await deliver(tools, given).then(
    () => null,
    (thrown: unknown) => (thrown instanceof AdapterError ? thrown.code : "unknown"),
  );
  return { acts, delivered, logged, error };
}
const ways = (acts: readonly Act[]): string[] => acts.map((act) => (act.do === "tell" ? act.how : "withdraw"));

describe("a notice on its way", () => {
  test("is told where its author wrote, in the author's language, and remembered", async () => {
    const { acts, delivered } = await run(job);
    expect(ways(acts)).toEqual(["inPlace"]);
    expect(acts[0]?.do === "tell" && plain(acts[0].view)).toContain("Discrétion");
    expect(delivered).toEqual([[id, "inPlace", "r"]]);
  });

  test("goes the other way where the platform forbids the first", async () => {
    const { acts, error } = await run(job, { fails: ["forbidden"] });
    expect(ways(acts)).toEqual(["inPlace", "direct"]);
    expect(error).toBeNull();
  });

  test("that no way can carry is not tried for ever, and not forgotten in silence", async () => {
    const { delivered, logged, error } = await run(job, { fails: ["forbidden", "missing"] });
    expect({ delivered, error }).toEqual({ delivered: [], error: null });
    expect(logged).toContain("notice.undeliverable");
  });

  test.each(["limited", "unreachable"] as const)("is tried again when the platform is %s", async (code) => {
    expect((await run(job, { fails: [code] })).error).toBe(code);
  });

  test("is not told when the message was corrected meanwhile, nor when it is gone", async () => {
    expect((await run(job, { notice: { holds: false } })).acts).toEqual([]);
    expect((await run(job, { notice: null })).acts).toEqual([]);
  });

  test("is not told of a clause that was silenced meanwhile", async () => {
    const silenced = revision.charter.clauses.map((clause) => ({ ...clause, stage: "shadow" as const }));
    const quiet = { ...revision, charter: { ...revision.charter, clauses: silenced } };
    expect((await run(job, { revision: quiet })).acts).toEqual([]);
  });

  test("is not told of a clause that the charter no longer has", async () => {
    expect((await run({ ...job, clause: "gone" })).acts).toEqual([]);
  });

  test("for a steward names the space and the author, and is never told in place", async () => {
    const { acts } = await run({ ...job, to: mo });
    expect(ways(acts)).toEqual(["direct"]);
    expect(acts[0]?.do === "tell" && plain(acts[0].view)).toContain("slack:ada");
  });

  test("waits while its platform is not connected", async () => {
    expect((await run({ ...job, platform: "teams" })).error).toBe("unreachable");
  });
});

describe("a notice to be taken back", () => {
  const back: OutboxJob = { do: "withdraw", notice: id, platform: "slack", to: ada, place };
  test("is, where it was told in a way that can be", async () => {
    expect(ways((await run(back, { notice: { holds: false, receipt: "r", how: "direct" } })).acts)).toEqual([
      "withdraw",
    ]);
    expect((await run(back, { notice: { holds: false, receipt: "r", how: "inPlace" } })).acts).toEqual([]);
  });
  test("is left when the breach is back", async () => {
    expect((await run(back, { notice: { holds: true, receipt: "r", how: "direct" } })).acts).toEqual([]);
  });
  test("is done when the platform no longer has it", async () => {
    const notice = { holds: false, receipt: "r", how: "direct" } as const;
    expect((await run(back, { notice, fails: ["missing"] })).error).toBeNull();
    expect((await run(back, { notice, fails: ["limited"] })).error).toBe("limited");
  });
});
