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
    round: `cards, card game, poker, texas hold em, hold em, blackjack, bridge for money, dice, darts for money, pool for money, mahjong, backgammon for money`,
    seat: `buy in, bring cash, blinds, high stakes, low stakes, for money, real money, entry, ante, at mine, at my place, a hand, winner takes`,
    draw: `sweepstake, sweepstakes, sweep, the draw, draw is, draw at, draw on, lottery, lotto, euromillions, powerball, syndicate, jackpot, scratch cards, raffle, bingo, grand national, betting pool, the pool, the pot, predictor, last man standing, score predictor, squares, bracket`,
    chip: `a quid, two quid, a pound, a fiver, a tenner, five quid, ten quid, a dollar, five bucks, ten bucks, twenty bucks, a euro, two euros, five euros, each, a ticket, a go, a line, a team, a square, per team, per go, cash to, money to, pay me, pay sandra, winner takes, winner gets, takes the lot, takes it all, in the jar, in the envelope, in the tin, into the pot, get your money, who wants in, who's in, who is in, want in, put me down, count me in, draw is at`,
    sure: `easiest money, easy money, free money, sure win, can't lose, cannot lose, guaranteed win, banker tonight, dead cert, lock of the day, lock tonight, safe bet tonight, bet of the, my bet, my bets, my bookie, at evens, at odds, odds on, long shot paid, the accumulator, an accumulator, my acca, won on the, lost on the, minus 6, to cover, the spread, over under, double chance, cashed out, cash out`,
    stake: `i put, i've put, put 20, put 50, put 100, put 200, staked, i bet, i've bet, betting, we bet, stuck, lumped, tonight, this weekend, on saturday, on it, on them, on him, on her`,
    turned: `turned, made, doubled, tripled, went from, up 300%, up 500%, made a fortune, profit, profits, gains`,
    asset: `altcoin, altcoins, memecoin, memecoins, shitcoin, token, coin, this coin, crypto, bitcoin, btc, ethereum, doge, dogecoin, solana, nft, forex, penny stock, penny stocks, trading app, leverage`,
    hurry: `get in, get in now, before it, pumps, pump, moon, moons, again, don't sleep on, load up, buy now, all in, join me, jump in, easy, trust me, thank me later`,
    site: `casino, online casino, blackjack site, poker site, betting site, betting app, bookie, slots, roulette, bingo site`,
    lure: `free spins, free fifty, gives you, welcome bonus, deposit bonus, when you deposit, first deposit, sign-up bonus, free bet, free bets, works great, join me, night shift, i won, i've won, i made, won big, hit the jackpot, cashed out, payout, paid out`,
    soar: `will triple, will double, going to triple, going to double, will explode, is going to explode, will moon, will 10x, is about to, going through the roof, will skyrocket, sure bet, sure thing`,
    soon: `get in now, get in, buy now, before, by christmas, by friday, this week, trust me, put everything on, all in, coin, token, crypto, tonight`,
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
    { near: ["round", "seat"] },
    { near: ["draw", "chip"] },
    { near: ["sure", "stake"] },
    { near: ["turned", "asset", "hurry"] },
    { near: ["site", "lure"] },
    { near: ["soar", "soon", "asset"] },
    { next: ["soar", "soon"] },
  ],
  unless: `${business}, bookmaker client, betting client, operator, operators, gambling act, licence, license, responsible gambling, AML, KYC, fraud, odds feed, odds API, settlement, bet slip component, betslip, bet placement, connection pool, thread pool, worker pool, car pool, carpool, swimming pool, talent pool, pool table, hedge, hedging, risk, exposure, treasury, wallet integration, blockchain, smart contract, charity raffle, charity, tombola, stakeholder, at stake, no money, security token, access token, token limit, auth token, css sweep, sweep the, mould, felt, refurbishment, bid, tournament organiser, croupier, croupiers, floor plan, casino project, casino site visit, hotel casino, casino hotel, squares of, bracket support, brackets, raffle at the fair, staff lottery, premium bonds, index cards, post cards, postcards, business cards, payment cards, SIM cards, key cards, card reader, trello, kanban, chips shortage, pension, token expired, each time, draw up, draw a, drawing`,
});
