import type { Localised } from "../core/model.ts";

/** What is said of a file that cannot be read at all, or not as YAML. */
export const sentences = {
  tooLarge: (kibibytes: number, most: number): Localised => ({
    en: `The file has ${kibibytes} KiB; a charter may have at most ${most}.`,
    fr: `Le fichier fait ${kibibytes}\u00a0Kio\u00a0; une charte en compte au plus ${most}.`,
  }),
  tooManyLines: (most: number): Localised => ({
    en: `The file has more lines than a charter may have: ${most.toLocaleString("en")}.`,
    fr: `Le fichier a plus de lignes qu’une charte ne peut en avoir\u00a0: ${most.toLocaleString("fr")}.`,
  }),
  tooManySigns: {
    en: "The file has far more brackets, commas, colons or quotation marks than a charter needs.",
    fr: "Le fichier a bien plus de crochets, de virgules, de deux-points ou de guillemets qu’il n’en faut à une charte.",
  },
  utf16: {
    en: "The file is written in UTF-16. Please save it as UTF-8.",
    fr: "Le fichier est écrit en UTF-16. Merci de l’enregistrer en UTF-8.",
  },
  notUtf8: {
    en: "From here on the file is not UTF-8; it may be Latin-1 or Windows-1252. Please save it as UTF-8.",
    fr: "À partir d’ici, le fichier n’est pas en UTF-8\u00a0; il est peut-être en Latin-1 ou en Windows-1252. Merci de l’enregistrer en UTF-8.",
  },
  unkeepable: {
    en: "This text holds a character that cannot be kept: a NUL, or half of a character. Please remove it.",
    fr: "Ce texte contient un caractère qui ne peut être conservé\u00a0: un NUL, ou une moitié de caractère. Merci de le retirer.",
  },
  notFinite: {
    en: "This number has no value that can be kept. Please write a number, or remove it.",
    fr: "Ce nombre n’a pas de valeur qui puisse être conservée. Merci d’écrire un nombre, ou de le retirer.",
  },
  empty: {
    en: "The file is empty. A charter needs at least an organisation and its clauses.",
    fr: "Le fichier est vide. Une charte a au moins une organisation et ses clauses.",
  },
  notParts: {
    en: "A charter is made of named parts, such as “organisation:” and “clauses:”. This is a list or a single value.",
    fr: "Une charte est faite de parties qui portent un nom, comme «\u00a0organisation:\u00a0» et «\u00a0clauses:\u00a0». Ceci est une liste ou une simple valeur.",
  },
  twice: (key: string): Localised => ({
    en: `"${key}" is here a second time. Keep one of the two.`,
    fr: `«\u00a0${key}\u00a0» est ici une seconde fois. Gardez l’un des deux.`,
  }),
  tooManyEntries: (most: number): Localised => ({
    en: `There are more entries here than a charter may have anywhere: ${most.toLocaleString("en")}.`,
    fr: `Il y a ici plus d’éléments qu’une charte ne peut en avoir où que ce soit\u00a0: ${most.toLocaleString("fr")}.`,
  }),
  reserved: (key: string): Localised => ({
    en: `No part can be called "${key}". Please remove it.`,
    fr: `Aucune partie ne peut s’appeler «\u00a0${key}\u00a0». Merci de la retirer.`,
  }),
  longName: (most: number): Localised => ({
    en: `The name of a part has at most ${most} characters.`,
    fr: `Le nom d’une partie compte au plus ${most} caractères.`,
  }),
  merge: {
    en: "A charter is read without merge keys (<<). Please write the values out.",
    fr: "Une charte se lit sans clés de fusion (<<). Merci d’écrire les valeurs en toutes lettres.",
  },
  anchors: {
    en: "The anchors of this file repeat each other too often. Please write the values out.",
    fr: "Les ancres de ce fichier se répètent trop. Merci d’écrire les valeurs en toutes lettres.",
  },
  tag: {
    en: "A charter is read without tags such as !name. Please remove it.",
    fr: "Une charte se lit sans étiquettes telles que !nom. Merci de la retirer.",
  },
  directive: {
    en: "A charter is read without directives such as %YAML. Please remove this line.",
    fr: "Une charte se lit sans directives telles que %YAML. Merci de retirer cette ligne.",
  },
  tooDeep: { en: "This is nested too deeply to be read.", fr: "L’imbrication est trop profonde pour être lue." },
  several: {
    en: "A second document begins here. Keep one in this file, and remove the line “---”.",
    fr: "Un second document commence ici. N’en gardez qu’un dans ce fichier, et retirez la ligne «\u00a0---\u00a0».",
  },
  tab: {
    en: "This line is indented with a tab. Please use spaces.",
    fr: "Cette ligne est en retrait par une tabulation. Merci d’utiliser des espaces.",
  },
  indentation: {
    en: "This is not indented as what it belongs to. Please check the spaces at the beginning of the line.",
    fr: "Le retrait ne correspond pas à ce dont cela fait partie. Merci de vérifier les espaces au début de la ligne.",
  },
  unclosed: {
    en: "Something is missing here: a closing quotation mark or bracket, or the colon after a name.",
    fr: "Il manque quelque chose ici\u00a0: un guillemet ou un crochet fermant, ou les deux-points après un nom.",
  },
  colon: {
    en: "There is a colon with a space inside this text. Please put the text in quotation marks.",
    fr: "Ce texte contient deux-points suivis d’une espace. Merci de le mettre entre guillemets droits.",
  },
  beginning: {
    en: "A text cannot begin with this sign. Please put the text in quotation marks.",
    fr: "Un texte ne peut pas commencer par ce signe. Merci de le mettre entre guillemets droits.",
  },
  escape: {
    en: "After this backslash stands no sign that YAML knows. Please write two backslashes, or none.",
    fr: "Après cette barre oblique inverse ne vient aucun signe que YAML connaisse. Merci d’en écrire deux, ou aucune.",
  },
  noAnchor: {
    en: "No anchor of this name stands above. In front of * a text needs quotation marks.",
    fr: "Aucune ancre de ce nom ne figure plus haut. Devant *, un texte demande des guillemets droits.",
  },
  notText: {
    en: "The name of a part must be a text on one line.",
    fr: "Le nom d’une partie doit être un texte d’une seule ligne.",
  },
  unreadable: {
    en: "This cannot be read as YAML. Please look at the signs here and on the line before.",
    fr: "Ceci ne peut être lu comme du YAML. Merci de regarder les signes ici et à la ligne précédente.",
  },
} as const;

/** The rest of a sentence, where one of the names allowed is near what was written. */
export const didYouMean = (name: string): Localised => ({
  en: `Did you mean "${name}"?`,
  fr: `Vouliez-vous dire «\u00a0${name}\u00a0»\u00a0?`,
});

/** That not all is told. */
export const more = (count: number): Localised => ({
  en: `And ${count} more ${count === 1 ? "mistake" : "mistakes"}, to be told once these are mended.`,
  fr: `Et ${autres(count)}, à signaler une fois celles-ci corrigées.`,
});

const autres = (count: number): string => (count === 1 ? "1 autre erreur" : `${count} autres erreurs`);
