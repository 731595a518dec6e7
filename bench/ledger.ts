import { decide, settle, type Proposal } from "../src/core/decide.ts";
import { evaluate } from "../src/core/evaluate.ts";
import { newPlace } from "../test/database.ts";
import { revisionOf, starterCharter } from "./charter.ts";
import type { Stage } from "./closing.ts";
import { prepare } from "./events.ts";
import { alternate, type Contestant } from "./figures.ts";
import { keepInFlight } from "./flow.ts";
import type { Message } from "./input.ts";

const rounds = 3;
const count = 500;
const bounds = { inFlight: 8, longest: 4000 };

export const databases = ["postgres", "pglite"] as const;
export type Database = (typeof databases)[number];

/** Breaches recorded a second, eight at once: each of another message, kept with its words, and each to be told. */
export async function measureLedger(
  stage: Stage,
  messages: readonly Message[],
  serverUrl: string,
): Promise<(kind: Database) => number> {
  const proposals = breachesOf(messages, (rounds + 1) * count);
  const contestants: Contestant[] = [];
  for (const kind of databases) {
    const place = await stage.use(
      () => newPlace(kind, serverUrl),
      (made) => made.remove(),
    );
    const store = await stage.use(
      () => place.open(),
      (opened) => opened.close(),
    );
    const record = async (proposal: Proposal): Promise<void> => {
      const [judgement] = await store.ledger.record([proposal], settle);
      if (judgement?.outcome !== "told") throw new Error(`a breach was recorded as ${judgement?.outcome}, not told`);
    };
    const round = (number: number) =>
      keepInFlight(proposals.slice(number * count, (number + 1) * count), bounds, record);
    contestants.push({ name: kind, round });
  }
  return alternate(contestants, rounds);
}

/** One breach of a clause that keeps the words in each of so many messages; nobody is told too often for one more. */
function breachesOf(messages: readonly Message[], wanted: number): readonly Proposal[] {
  const revision = revisionOf(starterCharter({ day: 1000, dayAndClause: 1000 }));
  const breaking = messages.slice(0, wanted).map((message): Message => {
    return { ...message, parts: [...message.parts, { kind: "text", text: " Project Falcon" }] };
  });
  return prepare(revision, breaking).map(({ event, facts }) => {
    const { found } = evaluate(revision, event, facts);
    const traced = decide(revision, found, event, facts).find(({ trace }) => trace === "excerpt");
    if (!traced) throw new Error("the starter charter no longer watches for the words of this breach");
    return traced;
  });
}
