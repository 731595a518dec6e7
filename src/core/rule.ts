import type { z } from "zod";
import type { Absence, FactName, Known } from "./facts.ts";
import type {
  Audience,
  JudgedEvent,
  Locale,
  Localised,
  PersonId,
  Problem,
  Purpose,
  SpaceId,
  Span,
  Standing,
} from "./model.ts";
import type { Organisation } from "./charter.ts";
import { joinField, messagesIn, problemsOf } from "./problem.ts";

/** What a rule noticed. It names one of the rule's messages and carries no text: spans point into the message. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** Where in the message; empty where the finding is not about words. */
  readonly spans: readonly Span[];
  /** For a finding about who is in a space: its parties, in order, joined by " + ". It is the condition's identity. */
  readonly mixture?: string;
  /** Values for the message's placeholders. */
  readonly data?: Readonly<Record<string, number | boolean | PersonId | SpaceId>>;
}

/** What a person is told: why, and what would have been better. `{name}` is filled from the finding's data. */
export interface Wording {
  readonly reason: string;
  readonly better: string;
}

/** A case that documents a rule, helps people and is its first test. Times are ISO 8601 with an offset and an IANA zone in brackets. */
export interface Example<Code extends string = string> {
  readonly says: string;
  readonly locale: Locale;
  readonly text: string;
  readonly finds: readonly Code[];
  readonly settings?: unknown;
  readonly at?: string;
  readonly author?: { readonly audience?: Audience; readonly absence?: Absence["kind"] };
  readonly mentions?: readonly { readonly zone: string; readonly absence?: Absence["kind"] }[];
  readonly purpose?: Purpose;
  /** For a rule about who is in a space. */
  readonly members?: readonly { readonly audience: Audience; readonly party?: string; readonly standing?: Standing }[];
  /** For a rule about connections: an IP address, and a country where the platform tells one. */
  readonly connection?: { readonly address: string; readonly country?: string };
  /** For a rule about the platform's settings. */
  readonly setting?: { readonly name: string; readonly value: string };
}

type EventOf<Kind extends JudgedEvent["kind"]> = Extract<JudgedEvent, { kind: Kind }>;

/** One kind of breach: what it needs to know, how it is set, what it says, and how it notices. */
export interface Rule<Kind extends JudgedEvent["kind"], Need extends FactName, Settings, Code extends string> {
  readonly id: string;
  readonly title: Localised;
  /** "none": no person and no instant finer than the ISO week may be kept of what this rule finds. */
  readonly trace: "excerpt" | "none";
  readonly on: readonly Kind[];
  readonly needs: readonly Need[];
  readonly settings: z.ZodType<Settings>;
  readonly messages: Readonly<Record<Locale, Readonly<Record<Code, Wording>>>>;
  readonly examples: readonly Example<Code>[];
  /** Codes whose found words are a danger in themselves: they are masked in every excerpt. */
  readonly masks?: readonly Code[];
  /** What in the organisation this rule could not work with, with fields as the charter names them. */
  problems?(organisation: Organisation): readonly Problem[];
  /** Compiles once per revision. What it gives is pure: no clock, no I/O, no state. */
  prepare(settings: Settings, organisation: Organisation): Judge<Kind, Need, Code>;
}
export type Judge<Kind extends JudgedEvent["kind"], Need extends FactName, Code extends string> = (
  event: EventOf<Kind>,
  facts: Known<Need>,
) => Iterable<Finding<Code>>;

/** A rule whose settings are not read yet, as registries and the engine hold it. */
export interface AnyRule {
  readonly id: string;
  readonly title: Localised;
  readonly trace: "excerpt" | "none";
  readonly on: readonly JudgedEvent["kind"][];
  readonly needs: readonly FactName[];
  readonly settings: z.ZodType;
  readonly messages: Readonly<Record<Locale, Readonly<Record<string, Wording>>>>;
  readonly examples: readonly Example[];
  readonly masks?: readonly string[];
  /** Reads the settings and compiles, or says everything that is wrong with them. */
  readonly compile: (settings: unknown, organisation: Organisation, locale?: Locale) => Compiled;
}
export type Compiled =
  | { readonly ok: true; readonly judge: (event: JudgedEvent, facts: Known<FactName>) => Iterable<Finding> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Declares a rule. The declared kinds and needs are all that its judge is ever given. */
export function defineRule<Kind extends JudgedEvent["kind"], Need extends FactName, Settings, Code extends string>(
  rule: Rule<Kind, Need, Settings, Code>,
): AnyRule {
  const { prepare, problems: organisationProblems, ...declared } = rule;
  return {
    ...declared,
    compile(settings, organisation, locale = "en") {
      const read = rule.settings.safeParse(settings, messagesIn(locale));
      const problems = [
        ...problemsOf(read.error, locale).map(({ field, text }) => ({ field: joinField("settings", field), text })),
        ...(organisationProblems?.call(rule, organisation) ?? []),
      ];
      if (!read.success || problems.length > 0) return { ok: false, problems };
      const judge = prepare.call(rule, read.data, organisation);
      // `evaluate` calls a judge only for the kinds in `on` and with the facts in `needs`.
      return { ok: true, judge: (event, facts) => judge(event as EventOf<Kind>, facts) };
    },
  };
}
