import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { AdapterError, type Ability, type Act, type Adapter, type AdapterErrorCode } from "../core/adapter.ts";
import { readCharter, type Revision } from "../core/charter.ts";
import type { Case } from "../core/case.ts";
import type { AccountId, CaseId, DraftId, NoticeId, SpaceId, WorkspaceId } from "../core/model.ts";
import type { CaseJob, Draft, Notice, OutboxJob, TellJob } from "../core/store.ts";
import { plain } from "../core/view.ts";
import { deliver } from "./deliver.ts";

const read = readCharter(
  {
    organisation: { name: "Here", zone: "Europe/Paris", week: { mon: ["09:00-17:00"] } },
    stewards: { moderators: ["slack:mo"], ambassadors: ["slack:amy"] },
    clauses: [
      {
        id: "discretion",
        title: { en: "Discretion", fr: "Discrétion" },
        prose: { en: "We do not name it.", fr: "Nous ne le nommons pas." },
        rule: "watched-terms",
        stage: "nudge",
        settings: { terms: [{ term: "Falcon" }] },
      },
      {
        id: "apart",
        title: { en: "Apart", fr: "Séparés" },
        prose: { en: "We keep them apart.", fr: "Nous les séparons." },
        rule: "audience-separation",
        stage: "nudge",
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
  readonly case?: Case | null;
  readonly draft?: Draft | null;
}
const noon = Temporal.Instant.from("2026-11-16T12:00:00Z");
async function run(
  given: OutboxJob,
  {
    can = ["tell.inPlace", "tell.direct", "withdraw.direct"],
    fails = [],
    notice = {},
    revision: current = revision,
    case: opened = null,
    draft = null,
  }: Setting = {},
) {
  const acts: Act[] = [];
  const failures = [...fails];
  const delivered: unknown[] = [];
  const logged: string[] = [];
  const removed: DraftId[] = [];
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
    cases: { findById: () => Promise.resolve(opened) },
    drafts: {
      find: () => Promise.resolve(draft),
      remove: (gone: DraftId) => Promise.resolve(void removed.push(gone)),
    },
  } as unknown as Parameters<typeof deliver>[0]["store"];
  const tools = {
    store,
    adapters: new Map([["slack", adapter]]),
    revision: () => current,
    rules,
    log: (event: string) => void logged.push(event),
    now: () => noon,
  };
  const error = await deliver(tools, given).then(
    () => null,
    (thrown: unknown) => (thrown instanceof AdapterError ? thrown.code : "unknown"),
  );
  const texts = acts.map((act) => (act.do === "tell" ? plain(act.view) : ""));
  return { acts, texts, delivered, logged, error, removed };
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

  test("goes directly first where the clause asks so", async () => {
    const clauses = revision.charter.clauses.map((clause) => ({ ...clause, tell: "direct" as const }));
    const quiet = { ...revision, charter: { ...revision.charter, clauses } };
    expect(ways((await run(job, { revision: quiet })).acts)).toEqual(["direct"]);
    expect(ways((await run(job, { revision: quiet, fails: ["forbidden"] })).acts)).toEqual(["direct", "inPlace"]);
  });

  test.each([
    ["paused", { pausedUntil: "2026-11-16" }],
    ["not in force yet", { inForceFrom: "2026-11-17" }],
  ])("is not told while the charter is %s", async (_, but) => {
    const quiet = { ...revision, charter: { ...revision.charter, ...but } };
    expect((await run(job, { revision: quiet })).acts).toEqual([]);
  });

  test("says that somebody looks at it where the clause opens cases, and how to object", async () => {
    const clauses = revision.charter.clauses.map((clause) => ({ ...clause, stage: "case" as const }));
    const { texts } = await run(job, { revision: { ...revision, charter: { ...revision.charter, clauses } } });
    expect(texts[0]).toContain("Quelqu’un l’examinera avec soin");
    expect(texts[0]).toContain(`contest ${id}`);
    expect((await run(job)).texts[0]).not.toContain("Quelqu’un l’examinera");
  });

  test("of who meets whom says who and where, directly", async () => {
    const met: TellJob = {
      ...job,
      author: null,
      place: { ...place, message: null },
      clause: "apart",
      rule: "audience-separation",
      code: "client-and-supplier",
      data: { mixture: "client:Nordvik + staff + supplier:?" },
    };
    const { acts, texts } = await run(met);
    expect(ways(acts)).toEqual(["direct"]);
    expect(texts[0]).toContain("slack:c");
    expect(texts[0]).toContain("Nordvik (client), personnel, fournisseur");
  });

  test("of what happened in no space goes directly", async () => {
    const { acts } = await run({ ...job, place: { ...place, space: null, message: null } });
    expect(ways(acts)).toEqual(["direct"]);
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

const each: Case = {
  id: id as string as CaseId,
  number: 12,
  origin: "report",
  clause: "discretion",
  rule: null,
  code: null,
  data: {},
  platform: "slack",
  workspace: place.workspace,
  space: place.space,
  message: "1",
  author: ada,
  reporter: "slack:rosa" as AccountId,
  notice: null,
  excerpt: null,
  note: "They shouted.",
  state: "open",
  claimedBy: null,
  decidedBy: null,
  reason: null,
  first: null,
  barred: null,
  appeal: null,
  opened: noon,
  closed: null,
};
const upheld: Case = { ...each, state: "upheld", decidedBy: mo, reason: "We do not shout.", closed: noon };

describe("a case on its way", () => {
  const tellOf = (what: CaseJob["what"], to: string): CaseJob => ({
    do: "case",
    case: each.id,
    what,
    platform: "slack",
    to: to as AccountId,
    workspace: place.workspace,
  });

  test("that waits is told to a steward, with who reported it and a button to take it", async () => {
    const { texts, acts } = await run(tellOf("waiting", mo), { case: each });
    expect(ways(acts)).toEqual(["direct"]);
    expect(texts[0]).toContain("slack:rosa");
    expect(texts[0]).toContain("case 12 claim");
  });

  test("does not tell an ambassador who reported it", async () => {
    const { texts } = await run(tellOf("waiting", "slack:amy"), { case: each });
    expect(texts[0]).toContain("They shouted.");
    expect(texts[0]).not.toContain("slack:rosa");
  });

  test.each([
    ["somebody has taken it", { ...each, state: "claimed", claimedBy: mo } as const, mo],
    ["whoever was told is no steward any more", each, "slack:nobody"],
    ["it is about whoever was to be told", { ...each, author: mo }, mo],
    ["it is gone", null, mo],
  ])("is not told as waiting when %s", async (_, opened, to) => {
    expect((await run(tellOf("waiting", to), { case: opened })).acts).toEqual([]);
  });

  test("that was decided is told to the author with the reason, without who reported or what they said", async () => {
    const { texts } = await run(tellOf("decided", ada), { case: upheld });
    expect(texts[0]).toContain("We do not shout.");
    expect(texts[0]).toContain("case 12 appeal");
    expect(texts[0]).not.toContain("rosa");
    expect(texts[0]).not.toContain("They shouted");
    expect(texts[0]).not.toContain(mo);
  });

  test("no longer offers an appeal when its time is over", async () => {
    const old = { ...upheld, closed: noon.subtract({ hours: 24 * 14 }) };
    expect((await run(tellOf("decided", ada), { case: old })).texts[0]).not.toContain("case 12 appeal");
  });

  test("about somebody from outside is told to whoever answers for them", async () => {
    const { texts } = await run(tellOf("decided", "slack:host"), {
      case: { ...upheld, author: "slack:guest" as AccountId },
    });
    expect(texts[0]).toContain("slack:guest");
    expect(texts[0]).toContain("We do not shout.");
    expect(texts[0]).not.toContain("rosa");
  });

  test("that was decided anew after an appeal is told again, under another key", async () => {
    const keys = [upheld, { ...upheld, barred: mo }].map(async (opened) => {
      const [act] = (await run(tellOf("decided", ada), { case: opened })).acts;
      return act?.do === "tell" ? act.key : null;
    });
    const [first, second] = await Promise.all(keys);
    expect(first).not.toBe(second);
  });
});

describe("a text that was put aside", () => {
  const back: OutboxJob = { do: "remind", draft: id as string as DraftId, platform: "slack", to: ada, place };
  const draft: Draft = { id: back.draft, text: "Falcon on Monday", due: noon };

  test("is given back whole, directly, and then kept no longer", async () => {
    const { acts, texts, removed } = await run(back, { draft });
    expect(ways(acts)).toEqual(["direct"]);
    expect(texts[0]).toContain("Falcon on Monday");
    expect(removed).toEqual([draft.id]);
  });
  test("stays while the platform is away, and where no way could carry it", async () => {
    const away = await run(back, { draft, fails: ["unreachable"] });
    expect([away.error, away.removed]).toEqual(["unreachable", []]);
    expect((await run(back, { draft, fails: ["forbidden", "forbidden"] })).removed).toEqual([]);
  });
  test("that was dropped is not given back", async () => {
    expect((await run(back, { draft: null })).acts).toEqual([]);
  });
});
