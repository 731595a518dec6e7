import { z } from "zod";

const alphabet = /^[A-Z0-9]{2,40}$/;

/** Whether this may be an id of Slack's: of a user, a channel or a team. What is none is neither stored nor written out. */
export const isId = (text: string): boolean => alphabet.test(text);
export const slackId = z.string().regex(alphabet);

/** A timestamp of Slack, "1665102362.013600", whose whole microseconds a number can hold. */
export const ts = z
  .string()
  .regex(/^\d{1,10}\.\d{6}$/)
  .refine((stamp) => Number.isSafeInteger(Number(stamp.replace(".", ""))));
