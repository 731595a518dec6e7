import { lexicon } from "../lexicon.ts";
import { reported } from "./context.ts";

/** Injures, et mépris des gens pour ce qu’ils sont. */
export const hate = lexicon({
  cues: {
    slur: `
      blague(s|) de blonde(s|), (différence|différences) entre ma femme et, (fais|faire|va faire|va me faire) (moi |)(un |)sandwich femme, (femme|femmes) au volant, (encore une|une vraie|typique|typiquement) (blonde|bonne femme|gonzesse), (c'est|fait|ça fait|faire) (pd|pédé|tapette|fiotte|tafiole), truc de (pd|pédé|tapette|gonzesse|tarlouze|arabe|noir|juif), travail d'arabe, téléphone arabe mdr, t'es (juif|radin comme un juif|feuj) ou quoi, radin comme un juif, (odeur|bruit et l'odeur|ça sent) (de |le )(kebab|couscous|curry|arabe|noir|gitan), (arabe|noir|chinois|roumain|gitan|pakistanais|rom|black) (de service|du service|qui pue|pue|a encore volé), bon arabe, bon noir, pas très catholique son nom, quota de (noirs|femmes|arabes), femme à quota, (promue|embauchée|recrutée|nommée) (parce que|car) (c'est une femme|elle est noire|elle est jolie|elle est arabe|elle a couché), hystérique comme toutes
      bougnoule, bougnoules, bougnoul, bicot, bicots, crouille, négro, négros, sale nègre, nègres, youpin, youpins, youtre, youtres, sale (arabe|arabes|juif|juive|juifs|noir|noire|noirs|blanc|blanche|blancs|gitan|gitans|pd|pédé|gouine|rebeu|renoi|feuj|race|turc|chinois|étranger|étrangers|migrant|migrants|handicapé|handicapée|musulman|musulmans|roumain|roumains|rom|roms|boche|français|française), chinetoque, chinetoques, niakoué, niakoués, bamboula, bamboulas, tarlouze, tarlouzes, tafiole, tafioles, (grosse|petite|sale|cette|une|vraie|bande de) (tapette|tapettes|pédale|pédales), fiotte, fiottes, gouine, gouines, gouinasse, (un|ce|ces|les|gros|sale|petit|vrai|de|t'es|tu es|le) (pédé|pédés|pd|pds), pédés, enturbanné, enturbannés, romanichel, romanichels, rastaquouère, travelo, travelos, feminazi, féminazie, triso, trisos, mongolien, mongoliens, sous hommes, sous race, race inférieure, hitler avait raison, hitler n'a pas fini, heil hitler, (les|ces|mettre les) (arabes|étrangers|immigrés|migrants|musulmans|juifs|roms|noirs) dehors, la france aux français, on est plus chez nous, on n'est plus chez nous
`,
    people: `
      (les|des|ces|aux) (femmes|filles|nanas|gonzesses|bonnes femmes|meufs|blondes|mères|féministes|homosexuels|homos|gays|gay|lesbiennes|trans|transgenres|lgbt|musulmans|musulmanes|arabes|maghrébins|algériens|marocains|tunisiens|juifs|cathos|chrétiens|noirs|blacks|africains|antillais|asiatiques|chinois|roumains|polonais|portugais|turcs|roms|gitans|manouches|immigrés|migrants|réfugiés|étrangers|sans papiers|handicapés|autistes|vieux|jeunes de banlieue|racailles|gens comme eux|gens comme toi|gens comme ça|gens du voyage|indiens|pakistanais|femmes voilées|russes|blancs), une femme, une gonzesse, une bonne femme, un arabe, un noir, un juif, un étranger, un handicapé, ces gens là, ces gens
`,
    are: `sont, c'est, ça reste, restent`,
    vice: `voleurs, voleur, voleuses, criminels, délinquants, terroristes, parasites, profiteurs, assistés, animaux, sauvages, singes, rats, cafards, inférieurs, inférieures, fainéants, feignants, paresseux, sales, malades mentaux, pervers, menteurs, menteuses, radins, fourbes, hystériques, émotives, trop émotionnelles, fragiles, trop sensibles, moins intelligents, moins intelligentes, bêtes, cons, connes, nulles, incapables, violents, un fléau, anormaux, contre nature, dégueulasses, dégénérés, faits pour, faites pour`,
    contempt: `
      (n'est pas|sont pas|n'est|ne sont pas|est pas) (compatible|compatibles|intégrable|intégrables|comme nous), (ne veulent|veulent) pas (bosser|travailler|s'intégrer), tous les mêmes, toutes les mêmes, c'est tous pareil, ont tous les droits, vivent des allocs, vivent aux crochets, touchent les allocs, veulent pas s'intégrer
      (devraient|doivent|feraient mieux de|n'ont qu'à|ont qu'à|faut qu'ils|faut qu'elles) (tous |toutes |)(rentrer|rentrent|retourner|repartir|dégager|partir|rester|se taire|être expulsés|être renvoyés|être interdits|crever|être enfermés|être virés|se soigner|s'occuper), (rentrez|retournez|retourne|rentre|rentres) (chez vous|dans (ton|votre|leur) (pays|bled|pays d'origine)|au bled), retourne au bled, rentre (dans ton|au) (pays|bled), n'ont rien à faire (ici|là|chez nous|en France|dans|à), a rien à faire (ici|chez nous|dans|à), hors de france, (devrait|devraient|doit|doivent) rester à la (maison|cuisine), à la cuisine, aux fourneaux, ne savent pas (conduire|coder|gérer|manager|réfléchir|compter|commander), savent pas (conduire|coder|gérer|manager|réfléchir|compter), (piquent|volent|prennent|nous piquent) (notre|nos|le|tout le) (travail|boulot|emplois|jobs), envahissent, nous envahissent, profitent (du système|des aides|de nos), dans un poste (à|de) responsabilité, pour ce poste, ça (pue|sent)
`,
    hatred: `
      je (déteste|hais|supporte pas|supporte plus|peux pas blairer|peux pas supporter|peux pas encadrer|veux pas bosser avec|veux pas travailler avec), j'aime pas, (marre|ras le bol|ras le cul) (de|des|d'), y'(a|en a) trop (de|d'), trop (de|d'), il faut (virer|expulser|renvoyer|dégager), faut (virer|expulser|renvoyer|dégager), (plus|pas) question d'(embaucher|engager|recruter), (n'embauche|n'embauchez|n'engage|ne recrute|embauche|embauchez|recrutez) (pas|jamais|plus|surtout pas) (de|d'|un|une), faut pas (embaucher|recruter|prendre), mort aux, à bas, à mort les, saloperie de, saletés de, sales, putain de, putains de, enculés de, connards de, se méfier (de|des), méfiez vous (de|des)
`,
    bare: `
      arabes, noirs, juifs, musulmans, immigrés, migrants, étrangers, roms, gitans, homos, homosexuels, gays, pédés, lesbiennes, trans, femmes, bonnes femmes, gonzesses, nanas, blacks, asiatiques, chinois, roumains, africains, maghrébins, handicapés, vieux, arabe, noir, juif, femme, femme enceinte, étranger, handicapé, musulman, gitan
`,
  },
  combinations: [
    { next: ["slur"] },
    { next: ["people", "contempt"] },
    { next: ["people", "are", "vice"] },
    { next: ["hatred", "people"] },
    { next: ["hatred", "bare"] },
  ],
  unless: `${reported}, stéréotype, stéréotypes, cliché, clichés, biais, préjugé, préjugés, sondage, statistiques, égalité, parité, inclusion, index égalité, mixité, vestiaires, toilettes, taille, tailles, collection, patients, patientes, résidents, élèves, étudiants, fichiers, dossiers, écrans, vêtements`,
});
