import type { Localised } from "../../core/model.ts";

/** What people call a part of what is held about them; where it comes from, and until when it is kept. */
interface PartWords {
  readonly name: Localised;
  readonly kept: Localised;
}

/** The parts of `People.held`, in the order in which they are shown. */
const parts: Readonly<Record<string, PartWords>> = {
  settings: {
    name: { en: "What you chose", fr: "Ce que vous avez choisi" },
    kept: { en: "from you, until you change it", fr: "vient de vous, jusqu’à ce que vous le changiez" },
  },
  accounts: {
    name: { en: "Your accounts", fr: "Vos comptes" },
    kept: {
      en: "from the platform, while it is connected",
      fr: "viennent de la plateforme, tant qu’elle est connectée",
    },
  },
  memberships: {
    name: { en: "Spaces you are in", fr: "Espaces où vous êtes" },
    kept: { en: "from the platform, until you leave", fr: "viennent de la plateforme, jusqu’à votre départ" },
  },
  invitations: {
    name: { en: "People you brought into a space", fr: "Personnes que vous avez fait venir dans un espace" },
    kept: { en: "from the platform, until they leave", fr: "viennent de la plateforme, jusqu’à leur départ" },
  },
  absences: {
    name: { en: "Leave and times on call", fr: "Congés et astreintes" },
    kept: {
      en: "from you and your calendar, until they change",
      fr: "viennent de vous et de votre calendrier, jusqu’à ce qu’ils changent",
    },
  },
  signatures: {
    name: { en: "That you accepted the charter", fr: "Votre acceptation de la charte" },
    kept: { en: "from you, as long as you are here", fr: "vient de vous, tant que vous êtes là" },
  },
  drafts: {
    name: { en: "Texts put aside", fr: "Textes mis de côté" },
    kept: {
      en: "from you, until you get them back, or a day later",
      fr: "viennent de vous, jusqu’à ce que vous les retrouviez, ou un jour plus tard",
    },
  },
  findings: {
    name: { en: "What clauses noticed in your messages", fr: "Ce que des clauses ont relevé dans vos messages" },
    kept: {
      en: "from your messages, 30\u00a0days; the words, 24\u00a0hours or until a case is over",
      fr: "vient de vos messages, 30\u00a0jours\u00a0; les mots, 24\u00a0heures ou jusqu’à la fin d’un dossier",
    },
  },
  notices: {
    name: { en: "Notices you were given", fr: "Avis que vous avez reçus" },
    kept: { en: "from Charter, 30\u00a0days", fr: "viennent de Charter, 30\u00a0jours" },
  },
  cases: {
    name: { en: "Cases that concern you", fr: "Dossiers qui vous concernent" },
    kept: {
      en: "a year after the decision; the words, 14\u00a0days",
      fr: "un an après la décision\u00a0; les mots, 14\u00a0jours",
    },
  },
  handled: {
    name: { en: "Cases you looked at as a steward", fr: "Dossiers que vous avez examinés comme référent" },
    kept: { en: "a year after the decision", fr: "un an après la décision" },
  },
  revisions: {
    name: { en: "Your changes of the charter", fr: "Vos changements de la charte" },
    kept: {
      en: "for good; that they are yours, until you erase it",
      fr: "pour toujours\u00a0; qu’ils sont de vous, jusqu’à ce que vous l’effaciez",
    },
  },
  undelivered: {
    name: { en: "Notices that could not be delivered", fr: "Avis qui n’ont pas pu être remis" },
    kept: { en: "7\u00a0days", fr: "7\u00a0jours" },
  },
};

/** Parts in the order in which they are shown; one that has no words yet comes last, under its own name. */
export function inOrder<Value>(
  values: Readonly<Record<string, Value>>,
): readonly (PartWords & { readonly part: string; readonly value: Value })[] {
  const order = Object.keys(parts);
  const place = (part: string): number => (order.includes(part) ? order.indexOf(part) : order.length);
  return Object.entries(values)
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([part, value]) => ({
      part,
      value,
      ...(parts[part] ?? { name: { en: part, fr: part }, kept: { en: "", fr: "" } }),
    }));
}
