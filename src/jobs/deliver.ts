import { AdapterError, type Ability, type Act, type Adapter } from "../core/adapter.ts";
import { isZone, type Revision } from "../core/charter.ts";
import { localeOf } from "../core/command.ts";
import { stageAt } from "../core/decide.ts";
import { nudgeView, stewardView, type Told } from "../core/nudge.ts";
import type { AccountId, Reader } from "../core/model.ts";
import type { AnyRule } from "../core/rule.ts";
import type { Notice, OutboxJob, Store, TellJob, WithdrawJob } from "../core/store.ts";
import type { View } from "../core/view.ts";
import type { Log } from "../log.ts";

interface Tools {
  readonly store: Pick<Store, "notices" | "directory">;
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly revision: () => Revision;
  readonly rules: readonly AnyRule[];
  readonly log: Log;
}

/** Carries one job of the outbox out: rendered now, in the reader's language and zone. Rejects where trying again may help. */
export async function deliver(tools: Tools, job: OutboxJob): Promise<void> {
  const adapter = tools.adapters.get(job.platform);
  // The platform is not connected at the moment: look again later, and ever later.
  if (!adapter) throw new AdapterError("unreachable");
  const notice = await tools.store.notices.find(job.notice);
  if (!notice) return;
  if (job.do === "withdraw") await withdraw(tools, adapter, { job, notice });
  else if (notice.holds) await tell(tools, adapter, { job, notice });
}

async function withdraw(
  { store, log }: Tools,
  adapter: Adapter,
  { job, notice }: { job: WithdrawJob; notice: Notice },
): Promise<void> {
  // The message may be wrong again by now; and not every platform can take back what it showed.
  if (notice.holds || notice.receipt === null || notice.how === null) return;
  if (!adapter.abilities(job.place).has(`withdraw.${notice.how}`)) return;
  const act: Act = { do: "withdraw", to: job.to, place: job.place, receipt: notice.receipt };
  const reader = await readerOf(store, job.to);
  await adapter.perform(act, reader).catch((error: unknown) => {
    if (!isFinal(error)) throw error;
    log("withdrawal.impossible", { platform: job.platform, code: error.code });
  });
}

async function tell(tools: Tools, adapter: Adapter, { job, notice }: { job: TellJob; notice: Notice }): Promise<void> {
  const { store, log } = tools;
  const reader = await readerOf(store, job.to);
  const view = viewOf(tools, { job, notice }, reader);
  if (!view) return;
  for (const how of waysFor(adapter, job)) {
    try {
      const receipt = await adapter.perform(
        { do: "tell", how, to: job.to, place: job.place, view, key: job.notice },
        reader,
      );
      await store.notices.delivered(job.notice, receipt?.how ?? how, receipt?.receipt ?? null);
      return;
    } catch (error) {
      if (!isFinal(error)) throw error;
      log("notice.refused", { platform: job.platform, how, code: error.code, clause: job.clause });
    }
  }
  log("notice.undeliverable", { platform: job.platform, clause: job.clause });
}

/** Authors are told where they wrote, or else directly; stewards always directly. */
function waysFor(adapter: Adapter, { to, author, place }: TellJob): ("inPlace" | "direct")[] {
  const can = adapter.abilities(place);
  const wanted = to === author ? (["inPlace", "direct"] as const) : (["direct"] as const);
  return wanted.filter((how) => can.has(`tell.${how}` satisfies Ability));
}

/** Whether trying the same again cannot help. */
const isFinal = (error: unknown): error is AdapterError =>
  error instanceof AdapterError && (error.code === "forbidden" || error.code === "missing");

/** Null where the clause or its rule is no longer in the charter: what it said no longer holds. */
function viewOf(
  { revision, rules }: Tools,
  { job, notice }: { job: TellJob; notice: Notice },
  reader: Reader,
): View | null {
  const clause = revision().charter.clauses.find(({ id }) => id === job.clause);
  const rule = rules.find(({ id }) => id === job.rule);
  const purpose = revision().charter.spaces[job.place.space] ?? "undeclared";
  // The clause may have been silenced while the notice was on its way.
  if (!clause || !rule || stageAt(clause.stage, purpose) !== "nudge") return null;
  const told: Told = { clause, rule, code: job.code, data: job.data, excerpt: notice.excerpt };
  return job.to === job.author
    ? nudgeView(told, job.notice, reader.locale)
    : stewardView(told, { author: job.author, space: job.place.space }, reader.locale);
}

async function readerOf({ directory }: Tools["store"], account: AccountId): Promise<Reader> {
  const known = (await directory.accounts([account])).get(account);
  const zone = known?.zone;
  return { locale: localeOf(known?.locale), zone: zone && isZone(zone) ? zone : "UTC" };
}
