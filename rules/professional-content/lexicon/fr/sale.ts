import { lexicon } from "../lexicon.ts";
import { business } from "./context.ts";

/** What people have at home. */
const things = `
  trampoline(|s), balançoire(|s), toboggan(|s), clapier(|s), cage(|s), salon de jardin, parasol(|s), hamac(|s), jacuzzi(|s), bac à sable, rollers, skate(|s), machine à coudre, bois, sapin(|s), confit(|s), terrines, cerises, tomates du jardin, œufs frais, billets de tombola, tickets de tombola
  vélo(|s), vélo électrique, vae, vtt, vtc, trottinette(|s), trottinette électrique, voiture(|s), bagnole(|s), caisse(|s), twingo(|s), clio(|s), mégane(|s), kangoo(|s), scénic(|s), dacia(|s), duster(|s), sandero(|s), 106, 206, 207, 208, 307, 308, 2008, 3008, c3, c4, fiat 500, golf(|s), polo(|s), audi(|s), bmw(|s), mercedes, toyota(|s), yaris, scooter(|s), moto(|s), mobylette(|s), camping-car(|s), caravane(|s), fourgon(|s), remorque(|s), bateau(|x), pneus, pneus neige, pneus hiver, coffre de toit, porte-vélos, barres de toit
  canapé(|s), canapé-lit(|s), clic-clac(|s), fauteuil(|s), table(|s), table basse, chaise(|s), armoire(|s), commode(|s), buffet(|s), bibliothèque(|s), étagère(|s), lit(|s), lit superposé, sommier(|s), matelas, miroir(|s), tapis, lampe(|s), rideaux, meuble(|s), frigo(|s), réfrigérateur(|s), congélateur(|s), micro-onde(|s), four(|s), gazinière(|s), lave-linge(|s), machine à laver, sèche-linge(|s), lave-vaisselle(|s), aspirateur(|s), cafetière(|s), machine à café, nespresso(|s), thermomix, cookeo(|s), airfryer(|s), friteuse(|s), barbecue(|s), plancha(|s), tondeuse(|s), perceuse(|s), outils, outillage(|s), tente(|s), ski(|s), snowboard(|s), surf(|s), paddle(|s), kayak(|s), tapis de course, vélo d'appartement, raquette(|s), haltères, piscine(|s)
  poussette(|s), siège auto, cosy(|s), lit bébé, lit parapluie, chaise haute, berceau(|x), transat(|s), vêtements, fringues, habits, affaires de bébé, vêtements bébé, robe(|s), robe de mariée, costume(|s), manteau(|x), doudoune(|s), veste(|s), chaussures, baskets, bottes, sac à main, sac(|s), montre(|s), bijoux, boucles d'oreilles, parfum(|s), bougies, savons, cosmétiques, plantes, boutures, miel(|s), œufs, confiture(|s), gâteaux, foie gras, champagne(|s), pommes, légumes, fromages, chocolats, bois de chauffage, stères
  chiot(|s), chaton(|s), chat(|s), chatte(|s), chien(|s), lapin(|s), hamster(|s), cochon d'inde, poule(|s), aquarium(|s), perruches
  appart(|s), appartement(|s), maison(|s), studio(|s), t1, t2, t3, t4, f2, f3, deux pièces, trois pièces, chambre(|s), coloc(|s), colocation(|s), garage(|s), box, place de parking, parking(|s), gîte(|s), mobil-home(|s), chalet(|s), villa(|s), maison de vacances, terrain(|s), cave(|s)
  place(|s), billet(|s), places de concert, pass, abonnement(|s), carte cadeau, bon cadeau, wonderbox, smartbox
`;
/** What an office may have too. */
const devices = `
  télé(|s), téléviseur(|s), tv, pc portable, ordi(|s), ordinateur(|s), macbook(|s), ipad(|s), tablette(|s), iphone(|s), samsung(|s), galaxy(|s), téléphone(|s), portable(|s), airpods, casque(|s), playstation(|s), ps4, ps5, xbox, switch(|s), nintendo(|s), console(|s), pc gamer, carte graphique, écran(|s), appareil photo, objectif(|s), drone(|s), guitare(|s), piano(|s), clavier(|s), batterie(|s), violon(|s), platine(|s), vinyles, lego, jeux de société, jeux, jouets, livres, bd, mangas, cartes pokémon
`;
const goods = `${things}, ${devices}`;

