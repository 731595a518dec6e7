import type { Command } from "../core/command.ts";
import { check } from "./check.ts";
import { help } from "./help.ts";
import { status } from "./status.ts";
import { why } from "./why.ts";

/** Every command there is, in the order of help. */
export const commands: readonly Command[] = [help, check, why, status];
