import type { Locale } from "../../src/core/model.ts";
import type { Wording } from "../../src/core/rule.ts";

export type Code = "outside-network" | "outside-country" | "unknown-country" | "outside-hours" | "setting-drift";

export const messages: Readonly<Record<Locale, Readonly<Record<Code, Wording>>>> = {
  en: {
    "outside-network": {
      reason: "You connected from a network that your charter does not name. Nothing is kept of when and from where.",
      better:
        "Next time, please connect through your organisation’s network or its VPN. If this was not you, please tell those in charge of security at once.",
    },
    "outside-country": {
      reason: "You connected from a country that your charter does not name. Nothing is kept of when and from where.",
      better:
        "If you are travelling, please agree on it beforehand or use the VPN. If this was not you, please tell those in charge of security at once.",
    },
    "unknown-country": {
      reason:
        "You connected from a network whose country is not known, and your charter names the countries to connect from. Nothing is kept of when and from where.",
      better:
        "Next time, please connect through your organisation’s network or its VPN. If this was not you, please tell those in charge of security at once.",
    },
    "outside-hours": {
      reason:
        "You connected during your time of rest. Rest is your right: nobody expects you to be here now. Nothing is kept of when and from where.",
      better: "It can wait for your next working hours. If this was not you, please tell those in charge of security.",
    },
    "setting-drift": {
      reason:
        "A setting of the platform is not as the charter asks: number {number} in the list of platform settings of this clause.",
      better:
        "Please set it back in the administration of the platform. If the change was wanted, please write the new value into the charter.",
    },
  },
  fr: {
    "outside-network": {
      reason:
        "Une connexion à votre compte est venue d’un réseau que votre charte ne nomme pas. Rien n’est conservé de l’heure ni du lieu.",
      better:
        "La prochaine fois, merci de passer par le réseau de votre organisation ou par son VPN. Si ce n’était pas vous, prévenez tout de suite les responsables de la sécurité.",
    },
    "outside-country": {
      reason:
        "Une connexion à votre compte est venue d’un pays que votre charte ne nomme pas. Rien n’est conservé de l’heure ni du lieu.",
      better:
        "Si vous êtes en déplacement, merci d’en convenir à l’avance ou d’utiliser le VPN. Si ce n’était pas vous, prévenez tout de suite les responsables de la sécurité.",
    },
    "unknown-country": {
      reason:
        "Une connexion à votre compte est venue d’un réseau dont le pays n’est pas connu, et votre charte nomme les pays d’où l’on se connecte. Rien n’est conservé de l’heure ni du lieu.",
      better:
        "La prochaine fois, merci de passer par le réseau de votre organisation ou par son VPN. Si ce n’était pas vous, prévenez tout de suite les responsables de la sécurité.",
    },
    "outside-hours": {
      reason:
        "Votre compte s’est connecté pendant votre temps de repos. Le repos est votre droit\u00a0: personne n’attend que vous soyez là maintenant. Rien n’est conservé de l’heure ni du lieu.",
      better:
        "Cela peut attendre vos prochaines heures de travail. Si ce n’était pas vous, prévenez les responsables de la sécurité.",
    },
    "setting-drift": {
      reason:
        "Un paramètre de la plateforme n’est pas tel que la charte le demande\u00a0: le numéro {number} dans la liste des paramètres de cette clause.",
      better:
        "Merci de le rétablir dans l’administration de la plateforme. Si ce changement était voulu, écrivez la nouvelle valeur dans la charte.",
    },
  },
};
