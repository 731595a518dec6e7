import type { Charter } from "./charter.ts";
import type { Audience, ExceptionReason, Localised, Purpose, Role, Stage } from "./model.ts";

/** What people call the words of the closed lists. */
export const stageNames: Readonly<Record<Stage, Localised>> = {
  draft: { en: "nothing yet", fr: "rien pour l’instant" },
  shadow: { en: "is tried in silence", fr: "est en observation silencieuse" },
  nudge: { en: "tells the author, privately", fr: "le dit à la personne qui a écrit, en privé" },
  case: {
    en: "tells the author, privately, and asks a steward to look",
    fr: "le dit à la personne qui a écrit, en privé, et demande à un référent d’y regarder",
  },
};
/** For a clause that no rule enforces. */
export const matterForPeople: Localised = { en: "a matter for people", fr: "l’affaire de chacun" };

export const purposeNames: Readonly<Record<Purpose, Localised>> = {
  internal: { en: "internal", fr: "interne" },
  client: { en: "with a client", fr: "avec un client" },
  supplier: { en: "with a supplier", fr: "avec un fournisseur" },
  social: { en: "social", fr: "convivial" },
  trial: { en: "on trial", fr: "pilote" },
  sanctuary: { en: "a sanctuary, never judged", fr: "un sanctuaire, jamais examiné" },
  undeclared: { en: "not declared", fr: "non déclaré" },
};

export const reasonNames: Readonly<Record<ExceptionReason, Localised>> = {
  "on-call": { en: "on call", fr: "astreinte" },
  "shift-work": { en: "shift work", fr: "travail posté" },
  "works-council": { en: "works council", fr: "comité social et économique" },
  health: { en: "health", fr: "santé" },
  safety: { en: "safety", fr: "sécurité" },
  "legal-duty": { en: "a legal duty", fr: "obligation légale" },
  moderation: { en: "moderation", fr: "modération" },
  "customer-duty": { en: "a duty towards customers", fr: "obligation envers la clientèle" },
};

export const roleNames: Readonly<Record<Role, Localised>> = {
  employee: { en: "employee", fr: "membre du personnel" },
  ambassador: { en: "ambassador", fr: "ambassadeur" },
  moderator: { en: "moderator", fr: "modérateur" },
  admin: { en: "admin", fr: "administrateur" },
};

const audienceNames: Readonly<Record<string, Localised>> = {
  staff: { en: "staff", fr: "le personnel" },
  client: { en: "clients", fr: "les clients" },
  supplier: { en: "suppliers", fr: "les fournisseurs" },
  unknown: { en: "people whom nobody has classified", fr: "les personnes que nul n’a encore classées" },
};
/** What people call an audience: one of every charter, or one that this charter names. */
export const audienceName = ({ furtherAudiences }: Charter, audience: Audience): Localised =>
  ownName(audienceNames, audience) ?? ownName(furtherAudiences, audience) ?? { en: audience, fr: audience };
const ownName = (names: Readonly<Record<string, Localised>>, audience: Audience): Localised | undefined =>
  Object.hasOwn(names, audience) ? names[audience] : undefined;
