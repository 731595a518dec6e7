import { lexicon } from "../lexicon.ts";
import { reported } from "./context.ts";

/** Ce qu’on dit d’une personne absente : sa santé, ses amours, son argent, son passé. */
export const gossip = lexicon({
  cues: {
    rumour: `
      il paraît, paraît que, il paraitrait, j'ai entendu dire, on m'a dit, on dit que, quelqu'un m'a dit, le bruit court, la rumeur, d'après la rumeur, à ce qu'il paraît, vous savez quoi, tu sais quoi, tu savais que, vous saviez que, tu sais que, tu sais pas la dernière, t'es au courant, vous êtes au courant, t'as su, vous avez su, devine qui, devinez qui, devine quoi, quelqu'un a vu, on l'a vue, on l'a vu, je l'ai vu, je l'ai vue, j'ai vu sa, j'ai vu son, j'ai vu le tableau, t'as vu comment, t'as vu sa, vous avez vu sa, je parie qu', à mon avis, moi je dis, entre nous, ça reste entre nous, garde ça pour toi, gardez ça pour vous, tu gardes ça pour toi, le répète pas, le répétez pas, répète pas, répétez pas, dis rien, dites rien, dis-le à personne, c'est sûr, ça explique, c'est pour ça qu', pas étonnant qu', tout le monde sait, ça crève les yeux, ça se voit, psst, ragot, ragots, potin, potins
    `,
    private: `
      (son mari|sa femme|son mec|sa copine|son copain|le mari de|la femme de|sa meuf) (est parti|est partie|l'a quitté|l'a quittée|l'a foutu|l'a foutue|l'a viré|l'a virée|la trompe|le trompe|l'a mis|l'a mise), divorce, divorcent, en plein divorce, va divorcer, séparés, se séparent, s'est fait larguer, s'est fait quitter, (troisième|deuxième|quatrième) (mari|femme|mariage|divorce), couchent ensemble, couche avec, a couché, sortent ensemble, sont ensemble, en cachette, une liaison, un amant, une maîtresse, se tapent, se tape, trompe, cocu, cocue, est gay, est homo, est pd, est lesbienne, est bi, au placard
      est enceinte, elle est enceinte, en cloque, attend un enfant, attend un bébé, pma, fiv, fausse couche, avorter, s'est fait avorter, antidépresseurs, sous traitement, sous médocs, cachets, prozac, xanax, en cure, cure de désintox, voit un psy, un psy, psychiatre, hp, hôpital psychiatrique, burn-out, dépression, en dépression, un cancer, séropositif, une mst, boit, buvait, alcoolique, alcoolo, bourré, bourrée, problème d'alcool, se drogue, coke, fume des joints, anorexique, boulimique
      refaire le nez, refaire les seins, refait le nez, refait les seins, refaire, botox, chirurgie, lifting, perruque, implants, a pris du poids, a grossi, a maigri, rien bu, n'a rien bu, pleurait, pleure aux toilettes, pleurer aux toilettes, est habillée, est habillé, tailleur
      endetté, endettée, des dettes, surendettement, interdit bancaire, huissier, huissiers, gagne le double, gagne 10, gagne 20, gagne plus que, son salaire, sa fiche de paie, sa paie, sa prime, fait de la prison, a fait de la taule, en prison, garde à vue, arrêté, casier, alcool au volant, bourré au volant, retrait de permis, s'est fait virer, viré de son, dort dans sa voiture, vit chez sa mère, vit chez ses parents, garde des enfants, parce qu'il joue au golf, parce qu'elle couche, promotion canapé, a eu sa promo
    `,
    alone: `
      (elle|il) est … enceinte (c'est sûr|j'en suis|à tous les coups|ça se voit), (elle|il) a eu (sa|le|cette) (promo|promotion|poste) (uniquement |juste |seulement |)parce qu'(il|elle) (joue|couche|est), (elle|il) couche avec (le|la|son|sa) (chef|patron|directeur|dg|boss|client|collègue|stagiaire)
    `,
  },
  combinations: [{ next: ["alone"] }, { near: ["rumour", "private"] }],
  unless: `${reported}, félicitations, bravo, congé maternité, congé parental, congé paternité, arrêt de travail, arrêt maladie transmis, patient, patiente, patients, service de, clinique, client, cliente, clients, assuré, assurée, locataire, candidat, candidate, service paie, médecine du travail, la presse, film, série, épisode, acteur, actrice, chanteur, chanteuse, je suis enceinte, tu es enceinte, on attend, facture, api, serveur, sprint, arrêté préfectoral, arrêté municipal, casier judiciaire vierge, boîte de, boîtier`,
});
