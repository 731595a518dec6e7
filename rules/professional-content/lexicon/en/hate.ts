import { lexicon } from "../lexicon.ts";
import { reported } from "./context.ts";

/** Slurs, and contempt for people because of what they are. */
export const hate = lexicon({
  cues: {
    slur: `
      (typical|just a|another|dumb|stupid) blonde, blonde jokes, difference between my wife and, make a sandwich woman, (pakistani|indian|chinese|african|black|arab|polish|romanian|mexican|muslim|jewish|gypsy) (guy|guys|girl|woman|lady|people|lot|colleague|colleagues|family) … (smells|smell|stinks|stink|steals|steal|never washes), (jewed|gypped) (me|us|them), that's so gay, so gay lol, no homo, acting like a girl, like a girl lol, throw like a girl, (women|woman) drivers, woman driver, (stay|belongs|belong) in the kitchen
      nigger, niggers, nigga, niggas, n1gger, sand nigger, faggot, faggots, (you|a|that|little|fucking) fag, tranny, trannies, kike, kikes, (stupid|fucking|dirty|that|these|a) (chink|spic|gook), chinks are, gooks, spics, wetback, wetbacks, paki, pakis, raghead, ragheads, towelhead, towelheads, camel jockey, gyppo, gyppos, pikey, pikeys, shemale, ladyboy, golliwog, coons, darkie, darkies, jungle bunny, curry muncher, white trash, feminazi, feminazis, subhumans, untermensch, race traitor, white power, heil hitler, sieg heil, gas the, hitler was right, hitler should have, hitler had the right, rapefugees
`,
    people: `
      women, girls, females, woman, men, mothers, feminists, gays, gay people, gay men, gay guys, lesbians, homosexuals, queers, trans people, transgenders, transsexuals, muslims, arabs, jews, the jews, christians, hindus, blacks, black people, black guys, whites, white people, asians, chinese, chinese people, indians, pakistanis, mexicans, africans, romanians, poles, gypsies, roma people, travellers, immigrants, migrants, refugees, foreigners, asylum seekers, disabled people, the disabled, autistic people, old people, boomers, people like them, people like you, those people, these people, latinos, turks, albanians, russians
`,
    contempt: `
      are not compatible with, is not compatible with our, aren't compatible, are all the same, have no place, are everywhere now, get everything for free, live off benefits, living off benefits, don't want to work, never work, are lazy, can't be trusted, cannot be trusted, are a threat, are invading, not welcome here
      (should|belong|belongs) (be |)(at home|in the kitchen|banned|deported|shot|gassed|locked up|sterilized|exterminated|sent back|sent home), (should|must|need to) (all |just |)(go home|go back|leave|stay home|stay at home|be deported|be banned|be locked up|be sent back|be shot), go back to (your|their|where), go back where (you|they) came from, don't belong (here|in|on), do not belong (here|in|on), are (all |just |basically |mostly |naturally |genetically |by nature |)(thieves|criminals|terrorists|rapists|parasites|animals|savages|vermin|inferior|lazy|dirty|disgusting|sick|perverts|stupid|dumb|dishonest|liars|scum|a plague|a disease|abnormal|unnatural|mentally ill|too emotional|hysterical|bad at|useless|greedy|crooks|violent|cockroaches|drivers|ruining), (can't|cant|cannot|aren't made to|are not made to|weren't made to|are not able to|aren't able to|shouldn't be|should not be|have no business|has no place|have no place) (drive|code|lead|manage|do math|do maths|think|be trusted|be engineers|be managers|in tech|in engineering|in management|in this job|in this company|allowed|allowed to vote|logic), are taking (over|our jobs), steal our jobs, stealing our jobs, (only |)(hired|promoted|got the job|got promoted|here) because, diversity hire, diversity hires, have smaller brains, too hormonal, are ruining (this|the|our), breed like, smell, stink
`,
    hatred: `
      i hate, i can't stand, i really hate, i despise, we don't want (any |more |), no more, too many, get rid of (the |all the |), kick out (the |all the |), deport (the |all the |all |), kill all, kill the, fucking, dirty, filthy, damn, bloody, typical, never hire, don't hire, dont hire, don't trust, never trust, wouldn't trust, wouldn't hire, would never hire, sick of (the |these |all these |all the |)
`,
  },
  combinations: [{ next: ["slur"] }, { next: ["people", "contempt"] }, { next: ["hatred", "people"] }],
  unless: `${reported}, stereotype, stereotypes, bias, biased, unconscious bias, survey, respondents, statistics, statistically, old people's home, equal pay, equality, inclusion, gender gap, gents, women's, ladies, toilets, restrooms, changing rooms, sizes, men's, department, collection, patients, residents, students, pupils`,
});
