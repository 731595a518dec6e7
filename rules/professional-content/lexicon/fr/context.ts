/** Les mots d’un autre, ou des mots sur les mots : signalements, formations, modération. */
export const reported = `
  (a|ont|avait|avaient) (dit|écrit|crié|hurlé|traité|traitée|répondu|lancé|sorti|balancé|insulté|insultée|menacé|menacée|raccroché)
  (traité|traitée|traités|traitées|traiter|traite) de, se faire (traiter|insulter), (s'est|se sont|me suis) fait (traiter|insulter)
  verbatim, je cite, cite, citation, transcription, retranscription, capture d'écran, captures d'écran, plainte, plaintes, réclamation, réclamations
  le mot, les mots, le terme, les termes, l'expression, grossièreté, grossièretés, gros mots, insulte, insultes, injure, injures, injurieux, insultant, insultants, offensant, propos
  harcèlement, discrimination, discriminations, modération, modérateur, modérateurs, modératrice, modérer, signalé, signalés, filtre, filtrer, liste noire, mots interdits, cas de test, jeu de données, jeu de test, classifieur
  formation, atelier, sensibilisation, règlement intérieur, charte, enquête, référent, signalement, signalements, avertissement, disciplinaire, prud'hommes, témoin, témoignage
`;

/** Le métier lui-même : pour qui, et les papiers qu’il fait. */
export const business = `
  client, clients, cliente, clientes, clientèle, fournisseur, fournisseurs, prestataire, prestataires, prospect, prospects, revendeur, revendeurs, distributeur, distributeurs, partenaire, partenaires, commercial, commerciaux, commerciale
  facture, factures, facturation, devis, bon de commande, bons de commande, appel d'offres, appels d'offres, marché public, marchés publics, cahier des charges, CDC, contrat, contrats, avenant, marge, chiffre d'affaires, HT, TTC, TVA, acompte, avoir client, comptabilité, compta
  stock, stocks, inventaire, entrepôt, référence, références, SKU, livraison, expédition, rayon, rayons, catalogue, catalogues, gamme, fiche produit, fiches produit, soldes, promo magasin, point de vente, boutique du client
  tickets jira, jira, backlog, sprint, roadmap, recette, mise en prod, prod, preprod, déploiement, déployé, merge, branche, PR, API, base de données, maquette, maquettes, spec, specs, spécifications, fonctionnalité, parcours utilisateur, back-office, bug, tableau de bord, KPI
  brief, livrable, livrables, campagne, campagnes, page d'accueil, landing, bannière, plan média, étude de marché, part de marché, comité de pilotage, copil, chef de projet, audit, conformité, réglementation, réglementaire, service juridique, dossier client, notaire, acquéreur, acquéreurs, mandat, compromis de vente, agence
`;
