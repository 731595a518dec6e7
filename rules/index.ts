import type { AnyRule } from "../src/core/rule.ts";
import { audienceSeparation } from "./audience-separation/index.ts";
import { confidentialData } from "./confidential-data/index.ts";
import { outsideConnection } from "./outside-connection/index.ts";
import { professionalContent } from "./professional-content/index.ts";
import { restingHours } from "./resting-hours/index.ts";
import { watchedTerms } from "./watched-terms/index.ts";

/** Every rule that a charter may name. */
export const rules: readonly AnyRule[] = [
  audienceSeparation,
  confidentialData,
  outsideConnection,
  professionalContent,
  restingHours,
  watchedTerms,
];
