import { mint, type Locale, type SpaceId, type AccountId } from "../../src/core/model.ts";
import type { Suggestion } from "../../src/console/playground/wire.ts";

const by = (handle: string): string => mint<AccountId>("local", handle);
const space = (name: string): string => mint<SpaceId>("local", name);

/** Scenes worth trying first, in the visitor's language. */
export function suggestions(locale: Locale): readonly Suggestion[] {
  return locale === "fr" ? french : english;
}

const scene = {
  secret: { by: by("thomas"), space: space("nordvik-ferries"), moment: "day", mend: false, invite: null },
  mend: { by: by("thomas"), space: space("nordvik-ferries"), moment: "day", mend: true, invite: null },
  together: { by: by("thomas"), space: space("nordvik-ferries"), moment: "day", mend: false, invite: by("paolo") },
  evening: { by: by("emma"), space: space("charter-trial"), moment: "evening", mend: false, invite: null },
  leave: { by: by("lea"), space: space("charter-trial"), moment: "day", mend: false, invite: null },
  command: { by: by("thomas"), space: space("charter-trial"), moment: "day", mend: false, invite: null },
} as const;

const english: readonly Suggestion[] = [
  {
    ...scene.secret,
    label: "A code name slips",
    why: "A confidential project, named in front of a client",
    text: "Ingrid, the waiting room reuses what we designed for Project Falcon.",
  },
  {
    ...scene.mend,
    label: "Mend it",
    why: "Edit the message, and the note goes",
    text: "Ingrid, the waiting room reuses what we designed for an earlier station.",
  },
  {
    ...scene.together,
    label: "Two clients together",
    why: "Paolo, another client, is invited to Nordvik’s space",
    text: "",
  },
  {
    ...scene.evening,
    label: "A late message",
    why: "Tuesday, 22:30: the right to rest",
    text: "One more thing before tomorrow: could somebody send me the floor plans?",
  },
  {
    ...scene.leave,
    label: "A colleague on leave",
    why: "Inès is away next week",
    text: "@Inès Moreau could you check the façade drawings today?",
  },
  { ...scene.command, label: "Ask the charter", why: "The answer is for you alone", text: "/charter help" },
];

const french: readonly Suggestion[] = [
  {
    ...scene.secret,
    label: "Un nom de code échappé",
    why: "Un projet confidentiel, nommé devant une cliente",
    text: "Ingrid, la salle d’attente reprend ce que nous avons dessiné pour le Projet Faucon.",
  },
  {
    ...scene.mend,
    label: "Se reprendre",
    why: "Modifiez le message, et la note s’en va",
    text: "Ingrid, la salle d’attente reprend ce que nous avons dessiné pour une autre gare.",
  },
  {
    ...scene.together,
    label: "Deux clients ensemble",
    why: "Paolo, un autre client, est invité dans l’espace de Nordvik",
    text: "",
  },
  {
    ...scene.evening,
    label: "Un message tardif",
    why: "Mardi, 22\u00a0h\u00a030\u00a0: le droit au repos",
    text: "Une dernière chose avant demain\u00a0: quelqu’un peut-il m’envoyer les plans\u00a0?",
  },
  {
    ...scene.leave,
    label: "Une collègue en congé",
    why: "Inès est absente la semaine prochaine",
    text: "@Inès Moreau peux-tu vérifier les dessins de la façade aujourd’hui\u00a0?",
  },
  { ...scene.command, label: "Interroger la charte", why: "La réponse est pour vous seul·e", text: "/charter help" },
];