/** Ventes entre particuliers, dons, locations et petits commerces. */
export const sale = lexicon({
  cues: {
    giveaway: `à débarrasser, débarrasse, à vous s, est à vous, il est à vous, elle est à vous, ils sont à vous, elles sont à vous, cherche un foyer, cherche une famille, cherche un nouveau foyer, à récupérer chez moi, à prendre chez moi`,
    ask: `demandez moi, demande moi, dites moi, dis moi, me demander, passez me voir, venez me voir, en mp, mp, intéressé, intéressés, intéressée, si ça vous dit, si ça vous intéresse, commandes, commande, commander, pas cher, petit prix, prix d'ami, tarif, tarifs, l'heure, de l'heure, la semaine, la nuit, le kilo, la douzaine, le pot, la boîte, pièce, l'unité, l'une, l'un, chacun, si besoin, si vous avez besoin, si quelqu'un a besoin, insta, instagram, etsy, je ramène, je peux ramener, j'apporte, je transmets, je prends les commandes, livraison possible`,
    trade: `vend, vendent, vends, loue, louent, sous-loue, répare, réparent, retape, fait, font, fabrique, crée, cuisine, brode, tricote, coud, peint, élève, donne des cours, propose, proposent, garde, ouvre, a ouvert, lance, a lancé, tient, cultive, imprime`,
    kin: `(ma|mon) (femme|mari|fille|fils|mère|père|frère|sœur|cousine|cousin|nièce|neveu|tante|oncle|voisine|voisin|copine|copain|compagne|compagnon|pote|belle-sœur|beau-frère|belle-mère|beau-père|meilleure amie|meilleur ami|grand-mère), mes (parents|beaux-parents|enfants|voisins), un pote, une copine, un copain, une amie, un ami`,
    alone: `
      agences s'abstenir, catalogue sur demande, (chatons|chiots|lapins|poules) à (donner|adopter|placer|vendre), (s'est lancée|s'est lancé|je me lance|me suis lancée|me suis lancé) dans (tupperware|la vente|les bougies|les bijoux|la cosmétique|mary kay|la couture), (gâteaux|gateaux|cupcakes|bougies|bijoux|plats|savons|sacs|bonnets) … sur commande
      (je (re|)vend(s|)|j'vends|jvend(s|)|vends|vend|je loue|jloue|je sous-loue|je donne|je cède|je brade|me sépare de|me débarrasse de|débarrasse) … (mon|ma|mes|notre|nos) … (vélo|vtt|trottinette|voiture|bagnole|twingo|clio|208|golf|scooter|moto|canapé|clic-clac|fauteuil|table|chaises|armoire|commode|buffet|lit|matelas|meubles|meuble|frigo|lave-linge|machine à laver|lave-vaisselle|télé|tv|macbook|ipad|iphone|ps4|ps5|xbox|switch|console|appareil photo|guitare|piano|vinyles|lego|jouets|livres|bd|poussette|siège auto|lit bébé|vêtements|fringues|habits|robe|robe de mariée|chaussures|baskets|sac|sacs|montre|bijoux|plantes|chiots|chatons|chat|chien|appart|appartement|maison|studio|chambre|garage|box|place de parking|parking|gîte|mobil-home|billets|skis|tondeuse|barbecue|caravane|camping-car|thermomix|miel|œufs|confitures)
      vide (dressing|maison|grenier|appartement|appart), vide-greniers, brocante (ce|samedi|dimanche), (à|a) (donner|adopter|céder) contre (bons soins|bon soin), bons soins, cherche (nouveau |nouvelle |une |)(maître|maîtres|famille (aimante|d'accueil|pour))
      (ma femme|mon mari|ma sœur|mon frère|ma mère|mon père|mes parents|ma fille|mon fils|ma cousine|mon cousin|ma copine|mon copain|ma compagne|mon compagnon|ma belle-sœur|mon beau-frère|ma belle-mère|une amie|un ami|un pote|ma voisine|mon voisin|ma tante) (vend|vends|vendent|loue|louent|donne|donnent|cède|fabrique|propose|se lance|a ouvert|ouvre|lance|a créé|a lancé|met en vente|cherche à vendre|cherche à louer)
      réunion (tupperware|bougies|bijoux|stanhome|à domicile|mary kay), vente à domicile, conseillère (en |)(mary kay|tupperware|avon|stanhome|guy demarle|bougies|beauté indépendante), catalogue (avon|yves rocher|tupperware), ma (petite |)(boutique|boutique en ligne|boutique etsy|microentreprise|auto-entreprise|micro-entreprise|petite entreprise|page etsy), (mon|mes|ma) (etsy|vinted|leboncoin|annonce leboncoin), sur (vinted|leboncoin|le bon coin|lbc|etsy|marketplace), prix (à débattre|d'ami|d'amis|sacrifié|cassé pour|collègue|collègues|spécial collègues), petit prix, faire offre, à venir (chercher|récupérer) (chez|sur|à|ce|rapidement), premier arrivé premier servi, (cherche|cherchons|recherche|recherchons) (une |un |)(coloc|colocs|colocataire|colocataires|colocation|baby-sitter|babysitter|baby sitter|nounou|nourrice|femme de ménage|dog sitter|cat sitter), (cherche|cherchons|recherche|recherchons) … (appart|appartement|studio|maison|t2|t3|t4|chambre|location|place de parking|box) (à louer|à acheter|en location|pour ma|pour mon|pour septembre|pas cher), (qui veut|quelqu'un veut|qqn veut) (récupérer|racheter|acheter|adopter|un chaton|des chatons|des œufs|mes|mon|ma), (des |)œufs de mes poules, miel de (mes|nos|mon|ma), pour arrondir (mes|les) fins de mois
`,
    offer: `donne, loue, cède, vend, on vend, vendons, louons, donnons, à louer, en vente, il me reste, on a, j'ai (deux|2|trois|3|quatre|4|un|une|des), échange, troc, brade, à saisir, bonne affaire, propose, dispo, avis aux amateurs, qui veut, qui voudrait, qui cherche, quelqu'un veut, qqn veut, quelqu'un serait intéressé, vente de, vide, fais du tri, cherche preneur, cherche preneuse, cherche acheteur, cherche repreneur`,
    advert: `je vends, je vend, jvends, jvend, j'vends, vends, à vendre, à revendre, je revends, revends, à donner, je donne, à adopter, à céder, je cède, je loue, jloue, je sous-loue, sous-loue, me sépare de, nous nous séparons de, on se sépare de, me débarrasse de, mets en vente, je brade, je troque, j'échange mon, j'échange ma`,
    secondhand: `d'occasion, d'occas, occasion, occas, seconde main, pas cher, pas chère, pas trop cher, pas trop chère, à petit prix, pour mon fils, pour ma fille, pour ma mère, pour ma femme, pour mon mari, pour mon appart`,
    want: `je cherche, jcherche, cherche, on cherche, je recherche, recherche, cherchons, quelqu'un vend, qqn vend, quelqu'un loue, quelqu'un aurait, qqn aurait, je veux acheter, j'achète, qui vend, quelqu'un connaît`,
    goods,
    things,
    deal: `en mp, par mp, mp, mp moi, en dm, dm, message privé, me contacter, contactez moi, contacte moi, faites moi signe, fais moi signe, appelez moi, écrivez moi, si ça intéresse, si ça vous intéresse, si ça vous tente, qui est intéressé, ça intéresse quelqu'un, ça intéresse qqn, qqn intéressé, à débattre, négociable, négo, lydia, charges comprises, très bon état, bon état, tbe, excellent état, parfait état, état neuf, comme neuf, comme neuve, quasi neuf, quasi neuve, jamais servi, jamais porté, jamais portée, jamais mis, jamais utilisé, peu servi, servi deux fois, encore emballé, dans sa boîte, à venir chercher, venir le chercher, venir la chercher, je peux amener, je peux l'apporter, livraison au bureau, photos sur demande, photos en mp, dispo de suite, libre de suite, disponible de suite, premier arrivé, ct ok, contrôle technique ok, première main, prix coûtant, faites passer, si vous connaissez quelqu'un, bons soins, contre bons soins, sevrés, vaccinés, pucé`,
    terms: `en privé, me dire, intéressé, intéressée, intéressés, intéressées, prix, pas cher, petit prix, pour rien, gratuit, gratos, gratuitement, cash, espèces, paypal, chacun, chacune, pièce, la pièce, le lot, l'unité, par mois, cc, la semaine, la nuit, neuf, neuve, sous garantie, à récupérer, photos, kilométrage, km`,
    private: `mon, ma, mes, notre, nos, mon ancien, ma vieille, cause déménagement, cause double emploi, on déménage, je déménage, suite déménagement, bébé arrive, trop petit, trop petite, trop grand, ma femme, mon mari, ma fille, mon fils, mes enfants, mes parents, plus besoin, plus l'utilité`,
    service: `
      cours (particuliers|de guitare|de piano|de yoga|d'anglais|de maths|de soutien|de chant|de pilates|de danse|de zumba), massages, massage, pose d'ongles, ongles, manucure, coiffure, coupe de cheveux, reiki, sophrologie, naturopathie, baby-sitting, babysitting, garde d'enfants, garde d'animaux, promener vos chiens, ménage, repassage, jardinage, bricolage, petits travaux, plomberie, déménagement, gâteaux d'anniversaire, gâteaux sur mesure, pièces montées, cupcakes, shooting, photos de mariage, traiteur, couture, retouches, bijoux faits main, fait main, faits main, faites maison, fait maison, faits maison, savons artisanaux, coaching sportif, déclaration d'impôts
`,
    offering: `je fais, je donne, je propose, je vous propose, j'offre, je fabrique, je crée, je réalise, passez commande, pour commander, commandez, prenez rendez-vous, à côté, le week-end, le soir, en dehors du travail, sur commande, réduction pour les collègues, remise pour les collègues, pour les collègues, prix collègue, tarif collègue, tarif préférentiel, tarif ami, mes prestations, mon activité, mon autoentreprise, mon auto-entreprise, ma micro-entreprise`,
  },
  combinations: [
    { next: ["alone"] },
    { near: ["kin", "trade", "money"] },
    { next: ["kin", "trade", "goods"] },
    { near: ["kin", "trade", "ask"] },
    { near: ["giveaway", "goods"] },
    { near: ["giveaway", "money"] },
    { next: ["advert", "things"] },
    { next: ["things", "advert"] },
    { near: ["want", "things", "secondhand"] },
    { near: ["advert", "goods", "deal"] },
    { near: ["offer", "goods", "deal"] },
    { near: ["advert", "goods", "money"] },
    { near: ["advert", "goods", "terms"] },
    { near: ["advert", "private", "money"] },
    { near: ["goods", "money", "deal"] },
    { near: ["want", "goods", "money"] },
    { near: ["service", "offering", "deal"] },
    { near: ["service", "offering", "money"] },
  ],
  unless: `${business}, CSE, comité d'entreprise, comité social, vente au personnel, ventes au personnel, boutique du personnel, avantages salariés, RH, ressources humaines, services généraux, parc informatique, matériel réformé, voiture de service, voiture de société, voiture de fonction, véhicule de service, véhicule de fonction, flotte, note de frais, notes de frais, remboursement, déplacement, hôtel, train, billets de train, billets d'avion, vol, salon, stand, association, objets trouvés, salle de réunion, salle, tickets restaurant, licences, licence, abonnement annuel, abonnement saas, budget, unités, prix unitaire, prix public, tarif public, panier, visites, visite, bailleur, locataire, locataires, propriétaire, loyers, crédit, prêt immobilier, achats, nous commercialisons, carte pro, entretien, réservation, réservations, réserver, table de réunion, commandé, table des, table de, tables de, support, formation, formations, hotline, chambre froide, bon de livraison`,
});
