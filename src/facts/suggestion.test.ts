import { describe, expect, it } from "vitest";
import { charterSchema } from "../core/charter.ts";
import type { Classified } from "./audience.ts";
import { peersOf, suggest } from "./suggestion.ts";

const charter = charterSchema.parse({
  organisation: { name: "Here", zone: "Europe/Paris", week: {}, domains: ["here.example"] },
  audiences: [
    { is: "client", of: "Nordvik", standing: "guest", domains: ["nordvik.example"] },
    { is: "supplier", of: "Tassin", accounts: ["slack:lou", "slack:lea"] },
    { is: "client", of: "Vetro", accounts: ["slack:mia", "slack:max"] },
    { is: "supplier", of: "Orme", accounts: ["slack:noe", "slack:ida"] },
    { is: "client", accounts: ["slack:zoe"] },
    { is: "staff", accounts: ["slack:sam"] },
    { is: "supplier", domains: ["gmail.com"], standing: "member" },
    { is: "unknown", accounts: ["slack:nobody"] },
  ],
  clauses: [],
});
const somebody = (changes: Partial<Record<keyof Classified, unknown>>): Classified =>
  ({
    id: "slack:ada",
    standing: "external",
    domain: null,
    home: null,
    workspace: "slack:ours",
    groups: [],
    ...changes,
  }) as Classified;
const directory = [
  somebody({ id: "slack:lou", domain: "tassin.example", home: "slack:t" }),
  somebody({ id: "slack:mia", domain: "shared.example", home: "slack:v" }),
  somebody({ id: "slack:max", domain: "gmail.com", home: "slack:v" }),
  somebody({ id: "slack:noe", domain: "shared.example", home: "slack:o" }),
  somebody({ id: "slack:zoe", domain: "vetro.example", home: "slack:v" }),
  somebody({ id: "slack:lea", domain: "works.nordvik.example" }),
  somebody({ id: "slack:ida", domain: "works.nordvik.example" }),
  somebody({ id: "slack:sam", standing: "member", domain: "ours.example" }),
];
const peers = peersOf(charter, directory);
const suggested = (changes: Partial<Record<keyof Classified, unknown>>) => suggest(charter, somebody(changes), peers);

describe("who somebody seems to be", () => {
  it("is staff for a member with an address of the organisation, and for nobody else", () => {
    expect(suggested({ standing: "member", domain: "here.example" })).toEqual({ is: "staff", because: "own-domain" });
    expect(suggested({ standing: "member", domain: "ours.example" })).toEqual({ is: "staff", because: "same-domain" });
    expect(suggested({ standing: "guest", domain: "here.example" })).toBeNull();
    expect(suggested({ standing: "guest", domain: "ours.example" })).toBeNull();
  });

  it("follows the domain that a line names, or that somebody classified has", () => {
    const nordvik = { is: "client", of: "Nordvik", because: "same-domain" };
    expect(suggested({ domain: "nordvik.example" })).toEqual(nordvik);
    expect(suggest(charter, somebody({ domain: "nordvik.example" }))).toEqual(nordvik);
    expect(suggested({ domain: "tassin.example" })).toEqual({ is: "supplier", of: "Tassin", because: "same-domain" });
    expect(suggest(charter, somebody({ domain: "tassin.example" }))).toBeNull();
  });

  it("follows the workspace that somebody classified comes from, and never our own", () => {
    expect(suggested({ home: "slack:t" })).toEqual({ is: "supplier", of: "Tassin", because: "same-workspace" });
    expect(suggested({ home: "slack:v" })).toEqual({ is: "client", of: "Vetro", because: "same-workspace" });
    expect(suggested({ workspace: "slack:ours" })).toBeNull();
  });

  it("follows the domain above, unless the domain itself says several things", () => {
    expect(suggested({ domain: "fr.nordvik.example" })).toEqual({
      is: "client",
      of: "Nordvik",
      because: "related-domain",
    });
    expect(suggested({ domain: "works.nordvik.example" })).toBeNull();
    expect(suggested({ domain: "notnordvik.example" })).toBeNull();
  });

  it("is nothing where several things speak, or an address that anybody may have", () => {
    expect(suggested({ domain: "shared.example" })).toBeNull();
    expect(suggested({ domain: "gmail.com" })).toBeNull();
  });

  it("is nothing for somebody whom a line fits, though it says unknown, and for bots", () => {
    expect(suggested({ id: "slack:nobody", domain: "nordvik.example" })).toBeNull();
    expect(suggested({ standing: "guest", domain: "nordvik.example" })).toBeNull();
    expect(suggested({ standing: "bot", domain: "nordvik.example" })).toBeNull();
  });
});
