import { z } from "zod";
import { said } from "../../src/core/problem.ts";
import { isCountry } from "./countries.ts";
import { readNetwork } from "./address.ts";

const network = z
  .string()
  .max(60)
  .refine((written) => readNetwork(written) !== null, {
    error: ({ input }) =>
      said(
        `"${String(input)}" is not a network. Write it as "203.0.113.0/24" or "2001:db8::/32", or a single address.`,
        `«\u00a0${String(input)}\u00a0» n’est pas un réseau. Écrivez-le ainsi\u00a0: «\u00a0203.0.113.0/24\u00a0» ou «\u00a02001:db8::/32\u00a0», ou une seule adresse.`,
      ),
  });

const country = z
  .string()
  .max(60)
  .refine(isCountry, {
    error: ({ input }) =>
      said(
        `"${String(input)}" is not the ISO 3166-1 code of a country. Write it in capitals, as in "FR"; the United Kingdom is "GB".`,
        `«\u00a0${String(input)}\u00a0» n’est pas le code ISO 3166-1 d’un pays. Écrivez-le en capitales, comme «\u00a0FR\u00a0»\u00a0; le Royaume-Uni est «\u00a0GB\u00a0».`,
      ),
  });

const platformSetting = z.strictObject({
  setting: z
    .string()
    .max(200)
    .regex(/^[a-z]+(\.[a-z0-9-]+)+$/, {
      error: said(
        'Write a setting by the name that the platform’s adapter gives it, as in "slack.guests.single-sign-on".',
        "Écrivez un paramètre par le nom que lui donne l’adaptateur de la plateforme, comme «\u00a0slack.guests.single-sign-on\u00a0».",
      ),
    })
    .describe("The name of the setting, platform first."),
  expected: z.string().max(500).describe("The value that it should have; upper and lower case are the same."),
});

export const settings = z
  .strictObject({
    networks: z
      .array(network)
      .max(1000)
      .default([])
      .describe(
        "Networks from which connections are expected, as CIDR ranges or addresses, whatever their country: offices, a VPN. " +
          "With neither networks nor countries, it does not matter from where somebody connects.",
      ),
    countries: z
      .array(country)
      .max(260)
      .default([])
      .describe(
        "Countries from which connections are expected, as ISO 3166-1 codes. With networks too, either of them is enough.",
      ),
    unknownCountry: z
      .enum(["allow", "notice"])
      .default("allow")
      .describe("What to do with a connection whose country the platform does not tell, where countries are named."),
    hours: z
      .boolean()
      .default(false)
      .describe(
        "Notice when staff connect outside their working hours too. Off unless your organisation chooses it, after asking those who represent staff.",
      ),
    platformSettings: z
      .array(platformSetting)
      .max(100)
      .default([])
      .describe("Settings of the platform that should stay as you write them here, such as single sign-on for guests."),
  })
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [index, { setting }] of value.platformSettings.entries()) {
      const path = ["platformSettings", index, "setting"];
      if (seen.has(setting)) issues.push({ code: "custom", input: setting, path, message: twice(setting) });
      seen.add(setting);
    }
  })
  .describe("As long as nothing is set here, nothing is judged: name networks, countries or platform settings.");
export type Settings = z.infer<typeof settings>;

const twice = (setting: string): string =>
  said(
    `"${setting}" is there twice: say once what it should be.`,
    `«\u00a0${setting}\u00a0» y figure deux fois\u00a0: dites une seule fois ce qu’il devrait être.`,
  );
