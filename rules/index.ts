import type { AnyRule } from "../src/core/rule.ts";
import { restingHours } from "./resting-hours/index.ts";
import { watchedTerms } from "./watched-terms/index.ts";

/** Every rule that a charter may name. */
export const rules: readonly AnyRule[] = [restingHours, watchedTerms];
