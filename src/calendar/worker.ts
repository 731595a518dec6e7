import { parentPort, workerData } from "node:worker_threads";
import { absencesIn } from "./absences.ts";

const { calendar, now } = workerData as { readonly calendar: string; readonly now: string };
const spans = absencesIn(calendar, Temporal.Instant.from(now));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(spans && spans.map(({ from, until }) => [from.toString(), until.toString()]));
