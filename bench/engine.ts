import { decide } from "../src/core/decide.ts";
import { evaluate } from "../src/core/evaluate.ts";
import { revisionOf, starterCharter } from "./charter.ts";
import { prepare, type Prepared } from "./events.ts";
import { percentile, timed, type Contestant } from "./figures.ts";
import type { Message } from "./input.ts";

export interface Engine extends Contestant {
  /** How many of the messages break a clause. */
  readonly breaches: number;
  /** The 99th percentile of what one message takes, in microseconds. */
  p99(): number;
}

/** The whole starter charter over the messages: everything between the facts and the ledger, in this thread. */
export function starterEngine(messages: readonly Message[]): Engine {
  const revision = revisionOf(starterCharter());
  const prepared = prepare(revision, messages);
  const judge = ({ event, facts }: Prepared): number => {
    const { found, undecided, failures } = evaluate(revision, event, facts);
    if (undecided.length + failures.length > 0) throw new Error("a clause was not judged");
    return decide(revision, found, event, facts).length;
  };
  const judgeAll = (): number => prepared.filter((each) => judge(each) > 0).length;
  const breaches = judgeAll();
  if (breaches === 0) throw new Error("the engine found nothing, so it was not measured");
  return {
    name: "engine",
    breaches,
    round: () =>
      timed(prepared.length, () => {
        if (judgeAll() !== breaches) throw new Error("the same messages were not judged the same");
      }),
    p99: () =>
      percentile(
        prepared.map((each) => microseconds(() => judge(each))),
        0.99,
      ),
  };
}

function microseconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return (performance.now() - from) * 1000;
}
