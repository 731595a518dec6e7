import { lexicon } from "../lexicon.ts";
import { business } from "./context.ts";

/** Bets, pools for money, lotteries, casinos and money that makes itself. */
export const gambling = lexicon({
  cues: {
    course: `ascot, cheltenham, aintree, epsom, newmarket, goodwood, kempton, doncaster, churchill downs, belmont, the kentucky derby, kentucky derby, saratoga, the races, the dogs, greyhounds, racecourse, racetrack, horse race, horse racing, lottery, the pools, casino`,
    tip: `a tip, tip for, hot tip, sure thing, insider tip, banker, dead cert, fancy, odds-on, the 2.30, the 3.40, the 4.15, bet of the day, each-way, nap of the day, favourite in the`,
    alone: `
      (won|win|winning|lost|lose|spent) … (scratch card|scratchcard|scratch cards|scratchcards|scratch-off|lottery|lotto|euromillions|slots|casino|poker), (put|got|stick|stuck|bet|dropped|placed) … (on|to win) … (odds at|odds of|at evens|to one|to win by|both teams to score), odds (at|of) (2|3|4|5|6|7|8|9|10|1), (trading|crypto|forex) bot (makes|made|gives|earns|that), (makes|made|earn|earns|earning|returns) (10|20|30|50)% (a|per) (month|week|day), (my|the) (bookie|bookies|bookmaker), (betting|gambling|tipster) (group|tips|app|channel|syndicate), (join|in) (my|our|the) (fantasy league|fantasy football league|betting group|poker game), (poker|blackjack|roulette) (tonight|at mine|at my place|buy in), (red or black|double or nothing|all in on|go all in)
      (office|work|team|department|company) (betting pool|sweepstake|sweepstakes|lottery|lotto|lottery pool|lotto pool|lottery syndicate|poker night|betting), lottery (syndicate|pool), lotto (syndicate|pool), betting (pool|tip|tips|slip|app tips), march madness (bracket|pool|brackets), (super bowl|superbowl|football|world cup|euros|grand national|oscars|masters|nfl|nba) (squares|pool|sweepstake|sweepstakes|sweep|pot), free (bet|bets|spins), bet365, paddy power, draftkings, fanduel, betfair, pokerstars, stake.com, polymarket tip, (guaranteed|dead|safe) (winner|winners), inside tip on, hot tip for the, fantasy league (buy in|buy-in|entry), poker (night|game|evening) (at|on|this|tonight|friday|thursday|saturday), online poker, online casino, play the slots, let's go to the casino, scratch cards for, (won|lost|win|lose) … (on|at) (the |)(horses|slots|casino|roulette|poker|blackjack|bets|derby), put (it all |everything |)on (red|black|number)
      (crypto|bitcoin|btc|ethereum|eth|doge|dogecoin|solana|shiba|memecoin) (is |)(going |)to the moon, to the moon, diamond hands, hodl, wagmi, 100x, 1000x, shitcoin, shitcoins, memecoins, pump and dump, (double|triple) your (money|bitcoin|crypto|savings|investment), (buy|buying|bought|load up on|get into|put your savings in|put money in|invest in|get in on) (some |more |)(bitcoin|btc|dogecoin|doge|shiba|memecoin|memecoins|altcoins|nfts|penny stocks|this coin|this token), get rich quick, quick money, next bitcoin
`,
    wager: `
      (i'll |ill |i |we |who wants to |wanna |let's |lets |i'd |anyone |you |)(bet|wager) (|you |on |everyone |against |that ), bets, betting, betting on, wager, wagers, wagering, put money on, putting money on, put (a |your |my |some |)(money|tenner|fiver|cash|quid|bucks) (down |)on, (a |)flutter, accumulator, acca, parlay, each way, punt, spread bet, stake, sweepstake, sweepstakes, sweep, pool, pot, kitty, bracket, buy in, ante, jackpot, lottery, lotto, euromillions, powerball, mega millions, scratch cards, scratchcards, raffle tickets, poker, blackjack, roulette, casino
`,
    event: `match, game, games, race, horses, horse, derby, final, semi final, semifinal, cup, world cup, euros, league, champions league, premier league, superbowl, super bowl, grand national, grand prix, cheltenham, royal ascot, fight, boxing, ufc, playoffs, world series, election winner, eurovision, the oscars, baby's birth, due date, arsenal, chelsea, liverpool, united, city, madrid, barca, psg, england, france, brazil, lakers, celtics, chiefs, eagles, cowboys, yankees, goal, goals, goalscorer, score, winner, team to win, to win, quinté, odds, odds are, bookie, bookies, bookmaker`,
    stakes: `tenner, fiver, twenty, quid, bucks, a pint says, loser pays, loser buys, losers pay, winner takes all, winner takes it all, winner takes the pot, winner gets, chip in, in the pot, per ticket, a ticket, per person, per square, each, entry fee, buy in, cash, money, odds, payout, paypal me, venmo me, put me down, i'm in, im in, who's in, whos in, who is in, who wants in, anyone in, join us, join in, count me in, dm me, place your bets, place bets, sign up, pick your, split the winnings, share the winnings, if we win, when we win, syndicate`,
    game: `lottery, lotto, euromillions, powerball, mega millions, jackpot, scratch cards, scratchcards, poker, blackjack, roulette, casino, sweepstake, sweepstakes, sweep, bracket, betting pool, fantasy football, fantasy league, bets`,
    coin: `crypto, bitcoin, btc, ethereum, dogecoin, doge, shiba, altcoin, altcoins, memecoin, nft, nfts, forex, penny stock, penny stocks, trading bot, day trading, tesla stock, gamestop, gme, amc`,
    riches: `get rich, rich, retire early, millionaire, lambo, easy money, free money, double, doubled, tripled, triple, 10x, x10, 50x, guaranteed, guaranteed returns, huge returns, returns of, profit, profits, made a killing, quit my job, quit your job, all in, before it's too late, don't miss, pump, pumping, mooning, buy the dip, buy now, going up, my referral, join my, telegram group, signals`,
  },
  combinations: [
    { next: ["alone"] },
    { near: ["tip", "course"] },
    { near: ["wager", "event", "stakes"] },
    { near: ["wager", "event", "money"] },
    { next: ["wager", "money"] },
    { near: ["game", "stakes"] },
    { near: ["game", "money"] },
    { near: ["coin", "riches"] },
  ],
  unless: `${business}, bookmaker client, betting client, operator, operators, gambling act, licence, license, responsible gambling, AML, KYC, fraud, odds feed, odds API, settlement, bet slip component, betslip, bet placement, connection pool, thread pool, worker pool, car pool, carpool, swimming pool, talent pool, pool table, hedge, hedging, risk, exposure, treasury, wallet integration, blockchain, smart contract, charity raffle, charity, tombola, stakeholder, at stake, no money, security token, access token, token limit, auth token, css sweep, sweep the`,
});
