import { z } from "zod";
import { foldText } from "../../src/core/fold.ts";
import { said } from "../../src/core/problem.ts";
import { categories, type Category } from "./judge.ts";

const judged = (on: boolean, what: string) => z.boolean().default(on).describe(what);

const phrase = z
  .string()
  .max(200)
  .refine((written) => foldText({ plain: written, marks: [] }).length > 0, {
    error: (issue) =>
      said(
        `The phrase "${String(issue.input)}" has no letter or digit, so it could never be found.`,
        `L’expression «\u00a0${String(issue.input)}\u00a0» n’a ni lettre ni chiffre\u00a0: elle ne pourrait jamais être trouvée.`,
      ),
  });

export const settings = z
  .strictObject({
    harassment: judged(true, "Insults, threats and humiliation aimed at somebody. Judged in social spaces too."),
    hate: judged(true, "Slurs, and contempt for people because of what they are. Judged in social spaces too."),
    sexual: judged(true, "Flirting, remarks about bodies, sexual talk. Judged in social spaces too."),
    spam: judged(true, "Chain letters, swindles, referral codes, asking for clicks. Judged in social spaces too."),
    gambling: judged(true, "Bets and pools for money, lotteries, casinos, easy money."),
    sale: judged(true, "Private sales, gifts, lets and small businesses."),
    politics: judged(true, "Campaigning, verdicts on parties and politicians, petitions, plots."),
    religion: judged(true, "Winning others for a faith, or judging them by theirs."),
    jobHunting: judged(
      false,
      "Looking for work elsewhere, for oneself or for one's family. Off by default: people who feel watched while they " +
        "think of leaving trust nothing else here either.",
    ),
    gossip: judged(
      false,
      "Rumours of an absent colleague's health, love life, money or past. Off by default: the same words may be an honest worry.",
    ),
    smallTalk: judged(false, "Leisure as the main topic: sport, series, cooking, holidays."),
    allow: z
      .array(phrase)
      .max(200)
      .default([])
      .describe("Names and phrases of your trade that are always fine, such as a product or a client's name."),
  })
  .refine((chosen) => categoriesOf(chosen).size > 0, {
    error: said(
      "Turn on at least one category, or remove the clause: with all of them off it notices nothing.",
      "Activez au moins une catégorie, ou retirez la clause\u00a0: sans aucune, elle ne remarque rien.",
    ),
  });
export type Settings = z.infer<typeof settings>;

type Switches = Readonly<Record<Exclude<Category, "job-hunting" | "small-talk"> | "jobHunting" | "smallTalk", boolean>>;
/** Which categories the settings have turned on. */
export function categoriesOf(chosen: Switches): ReadonlySet<Category> {
  const on: Readonly<Record<Category, boolean>> = {
    ...chosen,
    "job-hunting": chosen.jobHunting,
    "small-talk": chosen.smallTalk,
  };
  return new Set(categories.filter((category) => on[category]));
}
