import { z } from "zod";
import { said } from "../../src/core/problem.ts";

const audience = z
  .string()
  .regex(/^[a-z][a-z-]{1,30}$/, {
    error: said(
      'Write an audience as the charter names it, such as "client" or "partner".',
      "Écrivez un public comme la charte le nomme, par exemple «\u00a0client\u00a0» ou «\u00a0partner\u00a0».",
    ),
  })
  .refine((name) => name !== "staff" && name !== "unknown", {
    error: said(
      "Name an audience of people from outside: staff may meet everybody, and nobody knows who the unknown are.",
      "Nommez un public extérieur\u00a0: le personnel peut rencontrer tout le monde, et nul ne sait qui sont les inconnus.",
    ),
  });

type Pair = readonly [one: string, other: string];

export const settings = z
  .strictObject({
    partiesApart: z
      .array(audience)
      .max(30)
      .default(["client"])
      .describe(
        "Audiences whose organisations must not meet each other: with client, two different clients are noticed. " +
          "Add supplier to keep two different suppliers apart too.",
      ),
    together: z
      .array(z.tuple([audience, audience]))
      .max(50)
      .default([])
      .describe(
        "Pairs of audiences that may share a space, such as client and partner. Every other pair of audiences from outside is noticed.",
      ),
    welcome: z
      .array(audience)
      .max(30)
      .default([])
      .describe("Audiences from outside that work among staff: they may be in internal, social and undeclared spaces."),
    internalSpaces: z
      .boolean()
      .default(true)
      .describe(
        "Notice people from outside in a space declared internal or social, a supplier in a client space, and a client in a supplier space.",
      ),
    undeclaredSpaces: z
      .boolean()
      .default(true)
      .describe("Notice staff and people from outside in a space that nobody has declared yet."),
  })
  .refine(
    ({ partiesApart, together, internalSpaces, undeclaredSpaces }) =>
      partiesApart.length > 0 || internalSpaces || undeclaredSpaces || !allows(together, "client", "supplier"),
    {
      error: said(
        "Keep at least one thing apart, or remove the clause: so it notices nothing.",
        "Séparez au moins une chose, ou retirez la clause\u00a0: ainsi, elle ne remarque rien.",
      ),
    },
  );
export type Settings = z.infer<typeof settings>;

/** Whether two audiences are among the pairs that may share a space, in whichever order they are written. */
export const allows = (together: readonly Pair[], one: string, other: string): boolean =>
  together.some(([first, second]) => (first === one && second === other) || (first === other && second === one));
