/** Everything that was measured, by name; `peers.` and `context.` are beside ours. */
export type Report = Readonly<Record<string, number | string | boolean>>;

/** What a figure should at least, or at most, be. */
const budgets: Readonly<Record<string, string>> = {
  "engine.starter.messagesPerSecond": "at least 20,000",
  "engine.starter.p99Microseconds": "at most 500",
  "slack.ack.perSecond": "at least 200",
  "slack.ack.p99Milliseconds": "at most 50",
  "ledger.breachesPerSecond.postgres": "at least 25",
};

/** A table for people: figures, what each should be, and what they were measured with. */
export function tableOf(report: Report): string {
  const rows = Object.entries(report).map(([name, value]) => [name, written(value), budgets[name] ?? ""] as const);
  const figures = rows.filter(([name]) => !name.startsWith("context."));
  const context = rows.filter(([name]) => name.startsWith("context."));
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const valueWidth = Math.max(...figures.map(([, value]) => value.length));
  return [
    "",
    ...figures.map(([name, value, budget]) =>
      `  ${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}  ${budget}`.trimEnd(),
    ),
    "",
    ...context.map(([name, value]) => `  ${name.padEnd(nameWidth)}  ${value}`),
    "",
  ].join("\n");
}

const written = (value: Report[string]): string =>
  typeof value === "number"
    ? value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 2 : 0 })
    : String(value);
