import { lexicon } from "../lexicon.ts";
import { business } from "./context.ts";

/** What people have at home. */
const things = `
  trampoline(|s), swing set, playhouse(|s), hutch(|es), garden furniture, patio set, hot tub, sandpit(|s), highchair(|s), moses basket, bike trailer, roller skates, skateboard(|s), sewing machine, firewood(|s), marmalade(|s), chutney(|s), child's bike, kid's bike, van(|s), raffle tickets
  (|old |second |spare |used |mountain |road |electric |kids )(bike|bikes|bicycle|scooter|car|van|motorbike|motorcycle|caravan|campervan|trailer|boat), ebike(|s), e-bike(|s), golf(|s), fiesta(|s), corsa(|s), civic(|s), toyota(|s), honda(|s), bmw(|s), audi(|s), mercedes, renault(|s), peugeot(|s), ford(|s), tesla(|s), mini cooper, vespa(|s), yamaha(|s), winter tyres, winter tires, tyres, roof box, roof rack
  sofa(|s), couch(|es), armchair(|s), dining table, coffee table, table(|s), chair(|s), wardrobe(|s), dresser(|s), chest of drawers, bookshelf(|s), bookcase(|s), bed(|s), bunk bed, bed frame, mattress, mirror(|s), rug(|s), carpet(|s), lamp(|s), curtains, fridge(|s), freezer(|s), microwave(|s), oven(|s), washing machine, washer(|s), dryer(|s), dishwasher(|s), vacuum(|s), air fryer, coffee machine, espresso machine, toaster(|s), thermomix, bbq(|s), barbecue(|s), grill(|s), lawnmower(|s), lawn mower, drill(|s), tools, tent(|s), kayak(|s), skis, snowboard(|s), surfboard(|s), treadmill(|s), exercise bike, golf clubs, dumbbells, tennis racket, football boots
  pram(|s), pushchair(|s), stroller(|s), bugg(y|ies), car seat, crib(|s), cot(|s), high chair, baby clothes, kids clothes, toys, clothes, dress, wedding dress, prom dress, suit(|s), coat(|s), jacket(|s), shoes, trainers, sneakers, nikes, jordans, boots, handbag(|s), bag(|s), watch(|es), rolex, jeweller(y|ies), jewelr(y|ies), earrings, candles, soap(|s), perfume(|s), cosmetics, plants, honey(|s), eggs, cakes, cookies, cupcakes, jam(|s)
  pupp(y|ies), puppies, kitten(|s), cat(|s), dog(|s), rabbit(|s), hamster(|s), guinea pigs, chickens, hens, fish tank, aquarium(|s)
  flat(|s), apartment(|s), house(|s), studio(|s), condo(|s), room(|s), spare room, double room, ensuite(|s), garage(|s), parking space, parking spot, holiday home, holiday let, cottage(|s), villa(|s), chalet(|s), beach house, cabin(|s), allotment(|s)
  ticket(|s), season ticket, gig tickets, concert tickets, festival tickets, gift card, voucher(|s), gym membership, timeshare(|s)
`;
/** What an office may have too. */
const devices = `
  tv, tell(y|ies), television(|s), laptop(|s), macbook(|s), ipad(|s), tablet(|s), iphone(|s), galax(y|ies), samsung(|s), pixel phone, phone(|s), airpods, headphones, playstation(|s), ps4, ps5, xbox, switch(|es), nintendo(|s), games console, console(|s), gaming pc, graphics card, monitor(|s), camera(|s), lens, drone(|s), guitar(|s), piano(|s), keyboard(|s), drum kit, violin(|s), turntable(|s), vinyl(|s), records, lego, board games, books, comics, textbooks, pokemon cards
`;
const goods = `${things}, ${devices}`;

