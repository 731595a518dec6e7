import { describe, expect, it } from "vitest";
import { compileMarkings } from "./markings.ts";

function marking(plain: string, { own = [], outside = false }: { own?: string[]; outside?: boolean } = {}): string {
  const [span] = compileMarkings(own)({ plain, marks: [] }, outside);
  return span ? plain.slice(span.start, span.end) : "";
}

describe("markings", () => {
  it.each([
    ["Confidential: the plan", "Confidential"],
    ["[STRICTLY CONFIDENTIAL] the plan", "STRICTLY CONFIDENTIAL"],
    ["*Confidentiel* – le plan", "Confidentiel"],
    ["Strictement confidentiel\nLe plan", "Strictement confidentiel"],
    ["Très confidentiel\u00a0: le plan", "Très confidentiel"],
    ["🔒 Diffusion restreinte | le plan", "Diffusion restreinte"],
    ["CONFIDENTIAL Results of the quarter", "CONFIDENTIAL"],
    ["TLP:RED", "TLP:RED"],
    ["Do not forward - the plan", "Do not forward"],
  ])("stand at the head: %s", (text, expected) => {
    expect(marking(text)).toBe(expected);
  });

  it.each([
    "Confidential papers go into the blue bin.",
    "Is this confidential?",
    "Confidentiel ou pas ?",
    "Confidentiality: a reminder",
    "The plan is confidential: keep it",
    "Notes\nConfidential: the plan",
    "Secret: add butter",
    "ALL IN CAPITALS: CONFIDENTIAL",
  ])("are no words in a sentence: %s", (text) => {
    expect(marking(text)).toBe("");
  });

  it("for colleagues count only where others read", () => {
    expect(marking("Usage interne : nos prix")).toBe("");
    expect(marking("Usage interne : nos prix", { outside: true })).toBe("Usage interne");
    expect(marking("An internal matter: our prices", { outside: true })).toBe("");
  });

  it("may be the organisation's own", () => {
    expect(marking("C3 – the plan", { own: ["C3"] })).toBe("C3");
    expect(marking("C3 – the plan")).toBe("");
  });
});
