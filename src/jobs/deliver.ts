import { AdapterError, type Ability, type Act, type Adapter } from "../core/adapter.ts";
import { isZone, todayOf, type Clause, type Revision } from "../core/charter.ts";
import { localeOf } from "../core/command.ts";
import { stageOf } from "../core/decide.ts";
import { conditionView, nudgeView, stewardView, type Told } from "../core/nudge.ts";
import type { AccountId, Place, Reader } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import type { Notice, OutboxJob, RemindJob, Store, TellJob, WithdrawJob } from "../core/store.ts";
import { text, type View } from "../core/view.ts";
import type { Log } from "../log.ts";
import { caseViewFor } from "./tell-case.ts";

export interface DeliveryTools {
  readonly store: Pick<Store, "notices" | "directory" | "cases" | "drafts">;
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly revision: () => Revision;
  readonly rules: readonly AnyRule[];
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** Carries one job of the outbox out: rendered now, in the reader's language and zone. Rejects where trying again may help. */
export async function deliver(tools: DeliveryTools, job: OutboxJob): Promise<void> {
  const adapter = tools.adapters.get(job.platform);
  // The platform is not connected at the moment: look again later, and ever later.
  if (!adapter) throw new AdapterError("unreachable");
  if (job.do === "remind") return remind(tools, adapter, job);
  if (job.do === "case") {
    const told = await caseViewFor(tools, job, await readerOf(tools, job.to));
    if (told) await tell(tools, adapter, { to: job.to, ways: ["direct"], ...told });
    return undefined;
  }
  const notice = await tools.store.notices.find(job.notice);
  if (!notice) return undefined;
  if (job.do === "withdraw") await withdraw(tools, adapter, { job, notice });
  else if (notice.holds) await tellNotice(tools, adapter, { job, notice });
  return undefined;
}

async function withdraw(
  tools: DeliveryTools,
  adapter: Adapter,
  { job, notice }: { job: WithdrawJob; notice: Notice },
): Promise<void> {
  // The message may be wrong again by now; and not every platform can take back what it showed.
  if (notice.holds || notice.receipt === null || notice.how === null) return;
  if (!adapter.abilities(job.place).has(`withdraw.${notice.how}`)) return;
  const act: Act = { do: "withdraw", to: job.to, place: job.place, receipt: notice.receipt };
  const reader = await readerOf(tools, job.to);
  await adapter.perform(act, reader).catch((error: unknown) => {
    if (!isFinal(error)) throw error;
    tools.log("withdrawal.impossible", { platform: job.platform, code: error.code });
  });
}

async function tellNotice(
  tools: DeliveryTools,
  adapter: Adapter,
  { job, notice }: { job: TellJob; notice: Notice },
): Promise<void> {
  const { to, place, notice: key } = job;
  const { charter } = tools.revision();
  const clause = charter.clauses.find(({ id }) => id === job.clause);
  const rule = tools.rules.find(({ id }) => id === job.rule);
  // Where the clause or its rule is no longer in the charter, what it said no longer holds.
  if (!clause || !rule) return;
  const purpose = (place.space === null ? undefined : charter.spaces[place.space]) ?? "undeclared";
  if (purpose === "sanctuary") return;
  const stage = stageOf(charter, clause, { today: todayOf(charter, tools.now()), purpose });
  // The clause may have been silenced while the notice was on its way.
  if (stage !== "nudge" && stage !== "case") return;
  const told: Told = { clause, rule, code: job.code, data: job.data, excerpt: notice.excerpt };
  const { locale } = await readerOf(tools, to);
  const view = noticeView(told, job, { locale, charter, opensCase: stage === "case" && rule.trace !== "none" });
  const done = await tell(tools, adapter, { to, place, view, key, ways: waysFor(job, clause) });
  if (done) await tools.store.notices.delivered(key, done.how, done.receipt);
}

interface Wording {
  readonly locale: Reader["locale"];
  readonly charter: Revision["charter"];
  readonly opensCase: boolean;
}

/** Who is told what: authors of what they did, whoever invited or the stewards of what outsiders did and of who meets whom. */
function noticeView(told: Told, { to, author, place, notice }: TellJob, { locale, charter, opensCase }: Wording): View {
  if (author === null && place.space !== null) return conditionView(told, place.space, { locale, notice, charter });
  return author === null || author === to
    ? nudgeView(told, notice, { locale, opensCase })
    : stewardView(told, { author, space: place.space }, locale);
}

/** Authors are told where the clause asks, or else the other way; everybody else, and what happened in no space, directly. */
function waysFor({ to, author, place }: TellJob, clause: Clause): readonly ("inPlace" | "direct")[] {
  if (to !== author || place.space === null) return ["direct"];
  return clause.tell === "direct" ? ["direct", "inPlace"] : ["inPlace", "direct"];
}

interface Telling {
  readonly to: AccountId;
  readonly place: Place;
  readonly view: View;
  readonly key: string;
  readonly ways: readonly ("inPlace" | "direct")[];
}

/** Tries one way after the other; answers how it was told, or null where no way could carry it. */
async function tell(
  tools: DeliveryTools,
  adapter: Adapter,
  { to, place, view, key, ways }: Telling,
): Promise<{ readonly how: "inPlace" | "direct"; readonly receipt: string | null } | null> {
  const platform = adapter.name;
  const reader = await readerOf(tools, to);
  const can = adapter.abilities(place);
  for (const how of ways.filter((way) => can.has(`tell.${way}` satisfies Ability))) {
    try {
      const receipt = await adapter.perform({ do: "tell", how, to, place, view, key }, reader);
      return { how: receipt?.how ?? how, receipt: receipt?.receipt ?? null };
    } catch (error) {
      if (!isFinal(error)) throw error;
      tools.log("notice.refused", { platform, how, code: error.code });
    }
  }
  tools.log("notice.undeliverable", { platform });
  return null;
}

/** Whether trying the same again cannot help. */
const isFinal = (error: unknown): error is AdapterError =>
  error instanceof AdapterError && (error.code === "forbidden" || error.code === "missing");

const backNow = {
  en: "You put this aside for now. It is for you alone, and is no longer kept:",
  fr: "Vous aviez mis ceci de côté pour maintenant. C’est pour vous uniquement, et n’est plus conservé\u00a0:",
} as const;

/** Gives somebody back what they put aside; then it is kept nowhere. */
async function remind(tools: DeliveryTools, adapter: Adapter, { draft: id, to, place }: RemindJob): Promise<void> {
  const draft = await tools.store.drafts.find(id);
  if (!draft) return;
  const { locale } = await readerOf(tools, to);
  const view: View = { blocks: [text(backNow[locale]), { kind: "quote", inlines: [draft.text] }] };
  const done = await tell(tools, adapter, { to, place, view, key: id, ways: ["direct", "inPlace"] });
  // What no way could carry stays until its time is over, for whoever asks for it.
  if (done) await tools.store.drafts.remove(id);
}

async function readerOf({ store, revision }: DeliveryTools, account: AccountId): Promise<Reader> {
  const known = (await store.directory.accounts([account])).get(account);
  const zone = known?.zone;
  return {
    locale: localeOf(known?.locale),
    zone: zone && isZone(zone) ? zone : revision().charter.organisation.zone,
  };
}