/** Private sales, gifts, lets and small businesses. */
export const sale = lexicon({
  cues: {
    giveaway: `it's yours, its yours, they're yours, yours for, looking for a home, looking for a new home, needs a new home, take it away, come and take it`,
    ask: `ask me, dm me, message me, let me know, tell me, order, orders, cheap, discount, special price, mates rates, bring it in, i'll bring, i can bring, i'll pass, interested, website, instagram, insta, etsy, per week, a week, a night, an hour, a piece, each, per dozen, a dozen, a jar, per kilo, a kilo, if you need, if anyone needs, if anybody needs, come by, place your`,
    trade: `sells, is selling, are selling, sell, lets, lets out, rents, rents out, is renting, fixes, repairs, bakes, makes, does, grows, breeds, paints, tutors, gives lessons, teaches, offers, caters, builds, is moving out, is giving away, opened, runs a, launched`,
    kin: `my (aunt|uncle|mate|mum|mom|mother|dad|father|brother|sister|wife|husband|son|daughter|cousin|nephew|niece|neighbour|neighbor|friend|girlfriend|boyfriend|partner|in-laws|parents|flatmate|kid|kids|grandma|gran), a friend of mine, a mate of mine`,
    alone: `
      no agents please, special price for (coworkers|colleagues|you guys), catalogue on request, brochure on request, (litter|house|potty) trained, (tell|spread the word to) your friends
      (selling|giving away|getting rid of|rehoming|subletting|renting out|sell) … (my|our|some of my|a few of my) … (bike|car|van|motorbike|sofa|couch|fridge|flat|apartment|house|spare room|tickets|iphone|macbook|ps5|ps4|xbox|tv|guitar|camera|dress|wedding dress|shoes|clothes|furniture|stuff|pram|stroller|buggy|car seat|cot|crib|bed|mattress|dining table|coffee table|wardrobe|washing machine|scooter|skis|books|toys|vinyl|playstation|switch|garage|parking space|kittens|puppies|cat|dog|piano|golf clubs)
      (free|going free) to (a |)good home, (looking for|needs|seeking|find) (a |)(good|new|loving|forever) home, yard sale, garage sale (this|at|on|saturday|sunday), car boot sale, moving sale, moving out sale, everything must go, girl scout cookies, avon catalogue, avon brochure, tupperware party, candle party, jewellery party, (my|our|her|his) etsy, etsy (shop|store), my (side business|side hustle|small business|online shop|little business|little shop|shop on), my (wife|husband|sister|brother|mum|mom|mother|dad|cousin|daughter|son|girlfriend|boyfriend|partner|friend|neighbour|neighbor) … (sells|selling|makes and sells|renting out|giving away|bakes|opened a|opens a|started a business|started selling|does nails|does hair|does massages|has a stall), cash only no returns, collection only, buyer collects, pick up only, no time wasters, or nearest offer, ono, o.n.o, obo, price is negotiable, open to offers, make me an offer, smoke free home, pet free home, (facebook |fb |)marketplace listing, on (gumtree|craigslist|vinted|depop|facebook marketplace), i (sell|bake|make) (homemade|handmade|custom), (roommate|room mate|flatmate|housemate) (wanted|needed), (looking|searching) for (a |)(roommate|room mate|flatmate|housemate|flat share|babysitter|nanny|cleaner|dog sitter|dog walker|cat sitter|lodger)
`,
    offer: `to sell, for rent, to rent, renting out, to let, sublet, i have (two|2|a|an|some|three|3|four|4|spare|extra) (|spare |extra ), got (two|2|a|some|three|3|spare|extra) (|spare |extra ), we have (two|2|a|an|some|three|3|four|4|spare|extra), anyone want, anyone wants, anyone interested in, anybody interested in, anyone need, anyone needs, anybody want, who wants, who wants to buy, get rid of, getting rid of, clearing out, swap, swapping, wtb, wts, going cheap, selling off, taking orders for, wants to buy, want to buy, wanna buy, still have, left`,
    pet: `puppies left, kittens left, puppies for sale, kittens for sale, (giving away|free|adopt|adopting out) … (kittens|puppies|kitten|puppy)`,
    secondhand: `second hand, secondhand, used one, used is fine, cheap, under budget, not too expensive, for my son, for my daughter, for my kid, for my mum, for my wife, for my husband, for my flat`,
    free: `free, giving away, for free`,
    pickup: `you collect, collection only, pick up, pickup, need gone, needs to go, must go, come and get, come get, first come, whoever wants, who wants`,
    advert: `for sale, i'm selling, im selling, i am selling, selling, sellin, i want to sell, i need to sell, i'm giving away, im giving away, giving away, free to collect, going free, up for grabs, renting my, renting our, renting out my, renting out our, subletting, rehoming, to rehome, trading my, swapping my, letting go of`,
    want: `
      anybody sell, anyone sell, does anybody sell, does anyone sell, who sells, know anyone selling, anyone letting go of
      anyone selling, anyone got, anybody selling, looking for, anyone know a, anyone renting, wanted, in the market for, looking to buy, want to buy, wanna buy, does anyone have, searching for`,
    goods,
    things,
    deal: `dm me, dm if, dms open, pm me, message me, msg me, ping me if, text me, call me on, whatsapp me, hit me up, hmu, let me know if interested, if interested, if you're interested, if anyone is interested, anyone interested, make an offer, best offer, negotiable, nego, mates rates, bills included, bills incl, good condition, great condition, mint condition, perfect condition, excellent condition, like new, as new, brand new, barely used, hardly used, never used, never worn, worn once, used once, still in box, still boxed, unopened, collect from, pick up from, pickup, can deliver, can bring it, bring them in, delivery to your desk, first come, first come first served, low mileage, miles on the clock, mot, one owner, face value, below face value, pics on request, photos on request, link to the ad`,
    terms: `interested, offers, asking, bargain, cheap, great price, good price, fair price, cash, cash only, paypal, venmo, revolut, each, per month, pcm, a month, a night, reasonable price, price, my place, per person, sleeps`,
    private: `my, our, mine, unwanted, spare, moving house, moving out, moving abroad, upgraded, upgrading, new baby, outgrown, grown out of, decluttering, my wife, my husband, my daughter, my son, my kids, my garage`,
    service: `
      haircuts, hair cuts, manicures, nails done, gel nails, massages, massage, reiki, tutoring, private lessons, guitar lessons, piano lessons, yoga classes, english lessons, spanish lessons, maths tuition, babysitting, dog walking, dog sitting, pet sitting, cleaning, gardening, plumbing, tax returns, birthday cakes, wedding cakes, wedding photography, photo shoots, portraits, car wash, house painting, removals, handyman, personal training, homemade, handmade, home made, hand made
`,
    offering: `i do, i offer, i give, i'm offering, im offering, i also do, offering, my side, on the side, on weekends, at weekends, after work, book me, taking bookings, 10% off for colleagues, discount for colleagues, colleagues discount, for colleagues, coworkers get, friends and colleagues, special price for colleagues, my own`,
  },
  combinations: [
    { next: ["alone"] },
    { near: ["kin", "trade", "money"] },
    { next: ["kin", "trade", "goods"] },
    { near: ["kin", "trade", "ask"] },
    { near: ["giveaway", "goods"] },
    { near: ["giveaway", "money"] },
    { next: ["pet"] },
    { next: ["advert", "things"] },
    { next: ["things", "advert"] },
    { near: ["free", "things", "pickup"] },
    { near: ["want", "things", "secondhand"] },
    { near: ["advert", "goods", "deal"] },
    { near: ["offer", "goods", "deal"] },
    { near: ["advert", "goods", "money"] },
    { near: ["advert", "goods", "terms"] },
    { near: ["advert", "private", "money"] },
    { next: ["advert", "private", "goods"] },
    { near: ["goods", "money", "deal"] },
    { near: ["want", "goods", "money"] },
    { near: ["service", "offering"] },
    { near: ["service", "money", "deal"] },
  ],
  unless: `${business}, company sale, staff sale, staff shop, staff discount, employee discount, works council, benefits, perk, perks, HR, facilities, office move, surplus equipment, old laptops, company car, fleet, pool car, expense, expenses, reimbursed, business trip, train tickets, plane tickets, flight, hotel, hotels, per night, conference, booth, charity sale, charity, lost property, lost and found, support tickets, open tickets, ticket queue, helpdesk, our listings, listing agent, viewing, viewings, mortgage, buyer's, tenancy, landlord, tenant, tenants, asset, assets, licence, licenses, licences, seats, subscription, saas, AWS, budget, cost centre, quote for, meeting room, conference room, hours, man days, day rate, unit price, per unit, units, wholesale, cart, checkout, we sell, selling point, upsell, cross-sell, sales, delivery note, support, listing, listed, in stock, training`,
});
