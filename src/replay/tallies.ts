import { settle, type Counts, type Proposal, type Settled } from "../core/decide.ts";

interface Week {
  readonly breaches: Map<string, number>;
  readonly nudges: Map<string, number>;
}
/** Local days of one instant lie in two weeks at most; one more for an export whose files are out of order. */
const keptWeeks = 3;

/**
 * Settles one proposal after the other as the ledger does, with the counts in memory: allowances by week, caps by day.
 * Proposals must come in the order of time.
 */
export function openTallies(): (proposal: Proposal) => Settled {
  const weeks = new Map<string, Week>();
  return (proposal) => {
    const week = weekOf(weeks, proposal.week);
    const { who, clause, day } = proposal;
    const [byClause, today, todayForClause] = [`${who} ${clause}`, `${who} ${day}`, `${who} ${day} ${clause}`];
    const counts: Counts = {
      breachesThisWeek: increment(week.breaches, byClause),
      nudgesToday: week.nudges.get(today) ?? 0,
      nudgesTodayForClause: week.nudges.get(todayForClause) ?? 0,
    };
    const settled = settle(proposal, counts);
    if (settled.outcome === "told") {
      increment(week.nudges, today);
      increment(week.nudges, todayForClause);
    }
    return settled;
  };
}

function weekOf(weeks: Map<string, Week>, name: string): Week {
  const known = weeks.get(name);
  if (known) return known;
  const week: Week = { breaches: new Map(), nudges: new Map() };
  weeks.set(name, week);
  const [oldest] = [...weeks.keys()].toSorted();
  if (weeks.size > keptWeeks && oldest !== undefined && oldest !== name) weeks.delete(oldest);
  return week;
}

function increment(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}
