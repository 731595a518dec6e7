import { lexicon } from "../lexicon.ts";
import { reported } from "./context.ts";

/** What is said of somebody absent: their health, love, money or past. */
export const gossip = lexicon({
  cues: {
    rumour: `
      apparently, i heard, we heard, have you heard, did you hear, you hear about, you'll never guess, guess who, guess what, rumour has it, rumor has it, word is, word on the street, people say, they say, someone told me, somebody told me, a little bird, i was told, someone saw, somebody saw, i saw (him|her), saw (his|her), she was seen, he was seen, i bet, bet (she|he)('s|s|), between you and me, between us, don't tell anyone, dont tell anyone, don't repeat, don't say anything, keep it to (yourself|yourselves), keep this quiet, just between, not supposed to say, you didn't hear it from me, did you know, you know (he|she)('s|s|), have you noticed, have you seen, did you see, turns out, it's obvious, so obvious, everyone knows, explains a lot, explains everything, that explains, that's why (he|she)('s|s|), no wonder (he|she), psst, gossip, tea
    `,
    private: `
      (husband|wife|boyfriend|girlfriend|partner) (moved out|left|walked out|threw|kicked|cheated|is cheating|caught), (moved|moving|kicked|thrown|threw) (him|her|) (out|back with), (her|his) (third|second|fourth) (husband|wife|marriage|divorce), (getting|got|are|is|going through a) (a |)(divorce|divorced|separated|dumped), divorcing, splitting up, split up, broke up, breaking up, sleeping together, sleeping with, slept with, seeing each other, having an affair, an affair, a fling, making out, hooking up, an item, cheating on, snogging, in the closet, is gay, is a lesbian, is bi, came out, secretly gay
      is pregnant, she's pregnant, he got her pregnant, expecting, fertility, ivf, miscarriage, abortion, antidepressants, on meds, on medication, medication, prozac, xanax, rehab, in therapy, a shrink, psychiatrist, burnout, a breakdown, nervous breakdown, mental hospital, psych ward, cancer, hiv, std, drinking problem, an alcoholic, alcoholic, drinks too much, drinking at work, drunk at work, hungover again, on drugs, doing coke, cocaine, weed problem, aa meetings, gambling debts, anorexic, eating disorder
      botox, boob job, nose job, facelift, work done, had her lips, hair transplant, wears a wig, lost weight because, put on weight, gained weight, wasn't drinking, dressed up, crying in the, crying again, what she's wearing, what he's wearing
      in debt, up to (his|her) neck, bankrupt, repossessed, behind on rent, can't pay, earns, earning, makes more than, gets paid, (his|her) salary, (his|her) payslip, (his|her) pay slip, (his|her) bonus, (his|her) pay, double your salary, twice your salary, double what, been in prison, was in prison, in jail, arrested, drink driving, drunk driving, dui, police came for, criminal record, got fired for, fired from (his|her) last, sleeping in (his|her) car, lives with (his|her) (mum|mom|mother|parents), custody, restraining order, only got promoted because, slept (his|her) way, golf with
    `,
    alone: `
      (she's|he's|she is|he is|they're|they are) (so |obviously |clearly |totally |secretly |definitely ) … (pregnant|on drugs|an alcoholic|cheating|gay|getting divorced|sleeping together|having an affair|depressed), (she|he) … got promoted because (she|he), slept (her|his) way (up|to)
    `,
  },
  combinations: [{ next: ["alone"] }, { near: ["rumour", "private"] }],
  unless: `${reported}, congratulations, congrats, maternity, maternity leave, parental leave, paternity, leave of absence, patient, patients, ward, clinic, client, clients, claimant, insured, tenant, candidate, applicant, payroll, occupational health, the charter, press, movie, film, series, episode, actor, actress, celebrity, singer, i'm pregnant, i am pregnant, you're pregnant, expecting a delivery, expecting the, expecting to, expecting results, get paid by, invoice, api, log, server, release, sprint`,
});
