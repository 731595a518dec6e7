import { lexicon } from "../lexicon.ts";
import { reported } from "./context.ts";

/** Insults, threats and humiliation aimed at somebody. */
export const harassment = lexicon({
  cues: {
    noun: `clown, girl, little girl, boy, grandpa, granny, idiot, moron, loser, cow, pig, rat, snake, bitch, bastard, fool, imbecile, cretin, creep, freak, hag, git, cunt, prick, twat, weasel, worm, slob, princess, excuse for a, immigrant, foreigner, foreigners, peasant, peasants, crybaby, brat, liar, bum, parasite, leech, troll, goat, donkey, dinosaur, fossil`,
    adjective: `stupid, dumb, brain-dead, braindead, whiny, pathetic, useless, lazy, fat, ugly, dirty, filthy, lying, miserable, worthless, sad little, stinking, smelly, sneaky, spineless, incompetent, clueless, arrogant little, silly little, snotty, toxic, two-faced, good for nothing, bloody, fucking, stuck-up, slimy, idiotic, moronic, ignorant, senile, crazy old`,
    alone: `
      shut it (you|grandpa|granny|idiot|mate|loser|moron), shut up (grandpa|granny|old man), pipe down (grandpa|granny|old man), can't you do anything right, (can't|cannot) do anything right, learn the language, (speak|learn) (proper |)english or, what a (stupid|pathetic|useless|lazy|fat|dumb|sad|nasty|disgusting) (little |)(girl|boy|man|woman|person|team|bunch|excuse), (all you|all you're|all he's|all she's) good for, you (really |)have no (brain|brains|shame|talent|clue how stupid), (you're|your) (nothing|no one|nobody) (here|to me|without), how stupid (are|can) you, how dumb (are|can) you, how can (you|anyone) be (so|this) (stupid|dumb|incompetent|useless|slow), who hired (you|this|that) (idiot|moron|clown|anyway), whose (idea was it|brilliant idea) to hire, your parents must, (everyone|everybody|we all) (know|knows) you're (a|an|only|just|useless|incompetent)
      go back to (school|kindergarten|nursery|primary school|your mum|your mummy), (hope|hopes|wish|pray) (you|he|she) (get|gets|got) … (fired|sacked|cancer|hit by|run over), old hag, (should have|shoulda) retired (years|ten years|10 years|ages|long), (you|u) (are|r) all (lazy|useless|stupid|idiots|incompetent|the same), (get|find) a (brain|life you), have you (looked|seen yourself) in (a|the) mirror, no wonder (you're single|your wife|your husband|nobody|no one), cry (me a river|about it|more) (loser|baby|snowflake), go cry to (your|HR|mummy), man up you, (are you|you) on your period, (must be|time of) (her|your) (period|time of the month), crybaby, (you|u) (smell|stink|reek), go (jump off|hang yourself|drown yourself), do us (all |)a favour and (quit|leave|resign|die), do us (all |)a favor and (quit|leave|resign|die), shut up (you|and nobody|idiot|moron|loser|bitch|asshole), nobody cares what you, your mother (should|is a|was), your mum is, your momma, your face makes
      fuck (you|u|off), fuk (you|u), fck (you|u), f*ck (you|off), go fuck (yourself|urself), fuck yourself, screw you, piss off (you|mate|idiot), go to hell, eat shit, drop dead, kill yourself, kys, go die, rot in hell, burn in hell, hope you (die|choke|rot)
      shut the (fuck|hell) up, stfu, shut your (mouth|face|trap|gob), shut ur mouth, nobody asked you, kiss my ass, suck my dick
      you piece of (shit|crap|garbage|trash), you (pig|cow|rat|snake|dog|scum|filth|loser|idiot|idiots|moron|morons|imbecile|imbeciles|cretin|halfwit|dimwit|muppet|clown|clowns|fool|freak|pervert|creep|coward|parasite|leech|liar|traitor|retard)
      you (stupid|dumb|useless|lazy|fat|ugly|old|pathetic|worthless|little|dirty|filthy|fucking|bloody|absolute|total|complete|utter|stinking) (idiot|moron|cow|pig|bitch|bastard|cunt|prick|twat|loser|ass|asshole|shit|cretin|clown|fool|muppet|hag|bat|freak|imbecile|waste of space|rat)
      nobody (here |on this team |in this team |on the team |in the office |)(likes|wants|respects|cares about|can stand|would miss) (you|u), no one (here |)(likes|wants|respects|can stand|would miss) (you|u), (everyone|everybody) (here |)(hates|laughs at|is laughing at|makes fun of|is sick of|thinks you're a joke) (you|u), everyone is laughing at you
      nobody (wants|needs) you here, you don't belong here, you (make|are making) me sick, you disgust me, we'd be better off without you, better off without you, no one will miss you, world would be better without you
      (you|that|stupid|dumb|lying|little|psycho|dirty|fat|old|fucking|lazy|crazy|silly) bitch, you bitches, (you are|you're|ur|youre) (trash|garbage|nothing|dirt|mental)
      waste of (space|oxygen|air|skin), sack of shit, couldn't find your own ass, are you (fucking |really |actually |just |)(stupid|retarded|dumb|braindead|brain dead|mentally ill|thick|slow in the head), (is|was) your brain, do you (even |)have a brain, use your brain for once, were you dropped on your head, what the (fuck|hell) is wrong with you, learn to read you, you are too (stupid|dumb|thick)
      (don't|dont|do not) show your face, get out of my sight, go back to your (cave|hole|village|country), (go|get) back (to|in) the kitchen, know your place
`,
    threat: `
      (i'll|i will|i'm gonna|im gonna|i'm going to|im going to|we'll|someone should|somebody should|i swear) … (kill|hurt|destroy|ruin|smash|beat|punch|slap|strangle|bury|crush|fucking end) (you|u|him|her), (break|smash|bash|punch|rearrange|wreck|breaking) (your|ur|his|her) (neck|legs|face|nose|fingers|teeth|head|skull|jaw|kneecaps), (i'll|i will) (make|turn) your life, (i'll|i will) make sure you (never|lose|get fired|regret), you'll never work
      (i|we) know where you (live|park|work|sleep), you('ll| will|ll) (regret|pay for) (this|it|that), you'll be sorry, (you're|you are|ur|youre) (so |)dead, watch your back, i'll come for you, punch you in, i'll smack you, (deserves|needs) a (good |)(slap|smack|beating|punch in), gonna get what's coming, get what you deserve, snitches get stitches, make your life (hell|miserable|a living hell), beat the (shit|crap|hell) out of
`,
    abuse: `
      asshole, assholes, arsehole, arseholes, a**hole, dickhead, dickheads, motherfucker, motherfuckers, cunt, cunts, bastards, pricks, twat, twats, wanker, wankers, tosser, tossers, bellend, knobhead, scumbag, scumbags, douchebag, douche, dipshit, dipshits, shithead, shitheads, fuckwit, fuckface, dumbfuck, whore, slut, skank, fatso, lardass, fat ass, spastic, mongoloid, crackhead, imbecile, nutjob, cockroach
`,
    exclaimed: `what a, what an, what a total, what a complete, what an absolute, look at this, look at that, such an incompetent, this fat, that fat, this stupid, that stupid, that lazy, this lazy, old, poor little, hey, listen here, shut up`,
    somebody: `idiot, idiots, moron, morons, loser, losers, imbecile, cretin, dickhead, asshole, clown, fool, dimwit, halfwit, prick, twat, bitch, bastard, cow, pig, creep, weirdo, freak, coward, liar, incompetent idiot, old hag, hag`,
    skill: `your (|english|french|accent|spelling|writing|work|code|brain|face|outfit|hair|clothes|body|presentation skills|grammar|voice|smell|breath|attitude)`,
    mocked: `is a joke, is an embarrassment, is embarrassing, is pathetic, is laughable, makes me sick, disgusts me, stinks, is disgusting, like a toddler, like a child, like a five year old`,
    you: `
      (you are|you're|youre|ur|u r|u are|you were|you guys are|you people are|you all are|you lot are|y'all are|you two are|you really are|you truly are|you must be|you have to be|you've always been) (|so|such|such a|really|just|just a|all|a|an|a complete|a total|a fucking|fucking|an absolute|truly|such a complete|beyond|completely|totally|too|the most|as|more|even more|literally|seriously|honestly|actually), you look, you look like, you sound, you sound like, you act like, stop being (|so|such a|such an|a|an), are you (|so|really|that|really that|just|actually|fucking), how are you so, how can you be so, how can you be this
`,
    belittling: `
      lazy as, all lazy, lazy bastard, lazy bastards, a lazy, such a waste, a pathetic excuse, a piece of work, talentless, spineless, gutless, an imbecile, imbeciles, a cretin, a sheep, a monkey, monkeys, an ape, a whale, an elephant, a bully, a monster, an animal, animals, not human, human garbage, a virgin, a sissy, a wimp, a pussy, pussies, a snowflake
      idiot, idiots, idiotic, stupid, dumb, moron, morons, moronic, useless, pathetic, worthless, incompetent, loser, losers, clueless, brainless, hopeless, a disgrace, an embarrassment, a joke, a complete joke, a fraud, a liar, liars, a parasite, a bitch, bitches, dead weight, deadweight, good for nothing, a waste, a failure, a nobody, scum, vermin, a coward, cowards, a clown, clowns, a snake, a rat, a pig, pigs, a cow, so fat, too fat, getting fat, ugly, disgusting, repulsive, so dense, so thick, a creep, a freak, a psycho, delusional, dumber, thicker than, as thick as, as dumb as, as useless as, subhuman, a cancer, worse than useless, a waste of
`,
    exclude: `
      don't (talk|speak|sit|invite|eat|work) (to|with) (him|her), dont (talk|speak) to (him|her), (nobody|no one) (talk|talks|speak|speaks|should talk) to (him|her), let's all ignore (him|her), don't (invite|tell) (him|her), pretend (he|she) (isn't|doesn't), make (him|her) quit, until (he|she) quits, freeze (him|her) out
`,
    why: `
      annoying, weird, weirdo, smells, smell, stinks, stink, gross, ugly, fat, creepy, loser, freak, pathetic, useless, idiot, moron, can't stand, hate him, hate her, so funny when, old hag, lol, haha
`,
  },
  combinations: [
    { next: ["alone"] },
    { next: ["adjective", "noun"] },
    { next: ["threat"] },
    { next: ["abuse"] },
    { next: ["you", "belittling"] },
    { next: ["exclaimed", "somebody"] },
    { next: ["skill", "mocked"] },
    { near: ["exclude", "why"] },
  ],
  unless: `${reported}, (asshole|bastard|twat|cunt|prick|douche) of a, (asshole|bastard|dumbass|wanker|motherfucker) (printer|laptop|server|machine|build|bug|script|code|wifi|vpn|query|thing|pipeline|meeting), i'm such, i feel like, i am such, i was such, feel like an, not your fault, you're not, you are not, if you are, you're the best, the worst part, the worst case, useless without, nothing to, nothing but, nobody else, no idea if you are, kill the process, kill the job, in the game, boss fight, the movie, the film, the novel, the episode, abattoir, farm, vet, kennel, livestock, pups, piglets, beat you to, test data, dummy`,
});
