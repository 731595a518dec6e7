import type { Locale } from "../../src/core/model.ts";
import type { Wording } from "../../src/core/rule.ts";
import type { Category } from "./judge.ts";

const english: Readonly<Record<Category, Wording>> = {
  harassment: {
    reason: "The marked words may hurt the person they are meant for, and the charter asks for respect everywhere.",
    better: "You can edit the message and say what happened and what you need, without words about the person.",
  },
  hate: {
    reason:
      "The marked words may wound people for what they are: their origin, faith, gender, love, age or disability.",
    better: "You can edit or remove the message. If a colleague’s work is the matter, speak of the work alone.",
  },
  sexual: {
    reason: "The marked words are of a kind that many people would rather not read from a colleague.",
    better: "You can edit or remove the message, and leave looks and private life outside this network.",
  },
  spam: {
    reason: "This reads like a chain letter, an advert or an offer that is too good to be true.",
    better:
      "You can remove the message. If somebody sent it to you and it looks odd, the people who look after security will want to see it.",
  },
  gambling: {
    reason: "The marked words are about playing or betting for money, which the charter keeps out of this network.",
    better:
      "You can remove the message and go on outside this network. Where it is about a client’s work, all is well.",
  },
  sale: {
    reason: "This looks like a private offer or search, and the charter keeps this space for work.",
    better:
      "You can move it to the social space or the notice board, if your organisation has one, and remove it from here.",
  },
  politics: {
    reason: "The marked words take sides in politics, and the charter keeps this network apart from campaigns.",
    better: "You can edit the message and keep what concerns the work, such as a law and what it changes for us.",
  },
  religion: {
    reason: "The marked words speak for or against a belief, and the charter leaves belief to each of us.",
    better: "You can edit or remove the message. Festive wishes and practical questions are always welcome.",
  },
  "job-hunting": {
    reason: "This looks like a search for a job or a placement, which is not what this space is for.",
    better:
      "You can remove the message. For a move or a placement in the organisation, human resources can help; the rest is best kept on a private account.",
  },
  gossip: {
    reason: "The marked words tell something private of somebody who is not here to answer.",
    better:
      "You can remove the message. If you are worried about a colleague, ask them, or somebody whose task it is to help.",
  },
  "small-talk": {
    reason: "This is about leisure, and the charter keeps this space for work.",
    better: "The social space is the right place for it, if your organisation has one: people there will enjoy it.",
  },
};

const french: Readonly<Record<Category, Wording>> = {
  harassment: {
    reason: "Les mots signalés peuvent blesser la personne visée, et la charte demande le respect partout.",
    better:
      "Vous pouvez modifier le message et dire ce qui s’est passé et ce qu’il vous faut, sans parler de la personne.",
  },
  hate: {
    reason:
      "Les mots signalés peuvent blesser des personnes pour ce qu’elles sont\u00a0: origine, foi, genre, amour, âge ou handicap.",
    better:
      "Vous pouvez modifier ou retirer le message. S’il s’agit du travail d’un collègue, ne parlez que du travail.",
  },
  sexual: {
    reason: "Les mots signalés sont de ceux que beaucoup préfèrent ne pas lire de la part d’un collègue.",
    better: "Vous pouvez modifier ou retirer le message, et laisser le physique et la vie privée hors de ce réseau.",
  },
  spam: {
    reason: "Ce message ressemble à une chaîne, à une publicité ou à une offre trop belle pour être vraie.",
    better:
      "Vous pouvez retirer le message. Si vous l’avez reçu et qu’il vous semble étrange, les responsables de la sécurité seront contents de le voir.",
  },
  gambling: {
    reason: "Les mots signalés parlent de jeux ou de paris d’argent, que la charte tient hors de ce réseau.",
    better: "Vous pouvez retirer le message et poursuivre ailleurs. S’il s’agit du travail d’un client, tout va bien.",
  },
  sale: {
    reason: "Ce message ressemble à une annonce privée, et la charte réserve cet espace au travail.",
    better:
      "Vous pouvez le déplacer vers l’espace social ou les petites annonces, si votre organisation en a, et le retirer d’ici.",
  },
  politics: {
    reason: "Les mots signalés prennent parti en politique, et la charte tient ce réseau à l’écart des campagnes.",
    better:
      "Vous pouvez modifier le message et garder ce qui touche au travail, comme une loi et ce qu’elle change pour nous.",
  },
  religion: {
    reason: "Les mots signalés parlent pour ou contre une croyance, et la charte laisse à chacun la sienne.",
    better:
      "Vous pouvez modifier ou retirer le message. Les vœux de fête et les questions pratiques sont toujours bienvenus.",
  },
  "job-hunting": {
    reason: "Ce message ressemble à une recherche d’emploi ou de stage, et cet espace n’est pas fait pour cela.",
    better:
      "Vous pouvez retirer le message. Pour une mobilité ou un stage chez nous, les ressources humaines peuvent aider\u00a0; le reste gagne à passer par un compte privé.",
  },
  gossip: {
    reason: "Les mots signalés racontent la vie privée d’une personne qui n’est pas là pour répondre.",
    better:
      "Vous pouvez retirer le message. Si un collègue vous inquiète, parlez-lui, ou parlez à quelqu’un dont c’est le rôle d’aider.",
  },
  "small-talk": {
    reason: "Ce message parle de loisirs, et la charte réserve cet espace au travail.",
    better: "L’espace social est fait pour cela, si votre organisation en a un\u00a0: on vous y lira avec plaisir.",
  },
};

export const wording: Readonly<Record<Locale, Readonly<Record<Category, Wording>>>> = { en: english, fr: french };
