import { Counter, Histogram, Registry } from "prom-client";

/** What is counted for operators (Prometheus): names of platforms, clauses and outcomes, never of people. */
export interface Metrics {
  readonly registry: Registry;
  readonly events: Counter<"platform" | "kind">;
  readonly judgements: Counter<"clause" | "outcome">;
  readonly failures: Counter<"clause">;
  readonly refused: Counter<"platform">;
  readonly unstorable: Counter<"platform">;
  readonly judging: Histogram;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    events: new Counter({
      name: "charter_events_total",
      help: "Events judged",
      labelNames: ["platform", "kind"],
      registers,
    }),
    judgements: new Counter({
      name: "charter_judgements_total",
      help: "Findings by clause and what became of them",
      labelNames: ["clause", "outcome"],
      registers,
    }),
    failures: new Counter({
      name: "charter_rule_failures_total",
      help: "Rules that threw and were skipped",
      labelNames: ["clause"],
      registers,
    }),
    refused: new Counter({
      name: "charter_events_refused_total",
      help: "Events not acknowledged, so that the platform sends them again",
      labelNames: ["platform"],
      registers,
    }),
    unstorable: new Counter({
      name: "charter_events_unstorable_total",
      help: "Events let go because no try would ever store them",
      labelNames: ["platform"],
      registers,
    }),
    judging: new Histogram({
      name: "charter_judging_seconds",
      help: "Time from the door to a durable verdict",
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 3],
      registers,
    }),
  };
}
