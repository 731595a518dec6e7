import type { Localised } from "../../src/core/model.ts";

/** The few words that are the platform's way of doing things, not the product's. */
export const wording = {
  openForm: { en: "Open the form", fr: "Ouvrir le formulaire" },
  answerTitle: { en: "Charter", fr: "Charte" },
  cut: { en: "… The rest does not fit in a card.", fr: "… La suite ne tient pas dans une carte." },
} as const satisfies Record<string, Localised>;
