import { z } from "zod";
import type { Organisation } from "../../src/core/charter.ts";
import type { Colleague } from "../../src/core/facts.ts";
import { foldText } from "../../src/core/fold.ts";
import type { Problem } from "../../src/core/model.ts";
import { said } from "../../src/core/problem.ts";
import { defineRule, type AnyRule, type Judge, type Rule } from "../../src/core/rule.ts";
import { isResting } from "../../src/core/time.ts";
import { examples, type Code } from "./examples.ts";
import { holidayProblems, publicHolidays } from "./holidays.ts";
import { urgencyOf } from "./urgency.ts";

const marker = z
  .string()
  .max(60)
  .refine((written) => foldText({ plain: written, marks: [] }).length > 0, {
    error: (issue) =>
      said(
        `The urgent marker "${String(issue.input)}" has no letter or digit, so it could never be read.`,
        `Le signe d’urgence «\u00a0${String(issue.input)}\u00a0» n’a ni lettre ni chiffre\u00a0: il ne pourrait jamais être lu.`,
      ),
  });

const settings = z
  .strictObject({
    ownHours: z.boolean().default(true).describe("Notice when a staff member writes outside their own working hours."),
    mentions: z.boolean().default(true).describe("Notice when a message mentions a colleague who is resting."),
    graceMinutes: z
      .int()
      .min(0)
      .max(240)
      .default(15)
      .describe("Minutes before and after working time that still count as working."),
    urgentMarkers: z
      .array(marker)
      .max(50)
      .default(["urgent", "urgence", "emergency"])
      .describe(
        'Words that declare urgency where a message begins with them, as in "urgent:", "[urgent]" or "Urgence !". ' +
          "Such a message is not noticed.",
      ),
  })
  .refine(({ ownHours, mentions }) => ownHours || mentions, {
    error: said(
      "Turn on ownHours or mentions, or remove the clause: with both off it notices nothing.",
      "Activez ownHours ou mentions, ou retirez la clause\u00a0: sans l’un ni l’autre, elle ne remarque rien.",
    ),
  });
type Settings = z.infer<typeof settings>;

// Only what is posted: an edit disturbs nobody anew, and correcting a word in the evening is no second message.
const on = ["message.posted"] as const;
const needs = ["author", "mentioned"] as const;
type Judges = Judge<(typeof on)[number], (typeof needs)[number], Code>;

const messages: Rule<(typeof on)[number], (typeof needs)[number], Settings, Code>["messages"] = {
  en: {
    "author-resting": {
      reason: "This message went out during your time of rest. Rest is your right: nobody expects you to write now.",
      better: "It can wait for your next working hours: `/charter later` keeps the text for you until then.",
    },
    "reaches-resting": {
      reason: "Somebody you mention is outside their working hours. They need not answer before they are back.",
      better:
        "Next time, you can mention them once they are back: `/charter later` keeps the text for you until your own next working hours.",
    },
  },
  fr: {
    "author-resting": {
      reason:
        "Ce message est parti pendant votre temps de repos. Le repos est votre droit\u00a0: personne n’attend que vous écriviez maintenant.",
      better:
        "Cela peut attendre vos prochaines heures de travail\u00a0: `/charter later` garde le texte pour vous jusque-là.",
    },
    "reaches-resting": {
      reason:
        "Une personne que vous mentionnez est en dehors de ses heures de travail. Elle n’a pas à répondre avant son retour.",
      better:
        "La prochaine fois, vous pouvez la mentionner à son retour\u00a0: `/charter later` garde le texte jusqu’à vos prochaines heures de travail.",
    },
  },
};

/** The right to rest: the author's own, and that of the colleagues a message mentions. */
export const restingHours: AnyRule = defineRule({
  id: "resting-hours",
  title: { en: "The right to rest", fr: "Le droit au repos" },
  // Findings carry no data either: even "back at 08:30" would tell something of a person's week.
  trace: "none",
  on,
  needs,
  settings,
  messages,
  examples,
  problems: organisationProblems,
  prepare,
});

function organisationProblems(organisation: Organisation): Problem[] {
  const problems = holidayProblems(organisation);
  if (organisation.week.some((day) => day.length > 0)) return problems;
  return [
    ...problems,
    { field: "organisation.week", text: "The working week has no shift, so nobody would ever work." },
  ];
}

function prepare({ ownHours, mentions, graceMinutes, urgentMarkers }: Settings): Judges {
  const isUrgent = urgencyOf(urgentMarkers);
  return ({ at, text }, { author, mentioned }) => {
    const rests = (who: Colleague): boolean =>
      isResting(who, at, { isHoliday: publicHolidays(who.holidays), grace: graceMinutes });
    // The organisation's working week says nothing of a client's or a supplier's.
    const authorRests = ownHours && author.audience === "staff" && rests(author);
    if (authorRests) return isUrgent(text) ? [] : [{ code: "author-resting", spans: [] }];
    const others = mentioned.filter(({ audience, person }) => audience === "staff" && person !== author.person);
    if (!mentions || !others.some(rests) || isUrgent(text)) return [];
    return [{ code: "reaches-resting", spans: [] }];
  };
}
