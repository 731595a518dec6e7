import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import { z } from "zod";

/** The least that an app with Bolt can do: it checks the signature, hears the message, does nothing, and answers. */
const environment = z.object({
  PORT: z.coerce.number().int(),
  SLACK_BOT_TOKEN: z.string(),
  SLACK_SIGNING_SECRET: z.string(),
  SLACK_API_URL: z.string(),
});
const {
  PORT: port,
  SLACK_BOT_TOKEN: token,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slackApiUrl,
} = environment.parse(process.env);

const logLevel = LogLevel.ERROR;
const receiver = new HTTPReceiver({ signingSecret, endpoints: "/slack/events", processBeforeResponse: true, logLevel });
const app = new App({ token, receiver, logLevel, clientOptions: { slackApiUrl } });
app.message(async () => {});
await receiver.start({ port, host: "127.0.0.1" });
process.send?.("started");
// Without whoever started it, it has no purpose.
process.once("disconnect", () => process.exit(0));
