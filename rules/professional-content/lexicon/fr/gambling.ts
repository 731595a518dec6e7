import { lexicon } from "../lexicon.ts";
import { business } from "./context.ts";

/** Paris, cagnottes de jeu, loteries, casinos et argent facile. */
export const gambling = lexicon({
  cues: {
    course: `vincennes, longchamp, auteuil, chantilly, deauville, saint-cloud, enghien, cagnes, prix d'amérique, prix de l'arc, arc de triomphe, hippodrome, tiercé, quarté, quinté, le trot, courses hippiques, turf, pmu, loto, casino`,
    tip: `un tuyau, tuyau, tuyaux, bon tuyau, un pronostic, un favori, le favori, outsider, la 1re, la 2e, la 3e, la 4e, la 5e, la 6e, ticket gagnant, coup sûr, valeur sûre`,
    alone: `
      (gagné|gagne|gagner|perdu|empoché|touché|remporté) … (au banco|au loto|au grattage|à l'euromillions|au tiercé|au quinté|au casino|au poker|à la roulette|aux jeux|au cash|à l'astro|au morpion|à la française des jeux), (mis|mets|met|miser|misé|misez|joué|mettez|joue|jouez|posé) … sur … (vainqueur|gagnant|cote|cote à|la victoire|nul), cote (à|de) (1|2|3|4|5|6|7|8|9|10|12|15), (tuyau|pronostic|prono|coup sûr|combiné) du (soir|jour|week-end), (mettez|mets|mettre|misez|mise) tout sur, (bot|robot) de trading, (fait|rapporte|gagne|sort|rend) (10|20|30|50) % (par|chaque) (mois|semaine|jour|an), ligue (mpg|mon petit gazon|mon petit prono|fantasy), mon petit (gazon|prono|gazon payant), concours de pronos (payant|à|avec), (le |)vainqueur (rafle|remporte|empoche) (tout|la|le|la mise|la cagnotte)
      (paris|pari) (sportif|sportifs|entre collègues|du bureau), pmu, turfiste, bookmaker, parions sport, parionssport, winamax, betclic, unibet, bwin, zebet, netbet, pokerstars, cote (de fou|à|énorme|boostée), cotes boostées, grosse cote, combiné (du soir|du week-end|de ce soir|ligue), (miser|mise|misez|misé|balance|balancé|mis tout|mets tout|tout mis) … sur (le rouge|le noir|psg|le psg|l'om|om|lyon|lens|lille|real|le real|barça|la france|les bleus|madrid|nadal|djoko|city), pronos (payants|à|pour de l'argent|avec mise), (soirée|partie|tournoi) (de |)poker, poker (ce soir|vendredi|jeudi|samedi|en ligne), casino en ligne, aller au casino, on se fait (un|le) casino, machines à sous, loto du bureau, (euromillions|euromillion|loto|euro millions) (du bureau|entre collègues|en groupe|groupé|à plusieurs|collectif|de vendredi|ce soir|vendredi|ensemble), (jouer|joue|jouons|jouez) (au loto|à l'euromillions|à l'euromillion|aux courses|au pmu|au casino|au poker|en ligne), tickets (à gratter|de grattage), jeux à gratter, grattage, ticket gagnant, (gagné|perdu|empoché|gagner|perdre) (gros |de l'argent |une fortune |tout |mon salaire |)(au casino|aux courses|au pmu|au poker|au loto|aux paris|sur un pari|sur le match|en crypto)
      (bitcoin|btc|crypto|cryptos|ethereum|eth|doge|dogecoin|shiba|solana|memecoin) (va |vont |)(exploser|monter|s'envoler|to the moon|décoller|faire x10|faire x100), to the moon, x100, faire (x10|x100|x50|fois dix), (acheter|achète|achetez|investir|investissez|investis|mettez|mets|mettre|foncez sur) … (bitcoin|btc|crypto|cryptos|cryptomonnaie|cryptomonnaies|dogecoin|doge|shiba|memecoin|memecoins|nft|nfts|shitcoin), (doubler|tripler|doublez|triplez|multiplier|multipliez) … (mise|argent|capital|économies|salaire), devenir (riche|millionnaire|rentier), argent facile, argent qui (rentre|tombe) tout seul
`,
    wager: `
      je parie, je pari, jparie, j'parie, on parie, parie, parier, parions, pariez, pariez vous, pari, paris, qui parie, je mise, on mise, miser, misez, mise, mises, mises à, mets, je mets, je mets une pièce, met, mettez, pronos, prono, pronostics, pronostic, cagnotte, pot commun, grille, grilles, loto, euromillions, euromillion, tombola, poker, belote, tarot à, blackjack, roulette, casino, concours de pronos
`,
    event: `match, matchs, finale, demi-finale, quart de finale, coupe, coupe du monde, euro, ligue, ligue 1, ligue des champions, ldc, champions league, top 14, six nations, roland garros, tour de france, tour, course, courses, cheval, chevaux, classico, clasico, derby, psg, om, lyon, ol, asse, lens, real, barça, bayern, city, les bleus, france, angleterre, brésil, argentine, mbappé, but, buts, buteur, score, vainqueur, gagnant, victoire, gagne, cote, cotes, naissance, date d'accouchement, prénom du bébé, combat, ufc, eurovision, koh-lanta, miss france`,
    stakes: `balles, boules, un billet, une pièce, dix balles, vingt balles, un café, une bière, une bouteille, le resto, le perdant paye, le perdant paie, perdant paie, perdant offre, le gagnant remporte, le gagnant rafle, gagnant rafle, rafle tout, rafle la mise, on se partage, partage des gains, partage les gains, si on gagne, les gains, gains, chacun, par personne, par tête, la grille, la case, participation, mise de départ, ticket d'entrée, cash, lydia, qui est chaud, qui est partant, qui est partante, qui en est, qui en veut, qui participe, qui joue, qui suit, qui veut participer, inscrivez vous, inscription, en mp, je centralise, je collecte, je récolte, on joue, gros lot, jackpot, cote, cotes, cote à, chaud, chauds, partant, partants`,
    game: `loto, euromillions, euromillion, tombola, poker, blackjack, roulette, casino, cagnotte pronos, concours de pronos, pronos, jackpot, gros lot, super cagnotte, pari, paris`,
    coin: `crypto, cryptos, bitcoin, btc, ethereum, dogecoin, doge, shiba, altcoin, memecoin, nft, nfts, forex, trading, robot de trading, bourse, cfd, options binaires`,
    riches: `riche, riches, fortune, rentier, retraite à 40 ans, millionnaire, argent facile, double, triplé, x10, x5, fois dix, garanti, garantis, sans risque, rendement de fou, gagné, gagner, gains, bénéfices, jackpot, all in, avant qu'il soit trop tard, ratez pas, rate pas, loupez pas, ça monte, ça grimpe, ça explose, mon parrainage, lien de parrainage, groupe telegram, signaux, foncez, quitter mon boulot, lâcher le boulot, démissionner`,
    round: `une partie de cartes, partie de cartes, poker, un poker, texas hold'em, black jack, blackjack, belote à l'argent, tarot à l'argent, dés à l'argent, une partie chez, soirée jeux d'argent`,
    seat: `la cave, cave à, du liquide, en liquide, mise de départ, mise minimum, blindes, argent réel, chez moi, à la maison jeudi, le gagnant, entrée à, droit d'entrée`,
    draw: `euromillions, loto, super loto, prix d'amérique, tiercé, quinté, quarté, pmu, tirage, le tirage, tirage de la coupe, loterie, jackpot, cagnotte du loto, tickets à gratter, bingo, pronostics, pronos, concours de pronos, grille, premier buteur, score exact, sweepstake`,
    chip: `un euro, deux euros, 5 balles, 10 balles, balles chacun, euros chacun, chacun, par personne, par cheval, par équipe, par grille, l'équipe, le pari, le ticket, la grille, la part, mettez vos, donnez-moi vos, donnez moi, apportez vos, dans le pot, dans la boîte, dans l'enveloppe, le vainqueur prend, le gagnant prend, prend tout, rafle tout, qui est chaud, qui en est, qui joue, qui participe, qui veut jouer, voyez sandra, voyez avec, on joue, je valide à`,
    sure: `argent facile, de l'argent facile, coup sûr, à coup sûr, victoire assurée, gagnant ce soir, vainqueur ce soir, vainqueur, gagnant, valeur sûre, combiné, mon combiné, cote à, à la cote, belle cote, mes paris, mon pari, paris sportifs, buteur, double chance, cash out, encaissé, handicap, mi-temps`,
    stake: `j'ai mis, j'y ai mis, j'ai misé, j'ai parié, je mets, je mise, je parie, mis 20, mis 50, mis 100, mis 200, misé, balancé, posé, dessus, sur eux, sur lui, ce soir, ce week-end, samedi`,
    turned: `transformé, doublé, triplé, multiplié, fait fois, pris 300 %, pris 500 %, fait une fortune, gagné, plus-value, gains, rapporté`,
    asset: `altcoin, memecoin, shitcoin, token, jeton, ce coin, crypto, cryptos, bitcoin, btc, ethereum, doge, solana, nft, forex, appli de trading, trading, effet de levier`,
    hurry: `montez dedans, monte dedans, foncez, fonce, avant que, avant qu'il, avant noël, reparte, explose, repart, décolle, lune, moon, encore, achetez, achète, profitez, all in, faites-moi confiance, crois-moi, tu me remercieras, vous me remercierez`,
    soar: `va tripler, va doubler, va exploser, va faire fois, va s'envoler, va décoller, va prendre, ne peut que monter`,
    site: `casino en ligne, un casino, site de blackjack, site de poker, site de paris, appli de paris, machines à sous, roulette, bingo en ligne, winamax, betclic, parions sport, unibet`,
    lure: `offre 50, offre 100, offre 20, balles offertes, euros offerts, premier dépôt, au premier dépôt, bonus de bienvenue, bonus de dépôt, tours gratuits, paris gratuits, pari offert, parfait pour les nuits, marche super, j'ai gagné, j'y gagne, gros gain, jackpot, retiré`,
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
    { near: ["sure", "stake", "money"] },
    { near: ["sure", "stake", "event"] },
    { near: ["turned", "asset", "hurry"] },
    { near: ["soar", "asset"] },
    { near: ["site", "lure"] },
  ],
  unless: `${business}, opérateur de jeux, opérateurs de jeux, ANJ, ARJEL, agrément, jeu responsable, flux de cotes, API de cotes, LCB-FT, lutte anti-blanchiment, fraude, risque, risques, trésorerie, à paris, de paris, sur paris, paris nord, paris sud, bureau de paris, bureaux de paris, site de paris, région de paris, ville de paris, pari réussi, pari tenu, pari technique, pari risqué, mise à jour, mises à jour, mise en, mise au, mise à, mise de côté, mise à disposition, remise, cagnotte pour le départ, cagnotte de départ, pot de départ, cadeau de départ, cadeau commun, cagnotte naissance, tombola de noël, tombola du CSE, CSE, association, kermesse, grille de salaire, grilles de salaire, grille tarifaire, cote de, côté, de côté, blockchain, portefeuille de, token d'accès, jeton, moule, rénovation, tapis de, lot perdu, hôtel casino, casino de la ville, chantier, croupier, croupiers, carte de visite, cartes de visite, cartes sim, carte d'accès, jeton expiré, tirage des plans, tirage photo, tirage papier, tirage de câbles, tirer les câbles, par équipe de, équipe de nuit, équipe projet, grille d'évaluation, grille d'entretien, mise sur le marché, mise en place, entretien, prime, la part variable, coupe du monde de la pâtisserie`,
});
