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
    have: `nearly new, almost new, like new, good as new, got a, got an, got two, got some, got 2, got three, got four, i have a, i have two, i have some, i've got, we have a, we've got, have a spare, there's a, there is a, spare, 2 tickets, two tickets, 3 tickets, three tickets, 4 tickets, four tickets, tickets for, seats for, room going, room free, room available, room in our, available, up for, on offer, no longer need, don't need, can't go, can't make it, can't use, don't use, doesn't fit, don't fit, outgrown, too small, too big for, hardly used, hardly slept, barely used, barely worn, unopened, boxed, as good as new, slight scratch, small scratch, full working order, works fine, works perfectly, plate, mot, getting rid of, letting go, clearing out, having a clear-out`,
    take: `yours for, yours if, it's yours, take it, come and get, come and collect, collect it, collects, can collect, pick it up, pick up, picks it up, whoever can, whoever comes, first to, if you want it, if anyone wants, anyone want, anybody want, does anyone want, does anybody want, anyone fancy, who wants, who would like, who'd like, interested, dm me, message me, let me know, give me a shout, shout if, tell me how many, how many boxes, ono, or nearest, or best offer, cash only, cash, free to, going free, for free, nothing, offers, sensible offers, bills in, bills included, no smokers, non smoker, deposit, before the weekend, before saturday, after work, ready to go, ready now`,
    seekFor: `i'm after, we're after, i am after, after a, on the lookout for, i need a, we need a, i'm looking for, we're looking for, looking to get, want to get, hoping to get, who has, what have you got, anybody got, anyone got, anyone have, does anyone have, does anybody have, anyone selling, anybody selling, does anybody sell, does anyone sell, where can i buy`,
    own: `for my (eldest|youngest|kid|kids|son|daughter|mum|mom|dad|wife|husband|boyfriend|girlfriend|nephew|niece|flat|garden|house|holiday|mother|father|dog|cat), second hand, used, pre-loved, preloved, secondhand, cheap, not too expensive, what have you got, under 100, under 50, in good nick, in good condition, for the house, for our new place, for our house`,
    craft: `lash extensions, eyelash extensions, lashes, nails, gel nails, manicures, haircuts, hair, hair braiding, braids, beard trims, make-up, makeup, massages, massage, tattoos, waxing, facials, reiki, tarot, yoga, pilates, tutoring, maths lessons, guitar lessons, piano lessons, driving lessons, dog walking, dog grooming, babysitting, cleaning, ironing, gardening, small jobs, odd jobs, plumbing, decorating, painting and decorating, removals, man with a van, car valeting, car wash, bike repairs, phone repairs, logos, websites, portraits, wedding photos, photo shoots, cakes, birthday cakes, cupcakes, brownies, samosas, tamales, empanadas, curry boxes, meal boxes, lunch boxes, jams, honey, eggs, candles, jewellery, bracelets, soaps, knitted, crochet`,
    privately: `in the evenings, in the evening, evenings and weekends, at weekends, on weekends, after hours, after work, on the side, colleague price, colleague discount, mates rates, staff price from me, for cash, cash in hand, semi-retired, my insta, instagram, my page, book me, book a slot, slots free, slots left, taking orders, taking bookings, place an order, order by, orders by, tell me how many, how many boxes, this friday, again this, my own, homemade, home-made, handmade, free trial, first one free, first lesson free, look at my, have a look at my`,
    relative: `my (dad|father|mum|mom|mother|brother|sister|cousin|uncle|aunt|wife|husband|partner|boyfriend|girlfriend|son|daughter|mate|friend|neighbour|neighbor|brother-in-law|sister-in-law|father-in-law|mother-in-law)('s|)`,
    disposes: `is getting rid of, is selling, is giving away, wants to sell, is renting out, is letting, has a spare, does small jobs, does odd jobs, semi-retired, is looking to sell, is moving and, wants rid of, needs to shift, has some, has a few, is clearing, upgraded, is upgrading`,
    holiday: `holiday cottage, holiday home, holiday flat, holiday let, holiday house, beach house, caravan, static caravan, villa, chalet, cottage, apartment in, flat in, house in, cabin, timeshare, airbnb, lodge, log cabin, campervan, camper`,
    stay: `sleeps 2, sleeps 4, sleeps 5, sleeps 6, sleeps 8, sleeps 10, sleeps four, sleeps six, sleeps eight, available in, still free in, free in july, free in august, special rate, rate for colleagues, per week, a week, a night, near the beach, two bedrooms, three bedrooms, pool, dates available, to rent`,
    wanted: `who wants, who wants some, who wants to buy, who would like, who'd like, who fancies, anyone want, anyone wants, anybody want, does anyone want, does anybody want, does anybody sell, does anyone sell, anyone selling, anybody selling, is anyone selling, good home for, new home for, home for, place for my, trading, swapping, swap my`,
    property: `parking space, parking spot, garage, lock-up, room, spare room, flat, apartment, house, studio, cottage, allotment, shed, storage, office share, caravan, campervan`,
    toLet: `to rent, to let, for rent, for let, renting out, subletting, letting out, to sublet, available from, available now, move in`,
    seekSomebody: `looking for somebody to, looking for someone to, need somebody to, need someone to, does anyone know somebody who, does anybody know someone who, who can, anyone to, somebody to, someone to`,
    chore: `mow my, mow the lawn, cut my, clean my, iron my, babysit, walk my, feed my, look after my, mind my, watch my, paint my, fix my car, fix my bike, fix my roof, repair my car, repair my bike, move my, help me move, tutor my, teach my, style my, do my nails, do my hair, do my garden, drive my`,
    tutor: `tutor, tutor available, tutoring, maths, math, physics, chemistry, english lessons, french lessons, spanish lessons, gcse, a-level, exam prep, guitar, piano, singing, swimming lessons, driving lessons`,
    charges: `i charge, charge, my rate, my rates, my fee, my prices, first lesson, per lesson, a lesson, an hour, per hour, available for, available on, i teach, i give, i offer`,
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
    { near: ["have", "goods", "money"] },
    { near: ["have", "things", "take"] },
    { near: ["seekFor", "things", "own"] },
    { near: ["craft", "privately", "money"] },
    { near: ["craft", "privately", "ask"] },
    { near: ["relative", "disposes"] },
    { near: ["holiday", "stay", "money"] },
    { near: ["holiday", "stay", "ask"] },
    { near: ["advert", "take", "money"] },
    { next: ["wanted", "things"] },
    { near: ["property", "toLet", "money"] },
    { next: ["seekSomebody", "chore"] },
    { near: ["tutor", "charges", "money"] },
  ],
  unless: `${business}, company sale, staff sale, staff shop, staff discount, employee discount, works council, benefits, perk, perks, HR, facilities, office move, surplus equipment, old laptops, company car, fleet, pool car, expense, expenses, reimbursed, business trip, train tickets, plane tickets, flight, hotel, hotels, per night, conference, booth, charity sale, charity, lost property, lost and found, support tickets, open tickets, ticket queue, helpdesk, our listings, listing agent, viewing, viewings, mortgage, buyer's, tenancy, landlord, tenant, tenants, asset, assets, licence, licenses, licences, seats, subscription, saas, AWS, budget, cost centre, quote for, meeting room, conference room, hours, man days, day rate, unit price, per unit, units, wholesale, cart, checkout, we sell, selling point, upsell, cross-sell, sales, delivery note, support, listing, listed, in stock, training, bay, bays, pallet, pallets, loading bay, dock, quay, truck, trucks, lorry, driver, drivers, kiosk, reception has, caretaker, at reception, IT has, hardware request, asset tag, laptop pool, meeting, meetings, workshop, our store, the store, stores, shop floor, the office, floor, our hotel, the hotel, receptionist, night manager, housekeeping, front desk, tour, tours, event space, tester, testers, test rig, rig, bench test, prototype run, the brand, brand pays, our booth, the booth, samples, expo, trade fair, fair in, menu, kitchen team, caterer, buffet, canteen, class of, pupils, residents, ward, patient, patients, cases, spare part, spare parts, parts, delivery, deliveries, order number, purchase, purchasing, list price, price list, rate card, agency`,
});
