import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { sign } from "../test/slack/delivery.ts";

export const signingSecret = "a signing secret";

/** Sends one signed event; resolves when it was acknowledged and rejects where it was not. */
export type Post = (body: string) => Promise<void>;

/**
 * Gives `work` a client that keeps its connections while it runs. Node's own client costs less than fetch, and shares
 * the processor with what it measures. A server closes connections that rest, so no client outlives its round.
 */
export async function withClient<Result>(port: number, work: (post: Post) => Promise<Result>): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const post: Post = (body) =>
    new Promise((resolve, reject) => {
      const timestamp = Math.floor(Date.now() / 1000);
      const headers = {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-slack-request-timestamp": String(timestamp),
        "x-slack-signature": sign(signingSecret, timestamp, body),
      };
      const options = { agent, headers, host: "127.0.0.1", port, path: "/slack/events", method: "POST" };
      const sent = request(options, (response) => {
        response.resume();
        response.once("end", () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`an event was answered with ${response.statusCode}, not acknowledged`));
        });
      });
      sent.once("error", reject);
      sent.end(body);
    });
  return work(post).finally(() => agent.destroy());
}

/**
 * Sends so many events a second, whether or not the earlier ones are answered. Answers what each took in milliseconds,
 * counted from when it was due: what is late because of an answer that was late counts as late.
 */
export async function openLoop(post: Post, bodies: readonly string[], perSecond: number): Promise<number[]> {
  const from = performance.now();
  const answers: Promise<number>[] = [];
  const failed = Promise.withResolvers<never>();
  const sendAll = async (): Promise<number[]> => {
    for (const [index, body] of bodies.entries()) {
      const due = from + (index * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      const answer = post(body).then(() => performance.now() - due);
      answer.catch(failed.reject);
      answers.push(answer);
    }
    return Promise.all(answers);
  };
  return Promise.race([sendAll(), failed.promise]);
}
