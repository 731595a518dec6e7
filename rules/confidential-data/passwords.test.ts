import { describe, expect, it } from "vitest";
import { findPasswords } from "./passwords.ts";

const passwords = (text: string): string[] => findPasswords(text).map(({ start, end }) => text.slice(start, end));

describe("passwords in words", () => {
  it.each([
    ["password: Marmite41", "Marmite41"],
    ["Password for the admin account: t9!lamp", "t9!lamp"],
    ["the password is Harbour2041.", "Harbour2041"],
    ["password: 83016422", "83016422"],
    ["Mot de passe\u00a0: « Ph4re!Bleu »", "Ph4re!Bleu"],
    ["le mot de passe c’est Rivage2041", "Rivage2041"],
    ["mot de passe Ph4re!Bleu pour la compta", "Ph4re!Bleu"],
    ["mdp Marmite2041", "Marmite2041"],
    ["creds for the vpn: bob / Harbour2041", "Harbour2041"],
    ["DB_PASSWORD='x9Kd-22fLq'", "x9Kd-22fLq"],
    ['"password": "x9Kd22fLq"', "x9Kd22fLq"],
    ["`pwd=x9Kd22fLq`", "x9Kd22fLq"],
    ["password for https://wiki.example.org: Harbour2041", "Harbour2041"],
    ["api_key = 9f8a7b6c5d4e3f2a1b0c9d8e", "9f8a7b6c5d4e3f2a1b0c9d8e"],
    ["api key: 550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"],
    ["code PIN : 4821", "4821"],
    ["le code de la porte est le 4821B", "4821B"],
  ])("are found: %s", (text, password) => {
    expect(passwords(text)).toEqual([password]);
  });

  it.each([
    "password: ********",
    "password: <your-password>",
    "password: ${DB_PASSWORD}",
    "password = process.env.DB_PASS1",
    "password: str = None",
    "PASSWORD=changeme1",
    "the password must have 8 characters, 1 digit",
    "password expired on 12/11/2026",
    "password reset: ABC-1234",
    "Reset your password: https://sso.example.org/reset?id=12ab34cd",
    "password: policy-2026.pdf",
    "password hashing: bcrypt2 then SHA256",
    "mot de passe : obligatoire",
    "mot de passe : voir 1Password",
    "mot de passe : 12 caractères",
    "login: ann.smith2@example.org",
    "from the login screen press Ctrl+Alt+F2",
    "pass: 12/15 tests",
    "token expired at 10:30:22",
    "token: my-service-account-v2",
    "key results: KR1 and KR2",
    "code promo : NOEL2041",
    "code: 404",
    "pin 12 of the connector",
    "compass=Harbour2041",
    "postgres://user:password@localhost:5432/db",
  ])("are not found: %s", (text) => {
    expect(passwords(text)).toEqual([]);
  });

  it("stay within their line and sentence", () => {
    expect(passwords("I forgot the password.\nMeet at Harbour2041!")).toEqual([]);
    expect(passwords("No password here; room: Harbour2041")).toEqual([]);
  });
});
